package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/gazetteer"
)

func TestTableRejects(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "x.tsv"), []byte("# words\na\tb\nc\n"), 0o600))
	_, err := table(dir, "x.tsv", 2)
	assert.EqualError(t, err, "x.tsv:3: 1 columns, not 2")
	_, err = table(dir, "none.tsv", 2)
	assert.ErrorIs(t, err, os.ErrNotExist)
}

func TestRegionIDs(t *testing.T) {
	path := filepath.Join(t.TempDir(), "subdivisions.tsv")
	for _, tc := range []struct{ name, text, err string }{
		{"one", "Lower Bay\tXA-LB\tXA.01\t4711\tState\t\t1\t\t9\nNo Code\t\tXA.02\t4712\tState\t\t1\t\t9\n", ""},
		{"columns", "Lower Bay\tXA-LB\tXA.01\t4711\n", ":1: 4 columns, not 9"},
		{"no number", "Lower Bay\tXA-LB\tXA.01\tx\tState\t\t1\t\t9\n", ":1: GeoNames id: "},
	} {
		t.Run(tc.name, func(t *testing.T) {
			require.NoError(t, os.WriteFile(path, []byte(tc.text), 0o600))
			ids, err := regionIDs(path)
			if tc.err != "" {
				assert.ErrorContains(t, err, tc.err)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, map[string]int{"XA-LB": 4711}, ids)
		})
	}
	_, err := regionIDs(path + "x")
	assert.ErrorIs(t, err, os.ErrNotExist)
}

func TestIdentify(t *testing.T) {
	places := []name{{kind: gazetteer.Area, name: "Upper Vale", aliases: []string{"The Vale"}, country: "XA"},
		{kind: gazetteer.Area, name: "The Vale", country: "XB"}, {kind: gazetteer.Organisation, name: "The Vale", country: "XA"}}
	identify(places, []name{{name: "The Vale", country: "XA", geonames: 7}})
	assert.Equal(t, []int{7, 0, 0}, []int{places[0].geonames, places[1].geonames, places[2].geonames})
}

func TestPlural(t *testing.T) {
	for form, want := range map[string][]string{
		"Kenyan": {"Kenyans"}, "German": {"Germans"}, "Thai": {"Thais"}, "Dutch": nil, "Irish": nil, "Chinese": nil,
		"Swiss": nil, "Frenchman": nil, "Dutchmen": nil, "Icelandic": nil,
	} {
		assert.Equal(t, want, plural(form), form)
	}
}

func TestAliasRejectsUnknown(t *testing.T) {
	all := []name{{name: "Kyiv", country: "UA"}}
	require.NoError(t, alias(all, [][]string{{"Kiev", "UA", "Kyiv"}}, "cities.tsv"))
	assert.Equal(t, []string{"Kiev"}, all[0].aliases)
	assert.EqualError(t, alias(all, [][]string{{"Lutetia", "FR", "Paris"}}, "cities.tsv"), `cities.tsv: no "Paris" in FR`)
}

func TestWordCounts(t *testing.T) {
	w := &wordCounts{small: map[string]int{"bank": 90, "rare": 1, "oslo": 1}, capital: map[string]int{"bank": 10, "oslo": 99}}
	assert.True(t, w.common("Bank"))
	assert.False(t, w.common("Oslo"))
	assert.Equal(t, map[string]uint8{"bank": 14}, w.lower())
}

// TestEmbeddedIsCurrent checks that the embedded file holds what the hand-checked
// tables say: that the generator was run after they changed.
func TestEmbeddedIsCurrent(t *testing.T) {
	g, err := gazetteer.Default()
	require.NoError(t, err)
	others, err := otherNames("tables")
	require.NoError(t, err)
	require.Greater(t, len(others), 500)
	for _, n := range others {
		for _, text := range append([]string{n.name}, n.aliases...) {
			words := gazetteer.Split(text)
			var kinds []gazetteer.Kind
			for e := range g.Entries(g.Find(words)) {
				if e.Name == n.name && max(e.Country, e.Home) == n.country {
					kinds = append(kinds, e.Kind)
				}
			}
			assert.True(t, slices.Contains(kinds, n.kind), "%q is not embedded as %c: run go generate", text, n.kind)
		}
	}
}
