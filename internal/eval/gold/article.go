// Package gold scores Documents against articles whose facts a person has marked: the
// parts of the page, people with their roles, organisations, places with country and
// id, countries, quotes with their speakers, what is no quote, dates, sums, what is one
// thing and what is not. Each fact counts one, and how many there are does not depend
// on the Document. testdata/gold holds such articles.
package gold

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/source"
)

// Article is an article with its facts.
type Article struct {
	ID    string          `json:"id"`
	Input json.RawMessage `json:"input"` // the fields of one line of package analyze/source
	Gold  Facts           `json:"gold"`
}

// Page returns the page to analyse.
func (a *Article) Page(ctx context.Context) (dateline.Page, error) {
	for p, err := range source.JSONL(ctx, bytes.NewReader(a.Input), a.ID, source.Options{}) {
		if err != nil {
			return p, fmt.Errorf("gold: article %q: %w", a.ID, err)
		}
		p.ID = a.ID
		return p, nil
	}
	return dateline.Page{}, fmt.Errorf("gold: article %q: %w", a.ID, errNoInput)
}

// Facts are what a person has marked. A key that is absent is not scored; one that is
// null or empty must be empty in the Document too.
type Facts struct {
	Headline, Dek, Section, Published, Modified Maybe

	Byline     *[]string
	Keep, Drop []string // words that must and must not stand in the story

	People       []Thing
	MayPeople    []string // names that are no mistake where they are found
	Orgs, Places []Thing
	Countries    *Countries
	Quotes       []Quote
	NotQuotes    []string
	Dates, Money []Value
	Same, Apart  [][2]string
}

// Maybe is a string that may be absent, or null, which is given and empty.
type Maybe struct {
	Given bool
	Text  string
}

// UnmarshalJSON reads a string or null.
func (m *Maybe) UnmarshalJSON(b []byte) error {
	m.Given = true
	return json.Unmarshal(b, &m.Text)
}

// Thing is a person, an organisation or a place.
type Thing struct {
	Name  string
	Forms []string // as the story writes it; "the younger [[Holt]] said" stands for one place only
	Alt   []string // other full names
	// Role are ways to write a person's role, one of which is enough.
	Role []string
	// Labels are those that will do for an organisation; none means ORG and FAC.
	Labels []dateline.Label
	// Country is a place's, GeoNames its id: one of them is enough.
	Country  string
	GeoNames Numbers
	// At are snippets of the story that a place's forms count in; none means all of it.
	At []string
}

// Numbers is one number or several.
type Numbers []int

// UnmarshalJSON reads a number or a list of them.
func (n *Numbers) UnmarshalJSON(b []byte) error { return oneOrMore(b, (*[]int)(n)) }

// Words is one string or several.
type Words []string

// UnmarshalJSON reads a string or a list of them.
func (w *Words) UnmarshalJSON(b []byte) error { return oneOrMore(b, (*[]string)(w)) }

func oneOrMore[T any](b []byte, list *[]T) error {
	var one T
	if err := json.Unmarshal(b, &one); err == nil {
		*list = []T{one}
		return nil
	}
	return json.Unmarshal(b, list)
}

// Countries are the codes that a story is about, names beside, and must not have.
type Countries struct{ Focus, Also, Not []string }

// Quote is what somebody said.
type Quote struct {
	Text    string
	Direct  bool
	Speaker string   // a thing's name; "" where nobody is named
	Accept  []string // things that will do as well
	Marks   []string // the words in marks of a paraphrase
}

// Value is a date or a sum.
type Value struct {
	Text  string
	Value Words // as Mention.Value has it; one of them is enough
	At    string
}

// What an article must have.
var (
	errNoID    = errors.New("gold: an article without an id")
	errNoInput = errors.New("no input")
)

// Read reads an article from a line of JSON.
func Read(line []byte) (*Article, error) {
	var a Article
	if err := json.Unmarshal(line, &a); err != nil {
		return nil, fmt.Errorf("gold: %w", err)
	}
	if a.ID == "" {
		return nil, errNoID
	}
	return &a, nil
}
