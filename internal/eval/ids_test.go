package main

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestVerdicts holds the committed sample to what is promised of it.
func TestVerdicts(t *testing.T) {
	table, err := os.ReadFile("testdata/ids.tsv")
	require.NoError(t, err)
	list, err := readVerdicts(string(table))
	require.NoError(t, err)
	right := 0
	for g, ok := range list {
		require.Contains(t, idSets, g.set)
		if ok {
			right++
		}
	}
	assert.Len(t, list, idsDrawn)
	assert.GreaterOrEqual(t, percent(right, len(list)), 97.0)
}

func TestReadVerdictsRefuses(t *testing.T) {
	for name, table := range map[string]string{
		"a column too few": "bbc\ta\tOslo\tgeonames\tright\n",
		"no verdict":       "bbc\ta\tOslo\tgeonames\t3143244\tmaybe\n",
		"twice":            "bbc\ta\tOslo\tgeonames\t1\tright\nbbc\ta\tOslo\tgeonames\t1\twrong\n",
	} {
		_, err := readVerdicts(table)
		assert.Error(t, err, name)
	}
}

func TestDayOf(t *testing.T) {
	for text, want := range map[string]string{
		"2009-03-24 08:41:54.262556-05": "2009-03-24", "November 13, 2004": "2004-11-13", "26-FEB-1987 15:01:01.79": "1987-02-26",
		"03/14/1998 10:36:00": "1998-03-14", "": "", "soon": "",
	} {
		assert.Equal(t, want, dayOf(text).String(), text)
	}
}
