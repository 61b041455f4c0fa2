package analyze_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/de"
	"github.com/dateline-go/dateline/lang/en"
)

// changed returns a copy of a pack after a change.
func changed(p *lang.Pack, change func(*lang.Pack)) *lang.Pack {
	own := *p
	change(&own)
	return &own
}

// cut returns a model's file without its last byte.
func cut(m *lang.Model) *lang.Model { return lang.NewModel(m.Bytes()[:len(m.Bytes())-1]) }

// withRow returns the words of English and a row more.
func withRow(t *testing.T, row string) *lang.Lexicon {
	t.Helper()
	l := lang.NewLexicon()
	for c := range lang.Class(255) {
		for _, word := range en.Words().Lexicon.Words(c) {
			value := ""
			if v := en.Words().Lexicon.Value(word, c); v != "" {
				value = "=" + v
			}
			require.NoError(t, l.Add(word+"\t"+c.String()+value+"\n"))
		}
	}
	require.NoError(t, l.Add(row))
	return l
}

func TestNewRefusesPacks(t *testing.T) {
	english, german := en.Pack(), de.Pack()
	for name, c := range map[string]struct {
		packs []*lang.Pack
		is    error
		says  string
	}{
		"nil":          {[]*lang.Pack{english, nil}, lang.ErrPack, "number 2 is nil"},
		"no code":      {[]*lang.Pack{{Lexicon: lang.NewLexicon()}}, lang.ErrPack, `code ""`},
		"a region":     {[]*lang.Pack{{Code: "en-GB", Lexicon: lang.NewLexicon()}}, lang.ErrPack, `code "en-GB"`},
		"capitals":     {[]*lang.Pack{{Code: "EN", Lexicon: lang.NewLexicon()}}, lang.ErrPack, `code "EN"`},
		"a word":       {[]*lang.Pack{{Code: "old norse", Lexicon: lang.NewLexicon()}}, lang.ErrPack, `code "old norse"`},
		"no lexicon":   {[]*lang.Pack{{Code: "is"}}, lang.ErrPack, `"is" has no lexicon`},
		"the same two": {[]*lang.Pack{german, german}, lang.ErrTwice, `"de"`},
		"two of one language": {[]*lang.Pack{english, {Code: "en", Lexicon: lang.NewLexicon()}}, lang.ErrTwice,
			`"en"`},
		"names fitted on other words": {[]*lang.Pack{changed(english, func(p *lang.Pack) {
			p.Names, p.Lexicon = lang.NewModel(p.Names.Bytes()), withRow(t, "harbourmaster\ttagger-title\n")
		})}, lang.ErrFile, "fitted on other words"},
		"names cut short": {[]*lang.Pack{changed(english, func(p *lang.Pack) { p.Names = cut(p.Names) })},
			lang.ErrFile, "bytes, not"},
		"names that are parts of speech": {[]*lang.Pack{changed(english, func(p *lang.Pack) {
			p.Names = lang.NewModel(p.Tagger.Bytes())
		})}, lang.ErrFile, `kind "tagger", not "names"`},
		"parts of speech cut short": {[]*lang.Pack{changed(english, func(p *lang.Pack) { p.Tagger = cut(p.Tagger) })},
			lang.ErrFile, "bytes, not"},
		"frequencies cut short": {[]*lang.Pack{changed(english, func(p *lang.Pack) { p.Frequencies = cut(p.Frequencies) })},
			lang.ErrFile, "bytes, not"},
		"no clusters": {[]*lang.Pack{changed(german, func(p *lang.Pack) {
			p.Clusters, p.Names = lang.NewModel([]byte("none")), lang.NewModel(p.Names.Bytes())
		})}, lang.ErrFile, "does not begin"},
		"a bad table of places": {[]*lang.Pack{changed(german, func(p *lang.Pack) {
			p.Places = lang.NewModel([]byte("country:XX Nirgendwo\n"))
		})}, lang.ErrTable, "places"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := analyze.New(analyze.Options{Languages: c.packs})
			require.ErrorIs(t, err, c.is)
			assert.ErrorContains(t, err, c.says)
			if c.is == lang.ErrPack || c.is == lang.ErrTwice {
				assert.ErrorIs(t, err, analyze.ErrOptions)
			}
		})
	}
}

// The models of other languages than the first are read when a text comes: what is wrong with one is said of each page
// in it, and of no other.
func TestBrokenSecondLanguage(t *testing.T) {
	broken := changed(de.Pack(), func(p *lang.Pack) { p.Names = lang.NewModel([]byte("none")) })
	a := newAnalyzer(t, analyze.Options{Languages: []*lang.Pack{en.Pack(), broken}})
	_, err := a.Page(t.Context(), languagePage("de", "Die Feuerwehr hat am Montag in Kiel vierzig Keller leer gepumpt."))
	require.ErrorIs(t, err, lang.ErrFile)
	var failed *analyze.PageError
	require.ErrorAs(t, err, &failed)
	assert.ErrorContains(t, err, `language "de"`)
	doc, err := a.Page(t.Context(), languagePage("en", "Mayor Ivo Kralj opened the bridge in Zagreb on Monday."))
	require.NoError(t, err)
	assert.NotEmpty(t, doc.Entities)
}

func languagePage(code, text string) dateline.Page {
	return dateline.Page{ID: code, Form: dateline.HTML, Body: []byte(`<html lang="` + code + `"><head><title>` + text +
		`</title></head><body><article><h1>` + text + `</h1><p>` + text + `</p></article></body></html>`)}
}

