package summarize

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/en"
	"github.com/dateline-go/dateline/lang/pos"
)

// DefaultHeadline is how many runes a headline has at most where none are asked for.
const DefaultHeadline = 100

// Headline returns the first sentence of the summary that can be cut down to a
// line of at most limit runes, without its full stop; zero means 100. Only words of
// the sentence are used, in their order: the date line, what stands in brackets and
// who said so are left out, then clauses and phrases from the end, until the line
// fits and still has its verb. Where no sentence can be cut so, it is the keyphrases
// that fit, with commas; of a story without these it is "".
//
// It reads Summary, tagged Tokens and Keyphrases of a finished Document; the
// page's own headline is Document.Headline. Negative limits count as zero.
func Headline(doc *dateline.Document, limit int) string {
	if limit <= 0 {
		limit = DefaultHeadline
	}
	for _, sen := range doc.Summary { // news says the most important thing first
		if line := newCut(doc, sen.Span()).within(limit); line != "" {
			return line
		}
	}
	return phrasesWithin(doc, limit)
}

// phrasesWithin joins the keyphrases that fit.
func phrasesWithin(doc *dateline.Document, limit int) string {
	line := ""
	for _, k := range doc.Keyphrases {
		next := k.Text
		if line != "" {
			next = line + ", " + k.Text
		}
		if utf8.RuneCountInString(next) <= limit {
			line = next
		}
	}
	return line
}

// cut is a sentence that is being shortened.
type cut struct {
	doc   *dateline.Document
	words []dateline.Token
	lang  *lang.Pack
}

func newCut(doc *dateline.Document, s dateline.Span) *cut {
	from, _ := slices.BinarySearchFunc(doc.Tokens, s.Start, func(t dateline.Token, at int) int { return t.Start - at })
	to := from
	for to < len(doc.Tokens) && doc.Tokens[to].End <= s.End {
		to++
	}
	c := &cut{doc, slices.Clone(doc.Tokens[from:to]), wordsOf(doc)}
	c.dropDateline()
	for len(c.words) > 0 && strings.Trim(c.word(len(c.words)-1), ".!") == "" {
		c.words = c.words[:len(c.words)-1]
	}
	return c
}

// within shortens the sentence to a line of at most limit runes; "" where it cannot.
func (c *cut) within(limit int) string {
	for _, shorten := range []func(){func() {}, c.dropBrackets, c.dropSpeaker} {
		shorten()
		if line := c.line(len(c.words)); utf8.RuneCountInString(line) <= limit && c.speaker(len(c.words)) < 0 {
			return line
		}
	}
	for _, ends := range []func(int) bool{c.endsClause, c.endsPhrase} {
		for end := len(c.words) - 1; end > 0; end-- {
			if !ends(end) || !c.stands(end) {
				continue
			}
			if line := c.line(end); utf8.RuneCountInString(line) <= limit {
				return line
			}
		}
	}
	return ""
}

// wordsOf returns what is known of the words of a document's language: English, or nothing.
func wordsOf(doc *dateline.Document) *lang.Pack {
	if base := lang.Base(doc.Language); base == "" || base == en.Words().Code {
		return en.Words()
	}
	return &lang.Pack{Lexicon: lang.NewLexicon()}
}

// is reports whether word i is of a class.
func (c *cut) is(i int, class lang.Class) bool {
	return c.lang.Lexicon.Is(strings.ToLower(c.word(i)), class)
}

// pos returns what word i is in its sentence.
func (c *cut) pos(i int) pos.Class { return c.lang.Tagset.Of(c.words[i].Tag) }

func (c *cut) word(i int) string { return c.doc.Words(c.words[i].Span()) }

// maxFiled is the most tokens of a date line with its dash.
const maxFiled = 16

// dropDateline cuts "RIGA, May 4 (Agency) - " off the front.
func (c *cut) dropDateline() {
	for i := 0; i < min(len(c.words), maxFiled); i++ {
		switch w := c.word(i); {
		case i > 0 && strings.Trim(w, "-–—") == "":
			if first := c.word(0); first == strings.ToUpper(first) && utf8.RuneCountInString(first) > 1 {
				c.words = c.words[i+1:]
			}
			return
		case c.pos(i).Is(pos.Verb | pos.Determiner):
			return
		}
	}
}

