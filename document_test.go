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

func ExampleDocument_Names() {
	doc := dateline.Document{
		Text: "Ida Brandt opened the new quay.",
		Entities: []dateline.Entity{
			{ID: "concept:quay", Name: "quay", Label: dateline.Concept, Salience: 0.8, Mentions: 1, Spans: []dateline.Span{{Start: 26, End: 30}}},
			{ID: "person:ida-brandt", Name: "Ida Brandt", Label: dateline.Person, Salience: 0.6},
		},
	}
	for e := range doc.Names() {
		fmt.Println(e.Name)
	}
	// Output: Ida Brandt
}
