package main

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/names"
	"github.com/dateline-go/dateline/internal/names/fit"
)

// swap says how raw text is copied with other names in it. Open text of one kind names the same
// people and towns again and again; a copy in which others stand in their places teaches the
// student what stands around names, and how lists of names help, rather than the names.
type swap struct {
	// Share is how many of the sentences with names are copied.
	Share float64 `json:"share"`
	// Given, Surnames, Places and Organisations are files of names, one a line.
	Given         string `json:"given"`
	Surnames      string `json:"surnames"`
	Places        string `json:"places"`
	Organisations string `json:"organisations"`
	// Weight is how much each copied sentence counts, 0 for 1.
	Weight float64 `json:"weight,omitempty"`
}

// swapper copies documents with other names.
type swapper struct {
	swap
	given, surnames, places, organisations []string
	split                                  splitter
	reader                                 *names.Reader
	decoder                                names.Decoder
}

// newSwapper reads the names of a recipe's swap.
func (c *command) newSwapper(teacher *fit.Learner) (*swapper, error) {
	s := &swapper{swap: *c.rec.Swap, split: c.split(), decoder: names.Decoder{Transitions: teacher.Transitions()},
		reader: names.NewReader(c.words, c.vocabulary, c.rec.Options.TeacherBits)}
	for _, list := range []struct {
		to   *[]string
		file string
	}{{&s.given, s.Given}, {&s.surnames, s.Surnames}, {&s.places, s.Places}, {&s.organisations, s.Organisations}} {
		var err error
		if *list.to, err = readLines(filepath.Join(c.data, list.file)); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// readLines reads the lines of a file, packed by gzip or not, without the empty ones.
func readLines(path string) (lines []string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	for sc := bufio.NewScanner(f); sc.Scan(); {
		if line := strings.TrimSpace(sc.Text()); line != "" {
			lines = append(lines, line)
		}
	}
	if len(lines) == 0 {
		return nil, fmt.Errorf("%s: no names in it", path)
	}
	return lines, nil
}

// copies returns copies of documents that the teacher has scored, of the sentences of which it is sure.
func (s *swapper) copies(docs []fit.Document, seed uint64) ([]fit.Document, error) {
	rnd := rand.New(rand.NewPCG(seed, 3))
	var copied []fit.Document
	for i := range docs {
		d := &docs[i]
		if err := s.reader.Read(d.Text, d.Sentences, d.Tokens); err != nil {
			return nil, err
		}
		found := s.decoder.Names(nil, s.reader, slices.Clone(d.Soft))
		if c, ok := s.copy(d, found, rnd); ok {
			copied = append(copied, c)
		}
	}
	return copied, nil
}

// sure is how sure the teacher must be of each name in a sentence that is copied.
const sure = 0.6

// copy makes a copy of one document; one name becomes the same at all its places.
func (s *swapper) copy(d *fit.Document, found []names.Mention, rnd *rand.Rand) (fit.Document, bool) {
	var text strings.Builder
	var marked []fit.Name
	others := map[string]string{}
	at := 0
	for _, sent := range d.Sentences {
		first := at
		for at < len(found) && d.Tokens[found[at].First].Start < sent.End {
			at++
		}
		inside := found[first:at]
		if len(inside) == 0 || rnd.Float64() >= s.Share ||
			slices.ContainsFunc(inside, func(m names.Mention) bool { return m.Confidence < sure }) {
			continue
		}
		pos := sent.Start
		for _, m := range inside {
			start, end := d.Tokens[m.First].Start, d.Tokens[m.End-1].End
			kind, _, _ := labelSet{}.meaning(string(m.Label))
			old := d.Text[start:end]
			other, ok := others[old]
			if !ok {
				other = s.other(kind, m.End-m.First, old, rnd)
				others[old] = other
			}
			text.WriteString(d.Text[pos:start])
			marked = append(marked, fit.Name{Start: text.Len(), End: text.Len() + len(other), Kind: kind})
			text.WriteString(other)
			pos = end
		}
		text.WriteString(d.Text[pos:sent.End])
		text.WriteByte('\n')
	}
	if len(marked) == 0 {
		return fit.Document{}, false
	}
	sentences, tokens := s.split(row{Text: text.String()})
	return fit.NewDocument(d.ID+"/other names", text.String(), sentences, tokens, marked, 1<<names.Outside), true
}

// other returns a name to stand for one of so many words.
func (s *swapper) other(kind names.Kind, words int, old string, rnd *rand.Rand) string {
	pick := func(list []string) string { return list[rnd.IntN(len(list))] }
	switch {
	case kind == names.KindPerson && words == 1:
		return pick(s.surnames)
	case kind == names.KindPerson && words < 4:
		return pick(s.given) + " " + pick(s.surnames)
	case kind == names.KindPlace && words == 1 && rnd.IntN(4) > 0:
		return pick(s.places)
	case kind == names.KindOrg && rnd.IntN(2) > 0:
		return pick(s.organisations)
	}
	return old
}
