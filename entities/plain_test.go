package entities_test

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

// TestNations holds what the gazetteer adds where the model of names passes over a country, a people or a capital.
func TestNations(t *testing.T) {
	for _, c := range []struct {
		name, text, country string
		pack                *lang.Pack
	}{
		{"people in small letters", "El Gobierno turco aplazó la votación.", "TR", es.Pack()},
		{"people behind a noun", "Les hôteliers tchèques applaudissent.", "CZ", fr.Pack()},
		{"people as an adjective", "Der Streik traf vor allem die finnische Post.", "FI", de.Pack()},
		{"a country that is a woman of its people too", "Hoy vuelve a jugar Argentina.", "AR", es.Pack()},
		{"a capital", "Ayer abrió en Praga otro mercado.", "CZ", es.Pack()},
		{"a capital that begins a sentence", "Prague limite les locations de courte durée.", "CZ", fr.Pack()},
		{"an article of the name", "El Salvador amplía sus pistas.", "SV", es.Pack()},
	} {
		t.Run(c.pack.Code+" "+c.name, func(t *testing.T) {
			a, err := analyze.New(analyze.Options{Languages: []*lang.Pack{c.pack}})
			require.NoError(t, err)
			doc, err := a.Page(t.Context(), dateline.Page{ID: "a", Form: dateline.Story, Body: []byte(c.text)})
			require.NoError(t, err)
			var got []string
			for _, x := range doc.Countries {
				got = append(got, x.Code)
			}
			assert.Equal(t, []string{c.country}, got)
		})
	}
}
