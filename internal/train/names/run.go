package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/dateline-go/dateline/internal/clusters"
	"github.com/dateline-go/dateline/internal/names"
	"github.com/dateline-go/dateline/internal/names/fit"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/de"
	"github.com/dateline-go/dateline/lang/en"
	"github.com/dateline-go/dateline/lang/es"
	"github.com/dateline-go/dateline/lang/fr"
)

// command is what the flags ask for.
type command struct {
	recipe, data, second, clusters, from, out, card, date, tokens, predict, opinion string
	between                                                                         string
	share                                                                           float64
	measure, onlyTeacher, review                                                    bool
	// reviewed are the coefficients of the reviewer.
	reviewed []float32

	say    func(format string, args ...any)
	rec    recipe
	labels labelTable
	// What is known of the words of the recipe's language.
	words      *clusters.Table
	vocabulary *names.Vocabulary
	rules      *token.Rules
}

func (c *command) run() error {
	var err error
	if c.rec, err = readRecipe(c.recipe); err != nil {
		return err
	}
	if c.rec.Labels != "" {
		if c.labels, err = readLabels(filepath.Join(c.data, c.rec.Labels)); err != nil {
			return err
		}
	}
	if err := c.learnLanguage(); err != nil {
		return err
	}
	switch {
	case c.tokens != "":
		return c.writeTokens()
	case c.opinion != "":
		return c.writeOpinions()
	case c.predict != "":
		return c.writePredictions()
	case c.review:
		return c.fitReview()
	case c.onlyTeacher:
		return c.measureTeacher()
	}
	m, b, err := c.model()
	if err != nil {
		return err
	}
	c.say("%s: %d bytes", c.out, len(b))
	t, err := names.NewTagger(m, c.words, c.vocabulary)
	if err != nil {
		return err
	}
	c.reviewed = m.Review
	results, err := c.measureAll(t)
	if err != nil {
		return err
	}
	for i := range results {
		c.say("%s", results[i].line())
	}
	if c.card == "" {
		return nil
	}
	return c.writeCard(b, results)
}

// learnLanguage takes up the words of the recipe's language.
func (c *command) learnLanguage() (err error) {
	pack, ok := languages[cmp.Or(c.rec.Language, "en")]
	if !ok {
		return fmt.Errorf("no language %q", c.rec.Language)
	}
	c.vocabulary, c.rules = names.NewVocabulary(pack().Lexicon), token.NewRules(pack().Lexicon)
	if c.clusters == "" {
		c.words, err = clusters.Default()
		return err
	}
	b, err := os.ReadFile(c.clusters)
	if err != nil {
		return err
	}
	if c.words, err = clusters.Read(b); err != nil {
		return fmt.Errorf("%s: %w", c.clusters, err)
	}
	return nil
}

// languages are those that a recipe may name.
var languages = map[string]func() *lang.Pack{"en": en.Words, "de": de.Words, "es": es.Words, "fr": fr.Words}

// model trains and writes the model or, to measure it only, reads it.
func (c *command) model() (*names.Model, []byte, error) {
	if c.measure {
		b, err := os.ReadFile(c.out)
		if err != nil {
			return nil, nil, err
		}
		m, err := names.ReadModel(b)
		return m, b, err
	}
	train := c.train
	if c.between != "" {
		train = c.mean
	}
	m, err := train()
	if err != nil {
		return nil, nil, err
	}
	m.Fingerprint = c.vocabulary.Fingerprint()
	b, err := m.Encode()
	if err != nil {
		return nil, nil, err
	}
	return m, b, os.WriteFile(c.out, b, 0o644)
}

