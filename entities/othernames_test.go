package entities_test

import (
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
)

// The year before an event is a part of what the story calls it.
func TestLongerNames(t *testing.T) {
	doc, err := entities.Recognize("Oslo hosts the 2014 Winter Olympics. The Winter Olympics open on Friday. In 2014, Reuters grew.")
	require.NoError(t, err)
	r, err := entities.New(entities.Options{})
	require.NoError(t, err)
	require.NoError(t, r.Annotate(context.Background(), doc))
	require.NoError(t, doc.Validate())
	i := slices.IndexFunc(doc.Entities, func(e dateline.Entity) bool { return e.Name == "Winter Olympics" })
	require.GreaterOrEqual(t, i, 0, "%v", doc.Entities)
	assert.Equal(t, []string{"2014 Winter Olympics"}, doc.Entities[i].Aliases)
	for e := range doc.Names() {
		if e.Name == "Reuters" {
			assert.Empty(t, e.Aliases, "a comma stands between")
		}
	}
}
