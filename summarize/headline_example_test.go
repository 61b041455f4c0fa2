package summarize_test

import (
	"context"
	"fmt"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/summarize"
)

func ExampleHeadline() {
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
	fmt.Println(summarize.Headline(doc, 60))
	// Output: Rescue teams found the fishing boat Marlin on Tuesday
}
