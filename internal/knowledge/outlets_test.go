package knowledge_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/knowledge"
)

func TestOutlets(t *testing.T) {
	o, err := knowledge.DefaultOutlets()
	require.NoError(t, err)
	for _, tc := range []struct{ host, country, home string }{
		{"concordmonitor.com", "US", "Concord"},
		{"www.concordmonitor.com", "US", "Concord"},
		{"pal-item.com", "US", "Indiana"},
		{"news.example.ie", "IE", ""},
		{"example.co.uk", "GB", ""},
		{"example.com", "", ""},
		{"example.io", "", ""},
		{"", "", ""},
	} {
		t.Run(tc.host, func(t *testing.T) {
			x, ok := o.Of(tc.host)
			assert.Equal(t, tc.country != "", ok)
			assert.Equal(t, tc.country, x.Country)
			require.Equal(t, tc.home != "", x.Home.Known())
			if tc.home != "" {
				assert.Equal(t, tc.home, x.Home.Name())
				assert.Equal(t, tc.country, x.Home.Country())
			}
		})
	}
	assert.Zero(t, testing.AllocsPerRun(100, func() { _, _ = o.Of("www.concordmonitor.com") }))
}

func TestReadOutletsRefusesOtherBytes(t *testing.T) {
	short := knowledge.OutletMagic + "\x01\x00\x00\x00\x00\x00\x00\x00"
	for _, bad := range []string{"", "DLPLACE\x01", knowledge.OutletMagic, short} {
		_, err := knowledge.ReadOutlets([]byte(bad), table(t))
		assert.ErrorIs(t, err, knowledge.ErrFormat)
	}
}

// outlets encodes two invented sites and an ending.
func outlets(t testing.TB) []byte {
	t.Helper()
	b, err := knowledge.EncodeOutlets([]knowledge.Site{
		{Host: "vestnes-courier.example", Name: "The Vestnes Courier", Country: "NO", Home: 300},
		{Host: "harbour-post.example", Name: "Harbour Post", Country: "IE", Home: 1 << 17},
		{Host: "example", Country: "US"},
	})
	require.NoError(t, err)
	return b
}

func TestOutletsComeBack(t *testing.T) {
	b := outlets(t)
	o, err := knowledge.ReadOutlets(b, table(t))
	require.NoError(t, err)
	for _, tc := range []struct {
		host, name, country string
		home                int
	}{
		{"www.vestnes-courier.example", "The Vestnes Courier", "NO", 299},
		{"harbour-post.example", "Harbour Post", "IE", 1<<17 - 1},
		{"elsewhere.example", "", "US", 0},
	} {
		x, ok := o.Of(tc.host)
		assert.True(t, ok, tc.host)
		assert.Equal(t, tc.name, x.Name(), tc.host)
		assert.Equal(t, tc.country, x.Country, tc.host)
		assert.Equal(t, tc.home, x.Home.Number(), tc.host)
		assert.Equal(t, tc.home > 0, x.Home.Known(), tc.host)
	}
	for n := range b {
		_, err := knowledge.ReadOutlets(b[:n], table(t))
		require.ErrorIs(t, err, knowledge.ErrFormat, "%d bytes", n)
	}
	for name, bad := range map[string][]knowledge.Site{
		"a home that is too far":  {{Host: "a.example", Home: 1 << 18}},
		"a name that is too long": {{Host: "a.example", Name: strings.Repeat("x", 256)}},
		"a site twice":            {{Host: "a.example"}, {Host: "a.example"}},
	} {
		_, err := knowledge.EncodeOutlets(bad)
		assert.ErrorIs(t, err, knowledge.ErrFormat, name)
	}
}

// FuzzOutlets reads any bytes: they are refused, or answer.
func FuzzOutlets(f *testing.F) {
	f.Add(outlets(f), "www.vestnes-courier.example")
	f.Add([]byte(knowledge.OutletMagic), "")
	places := table(f)
	f.Fuzz(func(t *testing.T, data []byte, host string) {
		o, err := knowledge.ReadOutlets(data, places)
		if err != nil {
			require.ErrorIs(t, err, knowledge.ErrFormat)
			return
		}
		if x, ok := o.Of(host); ok && x.Home.Known() {
			require.Less(t, x.Home.Number(), places.Len())
			require.LessOrEqual(t, len(x.Name()), 255)
		}
	})
}
