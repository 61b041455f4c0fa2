package speaker

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/statement"
	"github.com/dateline-go/dateline/internal/statement/lexicon"
)

// role is what somebody is: its folded words, the noun last, and what it is of.
type role struct {
	words []string
	of    string
	owned bool     // introduced with whose it is: "his lawyer, Ann Lee"
	under string   // the word that makes another office of it: deputy
	kinds []string // the nouns for wider kinds of its words: lawmaker for "Senator"
}

// maxRoles bounds how many roles are kept of an entity.
const maxRoles = 12

func (c *Cast) roleOf(words, of string) role {
	r := role{of: gazetteer.Fold(of)}
	for w := range strings.FieldsSeq(gazetteer.Fold(words)) {
		if s := c.story.Look(w).Small; s == lexicon.Of || s == lexicon.For {
			break
		}
		e := c.story.Look(w)
		r.words = append(r.words, cmp.Or(e.Office, w))
		if e.Wide != "" {
			r.kinds = append(r.kinds, e.Wide)
		}
	}
	for _, w := range r.words[:max(0, len(r.words)-1)] {
		if c.story.Look(w).Under {
			r.under = w
		}
	}
	c.shorten(&r)
	return r
}

// longestOffice is how many words an office has at most that has another name: "chief executive officer".
const longestOffice = 3

// shorten gives a role whose last words are an office of several words the one name of that: ceo for "chief executive".
func (c *Cast) shorten(r *role) {
	for n := min(longestOffice, len(r.words)); n > 1; n-- {
		from := len(r.words) - n
		e := c.story.Look(strings.Join(r.words[from:], " "))
		if e.Office == "" {
			continue
		}
		r.words = append(r.words[:from], e.Office)
		if wide := c.story.Look(e.Office).Wide; wide != "" {
			r.kinds = append(r.kinds, wide)
		}
		return
	}
}

func (m *member) addRole(r role) {
	if len(r.words) > 0 && len(m.roles) < maxRoles {
		m.roles = append(m.roles, r)
	}
}

// noun returns the last word of a role.
func (r role) noun() string { return r.words[len(r.words)-1] }

// match says how well a role fits a phrase: -1 not at all, else how many words of it they share.
func (r role) match(p role) int {
	if r.under != p.under {
		return -1 // the deputy mayor is not the mayor
	}
	if len(p.words) == 1 && slices.Contains(r.kinds, p.noun()) {
		return 1 // "the lawmaker"
	}
	if len(p.words) == 0 || r.noun() != p.noun() {
		return -1
	}
	own, others := r.words[:len(r.words)-1], p.words[:len(p.words)-1]
	shared := 0
	for _, w := range others {
		if slices.Contains(own, w) {
			shared++
		}
	}
	if shared == 0 && len(own) > 0 && len(others) > 0 {
		return -1 // the foreign minister is not the health minister
	}
	return 1 + shared
}

// byRole returns the person or the body that a definite phrase means: "the ministry's spokeswoman",
// "the 52-year-old", "the council". Where two fit alike, it is nobody.
func (c *Cast) byRole(source, head [2]int, x *statement.Statement) finding {
	if c.story.Plural(head[1] - 1) {
		return finding{}
	}
	if !c.isDefinite(head) {
		return one(c.introducedLater(source, head), sureLater, ruleLater)
	}
	if who := c.byAge(head); who != nil {
		return one(who, sureAge, ruleAge)
	}
	if who := c.person(source, head); who != nil {
		return one(who, sureRole, ruleRole)
	}
	if who := c.holder(source, head); who != nil {
		return one(who, sureLater, ruleLater)
	}
	switch e := c.story.Entry(head[1] - 1); {
	case e.Writing:
	case e.Body || e.Head:
		if !c.namesOther(head) {
			return c.body(head)
		}
	case c.isSomebody(head, x):
		return c.epithet(source, head)
	}
	return finding{}
}

// namesOther reports whether a phrase names something by itself, not as a part of a word or by a nationality: "the
// Oslo-based company", "the Norwegian company".
func (c *Cast) namesOther(head [2]int) bool {
	for _, m := range c.within(head) {
		if !m.part && !m.who.is(dateline.NORP) && !c.story.Comma(m.end) {
			return true
		}
	}
	return false
}

// isSomebody reports whether a definite phrase means a person: by its noun, by an age, or because
// what it says is quoted ("the left-hander said").
func (c *Cast) isSomebody(head [2]int, x *statement.Statement) bool {
	if !x.Speaks() {
		return false
	}
	e := c.story.Entry(head[1] - 1)
	_, age := c.story.YearsOld(head[1] - 1)
	return e.Person || e.Role || age || x.Direct
}

