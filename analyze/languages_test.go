package analyze_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/en"
)

const dutchStory = `<html lang="nl"><body><article><h1>Brug bij Enkhoven weer open</h1>
<p>De brug bij Enkhoven is weer open voor al het verkeer, zegt dhr. Kuiper van de gemeente. Volgens hem duurde het werk
aan de brug langer dan was gedacht, omdat het water in de haven hoog stond.</p>
<p>De gemeente wil volgend jaar ook de sluis laten maken. Daarvoor is nog geen geld, en de raad praat er in het voorjaar over.</p>
</article></body></html>`

// dutch is a pack as a user would make one: words alone, no models.
func dutch(t *testing.T, rows string) *lang.Pack {
	t.Helper()
	l := lang.NewLexicon()
	require.NoError(t, l.Add(rows))
	return &lang.Pack{Code: "nl", Lexicon: l, Stem: func(w string) string { return w }}
}

func analysed(t *testing.T, o analyze.Options, body string) *dateline.Document {
	t.Helper()
	a, err := analyze.New(o)
	require.NoError(t, err)
	doc, err := a.Page(context.Background(), dateline.Page{Body: []byte(body), Form: dateline.HTML})
	require.NoError(t, err)
	require.NoError(t, doc.Validate())
	return doc
}

func TestPackOfOnesOwn(t *testing.T) {
	pack := dutch(t, "dhr\tabbreviation=title")
	doc := analysed(t, analyze.Options{Languages: []*lang.Pack{en.Pack(), pack}}, dutchStory)
	assert.Equal(t, "nl", doc.Language)
	assert.Empty(t, doc.Mentions)
	assert.Equal(t, []string{`language "nl": its pack has no parts of speech, names, word frequencies`}, doc.Warnings)
	ownRules := len(doc.Sentences)
	doc = analysed(t, analyze.Options{}, dutchStory)
	require.Len(t, doc.Warnings, 1)
	assert.Contains(t, doc.Warnings[0], `language "nl": not among the languages that are read`)
	assert.Equal(t, ownRules+1, len(doc.Sentences), "without the pack, dhr. ends a sentence")
}

func TestLanguagesRefuse(t *testing.T) {
	for name, c := range map[string]struct {
		packs []*lang.Pack
		want  error
	}{
		"two of one language": {[]*lang.Pack{en.Pack(), en.Pack()}, lang.ErrTwice},
		"no lexicon":          {[]*lang.Pack{{Code: "nl"}}, lang.ErrPack},
		"a damaged tagger": {[]*lang.Pack{{Code: "nl", Lexicon: lang.NewLexicon(),
			Tagger: lang.NewModel([]byte("no model"))}}, nil},
	} {
		_, err := analyze.New(analyze.Options{Languages: c.packs})
		require.Error(t, err, name)
		if c.want != nil {
			assert.ErrorIs(t, err, c.want, name)
			assert.ErrorIs(t, err, dateline.ErrOptions, name)
		}
	}
}
