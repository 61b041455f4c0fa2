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
		_, err := knowledge.ReadOrganisations([]byte(bad))
		assert.ErrorIs(t, err, knowledge.ErrFormat)
	}
}

func TestOrganisationsComeBack(t *testing.T) {
	known := map[uint64]knowledge.NamedOrganisation{
		knowledge.OrganisationKey("Vestgrid"): {Organisation: knowledge.Organisation{QID: 134_000_001, Country: "NO"},
			Exchange: "OSL", Symbol: "VESTGR"},
		knowledge.OrganisationKey("Harbour Trust"): {Organisation: knowledge.Organisation{Country: "IE"}},
		knowledge.OrganisationKey("Union of Mills"): {Organisation: knowledge.Organisation{QID: 7}, Exchange: "US",
			Symbol: "U"},
	}
	b, err := knowledge.EncodeOrganisations(known)
	require.NoError(t, err)
	o, err := knowledge.ReadOrganisations(b)
	require.NoError(t, err)
	for name, want := range map[string]knowledge.Organisation{"Vestgrid": {QID: 134_000_001, Country: "NO"},
		"harbour-trust": {Country: "IE"}, "Union of Mills": {QID: 7}} {
		x, ok := o.Named(name)
		assert.True(t, ok, name)
		assert.Equal(t, want, x, name)
	}
	for name, want := range map[string]string{"Vestgrid": "OSL:VESTGR", "Union of Mills": "U", "Harbour Trust": "", "": ""} {
		assert.Equal(t, want, o.Ticker(name), name)
	}
	for n := range b {
		_, err := knowledge.ReadOrganisations(b[:n])
		require.ErrorIs(t, err, knowledge.ErrFormat, "%d bytes", n)
	}
	for name, bad := range map[string]knowledge.NamedOrganisation{
		"a number that is too large": {Organisation: knowledge.Organisation{QID: 1 << 28}},
		"a symbol that is too long":  {Exchange: "LSE", Symbol: "SEVENXX"},
		"no such exchange":           {Exchange: "MOON", Symbol: "M"},
	} {
		_, err = knowledge.EncodeOrganisations(map[uint64]knowledge.NamedOrganisation{1: bad})
		assert.ErrorIs(t, err, knowledge.ErrFormat, name)
	}
}
