// Package story lays a Document out for ranking: its words with their stems, how
// often and where each stem stands, and its sentences with the blocks they are in.
//
//	s := story.New(doc, lexicon)
//	for _, t := range s.Terms { … }
//
// [Story] and [Term] are the types to read first. The layout is made once for a
// document and serves keyphrases and summary alike.
package story

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/pos"
)

// NoTerm is the term of a token that is not a word.
const NoTerm = -1

// Word is a token with its term.
type Word struct {
	dateline.Token
	// Pos says what it is in its sentence; nothing in a language without parts of speech.
	Pos pos.Class
	// Term is the index of its stem in the story's terms, or [NoTerm].
	Term int32
	// Sentence is the index of the sentence that it stands in.
	Sentence int32
}

// Term is a stem of the story.
type Term struct {
	Stem string
	// Count is how often it stands in the text, First the index of the word at
	// which it stands first.
	Count, First int
	// IDF is the inverse document frequency in news, see stats.Frequencies.
	IDF float64
	// Weight is Count times IDF by the highest such product of the story, 0..1; 0
	// for words without meaning of their own, such as "the".
	Weight float64
	// Early is the sum of 1/(1+i) over the places i where it stands, by the highest
	// such sum of words with meaning, 0..1 (the bias of PositionRank, Florescu and
	// Caragea 2017).
	Early float64
	// Headline and Dek say that it stands there.
	Headline, Dek bool
	// Stop says that it is a word without meaning of its own.
	Stop bool
	// Light says that it means too little to be a phrase by itself.
	Light bool
}

// Sentence is a sentence of the story.
type Sentence struct {
	dateline.Span
	// First and Last bound its words, half open.
	First, Last int
	// Kind is the kind of its block, [dateline.BlockParagraph] where the document
	// has no blocks.
	Kind dateline.BlockKind
	// Block is the index of its block, InBlock its place there, from 0.
	Block, InBlock int
	// Opens says that it is the first of its line or block.
	Opens bool
	// Capitals says that it is a heading or the like whose words all have capitals,
	// in a story that is not all capitals.
	Capitals bool
	// Body is its place among the sentences of paragraphs, from 0; -1 for others.
	Body int
}

// Story is a document laid out for ranking. It is only read once it is made.
type Story struct {
	Doc       *dateline.Document
	Words     []Word
	Terms     []Term
	Sentences []Sentence
	// Upper says that the story is written in capitals, so that case says nothing.
	Upper bool
	// Foreign says that its words have no tags: the language has no parts of speech.
	Foreign bool
	// Nouns says how nouns are known in a language without parts of speech.
	Nouns Nouns
	// Lang says what the words of its language are.
	Lang *lang.Lexicon
	// Bodies is how many sentences stand in paragraphs.
	Bodies int

	lexicon *Lexicon // while it is made
}

// New lays out a document, which needs Text, Sentences and Tokens. Tokens without
// a tag are taken as they are. The cost is linear in the document.
func New(doc *dateline.Document, lexicon *Lexicon) *Story {
	s := &Story{
		Doc:     doc,
		Words:   make([]Word, 0, len(doc.Tokens)),
		Terms:   make([]Term, 0, len(doc.Tokens)/3),
		lexicon: lexicon,
		Foreign: !lexicon.tagged,
		Nouns:   lexicon.nouns,
		Lang:    lexicon.words,
	}
	lexicon.begin()
	s.addSentences()
	s.addWords()
	s.mark(doc.Headline, func(t *Term) { t.Headline = true })
	s.mark(doc.Dek, func(t *Term) { t.Dek = true })
	s.weigh()
	s.lexicon = nil
	return s
}

// addSentences finds the block of each sentence.
func (s *Story) addSentences() {
	d := s.Doc
	s.Sentences = make([]Sentence, 0, len(d.Sentences))
	block, in, before := 0, 0, 0
	for _, span := range d.Sentences {
		x := Sentence{Span: span, Kind: dateline.BlockParagraph, Body: -1}
		at := block
		for block < len(d.Blocks) && d.Blocks[block].End <= span.Start {
			block++
		}
		if block < len(d.Blocks) {
			x.Kind = d.Blocks[block].Kind
		}
		if at != block {
			in = 0
		}
		gap := d.Text[min(before, span.Start):span.Start]
		x.Block, x.InBlock = block, in
		x.Opens = before == 0 || in == 0 && len(d.Blocks) > 0 || strings.Contains(gap, "\n")
		if x.Kind == dateline.BlockParagraph {
			x.Body = s.Bodies
			s.Bodies++
		}
		in++
		before = span.End
		s.Sentences = append(s.Sentences, x)
	}
}

