package entities

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/pos"
)

// A name that was recognised once is a name wherever its words stand again. The
// tagger decides sentence by sentence; this step looks at the whole story.
const (
	// sureFrom is the confidence, added up over the mentions of one text, from which
	// on a name is sure.
	sureFrom = 0.5
	// surePart is how many times as much its label must weigh as every other.
	surePart = 2.0
	// titledPart is what a mention in a headline weighs, whose capitals say little.
	titledPart = 0.4
	// surnamePart is what a full name weighs for its last word.
	surnamePart = 0.7
	// rare is how seldom a word of one letter case may be written small, so that it
	// is taken for a name by its capital alone.
	rare = 0.3
)

// seed is a text that was found to be a name, with what its mentions say.
type seed struct {
	words  []string
	labels []labelWeight
}

type labelWeight struct {
	label  dateline.Label
	weight float64
}

// label returns the label of most weight, "" where none is sure.
func (k *seed) label() dateline.Label {
	best, next := labelWeight{}, 0.0
	for _, l := range k.labels {
		if l.weight > best.weight {
			next, best = best.weight, l
		} else {
			next = max(next, l.weight)
		}
	}
	if best.weight < sureFrom || best.weight < surePart*next {
		return ""
	}
	return best.label
}

func (k *seed) add(label dateline.Label, weight float64) {
	for i := range k.labels {
		if k.labels[i].label == label {
			k.labels[i].weight += weight
			return
		}
	}
	k.labels = append(k.labels, labelWeight{label, weight})
}

// spreader finds sure names again where the tagger passed them over.
type spreader struct {
	story   *story
	byText  map[string]*seed
	byFirst map[string][]*seed
	names   []mention // as the tagger found them
	all     []mention
	// shouted says that the story is in capitals, so that its sentences may be read
	// beside one another.
	shouted bool
}

// spread adds to the names of a story the further places where sure ones stand,
// in the same letter case, and acronyms of theirs. The names stay in order and
// never overlap.
func (s *story) spread(names []mention) []mention {
	p := spreader{story: s, byText: map[string]*seed{}, byFirst: map[string][]*seed{}, names: names}
	shouted := 0
	for i := range s.sentences {
		if s.sentences[i].shouted {
			shouted++
		}
	}
	p.shouted = 2*shouted > len(s.sentences)
	at := 0
	for i := range s.sentences {
		x := &s.sentences[i]
		for ; at < len(names) && names[at].from < x.to; at++ {
			p.learn(x, &names[at])
		}
	}
	p.repeats()
	townsOnly, townsIn, short := p.townsOnly(), p.townsIn(), p.ampersands()
	for i := range names {
		p.cutFront(&names[i])
		p.relabel(&names[i])
		switch m := &names[i]; {
		case m.label == dateline.Person && m.to-m.from == 1 && m.title.End == 0 && townsOnly[p.story.words[m.from].text] > 0,
			m.label == dateline.Org && m.to-m.from == 2 && townsIn[p.key(m)],
			m.label == dateline.Org && m.to-m.from == 1 && short[p.story.words[m.from].text]:
			m.label = dateline.GPE
		}
	}
	p.all = make([]mention, 0, len(names))
	at = 0
	for i := range s.sentences {
		x := &s.sentences[i]
		from := x.from
		for ; at < len(names) && names[at].from < x.to; at++ {
			p.gap(x, from, names[at].from)
			p.all = append(p.all, names[at])
			from = names[at].to
		}
		p.gap(x, from, x.to)
	}
	return p.all
}

// learn notes a name, and the acronym that its words make.
func (p *spreader) learn(x *sentence, m *mention) {
	if x.shouted && !p.shouted || m.to-m.from > longestSpread {
		return
	}
	weight := m.confidence
	if x.titled {
		weight *= titledPart
	}
	words := make([]string, 0, m.to-m.from)
	for i := m.from; i < m.to; i++ {
		words = append(words, p.story.words[i].text)
	}
	p.seed(words).add(m.label, weight)
	if m.label == dateline.Person && len(words) > 1 {
		last := p.story.lastWord(m)
		p.seed([]string{p.story.words[last].text}).add(m.label, surnamePart*weight)
	}
	if p.story.words[m.from].is(lang.Compass) && len(words) == 2 && p.story.isCountry(m.from, m.to) {
		p.seed(words[:1:1]).add(dateline.GPE, weight) // "the North"
	}
	if last := &p.story.words[m.to-1]; len(words) > 1 && last.is(lang.BareHead) &&
		(m.label == dateline.Event || m.label == dateline.Law) {
		p.seed([]string{last.text}).add(m.label, weight) // "the Games"
	}
	if a := p.story.ampersand(m); a != "" && m.label == dateline.GPE {
		p.seed([]string{a}).add(m.label, weight)
	}
	if m.acronym != "" {
		p.seed([]string{m.acronym}).add(m.label, 1)
	}
	if a := p.story.acronym(m); a != "" {
		p.seed([]string{a}).add(m.label, 1)
	}
}

