package search

import (
	"cmp"
	"iter"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/internal/words"
)

// Duplicate says that an article is another one again.
type Duplicate struct {
	// ID is the article, Of the one that it repeats: the earliest by date of
	// publication, then by id, of all that tell the story in the same words.
	ID string `json:"id"`
	Of string `json:"of"`
	// Score is the part of the shorter one's runs of three words that the other
	// has, 0..1.
	Score float64 `json:"score"`
	// Kind is [Copy], [Excerpt] or [Update].
	Kind string `json:"kind"`
}

// The kinds of duplicate.
const (
	Copy    = "copy"    // the same story, give or take a credit or a sentence
	Excerpt = "excerpt" // a part of the story
	Update  = "update"  // the story and more
)

const (
	// sampled is which part of the shingles candidates are found by: one in so many.
	sampled = 4
	// samplePart is how much of what a copy should share the sample must show.
	samplePart = 0.5
	// maxHolders is in how many articles a shingle is boilerplate and finds nothing.
	maxHolders = 1000
	// sizeRatio is from how much shorter a duplicate on is an excerpt.
	sizeRatio = 0.75
)

// Duplicates returns the articles that repeat another one, by id. Two articles
// are the same story when two fifths of the shorter one's runs of three words are
// in the other; each is put with the earlier one that it shares most with. Memory is some 4 bytes for each word of all articles; the time is
// linear in them as long as few are the same. An error of the stream ends it.
func Duplicates(docs iter.Seq2[*dateline.Document, error]) ([]Duplicate, error) {
	p := &profiler{splitter: words.Get()}
	defer words.Put(p.splitter)
	var all []known
	for d, err := range docs {
		if err != nil {
			return nil, err
		}
		all = append(all, known{d.ID, d.Published, p.shingles(d.Text)})
	}
	slices.SortFunc(all, earlier)
	groups := newGroups(len(all))
	holders := map[uint32][]int32{}
	shared := map[int32]int{}
	for i, k := range all {
		clear(shared)
		for _, h := range k.shingles {
			if h%sampled != 0 {
				continue
			}
			for _, j := range holders[h] {
				shared[j]++
			}
			if len(holders[h]) < maxHolders {
				holders[h] = append(holders[h], int32(i))
			}
		}
		best, most := int32(-1), 0.0
		for j, n := range shared {
			// the sample says roughly what the share is: enough to spare most comparisons
			if float64(n) < samplePart*copyShare*float64(min(len(k.shingles), len(all[j].shingles)))/sampled {
				continue
			}
			share := k.shingles.share(all[j].shingles)
			if share >= copyShare && (share > most || share == most && j < best) {
				best, most = j, share
			}
		}
		if best >= 0 {
			groups.join(int32(i), best)
		}
	}
	var out []Duplicate
	for i, k := range all {
		if of := all[groups.first(int32(i))]; of.id != k.id {
			out = append(out, Duplicate{ID: k.id, Of: of.id, Score: k.shingles.share(of.shingles), Kind: kindOf(k, of)})
		}
	}
	slices.SortFunc(out, func(a, b Duplicate) int { return cmp.Compare(a.ID, b.ID) })
	return out, nil
}

// known is what is kept of an article.
type known struct {
	id        string
	published dateline.Date
	shingles  shingles
}

// earlier orders articles by date, those without one last, then by id.
func earlier(a, b known) int {
	return cmp.Or(cmp.Compare(b2i(a.published.IsZero()), b2i(b.published.IsZero())),
		a.published.Time.Compare(b.published.Time), cmp.Compare(a.id, b.id))
}

func kindOf(k, of known) string {
	switch ratio := float64(len(k.shingles)) / float64(max(len(of.shingles), 1)); {
	case ratio < sizeRatio:
		return Excerpt
	case ratio > 1/sizeRatio:
		return Update
	}
	return Copy
}

// groups is a union-find whose roots are the lowest numbers.
type groups struct{ parent []int32 }

func newGroups(n int) *groups {
	g := &groups{parent: make([]int32, n)}
	for i := range g.parent {
		g.parent[i] = int32(i)
	}
	return g
}

func (g *groups) first(i int32) int32 {
	for g.parent[i] != i {
		g.parent[i] = g.parent[g.parent[i]]
		i = g.parent[i]
	}
	return i
}

func (g *groups) join(i, j int32) {
	i, j = g.first(i), g.first(j)
	g.parent[max(i, j)] = min(i, j)
}
