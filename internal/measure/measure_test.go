package measure_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/internal/measure"
)

func TestPorter(t *testing.T) {
	for word, stem := range map[string]string{
		"": "", "is": "is", "caresses": "caress", "ponies": "poni", "dies": "die", "died": "die",
		"cats": "cat", "feed": "feed", "agreed": "agre", "plastered": "plaster", "motoring": "motor",
		"conflated": "conflat", "hopping": "hop", "falling": "fall", "filing": "file", "happy": "happi", "sky": "sky",
		"relational": "relat", "digitizer": "digit", "operator": "oper", "hopefulness": "hope",
		"radically": "radic", "archaeology": "archaeolog", "triplicate": "triplic", "electrical": "electr",
		"adoption": "adopt", "irritant": "irrit", "effective": "effect", "probate": "probat", "rate": "rate",
		"controlling": "control", "succeed": "succeed", "news": "news", "enjoyed": "enjoy", "élan": "élan",
	} {
		assert.Equal(t, stem, measure.Porter(word), word)
	}
}

func TestPhraseForm(t *testing.T) {
	for phrase, form := range map[string]string{
		"The Mayor’s plans": "the mayor plan", "workers' rights": "worker right", "F-16s": "f 16",
		"rock'n'roll": "rock n roll", "U.S. tanker spill": "u s tanker spill", " – ": "", "'s": "s", "a's's": "a",
		"snake_case": "snake case",
	} {
		assert.Equal(t, form, measure.PhraseForm(phrase), phrase)
	}
}

func TestPhraseF1(t *testing.T) {
	gold := measure.PhraseForms([]string{"oil spills", "tanker", "Oil Spill", "—"})
	assert.Equal(t, []string{"oil spill", "tanker"}, gold)
	found := measure.PhraseForms([]string{"Tankers", "coast", "oil spill"})
	assert.InDelta(t, 2.0/3, measure.PhraseF1(gold, found, 1), 1e-12) // P 1, R 1/2
	assert.InDelta(t, 0.5, measure.PhraseF1(gold, found, 2), 1e-12)   // P 1/2, R 1/2
	assert.InDelta(t, 0.8, measure.PhraseF1(gold, found, 10), 1e-12)  // P 2/3, R 1
	assert.Zero(t, measure.PhraseF1(gold, nil, 10))
	assert.Zero(t, measure.PhraseF1(nil, found, 10))
}

// The figures are those of rouge-score 0.1.2 with its stemmer.
func TestROUGE(t *testing.T) {
	summary := []string{"The ferry sank off the coast on Sunday night.", "The rescuers saved everybody, and the ferry's captain was arrested.", " "}
	reference := []string{"Ferry sinks on Sunday; captain arrested.", "Rescuers save all on board."}
	got := measure.ROUGE(summary, reference)
	assert.InDelta(t, 0.45161290322580644, got.R1, 1e-12)
	assert.InDelta(t, 0.13793103448275862, got.R2, 1e-12)
	assert.InDelta(t, 0.45161290322580644, got.RLsum, 1e-12)
	assert.Equal(t, measure.Scores{}, measure.ROUGE(nil, reference))
	assert.Equal(t, measure.Scores{R1: 1, R2: 1, RLsum: 1}, measure.ROUGE(reference, reference))
	assert.Equal(t, []string{"ferri", "sink", "on", "all"}, measure.ROUGEWords("Ferry sinks on – ALL"))
}
