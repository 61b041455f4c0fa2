package all_test

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/all"
)

// leastFocus is the share of short stories of each language whose countries in focus are the one that they are about.
const leastFocus = 0.9

// TestFocus counts the stories of testdata/focus.tsv whose only country in focus is the right one.
func TestFocus(t *testing.T) {
	f, err := os.Open("testdata/focus.tsv")
	require.NoError(t, err)
	defer f.Close()
	analyzers := map[string]*analyze.Analyzer{}
	for _, p := range all.Packs() {
		analyzers[p.Code], err = analyze.New(analyze.Options{Languages: []*lang.Pack{p}})
		require.NoError(t, err)
	}
	right, stories := map[string]int{}, map[string]int{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		row := strings.Split(lines.Text(), "\t")
		if strings.HasPrefix(row[0], "#") {
			continue
		}
		id, language, want, text := row[0], row[1], row[2], row[3]
		page := dateline.Page{ID: id, Form: dateline.Story, Body: []byte(text)}
		doc, err := analyzers[language].Page(t.Context(), page)
		require.NoError(t, err)
		var got []string
		for _, c := range doc.Countries {
			if c.Focus {
				got = append(got, c.Code)
			}
		}
		stories[language]++
		if len(got) == 1 && got[0] == want {
			right[language]++
		} else {
			t.Logf("%s: %q, not %s: %s", id, got, want, text)
		}
	}
	for language, n := range stories {
		share := float64(right[language]) / float64(n)
		t.Logf("%s: %d of %d", language, right[language], n)
		assert.GreaterOrEqual(t, share, leastFocus, "%s", language)
	}
}
