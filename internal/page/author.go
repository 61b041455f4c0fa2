package page

import (
	"cmp"
	"slices"
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
	if len(names) == 0 {
		names = namesOnPage(c, site)
	}
	if len(names) == 0 {
		names = fallback
	}
	var out []dateline.Author
	for _, n := range dropJoined(names) {
		out = append(out, dateline.Author{Name: n})
	}
	return out
}

// namesOnPage reads the first byline that has a name, else the line of several parts under the headline, else the
// signature at the end of the story.
func namesOnPage(c *content, site string) []string {
	for i := range c.blocks {
		if c.blocks[i].role == roleByline {
			if names := lineNames(c.bylineText(&c.blocks[i]), site); len(names) > 0 {
				return names
			}
		}
	}
	first, last := storyStart(c), -1
	if names := c.linkedNames(first); len(names) > 0 {
		return names
	}
	for i := max(0, first-6); i < first; i++ {
		if names := metaNames(c.blocks[i].text, site); len(names) > 0 {
			return names
		}
	}
	for i := range c.blocks {
		if c.blocks[i].role.isBody() {
			last = i
		}
	}
	for i := max(0, last-1); i < min(len(c.blocks), last+3); i++ {
		if names := signature(c.blocks[i].text, site); len(names) > 0 {
			return names
		}
	}
	return nil
}

// metaReach is how many blocks above the story the line under its headline may stand.
const metaReach = 8

// linkedNames returns the names right above the story that lead to the pages of authors.
func (c *content) linkedNames(first int) []string {
	if c.plain || first >= len(c.blocks) {
		return nil
	}
	from, to := c.blocks[max(0, first-metaReach)].off, c.blocks[first].off
	var names []string
	for _, a := range c.anchors {
		if a.start < from || a.end > to || a.end <= a.start || c.elems[a.elem].all&besideStory&^hintByline != 0 {
			continue
		}
		if name := collapse(c.text[a.start:a.end]); isPersonal(name) && leadsToAuthor(a.href) {
			names = appendNew(names, name)
		}
	}
	return names
}

// leadsToAuthor reports whether an address is that of an author's page: a folder of it is called so.
func leadsToAuthor(href string) bool {
	path, _, _ := strings.Cut(href, "?")
	folders := strings.Split(path, "/")
	for _, folder := range folders[:len(folders)-1] {
		if hintWords[strings.ToLower(folder)]&hintByline != 0 {
			return true
		}
	}
	return false
}

// bylineText returns the words of a byline with a comma where elements part words that no space does: a name and a job,
// or a handle.
func (c *content) bylineText(b *block) string {
	if name, ok := b.cutPost(); ok && b.gaps != nil && name == b.gaps[0] {
		return name
	}
	from, _ := slices.BinarySearch(c.cuts, b.off+1)
	text := b.text
	for k := len(c.cuts) - 1; k >= from; k-- {
		at := c.cuts[k] - b.off
		if c.plain || at <= 0 || at >= len(b.text) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(b.text[:at])
		behind, _ := utf8.DecodeRuneInString(b.text[at:])
		if unicode.IsLower(before) && (unicode.IsUpper(behind) || behind == '@') {
			text = text[:at] + ", " + text[at:]
		}
	}
	return text
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
			case sameSite(n, siteFold) || isDomain(n):
				others = appendNew(others, n)
			default:
				people = appendNew(people, n)
			}
		}
	}
	return people, others
}

// isDomain reports whether words are the address of a site, which systems write where nobody is named.
func isDomain(s string) bool {
	at := strings.LastIndexByte(s, '.')
	if at <= 0 || strings.ContainsAny(s, " @") {
		return false
	}
	ending := s[at+1:]
	return len(ending) >= 2 && len(ending) <= 4 && strings.ToLower(s) == s &&
		!strings.ContainsFunc(ending, unicode.IsPunct)
}

// lineNames reads the names of a byline on the page. Its words must begin with
// capitals, and what follows a date or a bar is not a name.
func lineNames(text, site string) []string {
	if named := cmp.Or(bylineOf(text), colonByline(text)); named != "" {
		text = named
	}
	if len(text) > maxStamp || strings.ContainsAny(text, "?!“”\"") {
		return nil
	}
	if of, ok := strings.CutSuffix(text, " "+site); ok {
		text = of
		for _, end := range vocab().nameEnds { // "Jane Smith of The Lantern"
			text = strings.TrimSuffix(text, strings.TrimSuffix(end, " "))
		}
	}
	if name, paper, ok := strings.Cut(text, "/"); ok && strings.HasSuffix(fold(site), fold(paper)) {
		text = name
	}
	if name, _ := cutPost(text); isPersonal(name) {
		text = name
	}
	people, _ := authorNames([]string{text}, site)
	var names []string
	for _, n := range people {
		n = cutAtAny(n, vocab().nameEnds...) // "Jane Smith in Paris"
		switch {
		case !looksLikeName(n) || isDesk(n):
		case len(names) > 0 && (namesPost(n) || isBody(n) || !isPersonal(n) && strings.Contains(text, " | ")):
		default:
			names = append(names, n)
		}
	}
	return names
}

// isBody reports whether words name a university or the like, which stands behind a name as a post does.
func isBody(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if vocab().is(strings.ToLower(w), furniture.OrgWord) {
			return true
		}
	}
	return false
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
		if unicode.IsLower(r) && len(w) > 3 && !isElided(w) {
			return false
		}
	}
	r, _ := utf8.DecodeRuneInString(s)
	return (!unicode.IsLower(r) || isElided(words[0])) && (len(words) > 1 || wide(r))
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

// colonByline returns the names in a line such as "By: Jane Smith - Correspondent / @jane", "" for other lines. Words
// before a colon begin other lines too, so what stands behind it must look like the names of people.
func colonByline(text string) string {
	label, rest, ok := strings.Cut(text, ":")
	if !ok || len(text) > 120 || !slices.Contains(vocab().bylineLabels, label+" ") {
		return ""
	}
	rest = cutAtAny(cutAtAny(rest, bylineSigns...), " / ", "@")
	rest = cutAtAny(rest, vocab().bylineEnds...)
	for _, name := range splitNames(rest) {
		if !isPersonal(name) && !namesPost(name) {
			return ""
		}
	}
	return strings.TrimSpace(rest)
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
	rest = cutNumbers(cutAtAny(cutAtAny(rest, bylineSigns...), vocab().nameEnds...))
	if !isPersonal(rest) {
		return ""
	}
	return rest
}

// stampedName returns what stands behind "by" in a line that begins with a stamp: "Published March
// 5, 2026 by Jane Smith".
func stampedName(text string) string {
	for _, by := range vocab().inner {
		if at := strings.Index(text, by); at > 0 && strings.ContainsAny(text[:at], "0123456789") {
			if parts := stampsIn(text); len(parts) != 1 || len(parts[0].text) == len(text) {
				return ""
			}
			return text[at+len(by):]
		}
	}
	return ""
}
