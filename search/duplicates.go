package search

import (
	"cmp"
	"iter"
	"slices"

	"github.com/dateline-go/dateline"
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
	// copyShare is from which part of the shorter one's shingles on two articles
	// are one story.
	copyShare = 0.35
	// sizeRatio is from how much shorter a duplicate on is an excerpt.
	sizeRatio = 0.75
)

// Duplicates returns the articles that repeat another one, by id, as a
// [DuplicateIndex] finds them. An error of the stream ends it.
func Duplicates(docs iter.Seq2[*dateline.Document, error]) ([]Duplicate, error) {
	m, err := getProfiler()
	if err != nil {
		return nil, err
	}
	defer putProfiler(m)
	var x DuplicateIndex
	for d, err := range docs {
		if err != nil {
			return nil, err
		}
		x.Add(m.profile(d))
	}
	return x.All(), nil
}

// Repeats says how an article repeats another one, and whether it does.
func (p *Profile) Repeats(of *Profile) (Duplicate, bool) {
	d := duplicate(&known{id: p.ID, tells: p.tells}, &known{id: of.ID, tells: of.tells})
	return d, p.tells.copyOf(&of.tells)
}

// duplicate says how k repeats of.
func duplicate(k, of *known) Duplicate {
	kind := Copy
	switch ratio := float64(k.tells.words.total) / float64(max(of.tells.words.total, 1)); {
	case ratio < sizeRatio:
		kind = Excerpt
	case ratio > 1/sizeRatio:
		kind = Update
	}
	return Duplicate{ID: k.id, Of: of.id, Score: k.tells.share(&of.tells), Kind: kind}
}

// known is what is kept of an article.
type known struct {
	id        string
	published dateline.Date
	tells     tells
}

// earlier orders articles by date, those without one last, then by id.
func earlier(a, b *known) int {
	return cmp.Or(cmp.Compare(b2i(a.published.IsZero()), b2i(b.published.IsZero())),
		a.published.Time.Compare(b.published.Time), cmp.Compare(a.id, b.id))
}

// DuplicateIndex tells as articles arrive which of those before they repeat. The
// zero value is empty and ready. It is not safe for concurrent use.
//
// Two articles are the same story when a third of the shorter one's runs of
// three words are in the other. They are found by at most 32 marks of each, so
// the time for an article does not grow with their number. Memory is about 1.5
// bytes for each word of all articles.
type DuplicateIndex struct {
	all     []known
	at      map[string]int32
	groups  groups
	first   map[uint32]int32   // the first article with a mark
	others  map[uint32][]int32 // the others, which most marks have none of
	shared  []sharer           // by article
	sharing []int32            // articles that have marks in common with the one at hand
	probe   probe              // at its words
	held    int                // articles held against another
	texts   texts
	hashes  pieces[uint32]
	feet    pieces[footSize]
}

// kept returns what articles are held against each other by, with its lists side by side in memory.
func (x *DuplicateIndex) kept(t tells) tells {
	t.words.hashes, t.facts.hashes = x.hashes.keep(t.words.hashes), x.hashes.keep(t.facts.hashes)
	t.feet, t.people.ids, t.slots = x.feet.keep(t.feet), x.hashes.keep(t.people.ids), x.hashes.keep(t.slots)
	return t
}

// sharer is what is looked at of an article before it is held against another.
type sharer struct {
	shingles int32
	marks    int32 // in common with the one at hand
}

// maxHolders is in how many articles a mark is boilerplate and finds no more:
// copies beyond are found by the first of them.
const maxHolders = 32

// leastShared and evenShared are how many marks a copy shares with a much longer text
// and with one of its own length, but for a text that has few of them: marks are a sample,
// and a copy by [copyShare] has 11 of 32 in common on the average with one of its length.
const leastShared, evenShared, fewMarks = 2, 4, 16

// marksAsked is how many marks two texts share at least that may be copies.
func marksAsked(a, b int) int {
	return max(leastShared, evenShared*min(a, b)/max(a, b, 1))
}

// Add takes an article and returns what it repeats of those before it: one
// duplicate for each, the one with the highest score first, then by its id. Later
// articles may join what was apart, see [DuplicateIndex.All].
func (x *DuplicateIndex) Add(p *Profile) []Duplicate {
	if x.first == nil {
		x.at, x.first, x.others = map[string]int32{}, map[uint32]int32{}, map[uint32][]int32{}
	}
	k := known{x.texts.keep(p.ID), p.Published, x.kept(p.tells)}
	i := x.groups.add()
	x.all = append(x.all, k)
	x.at[k.id] = i
	x.shared = append(x.shared, sharer{shingles: int32(k.tells.words.total)})
	marks := k.tells.words.marks()
	for _, m := range marks {
		first, held := x.first[m]
		if !held {
			x.first[m] = i
			continue
		}
		x.share(first)
		others := x.others[m]
		for _, j := range others {
			x.share(j)
		}
		if 1+len(others) < maxHolders {
			x.others[m] = append(others, i)
		}
	}
	found := x.among(&k, len(marks))
	slices.SortFunc(found, func(a, b Duplicate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Of, b.Of))
	})
	if len(found) > 0 {
		x.groups.join(i, x.at[found[0].Of])
	}
	return found
}

// among returns what an article of so many marks repeats of those that share some.
func (x *DuplicateIndex) among(k *known, marks int) []Duplicate {
	var found []Duplicate
	if len(x.sharing) > 0 {
		x.probe.lay(k.tells.words.hashes, nil)
	}
	for _, j := range x.sharing {
		s := &x.shared[j]
		n := int(s.marks)
		s.marks = 0
		if marks >= fewMarks && n < marksAsked(k.tells.words.total, int(s.shingles)) {
			continue
		}
		o := &x.all[j]
		x.held++
		if k.tells.copyWith(&o.tells, x.probe.count(o.tells.words.hashes)) {
			found = append(found, duplicate(k, o))
		}
	}
	x.sharing = x.sharing[:0]
	return found
}

// share counts a mark that an article has in common with the one at hand.
func (x *DuplicateIndex) share(j int32) {
	s := &x.shared[j]
	if s.marks == 0 {
		x.sharing = append(x.sharing, j)
	}
	s.marks++
}

// All returns the articles that repeat another one, by id, each with the earliest
// of its story.
func (x *DuplicateIndex) All() []Duplicate {
	first := make([]int32, len(x.all)) // by the root of its group
	for i := range first {
		first[i] = -1
	}
	for i := range x.all {
		root := x.groups.first(int32(i))
		if f := first[root]; f < 0 || earlier(&x.all[i], &x.all[f]) < 0 {
			first[root] = int32(i)
		}
	}
	var out []Duplicate
	for i := range x.all {
		if of := first[x.groups.first(int32(i))]; of != int32(i) {
			out = append(out, duplicate(&x.all[i], &x.all[of]))
		}
	}
	slices.SortFunc(out, func(a, b Duplicate) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// groups is a union-find whose roots are the lowest numbers.
type groups struct{ parent []int32 }

// add makes a group of one and returns its number.
func (g *groups) add() int32 {
	i := int32(len(g.parent))
	g.parent = append(g.parent, i)
	return i
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
