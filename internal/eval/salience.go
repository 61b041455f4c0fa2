package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/eval/sets"
	scorer "github.com/dateline-go/dateline/internal/measure"
	"github.com/dateline-go/dateline/internal/token"
)

// runSalience scores how well salience orders what readers found a story to be
// about, as eval/salience/score.py does. The numbers were fitted on this set; the
// fitting program prints the cross-validated figures.
func runSalience(ctx context.Context, dir string) ([]measure, error) {
	stories, err := sets.ReadSalience(dir)
	if err != nil {
		return nil, err
	}
	tagger, err := token.NewTagger()
	if err != nil {
		return nil, err
	}
	r, err := entities.New(entities.Options{})
	if err != nil {
		return nil, err
	}
	var units []scorer.Salience
	for _, d := range stories {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		doc, err := d.Document(tagger)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.ID, err)
		}
		if err := r.Annotate(ctx, doc); err != nil {
			return nil, fmt.Errorf("%s: %w", d.ID, err)
		}
		things := slices.Clone(doc.Entities)
		for _, c := range doc.Concepts { // readers mark both
			things = append(things, dateline.Entity{Name: c.Name, Aliases: c.Aliases, Salience: c.Salience})
		}
		units = append(units, d.Score(things, func(e *dateline.Entity) float64 { return e.Salience }))
	}
	sum := scorer.AddSalience(units)
	spearman := func(u []scorer.Salience) float64 { return scorer.AddSalience(u).Spearman() }
	third := func(u []scorer.Salience) float64 { return 100 * scorer.AddSalience(u).P3() }
	const set = "wikinews_saliency_dev"
	return []measure{
		{set, "spearman", sum.Spearman(), sum.Ranked},
		{set, "spearman-se", scorer.StandardError(units, spearman), sum.Ranked},
		{set, "P@1", 100 * sum.P1(), sum.Salient},
		{set, "P@3", 100 * sum.P3(), sum.Salient},
		{set, "P@3-se", scorer.StandardError(units, third), sum.Salient},
		{set, "coverage", percent(sum.Matched, sum.Entities), len(stories)},
	}, nil
}
