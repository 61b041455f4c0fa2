package search_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// sent makes a wire story in which every place of the agency's name is a mention.
func sent(t *testing.T, id, text string) *dateline.Document {
	t.Helper()
	const agency = "Northern News Agency"
	d := story(t, id, "On "+id, text)
	d.Entities = []dateline.Entity{{ID: "org:northern", Name: agency, Label: dateline.Org, Salience: 0.5}}
	for at := 0; ; {
		n := strings.Index(d.Text[at:], agency)
		if n < 0 {
			return d
		}
		at += n
		d.Mentions = append(d.Mentions, dateline.Mention{Start: at, End: at + len(agency), Label: dateline.Org, Entity: "org:northern"})
		at += len(agency)
	}
}

// Two stories have not to do with each other because one agency sent both.
func TestCreditOfAnAgency(t *testing.T) {
	ports := "Ships left the harbour after a strike."
	moths := "Moths ate the curtains of a museum."
	for _, tc := range []struct {
		name, one, other string
		shared           bool
	}{
		{"brackets before a dash", "OSLO, May 4 (Northern News Agency) - " + ports, "RIGA, June 1 (Northern News Agency) — " + moths, false},
		{"brackets of their own", "OSLO (Northern News Agency) says: " + ports, "RIGA (Northern News Agency) says: " + moths, true},
		{"named in the story too", "OSLO (Northern News Agency) - Northern News Agency will move. " + ports,
			"RIGA (Northern News Agency) - Northern News Agency will move. " + moths, true},
		{"no credit", "Northern News Agency moved. " + ports, "Northern News Agency moved. " + moths, true},
		{"brackets far behind", strings.Repeat("Long is the way. ", 9) + "(Northern News Agency) - " + ports,
			strings.Repeat("Deep is the sea. ", 9) + "(Northern News Agency) - " + moths, true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			one, other := profile(t, sent(t, "one", tc.one)), profile(t, sent(t, "other", tc.other))
			if tc.shared {
				assert.Greater(t, search.Similarity(one, other), 0.11)
				assert.Len(t, one.Entities, 1)
			} else {
				assert.Less(t, search.Similarity(one, other), 0.05)
				assert.Empty(t, one.Entities, "nor does it rise in trends")
			}
		})
	}
}
