package dateline_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/dateline-go/dateline"
)

func ExampleDocument() {
	doc := dateline.Document{
		ID:   "quay-7",
		Text: "Ida Brandt opened the new quay.",
		Mentions: []dateline.Mention{
			{Start: 0, End: 10, Label: dateline.Person, Entity: "person:ida-brandt", Confidence: 0.98},
		},
		Entities: []dateline.Entity{
			{ID: "person:ida-brandt", Name: "Ida Brandt", Label: dateline.Person, Salience: 1, Mentions: 1},
		},
	}
	m := doc.Mentions[0]
	fmt.Println(doc.Words(m.Span()), m.Label, doc.Entity(m.Entity).Name)
	b, err := json.Marshal(doc.Mentions)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(b))
	// Output:
	// Ida Brandt PERSON Ida Brandt
	// [{"start":0,"end":10,"label":"PERSON","entity":"person:ida-brandt","confidence":0.98}]
}

func ExampleDocument_Validate() {
	doc := dateline.Document{ID: "quay-7", Text: "The quay is open."}
	fmt.Println(doc.Validate())
	doc.Sentences = []dateline.Span{{Start: 0, End: 18}}
	err := doc.Validate()
	fmt.Println(errors.Is(err, dateline.ErrInvalid), err)
	// Output:
	// <nil>
	// true dateline: invalid document: "quay-7": sentences[0]: span [0,18) is empty or outside the text of 17 bytes
}

func ExampleDocument_QuoteText() {
	doc := dateline.Document{Text: "“The quay is open,” Ida Brandt said, “and it stays open.”"}
	doc.Quotes = []dateline.Quote{{Content: []dateline.Span{{Start: 3, End: 20}, {Start: 44, End: 62}}}}
	for i := range doc.Quotes {
		fmt.Println(doc.QuoteText(&doc.Quotes[i]))
	}
	// Output: The quay is open, … and it stays open.
}
