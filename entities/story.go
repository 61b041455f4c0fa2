package entities

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/authority"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/knowledge"
	"github.com/dateline-go/dateline/internal/pace"
	"github.com/dateline-go/dateline/internal/values"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/pos"
)

// word is a token as the rules see it.
type word struct {
	start, end int
	text       string
	fold       string // as the gazetteer knows it
	pos        pos.Class
	capital    bool // begins with a capital letter
	caps       bool // two letters or more, all of them capitals
	letter     bool // holds a letter
	digit      bool // holds a digit
	first      bool // the first word of its sentence
	glued      bool // no space before it
	classes    lang.Classes
}

// sentence is a run of words, [from, to).
type sentence struct {
	from, to int
	// titled says that most words begin with a capital, so that one means little;
	// shouted, that all letters are capitals, so that one means nothing.
	titled, shouted bool
	// results says that it is a line of a table of sports results: a city before a
	// number is its team.
	results bool
}

// story is a Document with its words laid out for the steps of this package.
type story struct {
	doc        *dateline.Document
	names      *gazetteer.Gazetteer
	lang       *lang.Pack
	lex        *lang.Lexicon    // that of the language
	unmodelled bool             // the language has no model of names
	table      *knowledge.Table // of the places of the world; nil for a story without one
	bodies     *knowledge.Organisations
	sport      int8            // whether it is one of sport: 0 not yet told, 1 yes, -1 no
	turnsOf    map[string]int  // how many sentences a word in capitals and a colon begin; nil until asked for
	waters     map[string]bool // first words of seas and the like, by which alone they are meant
	currencies []values.Whose  // the countries that stand before their currency
	words      []word
	folds      []string // of words, in one slice for look-ups
	sentences  []sentence
	// small counts words written in small letters in this story; proper those
	// with a capital where no sentence begins.
	small, proper map[string]int
}

// mention is a name in the text.
type mention struct {
	from, to   int // words
	label      dateline.Label
	confidence float64
	match      gazetteer.Match  // the names that it may be, if any
	entry      *gazetteer.Entry // the one that it is
	place      knowledge.Place  // the place that it is, where entry is one
	title      dateline.Span    // the words of the title before or after it, if any
	gender     gazetteer.Gender // what its title says
	country    string           // what the words before its title say
	acronym    string           // the acronym that brackets give it
	row        *authority.Row   // the row of the user's names that it is, if any
	inner      []mention        // the places and peoples in its name
	entity     int
	linked     string // what linked it to what other words name, "" for what names a thing first
}

func newStory(doc *dateline.Document, g *gazetteer.Gazetteer, l *lang.Pack, p *pace.Pace) (*story, error) {
	n := len(doc.Tokens)
	s := &story{doc: doc, names: g, lang: l, lex: l.Lexicon,
		small: make(map[string]int, n/4), proper: make(map[string]int, n/16)}
	s.words = make([]word, 0, n)
	s.sentences = make([]sentence, 0, len(doc.Sentences))
	at, end := 0, 0
	for i, span := range doc.Sentences {
		if p.Stop(span.Len() / 4) {
			return nil, p.Err()
		}
		if span.Start < end || span.End < span.Start || span.End > len(doc.Text) {
			return nil, fmt.Errorf("%w: sentences[%d]: %v is not in order inside the text", dateline.ErrInvalid, i, span)
		}
		end = span.End
		from, last := len(s.words), span.Start
		for ; at < len(doc.Tokens) && doc.Tokens[at].Start < span.End; at++ {
			t := doc.Tokens[at]
			if t.Start < last || t.End <= t.Start || t.End > span.End {
				return nil, fmt.Errorf("%w: tokens[%d]: %v is not in order inside a sentence", dateline.ErrInvalid, at, t.Span())
			}
			s.addToken(t, t.Start == last && len(s.words) > from)
			last = t.End
		}
		if len(s.words) > from {
			s.addSentence(from)
		}
	}
	if at < len(doc.Tokens) {
		return nil, fmt.Errorf("%w: tokens[%d]: %v is not inside a sentence", dateline.ErrInvalid, at, doc.Tokens[at].Span())
	}
	s.folds = make([]string, len(s.words))
	for i := range s.words {
		s.folds[i] = s.words[i].fold
	}
	return s, nil
}

// addToken adds the word of a token, or three where a name is tied to a common
// word, "Delhi-based", or a politician's seat to the party, "R-Rome".
func (s *story) addToken(t dateline.Token, glued bool) {
	text, class := s.doc.Text[t.Start:t.End], s.lang.Tagset.Of(t.Tag)
	add := func(from, to int, glued bool) {
		w := newWord(text[from:to])
		w.start, w.end, w.pos, w.glued = t.Start+from, t.Start+to, class, glued
		w.classes = s.lex.Of(w.fold)
		s.words = append(s.words, w)
	}
	i := strings.LastIndexByte(text, '-')
	seat := i == 1 && len(s.words) > 0 && isParty(text) && strings.ContainsAny(s.words[len(s.words)-1].text, ",(")
	if !seat && (i < 2 || !unicode.IsUpper(rune(text[0])) || !s.lex.Is(text[i+1:], lang.Tied) &&
		!s.pair(text[:i], text[i+1:])) {
		add(0, len(text), glued)
		return
	}
	add(0, i, glued)
	add(i, i+1, true)
	add(i+1, len(text), true)
}

