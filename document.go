package dateline

import (
	"iter"
	"strings"
)

// Schema is the version of the Document's JSON form. Version 0 came before the
// first release; [Document.UnmarshalJSON] still reads it.
const Schema = 1

// Document is a news article after analysis. It is made once and then only
// read. Fields that nothing was found for are empty.
type Document struct {
	// Schema is the version of this form, see the constant of that name. 0 in a
	// Document built by hand means the current version.
	Schema int `json:"schema"`
	// ID names the article: the one given, else its canonical URL, else a hash
	// of its content.
	ID string `json:"id"`
	// URL is the canonical address.
	URL string `json:"url,omitempty"`
	// Language is a BCP 47 tag such as "en", "" where it is not known.
	Language string `json:"language,omitempty"`
	// Site is the name of the publication, Section the part of it, as the page
	// gives them.
	Site    string `json:"site,omitempty"`
	Section string `json:"section,omitempty"`

	Headline string   `json:"headline,omitempty"`
	Kicker   string   `json:"kicker,omitempty"`
	Dek      string   `json:"dek,omitempty"`
	Byline   []Author `json:"byline,omitempty"`

	Published Date `json:"published,omitzero"`
	Modified  Date `json:"modified,omitzero"`

	// Text is the story: headline, kicker and dek where the page has them, then
	// headings and paragraphs in reading order, two line feeds between blocks.
	// The text of a [Story] is the given string to the byte.
	Text     string    `json:"text"`
	Blocks   []Block   `json:"blocks"`
	Sections []Section `json:"sections,omitempty"`
	Images   []Image   `json:"images,omitempty"`
	// Warnings say what about the page could not be read as it should be.
	Warnings []string `json:"warnings,omitempty"`

	Furniture []Furniture `json:"furniture,omitempty"`
	Links     []Link      `json:"links,omitempty"`

	// Sentences are in reading order; white space between them belongs to none.
	Sentences []Span `json:"sentences,omitempty"`
	// Tokens are in reading order, each inside one sentence.
	Tokens []Token `json:"tokens,omitempty"`

	// Mentions are in reading order and never overlap.
	Mentions []Mention `json:"mentions,omitempty"`
	// Entities are the things that the story names, in order of salience, the
	// highest first.
	Entities []Entity `json:"entities,omitempty"`
	// Concepts are the things without a name that the story speaks of, in order of
	// salience, the highest first.
	Concepts []Concept `json:"concepts,omitempty"`
	// Countries are in order of weight, the highest first.
	Countries []Country `json:"countries,omitempty"`
	// Quotes are in order of their first byte.
	Quotes []Quote `json:"quotes,omitempty"`

	// Keyphrases are in order of score, the highest first.
	Keyphrases []Keyphrase `json:"keyphrases,omitempty"`
	// Summary holds sentences of the story in reading order.
	Summary []SummarySentence `json:"summary,omitempty"`
}

// Words returns the words at a span of the text. The span must lie inside it,
// as every span of a valid Document does.
func (d *Document) Words(s Span) string { return d.Text[s.Start:s.End] }

// QuoteText returns the words of a quote as the story has them. Stretches that
// something stands between are joined by " … ". A span outside the text gives no
// words.
func (d *Document) QuoteText(q *Quote) string {
	if len(q.Content) == 1 {
		return d.wordsAt(q.Content[0])
	}
	var b strings.Builder
	for _, s := range q.Content {
		if words := d.wordsAt(s); words != "" {
			if b.Len() > 0 {
				b.WriteString(" … ")
			}
			b.WriteString(words)
		}
	}
	return b.String()
}

// wordsAt is Words for spans that may lie outside the text: then it returns "".
func (d *Document) wordsAt(s Span) string {
	if s.Start < 0 || s.Start > s.End || s.End > len(d.Text) {
		return ""
	}
	return d.Text[s.Start:s.End]
}

// Names returns the entities in order of salience. They are the document's own:
// copy one to change it.
func (d *Document) Names() iter.Seq[*Entity] {
	return func(yield func(*Entity) bool) {
		for i := range d.Entities {
			if !yield(&d.Entities[i]) {
				return
			}
		}
	}
}

// Entity returns the entity with an ID, or nil.
func (d *Document) Entity(id string) *Entity {
	for i := range d.Entities {
		if d.Entities[i].ID == id {
			return &d.Entities[i]
		}
	}
	return nil
}
