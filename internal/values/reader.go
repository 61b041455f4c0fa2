package values

import (
	"strings"
	"time"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/pos"
)

// Word is a word of the story.
type Word struct {
	// Text is the word as it stands, Fold in small letters without accents.
	Text, Fold string
	// Pos says what it is in its sentence.
	Pos pos.Class
	// Capital says that it begins with a capital letter; Letter and Digit, that it holds one; First, that it begins its
	// sentence; Glued, that no space stands before it.
	Capital, Letter, Digit, First, Glued bool
}

// Run is a run of words, [From, To).
type Run struct{ From, To int }

// Value is a date, an hour or an amount in the text.
type Value struct {
	From, To int // words
	Label    dateline.Label
	// Value is the date as in ISO 8601, or the number with its unit or currency; "" where the words say no more than
	// themselves.
	Value string
}

// Story is what values are read from.
type Story struct {
	Words     []Word
	Sentences []Run
	// Names are the words that are part of names, in order: no value holds one.
	Names []Run
	// Published is the day from which "yesterday" counts, the zero time where it is not known.
	Published time.Time
	// Countries tell whose dollar is meant.
	Countries []dateline.Country
}

// reader reads the values of one story.
type reader struct {
	words     []Word
	sentences []Run
	published time.Time
	countries []dateline.Country
	lex       *lang.Lexicon
	form      *lang.Values        // how the language writes values
	tagged    bool                // the words have parts of speech
	free      int                 // the first word behind the name or value before
	signs     [utf8.RuneSelf]sign // what each character of ASCII is
}

// sign says whether a character is the sign of a currency.
type sign uint8

const (
	notAsked sign = iota
	isCurrency
	isOther
)

// dateWords are the classes of the words by which a date may begin, beside numbers.
var dateWords = lang.ClassesOf(lang.Month, lang.Weekday, lang.DayOff, lang.ValueWord)

// Find returns the dates and amounts that lie between the names of a story, in order; none in a language whose pack
// does not say how they are written. The cost is linear.
func Find(s Story, pack *lang.Pack) []Value {
	if pack.Values == nil {
		return nil
	}
	r := &reader{words: s.Words, sentences: s.Sentences, published: s.Published, countries: s.Countries,
		lex: pack.Lexicon, form: pack.Values, tagged: pack.Tagset != nil}
	var found []Value
	at := 0
	for _, x := range s.Sentences {
		r.free = x.From
		for k := x.From; k < x.To; {
			for at < len(s.Names) && s.Names[at].To <= k {
				at++
			}
			end := x.To
			if at < len(s.Names) {
				if s.Names[at].From <= k {
					k = s.Names[at].To
					r.free = k
					continue
				}
				end = min(end, s.Names[at].From)
			}
			v := r.value(k, end)
			if v.To == 0 {
				k++
				continue
			}
			found = append(found, v)
			k = v.To
			r.free = k
		}
	}
	return found
}

// value reads a value that begins at a word and ends before another, if there is one.
func (r *reader) value(at, end int) Value {
	w := &r.words[at]
	kinds := r.lex.Of(w.Fold)
	if r.mayBeAmount(w, &kinds) {
		for _, read := range []func(at, end int) Value{r.money, r.percent, r.clock, r.date, r.quantity} {
			if v := read(at, end); v.To > 0 {
				return v
			}
		}
		return Value{}
	}
	if w.Letter && kinds.Any(&dateWords) {
		return r.date(at, end)
	}
	return Value{}
}

// mayBeAmount reports whether an amount may begin with a word of some classes: a number, the sign of a currency,
// or "a".
func (r *reader) mayBeAmount(w *Word, kinds *lang.Classes) bool {
	return w.Digit || r.beginsWithSign(w.Text) || r.lex.Is(w.Text, lang.CurrencySign) ||
		kinds.Is(lang.Number) && r.figureOf(w.Fold, lang.Number) != 0 || kinds.Is(lang.DollarOf) ||
		strings.HasSuffix(w.Text, "$") || kinds.Is(lang.ValueWord) && r.role(w.Fold) == roleOne
}

// beginsWithSign reports whether the first character of a word is the sign of a currency.
func (r *reader) beginsWithSign(text string) bool {
	if text == "" || text[0] >= utf8.RuneSelf {
		return r.lex.Is(first(text), lang.CurrencySign)
	}
	known := &r.signs[text[0]]
	if *known == notAsked {
		*known = isOther
		if r.lex.Is(text[:1], lang.CurrencySign) {
			*known = isCurrency
		}
	}
	return *known == isCurrency
}

// The roles of words in values, as the lexicon writes them.
const (
	roleOne       = "one"
	roleSeason    = "season"
	roleAgo       = "ago"
	roleAgoBefore = "ago-before"
	roleZone      = "zone"
	roleUntil     = "until"
	roleSince     = "since"
	roleUnreal    = "tense unreal"
	roleBe        = "tense be"
	rolePast      = "tense past"
	rolePerfect   = "tense perfect"
	roleCoin      = "coin"
	roleVerb      = "verb"
	rolePercent   = "percent"
)

// role is what a word does in values, "" for nothing.
func (r *reader) role(word string) string { return r.lex.Value(word, lang.ValueWord) }

// roleValue returns what follows the name of a role: "Y" for the span "year"; "" where the word has another role.
func (r *reader) roleValue(word, role string) string {
	value, ok := strings.CutPrefix(r.role(word), role)
	if !ok {
		return ""
	}
	value, ok = strings.CutPrefix(value, " ")
	if !ok {
		return ""
	}
	return value
}

// first returns the first character of a word.
func first(text string) string {
	for i := range text {
		if i > 0 {
			return text[:i]
		}
	}
	return text
}
