package resolve

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/knowledge"
	"github.com/dateline-go/dateline/lang"
)

// isCounty reports whether the text behind a name says that it is a county: "Penobscot
// County", or "Penobscot, Hancock and Waldo counties".
func (p *Problem) isCounty(at int) bool {
	rest := p.story.Text[at:]
	for n := range 8 {
		word, after, gap := nextWord(rest)
		if word == "" {
			return false
		}
		fold := strings.ToLower(word)
		if p.words.Is(fold, lang.CountyWord) && n == 0 && gap == " " {
			return true
		}
		if p.words.Is(fold, lang.CountyWords) && !strings.Contains(gap, ",") {
			return true
		}
		if !startsUpper(word) && !p.words.Is(fold, lang.Conjunction) || gap != " " && gap != ", " {
			return false
		}
		rest = after
	}
	return false
}

// isRegion reports whether the words beside a name say that it is a region or a district: "Kandahar province", "the
// state of Kano".
func (p *Problem) isRegion(at dateline.Span) bool {
	text := p.story.Text
	word, _, gap := nextWord(text[at.End:])
	if gap == " " && p.words.Is(strings.ToLower(word), lang.RegionWord) {
		return true
	}
	before := text[max(0, at.Start-len("governorate of ")):at.Start]
	before, ok := strings.CutSuffix(before, " of ")
	return ok && p.words.Is(before[strings.LastIndexByte(before, ' ')+1:], lang.RegionWord)
}

// isCountyWord reports whether a word stands behind the name of a county, or behind those of several.
func (p *Problem) isCountyWord(word string) bool {
	word = strings.ToLower(word)
	return p.words.Is(word, lang.CountyWord) || p.words.Is(word, lang.CountyWords)
}

// nextWord returns the word that comes next in a text, the text behind it, and what
// stood before it. No word is longer than a line of type.
func nextWord(text string) (word, after, gap string) {
	from := 0
	for from < len(text) && from < 16 {
		r, n := utf8.DecodeRuneInString(text[from:])
		if unicode.IsLetter(r) || r == '&' {
			break
		}
		from += n
	}
	if from >= len(text) || from >= 16 {
		return "", "", ""
	}
	to := from
	for to < len(text) && to-from < 64 {
		r, n := utf8.DecodeRuneInString(text[to:])
		if !unicode.IsLetter(r) && r != '.' && r != '\'' && r != '’' && r != '-' && r != '&' {
			break
		}
		to += n
	}
	return text[from:to], text[to:], text[:from]
}

func startsUpper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// contain notes the places that the story says its names lie in.
func (p *Problem) contain() {
	said := make([][]container, len(p.of))
	for i, g := range p.of {
		if g >= 0 {
			said[i] = p.containers(i)
		}
	}
	for g := 0; g < len(p.groups); g++ {
		p.split(g, said)
		for _, i := range p.groups[g].names {
			p.groups[g].outer = append(p.groups[g].outer, said[i]...)
		}
	}
}

// split takes out of a group the names that the story puts elsewhere than the first one of which it says where it is:
// of "London, Ontario" and "London, England" each is a group. Names alone stay with the first.
func (p *Problem) split(gi int, said [][]container) {
	if len(p.groups) >= mostGroups {
		return
	}
	g := &p.groups[gi]
	var stay, leave []int
	first := -1
	for at, i := range g.names {
		c := p.within(g, said[i])
		contrast := first < 0 && c >= 0 && at > 0 && p.isOwned(i) && p.hasRival(g, said[i], c)
		if first < 0 && !contrast {
			first = c
		}
		if c < 0 || !contrast && p.candidates[c].sameRegion(&p.candidates[first]) {
			stay = append(stay, i)
		} else {
			leave = append(leave, i)
		}
	}
	if len(leave) == 0 {
		return
	}
	other := *g
	g.names, other.names, other.outer = stay, leave, nil
	from, kept := len(p.candidates), other.from
	for i := other.from; i < other.to; i++ {
		c := p.candidates[i]
		if !slices.ContainsFunc(leave, func(i int) bool { return isWithin(&c, said[i]) }) {
			p.candidates[kept], p.candidates[i] = c, p.candidates[kept]
			kept++
			continue
		}
		c.group = len(p.groups)
		p.candidates = append(p.candidates, c)
	}
	g.to = kept
	other.from, other.to = from, len(p.candidates)
	for _, i := range leave {
		p.of[i] = len(p.groups)
	}
	p.groups = append(p.groups, other)
}

