package search

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/stats"
	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

// Anchors are what the index of alerts goes by: a Document that has none of the
// anchors of a condition cannot hold it, so that only alerts with an anchor in
// the Document are looked at. Each is one letter for its kind, then:
//
//	w  a term, in whatever field
//	k  a key of a name or code
//	p  the first bytes of a form, at most maxStart
//	f  the first letter of a form and its number of letters
//	n  a kind of key and the first letter of the name
const (
	minStart = 2
	maxStart = 4
)

// How likely a Document is to have an anchor, where no table says it.
const (
	chanceOfName  = 0.001 // one of several words
	chanceOfShort = 0.01  // one of one word
	chanceOfCode  = 0.2
	chanceOfStart = 0.1
	chanceOfForm  = 0.8
	chanceOfKind  = 0.5
)

// anchors returns the anchors of a condition that a Document is least likely to
// have, and how likely that is; ok is false where it has none, as what must not
// be there.
func (k *condition) anchors(f *stats.Frequencies, s *words.Splitter) (list []string, chance float64, ok bool) {
	switch {
	case k.Not || k.isEmpty() || k.IsLeaf() && k.Field == Published:
		return nil, 0, false
	case len(k.any) > 0:
		for i := range k.any {
			more, c, ok := k.any[i].anchors(f, s)
			if !ok {
				return nil, 0, false
			}
			list, chance = append(list, more...), chance+c
		}
		return list, chance, true
	case !k.IsLeaf():
		for i := range k.all {
			if other, c, found := k.all[i].anchors(f, s); found && (!ok || c < chance) {
				list, chance, ok = other, c, true
			}
		}
		return list, chance, ok
	case !k.Field.HasWords():
		return k.nameAnchors()
	case k.Fuzzy > 0:
		first, _ := utf8.DecodeRuneInString(k.form)
		return []string{formAnchor(first, utf8.RuneCountInString(k.form))}, chanceOfForm, true
	case k.Match == Prefix:
		return []string{"p" + k.form[:min(len(k.form), maxStart)]}, chanceOfStart, true
	}
	return k.wordAnchors(f, s)
}

// wordAnchors returns those of a leaf that looks for words: the rarest of them,
// or all where any will do.
func (k *condition) wordAnchors(f *stats.Frequencies, s *words.Splitter) (list []string, chance float64, ok bool) {
	for _, t := range k.terms {
		c := math.Exp(-f.IDF(s.Stem(t)))
		switch {
		case k.Match == AnyWord:
			list, chance = append(list, "w"+t), chance+c
		case !ok || c < chance:
			list, chance = []string{"w" + t}, c
		}
		ok = true
	}
	if k.joined != "" && ok {
		list, chance = append(list, "w"+k.joined), chance+math.Exp(-f.IDF(s.Stem(k.joined)))
	}
	if k.Match == AnyWord && !ok {
		return []string{}, 0, true // only stop words: nothing holds it
	}
	return list, chance, ok
}

// nameAnchors returns those of a leaf that looks for names or codes.
func (k *condition) nameAnchors() (list []string, chance float64, ok bool) {
	if k.expands() {
		first, _ := utf8.DecodeRuneInString(k.name)
		for _, kind := range k.kinds {
			list = append(list, "n"+kind+string(first))
		}
		return list, chanceOfKind, true
	}
	for _, key := range k.keys {
		list = append(list, "k"+key)
	}
	switch {
	case kinds[k.Field] != ofNames:
		return list, chanceOfCode, true
	case strings.Contains(k.name, " "):
		return list, chanceOfName, true
	}
	return list, chanceOfShort, true
}

func formAnchor(first rune, letters int) string {
	return "f" + string(first) + strconv.Itoa(letters)
}

// anchors calls visit for each anchor that the Document has; some may come twice.
// The bytes are visit's only during the call.
func (m *content) anchors(visit func(anchor []byte)) {
	buf := make([]byte, 0, 128)
	say := func(kind byte, s string) { visit(append(append(buf[:0], kind), s...)) }
	for _, terms := range m.places {
		for t := range terms {
			say('w', t)
		}
	}
	for _, key := range m.keys {
		say('k', key)
		for i := 0; i < len(key); i++ {
			if key[i] == ':' { // the first ends the kind
				_, n := utf8.DecodeRuneInString(key[i+1:])
				say('n', key[:i+1+n])
				break
			}
		}
	}
	for _, name := range []string{fields.Forms, fields.TitleForms} {
		for _, form := range m.forms[name] {
			for n := minStart; n <= min(maxStart, len(form)); n++ {
				say('p', form[:n])
			}
			first, _ := utf8.DecodeRuneInString(form)
			letters := utf8.RuneCountInString(form)
			for n := max(letters-2, 1); n <= letters+2; n++ {
				say('f', formAnchor(first, n)[1:])
			}
		}
	}
}
