package search_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/search"
)

func date(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

func TestParse(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     search.Query
		out      string // "" where it is in again
	}{
		{"nothing", "", search.Query{}, ""},
		{"plain words", "  oil   price ", search.Query{Text: "oil price"}, "oil price"},
		{"phrase", `"press freedom"`, search.Query{Clauses: []search.Clause{{Match: search.Phrase, Text: "press freedom"}}}, ""},
		{"curly quotes", `“press freedom”`, search.Query{Clauses: []search.Clause{{Match: search.Phrase, Text: "press freedom"}}},
			`"press freedom"`},
		{"must and must not", "+oil -sport", search.Query{Clauses: []search.Clause{{Text: "oil"}, {Text: "sport", Not: true}}}, ""},
		{"not this phrase", `-"world cup"`, search.Query{Clauses: []search.Clause{
			{Match: search.Phrase, Text: "world cup", Not: true}}}, ""},
		{"prefix", "sanct*", search.Query{Clauses: []search.Clause{{Match: search.Prefix, Text: "sanct"}}}, ""},
		{"title", `title:oil title:"oil price" title:pri*`, search.Query{Clauses: []search.Clause{
			{Field: search.Title, Text: "oil"},
			{Field: search.Title, Match: search.Phrase, Text: "oil price"},
			{Field: search.Title, Match: search.Prefix, Text: "pri"}}}, ""},
		{"filters", `org:NATO country:ru person:"Joe Biden" place:Lviv`, search.Query{Countries: []string{"RU"},
			People: []string{"Joe Biden"}, Organisations: []string{"NATO"}, Places: []string{"Lviv"}},
			`country:RU person:"Joe Biden" org:NATO place:Lviv`},
		{"more filters", `section:World site:"The Ledger" author:"A. Writer" lang:EN`, search.Query{Sections: []string{"World"},
			Sites: []string{"The Ledger"}, Authors: []string{"A. Writer"}, Languages: []string{"en"}},
			`section:World site:"The Ledger" author:"A. Writer" lang:en`},
		{"a filter twice", "country:RU country:ru", search.Query{Countries: []string{"RU"}}, "country:RU"},
		{"not this country", "oil -country:RU", search.Query{Text: "oil",
			Clauses: []search.Clause{{Field: search.ByCountry, Text: "RU", Not: true}}}, ""},
		{"dates", "after:2021-04 before:2022", search.Query{After: date(2021, 4, 1), Before: date(2022, 1, 1)},
			"after:2021-04-01 before:2022-01-01"},
		{"moment", "after:2021-04-15T10:00:00+02:00", search.Query{After: time.Date(2021, 4, 15, 8, 0, 0, 0, time.UTC)},
			"after:2021-04-15T08:00:00Z"},
		{"order", "oil sort:newest", search.Query{Text: "oil", Sort: search.Newest}, ""},
		{"escapes", `\-oil 10\:30 a\"b c\\d \"e\* f\ g`, search.Query{Text: `-oil 10:30 a"b c\d "e* f g`}, `\-oil 10\:30 a\"b c\\d \"e\* f g`},
		{"a time of day", "10:30", search.Query{Text: "10:30"}, `10\:30`},
		{"a dash alone", "Rome - Paris", search.Query{Text: "Rome - Paris"}, `Rome \- Paris`},
		{"quotes in a value", `person:"Jo \"Red\" Doe"`, search.Query{People: []string{`Jo "Red" Doe`}}, ""},
		{"everything", `press "free word" country:RU -sport after:2021-04-02`, search.Query{Text: "press",
			Clauses:   []search.Clause{{Match: search.Phrase, Text: "free word"}, {Text: "sport", Not: true}},
			Countries: []string{"RU"}, After: date(2021, 4, 2)}, `press "free word" -sport country:RU after:2021-04-02`},
	} {
		t.Run(c.name, func(t *testing.T) {
			q, err := search.Parse(c.in)
			require.NoError(t, err)
			assert.Equal(t, c.want, q)
			if c.out == "" {
				c.out = c.in
			}
			assert.Equal(t, c.out, q.String())
			again, err := search.Parse(q.String())
			require.NoError(t, err)
			assert.Equal(t, q, again)
		})
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"unknown field", "writer:Smith", `unknown field "writer:"`},
		{"open quote", `oil "press freedom`, `"\"press freedom": the quotation mark is not closed`},
		{"no value", "country:", `"country:": there is nothing`},
		{"empty phrase", `""`, `there is nothing`},
		{"country by name", "country:Russia", "country:RUSSIA: not an ISO 3166-1 alpha-2 code"},
		{"bad date", "after:April", `"after:April": a date is`},
		{"date twice", "after:2021 after:2022", `"after:2022": after: stands there twice`},
		{"dates crossed", "after:2022 before:2021", "after 2022-01-01 is not before 2021-01-01"},
		{"not a date", "-after:2021", "takes a plain value"},
		{"unknown order", "sort:best", `"sort:best": orders are`},
		{"star in a word", "*a*", `a star can only end a word`},
		{"short prefix", "a*", "two letters"},
		{"prefix of a name", "person:Bid*", "prefix is for words"},
		{"backslash at the end", `oil\`, "nothing stands after the backslash"},
		{"not UTF-8", "oil \xff", "not UTF-8"},
		{"too long", strings.Repeat("oil ", 5000), "bytes are more than"},
		{"too many clauses", strings.Repeat("+oil ", 65), "65 clauses are more than 64"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := search.Parse(c.in)
			require.ErrorIs(t, err, search.ErrQuery)
			assert.ErrorContains(t, err, c.want)
		})
	}
}

func TestValidate(t *testing.T) {
	for _, c := range []struct {
		name string
		q    search.Query
		want string
	}{
		{"field", search.Query{Clauses: []search.Clause{{Field: "body", Text: "x"}}}, `unknown field "body"`},
		{"match", search.Query{Clauses: []search.Clause{{Match: "like", Text: "x"}}}, `unknown match "like"`},
		{"order", search.Query{Sort: "best"}, `unknown order "best"`},
		{"empty clause", search.Query{Clauses: []search.Clause{{}}}, "needs a value"},
		{"country", search.Query{Countries: []string{"ru"}}, "country:ru"},
		{"offset", search.Query{Offset: -1}, "offset -1"},
		{"window", search.Query{Offset: 9_999, Limit: 2}, "within 0 and 10000"},
		{"length", search.Query{Text: strings.Repeat("x", search.MaxLength+1)}, "longer than"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := c.q.Validate()
			require.ErrorIs(t, err, search.ErrQuery)
			assert.ErrorContains(t, err, c.want)
		})
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`"press freedom" country:RU person:"Joe Biden" after:2021-04 -sport title:oil sanct*`,
		`a\"b \- c\\ 10:30 +x\*y`, `before:9999-12-31T23:59:59-23:00`, "-\"\u00a0a\"", `title:\"x\ y`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, err := search.Parse(s)
		if err != nil {
			return
		}
		out := q.String()
		if len(out) > search.MaxLength {
			return // escapes made it longer than a query may be
		}
		again, err := search.Parse(out)
		if err != nil || !assert.ObjectsAreEqual(q, again) {
			t.Fatalf("%q gave %+v, its form %q gave %+v, %v", s, q, out, again, err)
		}
	})
}
