package main

import (
	"context"
	"fmt"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	scorer "github.com/dateline-go/dateline/internal/measure"
)

// corefDoc is a document of eval/coref.
type corefDoc struct {
	ID       string         `json:"id"`
	Text     string         `json:"text"`
	Mentions []corefMention `json:"mentions"`
}

type corefMention struct {
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Cluster string `json:"cluster"`
	Named   bool   `json:"named"`
	Name    [2]int `json:"name"`
}

// runCoref scores which names mean one thing as eval/coref/score.py does, times
// 100, on the development part and, to see how far rules carry, on the part that
// rules may be tuned on. The names inside other names count as well, as they do in
// the data; "linked-f1-outside" leaves them out.
func runCoref(ctx context.Context, dir string) ([]measure, error) {
	var ms []measure
	for _, set := range []string{"gum_news_dev", "gum_news_interview_train"} {
		docs, err := readJSONL[corefDoc](dir, "coref", set+".jsonl")
		if err != nil {
			return nil, err
		}
		var units, outside []scorer.Links
		for _, d := range docs {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			doc, err := entities.Recognize(d.Text)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", d.ID, err)
			}
			units = append(units, scorer.LinksOf(d.gold(), entityAt(withParts(doc.Mentions))))
			outside = append(outside, scorer.LinksOf(d.gold(), entityAt(doc.Mentions)))
		}
		sum := addLinks(units)
		linked := func(u []scorer.Links) float64 { return 100 * addLinks(u).LinkedF1() }
		ms = append(ms,
			measure{set, "linked-p", percent(sum.Both, sum.Predicted), len(docs)},
			measure{set, "linked-r", percent(sum.Both, sum.Gold), len(docs)},
			measure{set, "linked-f1", linked(units), len(docs)},
			measure{set, "linked-f1-se", scorer.StandardError(units, linked), len(docs)},
			measure{set, "linked-f1-outside", linked(outside), len(docs)},
			measure{set, "linked-f1-outside-se", scorer.StandardError(outside, linked), len(docs)},
			measure{set, "b3-f1", 100 * sum.B3(), len(docs)},
			measure{set, "matched", percent(sum.Matched, sum.Names), len(docs)})
	}
	return ms, nil
}

func addLinks(units []scorer.Links) scorer.Links {
	var sum scorer.Links
	for _, u := range units {
		sum = sum.Add(u)
	}
	return sum
}

// gold returns the cluster of each name. Of two mentions with one name the shorter
// counts.
func (d corefDoc) gold() map[dateline.Span]string {
	clusters, size := map[dateline.Span]string{}, map[dateline.Span]int{}
	for _, m := range d.Mentions {
		span := dateline.Span{Start: m.Name[0], End: m.Name[1]}
		if n, ok := size[span]; m.Named && (!ok || m.End-m.Start <= n) {
			clusters[span], size[span] = m.Cluster, m.End-m.Start
		}
	}
	return clusters
}

// entityAt returns the entity of each mention of a name, by its span.
func entityAt(mentions []dateline.Mention) map[dateline.Span]string {
	at := map[dateline.Span]string{}
	for _, m := range mentions {
		if !m.Label.IsValue() {
			at[m.Span()] = m.Entity
		}
	}
	return at
}
