package entities

import (
	"context"
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/pace"
	"github.com/dateline-go/dateline/internal/token"
)

// tagged returns a text as a Document with tagged tokens.
func tagged(t *testing.T, text string) *dateline.Document {
	t.Helper()
	tagger, err := token.NewTagger()
	require.NoError(t, err)
	doc := &dateline.Document{Text: text, Blocks: []dateline.Block{{Kind: dateline.BlockParagraph, End: len(text)}}}
	require.NoError(t, new(token.Buffer).Annotate(context.Background(), doc, tagger))
	return doc
}

// labelsOf returns the label of each name of a text by its words, with some rules left out.
func labelsOf(t *testing.T, text string, without ...string) map[string]dateline.Label {
	t.Helper()
	r, err := New(Options{Without: without})
	require.NoError(t, err)
	doc := tagged(t, text)
	require.NoError(t, r.Annotate(context.Background(), doc))
	found := map[string]dateline.Label{}
	for _, m := range doc.Mentions {
		found[doc.Words(m.Span())] = m.Label
	}
	return found
}

// TestRules holds each rule to its examples: they are right with it and wrong without it.
func TestRules(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		t.Run(r.ID, func(t *testing.T) {
			assert.False(t, seen[r.ID], "a second rule of that id")
			seen[r.ID] = true
			assert.NotEmpty(t, r.Does)
			assert.NotEmpty(t, r.Examples)
			for _, e := range r.Examples {
				assert.Equal(t, e.Label, labelsOf(t, e.Text)[e.Name], "%q with the rule", e.Text)
				assert.NotEqual(t, e.Label, labelsOf(t, e.Text, r.ID)[e.Name], "%q without it", e.Text)
			}
		})
	}
}

// TestConditionsArePure calls every condition twice on every run of words of every example: story
// and candidate stay as they are, and the second answer is the first one.
func TestConditionsArePure(t *testing.T) {
	r, err := New(Options{})
	require.NoError(t, err)
	labels := []dateline.Label{dateline.Person, dateline.Org, dateline.GPE, dateline.Loc, dateline.Fac, dateline.Work}
	for _, rule := range Rules() {
		for _, e := range rule.Examples {
			doc := tagged(t, e.Text)
			s, err := newStory(doc, r.names, r.lang, pace.New(context.Background()))
			require.NoError(t, err)
			words, folds, sentences := slices.Clone(s.words), slices.Clone(s.folds), slices.Clone(s.sentences)
			small, proper := maps.Clone(s.small), maps.Clone(s.proper)
			for i := range s.sentences {
				x := &s.sentences[i]
				for from := x.from; from < x.to; from++ {
					for to := from + 1; to <= min(x.to, from+5); to++ {
						for _, l := range labels {
							askTwice(t, s, x, from, to, l)
						}
					}
				}
			}
			assert.Equal(t, words, s.words)
			assert.Equal(t, folds, s.folds)
			assert.Equal(t, sentences, s.sentences)
			assert.Equal(t, small, s.small)
			assert.Equal(t, proper, s.proper)
		}
	}
}

// askTwice calls the conditions of all rules twice on the words [from, to).
func askTwice(t *testing.T, s *story, x *sentence, from, to int, label dateline.Label) {
	t.Helper()
	for i := range cutRules {
		a, isCut := cutRules[i].cut(s, from, to)
		b, again := cutRules[i].cut(s, from, to)
		assert.Equal(t, a, b)
		assert.Equal(t, isCut, again)
	}
	for i := range dropRules {
		assert.Equal(t, dropRules[i].when(s, x, from, to), dropRules[i].when(s, x, from, to))
	}
	q, ok := s.candidate(x, from, to)
	if !ok {
		return
	}
	q.label = label
	before := q
	for i := range kindRules {
		assert.Equal(t, kindRules[i].when(s, &q), kindRules[i].when(s, &q))
	}
	for i := range addRules {
		assert.Equal(t, addRules[i].when(s, &q), addRules[i].when(s, &q))
	}
	if to < x.to {
		next := mention{from: to, to: to + 1, label: label}
		m, n := q.mention, next
		for i := range joinRules {
			assert.Equal(t, joinRules[i].when(s, x, &m, &n), joinRules[i].when(s, x, &m, &n))
		}
		assert.Equal(t, q.mention, m)
		assert.Equal(t, next, n)
	}
	assert.Equal(t, before, q)
}

// TestLeaveOut reports an id that is none.
func TestLeaveOut(t *testing.T) {
	_, err := New(Options{Without: []string{"kind/nonsense"}})
	assert.ErrorIs(t, err, dateline.ErrOptions)
	assert.ErrorContains(t, err, "kind/nonsense")
}

// TestJoinAtTheBeginning asks the rule for unions of two trades where no word stands before the joining one.
func TestJoinAtTheBeginning(t *testing.T) {
	r, err := New(Options{})
	require.NoError(t, err)
	s, err := newStory(tagged(t, "and Union struck."), r.names, r.lang, pace.New(context.Background()))
	require.NoError(t, err)
	p, m := mention{from: 0, to: 1, label: dateline.Org}, mention{from: 1, to: 2, label: dateline.Org}
	assert.False(t, isUnionOfTwo(s, &s.sentences[0], &p, &m))
}

// TestTwoPlacesApart keeps a place and the body of another apart where they are only named side by side.
func TestTwoPlacesApart(t *testing.T) {
	for _, tc := range []struct{ text, place, body string }{
		{"He left London and Kent Police lost sight of him.", "London", "Kent Police"},
		{"A man was seen in Bristol and Kent Police are looking for him.", "Bristol", "Kent Police"},
		{"Ministers of France and Paris Council met.", "France", "Paris Council"},
		{"A van was found in Devon and Maidenhead Council removed it.", "Devon", "Maidenhead Council"},
	} {
		found := labelsOf(t, tc.text)
		assert.Equal(t, dateline.GPE, found[tc.place], tc.text)
		assert.Equal(t, dateline.Org, found[tc.body], tc.text)
	}
}
