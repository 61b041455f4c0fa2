package entities

import (
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
)

// years tells apart the events of one name that a story gives several years, such
// as two World Cups. It holds, by the name, the year of the one that the name alone
// means: the year given most often, of equals the last.
type years map[string]string

// newYears reads the years of the events of a story.
func (s *story) newYears(names []mention) years {
	count := map[[2]string]int{}
	main, several := years{}, map[string]bool{}
	for i := range names {
		n := &names[i]
		year := s.yearOf(n)
		if year == "" {
			continue
		}
		text := s.text(n.from, n.to)
		count[[2]string{text, year}]++
		old, ok := main[text]
		several[text] = several[text] || ok && old != year
		if a, b := count[[2]string{text, year}], count[[2]string{text, old}]; a > b || a == b && year > old {
			main[text] = year
		}
	}
	for text := range main {
		if !several[text] {
			delete(main, text)
		}
	}
	return main
}

// other returns the year of an event that is not the one its name alone means, ""
// for all others.
func (y years) other(s *story, n *mention) string {
	if len(y) == 0 || n.label != dateline.Event {
		return ""
	}
	if main := y[s.text(n.from, n.to)]; main != "" {
		if year := s.yearOf(n); year != main {
			return year
		}
	}
	return ""
}

// yearOf returns the year that stands right before or behind the name of an event,
// "" for none: "2018 World Cup", "World Cup of 2018".
func (s *story) yearOf(n *mention) string {
	if n.label != dateline.Event {
		return ""
	}
	behind := n.to
	if behind < len(s.words) && s.words[behind].is(lang.OfWord) {
		behind++
	}
	for _, i := range []int{n.from - 1, behind} {
		if i < 0 || i >= len(s.words) {
			continue
		}
		if t := s.words[i].text; len(t) == 4 && (t[:2] == "19" || t[:2] == "20") && strings.Trim(t, "0123456789") == "" {
			return t
		}
	}
	return ""
}
