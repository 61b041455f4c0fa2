// Package listed knows which runs of words are names of organisations and places that the world knows. Being in the
// list proves nothing: "Target" is a shop and a word, "Washington" a town, a state and a man. So what it says is
// evidence for the tagger of names, one among much else.
//
//	key := listed.Start
//	for _, word := range []string{"bank", "of", "ghana"} {
//		key = listed.Join(key, hash.String(word))
//	}
//	entry := table.Find(key)
//
// Begin with [Default] and [Table.Find].
package listed

import (
	_ "embed"
	"errors"
	"fmt"
	"sync"

	"github.com/dateline-go/dateline/internal/hash"
	"github.com/dateline-go/dateline/internal/table"
	"github.com/dateline-go/dateline/lang"
)

//go:generate go run ../gen/listed -from $DATELINE_KNOWLEDGE -out listed.bin

//go:embed listed.bin
var file []byte

// What the file says of itself.
const (
	fileKind    = "listed names"
	fileVersion = 1
)

// ErrFormat comes with a file that is cut short, damaged or of another version.
var ErrFormat = errors.New("listed: not a file of listed names of this version")

// Kind is what an organisation is.
type Kind uint8

// The kinds of organisation. Where a name is that of several, the first of these counts.
const (
	None   Kind = iota
	Body        // of a state or between states: a ministry, a court, a council, a hospital
	Party       // parties and armed groups
	Firm        // companies and banks
	Club        // clubs, teams and leagues
	School      // universities and schools
	Media       // newspapers and stations
	Brand       // shops and makes
)

// Size is how large a place is.
type Size uint8

// The sizes of places.
const (
	Nowhere Size = iota
	Village      // fewer than 15,000 people
	Town         // more, or a county, a river, a mountain
	Large        // 300,000 people and more, a country or its region
)

// Entry is what the list says of a name: which kind of organisation has it, how large the largest
// place of the name is, and whether the name of the organisation is also a word, a person's or a
// place's. It has six bits; 0 is a name that is in no list.
type Entry uint8

// NewEntry makes an Entry.
func NewEntry(k Kind, s Size, shared bool) Entry {
	e := Entry(k) | Entry(s)<<3
	if shared {
		e |= 1 << 5
	}
	return e
}

// Kind returns what the organisation of the name is, None where there is none.
func (e Entry) Kind() Kind { return Kind(e & 7) }

// Size returns how large the place of the name is, Nowhere where there is none.
func (e Entry) Size() Size { return Size(e >> 3 & 3) }

// Shared reports whether the name of the organisation is also a word, a person's name or that of a place.
func (e Entry) Shared() bool { return e>>5&1 == 1 }

// MostWords is how many words a name of the list has at most.
const MostWords = 7

// Start is the key of no word. [Join] adds words to it.
const Start = uint64(hash.Start)

// Join returns the key of the words of a key and one more, whose [hash.String] is given: in small
// letters, digits made 0.
func Join(key, word uint64) uint64 { return hash.Pair(key, word) }

// form is that of the table: rows of three bytes. Of a hundred thousand words that are in no list
// some seven are taken for one that is.
var form = table.Form{Key: 32, Bucket: 14, Value: 6}

// Table is the list. It is safe for concurrent use.
type Table struct{ rows *table.Table }

// Default returns the embedded list. The first call opens it.
func Default() (*Table, error) { return load() }

var load = sync.OnceValues(func() (*Table, error) { return Read(file) })

// Read makes a Table of what [Encode] wrote, which it keeps. Other bytes give [ErrFormat].
func Read(b []byte) (*Table, error) {
	f, err := lang.ReadFile(b, fileKind, fileVersion)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	rows, err := table.Open(f.Body)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	if rows.Form() != form {
		return nil, fmt.Errorf("%w: rows of %+v", ErrFormat, rows.Form())
	}
	return &Table{rows}, nil
}

// Find returns what the list says of the words of a key.
func (t *Table) Find(key uint64) Entry {
	v, _ := t.rows.Find(short(key))
	return Entry(v)
}

// Len returns how many names are in the list.
func (t *Table) Len() int { return t.rows.Len() }

// short is the part of a key that the table keeps.
func short(key uint64) uint64 { return key >> (64 - form.Key) }

// Encode writes names, by their keys, to the [lang.File] that [Read] reads.
func Encode(names map[uint64]Entry) ([]byte, error) {
	shorter := make(map[uint64]Entry, len(names))
	for key, e := range names {
		shorter[short(key)] |= e // two names of one key are rare, and mixed up
	}
	rows := table.NewBuilder(form)
	for key, e := range shorter {
		rows.Add(key, uint64(e), nil)
	}
	body, err := rows.Encode()
	if err != nil {
		return nil, fmt.Errorf("listed: %w", err)
	}
	return lang.File{Kind: fileKind, Version: fileVersion, Body: body}.Encode()
}
