package page

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/page/dates"
	"github.com/dateline-go/dateline/internal/paragraph"
	"github.com/dateline-go/dateline/lang/furniture"
)

// stamp is one part of a line of dates: "Posted March 3, 2026" or "updated 9:15 p.m.".
type stamp struct {
	text    string
	changed bool // the words before the date say that the story was changed
}

// stampsIn divides a line at the words that say what its dates stand for. What stands
// before the first of them is a part of its own.
func stampsIn(line string) []stamp {
	var out []stamp
	from, changed := 0, false
	for at, end := nextWord(line, 0); at < len(line); at, end = nextWord(line, end) {
		says, ok := vocab().table.Value(strings.ToLower(line[at:end]), furniture.Stamp)
		if !ok {
			continue
		}
		if at > from {
			out = append(out, stamp{line[from:at], changed})
		}
		from, changed = end, says == "modified"
	}
	return append(out, stamp{line[from:], changed})
}

// nextWord returns the next run of letters from an offset, the end of the line for none.
func nextWord(line string, from int) (at, end int) {
	at = strings.IndexFunc(line[from:], unicode.IsLetter)
	if at < 0 {
		return len(line), len(line)
	}
	at += from
	end = strings.IndexFunc(line[at:], func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		return at, len(line)
	}
	return at, at + end
}

// maxBefore is how many words may stand between the word for a change and its date:
// "Updated on Sunday,", "Updated at:".
const maxBefore = 3

// changeIn returns the date of change that a line gives. A time of day alone is of the
// day of publication. Sentences that tell of something "updated in March" give none.
func changeIn(line string, published dateline.Date, retrieved time.Time) dateline.Date {
	for _, s := range stampsIn(line) {
		if !s.changed {
			continue
		}
		text := strings.TrimLeft(s.text, " :-–—")
		digit := strings.IndexAny(text, "0123456789")
		if digit >= 0 && len(strings.Fields(text[:digit])) > maxBefore {
			continue
		}
		if d, ok := dates.Parse(text); ok {
			return d
		}
		if since, ok := dates.Age(strings.TrimRight(text, " |·•.")); ok {
			return since.Before(retrieved)
		}
		if d, ok := dates.On(published, text); ok {
			return d
		}
	}
	return dateline.Date{}
}

// publishedIn returns the first date of a line that is not that of a change.
func publishedIn(line string) (dateline.Date, bool) {
	for _, s := range stampsIn(line) {
		if s.changed {
			continue
		}
		if d, ok := dates.Parse(paragraph.Short(s.text, 60)); ok {
			return d, true
		}
	}
	return dateline.Date{}, false
}

// changeNear looks for the date of change in the lines around the headline and the
// beginning of the story that are none of the story.
func changeNear(c *content, first int, published dateline.Date, retrieved time.Time) dateline.Date {
	for i := max(0, first-20); i < len(c.blocks) && i <= first+2; i++ {
		b := &c.blocks[i]
		if len(b.text) > maxStamp || b.role.isBody() || b.role == roleHeadline ||
			b.hints&(hintMenu|hintNav) != 0 || 2*b.linked > len(b.text) {
			continue
		}
		if d := changeIn(b.text, published, retrieved); !d.IsZero() {
			return d
		}
	}
	return dateline.Date{}
}

// maxStamp is the longest line that is looked at for a date, in bytes.
const maxStamp = 160

// isChange reports whether the words right before a date in a block say that it is
// that of a change.
func isChange(c *content, t timeMark) bool {
	if t.block >= len(c.blocks) || t.words == "" {
		return false
	}
	before, _, ok := strings.Cut(c.blocks[t.block].text, collapse(t.words))
	if !ok || utf8.RuneCountInString(before) > maxStamp {
		return false
	}
	parts := stampsIn(before)
	return parts[len(parts)-1].changed
}
