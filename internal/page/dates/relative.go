package dates

import (
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang/furniture"
)

// maxDay is the longest text that is read as a day without its year, in bytes.
const maxDay = 40

// IsDay reports whether a text is a day that only the moment of reading tells, and nothing else:
// "Yesterday at 4:25 PM".
func IsDay(s string) bool {
	if len(s) > maxDay {
		return false
	}
	first, rest, _ := strings.Cut(strings.ToLower(s), " ")
	_, named := words().table.Value(strings.TrimRight(first, ","), furniture.DayWord)
	return named && (rest == "" || strings.ContainsAny(rest, "0123456789"))
}

// The longest name of a weekday, and of a zone or a word such as "Uhr", in bytes.
const (
	maxWeekday = 12
	maxZone    = 4
)

// IsMoment reports whether a text is a date with its time of day, and nothing else: "Sat 7 Nov 2026 06.00 GMT".
func IsMoment(s string) bool {
	d, ok := Parse(s)
	if !ok || d.DayOnly || len(s) > 2*maxDay {
		return false
	}
	for i, t := range scan(s) {
		_, half := words().table.Value(t.text, furniture.Half)
		isWeekday := i == 0 && len(t.text) <= maxWeekday
		if t.kind == 'w' && !isWeekday && !half && monthOf(t.text) == 0 && len(t.text) > maxZone {
			return false
		}
	}
	return true
}

// Near reads a day that is written without its year, as seen from a moment: "Yesterday at 4:25 PM", "Tue., March 5",
// "5 Mar". A day of the year is the last one that had come by then. Nothing is near the zero time.
func Near(s string, seen time.Time) (dateline.Date, bool) {
	if seen.IsZero() || len(s) > maxDay {
		return dateline.Date{}, false
	}
	toks := scan(s)
	if IsDay(s) {
		back, _ := words().table.Value(toks[0].text, furniture.DayWord)
		day := seen.AddDate(0, 0, -number(back))
		return withTime(dateline.Day(day.Year(), day.Month(), day.Day()), toks, 0, 1)
	}
	for i := range toks {
		month, day := monthOf(toks[i].text), 0
		if month == 0 {
			continue
		}
		behind := at(toks, skip(toks, i+1, "."))
		switch {
		case isDayNumber(behind):
			day = behind.num
		case i > 0 && isDayNumber(toks[i-1]):
			day = toks[i-1].num
		default:
			continue
		}
		year := seen.Year()
		if limit := seen.AddDate(0, 0, 1); time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).After(limit) {
			year--
		}
		d, ok := ymd{year, month, day}.date()
		if !ok {
			return d, false
		}
		return withTime(d, toks, i, i+2)
	}
	return dateline.Date{}, false
}

func isDayNumber(t token) bool { return t.kind == 'n' && len(t.text) <= 2 && t.num >= 1 && t.num <= 31 }
