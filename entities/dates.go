package entities

import (
	"fmt"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
)

// monthNumber is the number of a month by its folded name, 0 for none.
func (s *story) monthNumber(fold string) int { return int(s.figureOf(fold, lang.Month)) }

// weekdayNumber is the number of a weekday by its folded name, -1 for none.
func (s *story) weekdayNumber(fold string) int {
	if !s.lex.Is(fold, lang.Weekday) || len(fold) < 6 {
		return -1
	}
	return int(s.figureOf(fold, lang.Weekday)) % 7
}

// date reads a date, a span of time or a point counted from the day of
// publication. Values are as in ISO 8601 ("2021-04-15", "2021-04", "2021",
// "2021-W15", "199X"), with XXXX for a year that is not known; "" where the words
// say no more than themselves.
func (s *story) date(at, end int) value {
	w := &s.words[at]
	v := value{}
	switch {
	case w.capital && s.monthNumber(w.fold) > 0:
		v = s.monthFirst(at, end)
	case w.digit:
		v = s.dayFirst(at, end)
		if v.to == 0 {
			v = s.years(at, end)
		}
	case w.capital && s.weekdayNumber(w.fold) >= 0:
		v = s.dayOfWeek(at, end, s.weekdayNumber(w.fold))
		if at+2 < end && s.words[at+1].text == "," {
			if d := s.date(at+2, end); d.to > 0 && (s.words[at+2].digit || s.monthNumber(s.words[at+2].fold) > 0) {
				d.from = at
				v = d
			}
		}
	case w.fold == "yesterday", w.fold == "today", w.fold == "tomorrow":
		v = value{at, at + 1, dateline.DateValue, s.daysOff(int(s.figureOf(w.fold, lang.DayOff)))}
	case w.fold == "last" || w.fold == "next" || w.fold == "this":
		v = s.turn(at, end)
	}
	if v.to == 0 && (w.digit || s.figureOf(w.fold, lang.Number) != 0 || w.fold == "a") {
		v = s.ago(at, end)
	}
	return v
}

// year reads a year of four digits, 0 for none.
func (s *story) year(at, end int) int {
	if at >= end || len(s.words[at].text) != 4 {
		return 0
	}
	y := small(s.words[at].text)
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
func (s *story) day(at, end int) int {
	if at >= end {
		return 0
	}
	text := s.words[at].fold
	for _, th := range []string{"st", "nd", "rd", "th"} {
		text = strings.TrimSuffix(text, th)
	}
	if d := small(text); d <= 31 && len(text) <= 2 {
		return d
	}
	return 0
}

// monthFirst reads "April 15, 2021", "April 2021", "April 15", "April".
func (s *story) monthFirst(at, end int) value {
	month := s.monthNumber(s.words[at].fold)
	if y := s.year(at+1, end); y > 0 {
		return value{at, at + 2, dateline.DateValue, fmt.Sprintf("%04d-%02d", y, month)}
	}
	if d := s.day(at+1, end); d > 0 {
		to, y := at+2, 0
		if to < end && s.words[to].text == "," {
			if y = s.year(to+1, end); y > 0 {
				to += 2
			}
		} else if y = s.year(to, end); y > 0 {
			to++
		}
		return value{at, to, dateline.DateValue, s.calendar(y, month, d)}
	}
	if fold := s.words[at].fold; (fold == "may" || fold == "march" || len(fold) == 3) && (s.words[at].first || !s.dated(at)) {
		return value{} // the verbs, the names
	}
	v := value{at, at + 1, dateline.DateValue, s.calendar(0, month, 0)}
	if p := s.doc.Published.Time; !p.IsZero() && month != int(p.Month()) && s.ahead(at) {
		v.value = s.monthOff(month, 1)
	}
	return v
}

// dated reports whether the word before speaks of time.
func (s *story) dated(at int) bool {
	if at == 0 {
		return false
	}
	return s.words[at-1].is(lang.TimeBefore)
}

// dayFirst reads "15 April 2021", "15 April", "2021-04-15".
func (s *story) dayFirst(at, end int) value {
	w := &s.words[at]
	if len(w.text) == 10 && w.text[4] == '-' {
		if t, err := time.Parse(time.DateOnly, w.text); err == nil {
			return value{at, at + 1, dateline.DateValue, t.Format(time.DateOnly)}
		}
	}
	d := s.day(at, end)
	k := at + 1
	if k+1 < end && s.words[k].fold == "of" {
		k++
	}
	if d == 0 || k >= end || s.monthNumber(s.words[k].fold) == 0 || !s.words[k].capital {
		return value{}
	}
	month, to, y := s.monthNumber(s.words[k].fold), k+1, 0
	if y = s.year(to, end); y > 0 {
		to++
	} else if to < end && s.words[to].text == "," {
		if y = s.year(to+1, end); y > 0 {
			to += 2
		}
	}
	return value{at, to, dateline.DateValue, s.calendar(y, month, d)}
}

// years reads "2016", "the 1990s", "2018-19".
func (s *story) years(at, end int) value {
	w := &s.words[at]
	if len(w.fold) == 5 && strings.HasSuffix(w.fold, "0s") && small(w.fold[:4]) > 1000 {
		return value{at, at + 1, dateline.DateValue, w.fold[:3] + "X"}
	}
	y := s.year(at, end)
	if y < 1500 || y > 2099 || at+1 < end && s.lex.Value(s.words[at+1].fold, lang.Unit) != "" {
		return value{}
	}
	if y < 1900 && !s.dated(at) {
		return value{}
	}
	return value{at, at + 1, dateline.DateValue, fmt.Sprintf("%04d", y)}
}

// calendar writes a date; a year that is not given is the one that puts the date
// nearest to publication. Day 0 stands for a month.
func (s *story) calendar(y, month, d int) string {
	if p := s.doc.Published.Time; y == 0 && !p.IsZero() {
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
