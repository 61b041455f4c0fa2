package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/page/dates"
)

// How far above the story a pasted headline is looked for, in lines, and how many
// lines of the story it is compared with.
const (
	aboveStory = 120
	ofStory    = 40
)

// plainHeadline takes the line above the story that looks most like a headline: a few
// words that the story uses too, set apart, not the end of a sentence, not furniture,
// and best with a date or a byline under it.
func plainHeadline(c *content) (string, int) {
	first := firstBody(c)
	known := storyWords(c, first)
	best, at := 0.0, -1
	for i := max(0, first-aboveStory); i <= first && i < len(c.blocks); i++ {
		if s := headlineScore(c, i, first, known); s > best {
			best, at = s, i
		}
	}
	if at < 0 {
		return "", -1
	}
	// Of two lines that could be it, one under the other, the second is the dek. A rubric
	// may stand between them.
	above := at - 1
	if above > 0 && shapeOf(c.blocks[above].text).words <= 3 {
		above--
	}
	if above >= 0 && shapeOf(c.blocks[above].text).words >= 5 {
		less, n, under := nearlyBest, len(c.blocks[above].text), len(c.blocks[at].text)
		if at == first || under > n+n/5 && under > 60 {
			less = nearlyBestDek
		}
		if headlineScore(c, above, first, known) > best-less {
			at = above
		}
	}
	return c.blocks[at].text, at
}

// How much less a line may look like the headline than the one under it, and than one
// that is longer, as deks are, or looks like the story: such a line shares more of the
// story's words.
const (
	nearlyBest    = 0.8
	nearlyBestDek = 2.6
)

// storyWords returns the longer words at the beginning of the story.
func storyWords(c *content, first int) map[string]bool {
	known := map[string]bool{}
	for i, n := first, 0; i < len(c.blocks) && n < ofStory; i++ {
		if b := &c.blocks[i]; b.score > 0 && len(b.text) > 60 {
			n++
			eachLongWord(b.text, func(w string) { known[w] = true })
		}
	}
	return known
}

// eachLongWord calls f for the words of more than three letters, in lower case.
func eachLongWord(text string, f func(string)) {
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(w) > 3 {
			f(strings.ToLower(w))
		}
	}
}

// headlineScore says how much a line looks like the headline, 0 for not at all.
func headlineScore(c *content, i, first int, known map[string]bool) float64 {
	b := &c.blocks[i]
	m := shapeOf(b.text)
	if !mayBeHeadline(b, &m) || i == first && (m.endMark || m.runes > 120) {
		return 0
	}
	return 2 + 4*sharedWords(b.text, known) + headlineWords(b, &m) + headlinePlace(c, i) - 0.03*float64(first-i)
}

// mayBeHeadline reports whether a line could be a headline at all.
func mayBeHeadline(b *block, m *shape) bool {
	switch {
	case m.words < 3 && m.runes < 20, len(b.text) > 300, m.ellipsis || m.colon, b.role != roleNone || b.marked:
		return false
	}
	return bylineOf(b.text) == "" && !isDateLine(b.text)
}

// sharedWords is the share of the longer words of a line that the story has too; a line of few says little.
func sharedWords(text string, known map[string]bool) float64 {
	in, all := 0, 0
	eachLongWord(text, func(w string) {
		all++
		if known[w] {
			in++
		}
	})
	return float64(in) / float64(all+1)
}

// headlineWords says how much the words of a line are those of a headline.
func headlineWords(b *block, m *shape) float64 {
	s := 0.0
	if m.words >= 5 && m.words <= 18 {
		s += 2
	}
	if m.endMark && !m.question && lastMark(b.text) != '!' {
		s -= 4
	}
	if m.words > 22 {
		s -= 2
	}
	if hasCredit(b.text) {
		s -= 5
	}
	if junkIn(b.fold()) > 0 {
		s -= 2
	}
	if _, ok := dates.Parse(b.text); ok || 3*m.digits > m.runes {
		s -= 3
	}
	if strings.ContainsAny(b.text, "|»›>•·") {
		s -= 2
	}
	if isGappedMenu(b) {
		s -= 6
	}
	return s
}

// minMenu is how many words a menu has at least when only spaces set them apart.
const minMenu = 4

// isGappedMenu reports whether a line is a menu whose words two spaces or more set apart: "Home  Sport  Local News".
func isGappedMenu(b *block) bool {
	if len(b.gaps) < minMenu {
		return false
	}
	for _, part := range b.gaps {
		r, _ := utf8.DecodeRuneInString(part)
		if unicode.IsLower(r) || strings.Count(part, " ") > 2 {
			return false
		}
	}
	return true
}

// headlinePlace says how much a line stands where a headline does: set apart, with a byline or a date under it.
func headlinePlace(c *content, i int) float64 {
	b, s := &c.blocks[i], 0.0
	if b.blank > 0 || i == 0 {
		s++
	}
	if i+1 < len(c.blocks) && c.blocks[i+1].blank > 0 {
		s++
	}
	if i > 0 && b.blank == 0 && len(c.blocks[i-1].text) > 25 { // a dek, rather
		s -= 2
	}
	for j := i + 1; j <= i+4 && j < len(c.blocks); j++ {
		if t := c.blocks[j].text; bylineOf(t) != "" || isDateLine(t) {
			return s + 1.5
		}
	}
	return s
}
