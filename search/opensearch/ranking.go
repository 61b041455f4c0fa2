package opensearch

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/internal/engine"
	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

// Ranking is the BM25F of package engine. Lucene has none that takes our fields,
// but its BM25 is the same once the fields are one: for each term of a document we
// add up
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
	// precision is the frequency that stands for tf 1; rounding changes a score by
	// less than a thousandth of what one word adds.
	precision = 1000
	// everyTerm stands in every document, since Lucene counts only those that have
	// the field. No word looks like it.
	everyTerm = "*"
)

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

func (v *Averages) list() [len(engine.Scored)]*float64 {
	return [...]*float64{&v.Body, &v.Headline, &v.Dek, &v.Headings, &v.Names, &v.Keyphrases}
}

func (v Averages) check() error {
	if v == (Averages{}) {
		return nil
	}
	for i, x := range v.list() {
		if math.IsNaN(*x) || *x <= 0 || *x > 1e9 {
			return fmt.Errorf("%w: average %g of %s is not above 0: set all averages or none",
				ErrOptions, *x, engine.Scored[i].Name)
		}
	}
	return nil
}

// averagesOf returns the averages of some documents; few count as if usual ones
// were with them.
func averagesOf(docs []*dateline.Document) Averages {
	var v Averages
	list := v.list()
	n := 0.0
	for _, doc := range docs {
		if doc == nil || doc.Validate() != nil {
			continue
		}
		n++
		s := words.LanguageOf(doc.Language).Get()
		of := fields.Of(doc, s)
		words.Put(s)
		for i, f := range engine.Scored {
			*list[i] += float64(len(engine.Postings(of, f.Name)))
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

// values are the averages in the order of the scored fields.
func (v Averages) values() (list engine.Averages) {
	for i, x := range v.list() {
		list[i] = *x
	}
	return list
}

// ranking adds up the tf of the terms of a document.
type ranking struct {
	at    map[string]int
	terms []engine.Term
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
	averages := v.values()
	for i, f := range engine.Scored {
		postings := engine.Postings(of, f.Name)
		one := f.TF(1, float64(len(postings)), averages[i])
		for _, p := range slices.Concat(postings, engine.Joined(of, f.Name)) {
			n, ok := r.at[p.Term]
			if !ok {
				n = len(r.terms)
				r.at[p.Term] = n
				r.terms = append(r.terms, engine.Term{Text: p.Term})
			}
			r.terms[n].Weight += one
		}
	}
	b.b = append(b.b, `"`+everyTerm+"|1"...)
	for _, t := range r.terms {
		b.b = append(b.b, ' ')
		b.part(t.Text)
		b.b = append(b.b, '|')
		b.number(int64(max(math.Round(precision*t.Weight), 1)))
	}
	b.b = append(b.b, '"')
}

// scale is what Lucene's score is multiplied by to be ours.
func (a *Archive) scale() float64 {
	if a.legacy {
		return (engine.K1 + 1) / (engine.K1*precision + 1)
	}
	return engine.K1 + 1
}

// ranks returns the queries that score.
func ranks(terms []engine.Term) []object {
	var list []object
	for _, t := range terms[:min(len(terms), maxRanks)] {
		if len(t.More) == 0 {
			list = append(list, object{"term": object{fieldRank: object{"value": t.Text, "boost": t.Weight}}})
			continue
		}
		list = append(list, object{"match": object{fieldRank: object{
			"query": strings.Join(t.All(), " "), "analyzer": analyzerTogether, "boost": t.Weight}}})
	}
	return list
}

// maxRanks is how many words rank at most: OpenSearch takes 1,024 clauses in all.
const maxRanks = 600
