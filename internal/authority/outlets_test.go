package authority_test

import (
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/authority"
)

func TestReadOutlets(t *testing.T) {
	o, err := authority.ReadOutlets(strings.NewReader("# ours\n" +
		"site,home,town\nharbour-post.example,US-ME,Portland\nWWW.Quay.example,IE\nnowhere.example.co.uk\n"))
	require.NoError(t, err)
	assert.Equal(t, 3, o.Len())
	for _, tc := range []struct {
		host, country, place string
		known                bool
	}{
		{"harbour-post.example", "US", "Portland", true},
		{"sport.harbour-post.example", "US", "Portland", true},
		{"quay.example", "IE", "Ireland", true},
		{"nowhere.example.co.uk", "", "", true},
		{"example.co.uk", "", "", false},
		{"notquay.example", "", "", false},
		{"", "", "", false},
	} {
		home, ok := o.Home(tc.host)
		assert.Equal(t, tc.known, ok, tc.host)
		assert.Equal(t, tc.country, home.Country, tc.host)
		if require.Equal(t, tc.place != "", home.Place.Known(), tc.host); tc.place != "" {
			assert.Equal(t, tc.place, home.Place.Name())
		}
	}
	home, _ := o.Home("harbour-post.example")
	assert.Equal(t, 4975802, home.Place.GeoNames(), "Portland in Maine, not the larger one in Oregon")

	var none *authority.Outlets
	_, ok := none.Home("quay.example")
	assert.False(t, ok)
	assert.Zero(t, none.Len())
}

func TestReadOutletsRefuses(t *testing.T) {
	for name, tc := range map[string]struct{ in, says string }{
		"a URL":              {"https://quay.example,IE", `line 1: site "https://quay.example" is no host such as example.com`},
		"no site":            {"# ours\n,IE", `line 2: site "" is no host`},
		"a word":             {"quay,IE", `line 1: site "quay" is no host`},
		"no code":            {"quay.example,Ireland", `line 1: home "Ireland" is no ISO 3166 code`},
		"no region":          {"quay.example,US-ZZ", `line 1: home "US-ZZ" is no ISO 3166 code`},
		"a town alone":       {"quay.example,,Galway", "line 1: a town needs the country or region that it is in as its home"},
		"a town elsewhere":   {"quay.example,FR,Galway", `line 1: no town "Galway" is known in FR`},
		"a site twice":       {"quay.example\tIE\nwww.quay.example\tGB", "line 2: quay.example is on line 1 already"},
		"too many columns":   {"quay.example,IE,Galway,big", "line 1: want at most 3 columns, got 4"},
		"a quotation mark":   {"quay.example,\"IE", "line 1: "},
		"a header elsewhere": {"quay.example,IE\nsite,home,town", `line 2: site "site" is no host`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := authority.ReadOutlets(strings.NewReader(tc.in))
			require.ErrorIs(t, err, authority.ErrOutlets)
			assert.ErrorContains(t, err, tc.says)
		})
	}
	_, err := authority.ReadOutlets(strings.NewReader("quay.example,\xff"))
	require.ErrorIs(t, err, authority.ErrOutlets)
	require.ErrorIs(t, err, dateline.ErrUTF8)
	broken := errors.New("cable cut")
	_, err = authority.ReadOutlets(iotest.ErrReader(broken))
	require.ErrorIs(t, err, broken)
	assert.NotErrorIs(t, err, authority.ErrOutlets, "nothing is wrong with the file")
}
