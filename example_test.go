package dateline_test

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/dateline-go/dateline"
)

// Documents are lines of JSON between programs; tokens and spans are short arrays.
func ExampleDocument_MarshalJSON() {
	doc := dateline.Document{Schema: dateline.Schema, ID: "ferry", Text: "Ferries ran late.",
		Blocks: []dateline.Block{{Kind: dateline.BlockParagraph, End: 17}},
		Tokens: []dateline.Token{{End: 7, Tag: "NNS"}, {Start: 8, End: 11, Tag: "VBD"}}}
	b, err := json.Marshal(doc)
	if err != nil {
		fmt.Println(err)
		return
	}
	var back dateline.Document
	err = json.Unmarshal(b, &back)
	fmt.Println(string(b[strings.Index(string(b), `"tokens"`):]))
	fmt.Println(back.Text, err)
	// Output:
	// "tokens":[[0,7,"NNS"],[8,11,"VBD"]]}
	// Ferries ran late. <nil>
}

// The schema that Documents are valid by, for programs in other languages.
func ExampleJSONSchema() {
	var schema struct {
		Title    string   `json:"title"`
		Required []string `json:"required"`
	}
	err := json.Unmarshal([]byte(dateline.JSONSchema()), &schema)
	fmt.Println(schema.Title, schema.Required, err)
	// Output: Dateline document, schema 1 [schema id text blocks] <nil>
}

// Names and values are told apart by their labels.
func ExampleLabels() {
	for _, l := range dateline.Labels() {
		if l.IsValue() {
			fmt.Print(l, " ")
		}
	}
	fmt.Println()
	// Output: DATE TIME MONEY PERCENT QUANTITY
}

func ExampleSpan() {
	text := "The ferry to Aran was late."
	aran := dateline.Span{Start: 13, End: 17}
	fmt.Println(aran, text[aran.Start:aran.End], aran.Len())
	fmt.Println(aran.Overlaps(dateline.Span{Start: 17, End: 21}), dateline.Span{Start: 10, End: 17}.Contains(aran))
	// Output:
	// [13,17) Aran 4
	// false true
}
