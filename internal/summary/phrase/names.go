package phrase

import (
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/summary/story"
)

// What namesAt says of words that are in no name.
const (
	plain = -1
	value = -2 // a part of a date or an amount
)

// namesAt finds the mention of a name that each word lies in, by index, or one of
// the values above. It is nil where the document has no mentions.
func namesAt(s *story.Story) []int32 {
	mentions := s.Doc.Mentions
	if len(mentions) == 0 {
		return nil
	}
	at := make([]int32, len(s.Words))
	m := 0
	for i, w := range s.Words {
		for m < len(mentions) && mentions[m].End <= w.Start {
			m++
		}
		switch {
		case m == len(mentions) || mentions[m].Start >= w.End:
			at[i] = plain
		case mentions[m].Label.IsValue():
			at[i] = value
		default:
			at[i] = int32(m)
		}
	}
	return at
}

// isValue reports whether a word is a part of a date or an amount.
func (f *finder) isValue(i int) bool { return f.name != nil && f.name[i] == value }

// cuts reports whether words i to j hold a part of a name but not the whole.
func (f *finder) cuts(i, j int) bool {
	n := f.name
	return n != nil &&
		(i > 0 && n[i] >= 0 && n[i-1] == n[i] || j < len(n) && n[j-1] >= 0 && n[j] == n[j-1])
}

// names makes each mention of an entity a candidate, or tells the candidate that
// is there which entity it names.
func (f *finder) names() {
	if f.name == nil {
		return
	}
	index := make(map[string]*dateline.Entity, len(f.story.Doc.Entities))
	for i := range f.story.Doc.Entities {
		e := &f.story.Doc.Entities[i]
		index[e.ID] = e
	}
	for i := 0; i < len(f.name); {
		m := f.name[i]
		j := i + 1
		for j < len(f.name) && f.name[j] == m {
			j++
		}
		if m >= 0 {
			mention := f.story.Doc.Mentions[m]
			whole := dateline.Span{Start: f.story.Words[i].Start, End: f.story.Words[j-1].End}
			if e := index[mention.Entity]; e != nil && mention.Span() == whole {
				f.addName(i, j, e)
			}
		}
		i = j
	}
}

// addName notes that words i to j name an entity. A people is no keyphrase beside
// its country: most such words are adjectives.
func (f *finder) addName(i, j int, e *dateline.Entity) {
	words := f.story.Words
	meaning := false
	for k := i; k < j; k++ {
		t := words[k].Term
		meaning = meaning || t != story.NoTerm && !f.story.Terms[t].Stop
	}
	if !meaning {
		return
	}
	// where every word has a capital, a name is a guess
	guess := e.Mentions < 2 && f.story.Sentences[words[i].Sentence].Capitals
	at := f.candidate(i, j, !guess)
	if at < 0 {
		return
	}
	c := &f.found[at]
	if c.Entity == "" {
		c.Label, c.Salience = e.Label, e.Salience
		if !f.tagging { // a keyword field wants the words of a name, not one form of it
			c.Entity = e.ID
		}
		c.people = e.Label == dateline.NORP && e.Country != ""
	}
	f.place(c, i, j, true)
}
