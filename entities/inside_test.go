package entities_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
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
