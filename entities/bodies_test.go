package entities_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline"
)

func TestBodies(t *testing.T) {
	for _, tc := range []struct{ name, text, want string }{
		{"a firm taken for a place", "Workers at Ossabaw Marine Works left on Friday.", "Ossabaw Marine Works"},
		{"with the word for its kind", "He joined Alibaba Group Holding in 2019.", "Alibaba Group Holding"},
		{"a bar of its owner's name", "Officers were called to Dunne's Bar after midnight.", "Dunne's Bar"},
		{"a school of a saint", "The band of St Bride's primary school played.", "St Bride's primary school"},
		{"a firm of rice mills", "Thika-based Kibo Millers denied it.", "Kibo Millers"},
		{"a paper of a place", "She told the Saudi Gazette on Monday.", "Saudi Gazette"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			doc := recognize(t, tc.text)
			var orgs []string
			for _, m := range doc.Mentions {
				if m.Label == dateline.Org {
					orgs = append(orgs, doc.Words(m.Span()))
				}
			}
			assert.Equal(t, []string{tc.want}, orgs)
		})
	}
}

// The word for a firm's kind may begin a name of its own.
func TestBodiesDoNotOverlap(t *testing.T) {
	for _, text := range []string{"Harlow Marine Holdings Holdings plc Logistics Ltd paid.", "He left Alibaba Group Airlines of Norway Airlines Ltd in May."} {
		doc, last := recognize(t, text), 0
		for _, m := range doc.Mentions {
			assert.GreaterOrEqual(t, m.Start, last, text)
			last = m.End
		}
	}
}
