package page

import (
	"strings"
	"time"

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

// readList reads the entries of a list of articles from its lines. An entry is a
// rank, a section, a title and an age, each of which but the title may be missing,
// and each of which may stand on a line of its own.
func readList(lines []block, addressOf func(block) string) []entry {
	var out []entry
	var cur entry
	open := false // cur has begun
	done := func() {
		if open && cur.title == "" {
			cur.title, cur.section = cur.section, ""
		}
		if open && cur.title != "" && len(out) < maxEntries {
			out = append(out, cur)
		}
		cur, open = entry{}, false
	}
	for i := range lines {
		text := lines[i].text
		if rank, rest := cutRank(text); rank > 0 && rank <= maxEntries {
			done()
			cur.rank, open, text = rank, true, rest
			if text == "" {
				continue
			}
		}
		if since, ok := dates.Age(text); ok {
			if open {
				cur.age, cur.since = text, since
				done()
			} else if len(out) > 0 && out[len(out)-1].age == "" {
				out[len(out)-1].age, out[len(out)-1].since = text, since
			}
			continue
		}
		if d, ok := wholeDate(text); ok {
			if open {
				cur.dated = d
				done()
			}
			continue
		}
		if open && cur.title != "" {
			done()
		}
		open = true
		if cur.section == "" && isLabel(text) && i+1 < len(lines) && continues(lines[i+1].text) {
			cur.section = text
			continue
		}
		cur.title = text
		if addressOf != nil {
			cur.url = addressOf(lines[i])
		}
		if title, age, ok := cutAge(text); ok {
			cur.title, cur.age = title, age
			cur.since, _ = dates.Age(age)
			done()
		}
	}
	done()
	return out
}

// isLabel reports whether a line is short enough for the name of a section.
func isLabel(text string) bool {
	return len(text) <= 30 && strings.Count(text, " ") <= 2 && lastMark(text) != '.' && lastMark(text) != '?'
}

// continues reports whether a line carries on the entry of the line before it, as a
// title does: it is neither rank nor age.
func continues(text string) bool {
	if rank, _ := cutRank(text); rank > 0 {
		return false
	}
	if _, ok := dates.Age(text); ok {
		return false
	}
	_, ok := wholeDate(text)
	return !ok && !isLabel(text)
}

// cutRank splits the place in a ranked list from the front of a line: "3. Title",
// "3) Title", "#3 Title", or "3" alone.
func cutRank(text string) (int, string) {
	s := strings.TrimPrefix(text, "#")
	n, i := 0, 0
	for i < len(s) && i < 3 && '0' <= s[i] && s[i] <= '9' {
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
	case s[i] == ' ' && len(s) < len(text):
		return n, strings.TrimSpace(s[i:])
	}
	return 0, text
}

// cutAge splits an age from the end of a title: "Title - 3 hours ago".
func cutAge(text string) (title, age string, ok bool) {
	for _, sep := range []string{" - ", " – ", " — ", " | ", " · ", " • ", " ("} {
		at := strings.LastIndex(text, sep)
		if at <= 0 {
			continue
		}
		age = strings.TrimSuffix(text[at+len(sep):], ")")
		if _, ok := dates.Age(age); ok {
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
	l := dateline.Link{Kind: kind, Title: e.title, URL: e.url, Section: e.section, Rank: e.rank, Age: e.age, Published: e.dated}
	if e.age != "" && l.Published.IsZero() {
		l.Published = e.since.Before(retrieved)
	}
	return l
}
