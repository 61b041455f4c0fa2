package source_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/source"
)

// sources returns where the pages came from, without the folder.
func sources(dir string, pages []dateline.Page) []string {
	var names []string
	for _, p := range pages {
		names = append(names, strings.TrimPrefix(filepath.ToSlash(p.Source), filepath.ToSlash(dir)+"/"))
	}
	return names
}

func TestFilesWalksInOrder(t *testing.T) {
	dir := folder(t, map[string]string{
		"b.html": "<p>b", "a.txt": "a", "c/d.htm": "d", "c/e.JSONL": `{"text":"1"}` + "\n" + `{"text":"2"}`,
		"f.txt.gz": zipped(t, "f"), "g.ndjson.gz": zipped(t, `{"text":"3"}`), "h.html.gz": "not packed",
		"README.md": "no", "picture.png": "no", ".hidden.txt": "no", ".git/x.txt": "no",
	})
	g := collect(t, source.Files(t.Context(), []string{dir}, source.Options{}))
	require.Empty(t, g.errs)
	assert.Equal(t, []string{"a.txt", "b.html", "c/d.htm", "c/e.JSONL:1", "c/e.JSONL:2", "f.txt.gz", "g.ndjson.gz:1", "h.html.gz"}, sources(dir, g.pages))
	var forms []dateline.Form
	for _, p := range g.pages {
		forms = append(forms, p.Form)
		assert.Empty(t, p.ID)
	}
	page, html, story := dateline.PlainPage, dateline.HTML, dateline.Story
	assert.Equal(t, []dateline.Form{page, html, html, story, story, page, story, html}, forms)
	assert.Equal(t, "f", string(g.pages[5].Body))
}

func TestFilesGoesOnAfterBadNames(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.txt": "a", "z.txt": "z", "note.doc": "no", "none/README.md": "no", "bad.html.gz": "\x1f\x8bno", "long.txt": strings.Repeat("x", 33),
		"bomb.txt.gz": zipped(t, strings.Repeat("x", 1<<20)),
	})
	tests := map[string]struct {
		name string
		want error
		says string
	}{
		"missing file":        {"missing.txt", fs.ErrNotExist, "missing.txt: no such file or directory"},
		"unknown kind":        {"note.doc", source.ErrKind, "note.doc: unknown kind of file: known are " + source.Extensions},
		"folder of nothing":   {"none", source.ErrNoArticles, "none: no articles: the folder holds no " + source.Extensions},
		"glob of nothing":     {"*.jsonl", source.ErrNoArticles, "*.jsonl: no articles: the pattern matches no file"},
		"bad glob":            {"[a", filepath.ErrBadPattern, "[a: syntax error in pattern"},
		"broken gzip":         {"bad.html.gz", nil, "bad.html.gz: unexpected EOF"},
		"page over the limit": {"long.txt", source.ErrTooLong, "long.txt: too long: the page has more than 32 bytes"},
		"gzip that blows up":  {"bomb.txt.gz", source.ErrTooLong, "bomb.txt.gz: too long: the page has more than 32 bytes"},
		"no standard input":   {"-", source.ErrStdin, "stdin: no standard input"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Chdir(dir)
			g := collect(t, source.Files(t.Context(), []string{"a.txt", tt.name, "z.txt"}, source.Options{MaxPage: 32}))
			assert.Equal(t, "pep", g.order)
			require.Len(t, g.errs, 1)
			assert.EqualError(t, g.errs[0], tt.says)
			if tt.want != nil {
				assert.ErrorIs(t, g.errs[0], tt.want)
			}
		})
	}
}