// train makes the model of the recipe.
func (c *command) train() (*names.Model, error) {
	o := c.rec.Options
	var exs []fit.Example
	student, err := c.student()
	if err != nil {
		return nil, err
	}
	if len(c.rec.Raw) > 0 {
		teacher, err := c.teach()
		if err != nil {
			return nil, err
		}
		student.Heed(teacher)
		var swaps *swapper
		if c.rec.Swap != nil {
			if swaps, err = c.newSwapper(teacher); err != nil {
				return nil, err
			}
		}
		for _, s := range c.rec.Raw {
			docs, err := c.loadSecond(s)
			if err != nil {
				return nil, err
			}
			if err := teacher.Label(docs, names.NewReader(c.words, c.vocabulary, o.TeacherBits), float32(o.Mix)); err != nil {
				return nil, err
			}
			if swaps != nil {
				copied, err := swaps.copies(docs, o.Seed)
				if err != nil {
					return nil, err
				}
				weight := s.weight() * float32(cmp.Or(swaps.Weight, 1))
				if exs, err = c.examples(exs, copied, o.Bits, weight); err != nil {
					return nil, err
				}
			}
			docs = fit.WithCopies(fit.WithSentences(docs, o.Alone, o.Seed), o.Copies, o.Seed, en.Words().Lexicon)
			if exs, err = c.examples(exs, docs, o.Bits, s.weight()); err != nil {
				return nil, err
			}
			c.say("labelled %s", s.File)
		}
	}
	for _, s := range c.rec.Gold {
		docs, err := c.load(s)
		if err != nil {
			return nil, err
		}
		docs = fit.WithCopies(docs, o.Copies, o.Seed, en.Words().Lexicon)
		if exs, err = c.examples(exs, docs, o.Bits, s.weight()); err != nil {
			return nil, err
		}
	}
	c.say("model: %d sentences", len(exs))
	if err := student.Learn(context.Background(), exs, c.plan(o.Rounds, o.Seed)); err != nil {
		return nil, err
	}
	m := student.Model(o.Drop)
	m.Mix, m.Bias, m.Small = float32(o.Mix), float32(o.Bias), float32(o.Small)
	return m, nil
}

// mean makes the model whose weights lie between those of two models, of which one went on from the
// other. It keeps more of what the first knew of rare names than the second does, and most of what
// that learned (Wortsman and others, "Robust fine-tuning of zero-shot models", 2022).
func (c *command) mean() (*names.Model, error) {
	first, err := c.student()
	if err != nil {
		return nil, err
	}
	c.from = c.between
	second, err := c.student()
	if err != nil {
		return nil, err
	}
	first.Scale(float32(1 - c.share))
	second.Scale(float32(c.share))
	first.Add(second)
	m := first.Model(c.rec.Options.Drop * min(c.share, 1-c.share)) // what only one of them knows is smaller now
	o := c.rec.Options
	m.Mix, m.Bias, m.Small = float32(o.Mix), float32(o.Bias), float32(o.Small)
	return m, nil
}

// student returns a learner that knows nothing or, with -from, what a model knows.
func (c *command) student() (*fit.Learner, error) {
	if c.from == "" {
		return fit.NewLearner(c.rec.Options.Bits), nil
	}
	b, err := os.ReadFile(c.from)
	if err != nil {
		return nil, err
	}
	m, err := names.ReadModel(b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.from, err)
	}
	return fit.Continue(m), nil
}

// teach trains the teacher.
func (c *command) teach() (*fit.Learner, error) {
	o := c.rec.Options
	var exs []fit.Example
	for _, s := range c.rec.Teacher {
		docs, err := c.loadSecond(s)
		if err != nil {
			return nil, err
		}
		docs = fit.WithCopies(docs, o.TeacherCopies, o.Seed, en.Words().Lexicon)
		if exs, err = c.examples(exs, docs, o.TeacherBits, s.weight()); err != nil {
			return nil, err
		}
	}
	c.say("teacher: %d sentences", len(exs))
	var all *fit.Learner
	for n := range o.Teachers {
		l := fit.NewLearner(o.TeacherBits)
		if err := l.Learn(context.Background(), exs, c.plan(o.TeacherRounds, o.Seed+uint64(n))); err != nil {
			return nil, err
		}
		l.Forget()
		l.Scale(1 / float32(o.Teachers))
		if all == nil {
			all = l
		} else {
			all.Add(l)
		}
	}
	return all, nil
}

// plan says how examples are gone over, and tells of each round.
func (c *command) plan(rounds int, seed uint64) fit.Plan {
	return fit.Plan{Rounds: rounds, Rate: c.rec.Options.Rate, Seed: seed,
		Report: func(round int, loss float64) { c.say("round %d: loss %.0f", round, loss) }}
}

// examples reads documents into examples.
func (c *command) examples(dst []fit.Example, docs []fit.Document, bits uint, weight float32) ([]fit.Example, error) {
	return fit.Examples(dst, docs, names.NewReader(c.words, c.vocabulary, bits), bits, weight)
}

func (s source) weight() float32 {
	if s.Weight == 0 {
		return 1
	}
	return float32(s.Weight)
}
