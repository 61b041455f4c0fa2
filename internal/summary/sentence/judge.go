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
	n := countKinds(s, sen)
	text := strings.TrimLeft(s.Doc.Words(sen.Span), "|-–—•*> ")
	// Taggers miss a verb at times; what ends like a sentence and is long is one.
	short := n.words < 7 || n.names*2 > n.words
	bare := n.tagged > 0 && n.verbs == 0 && (short || !stops(text) || hasLabel(text))
	if n.words < 4 || bare || n.digits*2 > n.words || !s.Upper && n.upper*2 > n.words {
		return true
	}
	return isAside(s, sen, text) || isByline(s, text) && n.names*2 >= n.words-1
}

// kinds says how many words of each kind a sentence has.
type kinds struct{ words, verbs, names, digits, upper, tagged int }

func countKinds(s *story.Story, sen story.Sentence) kinds {
	var n kinds
	for i := sen.First; i < sen.Last; i++ {
		w := s.Words[i]
		if w.Tag != "" {
			n.tagged++
		}
		switch {
		case w.Pos.Is(pos.Verb | pos.Modal):
			n.verbs++
		case w.Pos.Is(pos.Proper):
			n.names++
		case w.Pos.Is(pos.Number):
			n.digits++
		}
		if w.Term != story.NoTerm {
			n.words++
			if f := s.Surface(i); len(f) > 2 && story.IsUpper(f) {
				n.upper++
			}
		}
	}
	return n
}

// isAside reports whether a sentence belongs to the page or to a picture.
func isAside(s *story.Story, sen story.Sentence, text string) bool {
	return isFurniture(s, text) || isCaption(s, sen)
}

// maxLabel is the most bytes of a label before a colon.
const maxLabel = 40

// hasLabel reports whether a text begins with a label: "Family values: the colonel with his wife".
func hasLabel(text string) bool {
	label, rest, found := strings.Cut(text[:min(len(text), maxLabel)], ":")
	return found && label != "" && strings.HasPrefix(rest, " ")
}

// isCaption reports whether a sentence points to a picture, "Mira Ekre (left) with her brother", which is not there.
func isCaption(s *story.Story, sen story.Sentence) bool {
	for i := sen.First; i+2 < sen.Last; i++ {
		if s.Surface(i) == "(" && s.Lang.Is(strings.ToLower(s.Surface(i+1)), lang.CaptionMark) &&
			(s.Surface(i+2) == ")" || s.Surface(i+2) == ",") {
			return true
		}
	}
	return false
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
// quotation mark too, or is all in marks, so that it does not say who speaks.
func leans(s *story.Story, sen story.Sentence) bool {
	if sen.Body == 0 {
		return false
	}
	if isQuotation(s.Doc.Words(sen.Span)) {
		return true
	}
	for i := sen.First; i < sen.Last; i++ {
		if s.Words[i].Term != story.NoTerm {
			return s.Lang.Is(strings.ToLower(s.Surface(i)), lang.PointsBack)
		}
	}
	return false
}

// isQuotation reports whether a text is one quotation and nothing else.
func isQuotation(text string) bool {
	for _, marks := range [...][2]string{{"“", "”"}, {"\"", "\""}, {"‘", "’"}, {"«", "»"}} {
		inner, opens := strings.CutPrefix(text, marks[0])
		inner, ends := strings.CutSuffix(inner, marks[1])
		if opens && ends && !strings.ContainsAny(inner, marks[0]+marks[1]) {
			return true
		}
	}
	return false
}
