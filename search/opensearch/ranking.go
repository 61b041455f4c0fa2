package opensearch

import (
	"fmt"
	"math"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

// Ranking is the BM25F of package archive. Lucene has none that takes our
// fields, but its BM25 is the same once the fields are one: for each term of a
// document we add up
//
//	tf = Σ over fields  weight × freq / (1 - b + b × length / average length)
//
// ourselves and index the term once, in the field "rank", with precision × tf as
// its frequency. With k1 × precision as k1 and b = 0, Lucene's
//
//	idf × freq / (freq + k1)      idf = ln(1 + (N - df + 0.5) / (df + 0.5))
//
// is our score but for the constant factor k1+1, which OpenSearch 2 gives as that
// of its own k1. The averages must not change for that, so they are set when the
// archive begins; that of a field matters little as long as it is near.
const (
	k1 = 1.5
	// precision is the frequency that stands for tf 1; rounding changes a score by
	// less than a thousandth of what one word adds.
	precision = 1000
	// everyTerm stands in every document, since Lucene counts only those that have
	// the field. No word looks like it.
	everyTerm = "*"
)

// scored are the fields that ranking reads.
var scored = [...]struct {
	name      string
	weight, b float64
}{
	{fields.Body, 1, 0.65}, {fields.Headline, 2, 0.5}, {fields.Dek, 0.5, 0.5},
	{fields.Headings, 0.5, 0.5}, {fields.Names, 0.5, 0.5}, {fields.Keyphrases, 0.5, 0.5},
}

// Averages are the average numbers of words in the fields of an archive, stop
// words not counted. Ranking compares the length of an article with them. They
// stay as long as the archive, so they should be those of usual articles.
type Averages struct {
	Body       float64 `json:"body"` // the whole story, headline too
	Headline   float64 `json:"headline"`
	Dek        float64 `json:"dek"`
	Headings   float64 `json:"headings"`
	Names      float64 `json:"names"`
	Keyphrases float64 `json:"keyphrases"`
}

// usual are the averages of a news site, for fields that the first documents do
// not have.
var usual = Averages{Body: 350, Headline: 7, Dek: 10, Headings: 4, Names: 25, Keyphrases: 18}

// fewDocuments is from how many documents on averages are taken as they are.
const fewDocuments = 100

func (v *Averages) list() [len(scored)]*float64 {
	return [...]*float64{&v.Body, &v.Headline, &v.Dek, &v.Headings, &v.Names, &v.Keyphrases}
}

func (v Averages) check() error {
	if v == (Averages{}) {
		return nil
	}
	for i, x := range v.list() {
		if math.IsNaN(*x) || *x <= 0 || *x > 1e9 {
			return fmt.Errorf("opensearch: average %g of %s is not above 0: set all averages or none", *x, scored[i].name)
		}
	}
	return nil
}

// averagesOf returns the averages of some documents; few count as if usual ones
// were with them.
func averagesOf(docs []*dateline.Document) Averages {
	s := words.Get()
	defer words.Put(s)
	var v Averages
	list := v.list()
	n := 0.0
	for _, doc := range docs {
		if doc == nil || doc.Validate() != nil {
			continue
		}
		n++
		of := fields.Of(doc, s)
		for i, f := range scored {
			*list[i] += float64(len(postingsOf(of, f.name)))
		}
	}
	more := max(fewDocuments-n, 0)
	for i, x := range usual.list() {
		if *list[i] == 0 {
			*list[i] = *x
		} else {
			*list[i] = (*list[i] + more**x) / (n + more)
		}
	}
	return v
}

// postingsOf returns the postings of a field.
func postingsOf(of []fields.Field, name string) []fields.Posting {
	for _, f := range of {
		if f.Name == name {
			return f.Postings
		}
	}
	return nil
}

// ranking adds up the tf of the terms of a document.
type ranking struct {
	at    map[string]int
	terms []weighted
}

// rank writes terms with their frequencies for the field "rank", in the order in
// which they come.
func (b *builder) rank(of []fields.Field, v *Averages) {
	r := &b.ranking
	if r.at == nil {
		r.at = map[string]int{}
	}
	clear(r.at)
	r.terms = r.terms[:0]
	averages := v.list()
	for i, f := range scored {
		postings := postingsOf(of, f.name)
		one := f.weight / (1 - f.b + f.b*float64(len(postings)) / *averages[i])
		for _, p := range postings {
			n, ok := r.at[p.Term]
			if !ok {
				n = len(r.terms)
				r.at[p.Term] = n
				r.terms = append(r.terms, weighted{term: p.Term})
			}
			r.terms[n].weight += one
		}
	}
	b.b = append(b.b, `"`+everyTerm+"|1"...)
	for _, t := range r.terms {
		b.b = append(b.b, ' ')
		b.part(t.term)
		b.b = append(b.b, '|')
		b.number(int64(max(math.Round(precision*t.weight), 1)))
	}
	b.b = append(b.b, '"')
}

// scale is what Lucene's score is multiplied by to be ours.
func (a *Archive) scale() float64 {
	if a.legacy {
		return (k1 + 1) / (k1*precision + 1)
	}
	return k1 + 1
}

// weighted is a term and how much it counts. More are terms that count as the
// same one, because one word of the query stands for all of them.
type weighted struct {
	term   string
	more   []string
	weight float64
}

// all returns all its terms.
func (w weighted) all() []string { return append([]string{w.term}, w.more...) }

// weigh returns the terms of a text, each once, in order of appearance, at most
// n, with the root of how often it stands there.
func weigh(terms []string, n int) []weighted {
	at := map[string]int{}
	var list []weighted
	for _, t := range terms {
		i, ok := at[t]
		if !ok {
			if i = len(list); i == n {
				continue
			}
			at[t] = i
			list = append(list, weighted{term: t})
		}
		list[i].weight++
	}
	for i := range list {
		list[i].weight = math.Sqrt(list[i].weight)
	}
	return list
}

// ranks returns the queries that score.
func ranks(terms []weighted) []object {
	var list []object
	for _, t := range terms[:min(len(terms), maxRanks)] {
		if len(t.more) == 0 {
			list = append(list, object{"term": object{fieldRank: object{"value": t.term, "boost": t.weight}}})
			continue
		}
		list = append(list, object{"match": object{fieldRank: object{
			"query": strings.Join(t.all(), " "), "analyzer": analyzerTogether, "boost": t.weight}}})
	}
	return list
}

// maxRanks is how many words rank at most: OpenSearch takes 1,024 clauses in all.
const maxRanks = 600
