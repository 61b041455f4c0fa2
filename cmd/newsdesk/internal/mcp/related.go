package mcp

import (
	"context"
	"errors"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// How many related articles are given.
const (
	usualRelated = 5
	maxRelated   = 20
)

// relatedQuestion asks what to link from an article.
type relatedQuestion struct {
	ID    string `json:"id" jsonschema:"the article's id"`
	Limit int    `json:"limit,omitempty" jsonschema:"how many articles, 5 where it is absent, 20 at most"`
}

// relatedAnswer is what to link from an article.
type relatedAnswer struct {
	Article source    `json:"article"`
	Related []related `json:"related" jsonschema:"the closest first"`
}

// related is an article with what it shares.
type related struct {
	source
	Score    float64  `json:"score" jsonschema:"how much the two have to do with each other, 0 to 1"`
	Language string   `json:"language,omitempty" jsonschema:"of the article, where it is another one"`
	Reasons  []reason `json:"reasons"`
}

// reason is one thing that two articles share.
type reason struct {
	Kind  string  `json:"kind"`
	Text  string  `json:"text"`
	Here  []words `json:"here" jsonschema:"where it stands in the article that was asked about"`
	There []words `json:"there" jsonschema:"where it stands in the related one"`
}

// related tells what to link from an article.
func (d *desk) related(ctx context.Context, asked relatedQuestion) (relatedAnswer, error) {
	limit, err := bounded(asked.Limit, usualRelated, maxRelated)
	if err != nil {
		return relatedAnswer{}, err
	}
	doc, err := d.document(ctx, asked.ID)
	if err != nil {
		return relatedAnswer{}, err
	}
	list, err := d.Archive.Related(ctx, doc, search.RelatedOptions{K: limit})
	if err != nil {
		return relatedAnswer{}, err
	}
	a := relatedAnswer{Article: sourceOf(doc), Related: []related{}}
	for _, r := range list {
		other, err := d.Archive.Document(ctx, r.ID)
		if errors.Is(err, search.ErrNotFound) {
			continue // deleted meanwhile
		} else if err != nil {
			return a, err
		}
		one := related{source: sourceOf(other), Score: dateline.Round(r.Score), Language: r.Language, Reasons: []reason{}}
		for _, why := range r.Reasons {
			one.Reasons = append(one.Reasons, reason{why.Kind, why.Text, allWords(doc, why.Here), allWords(other, why.There)})
		}
		a.Related = append(a.Related, one)
	}
	return a, nil
}

// allWords gives the words at some places, those that are within the text.
func allWords(doc *dateline.Document, spans []dateline.Span) []words {
	list := []words{}
	for _, s := range spans {
		if s.Start >= 0 && s.Start <= s.End && s.End <= len(doc.Text) {
			list = append(list, wordsAt(doc, s))
		}
	}
	return list
}
