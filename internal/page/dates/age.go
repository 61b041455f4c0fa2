package dates

import (
	"strings"
	"time"

	"github.com/dateline-go/dateline"
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

// numbers are the words for small numbers in ages.
var numbers = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"einem": 1, "einer": 1, "un": 1, "une": 1, "una": 1, "um": 1, "uma": 1,
}

// units are the words for spans of time in ages, as a Since of one.
var units = map[string]Since{
	"second": {Duration: time.Second}, "sec": {Duration: time.Second}, "s": {Duration: time.Second},
	"minute": {Duration: time.Minute}, "min": {Duration: time.Minute}, "m": {Duration: time.Minute},
	"hour": {Duration: time.Hour}, "hr": {Duration: time.Hour}, "h": {Duration: time.Hour},
	"day": {Days: 1}, "d": {Days: 1}, "week": {Days: 7}, "wk": {Days: 7}, "w": {Days: 7},
	"month": {Months: 1}, "mo": {Months: 1}, "year": {Years: 1}, "yr": {Years: 1}, "y": {Years: 1},
	"minuten": {Duration: time.Minute}, "stunde": {Duration: time.Hour}, "stunden": {Duration: time.Hour},
	"tag": {Days: 1}, "tagen": {Days: 1}, "woche": {Days: 7}, "wochen": {Days: 7}, "monat": {Months: 1},
	"monaten": {Months: 1}, "jahr": {Years: 1}, "jahren": {Years: 1},
	"heure": {Duration: time.Hour}, "jour": {Days: 1}, "semaine": {Days: 7}, "mois": {Months: 1}, "an": {Years: 1},
	"minuto": {Duration: time.Minute}, "hora": {Duration: time.Hour}, "día": {Days: 1}, "semana": {Days: 7},
	"mes": {Months: 1}, "meses": {Months: 1}, "año": {Years: 1},
}

// mayBeAge reports whether a text ends or begins as ages do, which few lines of a
// page do.
func mayBeAge(s string) bool {
	if n := len(s) - len("ago"); n > 0 && strings.EqualFold(s[n:], "ago") {
		return true
	}
	switch s[0] | 0x20 {
	case 'y', 'g', 'a', 'j', 'v', 'h', 'i': // yesterday, gestern, ayer, just now, vor, hace, il y a
		return true
	}
	return false
}

// Age reads a text that is an age and nothing else, such as "3 years ago", "an hour
// ago", "vor 2 Tagen", "il y a 3 jours", "yesterday".
func Age(s string) (Since, bool) {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > maxAge || !mayBeAge(s) {
		return Since{}, false
	}
	words := strings.Fields(strings.ToLower(s))
	switch {
	case len(words) == 1 && (words[0] == "yesterday" || words[0] == "gestern" || words[0] == "ayer"):
		return Since{Days: 1}, true
	case len(words) == 2 && words[0] == "just" && words[1] == "now":
		return Since{Duration: time.Second}, true
	case len(words) >= 2 && words[len(words)-1] == "ago":
		words = words[:len(words)-1]
	case len(words) >= 3 && (words[0] == "vor" || words[0] == "hace" || words[0] == "há"):
		words = words[1:]
	case len(words) >= 5 && words[0] == "il" && words[1] == "y" && words[2] == "a":
		words = words[3:]
	default:
		return Since{}, false
	}
	if len(words) > 1 && (words[0] == "about" || words[0] == "over" || words[0] == "almost") {
		words = words[1:]
	}
	if len(words) == 1 { // "3h ago"
		i := 0
		for i < len(words[0]) && '0' <= words[0][i] && words[0][i] <= '9' {
			i++
		}
		words = []string{words[0][:i], words[0][i:]}
	}
	if len(words) != 2 {
		return Since{}, false
	}
	n := numbers[words[0]]
	if n == 0 {
		for i := 0; i < len(words[0]); i++ {
			c := words[0][i]
			if c < '0' || c > '9' || n > 9999 {
				return Since{}, false
			}
			n = n*10 + int(c-'0')
		}
	}
	unit, ok := units[words[1]]
	if !ok {
		unit, ok = units[strings.TrimSuffix(strings.TrimSuffix(words[1], "."), "s")]
	}
	if !ok || n == 0 {
		return Since{}, false
	}
	return Since{unit.Years * n, unit.Months * n, unit.Days * n, unit.Duration * time.Duration(n)}, true
}
