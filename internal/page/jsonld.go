package page

import (
	"bytes"
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/dateline-go/dateline/internal/paragraph"
)

// article is what one JSON-LD object says of an article.
type article struct {
	strength    int // how surely the object describes an article: 2 article, 1 page
	url         string
	headline    string
	alternative string
	description string
	body        string
	section     string
	authors     []string
	published   string
	created     string
	modified    string
	publisher   string
	language    string
	images      []string
	gated       bool // not free to read
}

// readJSONLD returns the articles that the page's JSON-LD describes, in order.
func readJSONLD(scripts [][]byte) []article {
	r := ldReader{names: map[string]string{}}
	for _, raw := range scripts {
		if v, ok := decodeLoose(raw); ok {
			r.roots = append(r.roots, v)
			r.collect(v, 0)
		}
	}
	for _, v := range r.roots {
		r.walk(v, 0)
	}
	return r.articles
}

// decodeLoose decodes JSON, and mends what pages often get wrong: line breaks in
// strings, comments around the whole, commas at the end.
func decodeLoose(raw []byte) (any, bool) {
	raw = bytes.TrimSpace(raw)
	for _, p := range []string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["} {
		raw = bytes.TrimPrefix(raw, []byte(p))
	}
	for _, p := range []string{"-->", "//]]>", "/*]]>*/", "]]>", ";"} {
		raw = bytes.TrimSuffix(bytes.TrimSpace(raw), []byte(p))
	}
	var v any
	if json.Unmarshal(raw, &v) == nil {
		return v, true
	}
	if json.Unmarshal(mendJSON(raw), &v) == nil {
		return v, true
	}
	return nil, false
}

// mendJSON replaces control characters by spaces and drops commas before a closing
// bracket.
func mendJSON(raw []byte) []byte {
	out := make([]byte, 0, len(raw))
	inString, comma := false, -1
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		if c < ' ' {
			c = ' '
		}
		switch {
		case inString && c == '\\' && i+1 < len(raw):
			out = append(out, c)
			i++
			c = raw[i]
		case c == '"':
			inString, comma = !inString, -1
		case inString:
		case c == ',':
			comma = len(out)
		case (c == '}' || c == ']') && comma >= 0:
			out[comma] = ' '
			comma = -1
		case c != ' ':
			comma = -1
		}
		out = append(out, c)
	}
	return out
}

// maxLDDepth is how deep objects are looked into.
const maxLDDepth = 12

// ldReader walks decoded JSON-LD.
type ldReader struct {
	roots    []any
	names    map[string]string // of things with an @id
	articles []article
}

// collect notes the names of things that others refer to by their @id.
func (r *ldReader) collect(v any, depth int) {
	if depth > maxLDDepth {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			r.collect(x, depth+1)
		}
	case map[string]any:
		if id, name := str(v["@id"]), str(v["name"]); id != "" && name != "" {
			r.names[id] = name
		}
		for _, k := range []string{"@graph", "author", "publisher", "mainEntity", "mainEntityOfPage"} {
			r.collect(v[k], depth+1)
		}
	}
}

// walk finds the objects that describe articles.
func (r *ldReader) walk(v any, depth int) {
	if depth > maxLDDepth {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			r.walk(x, depth+1)
		}
	case map[string]any:
		if s := articleStrength(v["@type"]); s > 0 {
			r.articles = append(r.articles, r.article(v, s))
		}
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage", "subjectOf", "hasPart"} {
			r.walk(v[k], depth+1)
		}
	}
}

// articleStrength says how surely a type is that of an article: 2, 1 or 0.
func articleStrength(v any) int {
	best := 0
	for _, t := range strs(v) {
		t = t[strings.LastIndexAny(t, "/:#")+1:]
		switch {
		case strings.HasSuffix(t, "Article"), strings.HasSuffix(t, "Posting"), t == "Report", t == "Review", t == "Recipe":
			best = max(best, 2)
		case t == "WebPage", t == "VideoObject", t == "ItemPage", t == "CreativeWork":
			best = max(best, 1)
		}
	}
	return best
}

