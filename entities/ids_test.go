package entities_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/token"
)

// One thing has one id, however its name is typed: with a straight apostrophe or a curly one, with accents or without.
func TestOneThingOneID(t *testing.T) {
	r, err := entities.New(entities.Options{})
	require.NoError(t, err)
	tagger, err := token.NewTagger()
	require.NoError(t, err)
	for name, c := range map[string]struct {
		id    string
		texts []string
	}{
		"apostrophes of a party": {"org:skarvik-people's-party", []string{
			"Leaders of the Skarvik People's Party met on Monday, and the Skarvik People's Party lost votes.",
			"Leaders of the Skarvik People’s Party met on Monday, and the Skarvik People’s Party lost votes.",
			"Leaders of the Skarvik Peopleʼs Party met on Monday, and the Skarvik Peopleʼs Party lost votes.",
			"Leaders of the Skarvik People’s Party met on Monday, and the Skarvik People's Party lost votes."}},
		"apostrophes of a person": {"person:maeve-o'dalaigh", []string{
			"Mayor Maeve O'Dalaigh spoke on Monday.", "Mayor Maeve O’Dalaigh spoke on Monday.",
			"Mayor Maeve O’Dálaigh spoke on Monday."}},
		"spaces": {"person:jonas-reuter", []string{
			"Mayor Jonas Reuter spoke on Monday.", "Mayor Jonas\u00a0Reuter spoke on Monday."}},
		"hyphens": {"person:anna-lind-berg", []string{
			"Mayor Anna Lind-Berg spoke on Monday.", "Mayor Anna Lind\u2011Berg spoke on Monday.",
			"Mayor Anna Lind‐Berg spoke on Monday."}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, text := range c.texts {
				doc := &dateline.Document{ID: "a", Text: text}
				require.NoError(t, new(token.Buffer).Annotate(t.Context(), doc, tagger))
				require.NoError(t, r.Annotate(t.Context(), doc))
				var ids []string
				for i := range doc.Entities {
					ids = append(ids, doc.Entities[i].ID)
				}
				assert.Contains(t, ids, c.id, text)
				assert.Equal(t, 1, len(ids)-len(slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
					return id[:3] == c.id[:3]
				})), "%v", ids)
			}
		})
	}
}

// TestIDsOfBodies gives firms their ids in Wikidata and on their stock exchange, and none to what has the name of one.
func TestIDsOfBodies(t *testing.T) {
	for name, c := range map[string]struct {
		text, body string
		want       dateline.IDs
	}{
		"a firm": {"Bank of America said on Monday it would hire 30 people in Leeds.", "Bank of America",
			dateline.IDs{dateline.Wikidata: "Q487907", dateline.Ticker: "BAC"}},
		"a firm of another country": {"Diageo said on Monday it would sell two breweries in Kenya.", "Diageo",
			dateline.IDs{dateline.Ticker: "LSE:DGE"}},
		"a team of a firm's name": {"CYCLING\n\nResults of the stage on Sunday:\n\n1. Piet Vos (Netherlands) Rabobank 4 hours 2 minutes",
			"Rabobank", nil},
		"a chain of another country": {"The study of tissue came from a firm called LifeCell in Branchburg, New Jersey, U.S.",
			"LifeCell", nil},
	} {
		t.Run(name, func(t *testing.T) {
			doc, err := entities.Recognize(c.text)
			require.NoError(t, err)
			for i := range doc.Entities {
				if e := &doc.Entities[i]; e.Name == c.body {
					assert.Equal(t, c.want, e.IDs)
					return
				}
			}
			t.Errorf("no %s in %v", c.body, doc.Entities)
		})
	}
}

// TestIDsOfAirports gives an airport its code in IATA.
func TestIDsOfAirports(t *testing.T) {
	doc, err := entities.Recognize("Flights from Singapore Changi Airport were late on Monday, pilots said in Singapore.")
	require.NoError(t, err)
	for i := range doc.Entities {
		if e := &doc.Entities[i]; e.Name == "Singapore Changi Airport" {
			assert.Equal(t, dateline.IDs{dateline.IATA: "SIN"}, e.IDs)
			return
		}
	}
	t.Error("no airport")
}
