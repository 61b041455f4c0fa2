package focus

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// at makes a mention of a thing in a country.
func at(code string, kind Kind, thing, byte int) Mention {
	return Mention{Country: code, Kind: kind, Thing: thing, At: byte}
}

// TestFocus says which countries stories of a few mentions are about.
func TestFocus(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		name string
		in   Story
		want map[string]bool
	}{
		{"nothing is named", Story{Length: 100}, map[string]bool{}},
		{"one country, by one body", Story{Length: 100, Lead: 60, Mentions: []Mention{at("NO", Body, 0, 80)}},
			map[string]bool{"NO": true}},
		{"two countries of one weight", Story{Length: 1000, Lead: 90, Mentions: []Mention{
			at("NO", Itself, 0, 0), at("SE", Itself, 1, 40), at("NO", Itself, 0, 500), at("SE", Itself, 1, 520),
		}}, map[string]bool{"NO": true, "SE": true}},
		{"one is named in passing at the end", Story{Length: 1000, Lead: 90, Mentions: []Mention{
			at("NO", Itself, 0, 0), at("NO", Place, 1, 200), at("NO", People, 2, 300), at("BR", Itself, 3, 950),
		}}, map[string]bool{"NO": true, "BR": false}},
		{"the outlet's own country, named as often as another", Story{Length: 1000, Lead: 90, Home: "IE", Mentions: []Mention{
			at("IE", Place, 0, 100), at("FR", Place, 1, 300), at("IE", Place, 2, 500), at("FR", Person, 3, 600),
		}}, map[string]bool{"IE": true, "FR": false}},
	} {
		t.Run(x.name, func(t *testing.T) {
			t.Parallel()
			got := map[string]bool{}
			sum := 0.0
			for _, c := range x.in.Countries() {
				got[c.Code] = c.Focus
				sum += c.Weight
				assert.Len(t, c.Explain(), len(Features()))
			}
			assert.Equal(t, x.want, got)
			if len(got) > 0 {
				assert.InDelta(t, 1, sum, 1e-9)
			}
		})
	}
}

// TestHeavierMentions holds the weights of mentions to their order: the headline, the front, the end.
func TestHeavierMentions(t *testing.T) {
	t.Parallel()
	s := Story{Length: 1000, Head: 50, Dateline: 60, Lead: 120}
	headline, front, end := s.Weight(at("NO", Place, 0, 10)), s.Weight(at("NO", Place, 0, 70)), s.Weight(at("NO", Place, 0, 990))
	assert.Greater(t, headline, front)
	assert.Greater(t, front, end)
	assert.Greater(t, end, 0.0)
	assert.Less(t, s.Weight(at("NO", Body, 0, 70)), s.Weight(at("NO", People, 0, 70)))
}
