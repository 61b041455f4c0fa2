package names_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/names"
)

// sequences calls f with every sequence of n tags that the chain allows.
func sequences(n int, f func([]names.Tag)) {
	open := func(t names.Tag) bool {
		return t != names.Outside && (t == t.Kind().Begin() || t == t.Kind().Inside())
	}
	var tags []names.Tag
	var walk func()
	walk = func() {
		if len(tags) == n {
			if n == 0 || !open(tags[n-1]) {
				f(tags)
			}
			return
		}
		for y := names.Outside; int(y) < names.Tags; y++ {
			goesOn := y != names.Outside && (y == y.Kind().Inside() || y == y.Kind().Last())
			var before names.Tag
			if len(tags) > 0 {
				before = tags[len(tags)-1]
			}
			if goesOn != open(before) || goesOn && before.Kind() != y.Kind() {
				continue
			}
			tags = append(tags, y)
			walk()
			tags = tags[:len(tags)-1]
		}
	}
	walk()
}

func random(n int, seed uint64) (names.Transitions, []names.Scores) {
	rnd := rand.New(rand.NewPCG(seed, 1))
	var tr names.Transitions
	fill := func(s *names.Scores) {
		for y := range s {
			s[y] = float32(rnd.NormFloat64())
		}
	}
	fill(&tr.Start)
	for y := range tr.Next {
		fill(&tr.Next[y])
	}
	scores := make([]names.Scores, n)
	for i := range scores {
		fill(&scores[i])
	}
	return tr, scores
}

func score(tr *names.Transitions, scores []names.Scores, tags []names.Tag) float64 {
	sum := 0.0
	for i, y := range tags {
		sum += float64(scores[i][y])
		if i == 0 {
			sum += float64(tr.Start[y])
		} else {
			sum += float64(tr.Next[tags[i-1]][y])
		}
	}
	return sum
}

func TestLatticeAgainstEverySequence(t *testing.T) {
	const n = 4
	for seed := range uint64(5) {
		tr, scores := random(n, seed)
		var z float64
		var marginals [n]names.Scores
		var pairs [names.Tags]names.Scores
		var person float64 // of tokens 1 and 2 together
		best, most := []names.Tag(nil), math.Inf(-1)
		sequences(n, func(tags []names.Tag) {
			s := score(&tr, scores, tags)
			p := math.Exp(s)
			z += p
			for i, y := range tags {
				marginals[i][y] += float32(p)
			}
			pairs[tags[1]][tags[2]] += float32(p)
			if tags[1] == names.KindPerson.Begin() && tags[2] == names.KindPerson.Last() {
				person += p
			}
			if s > most {
				best, most = append([]names.Tag(nil), tags...), s
			}
		})
		var l names.Lattice
		l.Use(&tr)
		assert.InDelta(t, math.Log(z), l.Run(scores, nil), 1e-3)
		for i := range n {
			got := l.Marginal(i)
			for y := range got {
				assert.InDelta(t, float64(marginals[i][y])/z, got[y], 1e-4, "token %d tag %d", i, y)
			}
		}
		var got [names.Tags]names.Scores
		l.Pairs(1, 1, &got)
		for y := range got {
			for x := range got[y] {
				assert.InDelta(t, float64(pairs[y][x])/z, got[y][x], 1e-4)
			}
		}
		assert.InDelta(t, person/z, l.Name(1, 3, names.KindPerson), 1e-4)
		assert.Equal(t, best, l.Best(nil, &tr, scores))
	}
}

func TestLatticeWithAllowedTags(t *testing.T) {
	tr, scores := random(3, 9)
	allowed := []uint32{1 << names.KindOrg.Begin(), 1<<names.KindOrg.Inside() | 1<<names.KindOrg.Last(), 1<<names.Tags - 1}
	var z float64
	sequences(3, func(tags []names.Tag) {
		for i, y := range tags {
			if allowed[i]>>y&1 == 0 {
				return
			}
		}
		z += math.Exp(score(&tr, scores, tags))
	})
	var l names.Lattice
	l.Use(&tr)
	assert.InDelta(t, math.Log(z), l.Run(scores, allowed), 1e-3)
	assert.InDelta(t, 1, l.Marginal(0)[names.KindOrg.Begin()], 1e-4)

	allowed[1] = 1 << names.KindPerson.Last()
	require.True(t, math.IsInf(l.Run(scores, allowed), -1), "an organisation does not go on as a person")
}

// viterbi is Best without its shortcuts.
func viterbi(t *names.Transitions, scores []names.Scores) []names.Tag {
	open := func(y names.Tag) bool {
		return y != names.Outside && (y == y.Kind().Begin() || y == y.Kind().Inside())
	}
	follows := func(y, z names.Tag) bool {
		goesOn := z != names.Outside && (z == z.Kind().Inside() || z == z.Kind().Last())
		return goesOn == open(y) && (!goesOn || y.Kind() == z.Kind())
	}
	p := make([]names.Scores, len(scores))
	back := make([][names.Tags]names.Tag, len(scores))
	for i := range scores {
		for z := range names.Tag(names.Tags) {
			best, from := float32(-1e30), names.Outside
			if i == 0 && follows(names.Outside, z) {
				best = t.Start[z]
			}
			for y := range names.Tag(names.Tags) {
				if i > 0 && follows(y, z) {
					if x := p[i-1][y] + t.Next[y][z]; x > best {
						best, from = x, y
					}
				}
			}
			p[i][z], back[i][z] = best+scores[i][z], from
		}
	}
	last := names.Outside
	for y := range names.Tag(names.Tags) {
		if !open(y) && p[len(p)-1][y] > p[len(p)-1][last] {
			last = y
		}
	}
	tags := make([]names.Tag, len(scores))
	for i := len(tags) - 1; i >= 0; i-- {
		tags[i] = last
		last = back[i][last]
	}
	return tags
}

func TestBestIsViterbis(t *testing.T) {
	var l names.Lattice
	for seed := range uint64(400) {
		tr, scores := random(40, seed)
		for i := range scores {
			scores[i][names.Outside] += float32(seed % 8) // from names only to hardly any
			if seed%3 == 0 {                              // whole numbers, so that many ways are as good
				for y := range scores[i] {
					scores[i][y] = float32(math.Round(float64(scores[i][y])))
				}
			}
		}
		if seed%6 == 0 {
			tr = names.Transitions{}
		}
		require.Equal(t, viterbi(&tr, scores), l.Best(nil, &tr, scores), "seed %d", seed)
	}
}
