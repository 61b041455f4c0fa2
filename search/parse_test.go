package search_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
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
		{"or", "oil OR gas price", search.Query{Text: "price", Clauses: []search.Clause{{Any: []search.Clause{{Text: "oil"}, {Text: "gas"}}}}},
			"price (oil OR gas)"},
		{"and", "oil AND gas", search.Query{Clauses: []search.Clause{{All: []search.Clause{{Text: "oil"}, {Text: "gas"}}}}}, "(oil gas)"},
		{"brackets", "((oil gas) OR -coal OR (peat OR wood)) -(a1 b1)", search.Query{Clauses: []search.Clause{
			{Any: []search.Clause{{All: []search.Clause{{Text: "oil"}, {Text: "gas"}}}, {Text: "coal", Not: true}, {Text: "peat"}, {Text: "wood"}}},
			{All: []search.Clause{{Text: "a1"}, {Text: "b1"}}, Not: true}}},
			"((oil gas) OR -coal OR peat OR wood) -(a1 b1)"},
		{"bracket of one", "(oil) ((+gas))", search.Query{Clauses: []search.Clause{{Text: "oil"}, {Text: "gas"}}}, "+oil +gas"},
		{"not", "NOT oil NOT (gas OR coal) NOT -wood", search.Query{Clauses: []search.Clause{{Text: "oil", Not: true},
			{Any: []search.Clause{{Text: "gas"}, {Text: "coal"}}, Not: true}, {Text: "wood"}}}, "-oil -(gas OR coal) +wood"},
		{"words of the language in small letters", "oil or gas not coal", search.Query{Text: "oil or gas not coal"}, ""},
		{"words of the language escaped", `\OR \AND \NOT`, search.Query{Text: "OR AND NOT"}, ""},
		{"fuzzy", "sanctions~1 title:sanctions~2 oil~", search.Query{Clauses: []search.Clause{{Text: "sanctions", Fuzzy: 1},
			{Field: search.Title, Text: "sanctions", Fuzzy: 2}, {Text: "oil", Fuzzy: 1}}}, "sanctions~1 title:sanctions~2 oil~1"},
		{"fields of words", `kicker:live dek:oil heading:"what next" body:rig quote:peace keyphrase:oil*`, search.Query{Clauses: []search.Clause{
			{Field: search.Dek, Text: "live"}, {Field: search.Dek, Text: "oil"}, {Field: search.Heading, Match: search.Phrase, Text: "what next"},
			{Field: search.Body, Text: "rig"}, {Field: search.InQuote, Text: "peace"}, {Field: search.InKeyphrase, Match: search.Prefix, Text: "oil"}}},
			`dek:live dek:oil heading:"what next" body:rig quote:peace keyphrase:oil*`},
		{"a field before a bracket", `title:(oil OR "gas price" body:rig)`, search.Query{Clauses: []search.Clause{{All: []search.Clause{
			{Any: []search.Clause{{Field: search.Title, Text: "oil"}, {Field: search.Title, Match: search.Phrase, Text: "gas price"}}},
			{Field: search.Body, Text: "rig"}}}}}, `((title:oil OR title:"gas price") body:rig)`},
		{"names", `name:="Apple" person:Bid* org:"Nordlys Linse"~1 name:="a b" person:"Joe B"*`, search.Query{Clauses: []search.Clause{
			{Field: search.Named, Match: search.Exact, Text: "Apple"}, {Field: search.Person, Match: search.Prefix, Text: "Bid"},
			{Field: search.Organisation, Text: "Nordlys Linse", Fuzzy: 1}, {Field: search.Named, Match: search.Exact, Text: "a b"},
			{Field: search.Person, Match: search.Prefix, Text: "Joe B"}}},
			`name:=Apple person:Bid* org:"Nordlys Linse"~1 name:="a b" person:"Joe B"*`},
		{"an equals sign", `name:\=a title:a=b`, search.Query{Clauses: []search.Clause{{Field: search.Named, Text: "=a"}, {Field: search.Title, Text: "a=b"}}}, ""},
		{"both sections", "(section:a) (section:b)", search.Query{Clauses: []search.Clause{{Field: search.InSection, Text: "a"},
			{Field: search.InSection, Text: "b"}}}, ""},
		{"a year", "date:2021", search.Query{After: date(2021, 1, 1), Before: date(2022, 1, 1)}, "after:2021-01-01 before:2022-01-01"},
		{"a range", "date:2020..2021-06", search.Query{After: date(2020, 1, 1), Before: date(2021, 7, 1)}, "after:2020-01-01 before:2021-07-01"},
		{"an open range", "date:..2021", search.Query{Before: date(2022, 1, 1)}, "before:2022-01-01"},
		{"dates in brackets", "(date:2021-04 OR after:2023 OR -before:2020) -date:2022-01-01..2022-01-01T10:00:00Z", search.Query{Clauses: []search.Clause{
			{Any: []search.Clause{{Field: search.Published, After: date(2021, 4, 1), Before: date(2021, 5, 1)},
				{Field: search.Published, After: date(2023, 1, 1)}, {Field: search.Published, Before: date(2020, 1, 1), Not: true}}},
			{Field: search.Published, After: date(2022, 1, 1), Before: date(2022, 1, 1).Add(10*time.Hour + 1), Not: true}}},
			"(date:2021-04-01..2021-04-30 OR after:2023-01-01 OR -before:2020-01-01) -date:2022-01-01..2022-01-01T10:00:00Z"},
		{"blend", "oil sort:blend halflife:7d", search.Query{Text: "oil", Sort: search.Blend, HalfLife: 7 * 24 * time.Hour}, ""},
		{"half-life in hours", "halflife:90m", search.Query{HalfLife: 90 * time.Minute}, "halflife:1h30m0s"},
		{"quotation marks of other kinds", "„oil price“ «gas» a“b", search.Query{Text: "a“b", Clauses: []search.Clause{
			{Match: search.Phrase, Text: "oil price"}, {Match: search.Phrase, Text: "gas"}}}, `a\“b "oil price" "gas"`},
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
	for _, c := range []struct {
		name, in string
		at       int
		want     string
	}{
		{"unknown field", "oil writer:Smith", 4, `"writer:": unknown field "writer:"`},
		{"open quote", `oil "press freedom`, 4, `"\"press freedom": the quotation mark is not closed`},
		{"no value", "country:", 0, `"country:": there is nothing`},
		{"empty phrase", `oil ""`, 4, `there is nothing`},
		{"country by name", "oil country:Ruritania", 4, "country:RURITANIA: not an ISO 3166-1 alpha-2 code"},
		{"bad date", "after:April", 0, `"after:April": a date is`},
		{"bad range", "date:..", 0, `a date is`},
		{"date twice", "after:2021 after:2022", 11, `"after:2022": a second bound`},
		{"dates crossed", "after:2022 before:2021", 11, "after 2022-01-01 is not before 2021-01-01"},
		{"quoted date", `after:"2021"`, 0, "takes a plain value"},
		{"unknown order", "sort:best", 0, `"sort:best": orders are`},
		{"bad half-life", "halflife:-1d", 0, `a half-life is such as`},
		{"order in brackets", "(oil sort:newest)", 5, `sort and halflife stand alone`},
		{"order left out", "-sort:newest", 0, `sort and halflife stand alone`},
		{"star in a word", "oil *a*", 4, `"*a": a star can only end a word`},
		{"star behind a phrase", `"oil price"*`, 0, `a star can only end a word`},
		{"short prefix", "a*", 0, "two letters"},
		{"beginning of two words", "cease-fi*", 0, "more than one word"},
		{"prefix of a code", "country:R*", 0, "a code is compared whole"},
		{"prefix of signs", "''*", 0, "holds no word"},
		{"tilde in a word", "oil~3", 3, `"~3": a tilde ends a word`},
		{"tilde behind a phrase", `"oil price"~2`, 0, `a tilde ends a word`},
		{"short fuzzy word", "oil~2", 0, "needs 4 letters"},
		{"exact word", "title:=Apple", 0, "only person, org, place and name know case"},
		{"backslash at the end", `oil\`, 3, "nothing stands after the backslash"},
		{"open bracket", "oil ((gas)", 4, `"(": the bracket is not closed`},
		{"closed bracket", "oil) gas", 3, `")": no bracket is open`},
		{"empty bracket", "oil ( )", 4, `there is nothing`},
		{"bracket behind a date", "after:(2021)", 0, `no bracket can follow`},
		{"nothing after or", "oil OR", 4, `"OR": AND, OR and NOT need`},
		{"nothing before or", "OR oil", 0, `"OR": AND, OR and NOT need`},
		{"nothing after not", "(NOT) oil", 1, `"NOT": AND, OR and NOT need`},
		{"mixed", "oil AND gas OR coal", 12, `"OR": AND and OR beside each other`},
		{"a stop word must be there", "oil +the", 4, `holds no word that is looked up`},
		{"a stop word in brackets", "oil OR the", 7, `"the": "the" holds no word that is looked up`},
		{"too deep", strings.Repeat("(", 10_000), 16, "brackets deeper than 16"},
		{"too many clauses", strings.Repeat("+oil ", 10_000/4), 1280, "more than 256 clauses"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := search.Parse(c.in)
			require.ErrorIs(t, err, search.ErrQuery)
			assert.ErrorContains(t, err, c.want)
			var syntax *search.SyntaxError
			require.ErrorAs(t, err, &syntax)
			assert.Equal(t, c.at, syntax.At, err)
			assert.Less(t, len(err.Error()), 400)
		})
	}
	for _, c := range []struct{ name, in, want string }{
		{"not UTF-8", "oil \xff", "not UTF-8"},
		{"too long", strings.Repeat("oil ", 5000), "bytes are more than"},
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
		{"field", search.Query{Clauses: []search.Clause{{Field: "lead", Text: "x"}}}, `unknown field "lead"`},
		{"match", search.Query{Clauses: []search.Clause{{Match: "like", Text: "x"}}}, `unknown match "like"`},
		{"order", search.Query{Sort: "best"}, `unknown order "best"`},
		{"empty clause", search.Query{Clauses: []search.Clause{{}}}, "needs a value"},
		{"country", search.Query{Countries: []string{"ru"}}, "country:ru"},
		{"any and all", search.Query{Clauses: []search.Clause{{Any: []search.Clause{{Text: "x"}}, All: []search.Clause{{Text: "x"}}}}}, "both any and all"},
		{"bracket with a text", search.Query{Clauses: []search.Clause{{Any: []search.Clause{{Text: "x"}}, Text: "y"}}}, "looks for something itself"},
		{"date without bounds", search.Query{Clauses: []search.Clause{{Field: search.Published}}}, "needs after or before"},
		{"date with a text", search.Query{Clauses: []search.Clause{{Field: search.Published, Text: "2021"}}}, "no text"},
		{"bounds of a word", search.Query{Clauses: []search.Clause{{Text: "x", After: date(2021, 1, 1)}}}, "for dates"},
		{"phrase of a name", search.Query{Clauses: []search.Clause{{Field: search.Person, Match: search.Phrase, Text: "x y"}}}, "is for words"},
		{"fuzzy prefix", search.Query{Clauses: []search.Clause{{Match: search.Prefix, Text: "oil", Fuzzy: 1}}}, "of nothing else"},
		{"three wrong letters", search.Query{Clauses: []search.Clause{{Text: "sanctions", Fuzzy: 3}}}, "1 or 2 letters"},
		{"too many clauses", search.Query{Countries: slices.Repeat([]string{"RU"}, 257)}, "257 clauses are more than 256"},
		{"half-life", search.Query{HalfLife: -1}, "is negative"},
		{"cursor and offset", search.Query{Cursor: "x", Offset: 1}, "beside a cursor"},
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
		`a\"b \- c\\ 10:30 +x\*y`, `before:9999-12-31T23:59:59-23:00`, "-\"\u00a0a\"", `title:\"x\ y`,
		`(oil OR -(gas "x y" sanc*)) NOT quote:x~2 name:="A b" date:2020..2021-02 sort:blend halflife:36h`,
		`title:(a1 OR (b1 c1)) AND d1~ person:"x y"* „a“ \OR \( \= (section:a) (after:2020)`} {
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

func FuzzQueryJSON(f *testing.F) {
	f.Add(`{"text":"oil","clauses":[{"any":[{"text":"gas"},{"field":"title","match":"phrase","text":"oil price","not":true}]}],"sort":"blend"}`)
	f.Add(`{"clauses":[{"field":"date","after":"2021-01-01T00:00:00Z"},{"match":"any","text":"the oil a\"b"}],"people":["\\ x"],"halflife":1}`)
	f.Add(`{"clauses":[{"all":[{"all":[{"all":[{"text":"AND"},{"field":"name","match":"exact","text":"=~("}]}]}]}],"before":"2021-01-01T00:00:00.5Z"}`)
	f.Fuzz(func(t *testing.T, raw string) {
		var q search.Query
		if json.Unmarshal([]byte(raw), &q) != nil || q.Validate() != nil {
			return
		}
		var a search.Alerts
		if err := a.Add("x", q); err != nil {
			t.Fatalf("%+v: %v", q, err)
		}
		if _, err := a.Match(&dateline.Document{ID: "a", Text: "oil price"}); err != nil {
			t.Fatal(err)
		}
		search.NewHighlighter(q, nil).Fragments(&dateline.Document{ID: "a", Text: "oil price"}, 2)
		again, err := search.Parse(q.String())
		var syntax *search.SyntaxError
		switch {
		case errors.As(err, &syntax) && strings.Contains(err.Error(), "more than"): // any of many words became as many clauses
		case err != nil && len(q.String()) > search.MaxLength:
		case err != nil:
			t.Fatalf("%q gave %+v, its form %q: %v", raw, q, q, err)
		default:
			if third, err := search.Parse(again.String()); err != nil || !assert.ObjectsAreEqual(again, third) {
				t.Fatalf("%q gave %q, then %q, %v", raw, q, again, err)
			}
		}
	})
}
