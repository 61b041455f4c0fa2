package phrase

import (
	"encoding/binary"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/summarize/internal/story"
)

// namesAt finds the mention that each word lies in, by index; -1 for none. It is
// nil where the document has no names.
func namesAt(s *story.Story) []int32 {
	if len(s.Doc.Entities) == 0 {
		return nil
	}
	at := make([]int32, len(s.Words))
	m := 0
	mentions := s.Doc.Mentions
	for i, w := range s.Words {
		for m < len(mentions) && mentions[m].End <= w.Start {
			m++
		}
		at[i] = -1
		if m < len(mentions) && mentions[m].Entity != "" && mentions[m].Start < w.End {
			at[i] = int32(m)
		}
	}
	return at
}

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
			if e := index[mention.Entity]; e != nil && mention.Start == f.story.Words[i].Start && mention.End == f.story.Words[j-1].End {
				f.addName(i, j, e)
			}
		}
		i = j
	}
}

// addName notes that words i to j name an entity.
func (f *finder) addName(i, j int, e *dateline.Entity) {
	words := f.story.Words
	f.key = f.key[:0]
	meaning := false
	for k := i; k < j; k++ {
		if t := words[k].Term; t != story.NoTerm {
			f.key = binary.LittleEndian.AppendUint32(f.key, uint32(t))
			meaning = meaning || !f.story.Terms[t].Stop
		}
	}
	if !meaning {
		return
	}
	span := dateline.Span{Start: words[i].Start, End: words[j-1].End}
	at, ok := f.known[string(f.key)]
	if !ok {
		at = len(f.found)
		f.known[string(f.key)] = at
		c := Candidate{First: i, shape: f.shape(i, j)}
		for k := i; k < j; k++ {
			if t := words[k].Term; t != story.NoTerm {
				c.Terms = append(c.Terms, t)
			}
		}
		f.found = append(f.found, c)
	}
	c := &f.found[at]
	if c.Entity == "" {
		c.Entity, c.Label, c.Salience = e.ID, e.Label, e.Salience
	}
	k, there := slices.BinarySearchFunc(c.Spans, span, func(a, b dateline.Span) int { return a.Start - b.Start })
	if there || k > 0 && c.Spans[k-1].End > span.Start || k < len(c.Spans) && c.Spans[k].Start < span.End {
		return
	}
	c.Spans = slices.Insert(c.Spans, k, span)
	c.First = min(c.First, i)
	c.Whole++
	if f.capitals(i, j) {
		c.Capital++
	}
}
