package entities_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline"
)

// TestCountryOfNames holds each name to the country that the story puts it in.
func TestCountryOfNames(t *testing.T) {
	for _, tc := range []struct{ name, text, word, want string }{
		{"a body of many countries", "CAIRO — The House of Representatives voted on Monday, Egypt's speaker said.",
			"House of Representatives", "EG"},
		{"a party of many countries", "The Congress party lost seats in Delhi and Mumbai. Congress said it had won in Goa.",
			"Congress", "IN"},
		{"at home", "Congress passed the bill on Friday in Washington.", "Congress", "US"},
		{"a place inside a name", "Georgia's farmers met in Macon and Atlanta. The Georgia Farm Alliance asked Florida for help.",
			"Georgia Farm Alliance", "US"},
		{"the place before an office", "Georgia Gov. Wade Moss met farmers in Macon and Atlanta, near Florida.",
			"Wade Moss", "US"},
		{"words for a place in a name", "The Seoul Central District Court jailed him. He had left South Korea.",
			"Seoul Central District Court", "KR"},
		{"the short name of a sea", "The Caspian Sea is falling. The Caspian has lost two metres, officials in Baku said.",
			"Caspian", "AZ"},
		{"a part of a country", "People in the West and in the South of the country voted on Sunday, Kenya's " +
			"electoral commission said.", "West", ""},
		{"a namesake abroad", "A truck fell off the road near Thame on Sunday, police in Kathmandu said. The Nepal Army sent a " +
			"helicopter. Thame, a village in Nepal, is near Namche Bazaar. Pokhara was shut.", "Thame", "NP"},
		{"a town in brackets", "A fire broke out in Frankfurt (Oder) on Monday.", "Frankfurt (Oder)", "DE"},
		{"a name with its marks", "Lukas Brandt of Germany is from Münster.", "Münster", "DE"},
		{"a state with the name of another in it", "The ship left West Virginia for Norfolk, Virginia.", "West Virginia", "US"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			doc := recognize(t, tc.text)
			found := false
			for _, m := range doc.Mentions {
				if doc.Words(m.Span()) == tc.word {
					found = true
					var e dateline.Entity
					if x := doc.Entity(m.Entity); x != nil {
						e = *x
					}
					assert.Equal(t, tc.want, e.Country, e.ID)
				}
			}
			assert.True(t, found)
		})
	}
}
