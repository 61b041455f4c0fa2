package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/dateline-go/dateline/entities"
)

// reutersDoc is a document of eval/reuters.
type reutersDoc struct {
	ID        string   `json:"id"`
	Title     string   `json:"title"`
	Dateline  string   `json:"dateline"`
	Body      string   `json:"body"`
	Countries []string `json:"countries"`
}

// text is the story as a paper prints it: headline, then dateline and body.
func (d reutersDoc) text() string {
	return d.Title + "\n\n" + strings.TrimSpace(d.Dateline+" "+strings.TrimSpace(d.Body))
}

// countryScore counts documents whose countries are all found, and those where
// every country in focus is right; and countries, and those of them in focus.
type countryScore struct{ docs, all, focus, gold, right int }

// runCountries scores the countries of stories as eval/reuters/score.py does:
// "all found" and "focus in gold", over all stories and over those without the
// United States. "focus-recall" is ours: how many of the countries are in focus.
func runCountries(ctx context.Context, dir string) ([]measure, error) {
	docs, err := readJSONL[reutersDoc](dir, "reuters", "reuters21578.jsonl.gz")
	if err != nil {
		return nil, err
	}
	parts := []string{"reuters", "reuters/no_us"}
	scores := make([]countryScore, len(parts))
	for _, d := range docs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if strings.TrimSpace(d.Body) == "" || len(d.Countries) == 0 {
			continue
		}
		doc, err := entities.Recognize(d.text())
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.ID, err)
		}
		gold, us := map[string]bool{}, false
		for _, code := range d.Countries {
			gold[code] = true
			us = us || code == "US"
		}
		found, focused, right := 0, 0, 0
		for _, c := range doc.Countries {
			if gold[c.Code] {
				found++
			}
			if c.Focus {
				focused++
				if gold[c.Code] {
					right++
				}
			}
		}
		for i := range scores {
			if i == 1 && us {
				continue
			}
			scores[i].docs++
			scores[i].gold += len(gold)
			scores[i].right += right
			if found == len(gold) {
				scores[i].all++
			}
			if focused > 0 && right == focused {
				scores[i].focus++
			}
		}
	}
	var ms []measure
	for i, s := range scores {
		ms = append(ms, measure{parts[i], "all-found", percent(s.all, s.docs), s.docs},
			measure{parts[i], "focus", percent(s.focus, s.docs), s.docs},
			measure{parts[i], "focus-recall", percent(s.right, s.gold), s.gold})
	}
	return ms, nil
}
