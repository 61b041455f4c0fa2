package mcp

import (
	"context"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/spoken"
)

// The bounds of what is told of quotes.
const (
	usualQuotes   = 20
	maxQuotes     = 100
	quoteArticles = 100 // read, the newest
)

// quotesQuestion asks what somebody said.
type quotesQuestion struct {
	Speaker string `json:"speaker" jsonschema:"a name or alias in any case, or an entity's id"`
	Query   string `json:"query,omitempty" jsonschema:"only in articles that this search finds"`
	Direct  bool   `json:"direct,omitempty" jsonschema:"only words that stand between quotation marks"`
	Limit   int    `json:"limit,omitempty" jsonschema:"how many quotes, 20 where it is absent, 100 at most"`
}

// quotesAnswer is what somebody said.
type quotesAnswer struct {
	Quotes []quote `json:"quotes" jsonschema:"the newest article first, in its order"`
	// Read is how many of the articles that name the speaker were read.
	Read  int `json:"read" jsonschema:"how many articles were read for it, the newest ones"`
	Total int `json:"total" jsonschema:"how many articles name the speaker"`
}

// quote is one statement.
type quote struct {
	Article    source  `json:"article"`
	Speaker    string  `json:"speaker"`
	Entity     string  `json:"entity,omitempty"`
	Words      []words `json:"words" jsonschema:"what was said, as the article has it; paraphrased where exact is absent"`
	Exact      []words `json:"exact,omitempty" jsonschema:"the words between quotation marks"`
	Source     *words  `json:"source,omitempty" jsonschema:"the words that name the speaker"`
	Direct     bool    `json:"direct" jsonschema:"all of it stands between quotation marks"`
	Confidence float64 `json:"confidence" jsonschema:"how sure the speaker is, 0 to 1"`
}

// quotesBy tells what somebody said.
func (d *desk) quotesBy(ctx context.Context, asked quotesQuestion) (quotesAnswer, error) {
	name := strings.Join(strings.Fields(asked.Speaker), " ")
	if name == "" {
		return quotesAnswer{}, refuse("speaker is empty")
	}
	limit, err := bounded(asked.Limit, usualQuotes, maxQuotes)
	if err != nil {
		return quotesAnswer{}, err
	}
	q, err := query(asked.Query, "newest")
	if err != nil {
		return quotesAnswer{}, err
	}
	q.Clauses = append(q.Clauses, naming(name)) // "police" is no entity, but words
	q.Limit, q.Documents, q.Fragments = quoteArticles, true, -1
	res, err := d.Archive.Search(ctx, q)
	if err != nil {
		return quotesAnswer{}, err
	}
	a := quotesAnswer{Quotes: []quote{}, Read: len(res.Hits), Total: res.Total}
	for _, h := range res.Hits {
		a.Quotes = append(a.Quotes, said(h.Document, name, asked.Direct)...)
		if len(a.Quotes) >= limit {
			a.Quotes = a.Quotes[:limit]
			break
		}
	}
	return a, nil
}

// said returns what somebody says in an article.
func said(doc *dateline.Document, name string, direct bool) []quote {
	var list []quote
	for _, q := range spoken.By(doc, name, true) {
		if direct && !q.Direct {
			continue
		}
		one := quote{Article: sourceOf(doc), Speaker: q.Speaker, Entity: q.Entity, Words: []words{},
			Direct: q.Direct, Confidence: dateline.Round(q.Confidence)}
		for _, s := range q.Content {
			one.Words = append(one.Words, wordsAt(doc, s))
		}
		for _, s := range q.Exact {
			one.Exact = append(one.Exact, wordsAt(doc, s))
		}
		if q.Source != (dateline.Span{}) {
			by := wordsAt(doc, q.Source)
			one.Source = &by
		}
		list = append(list, one)
	}
	return list
}
