package authority_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/authority"
)

// TestWrite writes rows of every action and column but roles, and reads them.
func TestWrite(t *testing.T) {
	rows := []authority.Written{
		{Note: "Vera\nQuist", Action: authority.Add, Name: "Ny\tHamn", Label: dateline.GPE, Country: "SE",
			GeoNames: 7, Article: "a 7", Aliases: []string{"Nyhamn", "New Haven"}},
		{Action: authority.Merge, Name: "Ebba Quist", IDs: dateline.IDs{dateline.Wikidata: "Q90000001",
			dateline.Ticker: "STO:QVST"}, Aliases: []string{"E. Quist"}},
		{Action: authority.Correct, Name: "Kestrel", Label: dateline.Product},
		{Action: authority.Merge, Name: "Visby", ID: "desk-9", Aliases: []string{"Wisby"}},
		{Action: authority.Suppress, Name: "Read More"},
	}
	var b strings.Builder
	require.NoError(t, authority.Write(&b, rows))
	assert.Equal(t, `action	name	label	aliases	country	geonames	id	ids	article
# Vera Quist
add	Ny Hamn	GPE	Nyhamn|New Haven	SE	7			a 7
merge	Ebba Quist		E. Quist				ticker=STO:QVST|wikidata=Q90000001
correct	Kestrel	PRODUCT
merge	Visby		Wisby			desk-9
suppress	Read More
`, b.String())
	list, err := authority.Read(strings.NewReader(b.String()))
	require.NoError(t, err)
	assert.Equal(t, len(rows), list.Len())
}

func TestWriteNothing(t *testing.T) {
	var b strings.Builder
	require.NoError(t, authority.Write(&b, nil))
	assert.Equal(t, "action\tname\tlabel\taliases\n", b.String())
}
