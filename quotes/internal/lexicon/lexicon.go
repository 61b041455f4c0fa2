package lexicon

import (
	"strings"
	"sync"
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
	// Definite says that it begins a phrase for somebody whom the reader knows: the, his.
	Definite bool
	// Several says that it is a pronoun for more than one: we.
	Several bool
	// Gender is 'f' or 'm' for a word that says whether a woman or a man is meant, else 0.
	Gender byte
}

// Lexicon is the words. It is never changed after it was made, and so safe for
// concurrent use.
type Lexicon struct {
	words   map[string]Entry
	phrases map[string]map[string]Class // by particle and verb
}

// Default returns the lexicon, which is built once.
var Default = sync.OnceValue(build)

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
	return l.words[string(buf[:len(word)])]
}

// Phrase returns the class of a verb with the particle behind it, both in small
// letters: "shot back", "went on"; NoClass where nothing is known of them.
func (l *Lexicon) Phrase(verb, particle string) Class { return l.phrases[particle][verb] }

func build() *Lexicon {
	l := &Lexicon{words: map[string]Entry{}, phrases: map[string]map[string]Class{}}
	for class := range Classes {
		for v := range strings.FieldsSeq(verbs[class]) {
			for _, form := range forms(v) {
				// The first class that a form was put in is kept, so that the order of
				// classes decides.
				l.change(form, func(e *Entry) {
					if e.Verb == NoClass {
						e.Verb = class
					}
				})
			}
		}
	}
	for _, n := range []struct {
		words string
		set   func(*Entry)
	}{
		{statements, func(e *Entry) { e.Noun = Noun }},
		{stances, func(e *Entry) { e.Noun = Attitude }},
		{adjectives, func(e *Entry) { e.Adjective = Adjective }},
		{people, func(e *Entry) { e.Person = true }},
		{bodies, func(e *Entry) { e.Person, e.Body = true, true }},
		{anyBodies, func(e *Entry) { e.Person, e.Body, e.AnyBody = true, true, true }},
		{definite, func(e *Entry) { e.Definite = true }},
		{"we us our ourselves ours", func(e *Entry) { e.Several = true }},
		{women, func(e *Entry) { e.Gender, e.Person = 'f', true }},
		{men, func(e *Entry) { e.Gender, e.Person = 'm', true }},
		{times, func(e *Entry) { e.Time = true }},
		{"he him his himself", func(e *Entry) { e.Gender = 'm' }},
		{"she her hers herself", func(e *Entry) { e.Gender = 'f' }},
		{"i he she it we they you who there this", func(e *Entry) { e.Subject = true }},
	} {
		for w := range strings.FieldsSeq(n.words) {
			l.change(w, n.set)
		}
	}
	for class, list := range phrases {
		for p := range strings.FieldsSeq(list) {
			verb, particle, _ := strings.Cut(p, "_")
			if l.phrases[particle] == nil {
				l.phrases[particle] = map[string]Class{}
			}
			for _, form := range forms(verb) {
				l.phrases[particle][form] = class
			}
		}
	}
	for word, list := range small {
		for w := range strings.FieldsSeq(list) {
			l.change(w, func(e *Entry) { e.Small = word })
		}
	}
	return l
}

func (l *Lexicon) change(word string, set func(*Entry)) {
	e := l.words[word]
	set(&e)
	l.words[word] = e
}

// forms returns the forms of a verb: its base, with -s, -ed and -ing, and those
// that rules do not make. A verb with an underscore is none of ours alone.
func forms(verb string) []string {
	if strings.Contains(verb, "_") {
		return nil
	}
	out := append([]string{verb}, strings.Fields(irregular[verb])...)
	last := verb[len(verb)-1]
	before := byte('a')
	if len(verb) > 1 {
		before = verb[len(verb)-2]
	}
	switch {
	case last == 'e':
		out = append(out, verb+"s", verb+"d", verb[:len(verb)-1]+"ing")
	case last == 'y' && !strings.ContainsRune("aeiou", rune(before)):
		out = append(out, verb[:len(verb)-1]+"ies", verb[:len(verb)-1]+"ied", verb+"ing")
	case strings.HasSuffix(verb, "s") || strings.HasSuffix(verb, "sh") || strings.HasSuffix(verb, "ch") || last == 'x':
		out = append(out, verb+"es", verb+"ed", verb+"ing")
	default:
		out = append(out, verb+"s", verb+"ed", verb+"ing")
	}
	return out
}
