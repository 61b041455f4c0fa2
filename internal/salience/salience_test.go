package salience_test

import (
	"context"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/concept"
	"github.com/dateline-go/dateline/internal/salience"
	"github.com/dateline-go/dateline/internal/stats"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/lang/en"
)

// document makes a Document of a headline and paragraphs, with the places where
// names stand, each name an entity of its own.
func document(t *testing.T, names []string, headline string, paragraphs ...string) *dateline.Document {
	t.Helper()
	doc := &dateline.Document{Headline: headline, Text: headline}
	doc.Blocks = []dateline.Block{{Kind: dateline.BlockHeadline, End: len(headline)}}
	for _, p := range paragraphs {
		doc.Text += "\n\n"
		start := len(doc.Text)
		doc.Text += p
		doc.Blocks = append(doc.Blocks, dateline.Block{Kind: dateline.BlockParagraph, Start: start, End: len(doc.Text)})
	}
	tagger, err := token.NewTagger()
	require.NoError(t, err)
	require.NoError(t, new(token.Buffer).Annotate(context.Background(), doc, tagger))
	count := map[string]int{}
	for i := range doc.Text {
		for _, n := range names {
			if len(doc.Text) >= i+len(n) && doc.Text[i:i+len(n)] == n {
				doc.Mentions = append(doc.Mentions, dateline.Mention{Start: i, End: i + len(n), Label: dateline.Person, Entity: n})
				count[n]++
			}
		}
	}
	for _, n := range names {
		doc.Entities = append(doc.Entities, dateline.Entity{ID: n, Name: n, Label: dateline.Person, Mentions: count[n]})
	}
	return doc
}

func frequencies(t *testing.T) *stats.Frequencies {
	t.Helper()
	f, err := stats.English()
	require.NoError(t, err)
	return f
}

func TestSet(t *testing.T) {
	doc := document(t, []string{"Brandt", "Okonkwo", "Hallam"}, "Okonkwo resigns as mayor of the port",
		"Okonkwo resigned on Monday after a week of protests.",
		"“I have done what I could,” Okonkwo said. Hallam, who leads the council, thanked her.",
		"The protests began after the ferries stopped. Hallam had asked for an inquiry.",
		"A shopkeeper, Brandt, said that he had seen nothing.")
	salience.Set(doc, nil, frequencies(t), new(token.Stems), en.Words())
	require.Len(t, doc.Entities, 3)
	assert.Equal(t, "Okonkwo", doc.Entities[0].ID)
	assert.Equal(t, "Hallam", doc.Entities[1].ID)
	assert.Equal(t, "Brandt", doc.Entities[2].ID)
	assert.True(t, doc.Entities[0].About)
	assert.False(t, doc.Entities[2].About)
	for _, e := range doc.Entities {
		assert.True(t, e.Salience > 0 && e.Salience < 1, "%v", e)
	}
}

func TestVectors(t *testing.T) {
	doc := document(t, []string{"Okonkwo", "Brandt"}, "Okonkwo resigns", "Okonkwo resigned. “Brandt knew,” she said.", "Then the Brandt aide left.")
	v := salience.Vectors(doc, nil, frequencies(t), new(token.Stems), en.Words())
	at := map[string]int{}
	for i, f := range salience.Features() {
		at[f] = i
	}
	for name, want := range map[string][2]float64{
		"bias": {1, 1}, "named": {1, 0}, "overlap": {1, 0}, "dek": {1, 0}, "opening": {1, 0}, "second": {0, 1}, "lead": {1, 1},
		"most": {1, 1}, "share": {2. / 34, 2. / 34}, "order": {1, 0.5}, "quoted": {0, 0.5}, "owner": {0.5, 0.5}, "front": {1, 1}, "person": {1, 1},
	} {
		assert.InDelta(t, want[0], v[0][at[name]], 1e-12, name)
		assert.InDelta(t, want[1], v[1][at[name]], 1e-12, name)
	}
	// The words of a headline in another form, sentences, and verbs of saying.
	doc = document(t, []string{"protests", "Okonkwo"}, "Protest grows", "The protests grew. Okonkwo watched.", "“It is late,” Okonkwo said of protests.")
	v = salience.Vectors(doc, nil, frequencies(t), new(token.Stems), en.Words())
	for name, want := range map[string][2]float64{"named": {1, 0}, "overlap": {1, 0}, "sentences": {2. / 4, 2. / 4}, "says": {0, 0.5}} {
		assert.InDelta(t, want[0], v[0][at[name]], 1e-12, name)
		assert.InDelta(t, want[1], v[1][at[name]], 1e-12, name)
	}
	head := len("Protest grows")
	both := strings.Index(doc.Text, "Okonkwo") + strings.LastIndex(doc.Text, "Okonkwo") - 2*head
	assert.InDelta(t, float64(both)/2/float64(len(doc.Text)-head), v[1][at["middle"]], 1e-12)
	assert.LessOrEqual(t, len(salience.Features()), 300, "what may be fitted on a development set")
}

// A Document without text, blocks or tokens, and entities that nothing names.
func TestSetBare(t *testing.T) {
	f := frequencies(t)
	salience.Set(&dateline.Document{}, nil, f, new(token.Stems), en.Words())
	doc := &dateline.Document{Entities: []dateline.Entity{{ID: "a"}}}
	salience.Set(doc, nil, f, new(token.Stems), en.Words())
	assert.False(t, doc.Entities[0].About)
}

// Concepts become entities: the most salient ones, each with its places.
func TestSetConcepts(t *testing.T) {
	doc := document(t, []string{"Okonkwo"}, "Ferry strike ends", "The ferry strike ended on Monday, Okonkwo said.", "The strike cost the port a week.",
		"A vendor had sold umbrellas.")
	concepts := concept.Find(doc, new(token.Stems), en.Words())
	salience.Set(doc, concepts, frequencies(t), new(token.Stems), en.Words())
	require.Len(t, doc.Entities, 1)
	require.Len(t, doc.Concepts, len(concepts))
	top := doc.Concepts[0]
	assert.Equal(t, "concept:ferry-strike", top.ID)
	assert.True(t, top.About)
	assert.Len(t, top.Spans, 3)

	var many []concept.Concept
	for i := range 3 * salience.MaxConcepts {
		many = append(many, concept.Concept{Name: "thing " + strconv.Itoa(i), Spans: []dateline.Span{{Start: i, End: i + 1}}})
	}
	doc = document(t, nil, "", strings.Repeat("word ", 100))
	salience.Set(doc, many, frequencies(t), new(token.Stems), en.Words())
	assert.Len(t, doc.Concepts, salience.MaxConcepts)
}

// The agency that sent a story is not what it is about, unless the story names it.
func TestSender(t *testing.T) {
	of := func(last string) float64 {
		doc := document(t, []string{"Northern News", "Okonkwo"}, "Mayor resigns", "OSLO, May 4 (Northern News) - Okonkwo resigned on Monday.", last)
		for i := range doc.Mentions {
			if doc.Mentions[i].Entity == "Northern News" {
				doc.Mentions[i].Label = dateline.Org
			}
		}
		doc.Entities[0].Label = dateline.Org
		salience.Set(doc, nil, frequencies(t), new(token.Stems), en.Words())
		for _, e := range doc.Entities {
			if e.ID == "Northern News" {
				return e.Salience
			}
		}
		return -1
	}
	assert.Less(t, of("The council meets on Friday."), 0.1)
	assert.Greater(t, of("Northern News reported it first."), 0.1)
}
