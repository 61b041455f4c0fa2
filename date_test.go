package dateline_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

// FuzzParseDate reads any words as a date: what is read is written and read again
// as the same.
func FuzzParseDate(f *testing.F) {
	for _, seed := range []string{"", "2021-04-15", "2021-04-15T10:00:00Z", "2021-04-15T10:00:00.25+05:30", "0001-01-01", "9999-12-31T23:59:59-23:59", "2021-4-15"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := dateline.ParseDate(s)
		if err != nil {
			require.ErrorIs(t, err, dateline.ErrDate)
			return
		}
		b, err := d.MarshalText()
		if err != nil {
			require.ErrorIs(t, err, dateline.ErrDate)
			return
		}
		var again dateline.Date
		require.NoError(t, again.UnmarshalText(b))
		require.Equal(t, d.String(), again.String())
	})
}

func ExampleParseDate() {
	for _, s := range []string{"2021-04-15", "2021-04-15T10:00:00+02:00", "next week"} {
		d, err := dateline.ParseDate(s)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(d, d.DayOnly)
	}
	// Output:
	// 2021-04-15 true
	// 2021-04-15T10:00:00+02:00 false
	// dateline: date is neither RFC 3339 nor YYYY-MM-DD: "next week"
}
