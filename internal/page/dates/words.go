package dates

import (
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/dateline-go/dateline/lang/furniture"
)

// vocabulary is what the words of dates and ages mean, in all languages at once.
type vocabulary struct {
	table    *furniture.Table
	months   map[string]int
	units    map[string]Since // as one of them
	numbers  map[string]int
	solar    map[string]int // months of the Iranian calendar
	eras     map[string]int // the year before the first
	zones    map[string]zoned
	behind   []string   // stands behind an age: "ago"
	before   [][]string // stands before an age, word by word: "il y a"
	begins   [256]bool  // first letters of what an age begins with, but for numbers
	ordinals []string   // may stand behind the number of a day
	joints   []string   // may stand between the parts of a date
}

// words makes the vocabulary on first use.
var words = sync.OnceValue(func() *vocabulary {
	t := furniture.Words()
	v := &vocabulary{
		table: t, months: map[string]int{}, units: map[string]Since{}, numbers: map[string]int{},
		solar: map[string]int{}, eras: map[string]int{}, zones: map[string]zoned{}, behind: t.List(furniture.AgeBehind),
		ordinals: t.List(furniture.DateOrdinal), joints: t.List(furniture.DateOf),
	}
	for _, p := range t.Phrases(furniture.Month) {
		v.months[p.Words] = number(p.Value)
	}
	for _, p := range t.Phrases(furniture.SolarMonth) {
		v.solar[p.Words] = number(p.Value)
	}
	for _, p := range t.Phrases(furniture.Era) {
		v.eras[p.Words] = number(p.Value)
	}
	for _, p := range t.Phrases(furniture.AgeNumber) {
		v.numbers[p.Words] = number(p.Value)
	}
	for _, p := range t.Phrases(furniture.AgeUnit) {
		v.units[p.Words] = spans[p.Value]
	}
	for _, p := range t.Phrases(furniture.Zone) {
		winter, summer, two := strings.Cut(p.Value, "/")
		v.zones[p.Words] = zoned{fixed(number(winter) * 60), fixed(number(summer) * 60), two}
	}
	for _, phrase := range t.List(furniture.AgeBefore) {
		v.before = append(v.before, strings.Fields(phrase))
	}
	for _, k := range []furniture.Kind{furniture.AgeBefore, furniture.Yesterday, furniture.Now} {
		for _, phrase := range t.List(k) {
			v.begins[phrase[0]] = true
		}
	}
	return v
})

// spans are the spans of time that the table of words names.
var spans = map[string]Since{
	"second": {Duration: time.Second}, "minute": {Duration: time.Minute}, "hour": {Duration: time.Hour},
	"day": {Days: 1}, "week": {Days: 7}, "month": {Months: 1}, "year": {Years: 1},
}

// number reads a number of the table, 0 for what is none.
func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// fixed returns the zone of so many seconds east of UTC.
func fixed(seconds int) *time.Location {
	if seconds == 0 {
		return time.UTC
	}
	return time.FixedZone("", seconds)
}

// monthOf returns the number of a month's name, 0 for other words.
func monthOf(word string) int { return words().months[word] }
