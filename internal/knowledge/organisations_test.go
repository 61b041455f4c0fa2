package knowledge_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/knowledge"
)

func TestOrganisations(t *testing.T) {
	o, err := knowledge.DefaultOrganisations()
	require.NoError(t, err)
	for _, tc := range []struct {
		name, country string
		qid           int
	}{
		{"Virgin Hotels Nowhere", "", 0},
		{"JCDecaux", "FR", 74877},
		{"JCDecaux SA", "FR", 74877},
		{"", "", 0},
	} {
		x, ok := o.Named(tc.name)
		assert.Equal(t, tc.country != "", ok, tc.name)
		assert.Equal(t, knowledge.Organisation{QID: tc.qid, Country: tc.country}, x, tc.name)
	}
	_, ok := o.Named("Target")
	assert.False(t, ok, "a common word is none")
	assert.Zero(t, testing.AllocsPerRun(100, func() { _, _ = o.Named("JCDecaux") }))
	for _, bad := range []string{"", "DLPLACE\x01", knowledge.OrganisationMagic + "\x01\x00\x00\x00"} {
		_, err := knowledge.ReadOrganisations(bad)
		assert.ErrorIs(t, err, knowledge.ErrFormat)
	}
}
