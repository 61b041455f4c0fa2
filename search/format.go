package search

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/dateline-go/dateline/search/internal/words"
)

// String returns the query in the language of [Parse], which reads the same
// query back from it: Parse(q.String()) equals q for every q that Parse gave, but
// for what is not part of the language. Of other valid queries it finds the same.
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
			items = append(items, Clause{Field: f.field, Text: v}.inner())
		}
	}
	if !q.After.IsZero() {
		items = append(items, dateItem(q.After, time.Time{}))
	}
	if !q.Before.IsZero() {
		items = append(items, dateItem(time.Time{}, q.Before))
	}
	if q.Sort != Relevance {
		items = append(items, "sort:"+string(q.Sort))
	}
	if q.HalfLife > 0 {
		items = append(items, "halflife:"+age(q.HalfLife))
	}
	return strings.Join(items, " ")
}

// age writes a half-life, in days where it is some.
func age(d time.Duration) string {
	const day = 24 * time.Hour
	if d%day == 0 && d/day < 100_000 {
		return fmt.Sprintf("%dd", d/day)
	}
	return d.String()
}

// String returns the clause in the language of [Parse], as it stands in a query.
func (c Clause) String() string {
	s := c.inner()
	switch {
	case c.Not || !c.IsLeaf() || c.Match == AnyWord:
	case c.Field == Everywhere && c.Match == Word && c.Fuzzy == 0:
		return "+" + s
	case c.Field == Published, c.Match == Word && c.Fuzzy == 0 &&
		slices.Contains([]Field{InSection, OnSite, ByAuthor, InLanguage}, c.Field):
		return "(" + s + ")" // alone it would be one of those that are enough
	}
	return s
}

// inner writes the clause as it stands in brackets.
func (c Clause) inner() string {
	var b strings.Builder
	if c.Not {
		b.WriteByte('-')
	}
	switch {
	case !c.IsLeaf():
		join := " "
		list := c.All
		if len(c.Any) > 0 {
			join, list = " OR ", c.Any
		}
		var parts []string
		for _, k := range list {
			parts = append(parts, k.inner())
		}
		b.WriteString("(" + strings.Join(parts, join) + ")")
		return b.String()
	case c.Field == Published:
		b.WriteString(dateItem(c.After, c.Before))
		return b.String()
	case c.Match == AnyWord:
		var parts []string
		for _, w := range looked(c.Text) {
			parts = append(parts, c.prefix()+escape(w))
		}
		b.WriteString("(" + strings.Join(parts, " OR ") + ")")
		return b.String()
	}
	b.WriteString(c.prefix())
	if c.Match == Exact {
		b.WriteByte('=')
	}
	text := strings.Join(strings.Fields(c.Text), " ")
	if c.Match == Phrase || strings.Contains(text, " ") && !c.Field.HasWords() {
		b.WriteString(`"` + quote.Replace(text) + `"`)
	} else {
		b.WriteString(escape(text))
	}
	switch {
	case c.Match == Prefix:
		b.WriteByte('*')
	case c.Fuzzy > 0:
		fmt.Fprintf(&b, "~%d", c.Fuzzy)
	}
	return b.String()
}

// looked returns the words of a text that are looked up.
func looked(text string) []string {
	s := words.Get()
	defer words.Put(s)
	var list []string
	for _, w := range s.Append(nil, text) {
		if w.Term != "" {
			list = append(list, text[w.Start:w.End])
		}
	}
	return list
}

// prefix is the field with its colon.
func (c Clause) prefix() string {
	if c.Field == Everywhere {
		return ""
	}
	return string(c.Field) + ":"
}

var quote = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

// escape takes the meaning from every sign of a word that has one.
func escape(word string) string {
	var b strings.Builder
	if word == "AND" || word == "OR" || word == "NOT" {
		b.WriteByte('\\')
	}
	for i, r := range word {
		if strings.ContainsRune(`\:*~()`, r) || isQuote(r) || i == 0 && strings.ContainsRune("+-=", r) || unicode.IsSpace(r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
