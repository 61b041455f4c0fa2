package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang/furniture"
)

// byline chooses the authors among what the page says: JSON-LD, meta, the markup of
// the byline, a line such as "By Jane Smith". The publication itself counts as an
// author only where the page names nobody else.
func byline(c *content, arts []article, site string) []dateline.Author {
	var fields [][]string
	for _, a := range arts {
		if a.strength == 2 {
			fields = append(fields, a.authors)
		}
	}
	fields = append(fields, c.meta.authors)
	var names, fallback []string
	for _, f := range fields {
		people, others := authorNames(f, site)
		if len(names) == 0 {
			names = people
		}
		if len(fallback) == 0 {
			fallback = others
		}
	}
	for i := range c.blocks {
		if len(names) == 0 && c.blocks[i].role == roleByline {
			names = lineNames(c.blocks[i].text, site)
		}
	}
	if len(names) == 0 {
		names = fallback
	}
	var out []dateline.Author
	for _, n := range names {
		out = append(out, dateline.Author{Name: n})
	}
	return out
}

// authorNames splits and tidies author fields into people and agencies, and the
// names of the publication. Addresses of web pages and the like are no names.
func authorNames(fields []string, site string) (people, others []string) {
	siteFold := strings.ReplaceAll(fold(site), " ", "")
	for _, f := range fields {
		for _, n := range splitNames(f) {
			n = tidyName(n)
			switch {
			case !isName(n):
			case sameSite(n, siteFold):
				others = appendNew(others, n)
			default:
				people = appendNew(people, n)
			}
		}
	}
	return people, others
}

// lineNames reads the names of a byline on the page. Its words must begin with
// capitals, and what follows a date or a bar is not a name.
func lineNames(text, site string) []string {
	if named := bylineOf(text); named != "" {
		text = named
	}
	if len(text) > 120 {
		return nil
	}
	text, _, _ = strings.Cut(text, " | ")
	text = strings.TrimSuffix(text, " "+site)
	if name, _ := cutPost(text); isPersonal(name) {
		text = name
	}
	people, _ := authorNames([]string{text}, site)
	var names []string
	for _, n := range people {
		n = cutAtAny(n, vocab().nameEnds...) // "Jane Smith in Paris"
		if looksLikeName(n) && !isDesk(n) {
			names = append(names, n)
		}
	}
	return names
}

// isDesk reports whether words name a post rather than a person: "Lantern Staff".
func isDesk(s string) bool {
	return vocab().is(s[strings.LastIndexByte(s, ' ')+1:], furniture.Desk)
}

// looksLikeName reports whether two to five words all begin with a capital, but for
// particles, or a script has no capitals.
func looksLikeName(s string) bool {
	words := strings.Fields(s)
	if len(words) > 5 {
		return false
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) && len(w) > 3 {
			return false
		}
	}
	r, _ := utf8.DecodeRuneInString(s)
	return !unicode.IsLower(r) && (len(words) > 1 || wide(r))
}

// splitNames splits a field at the signs and words that stand between names.
func splitNames(s string) []string {
	for _, end := range vocab().nameEnds { // "Jane Smith, in News, Politics"
		if at := strings.Index(s, ","+end); at > 0 {
			s = s[:at]
		}
	}
	for _, joiner := range vocab().joiners {
		s = strings.ReplaceAll(s, joiner, ",")
	}
	for _, sign := range []string{" & ", " | ", ";", "\n", " • ", " / "} {
		s = strings.ReplaceAll(s, sign, ",")
	}
	return strings.Split(s, ",")
}

// tidyName drops what stands before and behind a name in a byline.
func tidyName(s string) string {
	s = collapse(s)
	if at := strings.IndexByte(s, '('); at > 0 {
		s = s[:at]
	}
	for _, p := range vocab().nameLabels {
		s = strings.TrimPrefix(s, p)
	}
	return strings.Trim(s, " .:-–—|*")
}

// isName reports whether words may be a name: short, letters, no address, no number.
func isName(s string) bool {
	if len(s) < 2 || len(s) > 80 || strings.ContainsAny(s, "/@<>{}=\\") || strings.Contains(s, "http") ||
		len(strings.Fields(s)) > 6 || vocab().is(strings.ToLower(s), furniture.NoName) {
		return false
	}
	letters := false
	for _, r := range s {
		if unicode.IsDigit(r) {
			return false
		}
		letters = letters || unicode.IsLetter(r)
	}
	return letters
}

// bylineOf returns the name in a line such as "By Jane Smith", "" for other lines.
func bylineOf(text string) string {
	if len(text) > 120 {
		return ""
	}
	rest, ok := cutLabel(text, vocab().bylineLabels)
	if !ok {
		return labelledName(text)
	}
	for _, cuts := range [][]string{bylineSigns, vocab().bylineEnds} {
		for _, cut := range cuts {
			if at := strings.Index(rest, cut); at > 0 {
				rest = rest[:at]
			}
		}
	}
	words := strings.Fields(rest)
	if len(words) == 0 || len(words) > 12 || lastMark(rest) == '.' {
		return ""
	}
	if r, _ := utf8.DecodeRuneInString(words[0]); !unicode.IsUpper(r) {
		return ""
	}
	return rest
}

// bylineSigns stand between the name of a byline and what follows.
var bylineSigns = []string{" | ", " - ", " – ", " — ", " · ", " • "}

// labelledName returns the name in a line such as "Door Anke de Vries", or "Published
// March 5, 2026 by Jane Smith in News"; "" for other lines. Since such words begin other
// lines too, what stands behind them must look like the name of a person.
func labelledName(text string) string {
	rest, ok := cutLabel(text, vocab().weakLabels)
	if !ok {
		rest = stampedName(text)
	}
	rest = cutAtAny(cutAtAny(rest, bylineSigns...), vocab().nameEnds...)
	if !isPersonal(rest) {
		return ""
	}
	return rest
}

// stampedName returns what stands behind "by" in a line that begins with a stamp: "Published March
// 5, 2026 by Jane Smith".
func stampedName(text string) string {
	parts := stampsIn(text)
	if len(parts) != 1 || len(parts[0].text) == len(text) {
		return ""
	}
	for _, by := range vocab().inner {
		if at := strings.Index(text, by); at > 0 && strings.ContainsAny(text[:at], "0123456789") {
			return text[at+len(by):]
		}
	}
	return ""
}
