package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/page"
)

// goldPage is a row of the sets in extract/.
type goldPage struct {
	ID       string          `json:"id"`
	URL      string          `json:"url"`
	HTML     string          `json:"html"`
	Text     string          `json:"text"`
	Labels   string          `json:"labels"`
	Body     string          `json:"body"`
	With     []string        `json:"with"`
	Without  []string        `json:"without"`
	Title    string          `json:"title"`
	Author   names           `json:"author"`
	Date     string          `json:"date"`
	Summary  json.RawMessage `json:"summary"`
	Sections json.RawMessage `json:"sections"`
}

// names is an author field: a string, or a list of them.
type names string

// UnmarshalJSON joins a list.
func (n *names) UnmarshalJSON(b []byte) error {
	var list []string
	if json.Unmarshal(b, &list) == nil {
		*n = names(strings.Join(list, "; "))
		return nil
	}
	return json.Unmarshal(b, (*string)(n))
}

// goldSection is a part of a page's gold story.
type goldSection struct {
	Heading    string   `json:"heading"`
	Paragraphs []string `json:"paragraphs"`
}

// extracted is what was read from a page, in the form that extract/score.py takes.
type extracted struct {
	ID       string        `json:"id"`
	Body     string        `json:"body"`
	Title    string        `json:"title"`
	Author   string        `json:"author"`
	Date     string        `json:"date"`
	Sections []goldSection `json:"sections"`
	Summary  string        `json:"summary"`
	Keep     []int         `json:"keep"`
	Err      string        `json:"err,omitempty"`
}

// extractTask scores the reading of pages. When EXTRACT_DUMP names a folder, what
// was read is written there for extract/score.py.
func extractTask(ctx context.Context, dir string) ([]measure, error) {
	var out []measure
	for _, set := range []struct {
		name  string
		score func(set string, gold []goldPage, pred []extracted) []measure
	}{
		{"scrapinghub", bodyMeasures},
		{"fundus", fundusMeasures},
		{"trafilatura", segmentMeasures},
		{"htmldate-mediacloud", dateMeasures},
		{"plaintext", lineMeasures},
	} {
		gold, err := readJSONL[goldPage](dir, "extract", set.name, "pages.jsonl.gz")
		if err != nil {
			return nil, err
		}
		pred, err := extractAll(ctx, gold)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", set.name, err)
		}
		if to := os.Getenv("EXTRACT_DUMP"); to != "" {
			if err := dump(filepath.Join(to, set.name+".jsonl"), pred); err != nil {
				return nil, err
			}
		}
		out = append(out, set.score(set.name, gold, pred)...)
	}
	return out, nil
}

// extractAll reads every page, on all cores.
func extractAll(ctx context.Context, gold []goldPage) ([]extracted, error) {
	pred := make([]extracted, len(gold))
	var wg sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				pred[i] = extract(gold[i])
			}
		})
	}
	for i := range gold {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	wg.Wait()
	return pred, ctx.Err()
}

// extract reads one page.
func extract(g goldPage) extracted {
	p := dateline.Page{URL: g.URL, Form: dateline.HTML, Body: []byte(g.HTML)}
	if g.Text != "" {
		p.Form, p.Body = dateline.PlainPage, []byte(g.Text)
	}
	doc, err := page.Read(p, page.Options{})
	if err == nil {
		err = doc.Validate()
	}
	if err != nil {
		return extracted{ID: g.ID, Err: err.Error()}
	}
	var names []string
	for _, a := range doc.Byline {
		names = append(names, a.Name)
	}
	e := extracted{
		ID: g.ID, Title: doc.Headline, Author: strings.Join(names, "; "), Date: doc.Published.String(), Summary: doc.Dek,
	}
	for _, s := range doc.Sections {
		e.Sections = append(e.Sections, goldSection{Heading: s.Heading})
	}
	e.Body = bodyOf(doc)
	if p.Form == dateline.PlainPage {
		e.Keep = keptLines(g.Text, doc)
	}
	return e
}

// bodyOf returns the story below headline, kicker and dek.
func bodyOf(d *dateline.Document) string {
	for _, b := range d.Blocks {
		switch b.Kind {
		case dateline.BlockHeadline, dateline.BlockKicker, dateline.BlockDek:
		default:
			return d.Text[b.Start:]
		}
	}
	return ""
}

// keptLines finds the lines of a pasted page that the story was made of.
func keptLines(text string, d *dateline.Document) []int {
	var keep []int
	body := strings.Join(strings.Fields(bodyOf(d)), " ")
	for n, line := range strings.Split(text, "\n") {
		words := strings.Join(strings.Fields(line), " ")
		if words != "" && strings.HasPrefix(body, words) {
			keep = append(keep, n)
			body = strings.TrimSpace(body[len(words):])
		}
	}
	return keep
}

// dump writes what was read, one object a line.
func dump(name string, pred []extracted) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(f)
	for _, p := range pred {
		if err := enc.Encode(p); err != nil {
			return err
		}
	}
	return f.Close()
}
