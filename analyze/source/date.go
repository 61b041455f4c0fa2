package source

import (
	"fmt"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
)

// loose are the forms of a moment, besides RFC 3339, that databases and scripts
// write. A moment without a zone is taken as UTC, so that the day is the one
// that stands there.
var loose = []string{
	"2006-01-02 15:04:05Z07:00",
	"2006-01-02 15:04:05-0700",
	"2006-01-02 15:04:05 -0700",
	"2006-01-02 15:04:05 -0700 MST",
	"2006-01-02 15:04:05",
	"2006-01-02 15:04",
	"2006-01-02T15:04:05-0700",
	"2006-01-02T15:04:05",
	"2006-01-02T15:04Z07:00",
	"2006-01-02T15:04",
	"Mon, 2 Jan 2006 15:04:05 -0700", // RFC 1123 with a zone, the day in one digit or two
	"Mon, 2 Jan 2006 15:04:05 GMT",
}

// readDate reads a date as articles in JSON carry it. Forms that leave a doubt,
// such as 01/04/63, are refused.
func readDate(s string) (dateline.Date, error) {
	s = strings.TrimSpace(s)
	d, err := dateline.ParseDate(s)
	if err == nil {
		return d, nil
	}
	for _, form := range loose {
		if t, err := time.Parse(form, s); err == nil {
			return dateline.Date{Time: t}, nil
		}
	}
	return dateline.Date{}, fmt.Errorf("%w: %q", dateline.ErrDate, s)
}
