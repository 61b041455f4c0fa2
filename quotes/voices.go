package quotes

import (
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/quotes/internal/find"
	"github.com/dateline-go/dateline/quotes/internal/lexicon"
)

// turn returns who the label of a turn in a transcript means: "BLITZER" the person of
// that surname, "Q" and "A" nobody whose name is known.
func (r *resolver) turn(x *find.Statement) (who *known, name string) {
	label := r.story.Span(x.Source)
	if who = r.resolve(label); who != nil {
		return who, who.entity.Name
	}
	name = strings.Join(strings.Fields(r.doc.Words(label)), " ")
	if len(name) == 1 {
		return nil, ""
	}
	if r.surnames == nil {
		r.surnames = map[string]*known{}
		for i := range r.doc.Entities {
			e := &r.doc.Entities[i]
			if last := lastWord(e.Name); e.Label == dateline.Person && r.surnames[last] == nil {
				r.surnames[last] = r.entities[e.ID]
			}
		}
	}
	return r.surnames[lastWord(name)], name
}

// voices gives what "I" says inside quotation marks, or in a turn of a transcript, to
// the one who speaks there. The quotes are in the order of their content.
func (r *resolver) voices(quotes []dateline.Quote, turns map[int]bool) {
	outer := -1
	for i := range quotes {
		q := &quotes[i]
		for outer >= 0 && end(quotes[outer].Content) <= q.Content[0].Start {
			outer = -1
		}
		if outer >= 0 && q.Speaker == "" && r.says(q.Source, lexicon.First) && holds(quotes[outer].Content, q.Source) {
			q.Speaker, q.Entity = quotes[outer].Speaker, quotes[outer].Entity
		}
		if outer < 0 && (q.Direct || turns[q.Content[0].Start]) && q.Speaker != "" {
			outer = i
		}
	}
}

// says reports whether a source is a single pronoun of a kind.
func (r *resolver) says(source dateline.Span, w lexicon.Word) bool {
	if source.Len() == 0 {
		return false
	}
	words := r.doc.Words(source)
	return lexicon.Default().Find(words).Small == w && gazetteer.Fold(words) != "we" && gazetteer.Fold(words) != "us"
}

// end returns where the last of some spans ends.
func end(spans []dateline.Span) int { return spans[len(spans)-1].End }

// holds reports whether one of the spans holds another one whole.
func holds(spans []dateline.Span, s dateline.Span) bool {
	for _, o := range spans {
		if o.Start <= s.Start && s.End <= o.End {
			return true
		}
	}
	return false
}
