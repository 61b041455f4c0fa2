package dateline

import (
	"bytes"
	"encoding/json"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// oddStrings need an escape, or seem to.
var oddStrings = []string{
	"", "said", "“Wir gehen”, sagte Müller", "a\nb\n\nc", "tab\tcr\rbell\ab\bf\fv\v", "\x00\x1f\x7f", `say "yes" \ no`, "<b>&amp;</b>",
	"line\u2028par\u2029", "cut \xe2\x80", "\xff\xfe", "\ufffd", "日本語", "👍🏽", "\u0085",
}

// fill sets every field to a value that is not zero.
func fill(r *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[Date]() {
			v.Set(reflect.ValueOf(Date{Time: time.Unix(r.Int64N(1<<33), 0).UTC(), DayOnly: r.IntN(2) == 0}))
			return
		}
		for i := range v.NumField() {
			fill(r, v.Field(i))
		}
	case reflect.Slice:
		n := 1 + r.IntN(4)
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			fill(r, v.Index(i))
		}
	case reflect.Map:
		v.Set(reflect.ValueOf(IDs{Wikidata: "Q1", "<b>\n": "\u2028", Ticker: "a\"b"}))
	case reflect.String:
		v.SetString(oddStrings[1+r.IntN(len(oddStrings)-1)] + oddStrings[r.IntN(len(oddStrings))])
	case reflect.Int:
		v.SetInt(r.Int64N(1 << 40))
	case reflect.Float64:
		v.SetFloat(r.NormFloat64())
	case reflect.Bool:
		v.SetBool(true)
	default:
		panic("no value for a field of kind " + v.Kind().String())
	}
}

// clearSome sets some fields back to zero.
func clearSome(r *rand.Rand, v reflect.Value) {
	switch {
	case r.IntN(3) == 0:
		v.SetZero()
	case v.Kind() == reflect.Struct && v.Type() != reflect.TypeFor[Date]():
		for i := range v.NumField() {
			clearSome(r, v.Field(i))
		}
	case v.Kind() == reflect.Slice && r.IntN(4) == 0:
		v.SetLen(0)
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			clearSome(r, v.Index(i))
		}
	}
}

// The forms have the words that the encoder writes beside spans.
type (
	quoteForm struct {
		Text string `json:"text"`
		Quote
	}
	sentenceForm struct {
		Text string `json:"text"`
		SummarySentence
	}
	conceptForm struct {
		ID       string   `json:"id"`
		Name     string   `json:"name"`
		Aliases  []string `json:"aliases,omitempty"`
		Salience float64  `json:"salience"`
		About    bool     `json:"about"`
		Mentions int      `json:"mentions"`
		Spans    []Span   `json:"spans"`
	}
)

// byEncodingJSON writes a value, with scores rounded already, as encoding/json does.
func byEncodingJSON(t *testing.T, x any) string {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	require.NoError(t, enc.Encode(x))
	return string(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
}

// roundAll rounds every score to the four decimals of the JSON form.
func roundAll(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[Date]() {
			return
		}
		for i := range v.NumField() {
			roundAll(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			roundAll(v.Index(i))
		}
	case reflect.Float64:
		v.SetFloat(Round(v.Float()))
	}
}

// sameAsEncodingJSON compares the two ways in which a Document can be written.
func sameAsEncodingJSON(t *testing.T, d Document) {
	t.Helper()
	roundAll(reflect.ValueOf(&d).Elem())
	for i := range d.Entities { // a point of which one half is 0 is written whole, for which encoding/json has no tag
		if e := &d.Entities[i]; e.Lat == 0 || e.Lon == 0 {
			e.Lat, e.Lon = 0, 0
		}
	}
	same := func(want string, write func(*encoder)) {
		t.Helper()
		e := encoder{doc: &d}
		write(&e)
		require.NoError(t, e.err)
		if want != string(e.b) {
			require.Equal(t, want, string(e.b))
		}
	}
	for i := range d.Quotes {
		q := &d.Quotes[i]
		same(byEncodingJSON(t, quoteForm{d.QuoteText(q), *q}), func(e *encoder) { e.quote(q) })
	}
	for i := range d.Summary {
		s := &d.Summary[i]
		same(byEncodingJSON(t, sentenceForm{d.wordsAt(s.Span()), *s}), func(e *encoder) { e.sentence(s) })
	}
	for i := range d.Concepts {
		c := &d.Concepts[i]
		form := conceptForm{c.ID, c.Name, c.Aliases, c.Salience, c.About, len(c.Spans), c.Spans}
		same(byEncodingJSON(t, form), func(e *encoder) { e.concept(c) })
	}
	rest := d
	rest.Quotes, rest.Summary, rest.Concepts = nil, nil, nil
	if rest.Blocks == nil {
		rest.Blocks = []Block{}
	}
	if rest.Schema == 0 {
		rest.Schema = Schema
	}
	same(byEncodingJSON(t, document(rest)), func(e *encoder) { e.document(&rest) })
}

func TestDocumentIsWrittenAsEncodingJSONDoes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	sameAsEncodingJSON(t, Document{})
	for range 200 {
		var d Document
		v := reflect.ValueOf(&d).Elem()
		fill(r, v)
		sameAsEncodingJSON(t, d)
		for i := range v.NumField() {
			clearSome(r, v.Field(i))
		}
		sameAsEncodingJSON(t, d)
	}
}

func TestNumbersAndDatesWithoutAForm(t *testing.T) {
	for _, x := range []float64{0, 1e-9, -1e-9, 1e17, 1e20, 1e21, -1e300, 0.00005, 0.12345} {
		sameAsEncodingJSON(t, Document{Entities: []Entity{{Lat: x, Lon: x, Salience: x}}})
	}
	for _, x := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		number := Document{ID: "a", Entities: []Entity{{Salience: x}}}
		_, err := number.MarshalJSON()
		require.ErrorContains(t, err, `document "a"`)
		require.ErrorIs(t, err, ErrInvalid)
	}
	late := Document{Published: Day(12000, 1, 1)}
	_, err := late.MarshalJSON()
	require.ErrorIs(t, err, ErrDate)
}

// TestTokensAreWrittenAsEncodingJSONDoes has tags that need an escape.
func TestTokensAreWrittenAsEncodingJSONDoes(t *testing.T) {
	for _, tag := range append(oddStrings, "NNP", "PRP$", "''", "``", "-LRB-") {
		for _, html := range []bool{false, true} {
			var want, got bytes.Buffer
			write := func(b *bytes.Buffer, x any) {
				e := json.NewEncoder(b)
				e.SetEscapeHTML(html)
				require.NoError(t, e.Encode(x))
			}
			if !html && isEscapedInHTML(tag) {
				continue // a token's own form has it escaped
			}
			write(&want, []any{-3, 12, tag})
			write(&got, Token{-3, 12, tag})
			require.Equal(t, want.String(), got.String())
		}
	}
	b, err := json.Marshal([]Span{{0, 5}, {-1, 123456789}})
	require.NoError(t, err)
	assert.Equal(t, "[[0,5],[-1,123456789]]", string(b))
}

func isEscapedInHTML(tag string) bool { return bytes.ContainsAny([]byte(tag), "<>&\u2028\u2029") }

func FuzzString(f *testing.F) {
	for _, s := range oddStrings {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		sameAsEncodingJSON(t, Document{ID: s, Text: s, Tokens: []Token{{0, 1, s}}})
	})
}
