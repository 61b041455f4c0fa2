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
		{"small head", "Police closed Mortimer road in Bath.", []string{"Mortimer road/FAC", "Bath/GPE"}},
		{"capital with its district", "She works in Washington, D.C., now.", []string{"Washington, D.C./GPE"}},
		{"country that looks like a work", "He was sent to the Holy See in May.", []string{"Holy See/GPE"}},
		{"weather", "Rain is rare while El Niño lasts.", []string{}},
		{"number of a gate", "The horse broke from Gate 10 and won.", []string{}},
		{"party and state", "Sen. Ann Dole, R-Neb., asked why.", []string{"Ann Dole/PERSON", "Neb./GPE"}},
		{"owner", "The council renamed Harare's Third Street.", []string{"Harare/GPE", "Third Street/FAC"}},
		{"no owner", "Queues grew at Wendy's Court Hotel.", []string{"Wendy's Court Hotel/FAC"}},
		{"region with a hyphen", "Peace came to Gilgit-Baltistan and to Nagorno-Karabakh.", []string{"Gilgit-Baltistan/GPE", "Nagorno-Karabakh/GPE"}},
		{"no road", "Airlines ordered the A417 for long flights.", []string{}},
		{"after town of", "They came from the town of Al Majar Al Kabir.", []string{"Al Majar Al Kabir/GPE"}},
		{"before province", "Roads in Orellana province were cut.", []string{"Orellana/GPE"}},
		{"illness", "Her son has Tarnow's Syndrome and lives in Bath.", []string{"Bath/GPE"}},
		{"dateline with a colon", "NEW DELHI: The court sat on Monday.", []string{"NEW DELHI/GPE"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			assert.Equal(t, tc.want, names(recognize(t, tc.text)))
		})
	}
}

func TestKnownNamesOverruleTheTagger(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       []string
	}{
		{"organisation and war", "The Israel-Hamas war went on.", []string{"Israel/GPE", "Hamas/ORG"}},
		{"town like a person", "He fled Bila Tserkva at dawn.", []string{"Bila Tserkva/GPE"}},
		{"party like a person", "Fianna Fáil and Fine Gael agreed.", []string{"Fianna Fáil/ORG", "Fine Gael/ORG"}},
		{"ministry of one word", "Institutions such as the Treasury, Justice and Energy departments were hit.", []string{"Treasury/ORG"}},
		{"clinic like a person", "She was treated at Marlowe Clinic.", []string{"Marlowe Clinic/ORG"}},
		{"state's university", "Fans cheered as Ohio State won.", []string{"Ohio State/ORG"}},
		{"state", "Snow fell on Washington State and in New York State.", []string{"Washington State/GPE", "New York State/GPE"}},
		{"town like a president", "The Obama-era rule was dropped.", []string{}},
		{"bare law", "The Bill was passed and the Treaty signed.", []string{}},
		{"people or place", "Philippine waters are near; the Caribbean is far.", []string{"Philippine/NORP", "Caribbean/LOC"}},
		{"line of ships", "Ships of Norrland Container Line left Oslo.", []string{"Norrland Container Line/ORG", "Oslo/GPE"}},
		{"bank like a person", "She met Banco Ribalta and others.", []string{"Banco Ribalta/ORG"}},
		{"town behind in", "The forum was held in Red Oak. In Red Oak, three came.", []string{"Red Oak/GPE", "Red Oak/GPE"}},
		{"town like a person, in its story", "Rebels live in Marlin. Marlin's fall would end it. Shells fell near Marlin. Marlin is poor.",
			[]string{"Marlin/GPE", "Marlin/GPE", "Marlin/GPE", "Marlin/GPE"}},
		{"army of a people", "The Korean People's Army moved.", []string{"Korean People's Army/ORG"}},
		{"two organisations", "Both the Irving School District and the Irving Police Department agreed.", []string{"Irving School District/ORG", "Irving Police Department/ORG"}},
		{"title alone", "He was also the Team Manager of the side.", []string{}},
		{"boundary", "Shells fell along the Line of Control.", []string{"Line of Control/LOC"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			assert.Equal(t, tc.want, names(recognize(t, tc.text)))
		})
	}
}
