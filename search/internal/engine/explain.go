package engine

import (
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

// Explainer makes scores once more, from the documents, and writes down how.
type Explainer struct {
	Terms     []Term
	Counts    []int // how many documents have each term
	Documents int   // in the store
	Averages  Averages
}

// Explain explains the score of a document.
func (e *Explainer) Explain(doc *dateline.Document) *search.Explanation {
	s := words.LanguageOf(doc.Language).Get()
	defer words.Put(s)
	counted := count(fields.Of(doc, s))
	x := &search.Explanation{Terms: []search.TermScore{}}
	for i, t := range e.Terms {
		one := search.TermScore{Term: t.Text, Weight: t.Weight, Documents: e.Counts[i],
			IDF: IDF(e.Documents, e.Counts[i]), K1: K1}
		for j, f := range Scored {
			n := 0
			for _, term := range t.All() {
				n += counted[j].terms[term]
			}
			if n == 0 {
				continue
			}
			part := search.FieldScore{Field: f.Name, Frequency: n, Length: counted[j].length,
				Average: e.Averages[j], Weight: f.Weight, B: f.B}
			part.TF = f.TF(float64(n), float64(part.Length), part.Average)
			one.Fields = append(one.Fields, part)
			one.TF += part.TF
		}
		if one.TF == 0 {
			continue
		}
		one.Score = Score(one.Weight, one.IDF, one.TF)
		x.Terms = append(x.Terms, one)
		x.Score += one.Score
	}
	return x
}

// counts are the terms of a field.
type counts struct {
	terms  map[string]int
	length int
}

// count counts the terms of the scored fields.
func count(of []fields.Field) (list [len(Scored)]counts) {
	for i, f := range Scored {
		postings := Postings(of, f.Name)
		list[i] = counts{make(map[string]int, len(postings)), len(postings)}
		for _, p := range slices.Concat(postings, Joined(of, f.Name)) {
			list[i].terms[p.Term]++
		}
	}
	return list
}

// Joined returns the words of a field that a hyphen ties.
func Joined(of []fields.Field, name string) []fields.Posting {
	for _, f := range of {
		if f.Name == name {
			return f.Joined
		}
	}
	return nil
}

// Postings returns the postings of a field.
func Postings(of []fields.Field, name string) []fields.Posting {
	for _, f := range of {
		if f.Name == name {
			return f.Postings
		}
	}
	return nil
}
