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
	tagged := strings.NewReader(`{"schema":1,"id":"ferry","headline":"Ferry late","text":"","blocks":[]}`)
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

func ExampleFeed() {
	feed := strings.NewReader(`<rss version="2.0"><channel><title>Galway Echo</title><link>https://example.org/</link>
<item><guid>echo-1</guid><title>Ferry late</title><link>/ferry</link><pubDate>Mon, 2 Mar 2026 08:00:00 +0000</pubDate>
<description>The ferry to Aran was late on Monday.</description></item></channel></rss>`)
	for p, err := range source.Feed(context.Background(), feed, "echo.xml", source.Options{}) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(p.ID, p.URL, p.Title, p.Date)
	}
	// Output: echo-1 https://example.org/ferry Ferry late 2026-03-02T08:00:00Z
}

func ExampleWARC() {
	archive := "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: https://example.org/ferry\r\nWARC-Date: 2026-03-02T09:30:00Z\r\n" +
		"Content-Type: text/html\r\nContent-Length: 16\r\n\r\n<p>Ferry late.\r\n\r\n\r\n" +
		"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\n"
	o := source.Options{Passed: func(why string) { fmt.Println("no page:", why) }}
	for p, err := range source.WARC(context.Background(), strings.NewReader(archive), "crawl.warc", o) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(p.Source, p.URL, p.Retrieved.Format("15:04"), len(p.Body), "bytes")
	}
	// Output:
	// crawl.warc:0 https://example.org/ferry 09:30 16 bytes
	// crawl.warc:175: broken WARC record: Content-Length "many"
}

// The name says what a stream holds, and whether it is packed.
func ExampleNamed() {
	body := strings.NewReader("<html><title>Ferry late</title><p>The ferry to Aran was late on Monday.")
	for p, err := range source.Named(context.Background(), body, "ferry.html", source.Options{}) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(p.Source, p.Form, len(p.Body))
	}
	// Output: ferry.html html 71
}
