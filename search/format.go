package search

import (
	"strings"
	"time"
	"unicode"
)

// String returns the query in the language of [Parse], which reads the same
// query back from it: Parse(q.String()) equals q for every q that Parse gave.
func (q Query) String() string {
	var items []string
	for _, w := range strings.Fields(q.Text) {
		items = append(items, escape(w))
	}
	for _, c := range q.Clauses {
		items = append(items, c.String())
	}
	for _, f := range q.filters() {
		for _, v := range *f.values {
			items = append(items, Clause{Field: f.field, Text: v}.String())
		}
	}
	if !q.After.IsZero() {
		items = append(items, "after:"+day(q.After))
	}
	if !q.Before.IsZero() {
		items = append(items, "before:"+day(q.Before))
	}
	if q.Sort != Relevance {
		items = append(items, "sort:"+string(q.Sort))
	}
	return strings.Join(items, " ")
}

// String returns the clause in the language of [Parse].
func (c Clause) String() string {
	var b strings.Builder
	switch {
	case c.Not:
		b.WriteByte('-')
	case c.Field == Everywhere && c.Match == Word:
		b.WriteByte('+')
	}
	if c.Field != Everywhere {
		b.WriteString(string(c.Field) + ":")
	}
	spaced := strings.ContainsFunc(c.Text, unicode.IsSpace)
	switch {
	case c.Match == Prefix:
		b.WriteString(escape(c.Text) + "*")
	case c.Match == Phrase || spaced && !c.Field.words():
		b.WriteString(`"` + quote.Replace(c.Text) + `"`)
	default:
		b.WriteString(escape(c.Text))
	}
	return b.String()
}

var quote = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

// escape takes the meaning from every sign of a word that has one.
func escape(word string) string {
	var b strings.Builder
	for i, r := range word {
		if r == '\\' || r == '"' || r == ':' || r == '*' || i == 0 && (r == '+' || r == '-') || unicode.IsSpace(r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// day writes a moment as a day where it is the first of one.
func day(t time.Time) string {
	t = t.UTC()
	if t.Equal(t.Truncate(24 * time.Hour)) {
		return t.Format(time.DateOnly)
	}
	return t.Format(time.RFC3339Nano)
}
