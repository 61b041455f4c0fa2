// Package dates reads the dates that news pages carry: ISO 8601 and RFC forms, long
// and short forms of English and of other languages of the press, and ages such
// as "3 years ago".
//
//	d, ok := dates.Parse("Thursday, April 15, 2021 9:30 am EDT")
//	age, ok := dates.Age("3 years ago")
//
// A time zone that is written is kept; where none is, the time is taken as UTC.
// Nothing here reads a clock. All functions may be called from many goroutines at once.
package dates

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
)

// maxLen is how much of a text is looked at, in bytes.
const maxLen = 200

// Parse reads the first date in a text. It reports false where there is none, or
// where it is no date that a page of news can have: before 1800 or after 2100.
func Parse(s string) (dateline.Date, bool) {
	if len(s) > maxLen {
		s = s[:maxLen]
	}
	if !strings.ContainsAny(s, "0123456789") { // no date is without one
		return dateline.Date{}, false
	}
	toks := scan(s)
	for i := range toks {
		if d, next, ok := dateAt(toks, i); ok {
			return withTime(d, toks, i, next)
		}
	}
	return dateline.Date{}, false
}

// token is a number, a word or a sign.
type token struct {
	kind byte // 'n' number, 'w' word, 's' sign
	text string
	num  int
}

// scan splits a text; white space divides and is dropped, except that a sign is
// told from the words around it.
func scan(s string) []token {
	toks := make([]token, 0, 16)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		j := i + n
		switch {
		case '0' <= r && r <= '9':
			num := int(r - '0')
			for j < len(s) && '0' <= s[j] && s[j] <= '9' {
				if num < 1e15 {
					num = num*10 + int(s[j]-'0')
				}
				j++
			}
			toks = append(toks, token{'n', s[i:j], num})
		case isUnit(r):
			toks = append(toks, token{'s', s[i:j], 0})
		case unicode.IsLetter(r):
			for j < len(s) {
				r, n := utf8.DecodeRuneInString(s[j:])
				if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) || isUnit(r) {
					break
				}
				j += n
			}
			toks = append(toks, token{'w', strings.ToLower(s[i:j]), 0})
		case r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\u00a0' || r == '\u202f':
		default:
			toks = append(toks, token{'s', s[i:j], 0})
		}
		i = j
	}
	return toks
}

// isUnit reports whether a rune is a unit of a Chinese, Japanese or Korean date.
func isUnit(r rune) bool {
	switch r {
	case '年', '月', '日', '년', '월', '일':
		return true
	}
	return false
}

// ymd is a day that may not exist.
type ymd struct{ y, m, d int }

// date checks the day.
func (v ymd) date() (dateline.Date, bool) {
	if v.y < 1800 || v.y > 2100 || v.m < 1 || v.m > 12 || v.d < 1 || v.d > 31 {
		return dateline.Date{}, false
	}
	d := dateline.Day(v.y, time.Month(v.m), v.d)
	return d, d.Time.Day() == v.d
}

// at returns the token i, a zero one behind the end.
func at(toks []token, i int) token {
	if i < 0 || i >= len(toks) {
		return token{}
	}
	return toks[i]
}

// dateAt reads a date that begins at token i; next is the token behind it.
func dateAt(toks []token, i int) (d dateline.Date, next int, ok bool) {
	t := toks[i]
	if t.kind == 'n' {
		return numberFirst(toks, i)
	}
	if t.kind != 'w' {
		return d, 0, false
	}
	m := monthOf(t.text)
	if m == 0 {
		return d, 0, false
	}
	j := skip(toks, i+1, ".")
	day := at(toks, j)
	if day.kind != 'n' || len(day.text) > 2 {
		return d, 0, false
	}
	j = skip(toks, j+1, ",", ".", "st", "nd", "rd", "th", "of")
	j = skip(toks, j, ",", ".")
	if y := at(toks, j); y.kind == 'n' && len(y.text) == 4 {
		d, ok = ymd{y.num, m, day.num}.date()
		return d, j + 1, ok
	}
	return d, 0, false
}

