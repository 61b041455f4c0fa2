package quotes_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/de"
	"github.com/dateline-go/dateline/lang/es"
	"github.com/dateline-go/dateline/lang/fr"
)

// TestOtherLanguages holds direct quotes to the order of words of languages that have no parts of speech.
func TestOtherLanguages(t *testing.T) {
	type said struct{ words, speaker string }
	for _, c := range []struct {
		name, text string
		pack       *lang.Pack
		want       []said
	}{
		{"inverted", "Die Brücke in Köln bleibt zu. „Wir haben keine Wahl“, sagte Anna Lehmann am Montag.", de.Pack(),
			[]said{{"„Wir haben keine Wahl“", "Anna Lehmann"}}},
		{"introduced", "Anna Lehmann leitet das Amt in Köln. Lehmann erklärte: „Wir bauen neu.“", de.Pack(),
			[]said{{"„Wir bauen neu.“", "Anna Lehmann"}}},
		{"so", "Die Brücke in Köln bleibt zu. „Das ist bitter für alle“, so Anna Lehmann.", de.Pack(),
			[]said{{"„Das ist bitter für alle“", "Anna Lehmann"}}},
		{"pronoun", "Anna Lehmann leitet das Amt in Köln. „Wir bauen neu“, sagte sie am Montag.", de.Pack(),
			[]said{{"„Wir bauen neu“", "Anna Lehmann"}}},
		{"nothing without marks", "Anna Lehmann sagte, die Brücke in Köln sei alt und werde neu gebaut.", de.Pack(), nil},
		{"inverted", "El puente de Sevilla sigue cerrado. “No hay otra salida”, dijo Marta Ibáñez este lunes.", es.Pack(),
			[]said{{"“No hay otra salida”", "Marta Ibáñez"}}},
		{"angles", "El puente de Sevilla sigue cerrado. «No hay otra salida», explicó Marta Ibáñez.", es.Pack(),
			[]said{{"«No hay otra salida»", "Marta Ibáñez"}}},
		{"inverted", "Le pont de Lyon reste fermé. « Nous n’avons pas le choix », a déclaré Paul Garnier lundi.", fr.Pack(),
			[]said{{"« Nous n’avons pas le choix »", "Paul Garnier"}}},
		{"pronoun", "Paul Garnier dirige le port de Lyon. « Nous n’avons pas le choix », a-t-il déclaré lundi.", fr.Pack(),
			[]said{{"« Nous n’avons pas le choix »", "Paul Garnier"}}},
		{"present", "Le pont de Lyon reste fermé. « Nous n’avons pas le choix », explique Paul Garnier.", fr.Pack(),
			[]said{{"« Nous n’avons pas le choix »", "Paul Garnier"}}},
		{"a noun that is a verb too", "La critique de « Nous, les oubliés » a surpris Paul Garnier, à Lyon.", fr.Pack(), nil},
	} {
		t.Run(c.pack.Code+" "+c.name, func(t *testing.T) {
			a, err := analyze.New(analyze.Options{Languages: []*lang.Pack{c.pack}})
			require.NoError(t, err)
			doc, err := a.Page(t.Context(), dateline.Page{ID: "a", Form: dateline.Story, Body: []byte(c.text)})
			require.NoError(t, err)
			require.NoError(t, doc.Validate())
			var got []said
			for _, q := range doc.Quotes {
				got = append(got, said{doc.Words(q.Content[0]), q.Speaker})
			}
			assert.Equal(t, c.want, got)
		})
	}
}
