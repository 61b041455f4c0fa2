package entities_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline"
)

// TestTownsOfSomebody tells a town before what somebody of it is from the word for a body at the same place.
func TestTownsOfSomebody(t *testing.T) {
	for _, tc := range []struct{ name, text, want string }{
		{"a town behind an article", "Among them was a Timaru dairy farmer.", "Timaru"},
		{"a town at the head of a sentence", "Delhi chief minister Anjali Rao agreed.", "Delhi"},
		{"a body, though towns have its name", "Union leader Piet Vos agreed.", ""},
		{"a body behind an article", "A Union leader from the yard agreed.", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			doc, town := recognize(t, tc.text), ""
			for _, m := range doc.Mentions {
				if m.Label == dateline.GPE {
					town = doc.Words(m.Span())
				}
			}
			assert.Equal(t, tc.want, town)
		})
	}
}
