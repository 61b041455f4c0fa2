// Command tag reads web pages and prints the names in each: a page in, names out.
//
//	go run ./examples/tag testdata/articles/html/courier-ferry-trial-opens.html
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/source"
)

func main() {
	if err := run(context.Background(), os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "tag:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, files []string, out io.Writer) error {
	if len(files) == 0 {
		return fmt.Errorf("no page: name an .html or .txt file, or a folder of them")
	}
	analyzer, err := analyze.New(analyze.Options{}) // loads its models, once
	if err != nil {
		return err
	}
	for doc, err := range analyzer.Stream(ctx, source.Files(ctx, files, source.Options{})) {
		if err != nil {
			fmt.Fprintln(out, err) // this page; the others go on
			continue
		}
		fmt.Fprintf(out, "%s (%d words)\n", doc.Headline, len(strings.Fields(doc.Text)))
		for _, e := range doc.Entities { // the ones that matter most come first
			about := ""
			if e.About {
				about = "*"
			}
			names := strings.Join(append([]string{e.Name}, e.Aliases...), " / ")
			fmt.Fprintf(out, "%-1s %-7s %-2s %2d× %s\n", about, e.Label, e.Country, e.Mentions, names)
		}
		for _, c := range doc.Countries {
			if c.Focus {
				fmt.Fprintf(out, "about %s: %.0f %% of the story\n", c.Name, 100*c.Weight)
			}
		}
	}
	return ctx.Err()
}