// longestSpread is how many words a name may have that is looked for again.
const longestSpread = 8

func (p *spreader) seed(words []string) *seed {
	key := strings.Join(words, " ")
	k := p.byText[key]
	if k == nil {
		k = &seed{words: words}
		p.byText[key] = k
		if list := p.byFirst[words[0]]; len(list) < mostNamesakes {
			p.byFirst[words[0]] = append(list, k)
		}
	}
	return k
}

// acronym returns the capitals of a name, with the number behind them ("QX7"), ""
// for names that have none: people, places, and names of few capitals.
func (s *story) acronym(m *mention) string {
	if m.label == dateline.Person || m.label == dateline.GPE || m.label == dateline.Loc {
		return ""
	}
	var b strings.Builder
	capitals, others := 0, 0
	for i := m.from; i < m.to; i++ {
		switch w := &s.words[i]; {
		case w.capital && 'A' <= w.text[0] && w.text[0] <= 'Z':
			b.WriteByte(w.text[0])
			capitals++
			if c := innerCapital(w.text); c > 0 && m.to-m.from == 1 {
				b.WriteByte(c)
				capitals++
			}
		case w.digit && !w.letter && i == m.to-1 && len(w.text) < 4:
			b.WriteString(w.text)
		default:
			others++
		}
	}
	if capitals < 2 || capitals == 2 && others > 0 {
		return ""
	}
	return b.String()
}

// innerCapital returns the only capital inside a word of which small letters stand
// on both sides, as in "SolarWinds", 0 for none.
func innerCapital(text string) byte {
	found := byte(0)
	for i := 2; i+1 < len(text); i++ {
		if c := text[i]; 'A' <= c && c <= 'Z' {
			if found > 0 || !lowerLetter(text[i-1]) || !lowerLetter(text[i+1]) || i == 2 && text[1] == 'c' || text[:i] == "Mac" {
				return 0 // "McCain"
			}
			found = c
		}
	}
	return found
}

func lowerLetter(c byte) bool { return 'a' <= c && c <= 'z' }

// gap looks for sure names among the words [from, to) of a sentence, which no name
// holds.
func (p *spreader) gap(x *sentence, from, to int) {
	for i := from; i < to; i++ {
		if !p.story.words[i].letter {
			continue
		}
		if k, label := p.longest(i, to); k != nil && p.stands(x, i, i+len(k.words)) &&
			!(label == dateline.Person && len(k.words) == 1 && p.lends(x, i)) {
			q := candidate{in: x, mention: mention{from: i, to: i + len(k.words)}}
			whole := true
			if p.story.words[i].capital {
				q, whole = p.story.candidate(x, q.from, q.to)
			}
			if whole && q.from == i && q.to == i+len(k.words) {
				q.label, q.confidence = label, spreadConfidence
				if label == dateline.Person {
					p.story.titleBefore(&q)
				}
				p.all = append(p.all, q.mention)
				i = q.to - 1
			}
		}
	}
}

// spreadConfidence is how often a name that was found again is right.
const spreadConfidence = 0.7

// longest returns the longest sure name that begins at a word and ends before to.
func (p *spreader) longest(i, to int) (*seed, dateline.Label) {
	var best *seed
	var label dateline.Label
	for _, k := range p.byFirst[p.story.words[i].text] {
		n := len(k.words)
		if i+n > to || best != nil && n <= len(best.words) {
			continue
		}
		if !slices.EqualFunc(k.words, p.story.words[i:i+n], func(t string, w word) bool { return t == w.text }) {
			continue
		}
		if l := k.label(); l != "" {
			best, label = k, l
		}
	}
	return best, label
}

