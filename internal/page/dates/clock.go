package dates

import (
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang/furniture"
)

// clock sets the time of a day.
func clock(d dateline.Date, h, m, s int, loc *time.Location) dateline.Date {
	y, mo, day := d.Time.Date()
	return dateline.Date{Time: time.Date(y, mo, day, h, m, s, 0, loc)}
}

// withTime reads the time of day that stands behind a date, or before it.
func withTime(d dateline.Date, toks []token, from, next int) (dateline.Date, bool) {
	if !d.DayOnly {
		return d, true
	}
	if x, ok := timeNear(d, toks, next, min(len(toks), next+8)); ok {
		return x, true
	}
	if x, ok := timeNear(d, toks, max(0, from-9), from); ok {
		return x, true
	}
	return d, true
}

// On reads a text with a time of day and no date, such as "9:15 p.m.", as a moment of a
// given day. The time is in the zone of that day where the text names none.
func On(day dateline.Date, s string) (dateline.Date, bool) {
	if day.IsZero() {
		return dateline.Date{}, false
	}
	toks := scan(s[:min(len(s), maxLen)])
	d, ok := timeNear(day, toks, 0, min(len(toks), 8))
	if !ok {
		return dateline.Date{}, false
	}
	if loc := day.Time.Location(); d.Time.Location() == time.UTC && !day.DayOnly {
		y, m, dd := d.Time.Date()
		d.Time = time.Date(y, m, dd, d.Time.Hour(), d.Time.Minute(), d.Time.Second(), 0, loc)
	}
	return d, true
}

// timeNear reads the first time of day that begins in a range of tokens.
func timeNear(d dateline.Date, toks []token, from, to int) (dateline.Date, bool) {
	for i := from; i < to; i++ {
		if t, ok := timeAt(toks, i); ok {
			return clock(d, t.hour, t.minute, t.second, zone(toks, t.next, d.Time)), true
		}
	}
	return d, false
}

// timeOfDay is a time of day; next is the token behind it.
type timeOfDay struct{ hour, minute, second, next int }

// timeAt reads a time of day that begins at token i: "9:15", "21.15:30", "9 pm", "9h15".
func timeAt(toks []token, i int) (timeOfDay, bool) {
	h := toks[i]
	if h.kind != 'n' || len(h.text) > 2 || h.num > 24 {
		return timeOfDay{}, false
	}
	t := timeOfDay{hour: h.num, next: i + 1}
	if m := at(toks, i+2); divides(at(toks, i+1).text) && m.kind == 'n' && len(m.text) == 2 && m.num < 60 {
		t.minute, t.next = m.num, i+3
		t.readSecond(toks)
	} else if _, half := halfOfDay(toks, i+1); half == "" {
		return timeOfDay{}, false
	}
	switch next, half := halfOfDay(toks, t.next); half {
	case "am":
		t.hour, t.next = t.hour%12, next
	case "pm":
		t.hour, t.next = t.hour%12+12, next
	}
	return t, t.hour <= 23
}

// divides reports whether a sign stands between hour and minute.
func divides(sign string) bool { return sign == ":" || sign == "." || sign == "h" }

// readSecond reads the second behind the minute, and passes over parts of one.
func (t *timeOfDay) readSecond(toks []token) {
	s := at(toks, t.next+1)
	if at(toks, t.next).text != ":" || s.kind != 'n' || s.num >= 61 || len(s.text) != 2 {
		return
	}
	t.second, t.next = s.num, t.next+2
	if at(toks, t.next).text == "." && at(toks, t.next+1).kind == 'n' {
		t.next += 2
	}
}

// halfOfDay reads "pm" or "p.m." at token i; half is "" where there is none.
func halfOfDay(toks []token, i int) (next int, half string) {
	text := at(toks, i).text
	if after := at(toks, i+1).text; len(text) == 1 && (after == "." || after == "m") { // "p.m."
		if half, ok := words().table.Value(text+"m", furniture.Half); ok {
			return skip(toks, i, "a", "p", ".", "m"), half
		}
	}
	half, _ = words().table.Value(text, furniture.Half)
	return i + 1, half
}

// zoned is a time zone that goes by one name; two says that the name stands for summer time too.
type zoned struct {
	winter, summer *time.Location
	two            bool
}

// on returns the zone on a day. The names that stand for both are those of North America.
func (z zoned) on(day time.Time) *time.Location {
	if z.two && isAmericanSummer(day) {
		return z.summer
	}
	return z.winter
}

// isAmericanSummer reports whether the clocks of the United States and Canada are on summer time: since 2007 from the
// second Sunday of March to the first of November.
func isAmericanSummer(day time.Time) bool {
	year, month, d := day.Date()
	switch {
	case month > time.March && month < time.November:
		return true
	case month == time.March:
		return d >= 8+daysToSunday(year, month)
	case month == time.November:
		return d < 1+daysToSunday(year, month)
	}
	return false
}

// daysToSunday returns how many days of a month come before its first Sunday.
func daysToSunday(year int, month time.Month) int {
	return (7 - int(time.Date(year, month, 1, 0, 0, 0, 0, time.UTC).Weekday())) % 7
}

// zone reads the time zone at token i, as it is on a day; UTC where there is none.
func zone(toks []token, i int, day time.Time) *time.Location {
	i = skip(toks, i, "(", ".", "m")
	t := at(toks, i)
	switch {
	case t.kind == 'w':
		z, ok := words().zones[t.text]
		sign := at(toks, i+1).text
		if ok && z.winter == time.UTC && (sign == "+" || sign == "-") && at(toks, i+2).kind == 'n' {
			return zone(toks, i+1, day) // "GMT+0200"
		}
		if ok {
			return z.on(day)
		}
	case t.text == "+":
		return fixed(offset(toks, i+1))
	case t.text == "-" || t.text == "−":
		return fixed(-offset(toks, i+1))
	}
	return time.UTC
}

// offset reads the seconds of an offset from UTC, "0200", "02:00" or "2", 0 for what is none.
func offset(toks []token, i int) int {
	h := at(toks, i)
	hours, minutes := h.num, 0
	switch {
	case h.kind != 'n':
		return 0
	case len(h.text) == 4:
		hours, minutes = h.num/100, h.num%100
	case len(h.text) > 2:
		return 0
	case at(toks, i+1).text == ":" && at(toks, i+2).kind == 'n':
		minutes = at(toks, i+2).num
	}
	if hours > 14 || minutes > 59 {
		return 0
	}
	return hours*3600 + minutes*60
}
