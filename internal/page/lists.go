package page

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/page/dates"
)

// entry is one entry of a list of articles, as far as its lines give it.
type entry struct {
	section string
	title   string
	url     string
	rank    int
	age     string
	since   dates.Since
	dated   dateline.Date
}

// maxEntries is how many entries of a list are read.
const maxEntries = 200

// lister puts the lines of a list together to entries.
type lister struct {
	out  []entry
	cur  entry
	open bool // cur has begun
	next int  // the rank that is expected
}

// readList reads the entries of a list of articles from its lines. An entry is a
// rank, a section, a title and an age, each of which but the title may be missing,
// and each of which may stand on a line of its own.
func readList(lines []block, addressOf func(block) string) []entry {
	l := lister{next: 1}
	for i := range lines {
		follows := ""
		if i+1 < len(lines) {
			follows = lines[i+1].text
		}
		l.line(lines[i].text, follows)
		if addressOf != nil && l.cur.url == "" && l.cur.title != "" {
			l.cur.url = addressOf(lines[i])
		}
	}
	l.done()
	return l.out
}

// done ends the entry that has begun.
func (l *lister) done() {
	if l.open && l.cur.title == "" {
		l.cur.title, l.cur.section = l.cur.section, ""
	}
	if l.open && l.cur.title != "" && len(l.out) < maxEntries {
		l.out = append(l.out, l.cur)
	}
	l.cur, l.open = entry{}, false
}

// line reads one line; follows is the one behind it.
func (l *lister) line(text, follows string) {
	words, age, aged := cutAge("(" + strings.TrimPrefix(text, "("))
	if aged && words == "" {
		l.age(age)
		return
	}
	if text = l.rank(text); text == "" {
		return
	}
	if d, ok := wholeDate(text); ok {
		if l.open {
			l.cur.dated = d
		}
		return
	}
	title, age, aged := cutAge(text)
	if l.cur.title != "" {
		if l.cur.section == "" && isLabel(title) && (aged || isAge(follows)) {
			l.section(title)
			if aged {
				l.age(age)
			}
			return
		}
		l.done()
		l.next++
	}
	l.open = true
	if l.cur.section == "" && !aged && isLabel(text) && continues(follows, l.next) {
		l.cur.section = text
		return
	}
	l.cur.title = title
	if l.cur.section == "" {
		l.cur.section, l.cur.title = cutSection(title)
	}
	if aged {
		l.age(age)
	}
}

// rank takes the rank off a line and begins the entry that it opens; "" means that nothing else stands there.
func (l *lister) rank(text string) string {
	expected := l.next
	if l.open && l.cur.title == "" {
		expected = 0 // its title may begin with a number
	}
	rank, rest := cutRank(text, expected)
	if rank == 0 || rank > maxEntries {
		return text
	}
	l.done()
	l.cur.rank, l.open, l.next = rank, true, rank+1
	return rest
}

// section takes a label behind the title for the entry's section, unless the two look the other way round: a title of
// one word and a section of several.
func (l *lister) section(label string) {
	l.cur.section = label
	if !strings.Contains(l.cur.title, " ") && strings.Contains(label, " ") {
		l.cur.section, l.cur.title = l.cur.title, label
	}
}

// age sets the age of the entry that has begun, else that of the last one.
func (l *lister) age(text string) {
	since, _ := dates.Age(text)
	e := &l.cur
	if !l.open {
		if len(l.out) == 0 || l.out[len(l.out)-1].age != "" {
			return
		}
		e = &l.out[len(l.out)-1]
	}
	e.age, e.since = text, since
}

// isAge reports whether a text is an age and nothing else.
func isAge(text string) bool {
	_, ok := dates.Age(text)
	return ok
}

// cutSection splits the name of a section from the front of a title: one word
// before a colon, if what follows begins with a capital.
func cutSection(title string) (section, rest string) {
	head, tail, ok := strings.Cut(title, ": ")
	if !ok || strings.ContainsAny(head, " '’") || len(head) > 20 || len(tail) < minTitle {
		return "", title
	}
	if r, _ := utf8.DecodeRuneInString(tail); !unicode.IsUpper(r) {
		return "", title
	}
	return head, tail
}

// isLabel reports whether a line is short enough for the name of a section.
func isLabel(text string) bool {
	return len(text) <= 30 && strings.Count(text, " ") <= 2 && lastMark(text) != '.' && lastMark(text) != '?'
}

// continues reports whether a line carries on the entry of the line before it, as a
// title does: it is neither rank nor age nor another label.
func continues(text string, next int) bool {
	if rank, _ := cutRank(text, next); rank > 0 || text == "" || isAge(text) {
		return false
	}
	_, ok := wholeDate(text)
	return !ok && !isLabel(text)
}

