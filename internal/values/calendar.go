package values

import (
	"fmt"
	"strings"
	"time"

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

// shortName is how many letters a month or weekday has that is cut short.
const shortName = 3

// written reports whether a month or weekday is written as the language writes them, with a capital or without.
func (r *reader) written(w *Word) bool {
	if r.form.SmallMonths {
		return !w.Capital || w.First
	}
	return w.Capital
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

// dated reports whether the word before speaks of time.
func (r *reader) dated(at int) bool {
	if at == 0 {
		return false
	}
	return r.lex.Is(r.words[at-1].Fold, lang.TimeBefore)
}

// linked returns the index behind the word that links two parts of a date, where the language has one.
func (r *reader) linked(at, end int) int {
	if r.form.Linked && at+1 < end && r.lex.Is(r.words[at].Fold, lang.OfWord) {
		return at + 1
	}
	return at
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

// nextWeekday is the first such day after that of publication, "" where that is not known.
func (r *reader) nextWeekday(day int) string {
	p := r.published
	if p.IsZero() {
		return ""
	}
	return r.daysOff((day-int(p.Weekday())+6)%7 + 1)
}

// monthOff is the last such month before that of publication for -1, the next one after it for 1.
func (r *reader) monthOff(month, side int) string {
	p := r.published
	if p.IsZero() {
		return r.calendar(0, month, 0)
	}
	y := p.Year()
	switch m := int(p.Month()); {
	case side < 0 && month >= m:
		y--
	case side > 0 && month <= m:
		y++
	}
	return r.calendar(y, month, 0)
}

// dayOf writes a day of the calendar that stands at a word. Where no year is given, it is that of the day nearest to
// publication, but a day that the clause says to come is not gone by.
func (r *reader) dayOf(at, y, month, d int) string {
	p := r.published
	if y > 0 || p.IsZero() {
		return r.calendar(y, month, d)
	}
	value := r.calendar(0, month, d)
	if value < p.Format(time.DateOnly) && r.tense(at) == ahead {
		if next := r.calendar(p.Year(), month, d); next >= p.Format(time.DateOnly) {
			return next
		}
		return r.calendar(p.Year()+1, month, d)
	}
	return value
}
