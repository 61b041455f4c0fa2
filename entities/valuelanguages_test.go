package entities_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/de"
	"github.com/dateline-go/dateline/lang/es"
	"github.com/dateline-go/dateline/lang/fr"
	"github.com/dateline-go/dateline/lang/it"
	"github.com/dateline-go/dateline/lang/nl"
	"github.com/dateline-go/dateline/lang/pt"
)

// valuesIn returns the dates and amounts of a story in a language, published on a Thursday, as "words=value".
func valuesIn(t *testing.T, r *entities.Recognizer, p *lang.Pack, text string) string {
	t.Helper()
	return valuesOf(t, r, p, text, dateline.Day(2031, 4, 17))
}

// valuesOf is valuesIn for a story of some day, the zero one where it is not known.
func valuesOf(t *testing.T, r *entities.Recognizer, p *lang.Pack, text string, day dateline.Date) string {
	t.Helper()
	doc := &dateline.Document{ID: "a", Text: text, Language: p.Code, Published: day,
		Blocks: []dateline.Block{{Kind: dateline.BlockParagraph, End: len(text)}}}
	b := token.Buffer{Rules: token.NewRules(p.Lexicon)}
	b.Segment(text, nil)
	doc.Sentences, doc.Tokens = b.Sentences, b.Tokens
	require.NoError(t, r.Annotate(t.Context(), doc))
	var list []string
	for _, m := range doc.Mentions {
		if m.Label.IsValue() {
			list = append(list, doc.Words(m.Span())+"="+m.Value)
		}
	}
	return strings.Join(list, "; ")
}

