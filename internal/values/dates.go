package values

import (
	"fmt"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
)

// date reads a date, a span of time or a point counted from the day of publication. Values are as in ISO 8601
// ("2021-04-15", "2021-04", "2021", "2021-W15", "199X"), with XXXX for a year that is not known; "" where the words say
// no more than themselves.
func (r *reader) date(at, end int) Value {
	w := &r.words[at]
	v := Value{}
	switch {
	case r.written(w) && r.monthNumber(w.Fold) > 0:
		v = r.monthFirst(at, end)
	case w.Digit:
		v = r.dayFirst(at, end)
		if v.To == 0 {
			v = r.years(at, end)
		}
	case r.written(w) && r.weekdayNumber(w.Fold) >= 0:
		v = r.weekdayFirst(at, end)
	case r.lex.Is(w.Fold, lang.DayOff):
		v = Value{at, at + 1, dateline.DateValue, r.daysOff(int(r.figureOf(w.Fold, lang.DayOff)))}
	case r.roleValue(w.Fold, "turn") != "":
		if v = r.turnedDay(at, end); v.To == 0 {
			v = r.turn(at, end)
		}
	}
	if v.To == 0 && w.Capital {
		v = r.holiday(at, end)
	}
	if v.To == 0 && r.form.Behind {
		v = r.turnBehind(at, end)
	}
	if v.To == 0 && (w.Digit || r.figureOf(w.Fold, lang.Number) != 0 || r.role(w.Fold) == roleOne) {
		v = r.ago(at, end)
	}
	return v
}

// turnedDay reads "este lunes 14 de abril".
func (r *reader) turnedDay(at, end int) Value {
	if r.form.MonthFirst || at+1 >= end || r.weekdayNumber(r.words[at+1].Fold) < 0 {
		return Value{}
	}
	d := r.weekdayFirst(at+1, end)
	if d.To <= at+2 {
		return Value{}
	}
	d.From = at
	return d
}

// weekdayFirst reads "Friday", "Friday, April 15", "viernes 15 de abril".
func (r *reader) weekdayFirst(at, end int) Value {
	next := at + 1
	if next < end && r.words[next].Text == "," {
		next++
	} else if r.form.MonthFirst {
		next = end
	}
	if next < end && (r.words[next].Digit || r.monthNumber(r.words[next].Fold) > 0) {
		if d := r.date(next, end); d.To > 0 && d.Label == dateline.DateValue {
			d.From = at
			return d
		}
	}
	if v := r.turnBehind(at, end); v.To > 0 {
		return v
	}
	return r.dayOfWeek(at, end, r.weekdayNumber(r.words[at].Fold))
}

// monthFirst reads "April 15, 2021", "April 2021", "April 15", "April".
func (r *reader) monthFirst(at, end int) Value {
	month := r.monthNumber(r.words[at].Fold)
	next := r.linked(at+1, end)
	if y := r.year(next, end); y > 0 {
		return Value{at, next + 1, dateline.DateValue, fmt.Sprintf("%04d-%02d", y, month)}
	}
	if v := r.turnBehind(at, end); v.To > 0 {
		return v
	}
	if d := r.day(at+1, end); d > 0 && r.form.MonthFirst {
		to, y := at+2, 0
		if to < end && r.words[to].Text == "," {
			if y = r.year(to+1, end); y > 0 {
				to += 2
			}
		} else if y = r.year(to, end); y > 0 {
			to++
		}
		return Value{at, to, dateline.DateValue, r.dayOf(at, y, month, d)}
	}
	w := &r.words[at]
	if (r.role(w.Fold) == roleVerb || len(w.Fold) == shortName) && (w.First || !r.dated(at)) {
		return Value{} // the verbs "may" and "march", names such as "Jan"
	}
	v := Value{at, at + 1, dateline.DateValue, r.calendar(0, month, 0)}
	if p := r.published; !p.IsZero() && month != int(p.Month()) {
		switch r.tense(at) {
		case ahead:
			v.Value = r.monthOff(month, 1)
		case back:
			if r.dated(at) { // "was arrested in February"
				v.Value = r.monthOff(month, -1)
			}
		}
	}
	return v
}

