package entities

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/pace"
	"github.com/dateline-go/dateline/internal/token"
)

// TestPassesNeedWhatIsSet holds every pass to the facts that stand before it, and every fact but the names to one pass.
func TestPassesNeedWhatIsSet(t *testing.T) {
	var set Facts
	for _, p := range Passes() {
		assert.Zero(t, p.Needs&^set, "%s needs %v first", p.Name, p.Needs&^set)
		assert.Zero(t, p.Sets&set&^FactNames, "%s sets %v again", p.Name, p.Sets&set)
		assert.False(t, p.Sets&FactNames != 0 && set&FactUser != 0, "%s changes names that are final", p.Name)
		set |= p.Sets
	}
	assert.Equal(t, Facts(1<<len(factNames)-1), set, "a fact that no pass sets")
	assert.Equal(t, "names+places", (FactNames | FactPlaces).String())
}

// TestFactsAreFinal runs the passes one by one: names stay as they are once the user's are in, and
// ids once they are given.
func TestFactsAreFinal(t *testing.T) {
	r, err := New(Options{})
	require.NoError(t, err)
	doc := &dateline.Document{Text: "LAGOS (Delta Press) - Prime Minister Ada Okoro of Ghana met Brennan Foods Inc. in Accra on " +
		"May 3. Okoro paid $5 million for the Defence Ministry. Brennan Foods said the Bank of Ghana agreed."}
	doc.Blocks = []dateline.Block{{Kind: dateline.BlockParagraph, End: len(doc.Text)}}
	tagger, err := token.NewTagger()
	require.NoError(t, err)
	require.NoError(t, new(token.Buffer).Annotate(context.Background(), doc, tagger))
	s, err := newStory(doc, r.names, r.lang, pace.New(context.Background()))
	require.NoError(t, err)
	w := &job{ctx: context.Background(), by: r, story: s, stems: new(token.Stems)}
	type span struct {
		from, to int
		label    dateline.Label
	}
	var names []span
	var ids []string
	var set Facts
	for _, p := range Passes() {
		require.NoError(t, p.run(w), p.Name)
		var now []span
		var given []string
		for i := range w.names {
			now = append(now, span{w.names[i].from, w.names[i].to, w.names[i].label})
		}
		for _, e := range w.things {
			given = append(given, e.ID)
		}
		if set&FactUser != 0 {
			assert.Equal(t, names, now, p.Name)
		}
		if set&FactEntities != 0 {
			assert.Equal(t, ids, given, p.Name)
		}
		names, ids, set = now, given, set|p.Sets
	}
	assert.NotEmpty(t, names)
	assert.NotEmpty(t, ids)
}