// dropBrackets cuts out what stands in brackets.
func (c *cut) dropBrackets() {
	depth := 0
	c.words = slices.DeleteFunc(c.words, func(t dateline.Token) bool {
		switch c.doc.Words(t.Span()) {
		case "(", "[":
			depth++
			return true
		case ")", "]":
			depth = max(depth-1, 0)
			return true
		}
		return depth > 0
	})
}

// dropSpeaker cuts ", the mayor said on Monday" off the end.
func (c *cut) dropSpeaker() {
	if at := c.speaker(len(c.words)); at >= 0 {
		c.words = c.words[:at]
	}
}

// maxSpeaker is how many words say at most who said so.
const maxSpeaker = 14

// speaker returns where who said so begins, at a comma before the end, or -1.
func (c *cut) speaker(end int) int {
	says := false
	for i := end - 1; i > max(0, end-maxSpeaker); i-- {
		switch {
		case c.is(i, lang.Reports):
			says = true
		case c.is(i, lang.ReportsBy):
			says = true
			if c.word(i-1) != "," {
				return i
			}
		case c.word(i) == ",":
			if says && c.balanced(i) && c.hasVerb(i) {
				return i
			}
			if says {
				return -1
			}
		}
	}
	return -1
}

// endsClause reports whether a clause that can be left out begins at word i.
func (c *cut) endsClause(i int) bool {
	w := c.word(i)
	return w == "," || w == ";" || strings.Trim(w, "-–—") == "" || c.is(i, lang.ClauseStart) ||
		c.is(i, lang.ClauseJoint) && i+1 < len(c.words) && c.pos(i+1).Is(pos.Verb)
}

// endsPhrase reports whether a phrase that can be left out begins at word i.
func (c *cut) endsPhrase(i int) bool {
	return c.pos(i).Is(pos.Preposition) && !c.is(i, lang.PhraseKept)
}

// stands reports whether the words before i can stand alone: they have a verb,
// close every quotation and cut no name, and the last is one that can be.
func (c *cut) stands(i int) bool {
	return c.pos(i-1).Is(pos.Noun|pos.Number|pos.Particle) && c.balanced(i) && c.hasVerb(i) && !c.inName(i)
}

// balanced reports whether every quotation and bracket before i is closed there.
func (c *cut) balanced(i int) bool {
	straight, depth := 0, 0
	for k := range i {
		for _, r := range c.word(k) {
			switch r {
			case '"':
				straight++
			case '“', '«', '(', '[', '`':
				depth++
			case '”', '»', ')', ']':
				depth--
			}
		}
		if c.word(k) == "''" {
			depth -= 2 // what two backquotes opened
		}
	}
	return straight%2 == 0 && depth == 0
}

// hasVerb reports whether there is a subject before i and a finite verb behind it,
// and where a clause follows with "that", one in it too. A relative clause, and one
// that the sentence opens with, do not count.
func (c *cut) hasVerb(i int) bool {
	verb, subject := false, false
	aside := c.is(0, lang.ClauseStart)
	for k := range i {
		switch {
		case c.word(k) == ",":
			aside = false
		case c.is(k, lang.ClauseThat) && k > 0 && c.pos(k-1).Is(pos.Verb):
			verb, subject = false, false
			continue
		case c.is(k, lang.ClauseAside):
			aside = true
			continue
		}
		switch p := c.pos(k); {
		case p.Is(pos.Finite):
			verb = verb || subject && !aside
			if c.is(k, lang.Reports) {
				verb, subject = false, false // what was said needs a verb of its own
			}
		default:
			subject = subject || !aside && (p.Is(pos.Noun|pos.Number) || p == pos.Pronoun)
		}
	}
	return verb
}

// inName reports whether a name runs over the border before word i.
func (c *cut) inName(i int) bool {
	at := c.words[i].Start
	k, _ := slices.BinarySearchFunc(c.doc.Mentions, at, func(m dateline.Mention, at int) int { return m.End - at - 1 })
	return k < len(c.doc.Mentions) && c.doc.Mentions[k].Start < at
}

// line writes the words before end as the story does, white space as one space.
func (c *cut) line(end int) string {
	var b strings.Builder
	for i, t := range c.words[:end] {
		if i > 0 {
			if gap := c.doc.Text[c.words[i-1].End:t.Start]; gap != "" {
				b.WriteByte(' ')
			}
		}
		b.WriteString(c.doc.Words(t.Span()))
	}
	return strings.TrimRight(b.String(), " ,;:")
}