// cutRank splits the place in a ranked list from the front of a line: "3. Title",
// "3) Title", "#3 Title", or "3" alone; "3 Title" and "3Title" where 3 is expected.
func cutRank(text string, expected int) (int, string) {
	s := strings.TrimPrefix(text, "#")
	n, i := 0, 0
	for i < len(s) && i < 3 && isDigit(s[i]) {
		n = n*10 + int(s[i]-'0')
		i++
	}
	switch {
	case i == 0:
		return 0, text
	case i == len(s):
		return n, ""
	case s[i] == '.' || s[i] == ')' || s[i] == ':':
		if rest := s[i+1:]; rest == "" || rest[0] == ' ' {
			return n, strings.TrimSpace(rest)
		}
	case len(s) < len(text), n == expected && (s[i] == ' ' || 'A' <= s[i] && s[i] <= 'Z'):
		return n, strings.TrimSpace(s[i:])
	}
	return 0, text
}

// cutAge splits an age from the end of a title: "Title - 3 hours ago".
func cutAge(text string) (title, age string, ok bool) {
	for _, sep := range []string{" - ", " – ", " — ", " | ", " · ", " • ", " (", "("} {
		at := strings.LastIndex(text, sep)
		if at < 0 || at == 0 && sep != "(" {
			continue
		}
		age = strings.TrimSuffix(text[at+len(sep):], ")")
		for _, w := range vocab().ageLabels {
			if len(age) > len(w) && strings.EqualFold(age[:len(w)], w) {
				age = age[len(w):]
			}
		}
		if isAge(age) {
			return strings.TrimSpace(text[:at]), age, true
		}
	}
	return text, "", false
}

// wholeDate reads a line that is a date and little else.
func wholeDate(text string) (dateline.Date, bool) {
	if len(text) > 60 || len(text) < 6 {
		return dateline.Date{}, false
	}
	d, ok := dates.Parse(text)
	if !ok {
		return d, false
	}
	words := 0
	for _, w := range strings.Fields(text) {
		if c := w[0] | 0x20; 'a' <= c && c <= 'z' {
			words++
		}
	}
	return d, words <= 5
}

// link makes a link of an entry; ages count back from the page's retrieval.
func (e entry) link(kind dateline.LinkKind, retrieved time.Time) dateline.Link {
	l := dateline.Link{
		Kind: kind, Title: e.title, URL: e.url, Section: e.section, Rank: e.rank, Age: e.age, Published: e.dated,
	}
	if e.age != "" && l.Published.IsZero() {
		l.Published = e.since.Before(retrieved)
	}
	return l
}

// endsList reports whether a line behind a blank one is no entry of a list any more
// but the next part of the page: sentences, a copyright line.
func endsList(b *block) bool {
	if b.blank == 0 {
		return false
	}
	m := shapeOf(b.text)
	sentences := m.endMark && !m.question && (m.ends > 1 || m.runes > 120)
	return sentences || strings.Contains(b.text, "©") || junkIn(fold(b.text)) > 1
}

// maxCuts is how many borders of inline elements are kept.
const maxCuts = 1 << 16

// cut notes that an inline element begins or ends inside a list item: a section or
// an age beside a title is often one, with no sign and no space between.
func (w *walker) cut(tag atom.Atom) {
	switch tag {
	case atom.A, atom.Span, atom.Time, atom.Small, atom.Label:
	default:
		return
	}
	at, n := len(w.text), len(w.c.cuts)
	inside := w.count[atom.Li] > 0 || (w.c.elems[w.top().elem].own|w.inline)&hintByline != 0
	if w.skip == 0 && inside && at > w.start && n < maxCuts && (n == 0 || w.c.cuts[n-1] < at) {
		w.c.cuts = append(w.c.cuts, at)
	}
}

// divide makes lines of the parts of blocks that inline elements divide.
func (c *content) divide(lines []block) []block {
	var out []block
	for _, b := range lines {
		i, _ := slices.BinarySearch(c.cuts, b.off+1)
		from := b.off
		part := func(to int) {
			p := b
			if p.text = strings.TrimSpace(c.text[from:to]); p.text != "" {
				out = append(out, p)
			}
			from = to
		}
		for ; i < len(c.cuts) && c.cuts[i] < b.off+len(b.text); i++ {
			part(c.cuts[i])
		}
		part(b.off + len(b.text))
	}
	return out
}

// cells makes lines of the parts of a line that wide gaps divide, as in a table.
func cells(lines []block) []block {
	out := make([]block, 0, len(lines))
	for _, b := range lines {
		if b.gaps == nil {
			out = append(out, b)
			continue
		}
		for _, part := range b.gaps {
			c := b
			c.text = part
			out = append(out, c)
		}
	}
	return out
}
