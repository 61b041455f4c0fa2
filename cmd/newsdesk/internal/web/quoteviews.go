package web

import (
	"cmp"
	"strings"
	"unicode"

	"github.com/dateline-go/dateline"
)

// quotesOf lists the quotes of an article that are wanted and have a speaker, the same words
// once.
func (in speech) quotesOf(doc *dateline.Document, want func(dateline.Quote) bool) []quoteView {
	var list []quoteView
	for i, q := range doc.Quotes {
		if !want(q) || q.Speaker == "" {
			continue
		}
		v := in.quoteOf(doc, q)
		v.N = i
		if q.Direct {
			v.Words, v.Direct = exactly(doc, q), true
		}
		for _, c := range q.Content {
			if !v.Direct {
				v.Words = append(v.Words, strings.TrimRight(doc.Words(c), ","))
			}
		}
		list = append(list, v)
	}
	return onceSaid(list)
}

// wordsOf lists what an article has between quotation marks of what an entity said.
func (in speech) wordsOf(doc *dateline.Document, id string) []quoteView {
	var list []quoteView
	for _, q := range doc.Quotes {
		if q.Entity != id || q.Speaker == "" {
			continue
		}
		v := in.quoteOf(doc, q)
		if v.Words, v.Direct = exactly(doc, q), true; len(v.Words) > 0 {
			list = append(list, v)
		}
	}
	return list
}

// quoteOf is a quote but for its words.
func (in speech) quoteOf(doc *dateline.Document, q dateline.Quote) quoteView {
	v := quoteView{
		Speaker: q.Speaker, ID: q.Entity,
		Article: doc.ID, Name: cmp.Or(doc.Headline, doc.ID), Day: in.day(doc.Published), Language: doc.Language,
	}
	if len(q.Content) > 0 {
		v.Block = blockAt(doc, q.Content[0].Start)
	}
	return v
}

// exactly returns the words of a quote that stand between quotation marks. A Document that was
// made before these were kept has them where all of the quote does.
func exactly(doc *dateline.Document, q dateline.Quote) []string {
	spans := q.Exact
	if len(spans) == 0 && q.Direct {
		spans = q.Content
	}
	var list []string
	for _, s := range spans {
		words := strings.TrimRight(strings.Trim(doc.Words(s), "“”\"‘’"), ",")
		if words != "" {
			list = append(list, words)
		}
	}
	return list
}

// onceSaid leaves out quotes whose words were there before, however they are set.
func onceSaid(list []quoteView) []quoteView {
	var once []quoteView
	seen := map[string]bool{}
	for _, v := range list {
		key := v.ID + v.Speaker + strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, strings.Join(v.Words, ""))
		if !seen[key] {
			seen[key] = true
			once = append(once, v)
		}
	}
	return once
}
