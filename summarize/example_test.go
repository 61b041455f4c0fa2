package summarize_test

import (
	"fmt"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/summarize"
)

const wire = `Rescue teams found the fishing boat Marlin on Tuesday, two days after it had left Port Alder in a storm.
All five men of the crew were alive, the coast guard said. It took them to a hospital in Tarnhaven.
“We had given up hope,” the owner of the fishing boat said. The coast guard wants to know why the Marlin left in spite of the storm warning.`

func ExampleKeyphrases() {
	phrases, err := summarize.Keyphrases(wire, 3)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, k := range phrases {
		fmt.Println(k.Text, len(k.Spans))
	}
	// Output:
	// fishing boat Marlin 1
	// Rescue teams 1
	// coast guard 2
}

func ExampleSummary() {
	sentences, err := summarize.Summary(wire, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range sentences {
		fmt.Println(s)
	}
	// Output:
	// Rescue teams found the fishing boat Marlin on Tuesday, two days after it had left Port Alder in a storm.
}

func ExampleKeywordsOf() {
	doc := &dateline.Document{ // as package analyze makes it
		Entities:   []dateline.Entity{{ID: "e1", Name: "Ella Brandt", Label: dateline.Person, Salience: 0.8}},
		Countries:  []dateline.Country{{Code: "NO", Name: "Norway", Weight: 1, Focus: true}},
		Keyphrases: []dateline.Keyphrase{{Text: "port strike", Score: 0.9}},
	}
	fmt.Println(summarize.KeywordsOf(doc))
	// Output: Ella Brandt · Norway · port strike
}
