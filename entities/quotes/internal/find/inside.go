package find

import "github.com/dateline-go/dateline/entities/quotes/internal/lexicon"

// withinOthers cuts statements that others report: in "Lee said that Hallam urged the
// town to pay, which was “fair”" the quoted word behind the comma is Lee's.
func (d *Finder) withinOthers() {
	s := &d.Story
	for i := range d.found {
		x := &d.found[i]
		if x.Shape != Right || x.inQuote || !x.Direct || !d.covered(i, x.Head) {
			continue
		}
		run := &x.Content[0]
		comma := -1
		for k := run[0]; k < run[1] && s.tokens[k].region < 0; k++ {
			if s.tokens[k].tag == tComma {
				comma = k
			}
		}
		if comma <= run[0] {
			continue
		}
		run[1] = comma
		x.Content = x.Content[:1]
		x.Direct = s.direct(x.Content)
	}
}

// otherSpeakers cuts statements where somebody else begins to speak: "Lee said it was
// safe, but Hallam warned that it could fall".
func (d *Finder) otherSpeakers() {
	s := &d.Story
	for i := range d.found {
		x := &d.found[i]
		if x.Shape != Right || x.inQuote {
			continue
		}
		for j := i + 1; j < min(i+window, len(d.found)) && d.found[j].sentence == x.sentence; j++ {
			y := &d.found[j]
			at := y.Source[0] - 2
			run := &x.Content[len(x.Content)-1]
			if at <= run[0] || y.Head >= run[1] || y.inQuote || s.tokens[at].tag != tComma || s.tokens[at+1].Small != lexicon.But || y.comp != cThat && y.comp != cClause ||
				groupOf(y.Class) != gSpeech && groupOf(y.Class) != gTell || y.subject != sPerson && y.subject != sOrganisation && y.subject != sPersonNoun {
				continue
			}
			run[1] = at
			x.Direct = s.direct(x.Content)
			break
		}
	}
}
