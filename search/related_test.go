package search_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// shelf is a source of documents that counts words by looking for them.
type shelf struct {
	docs []*dateline.Document
	err  error
}

func (s shelf) Size() int { return len(s.docs) }

func (s shelf) Frequency(f search.Feature) (int, error) {
	n := 0
	for _, d := range s.docs {
		switch f.Kind {
		case "entity":
			if d.Entity(f.Key) != nil {
				n++
			}
		case "word":
			if strings.Contains(strings.ToLower(d.Text), f.Key) {
				n++
			}
		}
	}
	return n, s.err
}

func (s shelf) Candidates(context.Context, []search.Feature, int) ([]*dateline.Document, error) {
	return s.docs, s.err
}

func TestRelate(t *testing.T) {
	about := story(t, "about", "Coal terminal to close", "Port Arlen will close its coal terminal.", "Tessa Brand signed the order.")
	about.Entities = []dateline.Entity{{ID: "person:tessa-brand", Name: "Tessa Brand", Label: dateline.Person, Salience: 1}}
	near := story(t, "near", "Grain pier opens", "Port Arlen has a grain pier.", "It was opened by Tessa Brand on Friday.")
	near.Entities = about.Entities
	again := story(t, "again", "Pier for grain is open", "Port Arlen has a grain pier.", "It was opened by Tessa Brand on Friday.")
	again.Entities = about.Entities
	copied := story(t, "copied", "Terminal shuts", "Port Arlen will close its coal terminal.", "Tessa Brand signed the order.")
	far := story(t, "far", "Cup final", "Rovers beat Athletic in extra time.", "Twenty thousand watched the match.")
	src := shelf{docs: []*dateline.Document{far, again, about, copied, near}}

	got, err := search.Relate(context.Background(), about, src, search.RelatedOptions{})
	require.NoError(t, err)
	require.Len(t, got, 1, "not itself, not its copy, one of two copies, nothing of another matter")
	assert.Equal(t, "again", got[0].ID)
	assert.Equal(t, -1, got[0].Days)
	require.NotEmpty(t, got[0].Reasons)
	assert.Equal(t, search.Reason{Kind: search.KindPerson, Text: "Tessa Brand", Weight: got[0].Reasons[0].Weight}, got[0].Reasons[0])

	broken := errors.New("shelf fell over")
	_, err = search.Relate(context.Background(), about, shelf{src.docs, broken}, search.RelatedOptions{})
	assert.ErrorIs(t, err, broken)
}

// TestReasonsAreShared looks for the words of each reason in both articles.
func TestReasonsAreShared(t *testing.T) {
	about := story(t, "about", "Coal terminal to close", "Port Arlen will close its coal terminal.", "Ships now go north.")
	other := story(t, "other", "Ships wait", "A dozen ships wait off Port Arlen for the coal terminal.", "Winds are strong.")
	src := shelf{docs: []*dateline.Document{about, other, story(t, "far", "Cup final", "Rovers beat Athletic.")}}
	got, err := search.Relate(context.Background(), about, src, search.RelatedOptions{})
	require.NoError(t, err)
	require.Len(t, got, 1)
	require.NotEmpty(t, got[0].Reasons)
	for _, r := range got[0].Reasons {
		assert.Equal(t, search.KindWord, r.Kind)
		assert.Contains(t, about.Text, r.Text)
		assert.Contains(t, strings.ToLower(other.Text), strings.ToLower(r.Text))
	}
}
