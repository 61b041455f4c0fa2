package concept_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/concept"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/lang/en"
)

// document makes a Document of one paragraph with a mention where each of the names
// stands.
func document(t *testing.T, text string, names ...string) *dateline.Document {
	t.Helper()
	tagger, err := token.NewTagger()
	require.NoError(t, err)
	doc := &dateline.Document{Text: text, Blocks: []dateline.Block{{Kind: dateline.BlockParagraph, End: len(text)}}}
	require.NoError(t, new(token.Buffer).Annotate(context.Background(), doc, tagger))
	for i := range text {
		for _, n := range names {
			if strings.HasPrefix(text[i:], n) {
				doc.Mentions = append(doc.Mentions, dateline.Mention{Start: i, End: i + len(n), Label: dateline.Org, Entity: n})
			}
		}
	}
	for _, n := range names {
		doc.Entities = append(doc.Entities, dateline.Entity{ID: n, Name: n, Label: dateline.Org})
	}
	return doc
}

func TestFind(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		names      []string
		want       string // name, aliases, ×places
	}{
		{"none", "They went there again on their own.", nil, ""},
		{"one word", "The earthquake was felt in the earthquakes of old.", nil, "earthquake = earthquakes ×2"},
		{"empty words", "Many other large earthquakes followed.", nil, "earthquakes ×1"},
		{"light alone", "It was a matter of time and of the same kind.", nil, ""},
		{"short form", "A conscience vote was held. The vote was close.", nil, "conscience vote = vote ×2; conscience ×1"},
		{"two of one kind", "The conscience vote and the budget vote were close. They want each vote.", nil,
			"conscience vote ×1; conscience ×1; budget vote ×1; budget ×1; vote ×1"},
		{"front of a phrase", "It damaged natural gas rigs at sea.", nil, "natural gas rigs = gas rigs, rigs ×1; natural gas = gas ×1; sea ×1"},
		{"behind a name", "The Norland election is over.", []string{"Norland"}, "election = Norland election ×1"},
		{"before a name", "The governor of Norland spoke.", []string{"Norland"}, "governor = governor of Norland ×1"},
		{"of two names", "The Norland government met the Ostland government. The Norland government was late.", []string{"Norland", "Ostland"},
			"Norland government ×2; Ostland government ×1"},
		{"of two names and of none", "Norland ships and Ostland ships met. The ships left.", []string{"Norland", "Ostland"},
			"Norland ships ×1; Ostland ships ×1; ships ×1"},
		{"an office", "They asked the secretary of state to come.", nil, "secretary of state ×1"},
		{"a number", "The crew of Expedition 46 landed.", nil, "crew ×1; Expedition 46 ×1"},
		{"a name's number", "A Harwell 320 landed.", []string{"Harwell"}, "Harwell 320 ×1"},
		{"a result", "Then Harwell 2 lost.", []string{"Harwell"}, ""},
		{"a name", "The senate voted.", []string{"Senate"}, ""},
		{"a verb and its object", "They were accused of hiding bribes.", nil, "bribes ×1"},
		{"a verb that looks like a noun", "It was aimed at mining state secrets.", nil, "state secrets = secrets ×1"},
		{"a kind of thing", "The union wants new voting rights.", nil, "union ×1; voting rights = rights ×1; voting ×1"},
		{"behind an article", "It was a defining moment for the harbour.", nil, "defining moment ×1; harbour ×1"},
		{"behind an adverb", "It hit commonly used applications.", nil, "applications ×1"},
		{"behind have", "The province has seen floods.", nil, "province ×1; floods ×1"},
		{"of the whole", "His failed reelection bid was costly.", nil, "failed reelection bid = reelection bid, bid ×1; reelection ×1"},
		{"ages and ranks", "The 44-year-old engineer left in the 90th minute.", nil, "engineer ×1"},
		{"made of a noun", "The protests were loud. The protesters met the mayor.", nil, "protests ×1; protesters ×1; mayor ×1"},
		{"address", "They met a banker, Mr. Vole.", []string{"Vole"}, "banker ×1"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			doc := document(t, tc.text, tc.names...)
			var got []string
			for _, c := range concept.Find(doc, new(token.Stems), en.Words()) {
				s := c.Name
				if c.Aliases != nil {
					s += " = " + strings.Join(c.Aliases, ", ")
				}
				got = append(got, s+" ×"+string(rune('0'+len(c.Spans))))
				last := -1
				for _, p := range c.Spans {
					assert.Greater(t, p.Start, last, "in order")
					last = p.Start
					assert.NotEmpty(t, doc.Words(p))
				}
			}
			assert.Equal(t, tc.want, strings.Join(got, "; "))
		})
	}
}

// A title before its bearer's name is no concept, with one word; an office is one.
func TestFindTitles(t *testing.T) {
	doc := document(t, "President Ada Lund met Prime Minister Ole Brand.", "Ada Lund", "Ole Brand")
	for i := range doc.Mentions {
		doc.Mentions[i].Label = dateline.Person
	}
	list := concept.Find(doc, new(token.Stems), en.Words())
	require.Len(t, list, 1)
	assert.Equal(t, "Prime Minister", list[0].Name)
}

// A verb of a headline that has no article before it looks like a noun.
func TestFindHeadlineVerbs(t *testing.T) {
	const headline = "Norland Expels Envoys"
	doc := document(t, headline+"\n\nThe republic expelled them.", "Norland")
	doc.Blocks = []dateline.Block{{Kind: dateline.BlockHeadline, End: len(headline)}, {Kind: dateline.BlockParagraph, Start: len(headline) + 2, End: len(doc.Text)}}
	for i, tok := range doc.Tokens {
		if doc.Text[tok.Start:tok.End] == "Expels" {
			doc.Tokens[i].Tag = "NNS"
		}
	}
	list := concept.Find(doc, new(token.Stems), en.Words())
	require.Len(t, list, 2)
	assert.Equal(t, "Envoys", list[0].Name)
	assert.Equal(t, "republic", list[1].Name)
}

// Values are no concepts, and end a phrase.
func TestFindLeavesValues(t *testing.T) {
	doc := document(t, "The tax rose in the winter season.")
	at := strings.Index(doc.Text, "winter")
	doc.Mentions = []dateline.Mention{{Start: at, End: at + len("winter"), Label: dateline.DateValue}}
	list := concept.Find(doc, new(token.Stems), en.Words())
	require.Len(t, list, 2)
	assert.Equal(t, "tax", list[0].Name)
	assert.Equal(t, "season", list[1].Name)
}

// A story without tokens, and one without sentences.
func TestFindBare(t *testing.T) {
	assert.Empty(t, concept.Find(&dateline.Document{}, new(token.Stems), en.Words()))
	assert.Empty(t, concept.Find(&dateline.Document{Text: "a tax", Tokens: []dateline.Token{{Start: 2, End: 5, Tag: "NN"}}}, new(token.Stems), en.Words()))
}
