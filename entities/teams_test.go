package entities_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline"
)

// TestClubsInSport holds clubs that are called as towns to be bodies where a story is of sport, and towns elsewhere.
func TestClubsInSport(t *testing.T) {
	const game = "The striker scored in the first half and the goalkeeper saved a penalty. "
	for _, tc := range []struct {
		name, text, word string
		want             dateline.Label
	}{
		{"a town and a word that clubs end in", game + "They go to Stoke City on Friday.", "Stoke City", dateline.Org},
		{"who is beaten", game + "It was their third league win since they beat Exeter in May.", "Exeter", dateline.Org},
		{"where it is played", game + "The league will end in Exeter in May.", "Exeter", dateline.GPE},
		{"a large town of such a name", game + "Fans flew to Kansas City on Friday.", "Kansas City", dateline.GPE},
		{"no story of sport", "Roads were shut on Friday. A van burned in Exeter at dawn.", "Exeter", dateline.GPE},
	} {
		t.Run(tc.name, func(t *testing.T) {
			assert.Equal(t, tc.want, labelOf(t, tc.text, tc.word))
		})
	}
}

// labelOf returns the label of the first mention of these words, "" where there is none.
func labelOf(t *testing.T, text, words string) dateline.Label {
	t.Helper()
	doc := recognize(t, text)
	for _, m := range doc.Mentions {
		if doc.Words(m.Span()) == words {
			return m.Label
		}
	}
	return ""
}

// TestListedPlaces finds places by what stands beside them, where the tagger sees somebody or something else.
func TestListedPlaces(t *testing.T) {
	for _, tc := range []struct{ name, text, word string }{
		{"two regions", "Clashes were reported in the Amhara and Tigray regions. Ethiopia's police said so.", "Amhara"},
		{"the region behind", "The library sent its books to Lawrence, in Kansas, by rail.", "Lawrence"},
		{"two behind a preposition", "Clerks in Frome and Shelby were told to go home.", "Shelby"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			assert.Equal(t, dateline.GPE, labelOf(t, tc.text, tc.word))
		})
	}
}

// TestSurnamesOfCountries holds people who are called as countries to be people.
func TestSurnamesOfCountries(t *testing.T) {
	doc := recognize(t, "Tom Holland and Ann Jordan met Felix Israel. Holland told Chad Moore so. Ms Israel agreed. "+
		"They flew to Jordan.")
	var people []string
	for _, m := range doc.Mentions {
		if m.Label == dateline.Person {
			people = append(people, doc.Words(m.Span()))
		}
	}
	assert.Equal(t, []string{"Tom Holland", "Ann Jordan", "Felix Israel", "Holland", "Chad Moore", "Israel"}, people)
}

// TestKnownBodies finds the whole name of a known body of which the tagger sees a part, or nothing.
func TestKnownBodies(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"He borrowed from First Abu Dhabi Bank in May.", "First Abu Dhabi Bank"},
		{"Windsor and Maidenhead Council said the bridge was shut.", "Windsor and Maidenhead Council"},
		{"The Nampa School District closed six schools.", "Nampa School District"},
		{"The Busan Central District Court jailed him on Friday.", "Busan Central District Court"},
		{"It got a grant from Creative Scotland in May.", "Creative Scotland"},
		{"Nobody was hurt. RCMP Sgt. Ann Dufour said so.", "RCMP"},
		{"Insurer Lansby Holt AB said claims were arriving.", "Lansby Holt AB"},
	} {
		t.Run(tc.want, func(t *testing.T) { assert.Equal(t, dateline.Org, labelOf(t, tc.text, tc.want)) })
	}
}
