package main

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/gen/rows"
	"github.com/dateline-go/dateline/internal/knowledge"
)

// small is a world of a country, a region, a county and two towns, with an airport, a site, a company and a mayor; "|"
// stands for a tab, and ";" for what parts a list.
func small() map[string]string {
	town := "geonames|name|country|admin1|admin2|population|lat|lon|feature|qid|aliases\n"
	return map[string]string{
		"countries.tsv": "code|ioc|fifa|geonames|qid|name|kind|capital|aliases\n" +
			"XA|OST|OSM|77|Q90000001|Østmark|country|Skarvik|Ostmark\n",
		"admin.tsv": "code|geonames|iso|qid|qid_source|level|name|country|parent|lat|lon|aliases\n" +
			"XA.01|2|XA-N|||1|Nordmark|XA||61|11|\nXA.01.5|5||Q5|wof|2|Ytre Skarvik|XA|XA.01|60|10|\n",
		"places.tsv":      town + "3|Skarvik|XA|01|5|90000|61|11|C|Q3|Scarwick\n",
		"places_5000.tsv": town + "4|Lunde|XA|01||6000|61.5|11|||\n",
		"places_1000.tsv": town, "places_500.tsv": town,
		"features.tsv": "name|aliases|kind|iata|country|lat|lon\nSkarvik Airport||airport|SKV|XA|61|11\n" +
			"Kobber||river|||62|12\n",
		"outlets.tsv": "domain|name|country|region|geonames|weak|source\nskarvik.example|Skarvik Post|XA|N|3||list\n",
		"tlds.tsv":    "suffix|country|generic_use|source\nxa|XA||country-codes\n",
		"organisations.tsv": "name|aliases|kind|country|qid|ticker|size|ambiguous|source\n" +
			"Vestgrid Kraft|Vestgrid|company|XA|Q7|VGK.XX|large||nsi,financedatabase\n",
		"people.tsv": "name|aliases|role|country|qid|from|to|source\n" +
			"Solveig Vestnes||Mayor of Skarvik|XA|Q8|2019||wikidata\n",
		"own/areas.tsv": "Skarvik Bight||60|9\n", "own/names.tsv": "Old Skarvik|XA|Skarvik\n",
		"own/teams.tsv": "XB|-|-\n", "own/words.tsv": "direction|West\nending|plc\n",
		"own/listings.tsv": "XX|XA|OSL\n", "hand/countries.tsv": "XA|East Mark|x\n",
		"hand/regions.tsv": "The North|XA|Nordmark\n", "hand/cities.tsv": "Skarvik City|XA|Skarvik\n",
	}
}

// write puts tables into a folder.
func write(t *testing.T, tables map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range tables {
		path := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o700))
		text = strings.NewReplacer("|", "\t", ";", "|").Replace(text)
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	}
	return dir
}

// generate runs the program over tables and returns the files that it makes.
func generate(t *testing.T, tables map[string]string) (map[string][]byte, error) {
	t.Helper()
	from, out := write(t, tables), t.TempDir()
	if err := run(from, filepath.Join(from, "hand"), filepath.Join(from, "own"), filepath.Join(out, "places.bin")); err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, name := range []string{"places.bin", "index.bin", "outlets.bin", "organisations.bin", "officials.bin"} {
		b, err := os.ReadFile(filepath.Join(out, name))
		require.NoError(t, err)
		files[name] = b
	}
	return files, nil
}

func TestSameTablesSameBytes(t *testing.T) {
	first, err := generate(t, small())
	require.NoError(t, err)
	for range 3 {
		again, err := generate(t, small())
		require.NoError(t, err)
		assert.Equal(t, first, again)
	}
	k, err := knowledge.Read(string(first["places.bin"]), first["index.bin"])
	require.NoError(t, err)
	for _, name := range []string{"Østmark", "East Mark", "The North", "Ytre Skarvik", "Skarvik City", "Old Skarvik", "Scarwick",
		"Lunde", "Skarvik Airport", "Kobber River", "Skarvik Bight"} {
		n := 0
		for range k.Named(name) {
			n++
		}
		assert.Equal(t, 1, n, name)
	}
	for p := range k.Named("Østmark") {
		ioc, fifa := p.Teams()
		assert.Equal(t, []string{"OST", "OSM"}, []string{ioc, fifa})
	}
	for p := range k.Named("Skarvik Airport") {
		assert.Equal(t, "SKV", p.IATA())
	}
	for p := range k.Named("Ytre Skarvik") {
		assert.Zero(t, p.QID(), "an id that rests on Who's On First alone")
	}
}

