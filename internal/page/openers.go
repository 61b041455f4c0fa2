package page

import (
	"strings"

	"github.com/dateline-go/dateline/lang/furniture"
)

// maxOpener is the longest line, in bytes, that is looked at for an opener.
const maxOpener = 90

// openerOf says what furniture a line opens, roleNone for none. Long openers may
// have more words behind them; a single word stands alone or before a colon.
func openerOf(text string) role {
	if len(text) > maxOpener {
		return roleNone
	}
	return openerIn(text, fold(text))
}

// opener is openerOf for a block.
func (b *block) opener() role {
	if len(b.text) > maxOpener {
		return roleNone
	}
	return openerIn(b.text, b.fold())
}

// openerIn does so for a text that is folded already.
func openerIn(text, f string) role {
	if f == "" {
		return roleNone
	}
	for _, p := range vocab().openers[f[0]] {
		if !strings.HasPrefix(f, p.words) {
			continue
		}
		rest := f[len(p.words):]
		if rest == "" {
			return p.role
		}
		if rest[0] != ' ' {
			continue
		}
		if strings.IndexByte(p.words, ' ') > 0 || strings.Count(rest, " ") <= 2 && !strings.HasSuffix(text, ".") ||
			text[len(text)-1] == ':' {
			return p.role
		}
	}
	return roleNone
}

// aboutName returns the name in a line such as "About Jane Smith" that opens an
// author box, "" for other lines.
func aboutName(text string) string {
	name, ok := cutLabel(text, vocab().about)
	if !ok || len(name) > 60 || lastMark(text) == '.' || lastMark(text) == '?' {
		return ""
	}
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 5 {
		return ""
	}
	for _, w := range words {
		if c := w[0]; 'a' <= c && c <= 'z' && !vocab().is(w, furniture.Particle) {
			return ""
		}
	}
	if vocab().is(strings.ToLower(words[0]), furniture.AboutNo) {
		return ""
	}
	return name
}

// junkIn counts the phrases of furniture in a folded text.
func junkIn(f string) int {
	in := vocab().junk.in(f)
	return in.count()
}

// junkLine is the number of words in which one phrase of furniture tells that a sentence is none of a story.
const junkLine = 6

// isJunk reports whether a sentence is furniture. "Watch", "support" and the like stand in stories too, so they count
// at its beginning, or where there is little else in it.
func (b *block) isJunk(words int) bool {
	f := b.fold()
	notices, junk := vocab().notices.whole(f), vocab().junk.whole(f)
	if n := junk.count(); notices.count() > 0 || n > 0 && words < n*junkLine {
		return true
	}
	for _, p := range vocab().table.Phrases(furniture.Junk) {
		if rest, ok := strings.CutPrefix(f, p.Words); ok && (rest == "" || rest[0] == ' ') {
			return true
		}
	}
	return false
}
