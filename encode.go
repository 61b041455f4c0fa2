package dateline

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"
)

// encoder writes a Document as encoding/json does with escaping of HTML off, in a
// fifth of the time: that package calls MarshalJSON for each token and span and
// then reads what it got once more. A field of the model has one line here, in the
// order of its struct; a test compares the two. Beside the spans of quotes and of
// the summary the encoder writes their words, which the structs do not hold.
type encoder struct {
	b   []byte
	doc *Document
	err error // the first value that has no form in JSON
}

// sizeOf guesses how long a document's JSON is, so that it is seldom moved.
func sizeOf(d *Document) int {
	return 2048 + len(d.Text)*9/8 + 18*len(d.Tokens) + 14*len(d.Sentences) + 64*len(d.Blocks) +
		128*len(d.Mentions) + 256*len(d.Entities) + 160*len(d.Quotes) + 96*len(d.Keyphrases)
}

// document writes all of a Document.
func (e *encoder) document(d *Document) {
	e.int(`{"schema":`, cmp.Or(d.Schema, Schema))
	e.string(`,"id":`, d.ID)
	e.words(`,"url":`, d.URL)
	e.words(`,"language":`, d.Language)
	e.words(`,"site":`, d.Site)
	e.words(`,"section":`, d.Section)
	e.words(`,"headline":`, d.Headline)
	e.words(`,"kicker":`, d.Kicker)
	e.words(`,"dek":`, d.Dek)
	list(e, `,"byline":`, d.Byline, (*encoder).author)
	e.date(`,"published":`, d.Published)
	e.date(`,"modified":`, d.Modified)
	e.string(`,"text":`, d.Text)
	if len(d.Blocks) == 0 {
		e.raw(`,"blocks":[]`)
	}
	list(e, `,"blocks":`, d.Blocks, (*encoder).block)
	list(e, `,"sections":`, d.Sections, (*encoder).section)
	list(e, `,"images":`, d.Images, (*encoder).image)
	e.strings(`,"warnings":`, d.Warnings)
	list(e, `,"furniture":`, d.Furniture, (*encoder).furniture)
	list(e, `,"links":`, d.Links, (*encoder).link)
	list(e, `,"sentences":`, d.Sentences, (*encoder).span)
	list(e, `,"tokens":`, d.Tokens, (*encoder).token)
	list(e, `,"mentions":`, d.Mentions, (*encoder).mention)
	list(e, `,"entities":`, d.Entities, (*encoder).entity)
	list(e, `,"concepts":`, d.Concepts, (*encoder).concept)
	list(e, `,"countries":`, d.Countries, (*encoder).country)
	list(e, `,"quotes":`, d.Quotes, (*encoder).quote)
	list(e, `,"keyphrases":`, d.Keyphrases, (*encoder).keyphrase)
	list(e, `,"summary":`, d.Summary, (*encoder).sentence)
	e.raw(`}`)
}

func (e *encoder) author(a *Author) {
	e.string(`{"name":`, a.Name)
	e.words(`,"bio":`, a.Bio)
	e.raw(`}`)
}

func (e *encoder) block(b *Block) {
	e.string(`{"kind":`, string(b.Kind))
	e.int(`,"start":`, b.Start)
	e.int(`,"end":`, b.End)
	e.raw(`}`)
}

func (e *encoder) section(s *Section) {
	e.string(`{"heading":`, s.Heading)
	e.int(`,"start":`, s.Start)
	e.int(`,"end":`, s.End)
	e.raw(`}`)
}

func (e *encoder) image(i *Image) {
	e.string(`{"url":`, i.URL)
	e.words(`,"caption":`, i.Caption)
	e.raw(`}`)
}

func (e *encoder) furniture(f *Furniture) {
	e.string(`{"kind":`, string(f.Kind))
	e.string(`,"text":`, f.Text)
	e.raw(`}`)
}

func (e *encoder) link(l *Link) {
	e.string(`{"kind":`, string(l.Kind))
	e.string(`,"title":`, l.Title)
	e.words(`,"url":`, l.URL)
	e.words(`,"section":`, l.Section)
	if l.Rank != 0 {
		e.int(`,"rank":`, l.Rank)
	}
	e.words(`,"age":`, l.Age)
	e.date(`,"published":`, l.Published)
	e.raw(`}`)
}

