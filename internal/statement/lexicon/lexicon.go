package lexicon

import (
	"maps"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/lang"
)

// Entry is what is known of a word.
type Entry struct {
	Verb, Noun, Adjective Class
	Small                 Word
	// Person says that it is a noun for somebody who can say something, Time
	// that it is a word of time.
	Person, Time bool
	// Body says that it means a group, an office or a writing, and no single person.
	Body bool
	// Subject says that it is a pronoun that stands before a verb.
	Subject bool
	// AnyBody says that it means a body of any name: company, group.
	AnyBody bool
	// Writing says that it means something written or shown, which speaks for nobody: report, letter.
	Writing bool
	// Head says that it heads the names of bodies: trust, committee.
	Head bool
	// Role says that it is a noun for what somebody does, as far as Person does not say so: engineer.
	Role bool
	// Title says that it is an office that stands before a name: president.
	Title bool
	// Generation says that it stands behind a surname: jr.
	Generation bool
	// Definite says that it begins a phrase for somebody whom the reader knows: the, his.
	Definite bool
	// Several says that it is a pronoun for more than one: we.
	Several bool
	// Perfect says that it is a form of the verb that makes a perfect: has.
	Perfect bool
	// Age says that it makes a word for somebody's age of a number before it: -year-old.
	Age bool
	// Office is the name that words for one office share: senator for sen.; "" for any other word.
	Office string
	// Wide is the noun for the wider kind that an office is of: lawmaker for senator; "" for any other word.
	Wide string
	// Under says that it makes another office of the one behind it: deputy.
	Under bool
	// Anonymity says that it is what somebody asks not to be, or to keep: named, anonymity.
	Anonymity bool
	// Reports says that it is a form by which a sentence reports what somebody said: "sei" in German.
	Reports bool
	// Answers says that it stands before the answers of an interview: A, answer.
	Answers bool
	// Gender is 'f' or 'm' for a word that says whether a woman or a man is meant, else 0.
	Gender byte
}

// Lexicon is the words. It is never changed after it was made, and so safe for
// concurrent use.
type Lexicon struct {
	words   map[string]Entry
	phrases map[string]map[string]Class // by particle and verb
	// lengths has a bit for each length of the words that begin with a byte. Most words of a story are none of
	// these, and many of them are told by that alone.
	lengths [256]uint32
}

// maxWord is the length of the longest word that is looked up.
const maxWord = 24

// Find returns what is known of a word in any case; the zero Entry where
// nothing is. Only words of plain letters and the curly apostrophe are known.
func (l *Lexicon) Find(word string) Entry {
	if len(word) > maxWord {
		return Entry{}
	}
	var buf [maxWord]byte
	for i := range len(word) {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	if l.lengths[buf[0]]>>len(word)&1 == 0 {
		return Entry{}
	}
	return l.words[string(buf[:len(word)])]
}

// Phrase returns the class of a verb with the particle behind it, both in small
// letters: "shot back", "went on"; NoClass where nothing is known of them.
func (l *Lexicon) Phrase(verb, particle string) Class { return l.phrases[particle][verb] }

// New reads the words of a language. A language without these classes gives an empty lexicon, by
// which only direct quotes are found.
func New(words *lang.Lexicon) *Lexicon {
	l := &Lexicon{words: map[string]Entry{}, phrases: map[string]map[string]Class{}}
	verbs := map[string]Class{}
	for c := range Classes {
		verbs[c.rowName()] = c
	}
	for _, w := range words.Words(lang.AttributingVerb) {
		class := verbs[words.Value(w, lang.AttributingVerb)]
		verb, particle, two := strings.Cut(w, " ")
		if !two {
			l.change(w, func(e *Entry) { e.Verb = class })
			continue
		}
		if l.phrases[particle] == nil {
			l.phrases[particle] = map[string]Class{}
		}
		l.phrases[particle][verb] = class
	}
	small := map[string]Word{}
	for i, name := range smallNames {
		small[name] = Word(i)
	}
	for _, w := range words.Words(lang.ClauseWord) {
		l.change(w, func(e *Entry) { e.Small = small[words.Value(w, lang.ClauseWord)] })
	}
	for _, w := range words.Words(lang.SameOffice) {
		l.change(w, func(e *Entry) { e.Office = words.Value(w, lang.SameOffice) })
	}
	for _, w := range words.Words(lang.WideOffice) {
		l.change(w, func(e *Entry) { e.Wide = words.Value(w, lang.WideOffice) })
	}
	for class, set := range facts {
		for _, w := range words.Words(class) {
			l.change(w, set)
		}
	}
	for w := range l.words {
		if w != "" && len(w) <= maxWord {
			l.lengths[w[0]] |= 1 << len(w)
		}
	}
	return l
}

// facts says what a word of a class is. No two of them set one thing to two values for one word.
var facts = map[lang.Class]func(*Entry){
	lang.StatementNoun:    func(e *Entry) { e.Noun = Noun },
	lang.StanceNoun:       func(e *Entry) { e.Noun = Attitude },
	lang.StanceAdjective:  func(e *Entry) { e.Adjective = Adjective },
	lang.SpeakingPerson:   func(e *Entry) { e.Person = true },
	lang.SpeakingBody:     func(e *Entry) { e.Person, e.Body = true, true },
	lang.AnyBody:          func(e *Entry) { e.Person, e.Body, e.AnyBody = true, true, true },
	lang.Woman:            func(e *Entry) { e.Person, e.Gender = true, 'f' },
	lang.Man:              func(e *Entry) { e.Person, e.Gender = true, 'm' },
	lang.Female:           func(e *Entry) { e.Gender = 'f' },
	lang.Male:             func(e *Entry) { e.Gender = 'm' },
	lang.Writing:          func(e *Entry) { e.Writing = true },
	lang.OrgHead:          func(e *Entry) { e.Head = true },
	lang.Office:           func(e *Entry) { e.Role, e.Title = true, true },
	lang.RoleNoun:         func(e *Entry) { e.Role = true },
	lang.Generation:       func(e *Entry) { e.Generation = true },
	lang.TimeAdverbial:    func(e *Entry) { e.Time = true },
	lang.SubjectPronoun:   func(e *Entry) { e.Subject = true },
	lang.Definite:         func(e *Entry) { e.Definite = true },
	lang.FirstPlural:      func(e *Entry) { e.Several = true },
	lang.PerfectAuxiliary: func(e *Entry) { e.Perfect = true },
	lang.AnonymityWord:    func(e *Entry) { e.Anonymity = true },
	lang.UnderOffice:      func(e *Entry) { e.Under = true },
	lang.AgeSuffix:        func(e *Entry) { e.Age = true },
	lang.ReportedMood:     func(e *Entry) { e.Reports = true },
	lang.AnswerLabel:      func(e *Entry) { e.Answers = true },
}

// Reads returns the classes of words that a lexicon is made of.
func Reads() []lang.Class {
	return append(slices.Sorted(maps.Keys(facts)), lang.AttributingVerb, lang.ClauseWord, lang.SameOffice, lang.WideOffice)
}

func (l *Lexicon) change(word string, set func(*Entry)) {
	e := l.words[word]
	set(&e)
	l.words[word] = e
}
