package entities_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

func TestMergePeople(t *testing.T) {
	doc := recognize(t, "President Maria Okonkwo spoke on Friday. Okonkwo said taxes would fall. "+
		"“President Okonkwo is wrong,” opposition leader Tom Brandt said. Ms. Okonkwo did not answer Brandt.")
	e := doc.Entity("person:maria-okonkwo")
	require.NotNil(t, e)
	assert.Equal(t, "Maria Okonkwo", e.Name)
	assert.Equal(t, []string{"Okonkwo"}, e.Aliases)
	assert.Equal(t, []string{"President"}, titles(e.Roles))
	assert.Equal(t, 4, e.Mentions)
	b := doc.Entity("person:tom-brandt")
	require.NotNil(t, b)
	assert.Equal(t, 2, b.Mentions)
	assert.Equal(t, []string{"opposition leader"}, titles(b.Roles))
}

func TestMergeKeepsApart(t *testing.T) {
	doc := recognize(t, "Peter Hallam and his sister Susan Hallam run the farm. Mr. Hallam milks. Ms. Hallam sells.")
	peter, susan := doc.Entity("person:peter-hallam"), doc.Entity("person:susan-hallam")
	require.NotNil(t, peter)
	require.NotNil(t, susan)
	assert.Equal(t, 2, peter.Mentions)
	assert.Equal(t, 2, susan.Mentions)
}

func TestMergeAcronyms(t *testing.T) {
	doc := recognize(t, "The Coastal Fisheries Council (CFC) met in Accra. The CFC set no date. The United Nations and the UN agreed.")
	e := doc.Entity("org:coastal-fisheries-council")
	require.NotNil(t, e)
	assert.Equal(t, 3, e.Mentions)
	assert.Equal(t, []string{"CFC"}, e.Aliases)
	un := doc.Entity("org:united-nations")
	require.NotNil(t, un)
	assert.Equal(t, 2, un.Mentions)
}

func TestRoles(t *testing.T) {
	doc := recognize(t, "Greek Foreign Ministry spokeswoman Eleni Markou warned Secretary of State Frank Dutton.")
	e := doc.Entity("person:eleni-markou")
	require.NotNil(t, e)
	assert.Equal(t, []string{"Greek Foreign Ministry spokeswoman"}, titles(e.Roles))
	assert.Equal(t, "GR", e.Country)
	d := doc.Entity("person:frank-dutton")
	require.NotNil(t, d)
	assert.Equal(t, []string{"Secretary of State"}, titles(d.Roles))
}

func TestIDs(t *testing.T) {
	doc := recognize(t, "Moscow and Russia and the U.S. and the Kremlin and Russians and the United States.")
	for id, want := range map[string]dateline.Entity{
		"country:RU":      {Name: "Russia", Label: dateline.GPE, Country: "RU"},
		"country:US":      {Name: "United States", Label: dateline.GPE, Country: "US"},
		"geonames:524901": {Name: "Moscow", Label: dateline.GPE, Country: "RU"},
		"org:kremlin":     {Name: "Kremlin", Label: dateline.Org, Country: "RU"},
		"norp:russian":    {Name: "Russian", Label: dateline.NORP, Country: "RU"},
	} {
		e := doc.Entity(id)
		if assert.NotNil(t, e, id) {
			assert.Equal(t, want, dateline.Entity{Name: e.Name, Label: e.Label, Country: e.Country})
		}
	}
	moscow := doc.Entity("geonames:524901")
	require.NotNil(t, moscow)
	assert.InDelta(t, 55.75, moscow.Lat, 0.1)
	assert.Equal(t, 2, doc.Entity("country:US").Mentions)
}

// titles returns the titles of roles.
func titles(roles []dateline.Role) []string {
	var list []string
	for _, r := range roles {
		list = append(list, r.Title)
	}
	return list
}

// TestCountryOfTeam gives a team that is called as a city and no more the country of one that the story names, not that
// of the largest city of the name.
func TestCountryOfTeam(t *testing.T) {
	for _, tc := range []struct{ name, text, id, country string }{
		{"no country named", "Valencia beat Sevilla 2-1 on Sunday.", "org:valencia", ""},
		{"the country named", "Valencia beat Sevilla 2-1 on Sunday in Spain.", "org:valencia", "ES"},
		{"a town of the country named", "Leeds beat Barcelona in London.", "org:leeds", "GB"},
		{"more than a city", "Shares of the Bank of Ghana fell.", "org:bank-of-ghana", "GH"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			e := recognize(t, tc.text).Entity(tc.id)
			require.NotNil(t, e)
			assert.Equal(t, tc.country, e.Country)
		})
	}
}