// isOwned reports whether a country stands before a name and has it.
func (p *Problem) isOwned(i int) bool { return len(p.owner(i)) > 0 }

// rival is how many times smaller a place may be than another of its name to stand beside it, as a power of ten.
const rival = 1

// hasRival reports whether a group has a place like its candidate c outside of the containers: beside "Pakistan's
// Punjab" Punjab alone is the other one, where it was named before.
func (p *Problem) hasRival(g *group, said []container, c int) bool {
	best := &p.candidates[c]
	for i := g.from; i < g.to; i++ {
		o := &p.candidates[i]
		if o.kind == best.kind && o.country != best.country && o.people >= best.people-rival && !isWithin(o, said) {
			return true
		}
	}
	return false
}

// sameRegion reports whether two candidates lie in one region of a country, or in a country without regions.
func (c *candidate) sameRegion(o *candidate) bool {
	return c.country == o.country && c.region == o.region
}

// within returns the first candidate of a group that lies in one of the containers, -1 where none does.
func (p *Problem) within(g *group, said []container) int {
	for i := g.from; i < g.to; i++ {
		if isWithin(&p.candidates[i], said) {
			return i
		}
	}
	return -1
}

// isWithin reports whether a candidate lies in one of the containers that the story clearly means.
func isWithin(c *candidate, said []container) bool {
	return slices.ContainsFunc(said, func(o container) bool {
		return (o.form == closed || o.form == loose) && c.lies(o.place)
	})
}

// wide is how far from the middle of an area a place may be that lies in it, in kilometres: Yorkshire, the Algarve.
const wide = 100

// lies reports whether a candidate lies in a country, region or county, or in an area without borders in the table,
// of which it has only a point.
func (c *candidate) lies(outer knowledge.Place) bool {
	if !isArea(outer) {
		return c.In(outer)
	}
	if c.kind != knowledge.Town || c.country != outer.Country() {
		return false
	}
	o := newCandidate(outer, -1, true)
	return c.km(&o) < wide
}

// isArea reports whether a place is an area of one country without borders in the table.
func isArea(p knowledge.Place) bool { return p.Kind() == knowledge.Feature && p.Country() != "" }

// containers returns the places that the story says a name's place lies in: "Bangor, Maine",
// "Bangor, Penobscot County, Maine", "Bangor (Maine)", "Bangor in northern Maine".
func (p *Problem) containers(i int) []container {
	list := p.owner(i)
	at := p.story.Names[i].Span.End
	if word, after, gap := nextWord(p.story.Text[at:]); gap == " " && p.isCountyWord(word) {
		at = len(p.story.Text) - len(after) // "Nassau and Baker counties in Florida"
	}
	for step := range 2 {
		f, from := p.gap(at)
		if from < 0 || step == 1 && f == loose {
			break
		}
		n := len(list)
		list, at = p.outers(list, from, f)
		if len(list) == n {
			break
		}
	}
	return list
}

// owner returns the country or region that stands before a name and has it: "India's Punjab", "the Indian Punjab".
func (p *Problem) owner(i int) []container {
	if i == 0 {
		return nil
	}
	b, at := &p.story.Names[i-1], p.story.Names[i].Span.Start
	if b.Span.End > at || at-b.Span.End > len("’s ") {
		return nil
	}
	between := p.story.Text[b.Span.End:at]
	if b.Hint == Known {
		if place, ok := p.table.Country(b.Country); ok && between == " " {
			return []container{{place, loose}}
		}
		return nil
	}
	if between != "'s " && between != "’s " {
		return nil
	}
	var list []container
	for place := range p.table.Keyed(knowledge.Key(p.bare(p.story.Text[b.Span.Start:b.Span.End]))) {
		if k := place.Kind(); k == knowledge.Country || k == knowledge.Region {
			list = append(list, container{place, loose})
		}
	}
	return list
}

// gap says what stands between a name and the one that may be around it, and where that
// one begins; -1 for none.
func (p *Problem) gap(at int) (form, int) {
	text := p.story.Text
	switch {
	case strings.HasPrefix(text[at:], ", "):
		at += 2
		if word, after, gap := nextWord(text[at:]); gap == "" && p.words.Is(word, lang.PlaceWithin) {
			return p.side(loose, len(text)-len(after))
		}
		return p.side(closed, at)
	case strings.HasPrefix(text[at:], " ("):
		return loose, at + 2
	}
	word, after, gap := nextWord(text[at:])
	switch {
	case gap == " " && p.words.Is(word, lang.PlaceWithin):
		return p.side(loose, len(text)-len(after))
	case gap == " " && startsUpper(word):
		return loose, at + 1
	}
	return loose, -1
}

