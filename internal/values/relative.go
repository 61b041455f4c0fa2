package values

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
)

// turn reads "last year", "next month", "this week", "last Friday".
func (r *reader) turn(at, end int) Value {
	if at+1 >= end {
		return Value{}
	}
	turn, noun := r.roleValue(r.words[at].Fold, "turn"), at+1
	if next := r.linked(noun+1, end); next > noun+1 && r.roleValue(r.words[noun].Fold, "span") == "M" &&
		r.monthNumber(r.words[next].Fold) > 0 { // "el pasado mes de marzo"
		noun = next
	}
	v := Value{at, noun + 1, dateline.DateValue, ""}
	return r.turnOf(v, turn, noun)
}

// turnBehind reads "semana pasada", "lundi dernier", where the language writes so.
func (r *reader) turnBehind(at, end int) Value {
	if !r.form.Behind || at+1 >= end {
		return Value{}
	}
	return r.turnOf(Value{at, at + 2, dateline.DateValue, ""}, r.roleValue(r.words[at+1].Fold, "turn"), at)
}

// turnOf gives a date the value of a unit of time, a month or a weekday counted from publication: turn is "-1" for the
// last one, "0" for this one, "1" for the next.
func (r *reader) turnOf(v Value, turn string, noun int) Value {
	n, err := strconv.Atoi(turn)
	if err != nil {
		return Value{}
	}
	fold := r.words[noun].Fold
	switch unit := r.roleValue(fold, "span"); {
	case unit == "Y", unit == "M", unit == "W":
		v.Value = r.pointOff(unit, n)
		return v
	case r.role(fold) == roleSeason:
		return v
	}
	if month := r.monthNumber(fold); month > 0 && r.written(&r.words[noun]) {
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
		v.Value = r.dayOfWeek(noun, noun+1, day).Value
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
	behind := to+1 < end && r.role(r.words[to+1].Fold) == roleAgo
	from := at
	if unit != "" && !behind {
		from = r.agoBefore(at)
	}
	back := behind || from < at
	if unit == "" || one && !back {
		return Value{}
	}
	v := Value{from, to + 1, dateline.DateValue, ""}
	if behind {
		v.To++
	}
	if small, ok := strings.CutPrefix(unit, "T"); ok {
		v.Label, v.Value = dateline.TimeValue, fmt.Sprintf("PT%d%s", n, small)
	} else if v.Value = fmt.Sprintf("P%d%s", n, unit); back {
		v.Value = r.pointOff(unit, -n)
	}
	return v
}

// mostBefore is how many words stand at most before a span of time and say that it is gone by.
const mostBefore = 3

// agoBefore returns where the words begin that say before a span of time that it is gone by, "vor", "hace", "il y a";
// the index of the span itself where there are none.
func (r *reader) agoBefore(at int) int {
	before := ""
	for from := at - 1; from >= max(r.free, at-mostBefore); from-- {
		before = strings.TrimSpace(r.words[from].Fold + " " + before)
		if r.role(before) == roleAgoBefore {
			return from
		}
	}
	return at
}
