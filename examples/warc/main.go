// Command warc reads a web archive, plain or gzip, and writes the articles in it as
// JSON lines, one Document each, which newsdesk index takes:
//
//	go run ./examples/warc crawl.warc.gz > tagged.jsonl
//	go run ./cmd/newsdesk index --index archive --documents tagged.jsonl
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/source"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "use: warc FILE")
		os.Exit(2)
	}
	f, err := os.Open(os.Args[1])
	if err == nil {
		err = convert(context.Background(), f, os.Args[1], os.Stdout, os.Stderr)
		f.Close()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "warc:", err)
		os.Exit(1)
	}
}

// convert writes the articles of an archive in its order, on all cores. Memory does not
// grow with the archive.
func convert(ctx context.Context, r io.Reader, name string, out, notes io.Writer) error {
	analyzer, err := analyze.New(analyze.Options{})
	if err != nil {
		return err
	}
	articles, bad, passed := 0, 0, 0
	pages := source.WARC(ctx, r, name, source.Options{Passed: func(string) { passed++ }}) // images, redirects, requests
	enc := json.NewEncoder(out)
	for doc, err := range analyzer.Stream(ctx, pages) {
		if err != nil {
			bad++
			fmt.Fprintln(notes, err) // with the offset of the record
			continue
		}
		doc.Tokens = nil // most of the bytes, and made anew when they are missed
		if err := enc.Encode(doc); err != nil {
			return err
		}
		articles++
	}
	fmt.Fprintf(notes, "%d articles, %d bad, %d other records\n", articles, bad, passed)
	return ctx.Err()
}
