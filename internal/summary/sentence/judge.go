package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/summary/story"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/pos"
)

// Standing says how well a sentence can stand in a summary. Lower is better.
type Standing uint8

// The standings, the best first. A sentence is taken only when no better one is left.
const (
	// Sound sentences stand by themselves.
	Sound Standing = iota
	// Leaning sentences begin with a word that points to the sentence before: they
	// are sound where that one is in the summary too.
	Leaning
	// Cut sentences begin or end inside a quotation.
	Cut
	// Scrap is no sentence: a byline, a date line, a label, a list of figures.
	Scrap
	// Aside sentences stand in a heading, a caption, an item or the like.
	Aside
)

// Judge returns the standing of each sentence of a story.
func Judge(s *story.Story) []Standing {
	st := make([]Standing, len(s.Sentences))
	var q quotation
	for i, sen := range s.Sentences {
		if i == 0 || sen.Block != s.Sentences[i-1].Block {
			q = quotation{}
		}
		cut := q.read(s.Doc.Text, sen.Span)
		switch {
		case s.Bodies > 0 && sen.Kind != dateline.BlockParagraph, sen.Kind == dateline.BlockHeadline:
			st[i] = Aside
		case isScrap(s, sen):
			st[i] = Scrap
		case cut:
			st[i] = Cut
		case leans(s, sen):
			st[i] = Leaning
		}
	}
	return st
}

// quotation follows quotation marks from sentence to sentence of a block.
type quotation struct{ open rune }

// read reads one sentence and reports whether it begins or ends inside a quotation.
func (q *quotation) read(text string, s dateline.Span) bool {
	began := q.open != 0
	before := ' '
	for i := s.Start; i < s.End; {
		if c := text[i]; c < utf8.RuneSelf && c != '"' && c != '`' && c != '\'' {
			before = rune(c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		after, _ := utf8.DecodeRuneInString(text[i+n : min(i+n+utf8.UTFMax, len(text))])
		q.turn(r, before, after)
		before = r
		i += n
	}
	return began || q.open != 0
}

// turn takes a mark between two characters: it opens or ends a quotation, or does nothing.
func (q *quotation) turn(r, before, after rune) {
	switch r {
	case '“', '«':
		q.open = r
	case '”', '»':
		q.open = 0
	case '"':
		switch {
		case q.open == 0 && !wordSign(before):
			q.open = r
		case wordSign(after):
			q.open = r // two run together, or the same quotation in a new paragraph
		default:
			q.open = 0
		}
	case '`':
		if before == '`' {
			q.open = r
		}
	case '\'':
		if before == '\'' && q.open == '`' {
			q.open = 0
		}
	case '‘':
		if q.open == 0 && !wordSign(before) {
			q.open = r
		}
	case '’':
		if q.open == '‘' && !wordSign(after) {
			q.open = 0
		}
	}
}

func wordSign(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// isScrap reports whether a sentence is none: too short, without a verb, a label,
// or capitals in a story that has others.
func isScrap(s *story.Story, sen story.Sentence) bool {
	words, verbs, names, digits, upper, tagged := 0, 0, 0, 0, 0, 0
	for i := sen.First; i < sen.Last; i++ {
		w := s.Words[i]
		if w.Tag != "" {
			tagged++
		}
		switch {
		case w.Pos.Is(pos.Verb | pos.Modal):
			verbs++
		case w.Pos.Is(pos.Proper):
			names++
		case w.Pos.Is(pos.Number):
			digits++
		}
		if w.Term != story.NoTerm {
			words++
			if f := s.Surface(i); len(f) > 2 && story.IsUpper(f) {
				upper++
			}
		}
	}
	text := strings.TrimLeft(s.Doc.Words(sen.Span), "|-–—•*> ")
	// Taggers miss a verb at times; what ends like a sentence and is long is one.
	bare := tagged > 0 && verbs == 0 && (words < 7 || names*2 > words || !stops(text))
	if words < 4 || bare || digits*2 > words || !s.Upper && upper*2 > words {
		return true
	}
	return isFurniture(s, text) || isByline(s, text) && names*2 >= words-1
}

// maxOpening is how many bytes of a line say at most that it is page furniture.
const maxOpening = 24

// isFurniture reports whether a text begins like a line of page furniture.
func isFurniture(s *story.Story, text string) bool {
	low := strings.ToLower(text[:min(len(text), maxOpening)])
	for end := range low {
		if s.Lang.Is(low[:end], lang.FurnitureStart) {
			return true
		}
	}
	return s.Lang.Is(low, lang.FurnitureStart)
}

// isByline reports whether a text begins like a byline: "By Jane Doe and John Roe for the Courier".
func isByline(s *story.Story, text string) bool {
	first, _, more := strings.Cut(text, " ")
	return more && s.Lang.Is(strings.ToLower(first), lang.BylineStart)
}

// stops reports whether a text ends like a sentence.
func stops(text string) bool {
	return strings.HasSuffix(strings.TrimRight(text, "\"'”’»)]"), ".") ||
		strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?")
}

// leans reports whether a sentence begins with a word that points back, behind a
// quotation mark too.
func leans(s *story.Story, sen story.Sentence) bool {
	if sen.Body == 0 {
		return false
	}
	for i := sen.First; i < sen.Last; i++ {
		if s.Words[i].Term != story.NoTerm {
			return s.Lang.Is(strings.ToLower(s.Surface(i)), lang.PointsBack)
		}
	}
	return false
}