// article reads the fields of an object.
func (r *ldReader) article(o map[string]any, strength int) article {
	a := article{
		strength:    strength,
		headline:    paragraph.Short(clean(str(o["headline"])), maxTitle),
		alternative: clean(str(o["alternativeHeadline"])),
		description: clean(str(o["description"])),
		section:     clean(str(o["articleSection"])),
		published:   str(o["datePublished"]),
		created:     str(o["dateCreated"]),
		modified:    str(o["dateModified"]),
		publisher:   r.name(o["publisher"]),
		language:    str(o["inLanguage"]),
		url:         str(o["url"]),
		body:        str(o["articleBody"]),
		gated:       isGatedArticle(o),
	}
	if a.headline == "" {
		a.headline = paragraph.Short(clean(str(o["name"])), maxTitle)
	}
	if a.body == "" {
		a.body = str(o["text"])
	}
	if a.url == "" {
		a.url = str(o["mainEntityOfPage"])
	}
	for _, k := range []string{"author", "creator"} {
		if len(a.authors) == 0 {
			a.authors = r.people(o[k])
		}
	}
	for _, img := range list(o["image"]) {
		switch img := img.(type) {
		case string:
			a.images = append(a.images, img)
		case map[string]any:
			if u := str(img["url"]); u != "" {
				a.images = append(a.images, u)
			}
		}
	}
	return a
}

// people returns the names in an author field: a string, an object, a reference, or
// a list of such.
func (r *ldReader) people(v any) []string {
	var names []string
	for _, x := range list(v) {
		if len(names) >= 20 {
			break
		}
		if n := r.name(x); n != "" {
			names = appendNew(names, n)
		} else if o, ok := x.(map[string]any); ok {
			for _, inner := range strs(o["name"]) {
				names = appendNew(names, clean(inner))
			}
		}
	}
	return names
}

// name returns the name of a thing given by an object, a reference or a string.
func (r *ldReader) name(v any) string {
	switch v := v.(type) {
	case string:
		if n, ok := r.names[v]; ok {
			return clean(n)
		}
		return clean(v)
	case []any:
		if len(v) > 0 {
			return r.name(v[0])
		}
	case map[string]any:
		if n, ok := v["name"].(string); ok && n != "" {
			return clean(n)
		}
		if n := strings.TrimSpace(str(v["givenName"]) + " " + str(v["familyName"])); n != "" {
			return clean(n)
		}
		return clean(r.names[str(v["@id"])])
	}
	return ""
}

// list returns a value as a list.
func list(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{v}
}

// strs returns the strings of a value that is one or a list of them.
func strs(v any) []string {
	var out []string
	for _, x := range list(v) {
		if s, ok := x.(string); ok {
			out = append(out, s)
		}
	}
	return out
}

// str returns a string, the first of a list, or the @id or @value of an object.
func str(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case []any:
		if len(v) > 0 {
			return str(v[0])
		}
	case map[string]any:
		for _, k := range []string{"@value", "@id", "url", "name"} {
			if s, ok := v[k].(string); ok {
				return strings.TrimSpace(s)
			}
		}
	}
	return ""
}

// clean collapses the white space of a value, resolves character references and
// drops tags.
func clean(s string) string {
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	if strings.IndexByte(s, '<') >= 0 {
		s = stripTags(s)
	}
	return collapse(s)
}

// stripTags replaces tags by spaces.
func stripTags(s string) string {
	var b strings.Builder
	for {
		at := strings.IndexByte(s, '<')
		if at < 0 || at+1 == len(s) {
			break
		}
		c := s[at+1]
		end := strings.IndexByte(s[at:], '>')
		if end < 0 || !(c == '/' || c == '!' || 'a' <= c|0x20 && c|0x20 <= 'z') {
			b.WriteString(s[:at+1])
			s = s[at+1:]
			continue
		}
		b.WriteString(s[:at])
		b.WriteByte(' ')
		s = s[at+end+1:]
	}
	b.WriteString(s)
	return b.String()
}

// The story is taken from the data of a page whose own blocks have less than this share of it.
const dataShare = 0.25

// takeData adds the story that stands in the data of a page to one that does not show it.
func takeData(c *content, arts []article) {
	shown := 0
	for i := range c.blocks {
		if c.blocks[i].score > 0 {
			shown += len(c.blocks[i].text)
		}
	}
	for _, a := range arts {
		if len(a.body) < minLDBody || float64(shown) >= dataShare*float64(len(a.body)) {
			continue
		}
		for line := range strings.Lines(a.body) {
			if text := clean(line); text != "" {
				c.blocks = append(c.blocks, block{text: text, tag: atom.P, score: 1})
			}
		}
		c.warnings = append(c.warnings, "the story stands in the data of the page only")
		return
	}
}
