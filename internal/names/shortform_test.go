package names_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline"
)

// TestShortForms says what acronyms are by the words before their brackets.
func TestShortForms(t *testing.T) {
	for _, c := range []struct {
		name, text, word string
		want             []dateline.Label
	}{
		{"a body's, of small letters too", "The Bank of Latvia (BoL) kept its rate on Tuesday. Traders said the BoL would wait " +
			"until June. The minister wrote to BoL last week, and BoL has not answered.", "BoL",
			[]dateline.Label{dateline.Org, dateline.Org, dateline.Org, dateline.Org}},
		{"a word written small", "The factory will make parts for the new energy vehicle (NEV) and sell them abroad. Demand " +
			"for the NEV doubled in May, and the NEV market has grown since.", "NEV", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []dateline.Label
			for _, f := range tag(t, c.text) {
				if f.words == c.word {
					got = append(got, f.label)
				}
			}
			assert.Equal(t, c.want, got)
		})
	}
}

// TestBodyOfItsLeader takes a surname for that of a person where bodies that are called after who leads them begin with
// it.
func TestBodyOfItsLeader(t *testing.T) {
	text := "Prime Minister Fumio Kurosawa was sworn in on Monday. The Kurosawa cabinet has twelve members. A poll for the " +
		"Kurosawa Cabinet showed that 55 percent approve. Voters doubt that Kurosawa has shown leadership. Sympathy for " +
		"Kurosawa came from the young."
	var got []dateline.Label
	for _, f := range tag(t, text) {
		if f.words == "Kurosawa" {
			got = append(got, f.label)
		}
	}
	assert.NotContains(t, got, dateline.Org)
	assert.Contains(t, got, dateline.Person)
}
