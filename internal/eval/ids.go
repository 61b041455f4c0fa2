package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"hash/fnv"
	"io"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/internal/eval/gold"
)

// judgedIDs names the ids that the program gave on the development sets, drawn by "go run
// ./internal/eval drawids", with the verdict of who read what stands around the name, right or
// wrong. It has no text of the articles.
const judgedIDs = "internal/eval/testdata/ids.tsv"

// idSets are the sets that ids are drawn from, by the names of ids.tsv.
var idSets = map[string]string{
	"articles": "articles/articles.jsonl", "speakers": "resolution/speakers/dev.jsonl",
	"lgl": "resolution/places/lgl_dev.jsonl", "gwn": "resolution/places/gwn_dev.jsonl",
	"geovirus": "resolution/places/geovirus_dev.jsonl", "tud": "resolution/places/tud_dev.jsonl",
	"worldwide": "ner/eval/worldwide_dev.jsonl", "ieer": "ner/eval/ieer_apw.jsonl",
	"conll03": "ner/eval/conll03_testa.jsonl", "wikinews": "salience/wikinews_saliency_dev.jsonl",
	"reuters": "reuters/reuters21578.jsonl.gz", "bbc": "summaries/bbc.jsonl", "cnn": "summaries/cnn.jsonl",
	"chains": "related/story_chains_docs.jsonl",
}

// idSeed chooses the documents and the ids that are drawn, docsDrawn how many documents of a set at most.
const (
	idSeed    = "twelfth"
	docsDrawn = 120
)

// idsDrawn is how many ids are drawn of all that are given, each as likely as any other.
const idsDrawn = 300

// givenID is an id that the program gives to a thing of an article.
type givenID struct{ set, doc, name, system, id string }

// key tells ids of different articles apart.
func (g givenID) key() string {
	return strings.Join([]string{g.set, g.doc, g.name, g.system, g.id}, "\t")
}

// rank puts ids into an order without one, always the same.
func (g givenID) rank() uint64 { return rankOf(g.key()) }

func rankOf(s string) uint64 {
	h := fnv.New64a()
	_, _ = io.WriteString(h, idSeed+s)
	return h.Sum64()
}

// runIDs scores the program against the verdicts: of the judged ids that it still gives, the share that is right, and
// of those that are right, the share that it gives. What is wrong is told on stderr.
func runIDs(ctx context.Context, dir string) ([]measure, error) {
	table, err := os.ReadFile(judgedIDs)
	if err != nil {
		return nil, fmt.Errorf("run from the project's folder: %w", err)
	}
	verdicts, err := readVerdicts(string(table))
	if err != nil {
		return nil, err
	}
	docs := map[string]map[string]bool{}
	for g := range verdicts {
		if docs[g.set] == nil {
			docs[g.set] = map[string]bool{}
		}
		docs[g.set][g.doc] = true
	}
	given := map[givenID]bool{}
	err = eachID(ctx, dir, func(set, doc string) bool { return docs[set][doc] },
		func(g givenID, _ *dateline.Document, _ *dateline.Entity) { given[g] = true })
	if err != nil {
		return nil, err
	}
	var right, still, good int
	for g, ok := range verdicts {
		switch {
		case given[g] && ok:
			right++
		case given[g]:
			fmt.Fprintln(os.Stderr, "wrong:", g.key())
		}
		if ok {
			good++
		}
		if given[g] {
			still++
		}
	}
	return []measure{{"dev", "right", percent(right, still), still}, {"dev", "kept", percent(right, good), good}}, nil
}

// readVerdicts reads the columns set, document, name, system, id and verdict.
func readVerdicts(table string) (map[givenID]bool, error) {
	list := map[givenID]bool{}
	n := 0
	for line := range strings.Lines(table) {
		if n++; strings.HasPrefix(line, "#") {
			continue
		}
		c := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(c) != 6 || c[5] != "right" && c[5] != "wrong" {
			return nil, fmt.Errorf("%s:%d: want set, document, name, system, id and right or wrong", judgedIDs, n)
		}
		g := givenID{c[0], c[1], c[2], c[3], c[4]}
		if _, ok := list[g]; ok {
			return nil, fmt.Errorf("%s:%d: %s is there already", judgedIDs, n, g.key())
		}
		list[g] = c[5] == "right"
	}
	return list, nil
}

