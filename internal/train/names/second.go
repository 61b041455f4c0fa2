package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"github.com/dateline-go/dateline/internal/names/fit"
)

// secondTags are the tags that a second opinion may use; the place is the number.
var secondTags = []string{"", "O", "PERSON", "ORGANIZATION", "LOCATION", "MISC", "DATE", "TIME", "MONEY", "PERCENT"}

// otherTags are how taggers of other languages call the same.
var otherTags = map[string]string{"PERS": "PERSON", "ORG": "ORGANIZATION", "LUG": "LOCATION", "OTROS": "MISC",
	"I-PER": "PERSON", "I-ORG": "ORGANIZATION", "I-LOC": "LOCATION", "I-MISC": "MISC"}

// readSecond reads another tagger's opinion of the tokens of documents: the
// tokens in order, each followed by a slash and its tag.
func readSecond(path string, docs []fit.Document) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<26)
	sc.Split(bufio.ScanWords)
	for i := range docs {
		d := &docs[i]
		d.Second = make([]uint8, len(d.Tokens))
		for k := range d.Tokens {
			if !sc.Scan() {
				return fmt.Errorf("%s: ends in document %q", path, d.ID)
			}
			w := sc.Text()
			at := strings.LastIndexByte(w, '/')
			tag := w[at+1:]
			if usual, ok := otherTags[tag]; ok {
				tag = usual
			}
			for n, s := range secondTags {
				if s == tag {
					d.Second[k] = uint8(n)
				}
			}
			if d.Second[k] == 0 || at < 0 {
				return fmt.Errorf("%s: document %q: cannot read %q", path, d.ID, w)
			}
		}
	}
	if sc.Scan() {
		return fmt.Errorf("%s: more tokens than the documents have, from %q on", path, sc.Text())
	}
	return nil
}
