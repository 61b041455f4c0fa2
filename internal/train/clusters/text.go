package main

import (
	"bufio"
	"cmp"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/clusters"
	"github.com/dateline-go/dateline/internal/eval/sets"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/hash"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/lang"
)

// textWords bounds the clusters that are made from text alone.
const (
	leastCount   = 3    // occurrences that a word needs
	contextWords = 4000 // the most frequent words, which the others are described by
)

// textSizes are the numbers of clusters at each granularity for those made from text, the finest first.
var textSizes = [clusters.Granularities]int{1024, 512, 192, 64}

// fromText says what the clusters of a language are made from.
type fromText struct {
	pack                *lang.Pack
	text                []string // JSONL files with a "text" each
	given, surnames     string   // files of names, one a line
	counts              map[string]*casing
	order               []string
	vectors             []vector
	firstNames, familys map[string]bool
}

// run makes the words of a language from its text: a word is described by the words to its left and right (positive
// pointwise mutual information, Church and Hanks 1990), whose axes are random (Kanerva, Kristoferson and Holst 2000).
func (x *fromText) run(out string) error {
	var err error
	if x.firstNames, err = readNames(x.given); err != nil {
		return err
	}
	if x.familys, err = readNames(x.surnames); err != nil {
		return err
	}
	x.counts = map[string]*casing{}
	for _, f := range x.text {
		if err := countFile(f, x.counts); err != nil {
			return fmt.Errorf("%s: %w", f, err)
		}
	}
	if err := x.describe(); err != nil {
		return err
	}
	fine, centres := cluster(x.vectors, len(x.vectors), textSizes[0], 8)
	coarser := make([][clusters.Granularities]uint16, textSizes[0]+2)
	for g := range textSizes {
		at := make([]int, textSizes[0])
		for i := range at {
			at[i] = i
		}
		if g > 0 {
			at, _ = cluster(centres, len(centres), textSizes[g], 12)
		}
		for i := range at {
			coarser[i][g] = uint16(at[i])
		}
		// The two last clusters are those of names and of places that the text does not have.
		coarser[textSizes[0]][g], coarser[textSizes[0]+1][g] = uint16(textSizes[0]), uint16(textSizes[0]+1)
	}
	table, err := x.table(fine)
	if err != nil {
		return err
	}
	b, err := clusters.Encode(coarser, table)
	if err != nil {
		return err
	}
	return os.WriteFile(out, b, 0o644)
}

// table puts words into their clusters, with what the lists of names say; then the names and towns that the text lacks.
func (x *fromText) table(fine []int) (map[uint32]clusters.Word, error) {
	english, err := clusters.Default()
	if err != nil {
		return nil, err
	}
	places, err := gazetteer.Default()
	if err != nil {
		return nil, err
	}
	table := map[uint32]clusters.Word{}
	add := func(w string, cluster int) {
		known, _ := english.Find(clusters.Key(w))
		e := clusters.Word{Cluster: uint16(cluster), Given: known.Given, Surname: known.Surname,
			Small: smallWord(x.counts[w])}
		if x.firstNames[w] {
			e.Given = 3
		}
		if x.familys[w] {
			e.Surname = 3
		}
		table[clusters.Key(w)] = e
	}
	for i := len(x.order) - 1; i >= 0; i-- { // so that the more frequent of two with one key stays
		add(x.order[i], fine[i])
	}
	for _, list := range []map[string]bool{x.firstNames, x.familys} {
		for _, w := range slices.Sorted(maps.Keys(list)) {
			if _, ok := table[clusters.Key(w)]; !ok {
				add(w, textSizes[0])
			}
		}
	}
	for key, known := range english.All() {
		if _, ok := table[key]; !ok && (known.Given >= 2 || known.Surname >= 2) {
			known.Cluster = uint16(textSizes[0])
			table[key] = known
		}
	}
	for name := range places.Cities() {
		w := strings.ToLower(name)
		if _, ok := table[clusters.Key(w)]; !ok && !strings.Contains(w, " ") {
			add(w, textSizes[0]+1)
		}
	}
	return table, nil
}

// describe makes a vector of each word that is frequent enough, the most frequent first.
func (x *fromText) describe() error {
	count := map[string]int{}
	if err := x.eachSentence(func(words []string) {
		for _, w := range words {
			count[w]++
		}
	}); err != nil {
		return err
	}
	x.order = frequent(count)
	at := make(map[string]int, len(x.order))
	for i, w := range x.order {
		at[w] = i
	}
	pairs := map[uint64]float32{} // word, side, context
	left, right := make([]float64, contextWords), make([]float64, contextWords)
	total := 0.0
	if err := x.eachSentence(func(words []string) {
		for i, w := range words {
			n, ok := at[w]
			if !ok {
				continue
			}
			total++
			if i > 0 {
				if c, ok := at[words[i-1]]; ok && c < contextWords {
					pairs[uint64(n)<<32|uint64(c)]++
					left[c]++
				}
			}
			if i+1 < len(words) {
				if c, ok := at[words[i+1]]; ok && c < contextWords {
					pairs[uint64(n)<<32|1<<31|uint64(c)]++
					right[c]++
				}
			}
		}
	}); err != nil {
		return err
	}
	keys := make([]uint64, 0, len(pairs))
	for k := range pairs {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	x.vectors = make([]vector, len(x.order))
	for _, k := range keys {
		n, c := int(k>>32), int(k&(1<<31-1))
		all := left[c]
		if k&(1<<31) != 0 {
			all = right[c]
		}
		pmi := math.Log(float64(pairs[k]) * total / (float64(count[x.order[n]]) * all))
		if pmi <= 0 {
			continue
		}
		x.vectors[n].project(k&(1<<32-1), float32(pmi))
	}
	for i := range x.vectors {
		x.vectors[i].scale()
	}
	return nil
}

// frequent returns the words that are counted often enough, the most frequent first.
func frequent(count map[string]int) []string {
	var list []string
	for w, n := range count {
		if n >= leastCount && wordly(w) {
			list = append(list, w)
		}
	}
	slices.SortFunc(list, func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) })
	return list
}

// project adds the weight of a context to eight of the dimensions, up or down, that its number picks.
func (v *vector) project(context uint64, weight float32) {
	axis := hash.String(fmt.Sprint(context))
	for range 8 {
		axis = axis*6364136223846793005 + 1442695040888963407
		d := int(axis>>33) % dims
		if axis>>63 == 0 {
			v[d] += weight
		} else {
			v[d] -= weight
		}
	}
}

// eachSentence calls f with the words of each sentence in small letters, digits made 0.
func (x *fromText) eachSentence(f func(words []string)) error {
	b := token.Buffer{Rules: token.NewRules(x.pack.Lexicon)}
	var words []string
	for _, path := range x.text {
		err := sets.Each(path, func(row struct{ Text string }) error {
			b.Segment(row.Text, nil)
			for i := range b.Sentences {
				words = words[:0]
				for _, t := range b.SentenceTokens(i) {
					words = append(words, hash.Fold(row.Text[t.Start:t.End]))
				}
				f(words)
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("%s: %w", filepath.Base(path), err)
		}
	}
	return nil
}

// readNames reads a list of names, one a line, in small letters; those of several words are left out.
func readNames(path string) (map[string]bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	list := map[string]bool{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if w := strings.ToLower(strings.TrimSpace(lines.Text())); utf8.RuneCountInString(w) > 1 && !strings.Contains(w, " ") {
			list[w] = true
		}
	}
	return list, lines.Err()
}
