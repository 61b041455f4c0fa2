package entities_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

func TestSpread(t *testing.T) {
	for _, tc := range []struct{ name, text, want string }{
		{"coined word", "The editors of zapWiki met in Oslo. They said zapWiki was free. People like zapWiki.", "zapWiki, zapWiki, zapWiki; Oslo"},
		{"coined word once", "The editors of zapWiki met in Oslo.", "Oslo"},
		{"surname", "Chief Justice Maria Okonkwo is 61. Okonkwo retires in May. Few knew Okonkwo as a girl.", "Maria Okonkwo, Okonkwo, Okonkwo"},
		{"called after somebody", "Ramon Magsaysay was loved. He won 12 Magsaysay awards in Oslo.", "Ramon Magsaysay; Oslo"},
		{"acronym of the name", "The Coastal Fisheries Council met. Members of CFC left.", "Coastal Fisheries Council, CFC"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			doc := recognize(t, tc.text)
			require.NoError(t, doc.Validate())
			assert.Equal(t, tc.want, links(doc))
		})
	}
}

func TestSpreadLabels(t *testing.T) {
	for text, want := range map[string]string{
		"Millions of pilgrims go to Mecca for the Hajj. The Hajj begins in May.":                "event:hajj",
		"It hit institutions such as the Treasury, Justice, Energy and others, officials said.": "org:treasury",
	} {
		assert.NotNil(t, recognize(t, text).Entity(want), text)
	}
}

// A town that the story calls one is no person elsewhere.
func TestTownsOnly(t *testing.T) {
	doc := recognize(t, "The last rebel bastion is the town of Zamalka. Zamalka's fall would seal the defeat of the rebels. He said Zamalka is surrounded.")
	require.Len(t, doc.Mentions, 3)
	for _, m := range doc.Mentions {
		assert.Equal(t, dateline.GPE, m.Label)
	}
}

// Texts that offer the most to look at: each would take minutes if a step looked
// at the whole story again for each of its words.
func TestHostileTexts(t *testing.T) {
	const size = 1 << 20
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	for name, text := range map[string]string{
		"one word": fill("Xy"),
		"capitals": fill("ABLE WAS I ERE "),
		"titled":   fill("Able Was Ere Elba "),
		"people":   fill("Maria Okonkwo met Peter Hallam, Okonkwo said. "),
		"acronyms": fill("The Coastal Fisheries Council, CFC, QZ7 and zapWiki. "),
	} {
		t.Run(name, func(t *testing.T) {
			doc := recognize(t, text)
			require.NoError(t, doc.Validate())
		})
	}
}
