package entities

import (
	"fmt"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
)

// monthNumber is the number of a month by its folded name, 0 for none.
func monthNumber(fold string) int {
	if !months[fold] {
		return 0
	}
	return strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", fold[:3])/3 + 1
}

// weekdayNumber is the number of a weekday by its folded name, -1 for none.
func weekdayNumber(fold string) int {
	if !weekdays[fold] || len(fold) < 6 {
		return -1
	}
	return strings.Index("sunmontuewedthufrisat", fold[:3]) / 3
}

// date reads a date, a span of time or a point counted from the day of
// publication. Values are as in ISO 8601 ("2021-04-15", "2021-04", "2021",
// "2021-W15", "199X"), with XXXX for a year that is not known; "" where the words
// say no more than themselves.
func (s *story) date(at, end int) value {
	w := &s.words[at]
	v := value{}
	switch {
	case w.capital && monthNumber(w.fold) > 0:
		v = s.monthFirst(at, end)
	case w.digit:
		v = s.dayFirst(at, end)
		if v.to == 0 {
			v = s.years(at, end)
		}
	case w.capital && weekdayNumber(w.fold) >= 0:
		v = value{at, at + 1, dateline.DateValue, s.weekday(weekdayNumber(w.fold))}
		if at+2 < end && s.words[at+1].text == "," {
			if d := s.date(at+2, end); d.to > 0 && (s.words[at+2].digit || monthNumber(s.words[at+2].fold) > 0) {
				d.from = at
				v = d
			}
		}
	case w.fold == "yesterday", w.fold == "today", w.fold == "tomorrow":
		v = value{at, at + 1, dateline.DateValue, s.daysOff(relativeDay[w.fold])}
	case w.fold == "last" || w.fold == "next" || w.fold == "this":
		v = s.turn(at, end)
	}
	if v.to == 0 && (w.digit || numbers[w.fold] != 0 || w.fold == "a") {
		v = s.ago(at, end)
	}
	return v
}

var relativeDay = map[string]int{"yesterday": -1, "tomorrow": 1}

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
	month := monthNumber(s.words[at].fold)
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
	return value{at, at + 1, dateline.DateValue, s.calendar(0, month, 0)}
}

// dated reports whether the word before speaks of time.
func (s *story) dated(at int) bool {
	if at == 0 {
		return false
	}
	switch s.words[at-1].fold {
	case "in", "since", "until", "by", "last", "next", "this", "early", "late", "mid", "of", "from", "to", "during", "and", "for":
		return true
	}
	return false
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
	if d == 0 || k >= end || monthNumber(s.words[k].fold) == 0 || !s.words[k].capital {
		return value{}
	}
	month, to, y := monthNumber(s.words[k].fold), k+1, 0
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
	if y < 1500 || y > 2099 || at+1 < end && units[s.words[at+1].fold] != "" {
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
