package analyze_test

import (
	"context"
	"errors"
	"io/fs"
	"iter"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/export"
	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/en"
	"github.com/dateline-go/dateline/quotes"
	"github.com/dateline-go/dateline/summarize"
)

// Every error that a public call gives can be told by errors.Is.
func TestErrorsMatch(t *testing.T) {
	ctx := t.Context()
	a := newAnalyzer(t, analyze.Options{Limits: analyze.Limits{Bytes: 1000, Text: 100}})
	page := func(form dateline.Form, body string) func() error {
		return func() error {
			_, err := a.Page(ctx, dateline.Page{ID: "a", Form: form, Body: []byte(body)})
			return err
		}
	}
	lines := func(in string, o source.Options) func() error {
		return func() error {
			for _, err := range source.JSONL(ctx, strings.NewReader(in), "wire", o) {
				if err != nil {
					return err
				}
			}
			return nil
		}
	}
	first := func(pages iter.Seq2[dateline.Page, error]) func() error {
		return func() error {
			for _, err := range pages {
				if err != nil {
					return err
				}
			}
			return nil
		}
	}
	files := func(names ...string) func() error { return first(source.Files(ctx, names, source.Options{})) }
	dir := t.TempDir()
	photo, empty := filepath.Join(dir, "photo.xcf"), filepath.Join(dir, "empty")
	require.NoError(t, os.WriteFile(photo, []byte("quay"), 0o600))
	require.NoError(t, os.Mkdir(empty, 0o700))
	doc := func(d dateline.Document, annotate func(context.Context, *dateline.Document) error) func() error {
		return func() error { return annotate(ctx, &d) }
	}
	r, err := entities.New(entities.Options{})
	require.NoError(t, err)
	f, err := quotes.New(quotes.Options{})
	require.NoError(t, err)
	s, err := summarize.New(summarize.Options{})
	require.NoError(t, err)
	torn := dateline.Document{ID: "a", Text: "The quay.", Sentences: []dateline.Span{{Start: 0, End: 99}},
		Tokens: []dateline.Token{{Start: 0, End: 99}}}
	options := func(o analyze.Options) func() error {
		return func() error { _, err := analyze.New(o); return err }
	}

	for name, c := range map[string]struct {
		call func() error
		want []error
	}{
		"no words":            {page(dateline.Story, " \n"), []error{dateline.ErrEmpty}},
		"markup alone":        {page(dateline.HTML, "<p></p>"), []error{dateline.ErrEmpty}},
		"a picture":           {page(dateline.HTML, "\x89PNG\r\n"), []error{dateline.ErrBinary}},
		"not UTF-8":           {page(dateline.Story, "one\xff"), []error{dateline.ErrUTF8}},
		"a pasted page":       {page(dateline.PlainPage, "\xe9t\xe9"), []error{dateline.ErrUTF8}},
		"a long body":         {page(dateline.HTML, strings.Repeat("x", 1001)), []error{dateline.ErrTooLarge}},
		"a long story":        {page(dateline.Story, strings.Repeat("x", 101)), []error{dateline.ErrTooLarge}},
		"unknown form":        {page("pdf", "The quay."), []error{dateline.ErrForm}},
		"workers":             {options(analyze.Options{Workers: -1}), []error{analyze.ErrOptions, dateline.ErrOptions}},
		"limit of bytes":      {options(analyze.Options{Limits: analyze.Limits{Bytes: -1}}), []error{analyze.ErrOptions}},
		"limit of text":       {options(analyze.Options{Limits: analyze.Limits{Text: -1}}), []error{analyze.ErrOptions}},
		"limit of blocks":     {options(analyze.Options{Limits: analyze.Limits{Blocks: -1}}), []error{analyze.ErrOptions}},
		"limit of elements":   {options(analyze.Options{Limits: analyze.Limits{Elements: -1}}), []error{analyze.ErrOptions}},
		"limit of links":      {options(analyze.Options{Limits: analyze.Limits{Links: -1}}), []error{analyze.ErrOptions}},
		"limit of tokens":     {options(analyze.Options{Limits: analyze.Limits{Tokens: -1}}), []error{analyze.ErrOptions}},
		"unknown stages":      {options(analyze.Options{Stages: 1 << 20}), []error{analyze.ErrOptions}},
		"confidence":          {options(analyze.Options{Quotes: quotes.Options{MinConfidence: -0.1}}), []error{quotes.ErrOptions, dateline.ErrOptions}},
		"no confidence":       {options(analyze.Options{Quotes: quotes.Options{MinConfidence: math.NaN()}}), []error{quotes.ErrOptions}},
		"keyphrases":          {options(analyze.Options{Summarize: summarize.Options{Keyphrases: -1}}), []error{summarize.ErrOptions, dateline.ErrOptions}},
		"sentences":           {options(analyze.Options{Summarize: summarize.Options{Sentences: -1}}), []error{summarize.ErrOptions}},
		"characters":          {options(analyze.Options{Summarize: summarize.Options{Characters: -1}}), []error{summarize.ErrOptions}},
		"ratio":               {options(analyze.Options{Summarize: summarize.Options{Ratio: -1}}), []error{summarize.ErrOptions}},
		"line limit":          {lines("{}", source.Options{MaxLine: -1}), []error{source.ErrOptions, dateline.ErrOptions}},
		"page limit":          {lines("{}", source.Options{MaxPage: -1}), []error{source.ErrOptions}},
		"feed limit":          {lines("{}", source.Options{MaxFeed: -1}), []error{source.ErrOptions}},
		"item limit":          {lines("{}", source.Options{MaxItems: -1}), []error{source.ErrOptions}},
		"no JSON":             {lines("quay", source.Options{}), []error{source.ErrJSON}},
		"a line not UTF-8":    {lines("{\"text\":\"\xff\"}", source.Options{}), []error{dateline.ErrUTF8}},
		"nothing in the line": {lines("{}", source.Options{}), []error{source.ErrContent}},
		"a long line":         {lines(`{"text":"The quay."}`, source.Options{MaxLine: 5}), []error{source.ErrTooLong}},
		"a kind of file":      {files(photo), []error{source.ErrKind}},
		"an empty folder":     {files(empty), []error{source.ErrNoArticles}},
		"no such file":        {files(filepath.Join(dir, "none.txt")), []error{fs.ErrNotExist}},
		"no standard input":   {files("-"), []error{source.ErrStdin}},
		"no feed": {first(source.Feed(ctx, strings.NewReader("quay"), "wire", source.Options{})),
			[]error{source.ErrFeed}},
		"no web archive": {first(source.WARC(ctx, strings.NewReader("quay\r\n\r\n"), "wire", source.Options{})),
			[]error{source.ErrWARC}},
		"a closed writer": {func() error {
			w, err := export.New(&strings.Builder{}, export.CSV)
			require.NoError(t, errors.Join(err, w.Close()))
			return w.Add(&dateline.Document{})
		}, []error{export.ErrClosed}},
		"a language twice": {options(analyze.Options{Languages: []*lang.Pack{en.Pack(), en.Pack()}}),
			[]error{lang.ErrTwice, analyze.ErrOptions, dateline.ErrOptions}},
		"a pack without a code": {options(analyze.Options{Languages: []*lang.Pack{{}}}),
			[]error{lang.ErrPack, analyze.ErrOptions}},
		"explained": {func() error { _, _, err := a.Explain(ctx, dateline.Page{Form: dateline.Story}); return err },
			[]error{dateline.ErrEmpty}},
		"spans for entities":  {doc(torn, r.Annotate), []error{dateline.ErrInvalid}},
		"spans for quotes":    {doc(torn, f.Annotate), []error{dateline.ErrInvalid}},
		"spans for summaries": {doc(torn, s.Annotate), []error{dateline.ErrInvalid}},
		"not tokenised":       {doc(dateline.Document{Text: "The quay."}, s.Annotate), []error{summarize.ErrNoTokens}},
		"bare names": {func() error { _, err := entities.Recognize("\xff"); return err },
			[]error{dateline.ErrUTF8}},
		"bare keyphrases": {func() error { _, err := summarize.Keyphrases("\xff", 3); return err },
			[]error{dateline.ErrUTF8}},
		"a names file": {func() error { _, err := entities.ReadNames(strings.NewReader("\xff")); return err },
			[]error{entities.ErrNames, dateline.ErrUTF8}},
		"a format": {func() error { _, err := export.New(&strings.Builder{}, "runes"); return err },
			[]error{export.ErrFormat}},
	} {
		t.Run(name, func(t *testing.T) {
			err := c.call()
			for _, want := range c.want {
				require.ErrorIs(t, err, want)
			}
		})
	}
}

