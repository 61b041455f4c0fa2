package words

import (
	"sync"

	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/de"
	"github.com/dateline-go/dateline/lang/en"
	"github.com/dateline-go/dateline/lang/es"
	"github.com/dateline-go/dateline/lang/fr"
	"github.com/dateline-go/dateline/lang/it"
	"github.com/dateline-go/dateline/lang/nl"
	"github.com/dateline-go/dateline/lang/pt"
	"github.com/dateline-go/dateline/lang/stems"
)

// Language is how one language makes terms of words. Terms of English are as they are, those of another language
// begin with its code, so that the stem of a German word is never taken for an English one.
type Language struct {
	code   string
	prefix string
	names  bool              // names are read in it
	words  func() *lang.Pack // nil where no stems are known: terms are forms
	pool   sync.Pool         // splitters, with what they remember
	once   sync.Once
	pack   *lang.Pack
}

// mark parts the code of a language from the stem in a term.
const mark = ":"

// English is the language of Documents that do not say theirs.
var English = &Language{code: "en", names: true, words: en.Words}

// other is every language without stems.
var other = &Language{code: "und", prefix: "und" + mark}

// languages are those with stems, English first.
var languages = func() []*Language {
	list := []*Language{English}
	add := func(code string, words func() *lang.Pack) {
		list = append(list, &Language{code: code, prefix: code + mark, words: words})
	}
	add("de", de.Words)
	add("es", es.Words)
	add("fr", fr.Words)
	add("it", it.Words)
	add("nl", nl.Words)
	add("pt", pt.Words)
	for _, l := range list {
		l.names = true
	}
	for _, code := range stems.Codes() {
		add(code, func() *lang.Pack { return stems.For(code) })
	}
	return append(list, other)
}()

// HasNames reports whether the library has a pack that finds names in the language.
func (l *Language) HasNames() bool { return l.names }

// LanguageOf returns the language of a BCP 47 tag: English for "", and one for all that have no stems.
func LanguageOf(tag string) *Language {
	code := lang.Base(tag)
	switch code {
	case "":
		return English
	case "nb", "nn": // the two ways to write Norwegian
		code = "no"
	}
	for _, l := range languages {
		if l.code == code {
			return l
		}
	}
	return other
}

// Languages returns every language that has terms of its own, English first.
func Languages() []*Language { return append([]*Language(nil), languages...) }

// Code is the language as a BCP 47 base tag; "und" stands for all that have no stems.
func (l *Language) Code() string { return l.code }

// Get returns a splitter that nobody else uses, from those given back before where there are any. What it remembers
// changes no result, only the time.
func (l *Language) Get() *Splitter {
	if s, ok := l.pool.Get().(*Splitter); ok {
		return s
	}
	return &Splitter{language: l}
}

// lexicon returns the words of the language, an empty lexicon where none are known.
func (l *Language) lexicon() *lang.Lexicon { return l.known().Lexicon }

// known returns the pack of the language, an empty one where there is none.
func (l *Language) known() *lang.Pack {
	l.once.Do(func() {
		if l.words == nil {
			l.pack = &lang.Pack{Lexicon: lang.NewLexicon()}
		} else {
			l.pack = l.words()
		}
	})
	return l.pack
}
