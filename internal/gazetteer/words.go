package gazetteer

import (
	"bytes"
	"fmt"

	"github.com/dateline-go/dateline/internal/table"
)

// WordsVersion is what a words file that this package reads begins with.
const WordsVersion = "dateline words 2\n"

// wordsForm is that of the three tables of words: their class by [WordHash].
var wordsForm = table.Form{Key: 32, Bucket: 12, Value: 4}

// words are sets of words by hash, each word with a small number.
type words struct {
	given, surnames, lower *table.Table
}

// EncodeWords writes what readWords reads: first names with their genders, surnames, and words with their share of
// small letters. Of two words of one hash the first in the alphabet counts.
func EncodeWords(given, surnames, lower map[string]uint8) ([]byte, error) {
	b := []byte(WordsVersion)
	for _, set := range []map[string]uint8{given, surnames, lower} {
		first := map[uint32]string{}
		for word := range set {
			h := WordHash(word)
			if old, ok := first[h]; !ok || word < old {
				first[h] = word
			}
		}
		rows := table.NewBuilder(wordsForm)
		for h, word := range first {
			rows.Add(uint64(h), uint64(set[word]), nil)
		}
		packed, err := rows.Encode()
		if err != nil {
			return nil, fmt.Errorf("gazetteer: %w", err)
		}
		b = append(b, packed...)
	}
	return b, nil
}

// readWords opens what [EncodeWords] wrote, which it keeps.
func readWords(b []byte) (w words, err error) {
	rest, ok := bytes.CutPrefix(b, []byte(WordsVersion))
	if !ok {
		return words{}, fmt.Errorf("%w: it begins with %.40q, not %q", ErrFormat, b, WordsVersion)
	}
	for i, set := range []**table.Table{&w.given, &w.surnames, &w.lower} {
		if *set, rest, err = table.OpenFirst(rest); err != nil {
			return words{}, fmt.Errorf("%w: set %d of 3: %w", ErrFormat, i+1, err)
		}
		if (*set).Form() != wordsForm {
			return words{}, fmt.Errorf("%w: set %d of 3 in %+v", ErrFormat, i+1, (*set).Form())
		}
	}
	if len(rest) > 0 {
		return words{}, fmt.Errorf("%w: %d bytes too many", ErrFormat, len(rest))
	}
	return w, nil
}

// find returns the class of a word in one of the sets.
func find(set *table.Table, word string) (uint8, bool) {
	class, ok := set.Find(uint64(WordHash(word)))
	return uint8(class), ok
}
