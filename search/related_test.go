package search_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// shelf is a source that gives all that it has.
type shelf struct {
	docs []*dateline.Document
	err  error
}

func (s shelf) Candidates(_ context.Context, _ []search.Feature, _ search.Query, _ int) ([]*search.Profile, error) {
	var list []*search.Profile
	for _, d := range s.docs {
		p, err := search.NewProfile(d)
		if err != nil {
			return nil, err
		}
		list = append(list, p)
	}
	return list, s.err
}

func (s shelf) Document(_ context.Context, id string) (*dateline.Document, error) {
	i := slices.IndexFunc(s.docs, func(d *dateline.Document) bool { return d.ID == id })
	return s.docs[i], nil
}

func TestRelate(t *testing.T) {
	about := story(t, "about", "Coal terminal to close", "Port Arlen will close its coal terminal.", "Tessa Brand signed the order.")
	about.Entities = []dateline.Entity{{ID: "person:tessa-brand", Name: "Tessa Brand", Label: dateline.Person, Salience: 1}}
	near := story(t, "near", "Grain pier opens", "Port Arlen has a grain pier.", "It was opened by Tessa Brand on Friday.")
	near.Entities = about.Entities
	near.Mentions = []dateline.Mention{mention(near, "Tessa Brand", "person:tessa-brand")}
	about.Mentions = []dateline.Mention{mention(about, "Tessa Brand", "person:tessa-brand")}
	again := story(t, "again", "Pier for grain is open", "Port Arlen has a grain pier.", "It was opened by Tessa Brand on Friday.")
	again.Entities = about.Entities
	again.Mentions = []dateline.Mention{mention(again, "Tessa Brand", "person:tessa-brand")}
	copied := story(t, "copied", "Terminal shuts", "Port Arlen will close its coal terminal.", "Tessa Brand signed the order.")
	far := story(t, "far", "Cup final", "Rovers beat Athletic in extra time.", "Twenty thousand watched the match.")
	src := shelf{docs: []*dateline.Document{far, again, about, copied, near}}

	got, err := search.Relate(context.Background(), about, src, search.RelatedOptions{})
	require.NoError(t, err)
	require.Len(t, got, 1, "not itself, not its copy, one of two copies, nothing of another matter")
	assert.Equal(t, "again", got[0].ID)
	assert.Equal(t, -1, got[0].Days)
	require.NotEmpty(t, got[0].Reasons)
	first := got[0].Reasons[0]
	assert.Equal(t, search.KindPerson, first.Kind)
	assert.Equal(t, "Tessa Brand", first.Text)
	assert.Equal(t, "Tessa Brand", about.Words(first.Here[0]))
	assert.Equal(t, "Tessa Brand", again.Words(first.There[0]))

	broken := errors.New("shelf fell over")
	_, err = search.Relate(context.Background(), about, shelf{src.docs, broken}, search.RelatedOptions{})
	assert.ErrorIs(t, err, broken)
}

// mention is the place of a name in a document.
func mention(d *dateline.Document, name, id string) dateline.Mention {
	at := strings.Index(d.Text, name)
	return dateline.Mention{Start: at, End: at + len(name), Label: dateline.Person, Entity: id, Confidence: 1}
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
