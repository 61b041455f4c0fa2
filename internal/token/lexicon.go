package token

import (
	"fmt"

	"github.com/dateline-go/dateline/internal/table"
)

// lexicon maps the hash of a word and the code of its case to the tags it can have.
type lexicon struct {
	words   *table.Table
	packed  []byte   // what words is opened of
	classes []uint64 // sets of tags
	proper  uint64   // the tags of names
}

// lexForm is that of the table of words. A value is an index into the classes.
var lexForm = table.Form{Key: 31, Bucket: 11, Value: 12}

// lexKey folds a word's hash and code into a key.
func lexKey(hash uint64, code int) uint32 {
	h := (hash + uint64(code)) * 0xD6E8FEB86659FD93
	return uint32(h >> (64 - lexForm.Key))
}

// set makes the lexicon one of these words, by their keys. The error wraps [ErrModel].
func (l *lexicon) set(words map[uint32]uint16, classes []uint64) error {
	rows := table.NewBuilder(lexForm)
	for key, class := range words {
		rows.Add(uint64(key), uint64(class), nil)
	}
	packed, err := rows.Encode()
	if err != nil {
		return fmt.Errorf("%w: lexicon: %w", ErrModel, err)
	}
	l.classes = classes
	_, err = l.open(packed)
	return err
}

// open opens the words that data begin with, and returns what follows them.
func (l *lexicon) open(data []byte) (rest []byte, err error) {
	if l.words, rest, err = table.OpenFirst(data); err != nil {
		return nil, fmt.Errorf("%w: lexicon: %w", ErrModel, err)
	}
	if l.words.Form() != lexForm {
		return nil, fmt.Errorf("%w: lexicon in %+v", ErrModel, l.words.Form())
	}
	l.packed = data[:len(data)-len(rest)]
	return rest, nil
}

// find returns the tags of a word, 0 where it is not in the lexicon.
func (l *lexicon) find(hash uint64, code int) uint64 {
	class, ok := l.words.Find(uint64(lexKey(hash, code)))
	if !ok || class >= uint64(len(l.classes)) {
		return 0
	}
	return l.classes[class]
}
