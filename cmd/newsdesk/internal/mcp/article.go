package mcp

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
)

// maxText is how many bytes of a text are given at once.
const maxText = 20_000

// source is the article that an answer rests on.
type source struct {
	ID        string `json:"id" jsonschema:"the article's id"`
	Headline  string `json:"headline,omitempty"`
	Published string `json:"published,omitempty" jsonschema:"day or time of publication"`
	URL       string `json:"url,omitempty"`
}

// sourceOf names an article.
func sourceOf(doc *dateline.Document) source {
	return source{doc.ID, doc.Headline, written(doc.Published), doc.URL}
}

// written writes a date, "" where it is not known.
func written(date dateline.Date) string {
	if date.IsZero() {
		return ""
	}
	return date.String()
}

// words are words of an article with their place.
type words struct {
	Text  string `json:"text"`
	Start int    `json:"start" jsonschema:"first byte in the article's text"`
	End   int    `json:"end" jsonschema:"byte after the last one"`
}

// wordsAt gives the words at a place.
func wordsAt(doc *dateline.Document, s dateline.Span) words {
	return words{doc.Words(s), s.Start, s.End}
}

// articleQuestion asks for an article.
type articleQuestion struct {
	ID     string `json:"id" jsonschema:"the article's id"`
	Offset int    `json:"offset,omitempty" jsonschema:"the byte of the text to read from; 0 is the beginning"`
}

// articleAnswer is an article or a part of it.
type articleAnswer struct {
	source
	Authors    []string       `json:"authors,omitempty"`
	Site       string         `json:"site,omitempty"`
	Section    string         `json:"section,omitempty"`
	Language   string         `json:"language,omitempty"`
	Countries  []countryShare `json:"countries,omitempty" jsonschema:"what the story is about, by share"`
	Summary    []words        `json:"summary,omitempty"`
	Text       string         `json:"text"`
	Offset     int            `json:"offset" jsonschema:"the byte that text begins at"`
	NextOffset int            `json:"next_offset,omitempty" jsonschema:"where to read on; absent at the end"`
	Bytes      int            `json:"bytes" jsonschema:"the length of the whole text"`
	Warnings   []string       `json:"warnings,omitempty"`
}

// countryShare is a country that a story is about.
type countryShare struct {
	Code  string  `json:"code" jsonschema:"ISO 3166-1 alpha-2"`
	Name  string  `json:"name"`
	Share float64 `json:"share"`
	Focus bool    `json:"focus"`
}

// article reads an article.
func (d *desk) article(ctx context.Context, q articleQuestion) (articleAnswer, error) {
	doc, err := d.document(ctx, q.ID)
	if err != nil {
		return articleAnswer{}, err
	}
	if q.Offset < 0 || q.Offset > len(doc.Text) {
		return articleAnswer{}, refuse("offset %d is not within the text's %d bytes", q.Offset, len(doc.Text))
	}
	if q.Offset < len(doc.Text) && !utf8.RuneStart(doc.Text[q.Offset]) {
		return articleAnswer{}, refuse("offset %d is inside of a character", q.Offset)
	}
	a := articleAnswer{
		source: sourceOf(doc), Site: doc.Site, Section: doc.Section, Language: doc.Language,
		Offset: q.Offset, Bytes: len(doc.Text), Warnings: doc.Warnings,
	}
	end := q.Offset + maxText
	if end < len(doc.Text) {
		for !utf8.RuneStart(doc.Text[end]) {
			end--
		}
		a.NextOffset = end
	}
	a.Text = doc.Text[q.Offset:min(end, len(doc.Text))]
	for _, author := range doc.Byline {
		a.Authors = append(a.Authors, author.Name)
	}
	for _, c := range doc.Countries {
		a.Countries = append(a.Countries, countryShare{c.Code, c.Name, dateline.Round(c.Weight), c.Focus})
	}
	for _, s := range doc.Summary {
		a.Summary = append(a.Summary, wordsAt(doc, s.Span()))
	}
	return a, nil
}

// document returns an article by its id.
func (d *desk) document(ctx context.Context, id string) (*dateline.Document, error) {
	if strings.TrimSpace(id) == "" {
		return nil, refuse("the id of an article is missing")
	}
	return d.Archive.Document(ctx, id)
}
