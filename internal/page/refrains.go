package page

import (
	"strings"

	"github.com/dateline-go/dateline/internal/paragraph"
)

// A plan, a recipe or a timetable says the same again and again: "Portions: 2", "Serve cold",
// "Platform 4". Its lines are short and look like a menu, but they come between paragraphs of the
// story.

// The parts of a story that repeats itself: how many lines they have at least, how many of these are in the story
// already, and the share of lines that come several times.
const (
	minRefrains  = 20
	minKept      = 5
	refrainShare = 0.55
)

// keepRefrains takes in all lines of the parts of a pasted story whose lines come again and again.
func (c *content) keepRefrains() {
	for i := 0; i < len(c.blocks); i++ {
		if c.blocks[i].score <= 0 {
			continue
		}
		style, j := styleOf(&c.blocks[i]), i+1
		for j < len(c.blocks) && styleOf(&c.blocks[j]) == style && c.mayRepeat(&c.blocks[j]) {
			j++
		}
		if c.repeatsItself(i, j) {
			for k := i; k < j; k++ {
				c.blocks[k].score = max(c.blocks[k].score, 0.01)
			}
		}
		i = j - 1
	}
}

// mayRepeat reports whether a line may stand inside a story that repeats itself: it is no furniture, date or byline, as
// come again and again in a list of other stories.
func (c *content) mayRepeat(b *block) bool {
	return !b.marked && !b.dated && b.role == roleNone && bylineOf(b.text) == ""
}

// repeatsItself reports whether most lines of a run come several times in it.
func (c *content) repeatsItself(from, to int) bool {
	if to-from < minRefrains {
		return false
	}
	count, kept := map[string]int{}, 0
	for i := from; i < to; i++ {
		count[twinKey(&c.blocks[i])]++
		if c.blocks[i].score > 0 {
			kept++
		}
	}
	again := 0
	for _, n := range count {
		if n > 2 {
			again += n
		}
	}
	return kept >= minKept && float64(again) >= refrainShare*float64(to-from)
}

// maxTwin is how much of a line is compared with others, in bytes.
const maxTwin = 60

// twinKey is what lines have in common that say the same: their words without numbers, up to a colon.
func twinKey(b *block) string {
	text := paragraph.Short(b.text, maxTwin)
	if at := strings.IndexByte(text, ':'); at > 2 && at < 40 {
		text = text[:at+1]
	}
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return '0'
		}
		return r
	}, text)
}