// pair reports whether both words are places, peoples or known organisations:
// "India-Pakistan", "Israel-Hamas".
func (s *story) pair(one, other string) bool {
	if s.names.Find([]string{gazetteer.Fold(one + "-" + other)}).Words > 0 {
		return false
	}
	for _, text := range []string{one, other} {
		known := false
		for e, caps := range s.names.Entries(s.names.Find([]string{gazetteer.Fold(text)})) {
			known = (e.Kind == gazetteer.Country || e.Kind == gazetteer.Group || e.Kind == gazetteer.Organisation ||
				e.Capital || e.Population >= cityInName) && (!caps || text == strings.ToUpper(text))
			break
		}
		if !known {
			return false
		}
	}
	return true
}

// is reports whether a word is of a class.
func (w *word) is(c lang.Class) bool { return w.classes.Is(c) }

func newWord(text string) word {
	w := word{text: text, fold: gazetteer.Fold(text)}
	first, _ := utf8.DecodeRuneInString(text)
	w.capital = (unicode.IsUpper(first) || articled(text)) && !isAddress(text)
	upper, lower := 0, 0
	for _, r := range text {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLetter(r):
			lower++
		case unicode.IsDigit(r):
			w.digit = true
		}
	}
	w.letter = upper+lower > 0
	w.caps = upper > 1 && lower == 0
	return w
}

// isAddress reports whether a word is an address of the Internet.
func isAddress(text string) bool {
	return strings.Contains(text, "@") || strings.Contains(text, "://") || strings.HasPrefix(text, "www.")
}

// articled reports whether a word is a name behind an Arabic article in small
// letters, such as "al-Amin".
func articled(text string) bool {
	if len(text) < 4 || text[2] != '-' || text[3] < 'A' || text[3] > 'Z' {
		return false
	}
	switch text[:2] {
	case "al", "el", "ad", "an", "ar", "as", "at", "az":
		return true
	}
	return false
}

// isScore reports whether a word is a number of at most three digits.
func (w *word) isScore() bool {
	return len(w.text) <= 3 && strings.Trim(w.text, "0123456789") == ""
}

// addSentence looks at how the sentence of the words from an index on is written.
func (s *story) addSentence(from int) {
	words := s.words[from:]
	n := spell(words)
	x := sentence{from: from, to: len(s.words)}
	x.shouted = n.caps >= 3 && n.smalls*10 <= n.caps
	x.titled = !x.shouted && n.contents >= 3 && n.capitals*10 >= n.contents*9
	x.results = n.scores > 1 && n.scores*4 >= len(words)
	s.sentences = append(s.sentences, x)
	if x.shouted || x.titled {
		return
	}
	for i := range words {
		w := &words[i]
		switch {
		case !w.letter:
		case !w.capital:
			s.small[w.fold]++
		case !w.first:
			s.proper[w.fold]++
		}
	}
}

// spelling counts how the words of a sentence are written.
type spelling struct {
	smalls, caps       int // words that begin small, words all in capitals
	contents, capitals int // words but the first that a title writes with a capital, and those that have one
	scores             int
}

// spell counts them, and marks the first word of the sentence and of what is said in it.
func spell(words []word) (n spelling) {
	first := true
	for i := range words {
		w := &words[i]
		if !w.letter {
			if w.isScore() {
				n.scores++
			}
			if w.text == "“" || w.text == "``" || w.text == "\"" || w.text == ":" || w.text == "•" {
				first = true
			}
			continue
		}
		w.first = first
		first = false
		if !w.capital {
			n.smalls++
		}
		if w.caps {
			n.caps++
		}
		if !w.first && !w.is(lang.NoName) && !w.is(lang.Particle) && w.fold != "'s" && w.fold != "n't" {
			n.contents++
			if w.capital {
				n.capitals++
			}
		}
	}
	return n
}

// text returns the words [from, to) as the story writes them.
func (s *story) text(from, to int) string {
	return s.doc.Text[s.words[from].start:s.words[to-1].end]
}

// span returns the place of a mention in the text.
func (s *story) span(m *mention) dateline.Span {
	return dateline.Span{Start: s.words[m.from].start, End: s.words[m.to-1].end}
}

// fold returns the folded word at an index of a sentence, "" outside of it.
func (s *story) fold(x *sentence, i int) string {
	if i < x.from || i >= x.to {
		return ""
	}
	return s.words[i].fold
}
