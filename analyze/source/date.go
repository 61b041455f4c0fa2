package source

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/page/dates"
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

// numeric is a day of which numbers alone tell the month.
var numeric = regexp.MustCompile(`\b(\d{1,2})([/.-])(\d{1,2})[/.-](?:\d{4}|\d{2})\b`)

// readDate reads a date as articles in JSON and feeds carry it: also in words, of any language of
// the press, and as seconds since 1970. Forms that leave a doubt, such as 01/04/63, are refused.
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
	if d, ok := dates.Parse(s); ok && len(s) <= maxDate && !doubtful(s) {
		return d, nil
	}
	return dateline.Date{}, fmt.Errorf("%w: %q", dateline.ErrDate, shown(s))
}

// maxDate is the longest text that is read as a date, in bytes.
const maxDate = 80

// doubtful reports whether day and month of a date in numbers may be either. A day that is divided
// by dots comes first wherever people write it so.
func doubtful(s string) bool {
	m := numeric.FindStringSubmatch(s)
	if m == nil || m[2] == "." {
		return false
	}
	first, _ := strconv.Atoi(m[1])
	second, _ := strconv.Atoi(m[3])
	return first <= 12 && second <= 12 && first != second
}
