package statement

import "github.com/dateline-go/dateline/internal/statement/lexicon"

// A quotation that is a paragraph of its own, without a cue, goes on with what the
// last speaker of the paragraph before it said.
const (
	leastAlone  = 5 // tokens between its marks
	aloneChance = 0.8
)

// alone adds such quotations, each with the source of the statement before it. The
// statements are in the order of their heads.
//
// Where that was a quotation itself, it is one statement with what goes on.
func (d *Finder) alone() {
	s := &d.Story
	found := len(d.found)
	at, last, before := 0, -1, 0
	from := 0
	for _, to := range s.paragraphs {
		if k := s.tokens[from].region; k >= 0 && s.tokens[from].mark == '(' && last >= 0 && before == from {
			r := s.regions[k]
			if r.Closed && r.Close+1 >= to && r.Close-r.Open > leastAlone && s.tokens[r.Close-1].tag == tStop &&
				!d.claims(at, found, from, to) {
				if x := &d.found[last]; x.Shape != Right && x.quoted && x.Content[len(x.Content)-1][1] <= from {
					x.Content = append(x.Content, [2]int{from, to}) // `“…,” she said.` and a paragraph more
					before, from = to, to
					continue
				}
				x := &d.found[last]
				d.spans = append(d.spans, [2]int{from, to})
				n := len(d.spans)
				d.found = append(d.found, Statement{
					Frame:   Frame{Head: from, Start: x.Start, End: x.End, Class: lexicon.Bare, form: fNoVerb, Source: x.Source},
					Follows: last + 1,
					Content: d.spans[n-1 : n : n], Direct: true, Chance: aloneChance * x.Chance,
				})
				before = to // it may go on
			}
		}
		for at < found && d.found[at].Head < to {
			if x := &d.found[at]; !x.inQuote && x.Source[1] > 0 && groupOf(x.Class) <= gTell {
				last, before = at, to
			}
			at++
		}
		from = to
	}
}

// claims reports whether one of the first found statements near the one at i has
// content between two tokens.
func (d *Finder) claims(i, found, from, to int) bool {
	for k := max(0, i-window); k < found && d.found[k].Head < to; k++ {
		for _, c := range d.found[k].Content {
			if c[0] < to && from < c[1] && c[1]-c[0] > 2 {
				return true
			}
		}
	}
	return false
}
