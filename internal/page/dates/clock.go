package dates

import (
	"time"

	"github.com/dateline-go/dateline"
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
		h := toks[i]
		if h.kind != 'n' || len(h.text) > 2 || h.num > 24 {
			continue
		}
		sep := at(toks, i+1).text
		m := at(toks, i+2)
		hour, minute, second, j := h.num, 0, 0, i+1
		switch {
		case (sep == ":" || sep == "." || sep == "h") && m.kind == 'n' && len(m.text) == 2 && m.num < 60:
			minute, j = m.num, i+3
			if s := at(toks, i+4); at(toks, i+3).text == ":" && s.kind == 'n' && s.num < 61 && len(s.text) == 2 {
				second, j = s.num, i+5
				if at(toks, j).text == "." && at(toks, j+1).kind == 'n' { // parts of a second
					j += 2
				}
			}
		case sep == "am" || sep == "pm":
		default:
			continue
		}
		half := at(toks, j).text
		if half == "p" || half == "a" { // "p.m."
			half += "m"
			j = skip(toks, j, "a", "p", ".", "m") - 1
		}
		switch half {
		case "am":
			hour, j = hour%12, j+1
		case "pm":
			hour, j = hour%12+12, j+1
		}
		if hour > 23 {
			continue
		}
		return clock(d, hour, minute, second, zone(toks, j)), true
	}
	return d, false
}

// zones maps the names of time zones that pages write to hours from UTC, times ten.
var zones = map[string]int{
	"z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 10, "ist": 55, "cet": 10, "cest": 20, "mez": 10, "mesz": 20, "eet": 20,
	"eest": 30, "msk": 30, "est": -50, "edt": -40, "et": -50, "cst": -60, "cdt": -50, "mst": -70, "mdt": -60, "pst": -80,
	"pdt": -70, "akst": -90, "hst": -100, "jst": 90, "kst": 90, "aest": 100, "aedt": 110, "awst": 80, "nzst": 120,
	"nzdt": 130, "sgt": 80, "hkt": 80, "pkt": 50, "sast": 20, "wib": 70,
	"ast": -40, "adt": -30, "akdt": -80, "wat": 10, "cat": 20, "eat": 30, "gst": 40, "ict": 70, "pht": 80, "acst": 95, "acdt": 105,
	"brt": -30,
}

// zone reads the time zone at token i, UTC where there is none.
func zone(toks []token, i int) *time.Location {
	i = skip(toks, i, "(", ".", "m")
	t := at(toks, i)
	if t.kind == 'w' {
		tenths, ok := zones[t.text]
		if !ok {
			return time.UTC
		}
		if sign := at(toks, i+1).text; tenths == 0 && (sign == "+" || sign == "-") && at(toks, i+2).kind == 'n' {
			return zone(toks, i+1) // "GMT+0200"
		}
		if tenths == 0 {
			return time.UTC
		}
		return time.FixedZone("", tenths*360)
	}
	if t.text != "+" && t.text != "-" && t.text != "−" {
		return time.UTC
	}
	h, m := at(toks, i+1), 0
	if h.kind != 'n' {
		return time.UTC
	}
	hours := h.num
	switch {
	case len(h.text) == 4:
		hours, m = h.num/100, h.num%100
	case len(h.text) > 2:
		return time.UTC
	case at(toks, i+2).text == ":" && at(toks, i+3).kind == 'n':
		m = at(toks, i+3).num
	}
	if hours > 14 || m > 59 {
		return time.UTC
	}
	seconds := hours*3600 + m*60
	if t.text != "+" {
		seconds = -seconds
	}
	if seconds == 0 {
		return time.UTC
	}
	return time.FixedZone("", seconds)
}
