package dates

import (
	"time"

	"github.com/dateline-go/dateline"
)

// eraYear reads "令和6年3月5日", with the name of the era at token i; before is the year before its first.
func eraYear(toks []token, i, before int) (d dateline.Date, next int, ok bool) {
	year, month, day := at(toks, i+1), at(toks, i+3), at(toks, i+5)
	if at(toks, i+2).text != "年" || year.kind != 'n' || month.kind != 'n' || day.kind != 'n' || len(year.text) > 2 {
		return d, 0, false
	}
	d, ok = ymd{before + year.num, month.num, day.num}.date()
	return d, i + 6, ok
}

// iranian reads "۱۵ اسفند ۱۴۰۲", with the month's name at token j.
func iranian(toks []token, i, j, month int) (d dateline.Date, next int, ok bool) {
	k := words().skipJoints(toks, j+1, ".,-/")
	year, day := at(toks, k), toks[i].num
	if year.kind != 'n' || year.num < 1200 || year.num > 1500 || day < 1 || day > 31 || month > 6 && day > 30 {
		return d, 0, false
	}
	d = nowruz(year.num, (month-1)*30+min(month-1, 6)+day-1)
	return d, k + 1, true
}

// nowruz returns the day so many days after the first of an Iranian year, counted from the first of 1400.
func nowruz(year, days int) dateline.Date {
	for y := min(year, 1400); y < max(year, 1400); y++ {
		length := 365
		if isIranianLeap(y) {
			length++
		}
		if year < 1400 {
			length = -length
		}
		days += length
	}
	return dateline.Date{Time: time.Date(2021, time.March, 21, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days), DayOnly: true}
}

// isIranianLeap reports whether an Iranian year is a leap year, by the cycle of 33 years that the
// equinox keeps to in our centuries.
func isIranianLeap(year int) bool {
	switch year % 33 {
	case 1, 5, 9, 13, 17, 22, 26, 30:
		return true
	}
	return false
}
