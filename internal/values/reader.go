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
	// Countries tell whose dollar is meant, else Home does, the ISO 3166 code of the outlet's country.
	Countries []dateline.Country
	Home      string
	// Whose are the countries that stand before a currency, in order and outside of Names.
	Whose []Whose
}

// reader reads the values of one story.
type reader struct {
	words     []Word
	sentences []Run
	published time.Time
	countries []dateline.Country
	home      string
	whose     []Whose
	lex       *lang.Lexicon
	form      *lang.Values        // how the language writes values
	tagged    bool                // the words have parts of speech
	free      int                 // the first word behind the name or value before
	paid      int                 // the word behind the last amount of money
	signs     [utf8.RuneSelf]sign // what each character of ASCII is
}

// sign says whether a character is the sign of a currency.
type sign uint8

const (
	notAsked sign = iota
	isCurrency
	isOther
)

// The roles of words in values, as the lexicon writes them.
const (
	roleOne       = "one"
	rolePart      = "part"
	roleSeason    = "season"
	roleAgo       = "ago"
	roleAgoBefore = "ago-before"
	roleZone      = "zone"
	roleUntil     = "until"
	roleSince     = "since"
	roleUnreal    = "tense unreal"
	roleBe        = "tense be"
	roleNot       = "tense not"
	roleToward    = "tense toward"
	roleMoved     = "tense moved"
	rolePast      = "tense past"
	rolePerfect   = "tense perfect"
	roleDue       = "tense due"
	rolePlan      = "tense plan"
	roleTimetable = "tense timetable"
	roleHoliday   = "holiday"
	roleCoin      = "coin"
	roleCoinKind  = "coin-kind"
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
