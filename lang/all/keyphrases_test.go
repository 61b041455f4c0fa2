package all_test

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/all"
)

// TestKeyphrases holds the keyphrases of the stories of testdata/focus.tsv to begin and end with no function word, but for
// the articles of names: "El Salvador".
func TestKeyphrases(t *testing.T) {
	f, err := os.Open("testdata/focus.tsv")
	require.NoError(t, err)
	defer f.Close()
	packs, err := lang.NewPacks(all.Packs()...)
	require.NoError(t, err)
	analyzers := map[string]*analyze.Analyzer{}
	for _, p := range all.Packs() {
		analyzers[p.Code], err = analyze.New(analyze.Options{Languages: []*lang.Pack{p}})
		require.NoError(t, err)
	}
	found := 0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		row := strings.Split(lines.Text(), "\t")
		if strings.HasPrefix(row[0], "#") {
			continue
		}
		page := dateline.Page{ID: row[0], Form: dateline.Story, Body: []byte(row[3])}
		doc, err := analyzers[row[1]].Page(t.Context(), page)
		require.NoError(t, err)
		for _, k := range doc.Keyphrases {
			found++
			words := strings.Fields(strings.ToLower(k.Text))
			ends := []string{words[0], words[len(words)-1]}
			if ownsArticle(doc, k) && showsNouns(packs.For(row[1])) {
				ends = ends[1:]
			}
			for _, w := range ends {
				assert.False(t, packs.For(row[1]).Lexicon.Is(w, lang.SearchStop), "%s: %q in %s", row[0], k.Text, row[3])
			}
		}
	}
	assert.Greater(t, found, 1000)
}

// showsNouns reports whether whole names are keyphrases of a language where they stand once.
func showsNouns(p *lang.Pack) bool {
	return p.Case == lang.CaseNouns || len(p.Lexicon.Words(lang.NounAhead)) > 0
}

// ownsArticle reports whether a keyphrase is a name whose first word is its own: that of a place, or one inside a sentence.
func ownsArticle(doc *dateline.Document, k dateline.Keyphrase) bool {
	for _, m := range doc.Mentions {
		if m.Span() == k.Spans[0] {
			opens := slices.ContainsFunc(doc.Sentences, func(s dateline.Span) bool { return s.Start == m.Start })
			return m.Label == dateline.GPE || m.Label == dateline.Loc || !opens
		}
	}
	return false
}
