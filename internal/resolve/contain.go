package resolve

import (
	"strings"
	"unicode"
	"unicode/utf8"

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

// contain notes the places that the story says a name's place lies in: "Bangor, Maine",
// "Bangor, Penobscot County, Maine", "Bangor (Maine)", "Bangor in northern Maine".
func (p *Problem) contain(g *group, i int) {
	at := p.story.Names[i].Span.End
	if word, after, gap := nextWord(p.story.Text[at:]); gap == " " && p.words.Is(strings.ToLower(word), lang.CountyWord) {
		at = len(p.story.Text) - len(after)
	}
	for step := range 2 {
		f, from := p.gap(at)
		if from < 0 || step == 1 && f == loose {
			return
		}
		to := p.outers(g, from, f)
		if to < 0 {
			return
		}
		at = to
	}
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

// outers notes the places around a name that begin at a byte, and returns where their name
// ends; -1 where there are none.
func (p *Problem) outers(g *group, at int, f form) int {
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
			if k := place.Kind(); k == knowledge.Country || k == knowledge.Region || k == knowledge.County {
				if !found {
					found = true
					f = p.formOf(f, ends[n], text)
				}
				g.outer = append(g.outer, container{place, f})
			}
		}
		if found {
			return ends[n]
		}
	}
	return -1
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
	if rest == "" || strings.ContainsRune(",.;:)\n?!—", rune(rest[0])) || strings.HasPrefix(rest, " —") || strings.HasPrefix(rest, " (") {
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
