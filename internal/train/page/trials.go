package main

import (
	"fmt"

	"github.com/dateline-go/dateline/internal/eval/pages"
	"github.com/dateline-go/dateline/internal/page"
)

// row is one block to fit on.
type row struct {
	features []page.Feature
	story    bool
	weight   float64
}

// How much a block weighs in the fit. Its words count as a share of its page's story,
// as the measure of the body counts them; and each block, line and segment counts by
// itself, short ones of the story more, so that headings are not lost.
const (
	perPage    = 40.0
	perBlock   = 0.1
	perShort   = 0.3
	perLine    = 1.0
	perText    = 5.0 // as perPage, for a pasted page
	perSegment = 2.5
	perForm    = 0.25 // of a web page that was pasted, to a pasted page
	perKnown   = 0.75 // as perSegment, in a web page that was pasted
	shortWords = 12
)

// forms are the ways in which a web page may have been pasted.
var forms = []page.Rendering{{}, {Bare: true}, {Indents: true}, {Indents: true, Bare: true}}

// trial is a page to fit on, with the label and the weight of each block.
type trial struct {
	page   *page.Trial
	site   string
	asText bool // the page came as text
	labels []int
	weight []float64
	first  [][]page.Feature
}

// trials reads the pages of the sets.
func trials(data []set) ([]trial, error) {
	var out []trial
	for _, s := range data {
		for j := range s.gold {
			g := &s.gold[j]
			t, err := page.NewTrial(g.Page(), page.Options{})
			if err != nil {
				return nil, fmt.Errorf("%s: %w", g.ID, err)
			}
			x := newTrial(t, g, 1)
			x.asText = t.Plain()
			out = append(out, x)
			if x.asText {
				continue
			}
			for _, r := range forms {
				if pasted := t.AsText(r); pasted.Len() >= minLines {
					out = append(out, newTrial(pasted, g, perForm))
				}
			}
		}
	}
	return out, nil
}

// minLines is how many lines a pasted page must have to be of use.
const minLines = 4

// newTrial labels and weighs the blocks of a page.
func newTrial(t *page.Trial, g *pages.Gold, scale float64) trial {
	texts, lines := t.Blocks()
	x := trial{page: t, site: g.Site(), labels: g.Label(texts, lines)}
	total := float64(max(50, pages.Words(g.Body)))
	for i := range texts {
		words := pages.Words(texts[i])
		share := min(1, float64(words)/total)
		w := perSegment
		switch {
		case g.Body != "" && t.Plain():
			w = perLine + perText*share
		case g.Body != "":
			w = perBlock + perPage*share
		case t.Plain():
			w = perKnown
		}
		if x.labels[i] == pages.Story && words <= shortWords && !t.Plain() {
			w += perShort
		}
		x.weight = append(x.weight, scale*w)
	}
	first, context, _ := page.Size()
	x.first, _, _ = t.Features(&page.Model{First: make([]float64, first), Context: make([]float64, context)})
	return x
}

// add adds the rows of a page.
func (t *trial) add(rows []row, features [][]page.Feature) []row {
	for i, label := range t.labels {
		if label != pages.Unknown {
			rows = append(rows, row{features[i], label == pages.Story, t.weight[i]})
		}
	}
	return rows
}
