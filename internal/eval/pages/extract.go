package pages

import (
	"context"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/page"
	"github.com/dateline-go/dateline/lang"
)

// Extracted is what was read from a page, in the form that extract/score.py takes.
type Extracted struct {
	ID       string    `json:"id"`
	Body     string    `json:"body"`
	Title    string    `json:"title"`
	Author   string    `json:"author"`
	Date     string    `json:"date"`
	Sections []Section `json:"sections"`
	Summary  string    `json:"summary"`
	Keep     []int     `json:"keep"`
	Err      string    `json:"err,omitempty"`
	// Language is the base of the page's language, "" where it does not say one and none was seen.
	Language string `json:"-"`
}

// Reader reads a page into a Document.
type Reader func(dateline.Page) (*dateline.Document, error)

// Default is the reader of the library.
func Default(p dateline.Page) (*dateline.Document, error) { return page.Read(p, page.Options{}) }

// ExtractAll reads every page, on all cores.
func ExtractAll(ctx context.Context, gold []Gold, read Reader) ([]Extracted, error) {
	pred := make([]Extracted, len(gold))
	var wg sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				pred[i] = extract(&gold[i], read)
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

// extract reads one page. A Document that is not valid is an error.
func extract(g *Gold, read Reader) Extracted {
	p := g.Page()
	doc, err := read(p)
	if err == nil {
		err = doc.Validate()
	}
	if err != nil {
		return Extracted{ID: g.ID, Err: err.Error()}
	}
	var authors []string
	for _, a := range doc.Byline {
		authors = append(authors, a.Name)
	}
	e := Extracted{
		ID: g.ID, Title: doc.Headline, Author: strings.Join(authors, "; "), Date: doc.Published.String(), Summary: doc.Dek,
		Body: bodyOf(doc), Language: lang.Base(doc.Language),
	}
	if len(g.With) > 0 {
		e.Body = doc.Dek + "\n\n" + e.Body // the segments that must be there are also those of deks
	}
	for _, s := range doc.Sections {
		e.Sections = append(e.Sections, Section{Heading: s.Heading})
	}
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

// keptLines finds the lines of a pasted page that the story was made of: those whose
// words are the next of the story.
func keptLines(text string, d *dateline.Document) []int {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = squeeze(lines[i])
	}
	var keep []int
	at := 0
	body := strings.Split(bodyOf(d), "\n\n")
	for _, block := range body {
		block = squeeze(block)
		i := slices.Index(lines[at:], block)
		if i >= 0 {
			keep = append(keep, at+i)
			at += i + 1
			continue
		}
		for n := at; n < len(lines) && block != ""; n++ { // lines that were joined
			if lines[n] != "" && strings.HasPrefix(block, lines[n]) {
				keep = append(keep, n)
				block, at = strings.TrimSpace(block[len(lines[n]):]), n+1
			}
		}
	}
	return keep
}