func TestFilesReadTables(t *testing.T) {
	tests := map[string]struct {
		in, order string
		bodies    []string
		says      string
	}{
		"commas":          {"id,headline,text\n7,Ferry late,\"The ferry was late, and full.\nIt rained.\"\n8,,It snowed.\n", "pp", []string{"The ferry was late, and full.\nIt rained.", "It snowed."}, ""},
		"semicolons":      {"\ufeffTitle;Link;Body\r\nFerry late;https://example.org/a;The ferry, full, was late.\r\n", "p", []string{"The ferry, full, was late."}, ""},
		"tabs":            {"text\tid\nIt rained.\t7", "p", []string{"It rained."}, ""},
		"own names first": {"content,text\nno,It rained.\n", "p", []string{"It rained."}, ""},
		"an empty row":    {"id,text\n7,\n8,It rained.\n", "ep", []string{"It rained."}, `:2: page "7": needs one of html, page and text`},
		"no article":      {"name,age\nAna,7\n", "e", nil, ":1: needs one of html, page and text: the columns are name, age"},
		"a quote open":    {"text\n\"It rained" + strings.Repeat(" and rained", 30<<10), "e", nil, "too long: the row has more than 100000 bytes"},
		"in Latin-1":      {"text\nDie F\xe4hre nach G\xf6rlitz\n", "p", []string{"Die Fähre nach Görlitz"}, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			dir := folder(t, map[string]string{"a.csv": tt.in})
			for _, names := range []string{filepath.Join(dir, "a.csv"), "-"} {
				o := source.Options{MaxLine: 100_000, Stdin: strings.NewReader(tt.in)}
				if name == "no article" {
					o.As = source.Table
				}
				g := collect(t, source.Files(t.Context(), []string{names}, o))
				require.Equal(t, tt.order, g.order, g.errs)
				for i, body := range tt.bodies {
					assert.Equal(t, body, string(g.pages[i].Body))
					assert.Equal(t, dateline.Story, g.pages[i].Form)
				}
				if tt.says != "" {
					assert.ErrorContains(t, g.errs[0], tt.says)
				}
			}
		})
	}
}

func TestFilesReadObjects(t *testing.T) {
	tests := map[string]struct{ in, order, says string }{
		"one article":            {"{\n  \"id\": 7,\n  \"text\": \"It rained.\"\n}\n", "p", ""},
		"one after the other":    {"{\n\"text\": \"It rained.\"\n}\n{\n\"text\": \"It snowed.\"}", "pp", ""},
		"a list":                 {"[\n {\"text\": \"It rained.\"}, {\"text\": \"It snowed.\"}\n]", "pp", ""},
		"a list in one line":     {`[{"text":"It rained."},{"id":"x"},{"text":"It snowed."}]`, "pep", `:2: page "x": needs one of`},
		"lines":                  {`{"text":"It rained."}` + "\nno\n" + `{"text":"It snowed."}`, "pep", ":2: not an article in JSON"},
		"lines after a mark":     {"\ufeff" + `{"text":"It rained."}`, "p", ""},
		"a list after a mark":    {"\ufeff" + `[{"text":"It rained."}]`, "p", ""},
		"a feed":                 {jsonFeed, "p", ""},
		"cut off":                {`[{"text":"It rained."},{"text":"It`, "pe", "not an article in JSON: unexpected EOF; the rest of the file is not read"},
		"no JSON behind":         {"{\n\"text\": \"It rained.\"\n}\nno", "pe", "not an article in JSON"},
		"a list of words":        {`["a"]`, "e", "not an article in JSON"},
		"an article of any size": {"{\n\"text\": \"" + strings.Repeat("It rained. ", 30<<10), "e", "too long: the article has more than 100000 bytes"},
		"nothing":                {"", "", ""},
		"an empty list":          {"[]", "", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			dir := folder(t, map[string]string{"a.json": tt.in})
			for _, names := range []string{filepath.Join(dir, "a.json"), "-"} {
				g := collect(t, source.Files(t.Context(), []string{names}, source.Options{MaxLine: 100_000, Stdin: strings.NewReader(tt.in)}))
				require.Equal(t, tt.order, g.order, g.errs)
				if tt.says != "" {
					assert.ErrorContains(t, g.errs[0], tt.says)
				}
			}
		})
	}
}

