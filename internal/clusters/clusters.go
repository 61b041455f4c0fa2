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
	"sync"

	"github.com/dateline-go/dateline/internal/hash"
	"github.com/dateline-go/dateline/internal/table"
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
	fileVersion = 3
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
	words   *table.Table
}

// form is that of the table of words. A key has few enough bits that a row has four bytes, and enough that one unknown
// word in 2,000 is mistaken. A value is the number of a cluster and what else is known of the word.
var form = table.Form{Key: 28, Bucket: 12, Value: 16}

// Key returns the key under which [Table.Find] finds a lower-case word.
func Key(lower string) uint32 { return KeyOf(hash.String(lower)) }

// KeyOf returns the key of a word whose [hash.String] is known.
func KeyOf(h uint64) uint32 { return max(1, uint32(h>>(64-form.Key))) }

var defaultTable = sync.OnceValues(func() (*Table, error) { return Read(wordsFile) })

// Default returns the embedded clusters. The first call opens them.
func Default() (*Table, error) { return defaultTable() }

// Encode writes words to the [lang.File] that [Read] reads. Its body has the number of clusters, the clusters' coarser
// numbers, and a [table.Table] of the words.
func Encode(coarser [][Granularities]uint16, words map[uint32]Word) ([]byte, error) {
	if len(coarser) > 1<<11 {
		return nil, fmt.Errorf("clusters: %d clusters, at most %d fit", len(coarser), 1<<11)
	}
	body := binary.AppendUvarint(nil, uint64(len(coarser)))
	for _, c := range coarser {
		for _, n := range c {
			body = binary.AppendUvarint(body, uint64(n))
		}
	}
	rows := table.NewBuilder(form)
	for key, w := range words {
		v := w.Cluster | uint16(w.Given)<<11 | uint16(w.Surname)<<13
		if w.Small {
			v |= 1 << 15
		}
		rows.Add(uint64(key), uint64(v), nil)
	}
	packed, err := rows.Encode()
	if err != nil {
		return nil, fmt.Errorf("clusters: %w", err)
	}
	return lang.File{Kind: fileKind, Version: fileVersion, Body: append(body, packed...)}.Encode()
}

// Read makes a Table of what [Encode] wrote, which it keeps. Other bytes give [ErrFormat].
func Read(b []byte) (*Table, error) {
	file, err := lang.ReadFile(b, fileKind, fileVersion)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	r := &reader{rest: file.Body}
	clusters := r.number(1 << 11)
	if r.bad || clusters == 0 {
		return nil, ErrFormat
	}
	w := &Table{coarser: make([][Granularities]uint16, clusters)}
	for i := range w.coarser {
		for g := range w.coarser[i] {
			w.coarser[i][g] = uint16(r.number(clusters - 1))
		}
	}
	if r.bad {
		return nil, ErrFormat
	}
	if w.words, err = table.Open(r.rest); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	if w.words.Form() != form {
		return nil, fmt.Errorf("%w: words in %+v", ErrFormat, w.words.Form())
	}
	return w, nil
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

// Coarser returns the numbers of a cluster at each granularity, the finest first. Those of a cluster that is none are
// zero.
func (w *Table) Coarser(cluster uint16) [Granularities]uint16 {
	if int(cluster) >= len(w.coarser) {
		return [Granularities]uint16{}
	}
	return w.coarser[cluster]
}

// All yields every key with what is known of its word, in the order of the keys.
func (w *Table) All() iter.Seq2[uint32, Word] {
	return func(yield func(uint32, Word) bool) {
		for key, v := range w.words.All() {
			if !yield(uint32(key), word(uint16(v))) {
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
	v, ok := w.words.Find(uint64(key))
	if !ok {
		return Word{}, false
	}
	return word(uint16(v)), true
}
