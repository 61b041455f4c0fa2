package export_test

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/csv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/export"
)

// evil is what a hostile page may say wherever it says something.
const evil = "</script></style><script>alert(1)</script><img src=x onerror=alert(2)>\" onmouseover='alert(3)' \x1b[2J\u202edesrever\u2066 [x](javascript:alert(4)) **b** `c` {{.}} =1+1"

// hostile is a Document in which every word is a page's.
func hostile() *dateline.Document {
	name := "=cmd|' /C calc'!A0" + evil
	text := evil + "\n\n# " + name + "\n\n" + evil
	first := dateline.Span{End: len(evil)}
	second := dateline.Span{Start: len(evil) + 2, End: len(evil) + 4 + len(name)}
	mark := dateline.Span{Start: second.Start + 2, End: second.End}
	return &dateline.Document{
		ID: evil, URL: "https://news.example/a?q=<script>)\">x\u202e", Language: "\"><script>alert(5)</script>", Site: evil, Section: evil,
		Headline: evil, Byline: []dateline.Author{{Name: evil, Bio: evil}}, Text: text,
		Blocks: []dateline.Block{
			{Kind: dateline.BlockHeadline, Start: first.Start, End: first.End}, {Kind: dateline.BlockParagraph, Start: second.Start, End: second.End},
			{Kind: dateline.BlockItem, Start: second.End + 2, End: len(text)},
		},
		Images:     []dateline.Image{{URL: "javascript:alert(6)", Caption: evil}, {URL: "https://news.example/a.jpg\" onload=\"alert(7)", Caption: evil}},
		Links:      []dateline.Link{{Kind: dateline.LinkRelated, Title: evil, URL: "javascript:alert(8)"}, {Kind: dateline.LinkRelated, Title: evil, URL: " JaVaScRiPt:alert(9)", Age: evil}, {Kind: dateline.LinkRelated, URL: "http://news.example/>x<"}},
		Mentions:   []dateline.Mention{{Start: mark.Start, End: mark.End, Label: dateline.Person, Entity: "person:evil", Confidence: 1}},
		Entities:   []dateline.Entity{{ID: "person:evil", Name: name, Label: dateline.Person, Salience: 1, About: true, Mentions: 1, Roles: []dateline.Role{{Title: evil}}, Aliases: []string{"@" + evil}}},
		Countries:  []dateline.Country{{Code: "XX", Name: evil, Weight: 1}},
		Quotes:     []dateline.Quote{{Content: []dateline.Span{first}, Speaker: evil, Confidence: 1}},
		Keyphrases: []dateline.Keyphrase{{Text: text[mark.Start:mark.End], Score: 1, Spans: []dateline.Span{mark}}},
		Warnings:   []string{evil},
	}
}

func TestHostileWordsInHTML(t *testing.T) {
	out := written(t, export.HTML, hostile(), hostile())
	root, err := html.Parse(strings.NewReader(out))
	require.NoError(t, err)
	marks, policy, style := 0, "", ""
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		assert.NotContains(t, []string{"script", "img", "iframe", "object", "base", "form"}, n.Data)
		switch n.Data {
		case "mark":
			marks++
		case "style":
			style += n.FirstChild.Data
		}
		for _, a := range n.Attr {
			assert.False(t, strings.HasPrefix(a.Key, "on"), a.Key)
			if a.Key == "href" || a.Key == "src" {
				assert.Regexp(t, `^https?://`, a.Val)
			}
			if a.Key == "content" && strings.HasPrefix(a.Val, "default-src") {
				policy = a.Val
			}
		}
	}
	assert.Equal(t, 2, marks)
	sum := sha256.Sum256([]byte(style))
	assert.Contains(t, policy, "default-src 'none'")
	assert.Contains(t, policy, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'", "the policy lets our style in, and nothing else")
	assert.NotContains(t, policy, "unsafe")
}

func TestHostileWordsInJSON(t *testing.T) {
	for _, f := range []export.Format{export.JSONLD, export.Ninjs} {
		out := written(t, f, hostile())
		assert.Equal(t, 1, strings.Count(out, "\n"))
		assert.NotContains(t, out, "<", "fit to stand in a script element")
		assert.NotContains(t, out, `"javascript:`)
		assert.NotContains(t, out, "\x1b")
	}
}

// reading are the formats that people read as they are.
var reading = []export.Format{export.Markdown, export.Text, export.CSV, export.HTML}

func TestNoSignsThatSteer(t *testing.T) {
	for _, f := range reading {
		for _, r := range written(t, f, hostile()) {
			if unicode.IsControl(r) && r != '\n' || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 {
				t.Fatalf("%s has %U", f, r)
			}
		}
	}
}

func TestHostileWordsInMarkdown(t *testing.T) {
	out := written(t, export.Markdown, hostile())
	for i, c := range out {
		if strings.ContainsRune("`[<", c) && !strings.HasSuffix(out[:i], `\`) {
			rest := out[i:]
			assert.Regexp(t, `^<https?://[!-;=?-~]+>`, rest[:min(len(rest), 60)], "an address of ours")
		}
	}
	assert.Contains(t, out, "\n\n\\# =cmd", "no heading of the page's own making")
	assert.NotRegexp(t, `[^\\]\]\(javascript`, out)

	doc := ferry()
	doc.Blocks = nil
	for words, want := range map[string]string{
		"1. A first": `1\. A first`, "12) A": `12\) A`, "- no list": `\- no list`, "+ no list": `\+ no list`, "# no heading": `\# no heading`, "=== x": `\=== x`,
		"*a* _b_ `c`": "\\*a\\* \\_b\\_ \\`c\\`", "AT&amp;T": `AT\&amp;T`, "a | b ~~c~~": `a \| b \~\~c\~\~`, "2.5 per cent": `2\.5 per cent`, "![x](y)": `\!\[x\](y)`, "a-b 3.": "a-b 3.",
	} {
		assert.Equal(t, want+"\n", written(t, export.Markdown, &dateline.Document{ID: "m", Text: words}), words)
	}
}

func TestHostileWordsInCSV(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(written(t, export.CSV, hostile()))).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 2)
	for _, cell := range rows[1] {
		assert.NotRegexp(t, `^[=+@\t\r-]`, cell, "no formula")
	}
	assert.True(t, strings.HasPrefix(rows[1][5], "'=cmd|"))
}
