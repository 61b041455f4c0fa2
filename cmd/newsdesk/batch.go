package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"

	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/search"
)

// batch answers a file of queries with a run: "query Q0 article rank score name"
// a line, as TREC's tools read it.
func (c *searchCommand) batch(d *desk, a search.Engine) error {
	in := io.Reader(d.stdin)
	if c.Queries != "-" {
		f, err := os.Open(c.Queries)
		if err != nil {
			return usage(fmt.Errorf("--queries: %w", err))
		}
		defer f.Close()
		in = f
	}
	if c.RunFile == "-" {
		return c.rank(d, a, in, d.stdout)
	}
	out, err := os.Create(c.RunFile)
	if err != nil {
		return usage(fmt.Errorf("--run: %w", err))
	}
	err = c.rank(d, a, in, out)
	if closeErr := out.Close(); err == nil && closeErr != nil {
		err = fmt.Errorf("--run: %w", closeErr)
	}
	return err
}

// rank writes the ranks for each query. A query that is not understood is named
// and the rest go on.
func (c *searchCommand) rank(d *desk, a search.Engine, in io.Reader, out io.Writer) error {
	w := bufio.NewWriter(out)
	failed := 0
	// A query has the fields of an article: an id and a text.
	for p, err := range source.JSONL(d.ctx, in, c.Queries, source.Options{}) {
		if d.ctx.Err() != nil {
			return d.ctx.Err()
		}
		if err == nil && p.ID == "" {
			err = fmt.Errorf("%s: query without id", p.Source)
		}
		var res search.Results
		if err == nil {
			res, err = a.Search(d.ctx, search.Query{Text: string(p.Body), Limit: c.K, Fragments: -1, Feedback: c.Feedback})
		}
		if err != nil {
			failed++
			d.notes.say("%s", saying(err))
			continue
		}
		for i, h := range res.Hits {
			fmt.Fprintf(w, "%s\tQ0\t%s\t%d\t%.6f\tdateline\n", column(p.ID), column(h.ID), i+1, h.Score)
		}
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("--run: %w", err)
	}
	if failed > 0 {
		return errSome
	}
	return nil
}

// column takes white space out of an id, which would end its column.
func column(id string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return '_'
		}
		return r
	}, id)
}
