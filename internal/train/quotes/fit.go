package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/statement"
	"github.com/dateline-go/dateline/internal/statement/lexicon"
	"github.com/dateline-go/dateline/lang/en"
)

const (
	folds     = 5
	ridge     = 1.0
	threshold = 0.3
)

// words are those that statements are attributed by.
var words = lexicon.New(en.Words().Lexicon)

func run(in, pred string, write bool) error {
	docs, err := read(filepath.Join(in, "quotes", "polnear_train.jsonl.gz"))
	if err != nil {
		return err
	}
	fmt.Println("weights:", statement.CueWeights, statement.StartWeights, statement.EndWeights,
		statement.CueWeights+statement.StartWeights+statement.EndWeights)
	models := make([]*statement.Model, folds)
	for k := range models {
		models[k] = train(docs, k)
	}
	if pred != "" {
		f, err := os.Create(pred)
		if err != nil {
			return err
		}
		enc := json.NewEncoder(f)
		d := statement.Finder{Words: words, Tagset: en.Words().Tagset}
		for i := range docs {
			d.Model = models[i%folds]
			if err := enc.Encode(predict(&d, &docs[i])); err != nil {
				return err
			}
		}
		if err := f.Close(); err != nil {
			return err
		}
	}
	if !write {
		return nil
	}
	return writeWeights(train(docs, -1))
}

// train fits a model on all documents but those of a part.
func train(docs []article, without int) *statement.Model {
	var starts, ends []choice
	d := statement.Finder{Words: words, Tagset: en.Words().Tagset}
	for i := range docs {
		if i%folds == without {
			continue
		}
		a := &docs[i]
		for _, f := range d.Frames(a.doc) {
			g := goldOf(a, &d.Story, &f)
			if g == nil {
				continue
			}
			var span dateline.Span
			for _, s := range g.Content {
				if s.Start >= d.Story.Span([2]int{f.Head, f.Head + 1}).End {
					span = s
					break
				}
			}
			if span.End == 0 {
				continue
			}
			if o, right := d.StartOptions(&f, span.Start); right >= 0 {
				starts = append(starts, choice{o, right})
			}
			if o, right := d.EndOptions(&f, span.Start, span.End); right >= 0 {
				ends = append(ends, choice{o, right})
			}
		}
	}
	m := &statement.Model{Start: learn(starts, statement.StartWeights, ridge),
		End: learn(ends, statement.EndWeights, ridge)}
	d.Model = m
	var cues []choice
	for i := range docs {
		if i%folds == without {
			continue
		}
		for _, x := range judged(&d, &docs[i]) {
			right := 0
			if x.right {
				right = 1
			}
			cues = append(cues, choice{[][]int16{nil, d.CueOption(&x.frame)}, right})
		}
	}
	m.Cue = learn(cues, statement.CueWeights, ridge)
	return m
}

// goldOf returns the attribution whose cue holds the head of a frame, nil for none.
func goldOf(a *article, s *statement.Story, f *statement.Frame) *attribution {
	head := s.Span([2]int{f.Head, f.Head + 1})
	for i := range a.Attributions {
		g := &a.Attributions[i]
		if slices.ContainsFunc(g.Cue, head.Overlaps) {
			return g
		}
	}
	return nil
}

// judgement is a frame and whether its content is that of an attribution.
type judgement struct {
	frame statement.Frame
	right bool
}

// judged aligns the contents of a document's frames with its attributions one to
// one, the most alike first, as the scorer does.
func judged(d *statement.Finder, a *article) []judgement {
	frames := d.Frames(a.doc)
	out := make([]judgement, len(frames))
	type pair struct {
		alike float64
		i, j  int
	}
	var pairs []pair
	for i := range frames {
		out[i].frame = frames[i]
		var spans []dateline.Span
		for _, run := range d.Content(&frames[i]) {
			spans = append(spans, d.Story.Span(run))
		}
		head := d.Story.Span([2]int{frames[i].Head, frames[i].Head + 1})
		for j := range a.Attributions {
			g := &a.Attributions[j]
			if x := jaccard(spans, g.Content); x >= 0.5 {
				if slices.ContainsFunc(g.Cue, head.Overlaps) {
					x += 1
				}
				pairs = append(pairs, pair{x, i, j})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int {
		switch {
		case a.alike > b.alike:
			return -1
		case a.alike < b.alike:
			return 1
		}
		return 0
	})
	used := make([]bool, len(a.Attributions))
	for _, p := range pairs {
		if !out[p.i].right && !used[p.j] {
			out[p.i].right, used[p.j] = true, true
		}
	}
	return out
}

// jaccard is the share of bytes that two lists of spans have in common.
func jaccard(a, b []dateline.Span) float64 {
	common, all := 0, 0
	for _, x := range a {
		all += x.Len()
		for _, y := range b {
			common += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	for _, y := range b {
		all += y.Len()
	}
	if all == common {
		return 0
	}
	return float64(common) / float64(all-common)
}

type prediction struct {
	ID     string  `json:"id"`
	Quotes []quote `json:"quotes"`
}

type quote struct {
	Content []dateline.Span `json:"content"`
	Source  *dateline.Span  `json:"source"`
	Cue     *dateline.Span  `json:"cue"`
	Direct  bool            `json:"direct"`
	P       float64         `json:"p"`
}

func predict(d *statement.Finder, a *article) prediction {
	out := prediction{ID: a.ID}
	for _, x := range d.Find(a.doc, threshold, nil) {
		q := quote{Direct: x.Direct, P: x.Chance}
		for _, run := range x.Content {
			q.Content = append(q.Content, d.Story.Span(run))
		}
		if x.Source[1] > x.Source[0] {
			s := d.Story.Span(x.Source)
			q.Source = &s
		}
		c := d.Story.Span([2]int{x.Start, x.End})
		q.Cue = &c
		out.Quotes = append(out.Quotes, q)
	}
	return out
}
