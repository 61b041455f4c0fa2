package names

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sort"
	"sync"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/clusters"
	"github.com/dateline-go/dateline/internal/pace"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/en"
)

// Tagger finds names. It is safe for concurrent use.
type Tagger struct {
	weights     weights
	transitions Transitions
	bias, small float32
	pool        sync.Pool // of *work
}

// Mention is a name in the text: the tokens from First to before End.
type Mention struct {
	First, End int
	Label      dateline.Label
	// Confidence is how sure it is, 0..1, that this is exactly the span and the
	// coarse kind: of a hundred mentions with 0.8 about eighty are right.
	Confidence float64
}

// work is the memory of one call of Tag.
type work struct {
	reader  *Reader
	decoder Decoder
	pace    pace.Pace
	rows    []uint32
	scores  []Scores
	sums    []formSums
}

// formSums holds the sums of a form's weights by its distance from the token.
type formSums struct {
	at   [2*reach + 1]total
	done [2*reach + 1]bool
}

// New returns the tagger of English, see [TaggerOf].
func New() (*Tagger, error) { return TaggerOf(en.Pack()) }

// TaggerOf returns the tagger of a language. The first call reads the pack's model and the word clusters side by side,
// some milliseconds; later ones return the same Tagger. It returns nil where the pack has no model of names.
func TaggerOf(p *lang.Pack) (*Tagger, error) {
	if p.Names == nil {
		return nil, nil
	}
	return lang.Load(p.Names, func(data []byte) (*Tagger, error) {
		var words *clusters.Table
		var unread error
		var wg sync.WaitGroup
		wg.Go(func() { words, unread = ClustersOf(p) })
		m, w, err := readWeights(data)
		v := NewVocabulary(p.Lexicon)
		wg.Wait()
		if err := cmp.Or(err, unread); err != nil {
			return nil, err
		}
		if v, err = v.fitting(m.Fingerprint); err != nil {
			return nil, err
		}
		return newTagger(m, w, words, v), nil
	})
}

// ClustersOf returns the clusters that a pack's model was fitted with.
func ClustersOf(p *lang.Pack) (*clusters.Table, error) {
	if p.Clusters == nil {
		return clusters.Default()
	}
	return lang.Load(p.Clusters, clusters.Read)
}

// NewTagger returns a tagger with a model, and the word clusters and the vocabulary that it was trained with.
func NewTagger(m *Model, w *clusters.Table, v *Vocabulary) (*Tagger, error) {
	if m.Bits < 8 || m.Bits > 24 || len(m.Rows) != lanes<<m.Bits {
		return nil, fmt.Errorf("%w: %d weights for 1<<%d rows", ErrModel, len(m.Rows), m.Bits)
	}
	v, err := v.fitting(m.Fingerprint)
	if err != nil {
		return nil, err
	}
	return newTagger(m, pack(m), w, v), nil
}

// newTagger makes a tagger of packed weights and the rest of their model.
func newTagger(m *Model, packed weights, words *clusters.Table, v *Vocabulary) *Tagger {
	t := &Tagger{weights: packed, transitions: m.Transitions, bias: m.Bias, small: m.Small}
	bits, mix, review := m.Bits, m.Mix, reviewer(m.Review) // the Model itself may go
	t.pool.New = func() any {
		return &work{reader: NewReader(words, v, bits),
			decoder: Decoder{Transitions: &t.transitions, Mix: mix, reviewer: review}}
	}
	return t
}

// Tag appends the names of a text to dst, in reading order and apart. It returns
// [ErrSpans] where the sentences and tokens do not fit the text, and the error of
// ctx when that ends.
func (t *Tagger) Tag(ctx context.Context, dst []Mention, text string, sentences []dateline.Span,
	tokens []dateline.Token) ([]Mention, error) {
	w := t.pool.Get().(*work)
	defer t.pool.Put(w)
	w.pace = *pace.New(ctx)
	p := &w.pace
	w.decoder.pace = p
	defer func() { w.pace, w.decoder.pace = pace.Pace{}, nil }()
	if err := w.reader.Read(text, sentences, tokens); err != nil {
		return dst, err
	}
	if err := p.Now(); err != nil {
		return dst, err
	}
	t.score(w, p)
	if err := p.Now(); err != nil {
		return dst, err
	}
	dst = w.decoder.Names(dst, w.reader, w.scores)
	return dst, p.Err()
}

// Reading is a run of tokens that may be a name of a kind, as the program sees it that fits the reviewer.
type Reading struct {
	First, End int
	Kind       Kind
	// Best says that it is a name of the chain's best sequence of tags.
	Best bool
	// Sentence is the number of its sentence, or part of one.
	Sentence int
	// Vector are its features.
	Vector []float64
}

// Readings returns the readings of a text that are looked at, in the order of their first tokens.
func (t *Tagger) Readings(text string, sentences []dateline.Span, tokens []dateline.Token) ([]Reading, error) {
	w := t.pool.Get().(*work)
	defer t.pool.Put(w)
	if err := w.reader.Read(text, sentences, tokens); err != nil {
		return nil, err
	}
	t.score(w, nil)
	var all []Reading
	w.decoder.Spread(w.reader, w.scores)
	w.decoder.readAll(w.reader, w.scores)
	w.decoder.review(w.reader, w.decoder.read, w.decoder.ends, func(q *reading, v *vector) {
		sentence := sort.SearchInts(w.decoder.ends, len(all)+1)
		all = append(all, Reading{First: int(q.first), End: int(q.end), Kind: q.kind, Best: q.best, Sentence: sentence,
			Vector: slices.Clone(v[:])})
	})
	return all, nil
}

// lean adds what a model thinks of a name before it has seen any word: of every name, and of one that begins with a
// word in small letters.
func (t *Tagger) lean(s *Scores, c caps) {
	if b := t.bias; b != 0 {
		for y := 1; y < Tags; y++ {
			s[y] += b
		}
	}
	if t.small == 0 || c != capsLower {
		return
	}
	for k := range Kinds {
		s[Kind(k).Begin()] -= t.small
		s[Kind(k).Unit()] -= t.small
	}
}

// score sets the score of every token.
func (t *Tagger) score(w *work, p *pace.Pace) {
	r := w.reader
	n := len(r.tokens)
	if cap(w.scores) < n {
		w.scores = make([]Scores, n)
	}
	w.scores = w.scores[:n]
	if cap(w.sums) < len(r.forms) {
		w.sums = make([]formSums, len(r.forms)*5/4)
	}
	w.sums = w.sums[:len(r.forms)]
	for i := range w.sums {
		w.sums[i].done = [2*reach + 1]bool{}
	}
	for _, s := range r.sents {
		if p.Stop(int(s.end - s.first)) {
			return
		}
		for i := s.first; i < s.end; i++ {
			w.rows = r.contextRows(w.rows[:0], s.first, s.end, i)
			var sum total
			t.weights.add(&sum, w.rows)
			for d := int32(-reach); d <= reach; d++ {
				if k := i + d; k >= s.first && k < s.end {
					f := r.tokens[k].form
					fs := &w.sums[f]
					at := &fs.at[d+reach]
					if !fs.done[d+reach] {
						*at = total{}
						w.rows = r.formRows(w.rows[:0], &r.forms[f], int(d))
						t.weights.add(at, w.rows)
						fs.done[d+reach] = true
					}
					sum.join(at)
				}
			}
			t.weights.scores(&sum, &w.scores[i])
			t.lean(&w.scores[i], r.at(i).caps)
		}
	}
}
