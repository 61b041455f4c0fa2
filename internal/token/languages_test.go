package token_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/de"
	"github.com/dateline-go/dateline/lang/es"
	"github.com/dateline-go/dateline/lang/fr"
)

func TestSegmentOtherLanguages(t *testing.T) {
	for name, c := range map[string]struct {
		pack *lang.Pack
		text string
		want [][]string // the tokens of each sentence
	}{
		"an elision": {fr.Words(), "L’ordre vient de l'Élysée.",
			[][]string{{"L’", "ordre", "vient", "de", "l'", "Élysée", "."}}},
		"an elision of two syllables": {fr.Words(), "Elle part lorsqu’il pleut.",
			[][]string{{"Elle", "part", "lorsqu’", "il", "pleut", "."}}},
		"an apostrophe inside a word": {fr.Words(), "Le pont ouvre aujourd'hui.",
			[][]string{{"Le", "pont", "ouvre", "aujourd'hui", "."}}},
		"a title": {fr.Words(), "M. Lebrun est venu. Il repart mardi.",
			[][]string{{"M.", "Lebrun", "est", "venu", "."}, {"Il", "repart", "mardi", "."}}},
		"guillemets": {fr.Words(), "« Le pont tient. » Elle en est sûre.",
			[][]string{{"«", "Le", "pont", "tient", ".", "»"}, {"Elle", "en", "est", "sûre", "."}}},
		"an ordinal": {de.Words(), "Am 3. Oktober öffnet die Brücke. Der 1. FC Lauenburg spielt dort.",
			[][]string{{"Am", "3.", "Oktober", "öffnet", "die", "Brücke", "."},
				{"Der", "1.", "FC", "Lauenburg", "spielt", "dort", "."}}},
		"a year ends a sentence": {de.Words(), "Das war 2019. Seither steht sie.",
			[][]string{{"Das", "war", "2019", "."}, {"Seither", "steht", "sie", "."}}},
		"German marks": {de.Words(), "„Die Brücke hält.“ Davon ist sie überzeugt.",
			[][]string{{"„", "Die", "Brücke", "hält", ".", "“"}, {"Davon", "ist", "sie", "überzeugt", "."}}},
		"marks that point inwards": {de.Words(), "»Sie hält.« Das glaubt er.",
			[][]string{{"»", "Sie", "hält", ".", "«"}, {"Das", "glaubt", "er", "."}}},
		"inverted marks": {es.Words(), "¿Quién paga? La Sra. Robles no lo sabe.",
			[][]string{{"¿", "Quién", "paga", "?"}, {"La", "Sra.", "Robles", "no", "lo", "sabe", "."}}},
	} {
		t.Run(name, func(t *testing.T) {
			b := token.Buffer{Rules: token.NewRules(c.pack.Lexicon)}
			b.Segment(c.text, nil)
			var got [][]string
			for i := range b.Sentences {
				var words []string
				for _, w := range b.SentenceTokens(i) {
					words = append(words, c.text[w.Start:w.End])
				}
				got = append(got, words)
			}
			assert.Equal(t, c.want, got)
		})
	}
}
