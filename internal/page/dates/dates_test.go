package dates_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/page/dates"
)

func TestParse(t *testing.T) {
	t.Parallel()
	tests := []struct{ in, want string }{
		{"2021-04-15", "2021-04-15"},
		{"2021-04-15T09:30:00Z", "2021-04-15T09:30:00Z"},
		{"2021-04-15T09:30:00.123+0200", "2021-04-15T09:30:00+02:00"},
		{"2021-04-15 09:30:00-05:30", "2021-04-15T09:30:00-05:30"},
		{"Thu, 15 Apr 2021 09:30:00 GMT", "2021-04-15T09:30:00Z"},
		{"Thu, 15 Apr 2021 09:30:00 +0300", "2021-04-15T09:30:00+03:00"},
		{"April 15, 2021", "2021-04-15"},
		{"Published: Apr. 15, 2021 at 9:05 p.m. EDT", "2021-04-15T21:05:00-04:00"},
		{"12:10 am, 15th April 2021", "2021-04-15T00:10:00Z"},
		{"15 Apr 2021, 16:12 (EAT)", "2021-04-15T16:12:00+03:00"},
		{"15 de abril de 2021", "2021-04-15"},
		{"15. März 2021, 07:12 Uhr", "2021-03-15T07:12:00Z"},
		{"15.04.2021", "2021-04-15"},
		{"15/04/2021 18h30", "2021-04-15T18:30:00Z"},
		{"04/05/2021 6:30 PM", "2021-04-05T18:30:00Z"},
		{"04/25/2021", "2021-04-25"},
		{"2021年4月15日", "2021-04-15"},
		{"20210415", "2021-04-15"},
		{"1618479000", "2021-04-15T09:30:00Z"},
		{"15 апреля 2021", "2021-04-15"},
	}
	for _, tt := range tests {
		t.Run(tt.in, func(t *testing.T) {
			t.Parallel()
			d, ok := dates.Parse(tt.in)
			require.True(t, ok)
			assert.Equal(t, tt.want, d.String())
		})
	}
	for _, in := range []string{"", "no date", "2021-13-01", "February 30, 2021", "room 12 of 2021", "May I ask 5 people", "1-2-3", "99999999"} {
		_, ok := dates.Parse(in)
		assert.False(t, ok, in)
	}
}

func TestOn(t *testing.T) {
	t.Parallel()
	edt := time.Date(2021, 4, 15, 8, 0, 0, 0, time.FixedZone("", -4*3600))
	tests := []struct {
		name, in string
		day      dateline.Date
		want     string
	}{
		{"of a day", "at 9:15 p.m.", dateline.Day(2021, 4, 15), "2021-04-15T21:15:00Z"},
		{"with a zone", "9.15pm BST", dateline.Day(2021, 4, 15), "2021-04-15T21:15:00+01:00"},
		{"the zone of the day", "21:15", dateline.Date{Time: edt}, "2021-04-15T21:15:00-04:00"},
		{"no time", "by 9 members", dateline.Day(2021, 4, 15), ""},
		{"no day", "9:15 p.m.", dateline.Date{}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d, ok := dates.On(tt.day, tt.in)
			assert.Equal(t, tt.want != "", ok)
			assert.Equal(t, tt.want, d.String())
		})
	}
}

