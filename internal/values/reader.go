package values

import (
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
)

// Word is a word of the story.
type Word struct {
	// Text is the word as it stands, Fold in small letters without accents, Tag its part of speech.
	Text, Fold, Tag string
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
}

// Find returns the dates and amounts that lie between the names of a story, in order. The cost is linear.
func Find(s Story, lex *lang.Lexicon) []Value {
	r := &reader{words: s.Words, sentences: s.Sentences, published: s.Published, countries: s.Countries, lex: lex}
	var found []Value
	at := 0
	for _, x := range s.Sentences {
		for k := x.From; k < x.To; {
			for at < len(s.Names) && s.Names[at].To <= k {
				at++
			}
			end := x.To
			if at < len(s.Names) {
				if s.Names[at].From <= k {
					k = s.Names[at].To
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
		}
	}
	return found
}

// value reads a value that begins at a word and ends before another, if there is one.
func (r *reader) value(at, end int) Value {
	w := &r.words[at]
	if r.mayBeAmount(w) {
		for _, read := range []func(at, end int) Value{r.money, r.percent, r.clock, r.date, r.quantity} {
			if v := read(at, end); v.To > 0 {
				return v
			}
		}
		return Value{}
	}
	if w.Letter {
		return r.date(at, end)
	}
	return Value{}
}

// mayBeAmount reports whether an amount may begin with a word: a number, the sign of a currency, or "a".
func (r *reader) mayBeAmount(w *Word) bool {
	return w.Digit || r.lex.Is(first(w.Text), lang.CurrencySign) || r.lex.Is(w.Text, lang.CurrencySign) ||
		r.figureOf(w.Fold, lang.Number) != 0 || r.lex.Is(w.Fold, lang.DollarOf) || strings.HasSuffix(w.Text, "$") ||
		r.role(w.Fold) == roleOne
}

// The roles of words in values, as the lexicon writes them.
const (
	roleOne     = "one"
	roleSeason  = "season"
	roleAgo     = "ago"
	roleZone    = "zone"
	roleUntil   = "until"
	roleSince   = "since"
	roleUnreal  = "tense unreal"
	roleBe      = "tense be"
	rolePast    = "tense past"
	rolePerfect = "tense perfect"
	roleCoin    = "coin"
	roleVerb    = "verb"
	rolePercent = "percent"
)

// role is what a word does in values, "" for nothing.
func (r *reader) role(word string) string { return r.lex.Value(word, lang.ValueWord) }

// roleValue returns what follows the name of a role: "Y" for the span "year"; "" where the word has another role.
func (r *reader) roleValue(word, role string) string {
	value, _ := strings.CutPrefix(r.role(word), role+" ")
	if value == r.role(word) {
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