func (e *encoder) mention(m *Mention) {
	e.int(`{"start":`, m.Start)
	e.int(`,"end":`, m.End)
	e.string(`,"label":`, string(m.Label))
	e.string(`,"entity":`, m.Entity)
	e.score(`,"confidence":`, Round(m.Confidence))
	e.words(`,"value":`, m.Value)
	list(e, `,"inside":`, m.Inside, (*encoder).part)
	e.raw(`}`)
}

func (e *encoder) part(p *Part) {
	e.int(`{"start":`, p.Start)
	e.int(`,"end":`, p.End)
	e.string(`,"label":`, string(p.Label))
	e.words(`,"entity":`, p.Entity)
	e.words(`,"country":`, p.Country)
	e.raw(`}`)
}

func (e *encoder) entity(x *Entity) {
	e.string(`{"id":`, x.ID)
	e.string(`,"name":`, x.Name)
	e.string(`,"label":`, string(x.Label))
	e.words(`,"country":`, x.Country)
	if x.GeoNames != 0 {
		e.int(`,"geonames":`, x.GeoNames)
	}
	if lat, lon := Round(x.Lat), Round(x.Lon); lat != 0 || lon != 0 { // a place on the meridian has a longitude of 0
		e.score(`,"lat":`, lat)
		e.score(`,"lon":`, lon)
	}
	e.strings(`,"aliases":`, x.Aliases)
	e.ids(x.IDs)
	list(e, `,"roles":`, x.Roles, (*encoder).role)
	e.score(`,"salience":`, Round(x.Salience))
	e.bool(`,"about":`, x.About)
	e.int(`,"mentions":`, x.Mentions)
	e.raw(`}`)
}

func (e *encoder) ids(ids IDs) {
	if len(ids) == 0 {
		return
	}
	sep := `,"ids":{`
	for _, system := range slices.Sorted(maps.Keys(ids)) {
		e.string(sep, string(system))
		e.string(`:`, ids[system])
		sep = `,`
	}
	e.raw(`}`)
}

func (e *encoder) role(r *Role) {
	e.string(`{"title":`, r.Title)
	e.words(`,"of":`, r.Of)
	if r.Start != 0 {
		e.int(`,"start":`, r.Start)
	}
	if r.End != 0 {
		e.int(`,"end":`, r.End)
	}
	e.raw(`}`)
}

func (e *encoder) concept(c *Concept) {
	e.string(`{"id":`, c.ID)
	e.string(`,"name":`, c.Name)
	e.strings(`,"aliases":`, c.Aliases)
	e.score(`,"salience":`, Round(c.Salience))
	e.bool(`,"about":`, c.About)
	e.int(`,"mentions":`, len(c.Spans))
	e.raw(`,"spans":`)
	e.spans(c.Spans)
	e.raw(`}`)
}

func (e *encoder) country(c *Country) {
	e.string(`{"code":`, c.Code)
	e.string(`,"name":`, c.Name)
	e.score(`,"weight":`, Round(c.Weight))
	e.int(`,"mentions":`, c.Mentions)
	e.bool(`,"focus":`, c.Focus)
	e.raw(`}`)
}

func (e *encoder) quote(q *Quote) {
	e.string(`{"text":`, e.doc.QuoteText(q))
	e.raw(`,"content":`)
	e.spans(q.Content)
	list(e, `,"exact":`, q.Exact, (*encoder).span)
	e.words(`,"speaker":`, q.Speaker)
	e.words(`,"entity":`, q.Entity)
	list(e, `,"speakers":`, q.Speakers, (*encoder).speaker)
	if q.Cue != (Span{}) {
		e.raw(`,"cue":`)
		e.span(&q.Cue)
	}
	if q.Source != (Span{}) {
		e.raw(`,"source":`)
		e.span(&q.Source)
	}
	e.bool(`,"direct":`, q.Direct)
	e.score(`,"confidence":`, Round(q.Confidence))
	e.raw(`}`)
}

func (e *encoder) speaker(s *Speaker) {
	e.string(`{"name":`, s.Name)
	e.words(`,"entity":`, s.Entity)
	e.raw(`}`)
}

func (e *encoder) keyphrase(k *Keyphrase) {
	e.string(`{"text":`, k.Text)
	e.score(`,"score":`, Round(k.Score))
	e.raw(`,"spans":`)
	e.spans(k.Spans)
	e.raw(`}`)
}

