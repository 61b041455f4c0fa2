package summarize

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/pace"
	"github.com/dateline-go/dateline/internal/summary/phrase"
	"github.com/dateline-go/dateline/internal/summary/sentence"
	"github.com/dateline-go/dateline/internal/summary/story"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/en"
)

// Errors that callers may look for.
var (
	// ErrOptions comes back from [New] when an option is out of its range.
	ErrOptions = fmt.Errorf("summarize: %w", dateline.ErrOptions)
	// ErrNoTokens comes back from [Summarizer.Annotate] when a document has text
	// but no sentences or tokens: it was not analysed so far.
	ErrNoTokens = errors.New("summarize: document has text but no tokens")
)

// The lengths that zero options stand for.
const (
	DefaultKeyphrases = 10
	DefaultSentences  = 3
)

// Kind says what keyphrases are for.
type Kind string

// The kinds of keyphrases.
const (
	// Phrases are noun phrases and names, as an editor would list them: the default.
	Phrases Kind = ""
	// Tags are single words and names, for keyword fields.
	Tags Kind = "tags"
)

// MaxKeyphrases is the most keyphrases that may be asked for.
const MaxKeyphrases = 1000

// Options say how much is wanted. The zero value is the best default.
type Options struct {
	// Keyphrases is the most keyphrases that a document gets, up to
	// [MaxKeyphrases]. Zero means 10.
	Keyphrases int
	// Kind is what they are for. Empty means [Phrases].
	Kind Kind
	// Sentences is the most sentences that a summary takes. Zero means 3, or no
	// bound where Characters or Ratio sets one.
	Sentences int
	// Characters is the most runes that a summary has, its sentences joined by a
	// space. Sentences stay whole: where not one of them is short enough there is
	// no summary. Zero sets no bound.
	Characters int
	// Ratio is the most sentences of a summary for each sentence that stands in a
	// paragraph of the story, 0..1, rounded up. Zero sets no bound.
	Ratio float64
	// Languages are the languages whose words are known, each once. Text of an unknown language is read as the first; text
	// in any other goes without tags, by place, frequency and length alone. nil means English.
	Languages []*lang.Pack
}

// Summarizer finds keyphrases and summaries. It is safe for concurrent use.
type Summarizer struct {
	options  Options
	lexicons *story.Lexicons
}

// New makes a Summarizer. The first call of a program reads the background
// frequencies, which takes some milliseconds. The error wraps [ErrOptions] when an option
// is out of its range.
func New(o Options) (*Summarizer, error) {
	if o.Keyphrases < 0 || o.Keyphrases > MaxKeyphrases {
		return nil, fmt.Errorf("%w: %d keyphrases", ErrOptions, o.Keyphrases)
	}
	if o.Kind != Phrases && o.Kind != Tags {
		return nil, fmt.Errorf("%w: kind %q", ErrOptions, o.Kind)
	}
	if o.Sentences < 0 {
		return nil, fmt.Errorf("%w: %d sentences", ErrOptions, o.Sentences)
	}
	if o.Characters < 0 {
		return nil, fmt.Errorf("%w: %d characters", ErrOptions, o.Characters)
	}
	if !(o.Ratio >= 0 && o.Ratio <= 1) {
		return nil, fmt.Errorf("%w: ratio %v is not within 0..1", ErrOptions, o.Ratio)
	}
	if o.Keyphrases == 0 {
		o.Keyphrases = DefaultKeyphrases
	}
	if o.Sentences == 0 && o.Characters == 0 && o.Ratio == 0 {
		o.Sentences = DefaultSentences
	}
	if o.Languages == nil {
		o.Languages = []*lang.Pack{en.Pack()}
	}
	lexicons, err := story.NewLexicons(o.Languages...)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrOptions, err)
	}
	return &Summarizer{o, lexicons}, nil
}

