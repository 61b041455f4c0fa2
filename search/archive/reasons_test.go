package archive_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/words"
)

// ownArticles analyses the project's articles.
func ownArticles(t *testing.T) []*dateline.Document {
	t.Helper()
	ctx := context.Background()
	a, err := analyze.New(analyze.Options{})
	require.NoError(t, err)
	var docs []*dateline.Document
	for doc, err := range a.Stream(ctx, source.Files(ctx, []string{"../../testdata/articles"}, source.Options{})) {
		require.NoError(t, err)
		docs = append(docs, doc)
	}
	require.NotEmpty(t, docs)
	return docs
}

// TestReasonsAreInBothArticles looks each reason up in both texts.
func TestReasonsAreInBothArticles(t *testing.T) {
	docs := ownArticles(t)
	byID := map[string]*dateline.Document{}
	for _, d := range docs {
		byID[d.ID] = d
	}
	ix := open(t, docs...)
	var s words.Splitter
	kinds := map[string]int{}
	for _, about := range docs {
		list, err := ix.Related(context.Background(), about, search.RelatedOptions{K: 10, MinScore: -1})
		require.NoError(t, err)
		require.NotEmpty(t, list)
		for _, rel := range list {
			other := byID[rel.ID]
			sum := 0.0
			require.NotEmpty(t, rel.Reasons)
			for _, r := range rel.Reasons {
				kinds[r.Kind]++
				sum += r.Weight
				assert.Positive(t, r.Weight)
				for _, side := range []struct {
					doc   *dateline.Document
					spans []dateline.Span
				}{{about, r.Here}, {other, r.There}} {
					require.NotEmpty(t, side.spans)
					for _, span := range side.spans {
						got := side.doc.Words(span)
						switch r.Kind {
						case search.KindKeyphrase, search.KindWord:
							assert.Equal(t, s.Key(r.Text), s.Key(got))
						default:
							assert.Contains(t, shared(about, other, r.Text), mentioned(side.doc, span), "%q at %v of %s", r.Text, span, side.doc.ID)
						}
					}
				}
			}
			assert.LessOrEqual(t, sum, rel.Score+1e-9)
		}
	}
	for _, k := range []string{search.KindPerson, search.KindOrganisation, search.KindPlace, search.KindCountry, search.KindKeyphrase, search.KindWord} {
		assert.Positive(t, kinds[k], k)
	}
}

// shared are the ids of entities of a name in one document that the other has too.
func shared(a, b *dateline.Document, name string) []string {
	var ids []string
	for _, e := range a.Entities {
		if e.Name == name && b.Entity(e.ID) != nil {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// mentioned is the id of the entity that a span names, "" for none.
func mentioned(d *dateline.Document, span dateline.Span) string {
	for _, m := range d.Mentions {
		if m.Span() == span {
			return m.Entity
		}
	}
	return ""
}