// epithet returns the person named before whom "the Labour leader" or "the singer" most likely means.
// A role of the same noun that does not fit rules a person out; a phrase with a possessor or one that
// the story introduced as somebody unnamed ("a nurse … the nurse") means somebody else.
func (c *Cast) epithet(source, head [2]int) finding {
	whole := source[1] == head[1] || c.saysFrom(head[1], source[1]) || c.saysOf(head[1], source[1])
	if !whole || !c.story.Article(head[0]) || c.story.Introduced(head) || c.unnamedSpoke(head[0]) {
		return finding{}
	}
	for i := head[0]; i < head[1]; i++ {
		if c.story.Possessive(i) {
			return finding{}
		}
	}
	want, _ := c.phraseRole(source, head)
	if len(want.words) == 0 {
		return finding{}
	}
	e := c.story.Entry(head[1] - 1)
	w := wanted{label: dateline.Person, gender: e.Gender, not: want.noun(), office: e.Title}
	f := c.rank(w, head[0]).times(1, ruleEpithet)
	paired := slices.ContainsFunc(f.among, func(k Candidate) bool { return k.paired && slices.Contains(f.who, k.who) })
	if paired || f.tied() || f.sure < sureOfPlace && len(c.within(head)) > 0 {
		f.sure = 0
	}
	return f
}

// saysFrom reports whether the run of tokens behind a noun phrase says where somebody is from: "from Mardan".
func (c *Cast) saysFrom(from, end int) bool {
	if c.story.Entry(from).Small != lexicon.From {
		return false
	}
	m, ok := c.endingAt(end)
	return ok && m.first == from+1 && m.who.entity.Label.IsPlace()
}

// saysOf reports whether the run of tokens behind a noun phrase says of how many somebody is: "the mother of three".
func (c *Cast) saysOf(from, end int) bool {
	return end == from+2 && c.story.Entry(from).Small == lexicon.Of && c.story.Number(from+1)
}

// isDefinite reports whether a phrase means somebody the reader knows: "the …", "Kentucky's …",
// "Labour leader".
func (c *Cast) isDefinite(head [2]int) bool {
	first := c.story.Entry(head[0])
	if first.Definite || first.Small == lexicon.It {
		return true
	}
	for i := head[0]; i < head[1]; i++ {
		if c.story.Possessive(i) {
			return !c.story.Number(head[0])
		}
	}
	return false
}

// person returns the one person whose role fits a phrase best, nil where two fit alike.
func (c *Cast) person(source, head [2]int) *member {
	want, of := c.phraseRole(source, head)
	if len(want.words) == 0 {
		return nil
	}
	gender := c.story.Entry(head[1] - 1).Gender
	owner := c.owner(head)
	owned := c.story.Owner(head[0])
	switch {
	case owner != nil && owner.isOwned(want):
		owner, owned = nil, false // "her mother" behind "Ann Lee's mother, Eve": Eve
	case owned:
		of = owner
	}
	var best *member
	most, tied := 0, false
	for _, m := range c.people(head[0]) {
		if m == owner || gender != 0 && m.gender != 0 && m.gender != gender {
			continue
		}
		fit := m.fit(want, of, owned)
		tied = fit <= most && (tied || fit == most)
		if fit > most {
			best, most = m, fit
		}
	}
	if tied {
		return nil
	}
	return best
}

// holder returns the only person of the story who has a role, where the story names him behind a phrase ("the
// coroner said" before "Coroner Ann Lee"), or far before it.
func (c *Cast) holder(source, head [2]int) *member {
	want, of := c.phraseRole(source, head)
	if len(want.words) == 0 || c.story.Owner(head[0]) {
		return nil
	}
	if of != nil && !of.entity.Label.IsPlace() {
		return c.holderOf(want, of)
	}
	list := c.holders[want.noun()]
	if len(list) != 1 {
		return nil
	}
	m := list[0]
	gender := c.story.Entry(head[1] - 1).Gender
	if m.named == 0 || gender != 0 && m.gender != 0 && gender != m.gender {
		return nil
	}
	soon := m.first > head[0] && c.sentenceOf(m.first)-c.sentenceOf(head[0]) <= maxSoon
	for _, r := range m.roles {
		if of != nil && r.of != "" && !holdsName(r.of, gazetteer.Fold(of.entity.Name)) {
			continue // the governor of Ohio is not the governor of Texas
		}
		if r.noun() == want.noun() && (r.match(want) >= len(want.words) || soon && r.match(want) >= len(r.words)) {
			return m // "the state attorney general", and in the next sentence "Attorney General Ann Lee"
		}
	}
	return nil
}

// holderOf returns the only person of the story who has a role of somebody or of a body: "Lee's lawyer" far behind "Tom
// Poe, a lawyer for Lee".
func (c *Cast) holderOf(want role, of *member) *member {
	var found *member
	for _, m := range c.holders[want.noun()] {
		for _, r := range m.roles {
			if r.of == "" || m == of || r.match(want) < 0 || !holdsName(r.of, gazetteer.Fold(of.entity.Name)) {
				continue
			}
			if found != nil && found != m {
				return nil
			}
			found = m
		}
	}
	return found
}

// maxSoon is within how many sentences somebody is named whose role was said with more words before.
const maxSoon = 2

