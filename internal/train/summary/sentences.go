package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/measure"
	"github.com/dateline-go/dateline/internal/summary/phrase"
	"github.com/dateline-go/dateline/internal/summary/sentence"
	"github.com/dateline-go/dateline/internal/summary/story"
)

const (
	sentencePenalty = 3.0
	sentencesNote   = "cnn and cnndm_mix (evaluation only; these numbers and no text), " +
		"membership in the greedy oracle, L2 penalty 3; headline by a prior"
	summaryLength = 3
)

// sentenceSet is one document with its sentences.
type sentenceSet struct {
	story     *story.Story
	reference []string
	standing  []sentence.Standing
	vectors   [][]float64
	right     []bool
	fold      int
}

// fitSentences fits the ranking of sentences and prints its figures beside those
// of the first sentences.
func fitSentences(r reader, phrases phrase.Model) (sentence.Model, error) {
	var all []sentenceSet
	sets := []string{"cnn", "cnndm_mix"}
	var ends []int
	for _, set := range sets {
		docs, err := loadSentences(r, set, phrases)
		if err != nil {
			return nil, err
		}
		all = append(all, docs...)
		ends = append(ends, len(all))
	}
	for i := range all {
		all[i].fold = i % folds
	}
	var models []sentence.Model
	for fold := range folds {
		models = append(models, trainSentences(all, fold))
	}
	from := 0
	for i, set := range sets {
		docs := all[from:ends[i]]
		from = ends[i]
		fmt.Printf("%s, lead:            %s\n", set, sentenceFigures(docs, lead))
		fmt.Printf("%s, cross-validated: %s\n", set, sentenceFigures(docs, func(d *sentenceSet) []int {
			return d.choose(models[d.fold])
		}))
		fmt.Printf("%s, greedy oracle:   %s\n", set, sentenceFigures(docs, (*sentenceSet).oracle))
	}
	return trainSentences(all, -1), nil
}

func loadSentences(r reader, set string, phrases phrase.Model) ([]sentenceSet, error) {
	var out []sentenceSet
	err := r.read("summaries", set, func(a article, s *story.Story) {
		d := sentenceSet{story: s, reference: strings.Split(a.Summary, "\n"), standing: sentence.Judge(s)}
		found := phrase.Find(s, phrase.Phrases)
		d.vectors = sentence.Vectors(s, d.standing, found, phrases.Scores(phrase.Vectors(s, found)))
		d.right = make([]bool, len(s.Sentences))
		for _, i := range d.oracle() {
			d.right[i] = true
		}
		out = append(out, d)
	})
	return out, err
}

// words returns the sentences with the given indices.
func (d *sentenceSet) words(indices []int) []string {
	var out []string
	for _, i := range indices {
		out = append(out, d.story.Doc.Words(d.story.Sentences[i].Span))
	}
	return out
}

// oracle picks, one by one, the sentences that raise ROUGE-1 and -2 most.
func (d *sentenceSet) oracle() []int {
	var got []int
	best := 0.0
	for range summaryLength {
		at := -1
		for i := range d.story.Sentences {
			if slices.Contains(got, i) {
				continue
			}
			m := measure.ROUGE(d.words(append(slices.Clone(got), i)), d.reference)
			if x := m.R1 + m.R2; x > best {
				best, at = x, i
			}
		}
		if at < 0 {
			break
		}
		got = append(got, at)
	}
	slices.Sort(got)
	return got
}

func lead(d *sentenceSet) []int {
	var out []int
	for i := range min(summaryLength, len(d.story.Sentences)) {
		out = append(out, i)
	}
	return out
}

func (d *sentenceSet) choose(m sentence.Model) []int {
	var out []int
	for _, c := range sentence.Choose(d.story, d.standing, m.Scores(d.vectors), sentence.Limit{Sentences: summaryLength}) {
		out = append(out, c.Index)
	}
	return out
}

// trainSentences fits a model on all documents but those of a part.
func trainSentences(docs []sentenceSet, without int) sentence.Model {
	var rows []row
	for _, d := range docs {
		if d.fold == without {
			continue
		}
		for k, v := range d.vectors {
			if d.standing[k] < sentence.Scrap {
				rows = append(rows, row{v, one(d.right[k])})
			}
		}
	}
	prior := make([]float64, len(sentence.Features()))
	// These sets have no headlines. A sentence that says what the headline says is
	// worth as much as a central one.
	prior[slices.Index(sentence.Features(), "headline")] = 0.8
	return logistic(rows, sentencePenalty, prior)
}

// sentenceFigures returns the mean ROUGE of what choose takes, each with its
// standard error over documents.
func sentenceFigures(docs []sentenceSet, choose func(*sentenceSet) []int) string {
	units := make([]measure.Scores, len(docs))
	for i := range docs {
		units[i] = measure.ROUGE(docs[i].words(choose(&docs[i])), docs[i].reference)
	}
	var b strings.Builder
	for _, f := range []struct {
		name string
		of   func(measure.Scores) float64
	}{
		{"R1", func(s measure.Scores) float64 { return s.R1 }},
		{"R2", func(s measure.Scores) float64 { return s.R2 }},
		{"RLsum", func(s measure.Scores) float64 { return s.RLsum }},
	} {
		mean := func(sample []measure.Scores) float64 {
			sum := 0.0
			for _, s := range sample {
				sum += f.of(s)
			}
			return 100 * sum / float64(len(sample))
		}
		fmt.Fprintf(&b, "%s %.2f ± %.2f ", f.name, mean(units), measure.StandardError(units, mean))
	}
	return fmt.Sprintf("%sof %d", b.String(), len(docs))
}
