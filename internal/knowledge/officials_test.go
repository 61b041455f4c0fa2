package knowledge_test

import (
	"strings"
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
		_, err := knowledge.ReadOfficials([]byte(bad))
		assert.ErrorIs(t, err, knowledge.ErrFormat)
	}
}

// officials encodes two invented office holders, one of them by the surname too.
func officials(t testing.TB) []byte {
	t.Helper()
	queen := knowledge.Official{QID: 134_000_001, Country: "NO", Offices: knowledge.Head, From: 1999}
	named := queen
	named.Name = "Solveig Vestnes"
	b, err := knowledge.EncodeOfficials([]knowledge.KeyedOfficial{
		{Key: knowledge.OrganisationKey("Solveig Vestnes"), Official: queen},
		{Key: knowledge.OrganisationKey("Vestnes"), Official: named},
		{Key: knowledge.OrganisationKey("Vestnes"), Official: knowledge.Official{QID: 7, Country: "US", Region: "ME",
			Offices: knowledge.Mayor, From: 1903, To: 1907, Name: "Amos Vestnes"}},
	})
	require.NoError(t, err)
	return b
}

func TestOfficialsComeBack(t *testing.T) {
	b := officials(t)
	k, err := knowledge.ReadOfficials(b)
	require.NoError(t, err)
	var got []knowledge.Official
	k.Named("Vestnes", func(o knowledge.Official) bool { got = append(got, o); return true })
	assert.Equal(t, []knowledge.Official{
		{QID: 7, Country: "US", Region: "ME", Offices: knowledge.Mayor, From: 1903, To: 1907,
			Name: "Amos Vestnes"},
		{QID: 134_000_001, Country: "NO", Offices: knowledge.Head, From: 1999, Name: "Solveig Vestnes"},
	}, got)
	k.Named("solveig-vestnes", func(o knowledge.Official) bool { assert.Empty(t, o.Name); return true })
	for n := range b {
		_, err := knowledge.ReadOfficials(b[:n])
		require.ErrorIs(t, err, knowledge.ErrFormat, "%d bytes", n)
	}
	for name, bad := range map[string]knowledge.Official{
		"a number that is too large": {QID: 1 << 28, Offices: knowledge.Head},
		"a name that is too long":    {Name: strings.Repeat("x", 256), Offices: knowledge.Head},
		"two kinds of office":        {Offices: knowledge.Head | knowledge.Mayor},
	} {
		_, err = knowledge.EncodeOfficials([]knowledge.KeyedOfficial{{Official: bad}})
		assert.ErrorIs(t, err, knowledge.ErrFormat, name)
	}
}

// FuzzOfficials reads any bytes: they are refused, or answer.
func FuzzOfficials(f *testing.F) {
	f.Add(officials(f), "Vestnes")
	f.Add([]byte(knowledge.OfficialMagic), "")
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		k, err := knowledge.ReadOfficials(data)
		if err != nil {
			require.ErrorIs(t, err, knowledge.ErrFormat)
			return
		}
		k.Named(name, func(o knowledge.Official) bool { return o.In(2000) })
	})
}

func TestOfficesNamed(t *testing.T) {
	assert.Equal(t, knowledge.Government|knowledge.Governor, knowledge.OfficesNamed("government+governor"))
	assert.Zero(t, knowledge.OfficesNamed("once"))
}
