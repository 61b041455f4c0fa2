package knowledge_test

import (
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
	for _, bad := range []string{"", "DLPLACE\x01", knowledge.OutletMagic, knowledge.OutletMagic + "\x01\x00\x00\x00\x00\x00\x00\x00"} {
		_, err := knowledge.ReadOutlets(bad, table(t))
		assert.ErrorIs(t, err, knowledge.ErrFormat)
	}
}
