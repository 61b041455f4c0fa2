// Command alerts holds a morning's articles against the saved queries of three
// desks and says which desk to tell, and why:
//
//	go run ./examples/alerts
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/search"
)

var desks = map[string]string{
	"shipping": `ferry OR (harbour strik*)`,
	"business": `title:copper -sport`,
	"liberty":  `"press freedom" OR censro~1`,
}

var stories = []string{
	"The ferry to Inishmore turned back in heavy seas on Monday. Dockers in the harbour were striking for a second day.",
	"Judges in Accra heard a case on press freedom. “No censor will read my proofs,” said the editor, Ama Mensah.",
	"The town fair opened in bright sun. Bakers sold out before noon.",
}

func main() {
	if err := run(context.Background(), os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "alerts:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, out io.Writer) error {
	var alerts search.Alerts
	for desk, query := range desks {
		q, err := search.Parse(query)
		if err != nil {
			return fmt.Errorf("%s: %w", desk, err)
		}
		if err := alerts.Add(desk, q); err != nil {
			return err
		}
	}
	analyzer, err := analyze.New(analyze.Options{})
	if err != nil {
		return err
	}
	for i, story := range stories {
		page := dateline.Page{ID: fmt.Sprintf("story %d", i+1), Form: dateline.Story, Body: []byte(story)}
		doc, err := analyzer.Page(ctx, page)
		if err != nil {
			return err
		}
		matches, err := alerts.Match(doc)
		if err != nil {
			return err
		}
		for _, m := range matches {
			for _, c := range m.Matched {
				var words []string
				for _, s := range c.Spans {
					words = append(words, doc.Words(s))
				}
				fmt.Fprintf(out, "%s: tell %s: %s: %s\n", doc.ID, m.ID, c.Clause, strings.Join(words, ", "))
			}
		}
	}
	return nil
}
