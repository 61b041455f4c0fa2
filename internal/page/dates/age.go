package dates

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang/furniture"
)

// Since is how long ago something was, as a page writes it.
type Since struct {
	Years, Months, Days int
	Duration            time.Duration
}

// Before counts back from a moment. The result is a day, unless the age is given in
// hours or less. Before the zero time there is nothing: the result is the zero Date.
func (s Since) Before(t time.Time) dateline.Date {
	if t.IsZero() {
		return dateline.Date{}
	}
	if s.Duration > 0 {
		return dateline.Date{Time: t.Add(-s.Duration).Truncate(time.Minute)}
	}
	day := time.Date(t.Year()-s.Years, t.Month()-time.Month(s.Months), 1, 0, 0, 0, 0, time.UTC)
	last := day.AddDate(0, 1, -1).Day() // a month back from the 31st is the last of the month
	day = day.AddDate(0, 0, min(t.Day(), last)-1-s.Days)
	return dateline.Day(day.Year(), day.Month(), day.Day())
}

// maxAge is the longest text that Age reads as an age, in bytes.
const maxAge = 40

// mayBeAge reports whether a text ends or begins as ages do, which few lines of a
// page do.
func mayBeAge(s string) bool {
	v := words()
	for _, end := range v.behind {
		if n := len(s) - len(end); n > 0 && strings.EqualFold(s[n:], end) {
			return true
		}
	}
	return v.begins[s[0]|0x20]
}

// Age reads a text that is an age and nothing else, such as "3 years ago", "an hour
// ago", "vor 2 Tagen", "il y a 3 jours", "yesterday".
func Age(s string) (Since, bool) {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > maxAge || !mayBeAge(s) {
		return Since{}, false
	}
	v := words()
	parts := strings.Fields(strings.ToLower(s))
	switch whole := strings.Join(parts, " "); {
	case v.table.Is(whole, furniture.Yesterday):
		return Since{Days: 1}, true
	case v.table.Is(whole, furniture.Now):
		return Since{Duration: time.Second}, true
	}
	parts, ok := v.cutAgo(parts)
	if !ok {
		return Since{}, false
	}
	if len(parts) > 1 && v.table.Is(parts[0], furniture.AgeAbout) {
		parts = parts[1:]
	}
	if len(parts) == 1 { // "3h ago"
		digits := len(parts[0]) - len(strings.TrimLeft(parts[0], "0123456789"))
		parts = []string{parts[0][:digits], parts[0][digits:]}
	}
	if len(parts) != 2 {
		return Since{}, false
	}
	n, unit := v.count(parts[0]), v.unit(parts[1])
	all := Since{unit.Years * n, unit.Months * n, unit.Days * n, unit.Duration * time.Duration(n)}
	return all, all != Since{}
}

// cutAgo takes off the words that make an age of a span of time: "ago", "il y a".
func (v *vocabulary) cutAgo(parts []string) ([]string, bool) {
	if last := len(parts) - 1; last > 0 && slices.Contains(v.behind, parts[last]) {
		return parts[:last], true
	}
	for _, before := range v.before {
		if n := len(before); len(parts) >= n+2 && slices.Equal(parts[:n], before) {
			return parts[n:], true
		}
	}
	return nil, false
}

// count reads a number of at most five figures, or a word for one; 0 for what is none.
func (v *vocabulary) count(word string) int {
	if n := v.numbers[word]; n > 0 {
		return n
	}
	n, err := strconv.ParseUint(word, 10, 32)
	if err != nil || n > 99_999 {
		return 0
	}
	return int(n)
}

// unit reads a word for a span of time, which may be a plural or have a full stop behind it.
func (v *vocabulary) unit(word string) Since {
	if unit, ok := v.units[word]; ok {
		return unit
	}
	return v.units[strings.TrimSuffix(strings.TrimSuffix(word, "."), "s")]
}