func TestParseOfOtherCalendarsAndScripts(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"15 July 2024, 9 a.m. ET":    "2024-07-15T09:00:00-04:00",
		"15 January 2024, 9 a.m. ET": "2024-01-15T09:00:00-05:00",
		"March 9, 2024 6:05 PM CT":   "2024-03-09T18:05:00-06:00",
		"March 10, 2024 6:05 PM CT":  "2024-03-10T18:05:00-05:00",
		"Nov 3, 2024, 7:30 a.m. PT":  "2024-11-03T07:30:00-08:00",
		"Nov 2, 2024, 7:30 a.m. MT":  "2024-11-02T07:30:00-06:00",
		"۱۵ اسفند ۱۴۰۲":              "2024-03-05",
		"1 فروردین 1403":             "2024-03-20",
		"30 اسفند 1399":              "2021-03-20",
		"1 فروردین 1399":             "2020-03-20",
		"5 มีนาคม 2567":              "2024-03-05",
		"令和6年3月5日":                   "2024-03-05",
		"平成31年4月30日":                 "2019-04-30",
		"২ ফেব্রুয়ারি ২০২৪":         "2024-02-02",
		"5 मार्च 2024":               "2024-03-05",
		"५ मार्च २०२४":               "2024-03-05",
		"5 במרץ 2024":                "2024-03-05",
		"٥ آذار ٢٠٢٤":                "2024-03-05",
		"5. ožujka 2024.":            "2024-03-05",
		"5. марта 2024. 18:20":       "2024-03-05T18:20:00Z",
		"2024 m. kovo 5 d.":          "",
		"5 Machi 2024":               "2024-03-05",
		"5 Agustus 2024":             "2024-08-05",
		"５ 3月":                       "", "2024年3月5日": "2024-03-05", "31 شهریور 1400": "2021-09-22", "31 مهر 1400": "",
	}
	for in, want := range tests {
		d, ok := dates.Parse(in)
		assert.Equal(t, want != "", ok, in)
		assert.Equal(t, want, d.String(), in)
	}
}

func TestAge(t *testing.T) {
	t.Parallel()
	from := time.Date(2024, 3, 31, 12, 0, 0, 0, time.UTC)
	tests := []struct{ in, want string }{
		{"3 years ago", "2021-03-31"}, {"1 month ago", "2024-02-29"}, {"2 weeks ago", "2024-03-17"}, {"a day ago", "2024-03-30"},
		{"yesterday", "2024-03-30"}, {"5 hours ago", "2024-03-31T07:00:00Z"}, {"30 mins ago", "2024-03-31T11:30:00Z"},
		{"3h ago", "2024-03-31T09:00:00Z"}, {"vor 2 Tagen", "2024-03-29"}, {"il y a 3 jours", "2024-03-28"},
	}
	for _, tt := range tests {
		since, ok := dates.Age(tt.in)
		require.True(t, ok, tt.in)
		assert.Equal(t, tt.want, since.Before(from).String(), tt.in)
		assert.True(t, since.Before(time.Time{}).IsZero())
	}
	for _, in := range []string{"", "ago", "long ago", "3 bananas ago", "He left 3 years ago", "99999999999 years ago"} {
		_, ok := dates.Age(in)
		assert.False(t, ok, in)
	}
}

func TestIsMoment(t *testing.T) {
	for text, want := range map[string]bool{
		"Sat 7 Nov 2026 06.00 GMT":             true,
		"Mittwoch, 3. Oktober 2026, 14:05 Uhr": true,
		"14 October 2026, 7:02am":              true,
		"October 14, 2026 at 7:02 p.m. EDT":    true,
		"14 October 2026":                      false,
		"Ferry sinks 14 October 2026, 7:02am":  false,
		"The ferry left at 7:02am":             false,
		"14 October 2026, 7:02am, in harbour":  false,
		"":                                     false,
	} {
		assert.Equal(t, want, dates.IsMoment(text), text)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("15. März 2021, 07:12 Uhr")
	f.Add("3 years ago")
	f.Fuzz(func(t *testing.T, s string) {
		if d, ok := dates.Parse(s); ok {
			assert.False(t, d.IsZero())
			_, err := d.MarshalText()
			assert.NoError(t, err)
		}
		if since, ok := dates.Age(s); ok {
			_, err := since.Before(time.Unix(1.7e9, 0)).MarshalText()
			assert.NoError(t, err)
		}
	})
}

func ExampleParse() {
	d, ok := dates.Parse("Thursday, April 15, 2021 9:30 am EDT")
	fmt.Println(d, ok)
	// Output: 2021-04-15T09:30:00-04:00 true
}

func ExampleAge() {
	age, ok := dates.Age("3 years ago")
	fmt.Println(age.Before(time.Date(2024, 6, 1, 0, 0, 0, 0, time.UTC)), ok)
	// Output: 2021-06-01 true
}
