package token

import (
	"slices"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/pace"
)

// Buffer holds the sentences and tokens of one text. The zero value is ready; a
// Buffer that is used again keeps its memory. It must not be shared between
// goroutines that write to it.
type Buffer struct {
	// Rules are those of the language of the text; nil means English.
	Rules *Rules
	// Most is how many tokens Annotate takes; a text that has more, or one of some
	// length that has more than a token to each three bytes, is refused before they
	// fill the memory. 0 means no bound.
	Most int

	// Sentences are in order and do not overlap; each begins with its first
	// token and ends with its last.
	Sentences []dateline.Span
	// Tokens are in order and do not overlap. Each lies inside one sentence. Segment
	// leaves their tags empty.
	Tokens []dateline.Token

	first []int // the index of each sentence's first token
	pace  *pace.Pace
	scan  scanner
}

// Segment finds the sentences and tokens of a text and replaces what the buffer
// held. Blocks are spans that no sentence runs across, in order and apart;
// nil stands for the whole text. Text outside the blocks is left out. A blank
// line ends a sentence too. Blocks that overlap or lie outside the text are cut
// to what is left of them.
func (b *Buffer) Segment(text string, blocks []dateline.Span) {
	b.Sentences, b.Tokens, b.first = b.Sentences[:0], b.Tokens[:0], b.first[:0]
	rules := b.Rules
	if rules == nil {
		rules = English()
	}
	b.Tokens = slices.Grow(b.Tokens, len(text)/bytesPerEnglish)
	b.scan = scanner{buf: b, text: text, rules: rules}
	if blocks == nil {
		b.scan.block(0, len(text))
	}
	at := 0
	for _, s := range blocks {
		start, end := runeStart(text, max(s.Start, at)), runeStart(text, s.End)
		if start < end {
			b.scan.block(start, end)
			at = end
		}
	}
	b.scan.text = "" // the buffer may outlive the text
}

// bytesPerEnglish is how many bytes of English prose there are for each token.
const bytesPerEnglish = 5

// SentenceTokens returns the tokens of sentence i. They are part of Tokens: a
// tag set in one is set in the other.
func (b *Buffer) SentenceTokens(i int) []dateline.Token {
	end := len(b.Tokens)
	if i+1 < len(b.first) {
		end = b.first[i+1]
	}
	return b.Tokens[b.first[i]:end:end]
}

// runeStart moves an offset into the text and back to the beginning of a rune.
func runeStart(text string, i int) int {
	i = min(max(i, 0), len(text))
	for k := 1; k < utf8.UTFMax && i-k >= 0 && i < len(text) && !utf8.RuneStart(text[i]); k++ {
		if utf8.RuneStart(text[i-k]) {
			if _, n := utf8.DecodeRuneInString(text[i-k:]); n > k {
				return i - k
			}
			break
		}
	}
	return i
}

// tokenKind is what the rules about sentences want to know of a token.
type tokenKind uint8

const (
	kWord   tokenKind = iota
	kAbbr             // a word with its full stop
	kStop             // a full stop or several
	kShout            // "!", "?" and runs of them
	kClose            // a bracket or curly quote that closes
	kOpen             // one that opens
	kQuote            // a straight quote, which may do either
	kBullet           // the mark of a list
	kHidden           // signs without width
	kFace             // an emoticon
	kLink             // an address of the web or of mail
	kSign             // anything else
)

// scanner walks over the text once.
type scanner struct {
	buf   *Buffer
	rules *Rules
	text  string
	end   int // of the block
	steps int // bytes looked at, for the test that the work is linear

	start int       // of the sentence, -1 before its first token
	prev  tokenKind // of the last token that is not hidden
	state ending
	list  marker
	abbr  abbrev // of the abbreviation to be added
	cite  int    // where a citation such as "[7]" ends
	stamp int    // where a time stamp ends
	// prevOpen is set while the last token, full stops aside, opens a bracket.
	prevOpen bool
	// quotes counts the straight double quotes of the sentence and of the line before it.
	quotes int
}

// block cuts one block.
func (s *scanner) block(start, end int) {
	s.end, s.start, s.quotes, s.list, s.cite, s.stamp = end, -1, 0, marker{}, 0, 0
	i := start
	for {
		j, lines := s.gap(i)
		if j >= end {
			break
		}
		if s.start >= 0 && (s.breaks(i, j, lines) || s.endless()) {
			s.close()
		}
		if s.buf.pace.Stop(1) || s.buf.full(s.text) {
			return
		}
		i = s.token(j)
	}
	s.close()
}

// longestSentence is how many tokens a sentence has at most: no writer's has, and some
// stages take memory by the sentence.
const longestSentence = 10_000

// endless reports whether the sentence is as long as any may be.
func (s *scanner) endless() bool {
	return len(s.buf.Tokens)-s.buf.first[len(s.buf.first)-1] >= longestSentence
}

// gap skips white space from i and counts its line breaks; 2 is a blank line.
func (s *scanner) gap(i int) (end, lines int) {
	from := i
	for i < s.end {
		c := s.text[i]
		switch {
		case c == ' ':
			i++
		case c < utf8.RuneSelf:
			if class[c] != cSpace {
				s.steps += i - from
				return i, lines
			}
			switch {
			case c == '\n', c == '\r' && !(i+1 < s.end && s.text[i+1] == '\n'):
				lines++
			case c == '\f':
				lines += 2
			}
			i++
		default:
			r, n := decode(s.text, i, s.end)
			if runeClass(r) != rSpace {
				s.steps += i - from
				return i, lines
			}
			switch r {
			case 0x85, 0x2028:
				lines++
			case 0x2029:
				lines += 2
			}
			i += n
		}
	}
	s.steps += i - from
	return i, lines
}

// close ends the sentence, if there is one.
func (s *scanner) close() {
	if s.start < 0 {
		return
	}
	b := s.buf
	b.Sentences = append(b.Sentences, dateline.Span{Start: s.start, End: b.Tokens[len(b.Tokens)-1].End})
	s.start = -1
}

// emit adds a token and updates what the rules about sentences know.
func (s *scanner) emit(start, end int, kind tokenKind) {
	b := s.buf
	if s.start < 0 {
		s.start = start
		b.first = append(b.first, len(b.Tokens))
		s.state, s.prev, s.list.line = ending{}, kSign, false
		s.quotes = 0
	}
	b.Tokens = append(b.Tokens, dateline.Token{Start: start, End: end})
	s.steps += end - start
	s.note(start, end, kind)
}
