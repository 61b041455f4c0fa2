package summarize_test

import (
	"context"
	"fmt"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/summarize"
)

func ExampleSummarizer_Annotate() {
	a, err := analyze.New(analyze.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	doc, err := a.Page(context.Background(), dateline.Page{Form: dateline.Story, Body: []byte(wire)})
	if err != nil {
		fmt.Println(err)
		return
	}
	// The same document once more, in one sentence and two single words or names.
	s, err := summarize.New(summarize.Options{Sentences: 1, Keyphrases: 2, Kind: summarize.Tags})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := s.Annotate(context.Background(), doc); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Words(doc.Summary[0].Span()))
	for _, k := range doc.Keyphrases {
		fmt.Println(k.Text)
	}
	// Output:
	// Rescue teams found the fishing boat Marlin on Tuesday, two days after it had left Port Alder in a storm.
	// Marlin
	// fishing
}
