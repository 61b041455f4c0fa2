package entities_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline"
)

func TestAgency(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       []string // organisations
	}{
		{"of several words", "LUSAKA, April 2 (Meridian News Agency) - Talks went on.", []string{"Meridian News Agency"}},
		{"of a place", "LUSAKA, April 2 (Lusaka Morning Post) - Talks went on.", []string{"Lusaka Morning Post"}},
		{"of one word", "LUSAKA, April 2 (Zamnews) - Talks went on.", []string{"Zamnews"}},
		{"words of no name", "LUSAKA, April 2 (our own correspondent) - Talks went on.", nil},
		{"brackets further on", "Talks went on in Lusaka (Zambia's capital) - slowly.", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			doc := recognize(t, tc.text)
			var orgs []string
			for _, m := range doc.Mentions {
				if m.Label == dateline.Org {
					orgs = append(orgs, doc.Words(m.Span()))
				}
			}
			assert.Equal(t, tc.want, orgs)
		})
	}
}
