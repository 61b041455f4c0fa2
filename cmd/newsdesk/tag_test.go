package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

// story is an article that the tests feed in.
const story = "The ferry to Inishmore was four hours late on Monday. “The engine failed,” said Maeve Conneely, the harbour master of Galway."

// article returns a line of JSON.
func article(id, text string) string {
	line, _ := json.Marshal(map[string]string{"id": id, "title": "Ferry late", "date": "2026-03-02", "text": text})
	return string(line) + "\n"
}

// documents reads what tag wrote and checks each.
func documents(t *testing.T, out string) []dateline.Document {
	t.Helper()
	var docs []dateline.Document
	for line := range strings.Lines(out) {
		var doc dateline.Document
		require.NoError(t, json.Unmarshal([]byte(line), &doc))
		require.NoError(t, doc.Validate())
		docs = append(docs, doc)
	}
	return docs
}

func TestTagWritesLines(t *testing.T) {
	r := newsdesk(t, article("b", story)+article("a", story), "tag", "--format", "jsonl", "-")
	require.Equal(t, 0, r.code, r.err)
	docs := documents(t, r.out)
	require.Len(t, docs, 2)
	assert.Equal(t, "b", docs[0].ID, "the order of the input")
	assert.Equal(t, story, docs[0].Text)
	assert.Empty(t, docs[0].Tokens)
	assert.NotEmpty(t, docs[0].Sentences)
	assert.Equal(t, r, newsdesk(t, article("b", story)+article("a", story), "tag"), "jsonl from standard input is what no terminal gets")

	docs = documents(t, newsdesk(t, article("b", story), "tag", "--tokens").out)
	assert.NotEmpty(t, docs[0].Tokens)
}

func TestTagKeepsSigns(t *testing.T) {
	r := newsdesk(t, article("x", "Bread & butter <b>cost</b> more in Łódź."), "tag")
	assert.Contains(t, r.out, `Bread & butter <b>cost</b> more in Łódź.`)
}

func TestTagWritesAnArray(t *testing.T) {
	for n := range 3 {
		r := newsdesk(t, strings.Repeat(article("a", story), n), "tag", "--format", "json")
		require.Equal(t, 0, r.code)
		var docs []dateline.Document
		require.NoError(t, json.Unmarshal([]byte(r.out), &docs))
		assert.Len(t, docs, n)
	}
}

func TestTagWritesATable(t *testing.T) {
	r := newsdesk(t, article("a\x1b[2J", story), "tag", "--format", "table")
	require.Equal(t, 0, r.code)
	assert.True(t, strings.HasPrefix(r.out, "Ferry late\n2 March 2026 · "), r.out)
	assert.NotContains(t, r.out, "\x1b", "no colour where there is no terminal, and none from the article")
	for line := range strings.Lines(r.out) {
		assert.LessOrEqual(t, len([]rune(line)), 81)
	}
}

func TestTagReadsFiles(t *testing.T) {
	folder(t, map[string]string{
		"in/a.txt": "Ferry late\n\n" + story, "in/b.html": "<html><title>Ferry late</title><body><h1>Ferry late</h1><p>" + story + "</p></body></html>",
		"in/c.jsonl": article("c", story),
	})
	r := newsdesk(t, article("d", story), "tag", "in", "in/c.*", "-")
	require.Equal(t, 0, r.code, r.err)
	assert.Len(t, documents(t, r.out), 5)
}

func TestTagNamesWhatFails(t *testing.T) {
	folder(t, map[string]string{"in/a.txt": " \n", "in/b.html": "\x89PNG\r\n\x1a\n\x00\x00", "in/c.jsonl": article("c", "\u00a0") + "{\"id\":\"d\",\"text\":\"\xff\"}\n" + article("e", story)})
	r := newsdesk(t, "", "tag", "in")
	assert.Equal(t, 1, r.code)
	docs := documents(t, r.out)
	require.Len(t, docs, 1, "nothing is lost of the rest")
	assert.Equal(t, "e", docs[0].ID)
	says := strings.Split(r.err, "\n")
	require.Len(t, says, 6)
	for i, want := range []string{"in/a.txt: ", "in/b.html: ", `in/c.jsonl:1: page "c": `, `in/c.jsonl:2: page "d": invalid UTF-8`} {
		assert.True(t, strings.HasPrefix(says[i], "newsdesk: "+want), says[i])
	}
	assert.Equal(t, "newsdesk: 4 of 5 articles failed", says[4])
}

