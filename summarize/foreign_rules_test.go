package summarize_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/en"
	"github.com/dateline-go/dateline/summarize"
)

// English words that are other words elsewhere say nothing there: German "also" opens a sentence that stands by itself.
func TestNoEnglishRulesOnOtherLanguages(t *testing.T) {
	text := [2]string{
		"Der Hafen öffnet wieder am Montag nach dem Brand in Tarnhaven.",
		"bleibt die Düngerfabrik des Konzerns Norvik am Montag noch geschlossen.",
	}
	second := func(opening string) float64 {
		doc := untagged(t, "de", text[0]+"\n"+opening+" "+text[1])
		annotate(t, doc, summarize.Options{Sentences: 2})
		require.Len(t, doc.Summary, 2)
		return doc.Summary[1].Score
	}
	assert.InDelta(t, second("Aber"), second("Also"), 1e-9)
}

func TestLanguages(t *testing.T) {
	own := &lang.Pack{Code: "de", Case: lang.CaseNouns, Lexicon: lang.NewLexicon()}
	require.NoError(t, own.Lexicon.Add("der | die | dem | in | am | nach | bis | und | dass | ihre | einem | war | mit\tphrase-stop\n"))
	doc := untagged(t, "de-AT", german)
	annotate(t, doc, summarize.Options{Languages: []*lang.Pack{en.Pack(), own}})
	assert.Contains(t, texts(doc), "Düngerfabrik")
	assert.NotContains(t, texts(doc), "nach")

	_, err := summarize.New(summarize.Options{Languages: []*lang.Pack{own, own}})
	require.ErrorIs(t, err, lang.ErrTwice)
	require.ErrorIs(t, err, summarize.ErrOptions)
	require.ErrorIs(t, err, dateline.ErrOptions)
}
