package story

import (
	"sync"
	"sync/atomic"

	"github.com/dateline-go/dateline/internal/stats"
	"github.com/dateline-go/dateline/lang"
)

// Lexicons lends lexicons, one to each goroutine that is at work. It is safe for concurrent use.
type Lexicons struct {
	packs lang.Packs
	// pools has the lexicons of the languages that have packs.
	pools map[*lang.Pack]*sync.Pool
	// others keeps one for each other language that snowball has, and one, "", for all that are left. A pool would lose
	// them to the garbage collector wherever a language is rare, and snowball's stems are expensive.
	others map[string]*atomic.Pointer[Lexicon]
}

// NewLexicons makes lexicons of the languages of the packs and of all others. It reads the
// frequencies of the packs. The error is that of [lang.NewPacks] or of [stats.Of].
func NewLexicons(packs ...*lang.Pack) (*Lexicons, error) {
	list, err := lang.NewPacks(packs...)
	if err != nil {
		return nil, err
	}
	l := &Lexicons{packs: list, pools: map[*lang.Pack]*sync.Pool{}, others: map[string]*atomic.Pointer[Lexicon]{"": {}}}
	for _, p := range packs {
		freq, err := stats.Of(p)
		if err != nil {
			return nil, err
		}
		l.pools[p] = &sync.Pool{New: func() any { return NewLexicon(p, freq) }}
	}
	for code := range languages {
		l.others[code] = &atomic.Pointer[Lexicon]{}
	}
	return l, nil
}

// Borrow lends a lexicon of the language of a BCP 47 tag, that of the first pack where there is no tag; done takes it
// back.
func (l *Lexicons) Borrow(tag string) (lexicon *Lexicon, done func()) {
	if p := l.packs.For(tag); p != nil {
		pool := l.pools[p]
		lexicon = pool.Get().(*Lexicon)
		return lexicon, func() { pool.Put(lexicon) }
	}
	code := lang.Base(tag)
	kept, known := l.others[code]
	if !known {
		kept = l.others[""]
	}
	if lexicon = kept.Swap(nil); lexicon == nil {
		lexicon = newForeignLexicon(code)
	}
	return lexicon, func() {
		if !lexicon.isFull() {
			kept.Store(lexicon)
		}
	}
}
