package values

import (
	"strconv"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
)

// mostOfHoliday is how many words the name of a holiday has at most: "New Year's Eve".
const mostOfHoliday = 4

// holiday reads the name of a holiday: "Easter", "Good Friday", "Christmas Eve". Its day is the next one where the
// clause speaks of what is to come, the last one where it looks back, else the nearest to publication.
func (r *reader) holiday(at, end int) Value {
	rule, to, name := "", 0, ""
	for k := at; k < min(end, at+mostOfHoliday); k++ {
		name = strings.TrimSpace(name + " " + r.words[k].Fold)
		if is := r.roleValue(name, roleHoliday); is != "" {
			rule, to = is, k+1
		}
	}
	if rule == "" {
		return Value{}
	}
	v := Value{at, to, dateline.DateValue, ""}
	if p := r.published; !p.IsZero() {
		v.Value = r.holidayNear(at, rule).Format(time.DateOnly)
	}
	return v
}

// holidayNear returns the day of a holiday that its clause means.
func (r *reader) holidayNear(at int, rule string) time.Time {
	p := r.published
	today := time.Date(p.Year(), p.Month(), p.Day(), 0, 0, 0, 0, time.UTC)
	next := holidayOf(today.Year(), rule)
	past := next
	if next.Before(today) {
		next = holidayOf(today.Year()+1, rule)
	}
	if past.After(today) {
		past = holidayOf(today.Year()-1, rule)
	}
	t := r.tense(at)
	if at > 0 && r.role(r.words[at-1].Fold) == roleUntil && t != back {
		t = ahead
	}
	if t == ahead || t == 0 && next.Sub(today) <= today.Sub(past) {
		return next
	}
	return past
}

// holidayOf returns the day of a holiday in a year. Its rule is a day, "12-25", or so many days from Easter Sunday,
// "easter-2".
func holidayOf(y int, rule string) time.Time {
	if off, ok := strings.CutPrefix(rule, "easter"); ok {
		n, _ := strconv.Atoi(off) // "" is 0
		return easter(y).AddDate(0, 0, n)
	}
	month, day, _ := strings.Cut(rule, "-")
	return time.Date(y, time.Month(small(month)), small(day), 0, 0, 0, 0, time.UTC)
}

// easter returns Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8).
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	n := (h + l - 7*m + 90) / 25
	return time.Date(y, time.Month(n), (h+l-7*m+33*n+19)%32, 0, 0, 0, 0, time.UTC)
}
