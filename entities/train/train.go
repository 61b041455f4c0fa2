package train

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/clusters"
	"github.com/dateline-go/dateline/internal/names"
	"github.com/dateline-go/dateline/internal/names/fit"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/en"
)

// Errors that callers may look for.
var (
	// ErrOptions comes back from [Names] for an option outside its range.
	ErrOptions = fmt.Errorf("train: %w", dateline.ErrOptions)
	// ErrRow says that a row of marked text cannot be used. The error that wraps it names the line, or the article.
	ErrRow = errors.New("train: not a row of marked text")
	// ErrNoNames comes back from [Names] where no article has a name.
	ErrNoNames = errors.New("train: no names to learn from")
)

// Article is a text in which every name is marked.
type Article struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	// Spans are its names, in order and apart from each other.
	Spans []Name `json:"spans"`
}

// Name is a marked name: the bytes [Start, End) of the text.
type Name struct {
	Start int `json:"start"`
	End   int `json:"end"`
	// Label is one of the library, such as "PERSON", or "PER", "ORG", "LOC" or "MISC".
	Label string `json:"label"`
}

// Options says how a model is fitted. The zero value is a good beginning.
type Options struct {
	// Language is the pack whose words and rules are used, in training and afterwards: a model can only be used with the
	// words that it was trained with. nil means English.
	Language *lang.Pack
	// Rounds is how often the articles are gone over, at most 1,000. 0 means 4 for 5,000 sentences and more, and up to 20
	// for fewer.
	Rounds int
	// Bits is the binary logarithm of the number of rows of weights, 8 to 24: a bit more doubles the memory and, at most,
	// the size of the file. 0 means 18.
	Bits int
	// Seed decides the order in which sentences are learned.
	Seed uint64
	// Progress is told the loss of each round, which falls as the model learns. nil means nobody.
	Progress func(round int, loss float64)
}

// What the zero options stand for, and what has shown itself in training the library's own models.
const (
	usualBits   = 18
	usualRate   = 0.15
	usualCopies = 0.3 // the share of sentences that are learned once more as headlines
	usualMix    = 0.3 // how much a word's other places in the document count

	maxRounds                  = 1000
	leastRounds, mostRounds    = 4, 20
	leastBits, mostBits        = 8, 24
	sentencesForFewestOfRounds = 20_000 / leastRounds
)

// Names fits a model of names on articles and returns its file. The error wraps [ErrOptions], [ErrRow] for a name
// that is not in order inside its text or has an unknown label, or [ErrNoNames]; or it is that of ctx when that ends.
// Some ten thousand sentences take a minute on two cores.
func Names(ctx context.Context, articles []Article, o Options) ([]byte, error) {
	if o.Rounds < 0 || o.Rounds > maxRounds {
		return nil, fmt.Errorf("%w: %d rounds", ErrOptions, o.Rounds)
	}
	if o.Bits == 0 {
		o.Bits = usualBits
	}
	if o.Bits < leastBits || o.Bits > mostBits {
		return nil, fmt.Errorf("%w: %d bits", ErrOptions, o.Bits)
	}
	if o.Language == nil {
		o.Language = en.Words()
	}
	if _, err := lang.NewPacks(o.Language); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrOptions, err)
	}
	docs, err := documents(ctx, articles, o.Language.Lexicon)
	if err != nil {
		return nil, err
	}
	words, err := names.ClustersOf(o.Language)
	if err != nil {
		return nil, fmt.Errorf("train: %w", err)
	}
	return o.learn(ctx, docs, words)
}

// learn fits the model on documents.
func (o *Options) learn(ctx context.Context, docs []fit.Document, words *clusters.Table) ([]byte, error) {
	vocabulary, bits := names.NewVocabulary(o.Language.Lexicon), uint(o.Bits)
	docs = fit.WithCopies(docs, usualCopies, o.Seed, o.Language.Lexicon)
	examples, err := fit.Examples(nil, docs, names.NewReader(words, vocabulary, bits), bits, 1)
	if err != nil {
		return nil, fmt.Errorf("train: %w", err)
	}
	plan := fit.Plan{Rounds: o.Rounds, Rate: usualRate, Seed: o.Seed, Report: o.Progress}
	if plan.Rounds == 0 {
		plan.Rounds = min(max(leastRounds*sentencesForFewestOfRounds/max(1, len(examples)), leastRounds), mostRounds)
	}
	if plan.Report == nil {
		plan.Report = func(int, float64) {}
	}
	learner := fit.NewLearner(bits)
	if err := learner.Learn(ctx, examples, plan); err != nil {
		return nil, err
	}
	m := learner.Model(0)
	m.Mix, m.Fingerprint = usualMix, vocabulary.Fingerprint()
	file, err := m.Encode()
	if err != nil {
		return nil, fmt.Errorf("train: %w", err)
	}
	return file, nil
}

// documents lays the articles out.
func documents(ctx context.Context, articles []Article, l *lang.Lexicon) ([]fit.Document, error) {
	buffer := token.Buffer{Rules: token.NewRules(l)}
	docs := make([]fit.Document, 0, len(articles))
	known := false
	for i := range articles {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		a := &articles[i]
		if err := a.check(); err != nil {
			return nil, fmt.Errorf("%w: article %d (%q): %w", ErrRow, i+1, a.ID, err)
		}
		marked := make([]fit.Name, len(a.Spans))
		for k, s := range a.Spans {
			marked[k] = fit.Name{Start: s.Start, End: s.End, Kind: kinds[s.Label]}
		}
		known = known || len(marked) > 0
		buffer.Segment(a.Text, nil)
		docs = append(docs, fit.NewDocument(a.ID, a.Text, slices.Clone(buffer.Sentences), slices.Clone(buffer.Tokens),
			marked, 1<<names.Outside))
	}
	if !known {
		return nil, ErrNoNames
	}
	return docs, nil
}

// kinds says which kind a label is of.
var kinds = map[string]names.Kind{
	"PER": names.KindPerson, string(dateline.Person): names.KindPerson, string(dateline.Org): names.KindOrg,
	string(dateline.Loc): names.KindPlace, string(dateline.GPE): names.KindPlace, string(dateline.Fac): names.KindPlace,
	"MISC": names.KindMisc, string(dateline.NORP): names.KindMisc, string(dateline.Event): names.KindMisc,
	string(dateline.Work): names.KindMisc, string(dateline.Product): names.KindMisc, string(dateline.Law): names.KindMisc,
}
