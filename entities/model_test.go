package entities_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	tagging "github.com/dateline-go/dateline/internal/names"
	"github.com/dateline-go/dateline/internal/token"
)

func TestReadModel(t *testing.T) {
	broken := errors.New("cable cut")
	_, err := entities.ReadModel(iotest.ErrReader(broken))
	require.ErrorIs(t, err, broken)
	for name, bytes := range map[string]string{"nothing": "", "a page": "<p>The quay.</p>"} {
		_, err := entities.ReadModel(strings.NewReader(bytes))
		assert.ErrorIs(t, err, entities.ErrModel, name)
	}
}

// A model of one's own takes the place of ours: one without weights finds nobody.
func TestModelOfOnesOwn(t *testing.T) {
	none := tagging.Model{Bits: 8, Rows: make([]int8, (tagging.Tags-1)<<8), Scale: 1}
	b, err := none.Encode()
	require.NoError(t, err)
	own, err := entities.ReadModel(bytes.NewReader(b))
	require.NoError(t, err)
	tagger, err := token.NewTagger()
	require.NoError(t, err)
	found := func(o entities.Options) int {
		r, err := entities.New(o)
		require.NoError(t, err)
		doc := &dateline.Document{ID: "a", Text: "Mira Ekre mended the nets."}
		require.NoError(t, new(token.Buffer).Annotate(t.Context(), doc, tagger))
		require.NoError(t, r.Annotate(t.Context(), doc))
		return len(doc.Mentions)
	}
	assert.Equal(t, 1, found(entities.Options{}))
	assert.Zero(t, found(entities.Options{Model: own}))
}

func TestCountryName(t *testing.T) {
	assert.Equal(t, "Norway", entities.CountryName("NO"))
	assert.Empty(t, entities.CountryName("no country"))
}