func TestTagGoesOnAfterALongLine(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 200 MB")
	}
	const size = 200 << 20
	in := io.MultiReader(strings.NewReader(article("one", story)), io.LimitReader(ones{}, size), strings.NewReader("\n"+article("three", story)))
	r := feed(t, in, "tag", "--workers", "1")
	assert.Equal(t, 1, r.code)
	assert.Equal(t, "newsdesk: stdin:2: too long: the line has 209715200 bytes, the limit is 67108864\nnewsdesk: 1 of 3 articles failed\n", r.err)
	docs := documents(t, r.out)
	require.Len(t, docs, 2)
	assert.Equal(t, "three", docs[1].ID)
}

// ones is a reader of the digit 1 without end.
type ones struct{}

func (ones) Read(p []byte) (int, error) { return copy(p, bytes.Repeat([]byte("1"), len(p))), nil }

func TestTagGivesTheSameForAnyWorkers(t *testing.T) {
	var in strings.Builder
	for i := range 60 {
		in.WriteString(article(fmt.Sprint("a", i), strings.Repeat(story+" ", 1+i%7)))
		if i%9 == 0 {
			in.WriteString("{\n")
		}
	}
	one := newsdesk(t, in.String(), "tag", "--tokens", "--workers", "1")
	require.Equal(t, 1, one.code)
	for _, workers := range []string{"2", "8"} {
		assert.Equal(t, one, newsdesk(t, in.String(), "tag", "--tokens", "--workers", workers))
	}
}

func TestTagFeedsErrorsInAgain(t *testing.T) {
	folder(t, map[string]string{
		"wire.jsonl": article("a", story) + `{"id":"b","html":"<p>x","text":"` + story + `"}` + "\n" + `{"id":"c","text":"` + story + "\n" + article("d", " "),
	})
	r := newsdesk(t, "", "tag", "--errors", "bad.jsonl", "wire.jsonl")
	require.Equal(t, 1, r.code)
	assert.Len(t, documents(t, r.out), 1)
	assert.Contains(t, r.err, "newsdesk: 3 of 4 articles failed, kept in bad.jsonl\n")

	kept, err := os.ReadFile("bad.jsonl")
	require.NoError(t, err)
	require.Equal(t, 3, strings.Count(string(kept), `"error":`))
	assert.Contains(t, string(kept), `"source":"wire.jsonl:3"`)
	mended := strings.NewReplacer(`"html":"<p>x",`, "", `master of Galway.","source"`, `master of Galway.\"}","source"`).Replace(string(kept))
	require.NoError(t, os.WriteFile("bad.jsonl", []byte(mended), 0o644))

	r = newsdesk(t, "", "tag", "--errors", "bad.jsonl", "bad.jsonl")
	assert.Equal(t, 1, r.code, "one is still empty")
	docs := documents(t, r.out)
	require.Len(t, docs, 2)
	assert.Equal(t, "b", docs[0].ID)
	assert.Equal(t, "c", docs[1].ID)
	kept, err = os.ReadFile("bad.jsonl")
	require.NoError(t, err)
	assert.Equal(t, 1, strings.Count(string(kept), "\n"), "only what still fails is left")
	assert.Contains(t, string(kept), `"id":"d"`)
}

func TestTagWarnsOfDates(t *testing.T) {
	in := strings.Repeat(`{"id":"a","date":"01/04/63","text":"The ferry was late."}`+"\n", 5)
	r := newsdesk(t, in, "tag")
	assert.Equal(t, 0, r.code, "the articles are there")
	assert.Len(t, documents(t, r.out), 5)
	assert.Equal(t, 3, strings.Count(r.err, `page "a": date is neither RFC 3339 nor YYYY-MM-DD: "01/04/63"`))
	assert.Contains(t, r.err, "newsdesk: left out: 2 more\n")
}