// Annotate sets the document's Keyphrases and Summary. It reads Text, Sentences
// and tagged Tokens, and where they are there Language, Headline, Dek, Blocks,
// Entities and Mentions; it changes nothing else. Different documents may be
// annotated at the same time.
//
// The error wraps [ErrNoTokens], or [dateline.ErrInvalid] where sentences, tokens
// or mentions do not lie in order inside the text, or the error of ctx when that
// ends; the document is then unchanged.
func (s *Summarizer) Annotate(ctx context.Context, doc *dateline.Document) error {
	if len(doc.Tokens) == 0 || len(doc.Sentences) == 0 {
		if strings.TrimSpace(doc.Text) != "" {
			return fmt.Errorf("%w: %q", ErrNoTokens, doc.ID)
		}
		doc.Keyphrases, doc.Summary = nil, nil
		return nil
	}
	if err := check(doc); err != nil {
		return fmt.Errorf("summarize: %w: %q: %w", dateline.ErrInvalid, doc.ID, err)
	}
	keyphrases, summary, err := s.both(pace.New(ctx), doc)
	if err != nil {
		return fmt.Errorf("summarize: %q: %w", doc.ID, err)
	}
	doc.Keyphrases, doc.Summary = keyphrases, summary
	return nil
}

// both finds the keyphrases and the summary of a document that was checked.
func (s *Summarizer) both(p *pace.Pace, doc *dateline.Document) (
	[]dateline.Keyphrase, []dateline.SummarySentence, error) {
	if err := p.Now(); err != nil {
		return nil, nil, err
	}
	st, done := s.lay(doc)
	defer done()
	if err := p.Now(); err != nil {
		return nil, nil, err
	}
	cs := phrase.Find(st, phrase.Phrases)
	scores := phrase.Scores(st, cs, phrase.Phrases)
	var keyphrases []dateline.Keyphrase
	if s.options.Kind == Tags {
		tags := phrase.Find(st, phrase.Tags)
		keyphrases = phrase.Rank(st, tags, phrase.Scores(st, tags, phrase.Tags), s.options.Keyphrases)
	} else {
		keyphrases = phrase.Rank(st, cs, scores, s.options.Keyphrases)
	}
	if err := p.Now(); err != nil {
		return nil, nil, err
	}
	standing := sentence.Judge(st)
	var summary []dateline.SummarySentence
	for _, c := range sentence.Choose(st, standing, sentence.Scores(st, standing, cs, scores), s.options.limit(st)) {
		span := st.Sentences[c.Index].Span
		summary = append(summary, dateline.SummarySentence{Start: span.Start, End: span.End, Score: c.Score})
	}
	return keyphrases, summary, p.Now()
}

// lay lays a document out; done gives back what that borrowed.
func (s *Summarizer) lay(doc *dateline.Document) (st *story.Story, done func()) {
	lexicon, done := s.lexicons.Borrow(doc.Language)
	return story.New(doc, lexicon), done
}

// limit is how long the summary of a story may be.
func (o Options) limit(st *story.Story) sentence.Limit {
	l := sentence.Limit{Sentences: o.Sentences, Runes: o.Characters}
	if o.Ratio > 0 {
		all := st.Bodies
		if all == 0 {
			all = len(st.Sentences)
		}
		n := int(math.Ceil(o.Ratio * float64(all)))
		if l.Sentences == 0 || n < l.Sentences {
			l.Sentences = n
		}
	}
	return l
}

// check makes sure that the spans that are read lie inside the text, in order,
// and cut no rune.
func check(doc *dateline.Document) error {
	end := 0
	inside := func(s dateline.Span, part string, i int) error {
		if s.Start < end || s.End <= s.Start || s.End > len(doc.Text) ||
			!utf8.RuneStart(doc.Text[s.Start]) || s.End < len(doc.Text) && !utf8.RuneStart(doc.Text[s.End]) {
			return fmt.Errorf("%s[%d]: span %v is not in order inside the text", part, i, s)
		}
		end = s.End
		return nil
	}
	for i, s := range doc.Sentences {
		if err := inside(s, "sentences", i); err != nil {
			return err
		}
	}
	end = 0
	at := 0
	for i, t := range doc.Tokens {
		if err := inside(t.Span(), "tokens", i); err != nil {
			return err
		}
		for at < len(doc.Sentences) && doc.Sentences[at].End <= t.Start {
			at++
		}
		if at == len(doc.Sentences) || !doc.Sentences[at].Contains(t.Span()) {
			return fmt.Errorf("tokens[%d]: %v is not inside one sentence", i, t.Span())
		}
	}
	end = 0
	for i, m := range doc.Mentions {
		if err := inside(m.Span(), "mentions", i); err != nil {
			return err
		}
	}
	return nil
}
