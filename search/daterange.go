package search

import (
	"errors"
	"strings"
	"time"
)

// The forms of a date in a query, with the time that each means.
var dateForms = []struct {
	layout string
	end    func(time.Time) time.Time // of what it means, exclusive
}{
	{"2006", func(t time.Time) time.Time { return t.AddDate(1, 0, 0) }},
	{"2006-01", func(t time.Time) time.Time { return t.AddDate(0, 1, 0) }},
	{time.DateOnly, func(t time.Time) time.Time { return t.AddDate(0, 0, 1) }},
	{time.RFC3339Nano, func(t time.Time) time.Time { return t.Add(1) }},
}

// The years that a query may name.
const (
	minYear = 1000
	maxYear = 9998
)

var errDate = errors.New("a date is 2021, 2021-04, 2021-04-15 or RFC 3339, of a year with four digits")

// parseDate returns the begin and the end, exclusive, of what a date means.
func parseDate(s string) (begin, end time.Time, err error) {
	for _, f := range dateForms {
		t, err := time.Parse(f.layout, s)
		if t = t.UTC(); err == nil && minYear <= t.Year() && f.end(t).Year() <= maxYear {
			return t, f.end(t), nil
		}
	}
	return begin, end, errDate
}

// dateClause makes the clause of after:, before: or date:.
func dateClause(field, value string) (Clause, error) {
	c := Clause{Field: Published}
	from, to, ranged := strings.Cut(value, "..")
	var err error
	switch {
	case field == "after":
		c.After, _, err = parseDate(value)
	case field == "before":
		c.Before, _, err = parseDate(value)
	case !ranged:
		c.After, c.Before, err = parseDate(value)
	case from == "" && to == "":
		err = errDate
	default:
		if from != "" {
			c.After, _, err = parseDate(from)
		}
		if err == nil && to != "" {
			_, c.Before, err = parseDate(to)
		}
	}
	if err == nil {
		err = checkRange(c.After, c.Before)
	}
	return c, err
}

// String of the bounds of a date, as one item.
func dateItem(after, before time.Time) string {
	switch {
	case before.IsZero():
		return "after:" + day(after)
	case after.IsZero():
		return "before:" + day(before)
	case isDay(before):
		return "date:" + day(after) + ".." + day(before.AddDate(0, 0, -1))
	}
	return "date:" + day(after) + ".." + before.Add(-1).UTC().Format(time.RFC3339Nano)
}

// isDay reports whether a moment is the first of a day.
func isDay(t time.Time) bool { return t.Equal(t.UTC().Truncate(24 * time.Hour)) }

// day writes a moment as a day where it is the first of one.
func day(t time.Time) string {
	if isDay(t) {
		return t.UTC().Format(time.DateOnly)
	}
	return t.UTC().Format(time.RFC3339Nano)
}