// TestBadTables says which file and line is wrong.
func TestBadTables(t *testing.T) {
	for name, c := range map[string]struct{ file, old, new, want string }{
		"no column":          {"people.tsv", "|role|", "|job|", `people.tsv has no column "role"`},
		"a cell too few":     {"places.tsv", "|Scarwick", "", "places.tsv:2: 10 cells, not 11"},
		"a cell too many":    {"tlds.tsv", "xa|", "xa||", "tlds.tsv:2: 5 cells, not 4"},
		"no id of Wikidata":  {"organisations.tsv", "Q7", "7", `organisations.tsv:2: a row is not as it should be: qid is "7"`},
		"half an id":         {"people.tsv", "Q8", "Q8x", `people.tsv:2: a row is not as it should be: qid is "Q8x"`},
		"no id in GeoNames":  {"places.tsv", "\n3|", "\nthree|", `places.tsv:2: a row is not as it should be: geonames is "three"`},
		"no code in the IOC": {"countries.tsv", "|OST|", "|ROS3|", `countries.tsv:2: a row is not as it should be: "ROS3"`},
		"no code in IATA":    {"features.tsv", "SKV", "S1", `features.tsv:2: a row is not as it should be: iata is "S1"`},
		"off the globe":      {"admin.tsv", "|61|11|", "|91|11|", `admin.tsv:2: a row is not as it should be: lat is "91"`},
		"two towns of one id": {"places_5000.tsv", "\n4|", "\n3|",
			`places_5000.tsv:2: the id 3 of "Lunde" is that of "Skarvik" on places.tsv:2 already`},
		"two regions of one code": {"admin.tsv", "XA.01.5|5", "XA.01|5", `admin.tsv:3: the code "XA.01" is on admin.tsv:2 already`},
		"two people of one id": {"people.tsv", "2019||wikidata\n", "2019||wikidata\nOla Lunde||Minister|XA|Q8|2020||wikidata\n",
			`people.tsv:3: a row is not as it should be: the id Q8 of "Ola Lunde" is that of "Solveig Vestnes" on people.tsv:2 already`},
		"one site twice": {"outlets.tsv", "3||list\n", "3||list\nskarvik.example||XA||||list\n",
			"outlets.tsv:3: a row is not as it should be: skarvik.example is on outlets.tsv:2 already"},
		"a name of no town":   {"own/names.tsv", "|Skarvik", "|Skarvig", "names.tsv:1: a row is not as it should be: no Skarvig in XA"},
		"a hand-made column":  {"own/areas.tsv", "|9", "", "areas.tsv:1: 3 columns, not 4"},
		"no such exchange":    {"own/listings.tsv", "OSL", "MOON", `listings.tsv:1: a row is not as it should be: "MOON"`},
		"a team that is none": {"own/teams.tsv", "|-|", "|ost|", `teams.tsv:1: a row is not as it should be: "ost"`},
	} {
		t.Run(name, func(t *testing.T) {
			tables := maps.Clone(small())
			require.Contains(t, tables[c.file], c.old)
			tables[c.file] = strings.Replace(tables[c.file], c.old, c.new, 1)
			_, err := generate(t, tables)
			require.ErrorIs(t, err, rows.Err)
			assert.ErrorContains(t, err, c.want)
		})
	}
	tables := small()
	delete(tables, "people.tsv")
	_, err := generate(t, tables)
	assert.ErrorIs(t, err, os.ErrNotExist)
}