func TestStages(t *testing.T) {
	const story = "Mayor Ida Brandt of Bergen opened the new quay on Monday.\n\n" +
		"“We are glad that the ferries are back,” Brandt said.\n\nThe quay cost ten million euros."
	type parts struct{ tokens, names, quotes, summary bool }
	for name, c := range map[string]struct {
		stages analyze.Stages
		want   parts
	}{
		"all":                  {0, parts{true, true, true, true}},
		"parts alone":          {analyze.Parts, parts{}},
		"tokens":               {analyze.Tokens, parts{tokens: true}},
		"names alone":          {analyze.Names, parts{tokens: true, names: true}},
		"quotes want names":    {analyze.Quotes, parts{tokens: true, names: true, quotes: true}},
		"a summary goes alone": {analyze.Summary, parts{tokens: true, summary: true}},
		"no quotes":            {analyze.All &^ analyze.Quotes, parts{tokens: true, names: true, summary: true}},
	} {
		t.Run(name, func(t *testing.T) {
			a := newAnalyzer(t, analyze.Options{Stages: c.stages})
			doc, err := a.Page(t.Context(), dateline.Page{ID: "a", Form: dateline.Story, Body: []byte(story)})
			require.NoError(t, err)
			require.NoError(t, doc.Validate())
			assert.NotEmpty(t, doc.Blocks)
			assert.Equal(t, c.want, parts{len(doc.Tokens) > 0, len(doc.Entities) > 0, len(doc.Quotes) > 0, len(doc.Summary) > 0})
		})
	}
}

