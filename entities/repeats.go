package entities

import (
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
)

// leastRepeats is how often a word that looks like a name must stand in a story to
// be taken for one that the tagger does not know.
const leastRepeats = 2

// repeats finds names that the tagger passed over each time: words that no
// sentence writes otherwise and whose letters say that they are names, such as
// "QZ7" and "wikiHow", and which the story repeats.
func (p *spreader) repeats() {
	count := map[string]int{}
	p.outside(func(x *sentence, i int) {
		if !x.shouted && p.coined(&p.story.words[i]) {
			count[p.story.words[i].text]++
		}
	})
	p.outside(func(x *sentence, i int) {
		w := &p.story.words[i]
		if n, ok := count[w.text]; !ok || n < leastRepeats {
			return
		}
		p.seed([]string{w.text}).add(dateline.Product, sureFrom)
		delete(count, w.text)
	})
}

// outside calls yield for each word that no name holds.
func (p *spreader) outside(yield func(x *sentence, i int)) {
	at := 0
	for s := range p.story.sentences {
		x := &p.story.sentences[s]
		for i := x.from; i < x.to; i++ {
			for at < len(p.names) && p.names[at].to <= i {
				at++
			}
			if at == len(p.names) || i < p.names[at].from {
				yield(x, i)
			}
		}
	}
}

// coined reports whether a word is written as names alone are: capitals and
// digits, or a capital behind small letters.
func (p *spreader) coined(w *word) bool {
	if len(w.text) < 2 || len(w.text) > longestCoined || !w.letter || w.is(lang.NoName) || isAddress(w.text) {
		return false
	}
	if w.caps {
		return w.digit && capsOnly(w.text) && p.story.names.Lower(w.fold) == 0
	}
	first, n := utf8.DecodeRuneInString(w.text)
	if !unicode.IsLower(first) {
		return false
	}
	for _, r := range w.text[n:] {
		if unicode.IsUpper(r) {
			return true
		}
		if !unicode.IsLower(r) {
			return false
		}
	}
	return false
}

// longestCoined is how many bytes a coined word may have.
const longestCoined = 20

// capsOnly reports whether a word is capitals, with digits behind them at most.
func capsOnly(text string) bool {
	digits := false
	for _, r := range text {
		switch {
		case unicode.IsDigit(r):
			digits = true
		case digits || !unicode.IsUpper(r):
			return false
		}
	}
	return true
}