// side passes over the words for a part of a larger place.
func (p *Problem) side(f form, at int) (form, int) {
	for range 3 {
		word, after, gap := nextWord(p.story.Text[at:])
		if gap != "" && gap != " " {
			return f, -1
		}
		if !p.words.Is(word, lang.PlaceSide) {
			return f, at + len(gap)
		}
		at = len(p.story.Text) - len(after)
	}
	return f, at
}

// outers appends the places around a name that begin at a byte, and returns where their name ends.
func (p *Problem) outers(list []container, at int, f form) ([]container, int) {
	ends := [4]int{}
	n := 0
	for end := at; n < len(ends); n++ {
		word, after, gap := nextWord(p.story.Text[end:])
		if word == "" || !startsUpper(word) || gap != "" && (n == 0 || gap != " ") {
			break
		}
		end = len(p.story.Text) - len(after)
		ends[n] = end
	}
	for n--; n >= 0; n-- {
		text := p.bare(p.story.Text[at:ends[n]])
		found := false
		for place := range p.table.Keyed(knowledge.Key(text)) {
			if place.Kind() <= knowledge.County || isArea(place) {
				if !found {
					found = true
					f = p.formOf(f, ends[n], text)
				}
				list = append(list, container{place, f})
			}
		}
		if found {
			return list, ends[n]
		}
	}
	return list, at
}

// formOf says how a name after a comma ends: with another comma or full stop, as one
// in a list, or in the middle of a clause.
func (p *Problem) formOf(f form, end int, name string) form {
	if f != closed {
		return f
	}
	rest := p.story.Text[end:]
	if strings.HasSuffix(name, ".") {
		return closed // "Ala." has no comma of its own at the end of a sentence
	}
	word, after, gap := nextWord(rest)
	if p.words.Is(word, lang.Conjunction) && (gap == " " || gap == ", ") {
		if next, _, _ := nextWord(after); startsUpper(next) {
			return listed
		}
	}
	if gap == ", " && startsUpper(word) && p.listGoesOn(rest) {
		return listed
	}
	ends := func(s string) bool { return strings.HasPrefix(rest, s) }
	if rest == "" || strings.IndexByte(",.;:)\n?!", rest[0]) >= 0 || slices.ContainsFunc([]string{"—", " —", " ("}, ends) {
		return closed
	}
	return open
}

// listGoesOn reports whether names parted by commas go on to a conjunction and a last
// one: ", Ohio and Texas".
func (p *Problem) listGoesOn(rest string) bool {
	for range 12 {
		word, after, gap := nextWord(rest)
		switch {
		case word == "" || gap != " " && gap != ", ":
			return false
		case p.words.Is(word, lang.Conjunction):
			next, _, _ := nextWord(after)
			return startsUpper(next)
		case !startsUpper(word):
			return false
		}
		rest = after
	}
	return false
}

// datelineBytes is how long a dateline is at most behind its place.
const datelineBytes = 60

// isDateline reports whether a name is the place in a dateline: it is in capitals, at the front of a line or of a
// sentence, and a dash follows behind other names, dates and brackets at most.
func (p *Problem) isDateline(s dateline.Span) bool {
	text := p.story.Text
	name := text[s.Start:s.End]
	if strings.ContainsFunc(name, unicode.IsLower) || len(name) < 3 {
		return false
	}
	before := strings.TrimRight(text[:s.Start], " ")
	if before != "" && !strings.HasSuffix(before, "\n") && !strings.HasSuffix(before, ".") {
		return false
	}
	rest := text[s.End:min(len(text), s.End+datelineBytes)]
	for _, dash := range dashes {
		if before, _, ok := strings.Cut(rest, dash); ok {
			return !strings.Contains(before, "\n") && capitalised(before)
		}
	}
	return false
}

// dashes end a dateline.
var dashes = []string{" - ", " -- ", " – ", " — ", "— ", "-- "}

// capitalised reports whether all words of a text begin with a capital or a digit.
func capitalised(text string) bool {
	for _, w := range strings.Fields(text) {
		if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(")); unicode.IsLower(r) {
			return false
		}
	}
	return true
}
