package analyze_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/all"
	"github.com/dateline-go/dateline/lang/fr"
)

// mentioned maps the words of each name to its label and its entity.
func mentioned(doc *dateline.Document) map[string]string {
	got := map[string]string{}
	for _, m := range doc.Mentions {
		got[doc.Words(m.Span())] = string(m.Label) + " " + m.Entity
	}
	return got
}

func TestOtherLanguages(t *testing.T) {
	a := newAnalyzer(t, analyze.Options{Languages: all.Packs()})
	for code, c := range map[string]struct {
		page  string
		names map[string]string
		focus []string
	}{
		"fr": {`<html lang="fr"><head><title>La ministre Claire Aubrac attendue à Varsovie</title></head><body><article>
<h1>La ministre Claire Aubrac attendue à Varsovie</h1>
<p>La ministre de la Défense, Claire Aubrac, se rend mardi en Pologne pour rencontrer son homologue, Tomasz Wilk, à Varsovie.</p>
<p>« L’Allemagne sera associée aux discussions », a déclaré Mme Aubrac lundi devant l’Assemblée nationale à Paris.</p>
<p>La Pologne et les États-Unis ont signé un accord en mars, selon l’Union européenne.</p></article></body></html>`,
			map[string]string{"Claire Aubrac": "PERSON person:claire-aubrac", "Aubrac": "PERSON person:claire-aubrac",
				"Tomasz Wilk": "PERSON person:tomasz-wilk", "Varsovie": "GPE geonames:756135", "Pologne": "GPE country:PL",
				"Allemagne": "GPE country:DE", "États-Unis": "GPE country:US", "Union européenne": "ORG org:european-union"},
			[]string{"PL"}},
		"de": {`<html lang="de"><head><title>Verkehrsminister Jonas Reuter reist nach Prag</title></head><body><article>
<h1>Verkehrsminister Jonas Reuter reist nach Prag</h1>
<p>Der deutsche Verkehrsminister Jonas Reuter ist am 3. Oktober nach Tschechien gereist, um in Prag über die neue Bahnstrecke zu sprechen.</p>
<p>„Die Strecke ist für beide Länder wichtig“, sagte Reuter am Montag. Auch Polen und Österreich wollen sich an den Kosten beteiligen.</p>
<p>In Prag traf er den Minister Karel Novotny. Die Europäische Union zahlt die Hälfte, Tschechien den Rest.</p></article></body></html>`,
			map[string]string{"Jonas Reuter": "PERSON person:jonas-reuter", "Reuter": "PERSON person:jonas-reuter",
				"Prag": "GPE geonames:3067696", "Tschechien": "GPE country:CZ", "Polen": "GPE country:PL",
				"Österreich": "GPE country:AT"},
			[]string{"CZ"}},
		"es": {`<html lang="es"><head><title>La ministra Elena Robles viaja a Lisboa</title></head><body><article>
<h1>La ministra Elena Robles viaja a Lisboa</h1>
<p>La ministra de Transportes, Elena Robles, viajó el lunes a Portugal para reunirse en Lisboa con su homólogo, Rui Tavares.</p>
<p>«La línea es importante para los dos países», dijo Robles ante los periodistas. En el proyecto participan también Francia y Argentina.</p>
<p>Portugal pagará la mitad y la Unión Europea, el resto, según explicó Tavares en Lisboa.</p></article></body></html>`,
			map[string]string{"Elena Robles": "PERSON person:elena-robles", "Robles": "PERSON person:elena-robles",
				"Lisboa": "GPE geonames:2267057", "Portugal": "GPE country:PT", "Francia": "GPE country:FR", "Argentina": "GPE country:AR",
				"Unión Europea": "ORG org:european-union"},
			[]string{"PT"}},
	} {
		t.Run(code, func(t *testing.T) {
			doc, err := a.Page(t.Context(), dateline.Page{ID: code, Form: dateline.HTML, Body: []byte(c.page)})
			require.NoError(t, err)
			require.NoError(t, doc.Validate())
			assert.Equal(t, code, doc.Language)
			got := mentioned(doc)
			for name, want := range c.names {
				assert.Equal(t, want, got[name], name)
			}
			var focus []string
			for _, country := range doc.Countries {
				if country.Focus {
					focus = append(focus, country.Code)
				}
			}
			assert.Equal(t, c.focus, focus)
		})
	}
}

// A program may read one language that is not English.
func TestFrenchAlone(t *testing.T) {
	a := newAnalyzer(t, analyze.Options{Languages: []*lang.Pack{fr.Pack()}})
	doc, err := a.Page(t.Context(), dateline.Page{ID: "a", Form: dateline.Story,
		Body: []byte("Le maire de Lyon, Paul Garnier, a rencontré lundi les habitants de Villeurbanne.")})
	require.NoError(t, err)
	require.NoError(t, doc.Validate())
	assert.Contains(t, mentioned(doc), "Paul Garnier")
}
