package entities_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPlaceBorders(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       []string
	}{
		{"direction", "Shells fell on villages in northern Iraq and in eastern Ghouta.", []string{"Iraq/GPE", "Ghouta/GPE"}},
		{"common noun after", "Buses leave Kwilu province and Limerick city at noon.", []string{"Kwilu/GPE", "Limerick/GPE"}},
		{"known with a small word", "Trade with sub-Saharan Africa grew.", []string{"sub-Saharan Africa/LOC"}},
		{"tied to several words", "A claim against Los Angeles-based brokers failed.", []string{"Los Angeles/GPE"}},
		{"participle before", "Considering Tunisia's needs, lenders waited.", []string{"Tunisia/GPE"}},
		{"country of two names", "Voters in Bosnia and Herzegovina stayed at home.", []string{"Bosnia and Herzegovina/GPE"}},
		{"town before a state", "A homeless man was found in Allenwood, N.J., on Monday.", []string{"Allenwood/GPE", "N.J./GPE"}},
		{"building", "They met below Trump Tower and went to Barrow Racecourse.", []string{"Trump Tower/FAC", "Barrow Racecourse/FAC"}},
		{"company of a bridge", "Shares of Hales & Bridge Holdings rose.", []string{"Hales & Bridge Holdings/ORG"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			assert.Equal(t, tc.want, names(recognize(t, tc.text)))
		})
	}
}