func TestValuesInOtherLanguages(t *testing.T) {
	for _, l := range []struct {
		pack  *lang.Pack
		cases [][2]string
	}{
		{de.Pack(), [][2]string{
			{"Die Brücke wurde am 3. Oktober 2029 gesperrt.", "3. Oktober 2029=2029-10-03"},
			{"Die Brücke wurde am 3. März gesperrt.", "3. März=2031-03-03"},
			{"Die Brücke wurde am 3.10.2029 gesperrt.", "3.10.2029=2029-10-03"},
			{"Die Brücke wurde im Mai 2029 gesperrt.", "Mai 2029=2029-05"},
			{"Die Brücke wurde im Mai gesperrt.", "Mai=2031-05"},
			{"Die Brücke wurde am Montag, 14. April, gesperrt.", "Montag, 14. April=2031-04-14"},
			{"Die Brücke wurde am Montag gesperrt.", "Montag="},
			{"Die Brücke wurde am vergangenen Montag gesperrt.", "vergangenen Montag=2031-04-14"},
			{"Die Brücke wird am kommenden Montag gesperrt.", "kommenden Montag=2031-04-21"},
			{"Die Brücke wurde im vergangenen Jahr gesperrt.", "vergangenen Jahr=2030"},
			{"Die Brücke wurde vor drei Jahren gesperrt.", "vor drei Jahren=2028"},
			{"Die Brücke wurde vor einem Jahr gesperrt.", "vor einem Jahr=2030"},
			{"Der Bau dauert noch drei Jahre.", "drei Jahre=P3Y"},
			{"Das gab es in den 1990er Jahren nicht.", "1990er=199X"},
			{"Gestern fiel der Strom aus.", "Gestern=2031-04-16"},
			{"Das Treffen beginnt um 10.30 Uhr.", "10.30 Uhr=T10:30"},
			{"Das Treffen beginnt um 15 Uhr.", "15 Uhr=T15:00"},
			{"Der Bau kostet 1.234,56 Euro.", "1.234,56 Euro=EUR 1234.56"},
			{"Der Bau kostet 50 Mio. Euro.", "50 Mio. Euro=EUR 50000000"},
			{"Der Bau kostet 3,5 Milliarden US-Dollar.", "3,5 Milliarden US-Dollar=USD 3500000000"},
			{"Der Bau kostet 40 € im Monat.", "40 €=EUR 40"},
			{"Der Bau kostet eine Million Euro.", "eine Million Euro=EUR 1000000"},
			{"Die Mieten stiegen um 12,5 Prozent.", "12,5 Prozent=12.5"},
			{"Die Fläche misst zwölf Quadratkilometer.", "zwölf Quadratkilometer=12 km2"},
			{"Das Ergebnis war 3:2 für die Gäste.", ""},
		}},
		{es.Pack(), [][2]string{
			{"El puente se cerró el 15 de marzo de 2029.", "15 de marzo de 2029=2029-03-15"},
			{"El puente se cerró el 15 de marzo.", "15 de marzo=2031-03-15"},
			{"El puente se cerró el 15/03/2029.", "15/03/2029=2029-03-15"},
			{"El puente se cerró en marzo de 2029.", "marzo de 2029=2029-03"},
			{"El puente se cerró el lunes 14 de abril.", "lunes 14 de abril=2031-04-14"},
			{"El puente se cerró el lunes pasado.", "lunes pasado=2031-04-14"},
			{"El puente se cerró la semana pasada.", "semana pasada=2031-W15"},
			{"El puente se cerrará el próximo año.", "próximo año=2032"},
			{"El puente se cerró hace tres años.", "hace tres años=2028"},
			{"El puente se cerró este lunes 14 de abril.", "este lunes 14 de abril=2031-04-14"},
			{"El puente se cerró este jueves.", "este jueves=2031-04-17"},
			{"El puente se cerró el pasado mes de marzo.", "pasado mes de marzo=2031-03"},
			{"La obra dura seis meses.", "seis meses=P6M"},
			{"Ayer se cortó la luz.", "Ayer=2031-04-16"},
			{"La reunión empieza a las 10:30 horas.", "10:30=T10:30"},
			{"La obra cuesta 1.234,56 euros.", "1.234,56 euros=EUR 1234.56"},
			{"La obra cuesta 1,5 millones de euros.", "1,5 millones de euros=EUR 1500000"},
			{"La obra cuesta 30 mil millones de dólares.", "30 mil millones de dólares=USD 30000000000"},
			{"La obra cuesta un millón de euros.", "un millón de euros=EUR 1000000"},
			{"Los precios subieron un 12,5 por ciento.", "12,5 por ciento=12.5"},
			{"Los precios subieron 12.5% en la ciudad.", "12.5%=12.5"},
			{"El parque mide doce kilómetros cuadrados.", "doce kilómetros cuadrados=12 km2"},
		}},
		{fr.Pack(), [][2]string{
			{"Le pont a été fermé le 3 mars 2029.", "3 mars 2029=2029-03-03"},
			{"Le pont a été fermé le 1er mai.", "1er mai=2031-05-01"},
			{"Le pont a été fermé le 03/10/2029.", "03/10/2029=2029-10-03"},
			{"Le pont a été fermé en août 2029.", "août 2029=2029-08"},
			{"Le pont a été fermé lundi 14 avril.", "lundi 14 avril=2031-04-14"},
			{"Le pont a été fermé lundi dernier.", "lundi dernier=2031-04-14"},
			{"Le pont sera fermé la semaine prochaine.", "semaine prochaine=2031-W17"},
			{"Le pont a été fermé l’an dernier.", "an dernier=2030"},
			{"Le pont a été fermé il y a trois ans.", "il y a trois ans=2028"},
			{"Le chantier dure six mois.", "six mois=P6M"},
			{"Avant-hier, le courant a été coupé.", "Avant-hier=2031-04-15"},
			{"Le courant est coupé aujourd’hui.", "aujourd’hui=2031-04-17"},
			{"La réunion commence à 10h30.", "10h30=T10:30"},
			{"La réunion commence à 10 h 30.", "10 h 30=T10:30"},
			{"Le chantier coûte 1 234,56 euros.", "1 234,56 euros=EUR 1234.56"},
			{"Le chantier coûte 1,5 milliard d’euros.", "1,5 milliard d’euros=EUR 1500000000"},
			{"Le chantier coûte un million d’euros.", "un million d’euros=EUR 1000000"},
			{"Les prix ont augmenté de 12,5 %.", "12,5 %=12.5"},
			{"Les prix ont augmenté de cinq pour cent.", "cinq pour cent=5"},
			{"Le parc mesure douze kilomètres carrés.", "douze kilomètres carrés=12 km2"},
		}},
		{nl.Pack(), [][2]string{
			{"De brug ging op 3 oktober 2029 dicht.", "3 oktober 2029=2029-10-03"},
			{"De brug ging in mei 2029 dicht.", "mei 2029=2029-05"},
			{"De brug ging op 3-10-2029 dicht.", "3-10-2029=2029-10-03"},
			{"De brug ging gisteren dicht.", "gisteren=2031-04-16"},
			{"De brug ging vorige maandag dicht.", "vorige maandag=2031-04-14"},
			{"De brug ging drie jaar geleden dicht.", "drie jaar geleden=2028"},
			{"De brug kost 1,5 miljoen euro.", "1,5 miljoen euro=EUR 1500000"},
			{"De brug is twaalf meter lang.", "twaalf meter=12 m"},
			{"De prijzen stegen met 5,5 procent.", "5,5 procent=5.5"},
		}},
		{pt.Pack(), [][2]string{
			{"A ponte fechou a 3 de outubro de 2029.", "3 de outubro de 2029=2029-10-03"},
			{"A ponte fechou em maio de 2029.", "maio de 2029=2029-05"},
			{"A ponte fechou em 03/10/2029.", "03/10/2029=2029-10-03"},
			{"A ponte fechou ontem.", "ontem=2031-04-16"},
			{"A ponte fechou na semana passada.", "semana passada=2031-W15"},
			{"A ponte fechou há três anos.", "há três anos=2028"},
			{"A ponte custa 1,5 milhões de euros.", "1,5 milhões de euros=EUR 1500000"},
			{"Os preços subiram 5,5 por cento.", "5,5 por cento=5.5"},
		}},
		{it.Pack(), [][2]string{
			{"Il ponte ha chiuso il 3 ottobre 2029.", "3 ottobre 2029=2029-10-03"},
			{"Il ponte ha chiuso a maggio 2029.", "maggio 2029=2029-05"},
			{"Il ponte ha chiuso il 3/10/2029.", "3/10/2029=2029-10-03"},
			{"Il ponte ha chiuso ieri.", "ieri=2031-04-16"},
			{"Il ponte ha chiuso lunedì scorso.", "lunedì scorso=2031-04-14"},
			{"Il ponte ha chiuso tre anni fa.", "tre anni fa=2028"},
			{"Il ponte costa 1,5 milioni di euro.", "1,5 milioni di euro=EUR 1500000"},
			{"I prezzi sono saliti del 5,5 per cento.", "5,5 per cento=5.5"},
		}},
	} {
		r, err := entities.New(entities.Options{Language: l.pack})
		require.NoError(t, err)
		for _, c := range l.cases {
			t.Run(l.pack.Code+" "+c[0], func(t *testing.T) {
				assert.Equal(t, c[1], valuesIn(t, r, l.pack, c[0]))
			})
		}
	}
}

