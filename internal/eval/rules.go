package main

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/token"
)

// ruleSet is a set of documents with their tokens, made once, for one run of the recogniser after another.
type ruleSet struct {
	docs   []nerDoc
	ready  []*dateline.Document
	labels map[string]*string
}

// runRules says of each rule of package entities what the sets of names lose without it: the change
// of the mean F1 of the seven sets in points ("f1"), and how many names of theirs the rule makes
// right ("won") and wrong ("lost").
func runRules(ctx context.Context, dir string) ([]measure, error) {
	sets, err := readRuleSets(ctx, dir)
	if err != nil {
		return nil, err
	}
	with, err := scoreWithout(ctx, sets)
	if err != nil {
		return nil, err
	}
	var ms []measure
	for _, r := range entities.Rules() {
		without, err := scoreWithout(ctx, sets, r.ID)
		if err != nil {
			return nil, err
		}
		change, won, lost, docs := 0.0, 0, 0, 0
		for i := range sets {
			change += (flat(with[i]).f1() - flat(without[i]).f1()) / float64(len(sets))
			for k := range with[i] {
				a, b := total(with[i][k]), total(without[i][k])
				won += max(0, a.right-b.right)
				lost += max(0, b.right-a.right)
				if a != b {
					docs++
				}
			}
		}
		ms = append(ms, measure{r.ID, "f1", change, docs}, measure{r.ID, "won", float64(won), docs},
			measure{r.ID, "lost", float64(lost), docs})
	}
	return ms, nil
}

// readRuleSets reads the sets of names and finds their tokens.
func readRuleSets(ctx context.Context, dir string) ([]ruleSet, error) {
	maps, err := readLabels(filepath.Join(dir, "ner", "labels.json"))
	if err != nil {
		return nil, err
	}
	tagger, err := token.NewTagger()
	if err != nil {
		return nil, err
	}
	var sets []ruleSet
	for _, name := range nerSets {
		docs, err := readJSONL[nerDoc](dir, "ner", "eval", name+".jsonl")
		if err != nil {
			return nil, err
		}
		s := ruleSet{docs: docs, labels: maps.of(name)}
		for _, d := range docs {
			doc := &dateline.Document{ID: d.ID, Text: d.Text,
				Blocks: []dateline.Block{{Kind: dateline.BlockParagraph, End: len(d.Text)}}}
			if err := new(token.Buffer).Annotate(ctx, doc, tagger); err != nil {
				return nil, fmt.Errorf("%s: %w", d.ID, err)
			}
			s.ready = append(s.ready, doc)
		}
		sets = append(sets, s)
	}
	return sets, nil
}

// scoreWithout counts the names of each document of each set, for each coarse label, with some rules left out.
func scoreWithout(ctx context.Context, sets []ruleSet, rules ...string) ([][][]prf, error) {
	r, err := entities.New(entities.Options{Without: rules})
	if err != nil {
		return nil, err
	}
	all := make([][][]prf, len(sets))
	for i, s := range sets {
		for k, ready := range s.ready {
			doc := *ready
			if err := r.Annotate(ctx, &doc); err != nil {
				return nil, err
			}
			all[i] = append(all[i], scoreNames(s.docs[k], doc.Mentions, s.labels))
		}
	}
	return all, nil
}

// flat adds up the counts of documents over their labels.
func flat(docs [][]prf) prf {
	var all prf
	for _, d := range docs {
		all.add(total(d))
	}
	return all
}