func TestTagKeepsErrorsAsideWhenCutShort(t *testing.T) {
	folder(t, map[string]string{"bad.jsonl": "{\n" + strings.Repeat(article("x", story), 50)})
	before, err := os.ReadFile("bad.jsonl")
	require.NoError(t, err)
	var stderr bytes.Buffer
	code := run(t.Context(), []string{"tag", "--errors", "bad.jsonl", "bad.jsonl"}, strings.NewReader(""), &closedPipe{left: 2}, &stderr)
	assert.Equal(t, 0, code)
	after, err := os.ReadFile("bad.jsonl")
	require.NoError(t, err)
	assert.Equal(t, string(before), string(after), "most of it was not read")
	aside, err := os.ReadFile("bad.jsonl.part")
	require.NoError(t, err)
	assert.Contains(t, string(aside), `"line":"{"`)
	assert.Contains(t, stderr.String(), "kept in bad.jsonl.part\n")
}

func TestTagWithNames(t *testing.T) {
	folder(t, map[string]string{"desk.tsv": "add\tInishmore\tLOC\tthe ferry\tIE\t\tdesk:1\nsuppress\tGalway\n", "bad.tsv": "add\tInishmore\n"})
	r := newsdesk(t, article("a", story), "tag", "--names", "desk.tsv")
	require.Equal(t, 0, r.code, r.err)
	doc := documents(t, r.out)[0]
	e := doc.Entity("desk:1")
	require.NotNil(t, e)
	assert.Equal(t, "Inishmore", e.Name)
	assert.NotContains(t, r.out, `"name":"Galway"`)

	r = newsdesk(t, article("a", story), "tag", "--names", "bad.tsv")
	assert.Equal(t, 2, r.code)
	assert.Contains(t, r.err, "bad.tsv: names file line 1: want 3 columns, got 2")
	r = newsdesk(t, article("a", story), "tag", "--names", "none.tsv")
	assert.Equal(t, 2, r.code)
	assert.Contains(t, r.err, "none.tsv")
}

// A line that would cost too much fails alone, with the reason, and the rest go on.
func TestTagDearLine(t *testing.T) {
	for name, dear := range map[string]string{
		"no prose": strings.Repeat("( ", 500_000), "too long": strings.Repeat("The tide turned at noon. ", 200_000),
	} {
		r := newsdesk(t, article("a", story)+article("dear", dear)+article("b", story), "tag", "--format", "jsonl", "-")
		assert.NotEqual(t, 0, r.code, name)
		docs := documents(t, r.out)
		var ids []string
		for _, d := range docs {
			ids = append(ids, d.ID)
		}
		require.Equal(t, []string{"a", "b"}, ids, name)
		assert.Contains(t, r.err, "dear", name)
		assert.Contains(t, r.err, "too large", name)
	}
}

// TestTagTalks keeps the program running as another program does: a line in, a line out,
// before the next is given.
func TestTagTalks(t *testing.T) {
	in, ask := io.Pipe()
	answers, out := io.Pipe()
	code := make(chan int, 1)
	go func() {
		code <- run(t.Context(), []string{"tag", "--as", "jsonl", "--format", "jsonl", "--errors", "-", "-"}, in, out, io.Discard)
		out.Close()
	}()
	lines := bufio.NewScanner(answers)
	for _, c := range []struct{ in, want string }{
		{`{"id":"a","text":"The ferry to Aran was late."}`, `{"schema":1,"id":"a"`},
		{`{"id":"b","text":" "}`, `"error":"dateline: no text`},
		{`no JSON`, `"line":"no JSON"`},
		{`{"id":"c","text":"The ferry to Aran was late."}`, `{"schema":1,"id":"c"`},
	} {
		_, err := io.WriteString(ask, c.in+"\n")
		require.NoError(t, err)
		require.True(t, lines.Scan(), "an answer before the next question")
		assert.Contains(t, lines.Text(), c.want)
	}
	require.NoError(t, ask.Close())
	assert.False(t, lines.Scan())
	assert.Equal(t, exitSome, <-code)
	assert.Equal(t, exitUsage, newsdesk(t, "x", "tag", "--format", "csv", "--errors", "-").code)
}
