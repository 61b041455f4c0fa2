// Package clusters knows English words by how they are used: each belongs to a
// cluster of words that stand in the same places (Brown and others, "Class-based
// n-gram models of natural language", 1992), and some are first names or surnames.
// The tagger of names takes them as features; search compares articles by them.
package clusters

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sync"

	"github.com/dateline-go/dateline/internal/hash"
	"github.com/dateline-go/dateline/lang"
)

//go:generate go run ../train/clusters -from $CLUSTER_SOURCES -out words.bin

//go:embed words.bin
var wordsFile []byte

// Granularities is at how many sizes words are clustered.
const Granularities = 4

// What a file of words says of itself.
const (
	fileKind    = "clusters"
	fileVersion = 2
)

// ErrFormat comes with a file of word clusters that is cut short, damaged or of
// another version.
var ErrFormat = errors.New("clusters: not a file of word clusters of this version")

// Word is what is known of a word from outside the text: the cluster of words
// that it is used like, and how much it is a first name and a surname.
type Word struct {
	// Cluster is the number of its cluster at the finest granularity.
	Cluster uint16
	// Given and Surname are 0 (no) to 3 (surely, often).
	Given, Surname uint8
	// Small says that it is mostly written without a capital.
	Small bool
}

// Table maps the hash of a lower-case word to what is known of it. It is safe
// for concurrent use.
type Table struct {
	// coarser holds, for each cluster, its number at each granularity, the finest first.
	coarser [][Granularities]uint16
	keys    []uint32 // open addressing by the low bits, 0 for a free slot
	vals    []uint16
	mask    uint32
}

// keyBits is how many bits of a word's hash are kept: few enough that a key
// takes about two bytes, enough that one unknown word in 2,000 is mistaken.
const keyBits = 28

// Key returns the key under which [Table.Find] finds a lower-case word.
func Key(lower string) uint32 { return KeyOf(hash.String(lower)) }

// KeyOf returns the key of a word whose [hash.String] is known.
func KeyOf(h uint64) uint32 { return max(1, uint32(h>>(64-keyBits))) }

var defaultTable = sync.OnceValues(func() (*Table, error) { return Read(wordsFile) })

// Default returns the embedded clusters. The first call reads them.
func Default() (*Table, error) { return defaultTable() }

// Encode writes words to the [lang.File] that [Read] reads. Its body has the
// number of clusters and of words, the clusters' coarser numbers, then for each
// word in order of its key the distance from the last key and a 16-bit value.
func Encode(coarser [][Granularities]uint16, words map[uint32]Word) ([]byte, error) {
	if len(coarser) > 1<<11 {
		return nil, fmt.Errorf("clusters: %d clusters, at most %d fit", len(coarser), 1<<11)
	}
	var b []byte
	b = binary.AppendUvarint(b, uint64(len(coarser)))
	b = binary.AppendUvarint(b, uint64(len(words)))
	for _, c := range coarser {
		for _, n := range c {
			b = binary.AppendUvarint(b, uint64(n))
		}
	}
	keys := make([]uint32, 0, len(words))
	for k := range words {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	last := uint32(0)
	for _, k := range keys {
		w := words[k]
		b = binary.AppendUvarint(b, uint64(k-last))
		v := w.Cluster | uint16(w.Given)<<11 | uint16(w.Surname)<<13
		if w.Small {
			v |= 1 << 15
		}
		b = binary.LittleEndian.AppendUint16(b, v)
		last = k
	}
	return lang.File{Kind: fileKind, Version: fileVersion, Body: b}.Encode()
}

// Read reads what [Encode] wrote. Other bytes give [ErrFormat].
func Read(b []byte) (*Table, error) {
	file, err := lang.ReadFile(b, fileKind, fileVersion)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	body := file.Body
	r := &reader{rest: body}
	clusters, count := r.number(1<<11), r.number(uint64(len(body))/3)
	if r.bad || clusters == 0 {
		return nil, ErrFormat
	}
	w := &Table{coarser: make([][Granularities]uint16, clusters)}
	for i := range w.coarser {
		for g := range w.coarser[i] {
			w.coarser[i][g] = uint16(r.number(clusters - 1))
		}
	}
	w.readWords(r, count)
	if r.bad || len(r.rest) != 0 {
		return nil, ErrFormat
	}
	return w, nil
}

// readWords reads the words into the table.
func (w *Table) readWords(r *reader, count uint64) {
	size := uint32(2)
	for uint64(size) < count*3/2 {
		size *= 2
	}
	w.keys, w.vals, w.mask = make([]uint32, size), make([]uint16, size), size-1
	key := uint64(0)
	for range count {
		distance := r.number(1<<keyBits - 1)
		key += distance
		val := r.value()
		if r.bad || distance == 0 || key >= 1<<keyBits || int(val&(1<<11-1)) >= len(w.coarser) {
			r.bad = true
			return
		}
		i := uint32(key) & w.mask
		for w.keys[i] != 0 {
			i = (i + 1) & w.mask
		}
		w.keys[i], w.vals[i] = uint32(key), val
	}
}

// reader reads the numbers of a file; after the first fault it is bad and gives zeros.
type reader struct {
	rest []byte
	bad  bool
}

// number reads a number of variable length that is at most so high.
func (r *reader) number(most uint64) uint64 {
	v, n := binary.Uvarint(r.rest)
	if n <= 0 || v > most || r.bad {
		r.bad = true
		return 0
	}
	r.rest = r.rest[n:]
	return v
}

// value reads a number of 16 bits.
func (r *reader) value() uint16 {
	if len(r.rest) < 2 || r.bad {
		r.bad = true
		return 0
	}
	v := binary.LittleEndian.Uint16(r.rest)
	r.rest = r.rest[2:]
	return v
}

// Coarser returns the numbers of a cluster at each granularity, the finest first.
// The cluster must come from [Table.Find].
func (w *Table) Coarser(cluster uint16) [Granularities]uint16 { return w.coarser[cluster] }

// All yields every key with what is known of its word, in no order that means anything.
func (w *Table) All() iter.Seq2[uint32, Word] {
	return func(yield func(uint32, Word) bool) {
		for i, key := range w.keys {
			if key != 0 && !yield(key, word(w.vals[i])) {
				return
			}
		}
	}
}

// word unpacks what is known of a word.
func word(v uint16) Word {
	return Word{Cluster: v & (1<<11 - 1), Given: uint8(v>>11) & 3, Surname: uint8(v>>13) & 3, Small: v>>15 == 1}
}

// Find returns what is known of the word with a key.
func (w *Table) Find(key uint32) (Word, bool) {
	for i := key & w.mask; w.keys[i] != 0; i = (i + 1) & w.mask {
		if w.keys[i] == key {
			return word(w.vals[i]), true
		}
	}
	return Word{}, false
}
