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
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang/furniture"
)

// maxLen is how much of a text is looked at, in bytes.
const maxLen = 200

// Parse reads the first date in a text. It reports false where there is none, or
// where it is no date that a page of news can have: before 1800 or after 2100.
func Parse(s string) (dateline.Date, bool) {
	if len(s) > maxLen {
		s = s[:maxLen]
	}
	if !strings.ContainsFunc(s, unicode.IsDigit) { // no date is without one
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
		case unicode.IsDigit(r):
			var t token
			t, j = digits(s, i)
			toks = append(toks, t)
		case isUnit(r):
			toks = append(toks, token{'s', s[i:j], 0})
		case unicode.IsLetter(r):
			for j < len(s) {
				r, n := utf8.DecodeRuneInString(s[j:])
				if !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) || isUnit(r) {
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

// digits reads a number at a place, in the digits of any script; its text is in ours. next is the
// place behind it.
func digits(s string, from int) (t token, next int) {
	t.kind, next = 'n', from
	ours := true
	for next < len(s) {
		r, n := utf8.DecodeRuneInString(s[next:])
		v := digit(r)
		if v < 0 {
			break
		}
		if t.num < 1e15 {
			t.num = t.num*10 + v
		}
		ours = ours && n == 1
		next += n
	}
	if t.text = s[from:next]; !ours {
		t.text = strings.Map(func(r rune) rune { return '0' + rune(max(0, digit(r))) }, t.text)
	}
	return t, next
}

// digit returns the value of a digit, -1 for other signs. The digits of a script stand in a row that
// begins with a zero.
func digit(r rune) int {
	switch {
	case '0' <= r && r <= '9':
		return int(r - '0')
	case r < utf8.RuneSelf || !unicode.IsDigit(r):
		return -1
	case r >= '０' && r <= '９':
		return int(r - '０')
	}
	zero := r
	for zero > r-9 && unicode.IsDigit(zero-1) {
		zero--
	}
	return int(r - zero)
}

// isUnit reports whether a rune is a unit of a Chinese, Japanese or Korean date.
func isUnit(r rune) bool {
	switch r {
	case '年', '月', '日', '년', '월', '일':
		return true
	}
	return false
}

// buddhist is how far the years of Thailand are ahead.
const buddhist = 543

// ymd is a day that may not exist.
type ymd struct{ y, m, d int }

// date checks the day.
func (v ymd) date() (dateline.Date, bool) {
	if v.y >= 2400 && v.y <= 2643 {
		v.y -= buddhist
	}
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
	if before := words().eras[t.text]; before > 0 {
		return eraYear(toks, i, before)
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
	j = words().skipJoints(toks, j+1, ",.")
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

// skipJoints passes over the words that may stand between the parts of a date, and over signs.
func (v *vocabulary) skipJoints(toks []token, i int, signs string) int {
	for i < len(toks) {
		t := toks[i].text
		if !slices.Contains(v.ordinals, t) && !slices.Contains(v.joints, t) && !strings.Contains(signs, t) {
			break
		}
		i++
	}
	return i
}

// numberFirst reads a date that begins with a number.
func numberFirst(toks []token, i int) (d dateline.Date, next int, ok bool) {
	switch t := toks[i]; {
	case len(t.text) == 4 && dividesYear(at(toks, i+1).text):
		return yearFirst(toks, i)
	case len(t.text) > 2:
		d, ok = digitsOnly(t, len(toks) == 1)
		return d, i + 1, ok
	}
	return dayFirst(toks, i)
}

// dividesYear reports whether a sign stands behind the year in a date that begins with it.
func dividesYear(sign string) bool {
	switch sign {
	case "-", "/", ".", "年", "년":
		return true
	}
	return false
}

// yearFirst reads "2021-04-15", "2021/Apr/15", "2021年4月15日".
func yearFirst(toks []token, i int) (d dateline.Date, next int, ok bool) {
	month, day := at(toks, i+2), at(toks, i+4)
	v := ymd{toks[i].num, month.num, day.num}
	switch {
	case day.kind != 'n' || month.kind == 'n' && len(day.text) > 2:
		return d, 0, false
	case month.kind == 'w':
		v.m = monthOf(month.text)
	case month.kind != 'n':
		return d, 0, false
	}
	d, ok = v.date()
	return d, i + 5, ok
}

// digitsOnly reads a date that is digits throughout: day, moment, or seconds or milliseconds since
// 1970, which must stand alone.
func digitsOnly(t token, alone bool) (d dateline.Date, ok bool) {
	switch {
	case len(t.text) == 8:
		return ymd{t.num / 10000, t.num / 100 % 100, t.num % 100}.date()
	case len(t.text) == 14:
		day, c := t.num/1e6, t.num%1e6
		d, ok = ymd{day / 10000, day / 100 % 100, day % 100}.date()
		if ok {
			d = clock(d, c/10000, c/100%100, c%100, time.UTC)
		}
		return d, ok
	case len(t.text) == 10 && t.num > 5e8 && alone:
		return dateline.Date{Time: time.Unix(int64(t.num), 0).UTC()}, true
	case len(t.text) == 13 && t.num > 5e11 && alone:
		return dateline.Date{Time: time.UnixMilli(int64(t.num)).UTC()}, true
	}
	return d, false
}

// dayFirst reads a date that begins with its day or, in numbers, its month; the year stands last.
func dayFirst(toks []token, i int) (d dateline.Date, next int, ok bool) {
	j := words().skipJoints(toks, i+1, ".-º/,")
	switch month := at(toks, j); {
	case month.kind == 'w':
		return dayAndMonth(toks, i, j)
	case month.kind == 'n' && len(month.text) <= 2 && j == i+2:
		return threeNumbers(toks, i)
	}
	return d, 0, false
}

// dayAndMonth reads "15 April 2021", with the month's name at token j.
func dayAndMonth(toks []token, i, j int) (d dateline.Date, next int, ok bool) {
	if month := words().solar[toks[j].text]; month > 0 {
		return iranian(toks, i, j, month)
	}
	month := monthOf(toks[j].text)
	k := words().skipJoints(toks, j+1, ".,-/'’")
	year := at(toks, k)
	if month == 0 || !isYear(year) {
		return d, 0, false
	}
	d, ok = ymd{century(year), month, toks[i].num}.date()
	return d, k + 1, ok
}

// threeNumbers reads "15.04.2021", or "4/15/2021" as the United States write it.
func threeNumbers(toks []token, i int) (d dateline.Date, next int, ok bool) {
	sign, year := at(toks, i+1).text, at(toks, i+4)
	if at(toks, i+3).text != sign || !isYear(year) {
		return d, 0, false
	}
	v := ymd{century(year), at(toks, i+2).num, toks[i].num}
	if v.m > 12 || sign == "/" && v.d <= 12 && (amPM(toks[i:]) || v.swappedBy(toks, i)) {
		v.m, v.d = v.d, v.m
	}
	d, ok = v.date()
	return d, i + 5, ok
}

// swappedBy reports whether the English name of a weekday stands before token i and is that of the day with the month
// written first: "Thu, 03/05/2026".
func (v ymd) swappedBy(toks []token, i int) bool {
	j := i - 1
	for j >= 0 && toks[j].kind != 'w' && i-j < 3 {
		j--
	}
	if name := at(toks, j).text; len(name) >= 3 {
		usual := time.Date(v.y, time.Month(v.m), v.d, 0, 0, 0, 0, time.UTC).Weekday().String()
		swapped := time.Date(v.y, time.Month(v.d), v.m, 0, 0, 0, 0, time.UTC).Weekday().String()
		return isBeginning(swapped, name) && !isBeginning(usual, name)
	}
	return false
}

// isBeginning reports whether a name begins with a word, whatever the case.
func isBeginning(name, word string) bool {
	return len(word) <= len(name) && strings.EqualFold(name[:len(word)], word)
}

// isYear reports whether a token may be a year: four figures, or the last two.
func isYear(t token) bool { return t.kind == 'n' && (len(t.text) == 4 || len(t.text) == 2) }

// amPM reports whether the text has the twelve-hour clock, which tells English as
// written in the United States from most others.
func amPM(toks []token) bool {
	for _, t := range toks {
		if words().table.Is(t.text, furniture.Half) {
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
