package pos_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/lang/pos"
)

func TestTagset(t *testing.T) {
	stts, err := pos.NewTagset(map[string]pos.Class{
		"NE": pos.Noun | pos.Proper, "VVFIN": pos.Verb | pos.Present, "$,": pos.Comma})
	require.NoError(t, err)
	assert.Equal(t, pos.Noun|pos.Proper, stts.Of("NE"))
	assert.True(t, stts.Of("VVFIN").Is(pos.Finite))
	assert.Equal(t, pos.Comma, stts.Of("$,"))
	assert.Zero(t, stts.Of("EN"), "an unknown tag")
	assert.Zero(t, stts.Of(""), "no tag")
	var none *pos.Tagset
	assert.Zero(t, none.Of("NE"), "a tagger of which nothing is known")
}

func TestTagsetKeepsAllTags(t *testing.T) {
	all := map[string]pos.Class{}
	for i := range 128 {
		all[fmt.Sprintf("T%dX", i)] = pos.Class(i + 1)
	}
	tags, err := pos.NewTagset(all)
	require.NoError(t, err)
	for tag, class := range all {
		assert.Equal(t, class, tags.Of(tag), tag)
	}
}

func TestTagsetErrors(t *testing.T) {
	many := map[string]pos.Class{}
	for i := range 129 {
		many[fmt.Sprint(i)] = pos.Noun
	}
	for name, tags := range map[string]map[string]pos.Class{"an empty tag": {"": pos.Noun}, "too many": many} {
		_, err := pos.NewTagset(tags)
		assert.ErrorIs(t, err, pos.ErrTagset, name)
	}
}
