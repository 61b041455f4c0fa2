package phrase

import (
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/summary/story"
	"github.com/dateline-go/dateline/lang/pos"
)

// maxCandidates is how many phrases of a story are looked at. News says early what it is about; where a text has more,
// phrases that are new behind it are none.
const maxCandidates = 1 << 15

// maxWords is the longest phrase that is a candidate by its tags. Names may be longer.
const maxWords = 5

// Candidate is a phrase of the story: every place where the same stems stand in
// the same order.
type Candidate struct {
	// Terms are its stems, as indices into the story's terms.
	Terms []int32
	// Spans are the places where it stands, in order.
	Spans []dateline.Span
	// First is the index of the word that it first begins with.
	First int
	// Whole is how often it is a noun phrase of its own and not a part of one.
	Whole int
	// Capital is how often each of its words has a capital letter.
	Capital int
	shape   shape
	people  bool // it names a people by its country
	joined  bool // it is two nouns that a preposition makes one thing of: "planta de fertilizantes"
	// Entity is the ID of the entity that it names, "" where it is no name; Label
	// and Salience are the entity's.
	Entity   string
	Label    dateline.Label
	Salience float64
}

// shape is what the tags of the first occurrence say.
type shape struct {
	proper    bool // every word is a proper noun
	adjective bool // it begins with an adjective
	verbal    bool // it holds a participle
	number    bool // it holds a number
	verb      bool // it begins with a verb
	adverb    bool // it begins with an adverb
	plural    bool // its last word is a plural
}

// Kind is the kind of phrase that is looked for.
type Kind uint8

const (
	// Phrases are noun phrases, their parts that could stand alone, and names.
	Phrases Kind = iota
	// Tags are single words with a meaning of their own, and names.
	Tags
)

// Find returns the candidates of a story: noun phrases or words in order of first
// appearance, then the names of entities that are neither.
func Find(s *story.Story, kind Kind) []Candidate {
	n := min(len(s.Words), maxCandidates)
	f := finder{story: s, tagging: kind == Tags, known: newIndex(n), name: namesAt(s), class: make([]class, len(s.Words)),
		found: make([]Candidate, 0, n/2), terms: make([]int32, 0, n), spans: make([]dateline.Span, 0, n/2)}
	for i := range s.Words {
		f.class[i] = classOf(&s.Words[i])
	}
	f.nouns = f.findNouns()
	for _, capitals := range []bool{false, true} {
		f.knownOnly = capitals
		for _, sen := range s.Sentences {
			switch {
			case sen.Capitals != capitals:
			case s.Foreign:
				f.foreign(sen, kind)
			case kind == Tags:
				f.tags(sen)
			default:
				f.phrases(sen)
			}
		}
	}
	f.knownOnly = false
	f.names()
	if s.Foreign {
		f.found = slices.DeleteFunc(f.found, f.isLoose)
	}
	return f.found
}

type finder struct {
	story   *story.Story
	known   index
	found   []Candidate
	terms   []int32         // of all candidates, one behind the other
	spans   []dateline.Span // the first of each candidate; few have another
	class   []class         // of each word
	nouns   []bool          // see findNouns
	name    []int32         // see namesAt
	tagging bool            // tags are wanted
	// knownOnly says that only what was found before is looked for.
	knownOnly bool
}

// class of a tag within a noun phrase.
type class uint8

const (
	outside class = iota
	noun
	adjective
	participle
	number
)

func classOf(w *story.Word) class {
	if w.Term == story.NoTerm {
		return outside
	}
	switch {
	case w.Pos.Is(pos.Noun | pos.Foreign):
		return noun
	case w.Pos.Is(pos.Adjective):
		return adjective
	case w.Pos.Is(pos.Participle | pos.Gerund):
		return participle
	case w.Pos.Is(pos.Number):
		return number
	}
	return outside
}

// phrases finds the noun phrases of a sentence: runs of nouns and what may stand before them.
func (f *finder) phrases(sen story.Sentence) {
	for i := sen.First; i < sen.Last; {
		if f.class[i] == outside || f.isValue(i) {
			i++
			continue
		}
		j := i
		for j < sen.Last && f.class[j] != outside && !f.isValue(j) {
			j++
		}
		f.run(i, j)
		i = j
	}
}

