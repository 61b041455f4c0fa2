package values

import (
	"fmt"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
)

// monthNumber is the number of a month by its folded name, 0 for none.
func (r *reader) monthNumber(fold string) int { return int(r.figureOf(fold, lang.Month)) }

// weekdayNumber is the number of a weekday by its folded name, -1 for none.
func (r *reader) weekdayNumber(fold string) int {
	if !r.lex.Is(fold, lang.Weekday) || len(fold) <= shortName {
		return -1
	}
	return int(r.figureOf(fold, lang.Weekday)) % 7
}

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
		v = r.turn(at, end)
	}
	if v.To == 0 && r.form.Behind {
		v = r.turnBehind(at, end)
	}
	if v.To == 0 && (w.Digit || r.figureOf(w.Fold, lang.Number) != 0 || r.role(w.Fold) == roleOne) {
		v = r.ago(at, end)
	}
	return v
}

// written reports whether a month or weekday is written as the language writes them, with a capital or without.
func (r *reader) written(w *Word) bool {
	if r.form.SmallMonths {
		return !w.Capital || w.First
	}
	return w.Capital
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
	return r.dayOfWeek(at, end, r.weekdayNumber(r.words[at].Fold))
}

// year reads a year of four digits, 0 for none.
func (r *reader) year(at, end int) int {
	if at >= end || len(r.words[at].Text) != 4 {
		return 0
	}
	y := small(r.words[at].Text)
	if y < 1000 || y > 2199 {
		return 0
	}
	return y
}

// small reads a short number in digits, 0 for none.
func small(text string) int {
	n := 0
	for i := 0; i < len(text); i++ {
		if text[i] < '0' || text[i] > '9' || i > 3 {
			return 0
		}
		n = n*10 + int(text[i]-'0')
	}
	return n
}

// day reads the day of a month: "4", "4th".
func (r *reader) day(at, end int) int {
	if at >= end {
		return 0
	}
	text := r.words[at].Fold
	for _, th := range r.form.Ordinals {
		text = strings.TrimSuffix(text, th)
	}
	if d := small(text); d <= 31 && len(text) <= 2 {
		return d
	}
	return 0
}

// shortName is how many letters a month or weekday has that is cut short.
const shortName = 3

// linked returns the index behind the word that links two parts of a date, where the language has one.
func (r *reader) linked(at, end int) int {
	if r.form.Linked && at+1 < end && r.lex.Is(r.words[at].Fold, lang.OfWord) {
		return at + 1
	}
	return at
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
		return Value{at, to, dateline.DateValue, r.calendar(y, month, d)}
	}
	w := &r.words[at]
	if (r.role(w.Fold) == roleVerb || len(w.Fold) == shortName) && (w.First || !r.dated(at)) {
		return Value{} // the verbs "may" and "march", names such as "Jan"
	}
	v := Value{at, at + 1, dateline.DateValue, r.calendar(0, month, 0)}
	if p := r.published; !p.IsZero() && month != int(p.Month()) && r.ahead(at) {
		v.Value = r.monthOff(month, 1)
	}
	return v
}

// dated reports whether the word before speaks of time.
func (r *reader) dated(at int) bool {
	if at == 0 {
		return false
	}
	return r.lex.Is(r.words[at-1].Fold, lang.TimeBefore)
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
	return Value{at, to, dateline.DateValue, r.calendar(y, month, d)}
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
		y += 2000
	}
	if d < 1 || d > 31 || month < 1 || month > 12 || y < 1000 || y > 2199 {
		return Value{}
	}
	return Value{at, at + 1, dateline.DateValue, r.calendar(y, month, d)}
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

// calendar writes a date; a year that is not given is the one that puts the date nearest to publication. Day 0
// stands for a month.
func (r *reader) calendar(y, month, d int) string {
	if p := r.published; y == 0 && !p.IsZero() {
		y = p.Year()
		switch diff := month - int(p.Month()); {
		case diff > 6:
			y--
		case diff < -6:
			y++
		}
	}
	year := "XXXX"
	if y > 0 {
		year = fmt.Sprintf("%04d", y)
	}
	if d == 0 {
		return fmt.Sprintf("%s-%02d", year, month)
	}
	return fmt.Sprintf("%s-%02d-%02d", year, month, d)
}
