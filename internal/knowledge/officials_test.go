package knowledge_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/knowledge"
)

func TestOfficials(t *testing.T) {
	k, err := knowledge.DefaultOfficials()
	require.NoError(t, err)
	all := func(name string) (list []knowledge.Official) {
		k.Named(name, func(o knowledge.Official) bool { list = append(list, o); return true })
		return list
	}
	obama := all("Barack Obama")
	require.Len(t, obama, 1)
	assert.Equal(t, knowledge.Official{QID: 76, Country: "US", Offices: knowledge.Head, From: 2009, To: 2017}, obama[0])
	assert.True(t, obama[0].In(2009))
	assert.False(t, obama[0].In(2018))
	assert.False(t, obama[0].In(2008))

	abbott := all("Greg Abbott")
	require.Len(t, abbott, 1)
	assert.Equal(t, "TX", abbott[0].Region)
	assert.Equal(t, knowledge.Governor, abbott[0].Offices)
	assert.True(t, abbott[0].In(2100), "nobody knows when it ends")

	names := map[string]bool{}
	for _, o := range all("Macron") {
		names[o.Name] = true
	}
	assert.Equal(t, map[string]bool{"Emmanuel Macron": true}, names, "a head of state by the surname")
	assert.Empty(t, all("Nemo Nowhere"))
	assert.Empty(t, all(""))
	assert.Zero(t, testing.AllocsPerRun(100, func() { k.Named("Macron", func(knowledge.Official) bool { return true }) }))
	for _, bad := range []string{"", "DLPLACE\x01", knowledge.OfficialMagic + "\x01\x00\x00\x00\x00\x00\x00\x00"} {
		_, err := knowledge.ReadOfficials(bad)
		assert.ErrorIs(t, err, knowledge.ErrFormat)
	}
}

func TestOfficesNamed(t *testing.T) {
	assert.Equal(t, knowledge.Government|knowledge.Governor, knowledge.OfficesNamed("government+governor"))
	assert.Zero(t, knowledge.OfficesNamed("once"))
}
