package opensearch

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/correct"
	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

const (
	// enough is how many articles a query must find to need no correction.
	enough = 3
	// maxCorrected is how many words and names of a query are looked at.
	maxCorrected = 16
)

// correct returns a whole query with the words and names that the archive does
// not know put right, "" where none can be, or the query finds enough, or the
// other does not find more.
func (a *Archive) correct(ctx context.Context, q search.Query, total int) (string, error) {
	if total >= enough {
		return "", nil
	}
	s := words.Get()
	defer words.Put(s)
	c := corrector{finder: finder{Archive: a, ctx: ctx, splitter: s}, left: maxCorrected}
	better, err := correct.Corrector{Text: c.text, Name: c.value}.Query(q)
	if err != nil || !c.changed || better.Validate() != nil { // it may have become too long
		return "", err
	}
	better.Feedback, better.Cursor = false, ""
	k, err := a.compile(ctx, better, nil)
	if err != nil {
		return "", err
	}
	n, err := a.countEach(ctx, []object{k.body})
	if err != nil || n[0] <= total {
		return "", err
	}
	return better.String(), nil
}

// corrector puts a query right.
type corrector struct {
	finder
	left    int
	changed bool
}

// text puts the words of a text right where they stand.
func (c *corrector) text(text, forms string) (string, error) {
	ws := c.splitter.Append(nil, text)
	terms := words.Distinct(ws, search.MaxTerms)
	counts, _, err := c.counts(c.ctx, fieldRank, terms)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	end := 0
	for _, w := range ws {
		i := slices.Index(terms, w.Term)
		if w.Start < end || i < 0 || counts[i] > 0 {
			continue
		}
		better, err := c.nearest(forms, "", c.splitter.Form(text[w.Start:w.End]))
		if err != nil {
			return "", err
		}
		if better != "" {
			b.WriteString(text[end:w.Start] + better)
			end = w.End
		}
	}
	return b.String() + text[end:], nil
}

// value puts a name right.
func (c *corrector) value(kind, value string) (string, error) {
	counts, _, err := c.counts(c.ctx, fieldKeys, []string{fields.Key(kind, value)})
	if err != nil || counts[0] > 0 {
		return value, err
	}
	better, err := c.nearest(fieldKeys, fields.Key(kind, ""), fields.Fold(value))
	if err != nil || better == "" {
		return value, err
	}
	written, err := c.asWritten(c.ctx, []completion{{expansion{term: fields.Key(kind, better)}, search.SuggestionKind(kind)}})
	if err != nil {
		return value, err
	}
	return cmp.Or(written[0].Text, better), nil
}

// nearest returns the term of a field, without its kind, that is nearest to a
// text, and of several the one that more articles have; "" where none is near.
// Short words may have one letter wrong, others two, the first letter none.
func (c *corrector) nearest(field, kind, text string) (string, error) {
	length := utf8.RuneCountInString(text)
	if length < 4 || c.left == 0 {
		return "", nil
	}
	c.left--
	for n := 1; n <= 2; n++ {
		if n == 2 && length < 7 {
			break
		}
		list, err := c.near(field, kind, text, n)
		if err != nil {
			return "", err
		}
		if len(list) > 0 {
			c.changed = true
			return strings.TrimPrefix(slices.MinFunc(list, oftenFirst).term, kind), nil
		}
	}
	return "", nil
}
