package values

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
)

// weekday is the last such day up to that of publication, as news has it.
func (r *reader) weekday(day int) string {
	p := r.published
	if p.IsZero() {
		return ""
	}
	return r.daysOff(-((int(p.Weekday()) - day + 7) % 7))
}

// daysOff is the day so many days from that of publication, "" where that is not known.
func (r *reader) daysOff(n int) string { return r.off(0, 0, n, time.DateOnly) }

// off is the day of publication with years, months and days added, written by a layout.
func (r *reader) off(years, months, days int, layout string) string {
	p := r.published
	if p.IsZero() {
		return ""
	}
	// Midnight in the zone of publication; AddDate from the first of the month for
	// months, so that none is skipped.
	day := p.Day()
	if layout != time.DateOnly {
		day = 1
	}
	return time.Date(p.Year(), p.Month(), day, 0, 0, 0, 0, time.UTC).AddDate(years, months, days).Format(layout)
}

// week is the ISO week so many weeks from that of publication.
func (r *reader) week(n int) string {
	p := r.published
	if p.IsZero() {
		return ""
	}
	y, w := p.AddDate(0, 0, 7*n).ISOWeek()
	return fmt.Sprintf("%04d-W%02d", y, w)
}

// pointOff is the year, month, week or day so many of the unit from publication; "" for other units.
func (r *reader) pointOff(unit string, n int) string {
	switch unit {
	case "Y":
		return r.off(n, 0, 0, "2006")
	case "M":
		return r.off(0, n, 0, "2006-01")
	case "W":
		return r.week(n)
	case "D":
		return r.daysOff(n)
	}
	return ""
}

// turn reads "last year", "next month", "this week", "last Friday".
func (r *reader) turn(at, end int) Value {
	if at+1 >= end {
		return Value{}
	}
	n, err := strconv.Atoi(r.roleValue(r.words[at].Fold, "turn"))
	if err != nil {
		return Value{}
	}
	v := Value{at, at + 2, dateline.DateValue, ""}
	fold := r.words[at+1].Fold
	switch unit := r.roleValue(fold, "span"); {
	case unit == "Y", unit == "M", unit == "W":
		v.Value = r.pointOff(unit, n)
		return v
	case r.role(fold) == roleSeason:
		return v
	}
	if month := r.monthNumber(fold); month > 0 && r.words[at+1].Capital {
		if v.Value = r.calendar(0, month, 0); n != 0 {
			v.Value = r.monthOff(month, n)
		}
		return v
	}
	day := r.weekdayNumber(fold)
	if day < 0 {
		return Value{}
	}
	switch p := r.published; {
	case p.IsZero():
	case n > 0:
		v.Value = r.nextWeekday(day)
	case n < 0:
		v.Value = r.daysOff(-((int(p.Weekday())-day+6)%7 + 1))
	default:
		v.Value = r.dayOfWeek(at+1, at+2, day).Value
	}
	return v
}

// mostUnits is how many units a span of time may have.
const mostUnits = 1e4

// ago reads "three years ago"; without the last word a span of time such as "six months", which has the value of a
// duration ("P6M").
func (r *reader) ago(at, end int) Value {
	x, to := 1.0, at+1
	one := r.role(r.words[at].Fold) == roleOne
	if !one {
		if x, to = r.number(at, end); to == 0 {
			return Value{}
		}
	}
	if to >= end || x != float64(int(x)) || x > mostUnits {
		return Value{}
	}
	n, unit := int(x), cmp.Or(r.roleValue(r.words[to].Fold, "span"), r.roleValue(r.words[to].Fold, "spans"))
	back := to+1 < end && r.role(r.words[to+1].Fold) == roleAgo
	if unit == "" || one && !back {
		return Value{}
	}
	v := Value{at, to + 1, dateline.DateValue, ""}
	if back {
		v.To++
	}
	if small, ok := strings.CutPrefix(unit, "T"); ok {
		v.Label, v.Value = dateline.TimeValue, fmt.Sprintf("PT%d%s", n, small)
	} else if v.Value = fmt.Sprintf("P%d%s", n, unit); back {
		v.Value = r.pointOff(unit, -n)
	}
	return v
}

// clock reads a time of day: "10:30 a.m.", "3 pm", "15:00 GMT"; the value is "T10:30".
func (r *reader) clock(at, end int) Value {
	hour, minute, colon := strings.Cut(r.words[at].Text, ":")
	h, m := small(hour), small(minute)
	if len(hour) > 2 || hour == "" || h > 24 || m > 59 || h == 0 && strings.Trim(hour, "0") != "" ||
		colon && len(minute) != 2 {
		return Value{}
	}
	to, half := at+1, ""
	if to < end {
		half = r.roleValue(r.words[to].Fold, "clock")
	}
	switch {
	case half == "" && !colon:
		return Value{}
	case half == "12" && h < 12:
		h += 12
	case half == "0" && h == 12:
		h = 0
	}
	if half != "" {
		to++
	}
	if to < end && r.role(r.words[to].Text) == roleZone {
		to++
	}
	return Value{at, to, dateline.TimeValue, fmt.Sprintf("T%02d:%02d", h, m)}
}
