package engine

import (
	"math"

	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

// Ranking is BM25F: Robertson, Zaragoza, Taylor, "Simple BM25 extension to
// multiple weighted fields" (CIKM 2004). For each term of the query
//
//	tf    = Σ over fields  weight × freq / (1 - b + b × length / average length)
//	score = Σ over terms   weight × idf × (k1 + 1) × tf / (k1 + tf)
//	idf   = ln(1 + (N - df + 0.5) / (df + 0.5))
//
// where df counts the documents that have the term in any scored field, and the
// weight of a term is the root of how often it stands in the query. The body
// field holds the whole story, so the weights of the others come on top.
//
// The constants are the middle of a plateau on four test collections: k1 from 1.2
// to 2.2 and b from 0.5 to 0.75 for the body change nDCG@10 by less than 0.006.

// K1 says how fast more of the same word adds less.
const K1 = 1.5

// ScoredField is a field that ranking reads.
type ScoredField struct {
	Name      string
	Weight, B float64
}

// Scored are the fields that ranking reads, in the order of [Lengths]. Nobody
// changes them.
var Scored = [...]ScoredField{
	{fields.Body, 1, 0.65},
	{fields.Headline, 2, 0.5},
	{fields.Dek, 0.5, 0.5},
	{fields.Headings, 0.5, 0.5},
	{fields.Names, 0.5, 0.5},
	{fields.Keyphrases, 0.5, 0.5},
}

// Lengths is how many terms a document has in each scored field.
type Lengths [len(Scored)]int

// Averages are the average lengths of the scored fields.
type Averages [len(Scored)]float64

// TF is what a field adds to the frequency of a term that stands freq times in it.
func (f ScoredField) TF(freq, length, average float64) float64 {
	return f.Weight * freq / (1 - f.B + f.B*length/average)
}

// IDF is the rarity of a term that df of n documents have. Lucene counts deleted
// documents in df, so it may be above n.
func IDF(n, df int) float64 {
	d := float64(min(df, n))
	return math.Log(1 + (float64(n)-d+0.5)/(d+0.5))
}

// Score is what a term adds to the score of a document.
func Score(weight, idf, tf float64) float64 { return weight * idf * (K1 + 1) * tf / (K1 + tf) }

// Term is a term of a query and how much it counts.
type Term struct {
	Text string
	// More are terms that count as the same one, because one word of the query
	// stands for all of them.
	More   []string
	Weight float64
}

// All returns the term with those that count as the same.
func (t Term) All() []string { return append([]string{t.Text}, t.More...) }

// joinedWeight is how often two words count that a hyphen ties, as one without it. They
// are to be found, and their parts have ranked already.
const joinedWeight = 0.01

// Weigh returns the words of a text, each once, in order of appearance, at most
// n, with the root of how often it stands there. See [Distinct].
func Weigh(text []words.Reading, n int) []Term {
	list := Distinct(text, n)
	for i := range list {
		list[i].Weight = math.Sqrt(list[i].Weight)
	}
	return list
}

// Distinct returns the words of a text, each once, in order of appearance, at most
// n, with how often it stands there. A word that several languages look up is one
// Term, and so are two words that one of the languages takes for the same.
func Distinct(text []words.Reading, n int) []Term {
	at := map[string]int{}
	var list []Term
	for _, word := range words.Terms(text) {
		terms := word.Terms
		i := len(list)
		for _, t := range terms {
			if j, ok := at[t]; ok {
				i = j
				break
			}
		}
		switch {
		case i == n:
			continue
		case i == len(list):
			list = append(list, Term{Text: terms[0]})
			at[terms[0]] = i
		}
		for _, t := range terms {
			if _, ok := at[t]; !ok {
				at[t] = i
				list[i].More = append(list[i].More, t)
			}
		}
		if word.Joined {
			list[i].Weight += joinedWeight
		} else {
			list[i].Weight++
		}
	}
	return list
}
