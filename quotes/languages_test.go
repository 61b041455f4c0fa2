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
	"github.com/dateline-go/dateline/lang/it"
	"github.com/dateline-go/dateline/lang/nl"
	"github.com/dateline-go/dateline/lang/pt"
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
		{"object first", "Anna Lehmann leitet das Amt in Köln. Der Zeitung sagte Anna Lehmann: „Wir bauen neu.“", de.Pack(),
			[]said{{"„Wir bauen neu.“", "Anna Lehmann"}}},
		{"apposition", "Anna Lehmann, Leiterin des Amtes in Köln, kritisierte die Pläne der Bahn scharf: „Das geht so nicht.“",
			de.Pack(), []said{{"„Das geht so nicht.“", "Anna Lehmann"}}},
		{"as", "Die Brücke in Köln bleibt zu. „Wir haben keine Wahl“, wie Anna Lehmann am Montag mitteilte.", de.Pack(),
			[]said{{"„Wir haben keine Wahl“", "Anna Lehmann"}}},
		{"part of a sentence", "Anna Lehmann bezeichnete die Brücke in Köln als „eine Ruine“.", de.Pack(),
			[]said{{"„eine Ruine“", "Anna Lehmann"}}},
		{"reported mood", "Anna Lehmann sagte, die Brücke sei alt. Das Geländer sei „lose und morsch“.", de.Pack(),
			[]said{{"„lose und morsch“", "Anna Lehmann"}}},
		{"a sentence of its own", "Anna Lehmann warnte vor der Brücke in Köln. „Hier darf keiner mehr hinüber.“", de.Pack(),
			[]said{{"„Hier darf keiner mehr hinüber.“", "Anna Lehmann"}}},
		{"interrupted", "„Das Geld“, sagte Anna Lehmann in Köln, „reicht bis zum Sommer.“", de.Pack(),
			[]said{{"„Das Geld“", "Anna Lehmann"}}},
		{"according", "Laut Anna Lehmann ist die Brücke „so gut wie neu“.", de.Pack(),
			[]said{{"„so gut wie neu“", "Anna Lehmann"}}},
		{"words", "Anna Lehmann meldete sich aus Köln mit den Worten: „Wir sind wieder da.“", de.Pack(),
			[]said{{"„Wir sind wieder da.“", "Anna Lehmann"}}},
		{"a title", "Anna Lehmann zeigt in Köln den Film „Nacht am Fluss“ und spricht mit Gästen.", de.Pack(), nil},
		{"brackets", "Anna Lehmann warb in Köln für das Fest (Motto: „Alle an einen Tisch“).", de.Pack(), nil},
		{"nothing without marks", "Anna Lehmann sagte, die Brücke in Köln sei alt und werde neu gebaut.", de.Pack(), nil},
		{"inverted", "El puente de Sevilla sigue cerrado. “No hay otra salida”, dijo Marta Ibáñez este lunes.", es.Pack(),
			[]said{{"“No hay otra salida”", "Marta Ibáñez"}}},
		{"angles", "El puente de Sevilla sigue cerrado. «No hay otra salida», explicó Marta Ibáñez.", es.Pack(),
			[]said{{"«No hay otra salida»", "Marta Ibáñez"}}},
		{"part of a sentence", "Marta Ibáñez calificó el plan de Sevilla de «locura sin sentido».", es.Pack(),
			[]said{{"«locura sin sentido»", "Marta Ibáñez"}}},
		{"subject first", "La alcaldesa de Sevilla, Marta Ibáñez, ha asegurado este lunes: «No hay otra salida».", es.Pack(),
			[]said{{"«No hay otra salida»", "Marta Ibáñez"}}},
		{"that", "Marta Ibáñez dijo en Sevilla que el puente era «una trampa mortal».", es.Pack(),
			[]said{{"«una trampa mortal»", "Marta Ibáñez"}}},
		{"no subject", "«No hay otra salida», dijo Marta Ibáñez en Sevilla. «El puente está viejo y cansado», añadió.",
			es.Pack(), []said{{"«No hay otra salida»", "Marta Ibáñez"},
				{"«El puente está viejo y cansado»", "Marta Ibáñez"}}},
		{"according", "Según Marta Ibáñez, el puente de Sevilla es «una trampa mortal».", es.Pack(),
			[]said{{"«una trampa mortal»", "Marta Ibáñez"}}},
		{"a title", "Marta Ibáñez presentó en Sevilla la novela «Noche de invierno».", es.Pack(), nil},
		{"part of a sentence", "Paul Garnier a qualifié le projet de Lyon de « folie sans nom ».", fr.Pack(),
			[]said{{"« folie sans nom »", "Paul Garnier"}}},
		{"according", "Selon Paul Garnier, le pont de Lyon est « un danger public ».", fr.Pack(),
			[]said{{"« un danger public »", "Paul Garnier"}}},
		{"subject first", "Le maire de Lyon, Paul Garnier, a prévenu : « Le pont restera fermé. »", fr.Pack(),
			[]said{{"« Le pont restera fermé. »", "Paul Garnier"}}},
		{"as he explains", "Le pont de Lyon ferme. « Il est trop vieux », comme l’explique Paul Garnier.", fr.Pack(),
			[]said{{"« Il est trop vieux »", "Paul Garnier"}}},
		{"interrupted", "« Le pont, a expliqué Paul Garnier à Lyon, est trop vieux. »", fr.Pack(),
			[]said{{"« Le pont", "Paul Garnier"}}},
		{"inverted", "Le pont de Lyon reste fermé. « Nous n’avons pas le choix », a déclaré Paul Garnier lundi.", fr.Pack(),
			[]said{{"« Nous n’avons pas le choix »", "Paul Garnier"}}},
		{"pronoun", "Paul Garnier dirige le port de Lyon. « Nous n’avons pas le choix », a-t-il déclaré lundi.", fr.Pack(),
			[]said{{"« Nous n’avons pas le choix »", "Paul Garnier"}}},
		{"present", "Le pont de Lyon reste fermé. « Nous n’avons pas le choix », explique Paul Garnier.", fr.Pack(),
			[]said{{"« Nous n’avons pas le choix »", "Paul Garnier"}}},
		{"a noun that is a verb too", "La critique de « Nous, les oubliés » a surpris Paul Garnier, à Lyon.", fr.Pack(), nil},
		{"inverted", "De brug in Utrecht blijft dicht. “We hebben geen keus”, zei Anna de Vries maandag.", nl.Pack(),
			[]said{{"“We hebben geen keus”", "Anna de Vries"}}},
		{"according", "De brug in Utrecht is volgens Anna de Vries “zo goed als nieuw”.", nl.Pack(),
			[]said{{"“zo goed als nieuw”", "Anna de Vries"}}},
		{"introduced", "Anna de Vries leidt de dienst. Zij waarschuwde: ‘Dit gaat zo niet langer.’", nl.Pack(),
			[]said{{"‘Dit gaat zo niet langer.’", "Anna de Vries"}}},
		{"inverted", "A ponte de Braga continua fechada. «Não há outra saída», disse Ana Moreira na segunda-feira.", pt.Pack(),
			[]said{{"«Não há outra saída»", "Ana Moreira"}}},
		{"part of a sentence", "Ana Moreira classificou o plano de “loucura completa”.", pt.Pack(),
			[]said{{"“loucura completa”", "Ana Moreira"}}},
		{"inverted", "Il ponte di Bologna resta chiuso. «Non abbiamo scelta», ha detto Marco Ferrero lunedì.", it.Pack(),
			[]said{{"«Non abbiamo scelta»", "Marco Ferrero"}}},
		{"present", "Il ponte di Bologna resta chiuso. “È troppo vecchio”, spiega Marco Ferrero.", it.Pack(),
			[]said{{"“È troppo vecchio”", "Marco Ferrero"}}},
		{"that", "Marco Ferrero ha detto a Bologna che il ponte è «una trappola mortale».", it.Pack(),
			[]said{{"«una trappola mortale»", "Marco Ferrero"}}},
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