// run adds a noun phrase and its parts. Words at its ends that mean nothing by
// themselves are cut off, and so is all behind the last noun.
func (f *finder) run(i, j int) {
	for i < j && !f.mayOpen(i) {
		i++
	}
	for j > i && !f.mayClose(j-1) {
		j--
	}
	for a := i; a < j; a++ {
		if !f.mayOpen(a) {
			continue
		}
		for b := a + 1; b <= min(j, a+maxWords); b++ {
			if f.mayClose(b-1) && !f.cuts(a, b) && (b > a+1 || !f.isLight(a)) {
				f.add(a, b, a == i && b == j)
			}
		}
	}
}

func (f *finder) mayOpen(i int) bool {
	return f.class[i] != number && !f.story.Terms[f.story.Words[i].Term].Stop
}

func (f *finder) mayClose(i int) bool {
	w := &f.story.Words[i]
	return f.class[i] == noun && !f.story.Terms[w.Term].Stop && w.End-w.Start > 1
}

func (f *finder) isLight(i int) bool { return f.story.Terms[f.story.Words[i].Term].Light }

// add notes that words i to j are a candidate. In a line of capitals, where tags
// and borders are unsure, only what stands elsewhere too is.
func (f *finder) add(i, j int, whole bool) {
	if at := f.candidate(i, j, !f.knownOnly); at >= 0 {
		f.place(&f.found[at], i, j, whole)
	}
}

// candidate returns the index of the candidate with the stems of words i to j. A
// new one, without a place, is made if it may be; else there is none, -1.
func (f *finder) candidate(i, j int, mayOpen bool) int {
	first := len(f.terms)
	for k := i; k < j; k++ {
		if t := f.story.Words[k].Term; t != story.NoTerm {
			f.terms = append(f.terms, t)
		}
	}
	last := len(f.terms)
	terms := f.terms[first:last:last]
	at, slot := f.known.find(f.found, terms)
	if at < 0 && mayOpen && len(f.found) < maxCandidates {
		at = len(f.found)
		f.found = append(f.found, Candidate{First: i, Terms: terms, shape: f.shape(i, j)})
		f.known.insert(f.found, slot)
	} else {
		f.terms = f.terms[:first]
	}
	return at
}

// place adds words i to j to the places of a candidate, unless they overlap with
// one: "New York New York New" holds "New York New" once.
func (f *finder) place(c *Candidate, i, j int, whole bool) {
	span := dateline.Span{Start: f.story.Words[i].Start, End: f.story.Words[j-1].End}
	k := len(c.Spans)
	if k > 0 && c.Spans[k-1].Start >= span.Start {
		k, _ = slices.BinarySearchFunc(c.Spans, span, func(a, b dateline.Span) int { return a.Start - b.Start })
	}
	if k > 0 && c.Spans[k-1].End > span.Start || k < len(c.Spans) && c.Spans[k].Start < span.End {
		return
	}
	if c.Spans == nil {
		first := len(f.spans)
		f.spans = append(f.spans, span)
		c.Spans = f.spans[first : first+1 : first+1]
	} else {
		c.Spans = slices.Insert(c.Spans, k, span)
	}
	c.First = min(c.First, i)
	if whole {
		c.Whole++
	}
	if f.capitals(i, j) {
		c.Capital++
	}
}

func (f *finder) capitals(i, j int) bool {
	for k := i; k < j; k++ {
		if c := f.story.Surface(k)[0]; 'a' <= c && c <= 'z' {
			return false
		}
	}
	return true
}

func (f *finder) shape(i, j int) shape {
	words := f.story.Words
	s := shape{
		proper: true,
		plural: words[j-1].Pos.Is(pos.Plural),
		verb:   words[i].Pos.Is(pos.Verb),
		adverb: words[i].Pos.Is(pos.Adverb),
	}
	for k := i; k < j; k++ {
		s.proper = s.proper && words[k].Pos.Is(pos.Proper)
		switch f.class[k] {
		case adjective:
			s.adjective = s.adjective || k == i
		case participle:
			s.verbal = true
		case number:
			s.number = true
		}
	}
	s.proper = s.proper && !f.story.Upper
	return s
}
