package summarize_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/summarize"
)

// Stories of our own in other languages; their events and people are invented.
const (
	german = `Der Hafen von Tarnhaven bleibt nach einem Brand in der Düngerfabrik bis Donnerstag geschlossen, teilte die Stadt am Montag mit.
Die Düngerfabrik gehört dem Konzern Norvik, dem größten Arbeitgeber der Stadt. Verletzt wurde niemand, doch 3.000 Menschen mussten ihre Häuser verlassen.
„Wir haben einen Knall gehört“, sagte ein Fahrer des Konzerns.
Die Düngerfabrik war zweimal gewarnt worden, dass ihre Tanks rosten.`
	spanish = `El puerto de Tarnhaven seguirá cerrado hasta el jueves tras un incendio en la planta de fertilizantes, informó el ayuntamiento el lunes.
La planta de fertilizantes pertenece al grupo Norvik, que emplea a mil personas. Nadie resultó herido, pero tres mil vecinos dejaron sus casas.
Los inspectores habían advertido dos veces al grupo Norvik de que los tanques de la planta de fertilizantes estaban oxidados.`
)

// untagged is a document of a language that the tagger does not know.
func untagged(t testing.TB, language, text string) *dateline.Document {
	t.Helper()
	doc := document(t, "", text)
	doc.Language = language
	doc.Sentences, doc.Tokens = nil, nil
	require.NoError(t, new(token.Buffer).Annotate(context.Background(), doc, nil))
	return doc
}

func TestAnnotateOtherLanguages(t *testing.T) {
	for _, c := range []struct {
		name, language, text string
		want                 []string
		not                  []string
	}{
		{"no stemmer", "de-AT", german, []string{"Düngerfabrik", "Tarnhaven"}, []string{"der", "Der", "die", "Die", "und", "am"}},
		{"stemmer and stop words", "es", spanish, []string{"fertilizantes", "grupo Norvik"}, []string{"el", "los", "que", "habían"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := untagged(t, c.language, c.text)
			annotate(t, doc, summarize.Options{})
			got := texts(doc)
			for _, w := range c.want {
				assert.Contains(t, got, w)
			}
			for _, w := range c.not {
				assert.NotContains(t, got, w)
			}
			require.Len(t, doc.Summary, summarize.DefaultSentences)
			assert.Equal(t, doc.Sentences[0], doc.Summary[0].Span(), "the lead comes first")
		})
	}
}

func TestAnnotateScriptWithoutSpaces(t *testing.T) {
	doc := untagged(t, "ja", "港は木曜日まで閉鎖される。市は月曜日に発表した。工場で火災があった。")
	annotate(t, doc, summarize.Options{})
	assert.NotEmpty(t, doc.Summary)
}
