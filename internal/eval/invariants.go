package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/internal/eval/sets"
)

// invariantStories is how many stories of the newswire are looked at.
const invariantStories = 2000

// invariantSets are the sets whose every page is looked at.
var invariantSets = []string{"fundus", "scrapinghub", "trafilatura", "mozilla-readability", "htmldate-mediacloud",
	"htmldate-extra", "plaintext", "hostile"}

// runInvariants analyses every page of the sets and a part of the newswire, with
// one worker and with four, and counts the pages for which everything holds that a
// Document promises: it is valid, by itself and by the schema, comes through JSON
// unchanged, leaves no word out of its tokens, and is the same for any number of
// workers. A page that cannot be read must say why.
func runInvariants(ctx context.Context, dir string) ([]measure, error) {
	schema, err := compileSchema()
	if err != nil {
		return nil, err
	}
	var one, four *analyze.Analyzer
	if one, err = analyze.New(analyze.Options{Workers: 1}); err != nil {
		return nil, err
	}
	if four, err = analyze.New(analyze.Options{Workers: 4}); err != nil {
		return nil, err
	}
	var ms []measure
	for _, set := range append(invariantSets, "reuters") {
		pages, err := invariantPages(dir, set)
		if err != nil {
			return nil, err
		}
		many, stop := iter.Pull2(four.Stream(ctx, analyze.Pages(pages...)))
		n, read, hold := 0, 0, 0
		for doc, err := range one.Stream(ctx, analyze.Pages(pages...)) {
			if ctx.Err() != nil {
				break
			}
			if err == nil {
				read++
			}
			other, otherErr, _ := many()
			if fault := broken(schema, pages[n], doc, err, other, otherErr); fault != nil {
				fmt.Fprintf(os.Stderr, "eval: invariants: %s: %s: %v\n", set, pages[n].ID, fault)
			} else {
				hold++
			}
			n++
		}
		stop()
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		ms = append(ms, measure{set, "read", float64(read) / float64(n), n},
			measure{set, "hold", float64(hold) / float64(n), n})
	}
	return ms, nil
}

// invariantPages reads the pages of a set.
func invariantPages(dir, set string) ([]dateline.Page, error) {
	var pages []dateline.Page
	if set == "reuters" {
		stories, err := readJSONL[reutersDoc](dir, "reuters", "reuters21578.jsonl.gz")
		if err != nil {
			return nil, err
		}
		for _, d := range stories {
			if strings.TrimSpace(d.Body) != "" && len(pages) < invariantStories {
				pages = append(pages, dateline.Page{ID: d.ID, Form: dateline.Story, Body: []byte(d.text())})
			}
		}
		return pages, nil
	}
	name := filepath.Join(dir, "extract", set, "pages.jsonl.gz")
	if set == "hostile" {
		name = filepath.Join(dir, "extract", "hostile.jsonl.gz")
	}
	type row struct{ ID, URL, HTML, Text string }
	err := sets.Each(name, func(r row) error {
		p := dateline.Page{ID: r.ID, URL: r.URL, Form: dateline.HTML, ContentType: "text/html; charset=utf-8",
			Body: []byte(r.HTML)}
		if r.HTML == "" {
			p.Form, p.ContentType, p.Body = dateline.PlainPage, "", []byte(r.Text)
		}
		pages = append(pages, p)
		return nil
	})
	return pages, err
}

// broken returns what does not hold for a page: doc and err are what one worker
// made of it, other and otherErr what four did.
func broken(
	schema *jsonschema.Schema, p dateline.Page,
	doc *dateline.Document, err error, other *dateline.Document, otherErr error,
) error {
	if err != nil || otherErr != nil {
		switch {
		case errors.Is(err, analyze.ErrInternal):
			return err
		case err == nil || otherErr == nil || err.Error() != otherErr.Error():
			return fmt.Errorf("one worker: %v; four: %v", err, otherErr)
		}
		return nil
	}
	if err := validate(schema, doc); err != nil {
		return err
	}
	if p.Form == dateline.Story && doc.Text != string(p.Body) {
		return errors.New("the text is not that of the story")
	}
	if err := covered(doc); err != nil {
		return err
	}
	written, err := json.Marshal(doc)
	if err != nil {
		return err
	}
	if b, err := json.Marshal(other); err != nil || sha256.Sum256(b) != sha256.Sum256(written) {
		return fmt.Errorf("four workers write other bytes than one: %v", err)
	}
	var back dateline.Document
	if err := json.Unmarshal(written, &back); err != nil {
		return err
	}
	if err := back.Validate(); err != nil {
		return fmt.Errorf("after JSON: %w", err)
	}
	again, err := json.Marshal(&back)
	if err != nil || !bytes.Equal(written, again) {
		return fmt.Errorf("changed by JSON: %v", err)
	}
	return nil
}

// covered checks that no word is lost: what stands between the tokens of a block is
// white space, and between blocks no word stands, only a dash or the like.
func covered(doc *dateline.Document) error {
	lost := func(start, end int, word func(rune) bool) error {
		if words := doc.Text[start:end]; strings.ContainsFunc(words, word) {
			return fmt.Errorf("%q at byte %d is in no token", words, start)
		}
		return nil
	}
	seen := func(r rune) bool { return !unicode.IsSpace(r) && unicode.IsGraphic(r) }
	isWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
	end, tokens := 0, doc.Tokens
	for _, b := range doc.Blocks {
		if err := lost(end, b.Start, isWord); err != nil {
			return err
		}
		for end = b.Start; len(tokens) > 0 && tokens[0].Start < b.End; tokens = tokens[1:] {
			if err := lost(end, tokens[0].Start, seen); err != nil {
				return err
			}
			end = tokens[0].End
		}
		if err := lost(end, b.End, seen); err != nil {
			return err
		}
		end = b.End
	}
	return lost(end, len(doc.Text), isWord)
}