func (e *encoder) sentence(s *SummarySentence) {
	e.string(`{"text":`, e.doc.wordsAt(s.Span()))
	e.int(`,"start":`, s.Start)
	e.int(`,"end":`, s.End)
	e.score(`,"score":`, Round(s.Score))
	e.raw(`}`)
}

func (e *encoder) token(t *Token) { e.b = t.appendJSON(e.b) }

func (e *encoder) span(s *Span) { e.b = s.appendJSON(e.b) }

// spans writes a list that is there even if it is empty.
func (e *encoder) spans(s []Span) {
	switch {
	case s == nil:
		e.raw(`null`)
	case len(s) == 0:
		e.raw(`[]`)
	}
	list(e, ``, s, (*encoder).span)
}

// list writes a key and a list, nothing for an empty one.
func list[T any](e *encoder, key string, items []T, write func(*encoder, *T)) {
	if len(items) == 0 {
		return
	}
	e.raw(key)
	sep := byte('[')
	for i := range items {
		e.b = append(e.b, sep)
		write(e, &items[i])
		sep = ','
	}
	e.b = append(e.b, ']')
}

func (e *encoder) strings(key string, s []string) {
	list(e, key, s, func(e *encoder, s *string) { e.string(``, *s) })
}

func (e *encoder) raw(s string) { e.b = append(e.b, s...) }

func (e *encoder) int(key string, n int) {
	e.raw(key)
	e.b = strconv.AppendInt(e.b, int64(n), 10)
}

func (e *encoder) bool(key string, on bool) {
	e.raw(key)
	e.b = strconv.AppendBool(e.b, on)
}

// score writes a number of four decimals.
func (e *encoder) score(key string, x float64) {
	form := byte('f')
	switch abs := math.Abs(x); {
	case math.IsNaN(x) || math.IsInf(x, 0):
		e.fail(fmt.Errorf("%w: the number %v", ErrInvalid, x))
		return
	case abs >= 1e21:
		form = 'e'
	}
	e.raw(key)
	e.b = strconv.AppendFloat(e.b, x, form, -1, 64)
}

// fail keeps the first error.
func (e *encoder) fail(err error) { e.err = cmp.Or(e.err, err) }

// date writes a date, nothing for none.
func (e *encoder) date(key string, d Date) {
	if d.IsZero() {
		return
	}
	text, err := d.MarshalText()
	if err != nil {
		e.fail(err)
		return
	}
	e.string(key, string(text))
}

// words writes a string, nothing for an empty one.
func (e *encoder) words(key, s string) {
	if s != "" {
		e.string(key, s)
	}
}

func (e *encoder) string(key, s string) {
	e.raw(key)
	e.b = append(e.b, '"')
	from := 0 // of what is yet to be written
	for i := 0; i < len(s); {
		if isPlain(s[i]) {
			i++
			continue
		}
		esc, n := escape(s[i:])
		if esc != "" {
			e.raw(s[from:i])
			e.raw(esc)
			from = i + n
		}
		i += n
	}
	e.raw(s[from:])
	e.b = append(e.b, '"')
}

// isPlain reports whether a byte is ASCII that stands for itself in a JSON string.
func isPlain(c byte) bool { return ' ' <= c && c < utf8.RuneSelf && c != '"' && c != '\\' }

// escape returns what encoding/json writes for the rune that s begins with, "" for
// the rune itself, and its length.
func escape(s string) (string, int) {
	switch c := s[0]; {
	case c == '"':
		return `\"`, 1
	case c == '\\':
		return `\\`, 1
	case c == '\n':
		return `\n`, 1
	case c == '\r':
		return `\r`, 1
	case c == '\t':
		return `\t`, 1
	case c == '\b':
		return `\b`, 1
	case c == '\f':
		return `\f`, 1
	case c < utf8.RuneSelf:
		return `\u00` + string([]byte{hex[c>>4], hex[c&15]}), 1
	}
	switch r, n := utf8.DecodeRuneInString(s); {
	case r == utf8.RuneError && n == 1:
		return `\ufffd`, 1
	case r == '\u2028':
		return `\u2028`, n
	case r == '\u2029':
		return `\u2029`, n
	default:
		return "", n
	}
}

const hex = "0123456789abcdef"