// runDrawIDs draws ids for a person to judge: rows of ids.tsv without verdicts on stdout, and on stderr the same with
// what stands around the first mention of the thing.
func runDrawIDs(ctx context.Context, dir string) ([]measure, error) {
	var list []givenID
	around := map[givenID]string{}
	err := eachID(ctx, dir, nil, func(g givenID, doc *dateline.Document, e *dateline.Entity) {
		list = append(list, g)
		around[g] = sentenceOf(doc, e)
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(list, func(a, b givenID) int { return cmp.Compare(a.rank(), b.rank()) })
	for _, g := range list[:min(idsDrawn, len(list))] {
		fmt.Println(g.key())
		fmt.Fprintf(os.Stderr, "%s\t%s\n", g.key(), around[g])
	}
	return nil, nil
}

// sentenceOf is the sentence of the first mention of a thing, with the date of the article.
func sentenceOf(doc *dateline.Document, e *dateline.Entity) string {
	for i := range doc.Mentions {
		if m := &doc.Mentions[i]; m.Entity == e.ID {
			from, to := max(0, m.Start-200), min(len(doc.Text), m.End+160)
			return doc.Published.String() + " " + strings.ToValidUTF8(strings.Join(strings.Fields(doc.Text[from:to]), " "), "")
		}
	}
	return ""
}

// eachID calls do for every id that the program gives to things in articles of the sets, in those that want; nil wants
// the first of each set in the order of their ranks.
func eachID(ctx context.Context, dir string, want func(set, doc string) bool,
	do func(givenID, *dateline.Document, *dateline.Entity)) error {
	a, err := analyze.New(analyze.Options{})
	if err != nil {
		return err
	}
	for _, set := range slices.Sorted(maps.Keys(idSets)) {
		docs, err := readJSONL[idDoc](dir, idSets[set])
		if err != nil {
			return err
		}
		slices.SortFunc(docs, func(a, b idDoc) int { return cmp.Compare(rankOf(set+a.ID), rankOf(set+b.ID)) })
		if want == nil {
			docs = docs[:min(docsDrawn, len(docs))]
		}
		for i := range docs {
			d := &docs[i]
			if want != nil && !want(set, d.ID) {
				continue
			}
			page, err := d.page(ctx)
			if err != nil {
				return fmt.Errorf("%s: %w", d.ID, err)
			}
			if len(bytes.TrimSpace(page.Body)) == 0 {
				continue // a headline alone
			}
			doc, err := a.Page(ctx, page)
			if err != nil {
				return fmt.Errorf("%s: %w", d.ID, err)
			}
			for k := range doc.Entities {
				e := &doc.Entities[k]
				for system, id := range e.IDs {
					do(givenID{set, d.ID, e.Name, string(system), id}, doc, e)
				}
				if e.GeoNames > 0 {
					do(givenID{set, d.ID, e.Name, "geonames", strconv.Itoa(e.GeoNames)}, doc, e)
				}
			}
		}
	}
	return nil
}

// idDoc is an article of any of the sets.
type idDoc struct {
	ID         string         `json:"id"`
	Text       string         `json:"text"`
	Body       string         `json:"body"`
	Title      string         `json:"title"`
	Date       string         `json:"date"`
	Dateline   string         `json:"dateline"`
	URL        string         `json:"url"`
	Paragraphs []string       `json:"paragraphs"`
	Meta       map[string]any `json:"meta"`
	gold.Article
}

// page is the article as the program takes it. The date is what the set says of it in a form that the program reads.
func (d *idDoc) page(ctx context.Context) (dateline.Page, error) {
	if len(d.Input) > 0 {
		return d.Article.Page(ctx)
	}
	text := cmp.Or(d.Text, d.Body, strings.Join(d.Paragraphs, "\n\n"))
	p := dateline.Page{ID: d.ID, Form: dateline.Story, Body: []byte(text), URL: d.URL}
	if len(d.Paragraphs) > 0 || d.Body != "" {
		p.Body = []byte(d.Title + "\n\n" + text)
	}
	date := d.Date
	if len(d.Paragraphs) > 0 {
		date = d.Dateline
	}
	if s, ok := d.Meta["date"].(string); ok {
		date = s
	}
	p.Date = dayOf(date)
	return p, nil
}

// dayForms are how the sets write the day of an article at the front of what they say of its date.
var dayForms = []string{time.DateOnly, "January 2, 2006", "2-Jan-2006", "1/2/2006"}

// dayOf reads the day of an article, the zero Date where there is none.
func dayOf(text string) dateline.Date {
	for _, form := range dayForms {
		words := strings.Fields(text)
		n := min(len(words), 1+strings.Count(form, " "))
		if t, err := time.Parse(form, strings.Join(words[:n], " ")); err == nil {
			return dateline.Day(t.Year(), t.Month(), t.Day())
		}
	}
	return dateline.Date{}
}
