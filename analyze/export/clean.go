package export

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"unicode"

	"github.com/dateline-go/dateline"
)

// quoteMarks stand around the words of a quote.
const quoteMarks = "\"'“”‘’«»„‟ \u00a0"

// line makes foreign words fit to be shown on one line: white space becomes single
// blanks; control characters and signs that turn the direction of text are taken out.
func line(s string) string { return strings.Join(strings.Fields(strings.Map(visible, s)), " ") }

// run is line for a piece of a line, whose outer blanks count.
func run(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return visible(r)
	}, s)
}

func visible(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return r
	case unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0xFEFF:
		return -1
	}
	return r
}

// webAddress returns an address of the web as it can be linked, "" for anything else.
// It is plain ASCII, without a sign that ends a link in HTML or Markdown.
func webAddress(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	// url.URL leaves a query as it was written.
	var b strings.Builder
	for _, c := range []byte(u.String()) {
		if c <= ' ' || c >= 0x7F || strings.IndexByte("\"<>\\^`{|}()'*", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// authors returns the names of the byline.
func authors(doc *dateline.Document) []string {
	var names []string
	for _, a := range doc.Byline {
		if n := line(a.Name); n != "" {
			names = append(names, n)
		}
	}
	return names
}

// byline joins names as a newspaper does: "Ana Novak, Ivo Kralj and Jo Ray".
func byline(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}

// day returns a date as people read it.
func day(d dateline.Date) string {
	switch {
	case d.IsZero():
		return ""
	case d.DayOnly:
		return d.Time.Format("2 January 2006")
	}
	return d.Time.Format("2 January 2006, 15:04 MST")
}

// said returns the words of a quote without the marks around them.
func said(doc *dateline.Document, q dateline.Quote) string {
	var list []string
	for _, s := range q.Content {
		if words := strings.Trim(line(doc.Words(s)), quoteMarks); words != "" {
			list = append(list, words)
		}
	}
	return strings.Join(list, " … ")
}

// part is a block of the story with its words; of a headline that stands beside the
// text there is no span.
type part struct {
	kind  dateline.BlockKind
	span  dateline.Span
	words string
}

// parts returns what stands above the byline, and the rest of the story.
func parts(doc *dateline.Document) (above, below []part) {
	blocks := doc.Blocks
	if len(blocks) == 0 && doc.Text != "" {
		blocks = []dateline.Block{{Kind: dateline.BlockParagraph, End: len(doc.Text)}}
	}
	seen := map[dateline.BlockKind]bool{}
	for _, b := range blocks {
		p := part{b.Kind, b.Span(), doc.Words(b.Span())}
		seen[b.Kind] = true
		switch b.Kind {
		case dateline.BlockHeadline, dateline.BlockKicker, dateline.BlockDek:
			above = append(above, p)
		default:
			below = append(below, p)
		}
	}
	for _, p := range []part{
		{kind: dateline.BlockDek, words: doc.Dek},
		{kind: dateline.BlockKicker, words: doc.Kicker},
		{kind: dateline.BlockHeadline, words: doc.Headline},
	} {
		if p.words != "" && !seen[p.kind] {
			above = append([]part{p}, above...)
		}
	}
	return above, below
}

// body returns the story without headline, kicker and dek, a blank line between
// blocks, its words as they are.
func body(doc *dateline.Document) string {
	_, below := parts(doc)
	var words []string
	for _, p := range below {
		if p.kind != dateline.BlockCaption {
			words = append(words, p.words)
		}
	}
	return strings.Join(words, "\n\n")
}

// byID returns the entities of a Document by their ID.
func byID(doc *dateline.Document) map[string]*dateline.Entity {
	known := make(map[string]*dateline.Entity, len(doc.Entities))
	for i, e := range doc.Entities {
		known[e.ID] = &doc.Entities[i]
	}
	return known
}

// isoCode returns the code of the country that an entity is, "" where it is none.
func isoCode(e dateline.Entity) string {
	code, _ := strings.CutPrefix(e.ID, "country:")
	if len(code) != 2 || code == e.ID {
		return ""
	}
	return code
}

// geoNames returns the address of a place in GeoNames.
func geoNames(e dateline.Entity) string {
	if e.GeoNames <= 0 {
		return ""
	}
	return "https://sws.geonames.org/" + strconv.Itoa(e.GeoNames) + "/"
}

// rel says how a story relates to an entity, as schema.org and ninjs do.
func rel(e dateline.Entity) string {
	if e.About {
		return "about"
	}
	return "mentions"
}
