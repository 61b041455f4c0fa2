package search

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

// drawn makes a vector of features drawn by chance, the lower ones more often.
func drawn(r *rand.Rand, features, kinds int) *vector {
	zipf := rand.NewZipf(r, 1.1, 4, uint64(kinds-1))
	seen := map[uint32]bool{}
	var list []weighted
	for range features {
		k := key('w', fmt.Sprint(zipf.Uint64()))
		if r.IntN(4) == 0 {
			k = uint32(zipf.Uint64()) % firstKey
		}
		if !seen[k] {
			seen[k] = true
			list = append(list, weighted{key: k, weight: 1 + 9*r.Float64()})
		}
	}
	v := newVector(list, nil)
	return &v
}

func TestProbeCountsAsListsDo(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 8))
	var a aim
	for range 300 {
		v, u := drawn(r, r.IntN(400), 2000), drawn(r, r.IntN(400), 2000)
		a.at(v)
		require.Equal(t, v.cosine(u), a.cosine(u))
		s, o := signature{step: 1, hashes: v.keys}, signature{step: 1, hashes: u.keys}
		a.probe.lay(s.hashes, nil)
		require.Equal(t, s.common(&o), a.probe.count(o.hashes))
	}
	a.probe.lay([]uint32{0, 4, 8, 1 << 31, 1<<32 - 1}, nil)
	assert.Equal(t, 3, a.probe.count([]uint32{0, 1, 8, 12, 1<<32 - 1}), "the lowest and the highest key are keys")
	a.probe.lay(nil, nil)
	assert.Zero(t, a.probe.count([]uint32{0, 4}))
	assert.Zero(t, new(probe).dot([]uint32{0}, []uint8{1}))
}

// TestLaterArticlesCostAsEarlierOnes counts what stories and copies look at: once the lists that are read are full,
// an article costs the same however many came before it.
func TestLaterArticlesCostAsEarlierOnes(t *testing.T) {
	const thousands = 6
	r := rand.New(rand.NewPCG(3, 9))
	stories := NewStories(StoryOptions{})
	var copies DuplicateIndex
	var read, held [thousands]int
	for i := range thousands {
		read[i], held[i] = -stories.near.read, -copies.held
		for j := range 1000 {
			p := &Profile{ID: fmt.Sprint(i, " ", j), Published: dateline.Day(2024, 1, 1+j%28), vector: *drawn(r, 120, 20_000)}
			passages := make([]uint32, 0, 10*30)
			for range 10 { // of some hundred that go around
				first := uint32(r.IntN(200)) * 1000
				for n := range uint32(30) {
					passages = append(passages, (first+n)*spread)
				}
			}
			p.tells.words, _ = sign(passages, nil)
			stories.Add(p)
			copies.Add(p)
		}
		read[i] += stories.near.read
		held[i] += copies.held
	}
	assert.Positive(t, held[1])
	for i := 2; i < thousands; i++ {
		assert.LessOrEqual(t, read[i], 1000*storyPostings)
		assert.LessOrEqual(t, float64(read[i]), 1.1*float64(read[1]), "thousand %d", i+1)
		assert.LessOrEqual(t, float64(held[i]), 1.1*float64(held[1]), "thousand %d", i+1)
	}
	t.Log("postings read:", read, "articles held against another:", held)
}