func TestFilesGoByLooks(t *testing.T) {
	tests := map[string]struct {
		in, order string
		form      dateline.Form
	}{
		"a web page":               {"\n<!DOCTYPE html><p>It rained.", "p", dateline.HTML},
		"a page in UTF-16":         {"\xff\xfe<\x00p\x00>\x00a\x00", "p", dateline.HTML},
		"XHTML":                    {`<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><p>It rained.</p></html>`, "p", dateline.HTML},
		"a page that names a feed": {`<html><head><link type="application/rss+xml"></head><p>The <rss> tag.`, "p", dateline.HTML},
		"a feed":                   {rssFeed, "ppep", dateline.HTML},
		"a web archive":            {ferryAt("a") + ferryAt("b"), "pp", dateline.HTML},
		"a page, packed":           {zipped(t, "<p>It rained."), "p", dateline.HTML},
		"lines, packed":            {zipped(t, `{"text":"It rained."}`), "p", dateline.Story},
		"words":                    {"It rained.\nThe ferry was late.\n", "p", dateline.PlainPage},
		"words of another script":  {"渡船今天停航。", "p", dateline.PlainPage},
		"figures":                  {"$1,200,000,000 was spent, the town said.", "p", dateline.PlainPage},
		"a table of other columns": {"berth,ship,from,to\n1,Alma,Oban,Mallaig\n", "e", ""},
		"a table with tabs":        {"berth\tship\n1\tAlma\n", "e", ""},
		"bytes":                    {"PK\x03\x04 and more", "e", ""},
		"a document of print":      {"%PDF-1.7\nIt rained.", "e", ""},
		"text in another encoding": {"Le b\xe2teau est \xe0 quai.", "e", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			read := 0
			g := collect(t, source.Files(t.Context(), []string{"-"}, source.Options{Stdin: strings.NewReader(tt.in), Read: func(n int) { read += n }}))
			require.Equal(t, tt.order, g.order, g.errs)
			assert.Equal(t, len(tt.in), read, "every byte is counted once")
			if tt.form != "" {
				assert.Equal(t, tt.form, g.pages[0].Form)
			} else {
				assert.EqualError(t, g.errs[0], "stdin: unknown kind of file: neither text, JSON, HTML, a feed, CSV with a header nor a web archive; say which kind it is")
			}
		})
	}
}

func TestFilesTellWhatTheyPassOver(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.txt": "a", "b.docx": "no", "c/d.png": "no", "c/package.json": "{\n\"name\": \"x\"}", "c/list.json": `{"name":"x"}`,
		"c/notes.json": "// no JSON", "c/e.json": "{\n\"text\": \"It rained.\"}", ".git/config": "no", ".hidden": "no",
	})
	skipped := map[string]string{}
	o := source.Options{Skipped: func(name, why string) {
		skipped[strings.TrimPrefix(filepath.ToSlash(name), filepath.ToSlash(dir)+"/")] = why
	}}
	_, err := source.Size(t.Context(), []string{dir}, o)
	require.NoError(t, err)
	require.Empty(t, skipped, "told once, by Files")
	g := collect(t, source.Files(t.Context(), []string{dir}, o))
	assert.Equal(t, []string{"a.txt", "c/e.json:1"}, sources(dir, g.pages), g.errs)
	assert.Empty(t, g.errs)
	assert.Equal(t, map[string]string{
		"b.docx": "unknown kind of file", "c/d.png": "unknown kind of file", "c/package.json": "no article in JSON",
		"c/list.json": "no article in JSON", "c/notes.json": "no article in JSON",
	}, skipped)
	g = collect(t, source.Files(t.Context(), []string{filepath.Join(dir, "c/package.json")}, o))
	assert.Equal(t, "e", g.order, "what is named is meant")
}

func TestFilesFetchNothing(t *testing.T) {
	for _, name := range []string{"https://example.org/a.html", "http://example.org/?a=*"} {
		g := collect(t, source.Files(t.Context(), []string{name}, source.Options{}))
		require.Equal(t, "e", g.order)
		require.ErrorIs(t, g.errs[0], source.ErrAddress)
		assert.EqualError(t, g.errs[0], name+": nothing is fetched from the web: save the page and name its file, or pipe it in")
	}
}

