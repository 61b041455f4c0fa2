package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
)

// byline chooses the authors among what the page says: JSON-LD, meta, the markup of
// the byline, a line such as "By Jane Smith".
func byline(c *content, arts []article, site string) []dateline.Author {
	var names []string
	for _, a := range arts {
		if a.strength == 2 && len(names) == 0 {
			names = authorNames(a.authors, site)
		}
	}
	if len(names) == 0 {
		names = authorNames(c.meta.authors, site)
	}
	if len(names) == 0 {
		for i := range c.blocks {
			if c.blocks[i].role == roleByline {
				if names = authorNames([]string{c.blocks[i].text}, site); len(names) > 0 {
					break
				}
			}
		}
	}
	var out []dateline.Author
	for _, n := range names {
		out = append(out, dateline.Author{Name: n})
	}
	return out
}

// authorNames splits and tidies author fields; addresses of web pages and the like
// are no names.
func authorNames(fields []string, site string) []string {
	var names []string
	for _, f := range fields {
		for _, n := range splitNames(f) {
			if n = tidyName(n); isName(n) {
				names = appendNew(names, n)
			}
		}
	}
	return names
}

// splitNames splits a field at the signs and words that stand between names.
func splitNames(s string) []string {
	for _, sep := range []string{" and ", " und ", " et ", " y ", " & ", " | ", ";", "\n", " • ", " / "} {
		s = strings.ReplaceAll(s, sep, ",")
	}
	return strings.Split(s, ",")
}

// tidyName drops what stands before and behind a name in a byline.
func tidyName(s string) string {
	s = collapse(s)
	for _, p := range []string{"by ", "By ", "BY ", "Von ", "von ", "Par ", "par ", "Por ", "por ", "Di ", "di ", "Av ", "av ", "Af ", "Door ", "Text: ", "Written by ", "Posted by ", "Author: ", "Reported by ", "Story by "} {
		s = strings.TrimPrefix(s, p)
	}
	return strings.Trim(s, " .:-–—|*")
}

// isName reports whether words may be a name: short, with a letter in upper case or
// of a script without cases, no address, no number.
func isName(s string) bool {
	if s == "" || len(s) > 80 || strings.ContainsAny(s, "/@<>{}=\\") || strings.Contains(s, "http") || len(strings.Fields(s)) > 6 {
		return false
	}
	ok := false
	for _, r := range s {
		if unicode.IsDigit(r) {
			return false
		}
		ok = ok || unicode.IsLetter(r) && !unicode.IsLower(r)
	}
	return ok
}

// bylineOf returns the name in a line such as "By Jane Smith", "" for other lines.
func bylineOf(text string) string {
	if len(text) > 120 {
		return ""
	}
	for _, p := range []string{"By ", "BY ", "by ", "Von ", "Par ", "Por ", "Written by ", "Posted by ", "Author: ", "Reported by "} {
		rest, ok := strings.CutPrefix(text, p)
		if !ok {
			continue
		}
		for _, cut := range []string{" | ", " - ", " – ", " — ", " · ", " • ", " on ", " Published", " Updated"} {
			if at := strings.Index(rest, cut); at > 0 {
				rest = rest[:at]
			}
		}
		words := strings.Fields(rest)
		if len(words) == 0 || len(words) > 8 || lastMark(rest) == '.' {
			return ""
		}
		if r, _ := utf8.DecodeRuneInString(words[0]); !unicode.IsUpper(r) {
			return ""
		}
		return rest
	}
	return ""
}
