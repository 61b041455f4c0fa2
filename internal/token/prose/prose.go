// Package prose tags tokens with the tagger of github.com/jdkato/prose/v2 behind
// [token.Tagger].
//
// Each sentence is one call with our tokens joined by spaces; the tags are aligned
// back to our tokens. That mends prose's lost and broken tokens, not all else:
// a word that occurs twice in a sentence has one tag in prose, that of its last
// place. A panic in prose is an error here.
//
// The model takes about 0.1 s and 45 MB, once for all, on the first call of [New].
package prose

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/jdkato/prose/v2"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/token"
)

// ErrPanic is wrapped by the error for a sentence on which prose panicked.
var ErrPanic = errors.New("token/prose: prose panicked")

// Tagger is prose's tagger. It is safe for concurrent use.
type Tagger struct {
	model *prose.Model
}

var _ token.Tagger = (*Tagger)(nil)

// load reads the model that is part of prose.
var load = sync.OnceValues(func() (t *Tagger, err error) {
	defer caught(&err)
	doc, err := prose.NewDocument("", prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil {
		return nil, fmt.Errorf("token/prose: load: %w", err)
	}
	return &Tagger{doc.Model}, nil
})

// New returns the tagger, whose model is read on the first call and then shared.
func New() (*Tagger, error) { return load() }

// caught turns a panic into an error.
func caught(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%w: %v", ErrPanic, r)
	}
}

// Tag sets the tags of one sentence's tokens, see [token.Tagger].
func (t *Tagger) Tag(text string, sentence []dateline.Token) (err error) {
	if len(sentence) == 0 {
		return nil
	}
	defer caught(&err)
	var b strings.Builder
	for i, tok := range sentence {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(text[tok.Start:tok.End])
	}
	doc, err := prose.NewDocument(b.String(),
		prose.WithExtraction(false), prose.WithSegmentation(false), prose.UsingModel(t.model))
	if err != nil {
		return fmt.Errorf("token/prose: %w", err)
	}
	align(text, sentence, doc.Tokens())
	return nil
}

// quotes is what prose replaces before it cuts a text.
var quotes = strings.NewReplacer("\u201c", `"`, "\u201d", `"`, "\u2018", "'", "\u2019", "'", "&rsquo;", "'")

// align gives each of our tokens the tag of the piece of it that prose tagged: the
// first with a letter or digit, else the first.
func align(text string, sentence []dateline.Token, pieces []prose.Token) {
	k := 0
	for i := range sentence {
		tok := &sentence[i]
		rest := quotes.Replace(text[tok.Start:tok.End])
		whole := rest
		tag, word := "", false
		for k < len(pieces) && rest != "" {
			p := pieces[k]
			at := strings.Index(rest, p.Text)
			if at < 0 {
				break
			}
			rest = rest[at+len(p.Text):]
			if w := hasWord(p.Text); tag == "" || w && !word {
				tag, word = p.Tag, w
			}
			k++
		}
		tok.Tag = penn(tag, whole)
	}
}

// hasWord reports whether a piece holds a letter or a digit, or any rune beyond ASCII.
func hasWord(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80 {
			return true
		}
	}
	return false
}

// penn turns what prose gives instead of a tag into one.
func penn(tag, word string) string {
	switch tag {
	case "(":
		return "-LRB-"
	case ")":
		return "-RRB-"
	case "-":
		return ":"
	case "-NONE-":
		if word == "0" {
			return "CD"
		}
		return "SYM"
	case "": // prose lost the token
		return "NN"
	}
	return tag
}
