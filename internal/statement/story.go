package statement

import (
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/marks"
	"github.com/dateline-go/dateline/internal/statement/lexicon"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/pos"
)

// token is what the steps need to know of a token.
type token struct {
	lexicon.Entry
	tag tag
	// region is the innermost region of double quotation marks that the token
	// lies in, its marks included, -1 for none.
	region int32
	// chunk is the noun phrase that the token belongs to, -1 for none.
	chunk int32
	// mark says that the token is an opening ('(') or closing (')') mark of a region.
	mark byte
	// label is the kind of name that the token belongs to.
	label label
	// goesOn says that it goes on with the name of a person or a body.
	goesOn bool
	// capital says that it begins with a capital letter.
	capital bool
}

// label is the kind of a name, as far as the steps ask.
type label uint8

const (
	noName label = iota
	person
	organisation
	place
	otherName
	value
)

// chunk is a noun phrase without what hangs on it: tokens from start to end.
type chunk struct {
	start, end int
	label      label // of the name that it ends in
	person     bool  // a noun for a person, or such a name
	pronoun    lexicon.Word
}

// sentence is a run of tokens.
type sentence struct{ start, end int }

// Story is a Document in the form that the steps read. Its buffers are used
// again for the next one.
type Story struct {
	doc        *dateline.Document
	words      *lexicon.Lexicon
	tagset     *pos.Tagset
	nounCase   lang.Case
	tokens     []token
	chunks     []chunk
	sentences  []sentence
	paragraphs []int // the token behind each paragraph
	regions    []marks.Region
	frames     []Frame
	pairer     marks.Pairer
	turns      []int // the colons behind the labels of a transcript
}

// Read fills the story from a Document.
func (s *Story) Read(doc *dateline.Document) {
	s.doc = doc
	s.readTokens()
	s.readNames()
	s.readParagraphs()
	s.readSentences()
	s.pairer.Tagset = s.tagset
	s.regions = s.pairer.Pair(doc.Text, doc.Tokens, s.paragraphs)
	s.placeRegions()
	s.readVerbs()
	s.readNouns()
	s.chunk()
	s.readTurns()
}

func (s *Story) readTokens() {
	s.tokens = slices.Grow(s.tokens[:0], len(s.doc.Tokens))
	for _, t := range s.doc.Tokens {
		w := s.doc.Text[t.Start:t.End]
		k := token{tag: tagOf(s.tagset.Of(t.Tag)), region: -1, chunk: -1}
		switch w {
		case ",":
			k.tag = tComma
		case ".", "?", "!", "...", "…":
			k.tag = tStop
		case ":", ";", "—", "–", "―", "‒", "-", "--":
			k.tag = tColon
		default:
			k.Entry = s.words.Find(w)
			if (k.Person || k.Role) && k.tag == tAdj && 'a' <= w[0] && w[0] <= 'z' {
				k.tag = tNoun
			}
			k.capital = w != "" && ('A' <= w[0] && w[0] <= 'Z' || w[0] >= 0xC3 && w[0] < 0xE2)
			if s.tagset == nil {
				s.guess(&k)
			}
		}
		s.tokens = append(s.tokens, k)
	}
}

// readNames gives each token the label of its name.
func (s *Story) readNames() {
	at := 0
	for _, m := range s.doc.Mentions {
		l := labelOf(m.Label)
		for at < len(s.tokens) && s.doc.Tokens[at].End <= m.Start {
			at++
		}
		for first := at; at < len(s.tokens) && s.doc.Tokens[at].Start < m.End; at++ {
			k := &s.tokens[at]
			k.label = l
			k.goesOn = at > first && (l == person || l == organisation)
			if k.capital && k.misread(l) {
				k.tag = tName
			}
		}
	}
}

// misread reports whether the tag of a capitalised token is none that it can have in a name.
func (k *token) misread(l label) bool {
	switch l {
	case person:
		return k.tag.verb() || k.tag.in(1<<tAdj|1<<tPrep|1<<tOther|1<<tAdv|1<<tModal)
	case organisation, place:
		return k.tag.verb() || k.tag == tAdj
	}
	return false
}

func labelOf(l dateline.Label) label {
	switch l {
	case dateline.Person:
		return person
	case dateline.Org:
		return organisation
	case dateline.GPE, dateline.Loc, dateline.Fac:
		return place
	case dateline.DateValue, dateline.TimeValue, dateline.Money, dateline.Percent, dateline.Quantity:
		return value
	}
	return otherName
}

// readSentences finds the tokens of each sentence; a paragraph is one where the
// Document has none.
func (s *Story) readSentences() {
	s.sentences = s.sentences[:0]
	at := 0
	for _, x := range s.doc.Sentences {
		for at < len(s.tokens) && s.doc.Tokens[at].Start < x.Start {
			at++
		}
		from := at
		for at < len(s.tokens) && s.doc.Tokens[at].End <= x.End {
			at++
		}
		s.addSentence(from, at)
	}
	if len(s.doc.Sentences) == 0 {
		from := 0
		for _, to := range s.paragraphs {
			s.addSentence(from, to)
			from = to
		}
	}
}

// maxSentence is how many tokens a sentence has at most; a longer one, which is none,
// is cut. It keeps the cost of what looks to the end of a sentence in bounds.
const maxSentence = 256

func (s *Story) addSentence(from, to int) {
	for ; to-from > maxSentence; from += maxSentence {
		s.sentences = append(s.sentences, sentence{from, from + maxSentence})
	}
	if to > from {
		s.sentences = append(s.sentences, sentence{from, to})
	}
}

// singleMarks reports whether the story quotes between single marks: it has no double
// ones but inside them.
func (s *Story) singleMarks() bool {
	for _, r := range s.regions {
		if !r.Single && !r.Inner {
			return false
		}
	}
	return true
}

// placeRegions notes at each token which region it lies in.
func (s *Story) placeRegions() {
	single := s.singleMarks()
	for i, r := range s.regions {
		if r.Single && (!single || r.Inner) {
			continue
		}
		last := r.Close
		if r.Closed {
			last++
		}
		for k := r.Open; k < min(last, len(s.tokens)); k++ {
			if r.Inner && s.tokens[k].region >= 0 && s.regions[s.tokens[k].region].Open < r.Open {
				continue // the outer one counts
			}
			s.tokens[k].region = int32(i)
		}
		if s.tokens[r.Open].region == int32(i) {
			s.tokens[r.Open].mark, s.tokens[r.Open].tag = '(', tOpen
			if r.Closed {
				s.tokens[r.Close].mark, s.tokens[r.Close].tag = ')', tClose
			}
		}
	}
}
