package entities_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

func TestInside(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       []string
	}{
		{"city of a club", "The Houston Rockets won again.", []string{"Houston/GPE/US"}},
		{"country behind", "The Bank of Ghana raised its rate.", []string{"Ghana/GPE/GH"}},
		{"people", "The Danish Chamber of Commerce agreed.", []string{"Danish/NORP/DK"}},
		{"two words", "The New York Times reported it.", []string{"New York/GPE/US"}},
		{"part of the world", "The North American Free Trade Agreement ended.", []string{"North American/NORP/"}},
		{"county", "The Lancaster County Council sat.", []string{"Lancaster County/GPE/US"}},
		{"called after the town", "She teaches at the University of Leeds.", []string{}},
		{"person's name", "The Jack London Society met.", []string{}},
		{"building", "They slept at Windsor Castle.", []string{}},
		{"building that a county runs", "He was held in the Chesterfield County Jail on Friday.",
			[]string{"Chesterfield County/GPE/US"}},
		{"place by itself", "They live in New Mexico.", []string{}},
		{"the name itself", "The White House was silent.", []string{}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			doc := recognize(t, tc.text)
			got := []string{}
			for _, m := range doc.Mentions {
				for _, p := range m.Inside {
					got = append(got, doc.Words(p.Span())+"/"+string(p.Label)+"/"+p.Country)
				}
			}
			assert.Equal(t, tc.want, got)
		})
	}
}

func TestNamesInside(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       []string
	}{
		{"person of the story", "Maria Okonkwo painted for years. The Maria Okonkwo Foundation sold the rest.", []string{"Maria Okonkwo/PERSON/person:maria-okonkwo"}},
		{"surname", "Maria Okonkwo painted for years. The Okonkwo Foundation sold the rest.", []string{"Okonkwo/PERSON/person:maria-okonkwo"}},
		{"person, not the town", "Barack Obama spoke. The Obama Foundation gave nothing.", []string{"Obama/PERSON/person:barack-obama"}},
		{"surname of two people", "Maria Okonkwo met Ada Okonkwo. The Okonkwo Foundation paid.", []string{}},
		{"body that everyone knows", "They lost the UEFA Champions League final.", []string{"UEFA/ORG/org:uefa"}},
		{"place as the story has it", "They live in Ghana. The Bank of Ghana raised its rate.", []string{"Ghana/GPE/country:GH"}},
		{"place that stands nowhere else", "The Houston Rockets won again.", []string{"Houston/GPE/geonames:4699066"}},
		{"longer name of the story", "The town of Levico Terme is small. A Levico Terme Festival began.", []string{"Levico Terme/GPE/geonames:3174784"}},
		{"common word", "The Army said no. The Salvation Army Band played.", []string{}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			doc := recognize(t, tc.text)
			require.NoError(t, doc.Validate())
			got := []string{}
			for _, m := range doc.Mentions {
				for _, p := range m.Inside {
					got = append(got, doc.Words(p.Span())+"/"+string(p.Label)+"/"+p.Entity)
				}
			}
			assert.Equal(t, tc.want, got)
		})
	}
}

// TestPlacesOfOtherNames gives places that stand only inside other names an entity of their own, without mentions.
func TestPlacesOfOtherNames(t *testing.T) {
	doc := recognize(t, "The Ohio Department of Health closed two wells. The Ohio Department of Health said why.")
	require.NoError(t, doc.Validate())
	var found *dateline.Entity
	for i := range doc.Entities {
		if doc.Entities[i].Name == "Ohio" {
			found = &doc.Entities[i]
		}
	}
	require.NotNil(t, found)
	assert.Equal(t, "US", found.Country)
	assert.Equal(t, 5165418, found.GeoNames)
	assert.Zero(t, found.Mentions)
	require.NotEmpty(t, doc.Mentions)
	require.NotEmpty(t, doc.Mentions[0].Inside)
	assert.Equal(t, found.ID, doc.Mentions[0].Inside[0].Entity)
}