// dayFirst reads "15 April 2021", "15 April", "2021-04-15".
func (r *reader) dayFirst(at, end int) Value {
	w := &r.words[at]
	if len(w.Text) == 10 && w.Text[4] == '-' {
		if t, err := time.Parse(time.DateOnly, w.Text); err == nil {
			return Value{at, at + 1, dateline.DateValue, t.Format(time.DateOnly)}
		}
	}
	if v := r.inFigures(at); v.To > 0 {
		return v
	}
	d := r.day(at, end)
	k := at + 1
	if k+1 < end && r.lex.Is(r.words[k].Fold, lang.OfWord) {
		k++
	}
	if d == 0 || k >= end || r.monthNumber(r.words[k].Fold) == 0 || !r.written(&r.words[k]) {
		return Value{}
	}
	month, to, y := r.monthNumber(r.words[k].Fold), k+1, 0
	if next := r.linked(to, end); r.year(next, end) > 0 {
		y, to = r.year(next, end), next+1
	} else if to < end && r.words[to].Text == "," {
		if y = r.year(to+1, end); y > 0 {
			to += 2
		}
	}
	return Value{at, to, dateline.DateValue, r.dayOf(at, y, month, d)}
}

// inFigures reads "3.10.2021", where the language writes dates so: day, month and year.
func (r *reader) inFigures(at int) Value {
	text := r.words[at].Text
	i := strings.IndexAny(text, r.form.DateMarks)
	if i < 1 {
		return Value{}
	}
	parts := strings.Split(text, text[i:i+1])
	if len(parts) != 3 || len(parts[0]) > 2 || len(parts[1]) > 2 {
		return Value{}
	}
	d, month, y := small(parts[0]), small(parts[1]), small(parts[2])
	if len(parts[2]) == 2 {
		if parts[2] != "00" && y == 0 {
			return Value{} // no figures
		}
		y = r.withCentury(y, month, d)
	}
	if y < 1000 || y > 2199 || !isDay(y, month, d) {
		return Value{}
	}
	return Value{at, at + 1, dateline.DateValue, r.calendar(y, month, d)}
}

// withCentury returns the full year of a date whose year has two figures: the last one that puts the date at most a
// year after the story was published, since news looks back further than it looks ahead. Where the day of publication
// is not known, 00 to 50 are years of this century and 51 to 99 of the last.
func (r *reader) withCentury(y, month, d int) int {
	p := r.published
	if p.IsZero() {
		if y > 50 {
			return 1900 + y
		}
		return 2000 + y
	}
	last := p.AddDate(1, 0, 0)
	y += (last.Year() / 100) * 100
	if time.Date(y, time.Month(month), d, 0, 0, 0, 0, last.Location()).After(last) {
		y -= 100
	}
	return y
}

// isDay reports whether the calendar has a day: it has no 31 February.
func isDay(y, month, d int) bool {
	if month < 1 || month > 12 || d < 1 {
		return false
	}
	return time.Date(y, time.Month(month), d, 0, 0, 0, 0, time.UTC).Day() == d
}

// years reads "2016", "the 1990s", "2018-19".
func (r *reader) years(at, end int) Value {
	w := &r.words[at]
	if e := r.form.DecadeEnd; e != "" && len(w.Fold) == 4+len(e) && strings.HasSuffix(w.Fold, "0"+e) &&
		small(w.Fold[:4]) > 1000 {
		return Value{at, at + 1, dateline.DateValue, w.Fold[:3] + "X"}
	}
	y := r.year(at, end)
	if y < 1500 || y > 2099 || at+1 < end && r.lex.Value(r.words[at+1].Fold, lang.Unit) != "" {
		return Value{}
	}
	if y < 1900 && !r.dated(at) {
		return Value{}
	}
	return Value{at, at + 1, dateline.DateValue, fmt.Sprintf("%04d", y)}
}
