package source_test

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/source"
)

func ExampleJSONL() {
	wire := strings.NewReader(`{"id":"ferry","title":"Ferry late","text":"The ferry to Aran was late on Monday."}
{"id":"bridge","text":"The bridge","html":"<p>The bridge"}
{"id":"school","page":"School to reopen\n\nThe school reopens in May."}
`)
	for p, err := range source.JSONL(context.Background(), wire, "wire.jsonl", source.Options{}) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(p.Source, p.ID, p.Form)
	}
	// Output:
	// wire.jsonl:1 ferry text
	// wire.jsonl:2: page "bridge": needs one of html, page and text: there are html and text
	// wire.jsonl:3 school page
}

func ExampleFiles() {
	ctx := context.Background()
	stdin := strings.NewReader("School to reopen\n\nThe school reopens in May.\n")
	for p, err := range source.Files(ctx, []string{"-", "missing.html"}, source.Options{As: source.Page, Stdin: stdin}) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(p.Source, p.Form, len(p.Body), "bytes")
	}
	// Output:
	// stdin page 45 bytes
	// missing.html: no such file or directory
}

func ExampleDocuments() {
	tagged := strings.NewReader(`{"schema":0,"id":"ferry","headline":"Ferry late","text":"","blocks":[]}`)
	for doc, err := range source.Documents(context.Background(), []string{"-"}, source.Options{Stdin: tagged}) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(doc.ID, doc.Headline)
	}
	// Output: ferry Ferry late
}

func ExampleSize() {
	_, err := source.Size(context.Background(), []string{"missing.html", "*.ndjson"}, source.Options{})
	fmt.Println(err)
	// Output:
	// missing.html: no such file or directory
	// *.ndjson: no articles: the pattern matches no file
}

func ExampleRejects() {
	rejects := source.NewRejects(os.Stdout)
	p := dateline.Page{ID: "ferry", Source: "wire.jsonl:1", Form: dateline.Story, Body: []byte("…")}
	if err := rejects.Page(p, fmt.Errorf("no words")); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {"error":"no words","id":"ferry","source":"wire.jsonl:1","text":"…"}
}