// skip passes over any one of the given tokens, as often as they come.
func skip(toks []token, i int, pass ...string) int {
next:
	for i < len(toks) {
		for _, p := range pass {
			if toks[i].text == p {
				i++
				continue next
			}
		}
		break
	}
	return i
}

// numberFirst reads a date that begins with a number.
func numberFirst(toks []token, i int) (d dateline.Date, next int, ok bool) {
	t := toks[i]
	sep := at(toks, i+1)
	switch {
	case len(t.text) == 4 && (sep.text == "-" || sep.text == "/" || sep.text == "." || sep.text == "年" || sep.text == "년"):
		m, d2 := at(toks, i+2), at(toks, i+4)
		if m.kind == 'n' && d2.kind == 'n' && len(d2.text) <= 2 {
			d, ok = ymd{t.num, m.num, d2.num}.date()
			return d, i + 5, ok
		}
		if m.kind == 'w' && monthOf(m.text) > 0 && d2.kind == 'n' {
			d, ok = ymd{t.num, monthOf(m.text), d2.num}.date()
			return d, i + 5, ok
		}
		return d, 0, false
	case len(t.text) == 8:
		d, ok = ymd{t.num / 10000, t.num / 100 % 100, t.num % 100}.date()
		return d, i + 1, ok
	case len(t.text) == 14:
		n := t.num / 1e6
		d, ok = ymd{n / 10000, n / 100 % 100, n % 100}.date()
		if ok {
			c := t.num % 1e6
			d = clock(d, c/10000, c/100%100, c%100, time.UTC)
		}
		return d, i + 1, ok
	case len(t.text) == 10 && t.num > 5e8 && len(toks) == 1:
		return dateline.Date{Time: time.Unix(int64(t.num), 0).UTC()}, i + 1, true
	case len(t.text) == 13 && t.num > 5e11 && len(toks) == 1:
		return dateline.Date{Time: time.UnixMilli(int64(t.num)).UTC()}, i + 1, true
	case len(t.text) > 2:
		return d, 0, false
	}
	// Day first: a word or a number for the month, then the year.
	j := skip(toks, i+1, ".", "de", "st", "nd", "rd", "th", "er", "of", "-", "ο", "º", "/", ",")
	m := at(toks, j)
	if m.kind == 'w' {
		n := monthOf(m.text)
		if n == 0 {
			return d, 0, false
		}
		k := skip(toks, j+1, ".", ",", "de", "del", "-", "/", "'", "’")
		y := at(toks, k)
		if y.kind != 'n' || len(y.text) != 4 && len(y.text) != 2 {
			return d, 0, false
		}
		d, ok = ymd{century(y), n, t.num}.date()
		return d, k + 1, ok
	}
	if m.kind != 'n' || len(m.text) > 2 || j != i+2 {
		return d, 0, false
	}
	y := at(toks, i+4)
	if y.kind != 'n' || at(toks, i+3).text != sep.text || len(y.text) != 4 && len(y.text) != 2 {
		return d, 0, false
	}
	v := ymd{century(y), m.num, t.num}
	if v.m > 12 || sep.text == "/" && v.d <= 12 && amPM(toks[i:]) {
		v.m, v.d = v.d, v.m // month first, as the United States write it
	}
	d, ok = v.date()
	return d, i + 5, ok
}

// amPM reports whether the text has the twelve-hour clock, which tells English as
// written in the United States from most others.
func amPM(toks []token) bool {
	for _, t := range toks {
		if t.text == "am" || t.text == "pm" {
			return true
		}
	}
	return false
}

// century completes a year of two digits.
func century(t token) int {
	switch {
	case len(t.text) != 2:
		return t.num
	case t.num < 70:
		return 2000 + t.num
	}
	return 1900 + t.num
}
