package entities_test

import (
	"context"
	"fmt"

	"github.com/dateline-go/dateline/entities"
)

func ExampleRecognize() {
	doc, err := entities.Recognize("Prime Minister Ingrid Solberg flew to Nairobi on Tuesday. " +
		"Solberg will meet Kenyan officials and the World Bank.")
	if err != nil {
		fmt.Println(err)
		return
	}
	for e := range doc.Names() { // doc.Entities has the concepts too
		fmt.Println(e.Label, e.Name, e.Country, e.Roles, e.Mentions)
	}
	// Output:
	// PERSON Ingrid Solberg  [Prime Minister] 2
	// GPE Nairobi KE [] 1
	// NORP Kenyan KE [] 1
	// ORG World Bank  [] 1
}

func ExampleRecognizer_Annotate() {
	doc, err := entities.Recognize("Norway sent two ships.") // text, sentences and tokens
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := entities.New(entities.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := r.Annotate(context.Background(), doc); err != nil {
		fmt.Println(err)
		return
	}
	m := doc.Mentions[0]
	fmt.Println(m.Label, doc.Words(m.Span()), m.Entity)
	// Output: GPE Norway country:NO
}