func TestParseStages(t *testing.T) {
	for in, want := range map[string]analyze.Stages{
		"": analyze.All, "names": analyze.Names, "tokens, quotes": analyze.Tokens | analyze.Quotes,
		analyze.All.String(): analyze.All,
	} {
		got, err := analyze.ParseStages(in)
		require.NoError(t, err, in)
		assert.Equal(t, want, got, in)
	}
	_, err := analyze.ParseStages("names,runes")
	require.ErrorIs(t, err, analyze.ErrOptions)
}

// counting is a context that ends after it was looked at so many times.
type counting struct {
	context.Context
	left  atomic.Int64
	looks atomic.Int64
}

func (c *counting) Err() error {
	c.looks.Add(1)
	if c.left.Add(-1) < 0 {
		return context.DeadlineExceeded
	}
	return nil
}

// A context ends the work inside a page, wherever the page is: every stage looks at it,
// again and again.
func TestContextEndsTheWorkInsideAPage(t *testing.T) {
	const sentence = "Mayor Ida Brandt of Bergen said the ferry strike would end on Monday. “We are glad,” she said.\n\n"
	p := dateline.Page{ID: "long", Form: dateline.Story, Body: []byte(strings.Repeat(sentence, 1<<18/len(sentence)))}
	a := newAnalyzer(t, analyze.Options{})
	look := func(after int64) (int64, error) {
		ctx := &counting{Context: t.Context()}
		ctx.left.Store(after)
		_, err := a.Page(ctx, p)
		return ctx.looks.Load(), err
	}
	all, err := look(math.MaxInt64)
	require.NoError(t, err)
	require.Greater(t, all, int64(100), "a long page is looked after often")
	for after := int64(0); after < all; after += max(all/40, 1) {
		looks, err := look(after)
		require.ErrorIs(t, err, context.DeadlineExceeded)
		var page *analyze.PageError
		require.NotErrorAs(t, err, &page, "it is not the page's fault")
		require.LessOrEqual(t, looks, after+4, "the work ends where the context does")
	}
}