const (
	englishStory = `Mayor Ivo Kralj opened the new bridge in Zagreb on Monday. “It will carry trams from May,” Kralj said.`
	germanStory  = `Der Minister Jonas Reuter ist am Montag nach Prag gereist. „Die Strecke ist wichtig“, sagte Reuter. ` +
		`“The line is important,” Reuter said.`
	dutchStory = `De minister Jan de Wit is maandag naar Praag gereisd. “De lijn is belangrijk”, zei De Wit. ` +
		`“The line is important,” De Wit said.`
)

// What a pack lacks is said by one warning each, and never made good by the rules of English.
func TestMissingCapabilities(t *testing.T) {
	bare := func(code string) *lang.Pack { return &lang.Pack{Code: code, Lexicon: lang.NewLexicon()} }
	const foreign = "not among the languages"
	for name, c := range map[string]struct {
		packs         []*lang.Pack
		page          dateline.Page
		lacks         []string
		names, quotes bool
	}{
		"English, whole":           {[]*lang.Pack{en.Pack()}, languagePage("en", englishStory), nil, true, true},
		"no languages are English": {[]*lang.Pack{}, languagePage("en", englishStory), nil, true, true},
		"English without parts of speech": {[]*lang.Pack{changed(en.Pack(), func(p *lang.Pack) { p.Tagger = nil })},
			languagePage("en", englishStory), []string{"parts of speech"}, true, true},
		"English without names": {[]*lang.Pack{changed(en.Pack(), func(p *lang.Pack) { p.Names = nil })},
			languagePage("en", englishStory), []string{"names"}, false, true},
		"English without frequencies": {[]*lang.Pack{changed(en.Pack(), func(p *lang.Pack) { p.Frequencies = nil })},
			languagePage("en", englishStory), []string{"word frequencies"}, true, true},
		"English without stems": {[]*lang.Pack{changed(en.Pack(), func(p *lang.Pack) { p.Stem = nil })},
			languagePage("en", englishStory), []string{"stems"}, true, true},
		"English without words or models": {[]*lang.Pack{bare("en")}, languagePage("en", englishStory),
			[]string{"parts of speech", "names", "word frequencies", "stems", "verbs of saying",
				"statements without quotation marks", "dates and amounts"}, false, false},
		"German by the pack of English": {[]*lang.Pack{en.Pack()}, languagePage("de", germanStory),
			[]string{foreign}, false, false},
		"German by its own pack": {[]*lang.Pack{en.Pack(), de.Pack()}, languagePage("de", germanStory),
			[]string{"parts of speech", "word frequencies", "statements without quotation marks"}, true, true},
		"German by a bare pack": {[]*lang.Pack{en.Pack(), bare("de")}, languagePage("de", germanStory),
			[]string{"parts of speech", "names", "word frequencies", "stems", "verbs of saying",
				"statements without quotation marks", "dates and amounts"}, false, false},
		"Dutch by no pack": {[]*lang.Pack{en.Pack(), de.Pack()}, languagePage("nl", dutchStory), []string{foreign},
			false, false},
		"a tag that few know": {[]*lang.Pack{en.Pack()}, languagePage("fy", dutchStory), []string{foreign},
			false, false},
	} {
		t.Run(name, func(t *testing.T) {
			doc, err := newAnalyzer(t, analyze.Options{Languages: c.packs}).Page(t.Context(), c.page)
			require.NoError(t, err)
			require.NoError(t, doc.Validate())
			assert.NotEmpty(t, doc.Tokens)
			assert.NotEmpty(t, doc.Summary)
			said := slices.DeleteFunc(slices.Clone(doc.Warnings), func(w string) bool { return !strings.Contains(w, "language") })
			require.Len(t, said, len(c.lacks), doc.Warnings)
			for i, lack := range c.lacks {
				assert.Contains(t, said[i], lack)
			}
			assert.Equal(t, c.names, len(doc.Entities) > 0, "names")
			assert.Equal(t, c.quotes, len(doc.Quotes) > 0, "quotes")
			if !c.names {
				assert.Empty(t, doc.Mentions)
				assert.Empty(t, doc.Concepts)
				assert.Empty(t, doc.Countries)
			}
		})
	}
}

// A pack can be made of public things alone: words of its own, and the models of a language that is like it.
func TestOwnPack(t *testing.T) {
	words := lang.NewLexicon()
	for _, c := range []lang.Class{lang.EndDemonym, lang.EndPlural, lang.KindGoverned, lang.KindAmerica, lang.TaggerTitle,
		lang.TaggerWhere, lang.TaggerSaid, lang.TaggerOrg, lang.TaggerPlace, lang.TaggerThe, lang.TaggerFunction,
		lang.TaggerLink, lang.TaggerHeadline, lang.KindNature, lang.KindRegion, lang.KindBuilt, lang.KindEvent,
		lang.KindLaw, lang.KindPeople} {
		for _, word := range de.Words().Lexicon.Words(c) {
			require.NoError(t, words.Add(word+"\t"+c.String()+"\n"))
		}
	}
	own := &lang.Pack{Code: "lb", Case: lang.CaseNouns, Lexicon: words, Stem: func(word string) string { return word },
		Names: lang.NewModel(de.Pack().Names.Bytes()), Clusters: de.Pack().Clusters,
		Places: lang.NewModel([]byte("country:LU\tLëtzebuerg\n"))}
	a := newAnalyzer(t, analyze.Options{Languages: []*lang.Pack{en.Pack(), own}})
	doc, err := a.Page(t.Context(), languagePage("lb", "De Minister Jonas Reuter ass en Dënschdeg op Lëtzebuerg gefuer."))
	require.NoError(t, err)
	require.NoError(t, doc.Validate())
	assert.Equal(t, "GPE country:LU", mentioned(doc)["Lëtzebuerg"])
	assert.Contains(t, mentioned(doc), "Jonas Reuter")
}
