package gazetteer_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
)

func TestWith(t *testing.T) {
	g, err := gazetteer.Default()
	require.NoError(t, err)
	fr, err := g.With("# a remark\n\ncountry:DE\tAllemagne\npeople:DE\tAllemand | Allemands\ngeonames:2643743\tLondres\n" +
		"name:European Union\tUnion européenne | UE\n")
	require.NoError(t, err)

	first := func(g *gazetteer.Gazetteer, name string) string {
		for e := range g.Entries(g.Find(gazetteer.Split(name))) {
			return string(e.Kind) + " " + e.Name
		}
		return ""
	}
	for name, want := range map[string]string{"Allemagne": "C Germany", "Germany": "C Germany", "allemands": "N German",
		"Union européenne": "O European Union", "UE": "O European Union"} {
		assert.Equal(t, want, first(fr, name), name)
	}
	assert.Equal(t, "P London", first(fr, "Londres"), "before the towns of that name")
	assert.Equal(t, 2, fr.Longest([]string{"union", "europeenne", "dit"}).Words)
	assert.Empty(t, first(g, "Allemagne"), "the other stays as it is")

	london := fr.Find([]string{"londres"})
	for e := range fr.Entries(london) {
		assert.Equal(t, e.GeoNames == 2643743, fr.Own(london, e), e.Name)
	}
	assert.False(t, fr.Own(fr.Find([]string{"germany"}), fr.CountryEntry("DE")), "the English name")

	for _, bad := range []string{"country:QQ\tNowhere", "Allemagne", "name:No such body\tNul"} {
		_, err := g.With(bad + "\n")
		require.ErrorIs(t, err, lang.ErrTable, bad)
		assert.ErrorContains(t, err, "line 1")
	}
}
