package archive

import (
	"cmp"
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
func (v *view) correct(q search.Query, total int) (string, error) {
	if total >= enough {
		return "", nil
	}
	c := corrector{finder: finder{view: v, expansions: search.MaxExpansions, scans: maxScans}, left: maxCorrected}
	better, err := correct.Corrector{Text: c.text, Name: c.value}.Query(q)
	if err != nil || !c.changed {
		return "", err
	}
	if better.Validate() != nil {
		return "", nil // it became too long
	}
	better.Feedback, better.Cursor = false, ""
	m, err := v.match(better)
	if err != nil || len(m.found.list()) <= total {
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
	var b strings.Builder
	end := 0
	for _, w := range c.splitter.Append(nil, text) {
		if w.Term == "" || w.Start < end {
			continue
		}
		word := text[w.Start:w.End]
		known, err := c.known(w.Term)
		if err != nil {
			return "", err
		}
		if known {
			continue
		}
		better, err := c.nearest(forms, "", c.splitter.Form(word))
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

// known reports whether any article has a term.
func (c *corrector) known(term string) (bool, error) {
	for _, field := range fields.ScopeOf("").Fields {
		if df, err := c.frequency(field, term); df > 0 || err != nil {
			return true, err
		}
	}
	return false, nil
}

// value puts a name right.
func (c *corrector) value(kind, value string) (string, error) {
	df, err := c.frequency(fieldKeys, fields.Key(kind, value))
	if err != nil || df > 0 {
		return value, err
	}
	better, err := c.nearest(fieldKeys, fields.Key(kind, ""), fields.Fold(value))
	if err != nil || better == "" {
		return value, err
	}
	written, _, err := c.asWritten(completion{expansion{term: fields.Key(kind, better)}, search.SuggestionKind(kind)})
	return cmp.Or(written, better), err
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
	_, first := utf8.DecodeRuneInString(text)
	for n := 1; n <= 2; n++ {
		if n == 2 && length < 7 {
			break
		}
		list, err := c.scan(field, kind+text[:first], func(term string) bool { return words.Near(text, strings.TrimPrefix(term, kind), n) })
		if err != nil {
			if err == errExpansions {
				err = nil
			}
			return "", err
		}
		if len(list) == 0 {
			continue
		}
		c.changed = true
		best := slices.MinFunc(list, func(a, b expansion) int { return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.term, b.term)) })
		return strings.TrimPrefix(best.term, kind), nil
	}
	return "", nil
}
