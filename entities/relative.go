package entities

import (
	"fmt"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
)

// weekday is the last such day up to that of publication, as news has it.
func (s *story) weekday(day int) string {
	p := s.doc.Published.Time
	if p.IsZero() {
		return ""
	}
	return s.daysOff(-((int(p.Weekday()) - day + 7) % 7))
}

// daysOff is the day so many days from that of publication, "" where that is not
// known.
func (s *story) daysOff(n int) string { return s.off(0, 0, n, time.DateOnly) }

func (s *story) off(years, months, days int, layout string) string {
	p := s.doc.Published.Time
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
func (s *story) week(n int) string {
	p := s.doc.Published.Time
	if p.IsZero() {
		return ""
	}
	y, w := p.AddDate(0, 0, 7*n).ISOWeek()
	return fmt.Sprintf("%04d-W%02d", y, w)
}

// turn reads "last year", "next month", "this week", "last Friday".
func (s *story) turn(at, end int) value {
	if at+1 >= end {
		return value{}
	}
	n := 0
	switch s.words[at].fold {
	case "last":
		n = -1
	case "next":
		n = 1
	}
	v := value{at, at + 2, dateline.DateValue, ""}
	fold := s.words[at+1].fold
	switch fold {
	case "year":
		v.value = s.off(n, 0, 0, "2006")
	case "month":
		v.value = s.off(0, n, 0, "2006-01")
	case "week":
		v.value = s.week(n)
	case "decade", "century", "summer", "winter", "spring", "autumn", "fall", "weekend":
	default:
		day := s.weekdayNumber(fold)
		if month := s.monthNumber(fold); month > 0 && s.words[at+1].capital {
			v.value = s.calendar(0, month, 0)
			if n != 0 {
				v.value = s.monthOff(month, n)
			}
			return v
		}
		if day < 0 {
			return value{}
		}
		switch p := s.doc.Published.Time; {
		case p.IsZero():
		case n > 0:
			v.value = s.nextWeekday(day)
		case n < 0:
			v.value = s.daysOff(-((int(p.Weekday())-day+6)%7 + 1))
		default:
			v.value = s.dayOfWeek(at+1, at+2, day).value
		}
	}
	return v
}

// ago reads "three years ago", "10 days earlier"; without those words a span of
// time such as "six months", which has the value of a duration ("P6M").
func (s *story) ago(at, end int) value {
	x, to := 1.0, at+1
	if s.words[at].fold != "a" {
		if x, to = s.number(at, end); to == 0 {
			return value{}
		}
	}
	if to >= end || x != float64(int(x)) || x > 1e4 {
		return value{}
	}
	n := int(x)
	unit := strings.TrimSuffix(s.words[to].fold, "s")
	back := to+1 < end && s.words[to+1].fold == "ago"
	v := value{at, to + 1, dateline.DateValue, ""}
	if back {
		v.to++
	} else if s.words[at].fold == "a" {
		return value{}
	}
	switch unit {
	case "year":
		v.value = fmt.Sprintf("P%dY", n)
		if back {
			v.value = s.off(-n, 0, 0, "2006")
		}
	case "month":
		v.value = fmt.Sprintf("P%dM", n)
		if back {
			v.value = s.off(0, -n, 0, "2006-01")
		}
	case "week":
		v.value = fmt.Sprintf("P%dW", n)
		if back {
			v.value = s.week(-n)
		}
	case "day":
		v.value = fmt.Sprintf("P%dD", n)
		if back {
			v.value = s.daysOff(-n)
		}
	case "hour", "minute", "second":
		v.label = dateline.TimeValue
		v.value = fmt.Sprintf("PT%d%s", n, strings.ToUpper(unit[:1]))
	default:
		return value{}
	}
	return v
}

// clock reads a time of day: "10:30 a.m.", "3 pm", "15:00 GMT"; the value is
// "T10:30".
func (s *story) clock(at, end int) value {
	hour, minute, colon := strings.Cut(s.words[at].text, ":")
	h, m := small(hour), small(minute)
	if len(hour) > 2 || hour == "" || h > 24 || m > 59 || h == 0 && strings.Trim(hour, "0") != "" || colon && len(minute) != 2 {
		return value{}
	}
	to := at + 1
	noon := ""
	if to < end {
		noon = strings.ReplaceAll(s.words[to].fold, ".", "")
	}
	switch noon {
	case "pm":
		if h < 12 {
			h += 12
		}
		to++
	case "am":
		if h == 12 {
			h = 0
		}
		to++
	default:
		if !colon {
			return value{}
		}
	}
	if to < end {
		switch s.words[to].text {
		case "GMT", "UTC", "EST", "EDT", "PST", "PDT", "CET", "BST":
			to++
		}
	}
	return value{at, to, dateline.TimeValue, fmt.Sprintf("T%02d:%02d", h, m)}
}
