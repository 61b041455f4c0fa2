package dateline

import (
	"errors"
	"fmt"
	"time"
)

// ErrDate comes back when a date is neither RFC 3339 nor a day such as
// "2021-04-15".
var ErrDate = errors.New("dateline: date is neither RFC 3339 nor YYYY-MM-DD")

// Date is a moment, or a day where no more is known. The zero Date means that
// nothing is known. In JSON it is RFC 3339, or "2021-04-15" for a day.
type Date struct {
	// Time is the moment in its own time zone; for a day, its midnight in UTC.
	Time time.Time
	// DayOnly says that the time of day is not known.
	DayOnly bool
}

// Day returns the Date of a day of which the time is not known.
func Day(year int, month time.Month, day int) Date {
	return Date{Time: time.Date(year, month, day, 0, 0, 0, 0, time.UTC), DayOnly: true}
}

// ParseDate reads RFC 3339 or YYYY-MM-DD. An empty string gives the zero Date.
// The error is [ErrDate], with the words that could not be read.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return Date{Time: t, DayOnly: true}, nil
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return Date{}, fmt.Errorf("%w: %q", ErrDate, s)
	}
	return Date{Time: t}, nil
}

// IsZero reports whether nothing is known.
func (d Date) IsZero() bool { return d.Time.IsZero() }

// String returns the form that JSON has, and "" for the zero Date.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.DayOnly:
		return d.Time.Format(time.DateOnly)
	}
	return d.Time.Format(time.RFC3339)
}

// MarshalText writes RFC 3339, YYYY-MM-DD for a day, nothing for the zero Date.
func (d Date) MarshalText() ([]byte, error) {
	if y := d.Time.Year(); !d.IsZero() && (y < 0 || y > 9999) {
		return nil, fmt.Errorf("%w: year %d", ErrDate, y)
	}
	return []byte(d.String()), nil
}

// UnmarshalText reads what MarshalText writes.
func (d *Date) UnmarshalText(b []byte) error {
	var err error
	*d, err = ParseDate(string(b))
	return err
}