// maxLead is how many sentences a story may have before it names somebody of whom its beginning speaks.
const maxLead = 3

// introducedLater returns the only person of the story who has a role, where its first sentences speak of him as of
// somebody: "A judge has ruled …", before "Judge Ann Lee".
func (c *Cast) introducedLater(source, head [2]int) *member {
	e := c.story.Entry(head[1] - 1)
	if c.sentenceOf(head[0]) >= maxLead || !c.story.Determiner(head[0]) || source[1] != head[1] || !e.Title && !e.Role {
		return nil
	}
	if m := c.holder(source, head); m != nil && m.first > head[0] {
		return m
	}
	return nil // "another nurse"
}

// owner returns whom the "his" or "her" means that a phrase begins with: somebody else than the phrase does.
func (c *Cast) owner(head [2]int) *member {
	switch e := c.story.Entry(head[0]); e.Small {
	case lexicon.He, lexicon.She:
		if f := c.pronoun(e, head[0]); len(f.who) > 0 {
			return f.who[0]
		}
	}
	return nil
}

// fit says how well a member's roles fit a wanted one of a member or nil; 0 for not at all. "His lawyer" is a lawyer
// who was introduced as somebody's.
func (m *member) fit(want role, of *member, owned bool) int {
	most := 0
	for _, r := range m.roles {
		k := 2 * r.match(want)
		if k <= 0 || owned && !r.owned && r.of == "" {
			continue
		}
		if owned && of == nil && r.of != "" {
			continue
		}
		if of != nil && r.of != "" {
			if !holdsName(r.of, gazetteer.Fold(of.entity.Name)) {
				continue
			}
			k++
		}
		most = max(most, k)
	}
	return most
}

// isOwned reports whether somebody was introduced as another one's in a role.
func (m *member) isOwned(want role) bool {
	return slices.ContainsFunc(m.roles, func(r role) bool { return r.owned && r.match(want) > 0 })
}

// holdsName reports whether one of two folded names holds the other.
func holdsName(a, b string) bool { return strings.Contains(a, b) || strings.Contains(b, a) }

// phraseRole returns a phrase as a role, and the member that it is of.
func (c *Cast) phraseRole(source, head [2]int) (role, *member) {
	var of *member
	from := head[0]
	for _, m := range c.within(source) {
		of = m.who
		if m.end < head[1] {
			from = m.end
		}
	}
	for i := from; i < head[1]; i++ {
		if c.story.Possessive(i) {
			from = i + 1
		}
	}
	for from < head[1]-1 && c.story.Determiner(from) {
		from++
	}
	return c.roleOf(c.doc.Words(c.story.Span([2]int{from, head[1]})), ""), of
}

// byAge returns the person of an age: "the 52-year-old" after "Ann Lee, 52,".
func (c *Cast) byAge(head [2]int) *member {
	age, ok := c.story.YearsOld(head[1] - 1)
	if !ok {
		return nil
	}
	list := c.recent(head[0])
	for i := len(list) - 1; i >= 0; i-- {
		m := list[i]
		if m.who.is(dateline.Person) && c.story.Comma(m.end) && c.story.Number(m.end+1) &&
			c.doc.Words(c.story.Span([2]int{m.end + 1, m.end + 2})) == age {
			return m.who
		}
	}
	return nil
}

// body returns the organisation that "the council" or "the company" means: the last whose name ends
// so, else, for a noun that any body may have, the one that "it" would mean.
func (c *Cast) body(head [2]int) finding {
	want, _ := c.phraseRole(head, head)
	if len(want.words) == 0 {
		return finding{}
	}
	list := c.recent(head[0])
	for i := len(list) - 1; i >= 0 && len(want.words) == 1; i-- {
		m := list[i].who
		if m.is(dateline.Org) && slices.Contains(strings.Fields(gazetteer.Fold(m.entity.Name)), want.noun()) {
			return one(m, sureRole, ruleBody)
		}
	}
	if m := c.bodies[want.noun()]; m != nil && m.named > 1 && len(want.words) == 1 && m.first < head[0] {
		return one(m, sureRole, ruleBody)
	}
	if !c.story.Entry(head[1]-1).AnyBody || c.besideBody(head) {
		return finding{}
	}
	return c.rank(wanted{label: dateline.Org}, head[0]).times(sureKind, ruleBody)
}

// besideBody reports whether the sentence speaks of another body before: "the company took steps, according to the
// union".
func (c *Cast) besideBody(head [2]int) bool {
	noun := c.doc.Tokens[head[1]-1]
	for i := head[0] - 1; i > 0 && c.sentenceOf(i) == c.story.SentenceAt(noun.Start); i-- {
		if c.story.Entry(i).AnyBody && c.story.Article(i-1) &&
			!strings.EqualFold(c.doc.Words(c.doc.Tokens[i].Span()), c.doc.Words(noun.Span())) {
			return true
		}
	}
	return false
}