// A pack that does not say how values are written has none.
func TestNoValuesInPack(t *testing.T) {
	own := *de.Pack()
	own.Values = nil
	r, err := entities.New(entities.Options{Language: &own})
	require.NoError(t, err)
	assert.Empty(t, valuesIn(t, r, &own, "Der Bau dauerte seit dem 3. Oktober 2029 und kostete 40 Euro."))
	assert.Contains(t, own.Lacks(), "dates and amounts")
}

// TestDatesInFigures reads the century of years of two figures from the day of publication, and takes no day that the
// calendar has not.
func TestDatesInFigures(t *testing.T) {
	p := de.Pack()
	r, err := entities.New(entities.Options{Language: p})
	require.NoError(t, err)
	for _, tc := range []struct {
		name      string
		published dateline.Date
		day, want string
	}{
		{"the last century", dateline.Day(2031, 4, 17), "9.11.89", "9.11.89=1989-11-09"},
		{"this century", dateline.Day(2031, 4, 17), "9.11.29", "9.11.29=2029-11-09"},
		{"the turn of the century", dateline.Day(2031, 4, 17), "1.1.00", "1.1.00=2000-01-01"},
		{"less than a year ahead", dateline.Day(2031, 4, 17), "1.3.32", "1.3.32=2032-03-01"},
		{"more than a year ahead", dateline.Day(2031, 4, 17), "1.5.32", "1.5.32=1932-05-01"},
		{"an old story", dateline.Day(1985, 6, 3), "9.11.84", "9.11.84=1984-11-09"},
		{"ahead of the end of a century", dateline.Day(1999, 6, 3), "1.1.00", "1.1.00=2000-01-01"},
		{"no day of publication, late", dateline.Date{}, "9.11.89", "9.11.89=1989-11-09"},
		{"no day of publication, early", dateline.Date{}, "9.11.21", "9.11.21=2021-11-09"},
		{"31 February", dateline.Day(2031, 4, 17), "31.02.2021", ""},
		{"29 February of a leap year", dateline.Day(2031, 4, 17), "29.02.2024", "29.02.2024=2024-02-29"},
		{"29 February of no leap year", dateline.Day(2031, 4, 17), "29.02.2023", ""},
		{"31 April", dateline.Day(2031, 4, 17), "31.4.29", ""},
		{"no month", dateline.Day(2031, 4, 17), "1.13.2029", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := valuesOf(t, r, p, "Die Brücke wurde am "+tc.day+" gesperrt.", tc.published)
			assert.Equal(t, tc.want, got)
		})
	}
}