// addWords gives each token its term and its sentence.
func (s *Story) addWords() {
	upper, letters, at := 0, 0, 0
	skip := 0 // words before it say where the story was filed
	if len(s.Sentences) > 0 && s.Sentences[0].Body == 0 {
		skip = s.datelineEnd(s.Sentences[0], 0)
	}
	var low []byte
	for i, t := range s.Doc.Tokens {
		for at < len(s.Sentences) && s.Sentences[at].End <= t.Start {
			at++
			if at < len(s.Sentences) {
				s.Sentences[at].First, s.Sentences[at].Last = i, i
				if x := s.Sentences[at]; x.Body == 0 || x.Kind == dateline.BlockDateline {
					skip = s.datelineEnd(x, i)
				}
			}
		}
		w := s.Doc.Text[t.Start:t.End]
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsLetter(first) && len(w) > 2 {
			letters++
			if IsUpper(w) {
				upper++
			}
		}
		term := int32(NoTerm)
		if i >= skip {
			low = appendLower(low[:0], w)
			term = s.count(low, i)
		}
		s.Words = append(s.Words, Word{t, s.lexicon.tagset.Of(t.Tag), term, int32(min(at, len(s.Sentences)-1))})
		if at < len(s.Sentences) {
			s.Sentences[at].Last = i + 1
		}
	}
	s.Upper = letters > 0 && upper*10 > letters*7
	s.markCapitals()
}

// count returns the term of word i, in lower case, and counts it.
func (s *Story) count(low []byte, i int) int32 {
	term := s.term(low)
	if term != NoTerm {
		x := &s.Terms[term]
		if x.Count == 0 {
			x.First = i
		}
		x.Count++
	}
	return term
}

// markCapitals finds the headings whose words all have capitals.
func (s *Story) markCapitals() {
	for i := range s.Sentences {
		x := &s.Sentences[i]
		if x.Kind != dateline.BlockParagraph && !s.Upper {
			c := token.LineCase(s.Doc.Text, s.Doc.Tokens[x.First:x.Last])
			x.Capitals = c == token.TitleCase || c == token.UpperCase
		}
	}
}

// term returns the term of a word in lower case, a new one where it is new.
func (s *Story) term(low []byte) int32 {
	x := s.lexicon.look(low)
	if x.stem == noStem {
		return NoTerm
	}
	p := &s.lexicon.placed[x.stem]
	if p.story != s.lexicon.stories {
		p.story, p.term = s.lexicon.stories, int32(len(s.Terms))
		s.Terms = append(s.Terms, Term{Stem: p.stem, IDF: x.idf, Stop: x.stop, Light: x.light})
	}
	return p.term
}

// mark calls f for each term of a text that stands in the story too.
func (s *Story) mark(text string, f func(*Term)) {
	if text == "" {
		return
	}
	var buf token.Buffer
	var low []byte
	buf.Segment(text, nil)
	for _, t := range buf.Tokens {
		low = appendLower(low[:0], text[t.Start:t.End])
		if x := s.lexicon.look(low); x.stem != noStem {
			if p := &s.lexicon.placed[x.stem]; p.story == s.lexicon.stories {
				f(&s.Terms[p.term])
			}
		}
	}
}

// weigh sets Weight and Early.
func (s *Story) weigh() {
	var heaviest, earliest float64
	for i, w := range s.Words {
		if w.Term != NoTerm {
			s.Terms[w.Term].Early += 1 / float64(1+i)
		}
	}
	for i := range s.Terms {
		t := &s.Terms[i]
		if !t.Stop {
			t.Weight = float64(t.Count) * t.IDF
			heaviest = max(heaviest, t.Weight)
			earliest = max(earliest, t.Early)
		}
	}
	for i := range s.Terms {
		t := &s.Terms[i]
		if heaviest > 0 {
			t.Weight /= heaviest
		}
		if earliest > 0 {
			t.Early = math.Min(t.Early/earliest, 1)
		}
	}
}

// SentenceAt returns the index of the sentence that holds a byte of the text, or -1.
func (s *Story) SentenceAt(at int) int {
	i, ok := slices.BinarySearchFunc(s.Sentences, at, func(x Sentence, at int) int {
		switch {
		case x.End <= at:
			return -1
		case x.Start > at:
			return 1
		}
		return 0
	})
	if !ok {
		return -1
	}
	return i
}

// Surface returns the words of a token.
func (s *Story) Surface(i int) string { return s.Doc.Text[s.Words[i].Start:s.Words[i].End] }