// stands reports whether the words [from, to) stand for themselves: they are no
// common words, and no part of a longer run of capitals.
func (p *spreader) stands(x *sentence, from, to int) bool {
	if x.shouted && !p.shouted {
		return false
	}
	if to-from == 1 && !p.standsAlone(x, from) {
		return false
	}
	w := &p.story.words[from]
	if x.titled || x.shouted {
		return true
	}
	return !p.continues(x, from-1) && (!p.continues(x, to) || to-from == 1 && w.caps && len(w.text) > 2)
}

// standsAlone reports whether one word may be a name without others: it is no common one.
func (p *spreader) standsAlone(x *sentence, at int) bool {
	w := &p.story.words[at]
	before := p.story.fold(x, at-1)
	if (w.is(lang.BareHead) || w.is(lang.Compass)) && (!w.capital || !p.story.lex.Is(before, lang.Article)) {
		return false
	}
	if !w.is(lang.Compass) && p.story.isNoName(x, at) || w.is(lang.OrgSuffix) || w.is(lang.Weekday) || w.is(lang.Month) ||
		!w.caps && w.is(lang.Courtesy) {
		return false
	}
	common := w.capital && (p.story.names.Lower(w.fold) > rare || p.story.small[w.fold] > 0)
	return !common || !x.shouted && (w.caps || !w.first && !x.titled)
}

// lends reports whether a surname stands for something called after its bearer:
// "the Nansen medals".
func (p *spreader) lends(x *sentence, i int) bool {
	return i+1 < x.to && p.story.words[i+1].pos == pos.Noun|pos.Plural ||
		i > x.from && (p.story.words[i-1].is(lang.Article) || p.story.words[i-1].digit)
}

// continues reports whether a word beside a name belongs to a longer one.
func (p *spreader) continues(x *sentence, i int) bool {
	if i < x.from || i >= x.to {
		return false
	}
	w := &p.story.words[i]
	return w.capital && w.letter && !w.first && !w.is(lang.NoName) && !w.is(lang.Office) && !w.is(lang.Courtesy) &&
		!w.is(lang.TitlePart)
}

// relabel gives a mention that the tagger is unsure of the label that the story
// gives its text elsewhere.
func (p *spreader) relabel(m *mention) {
	if f := p.story.words[m.from].fold; m.to-m.from == 1 && (m.label == dateline.NORP || made(m.label)) {
		switch {
		case p.story.lex.Is(f, lang.Feast):
			m.label = dateline.Event
			return
		case m.label == dateline.NORP && p.story.lex.Is(f, lang.StateHead): // "the Treasury"
			m.label = dateline.Org
			return
		}
	}
	k := p.byText[p.key(m)]
	if k == nil || m.confidence > unsure {
		return
	}
	l := k.label()
	if l == "" || l == m.label || l == dateline.Person && m.match.Words > 0 {
		return
	}
	m.label = l
}

// cutFront takes off the front of a name what the story gives it without
// elsewhere: words before a comma, and before a person's name those that are no
// given name or initial: "Swede Anna Ek". They are a title then.
func (p *spreader) cutFront(m *mention) {
	person := m.label == dateline.Person
	if m.to-m.from < 3 || m.title.End > 0 {
		return
	}
	for i := m.from + 1; i < min(m.to, m.from+4); i++ {
		w := &p.story.words[i-1]
		if w.text != "," {
			if _, given := p.story.names.Given(w.fold); person &&
				(given || len(strings.TrimSuffix(w.text, ".")) < 3 || w.is(lang.Particle)) {
				return
			}
			if !person || i == m.to-1 {
				continue
			}
		}
		rest := mention{from: i, to: m.to}
		k := p.byText[p.key(&rest)]
		if k == nil || k.label() == "" || person && k.label() != dateline.Person {
			continue
		}
		if _, given := p.story.names.Given(p.story.words[i].fold); person && !given {
			continue
		}
		if person && w.text != "," {
			m.title = dateline.Span{Start: p.story.words[m.from].start, End: w.end}
		}
		m.from, m.label = i, k.label()
		return
	}
}

// unsure is the confidence up to which the story may say better.
const unsure = 0.7

// key is the text of a mention with one space between its words.
func (p *spreader) key(m *mention) string {
	if m.to-m.from == 1 {
		return p.story.words[m.from].text
	}
	var b strings.Builder
	for i := m.from; i < m.to; i++ {
		if i > m.from {
			b.WriteByte(' ')
		}
		b.WriteString(p.story.words[i].text)
	}
	return b.String()
}