func TestFilesInAnEncoding(t *testing.T) {
	const cyrillic = "\xf0\xc1\xd2\xcf\xcd" // Паром, in KOI8-R
	dir := folder(t, map[string]string{
		"a.txt": cyrillic, "b.jsonl": `{"text":"` + cyrillic + `"}`, "c.csv": "text\n" + cyrillic, "d.json": "{\n\"text\": \"" + cyrillic + `"}`,
		"e.html": "<meta charset=utf-8><p>" + cyrillic,
	})
	g := collect(t, source.Files(t.Context(), []string{dir}, source.Options{Encoding: "koi8-r"}))
	require.Equal(t, "ppppp", g.order, g.errs)
	for _, p := range g.pages[:4] {
		assert.Equal(t, "Паром", string(p.Body), p.Source)
	}
	assert.Equal(t, "text/html; charset=koi8-r", g.pages[4].ContentType)
}

func TestFilesGlobs(t *testing.T) {
	dir := folder(t, map[string]string{"b.txt": "b", "a.txt": "a", "c.html": "c", "[x].txt": "x"})
	g := collect(t, source.Files(t.Context(), []string{filepath.Join(dir, "?.*"), filepath.Join(dir, "[x].txt")}, source.Options{}))
	require.Empty(t, g.errs)
	assert.Equal(t, []string{"a.txt", "b.txt", "c.html", "[x].txt"}, sources(dir, g.pages), "a file of that very name is no pattern")
}

func TestFilesAs(t *testing.T) {
	dir := folder(t, map[string]string{"note": "one", "lines.log": `{"text":"two"}`})
	for as, form := range map[source.Kind]dateline.Form{source.HTML: dateline.HTML, source.Page: dateline.PlainPage, source.Story: dateline.Story} {
		g := collect(t, source.Files(t.Context(), []string{filepath.Join(dir, "note"), "-"}, source.Options{As: as, Stdin: strings.NewReader("in")}))
		require.Empty(t, g.errs)
		require.Len(t, g.pages, 2)
		assert.Equal(t, form, g.pages[0].Form)
		assert.Equal(t, "in", string(g.pages[1].Body))
		assert.Equal(t, "stdin", g.pages[1].Source)
	}
	g := collect(t, source.Files(t.Context(), []string{filepath.Join(dir, "lines.log")}, source.Options{As: source.Lines}))
	assert.Equal(t, "p", g.order)
}

func TestFilesFollowsLinksToFilesOnly(t *testing.T) {
	dir := folder(t, map[string]string{"in/a.txt": "a", "far/b.txt": "b"})
	if err := os.Symlink(filepath.Join(dir, "far/b.txt"), filepath.Join(dir, "in/b.txt")); err != nil {
		t.Skip("no symbolic links here")
	}
	require.NoError(t, os.Symlink(dir, filepath.Join(dir, "in/loop")))
	require.NoError(t, os.Symlink("gone", filepath.Join(dir, "in/c.txt")))
	g := collect(t, source.Files(t.Context(), []string{filepath.Join(dir, "in")}, source.Options{}))
	assert.Equal(t, "ppe", g.order)
	assert.ErrorIs(t, g.errs[0], fs.ErrNotExist)
}

func TestFilesCountsWhatItReads(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "abc", "b.jsonl.gz": zipped(t, `{"text":"1"}`)})
	size, err := source.Size(t.Context(), []string{dir}, source.Options{})
	require.NoError(t, err)
	total := 0
	collect(t, source.Files(t.Context(), []string{dir}, source.Options{Read: func(n int) { total += n }}))
	assert.Equal(t, size, int64(total))
}

func TestSize(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "abc", "none/README.md": "no"})
	t.Chdir(dir)
	size, err := source.Size(t.Context(), []string{"a.txt", "-", "a.txt"}, source.Options{Stdin: strings.NewReader("")})
	require.NoError(t, err)
	assert.Equal(t, int64(-1), size)
	_, err = source.Size(t.Context(), []string{"gone.txt", "a.txt", "none"}, source.Options{})
	assert.ErrorIs(t, err, fs.ErrNotExist)
	assert.ErrorIs(t, err, source.ErrNoArticles)
	_, err = source.Size(t.Context(), nil, source.Options{MaxPage: -1})
	assert.ErrorIs(t, err, source.ErrOptions)
}
