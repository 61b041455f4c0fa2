package main

import (
	"fmt"
	"slices"

	"github.com/dateline-go/dateline/internal/measure"
	"github.com/dateline-go/dateline/internal/summary/phrase"
	"github.com/dateline-go/dateline/internal/summary/story"
)

const (
	phrasePenalty = 3.0
	phrasesNote   = "duc2001 (research only; these numbers and no text), L2 penalty 3; salience drawn to 3, dek to 0.5"
	tagsNote      = "kpcrowd (research and educational use; these numbers and no text), L2 penalty 3; " +
		"salience drawn to 3, dek to 0.5"
)

// phraseSet is one document with its candidates.
type phraseSet struct {
	story   *story.Story
	gold    []string
	found   []phrase.Candidate
	vectors [][]float64
	right   []bool
}

// fitPhrases fits the ranking of one kind of keyphrases on a set and prints its
// figures there.
func fitPhrases(r reader, set string, kind phrase.Kind) (phrase.Model, error) {
	docs, err := loadPhrases(r, set, kind)
	if err != nil {
		return nil, err
	}
	var models []phrase.Model
	for fold := range folds {
		models = append(models, trainPhrases(docs, fold))
	}
	fmt.Printf("%s, cross-validated: %s\n", set, phraseFigures(docs, func(i int) phrase.Model { return models[i%folds] }))
	m := trainPhrases(docs, -1)
	fmt.Printf("%s, fitted on it:    %s\n", set, phraseFigures(docs, func(int) phrase.Model { return m }))
	return m, nil
}

// tryPhrases prints the figures of a model on a set that it was not fitted on.
func tryPhrases(r reader, set string, kind phrase.Kind, m phrase.Model) error {
	docs, err := loadPhrases(r, set, kind)
	if err != nil {
		return err
	}
	fmt.Printf("%s, not seen:        %s\n", set, phraseFigures(docs, func(int) phrase.Model { return m }))
	return nil
}

func loadPhrases(r reader, set string, kind phrase.Kind) ([]phraseSet, error) {
	var out []phraseSet
	err := r.read("keyphrases", set, func(a article, s *story.Story) {
		p := phraseSet{story: s, gold: measure.PhraseForms(a.Keyphrases), found: phrase.Find(s, kind)}
		p.vectors = phrase.Vectors(s, p.found)
		for _, c := range p.found {
			p.right = append(p.right, slices.Contains(p.gold, measure.PhraseForm(s.Doc.Words(c.Spans[0]))))
		}
		out = append(out, p)
	})
	return out, err
}

// trainPhrases fits a model on all documents but those of a part.
func trainPhrases(docs []phraseSet, without int) phrase.Model {
	var rows []row
	for i, d := range docs {
		if i%folds == without {
			continue
		}
		for k, v := range d.vectors {
			rows = append(rows, row{v, one(d.right[k])})
		}
	}
	prior := make([]float64, len(phrase.Features()))
	// No set here has deks: a word of one is worth as much as one of the headline.
	// Editors want the names that a story is about, readers of these sets list fewer.
	prior[slices.Index(phrase.Features(), "salience")] = 3
	prior[slices.Index(phrase.Features(), "dek")] = 0.5
	return logistic(rows, phrasePenalty, prior)
}

// phraseFigures returns the mean F1 at 5 and at 10.
func phraseFigures(docs []phraseSet, model func(int) phrase.Model) string {
	var f5, f10 float64
	for i, d := range docs {
		var words []string
		for _, k := range phrase.Rank(d.story, d.found, model(i).Scores(d.vectors), 15) {
			words = append(words, k.Text)
		}
		forms := measure.PhraseForms(words)
		f5 += measure.PhraseF1(d.gold, forms, 5)
		f10 += measure.PhraseF1(d.gold, forms, 10)
	}
	n := float64(len(docs)) / 100
	return fmt.Sprintf("F1@5 %.2f F1@10 %.2f of %d", f5/n, f10/n, len(docs))
}
