// Command sample takes sentences from open text for the teacher to tag.
//
//	go run ./internal/train/tagger/sample ../shared/eval > sentences.txt
//
// Each line is a sentence. A space stands between tokens with white space between
// them, a tab between tokens that touch. From each source the documents with the
// lowest hashes are taken up to the source's budget, so that the same data give the
// same bytes. In one sentence of eight, compounds are cut at their hyphens, since
// some treebanks do so and the tagger should know both.
package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/token"
)

// sources lists the files and how many tokens are taken of each.
var sources = []struct {
	file   string
	tokens int
}{
	{"ner/raw_open/wikinews.jsonl.gz", 200_000},
	{"ner/raw_open/tehrantimes.jsonl.gz", 800_000},
	{"ner/raw_open/un_general_debate.jsonl.gz", 400_000},
	{"ner/raw_open/au_prime_minister.jsonl.gz", 500_000},
	{"ner/raw_open/kremlin.jsonl.gz", 400_000},
	{"ner/raw_open/us_congress.jsonl.gz", 600_000},
	{"ner/raw_open/us_senate.jsonl.gz", 500_000},
	{"ner/train/wnut17_train.jsonl", 100_000},
}

// hyphenEvery is how many sentences there are for one whose compounds are cut.
const hyphenEvery = 8

// maxTokens bounds the sentences taken: longer ones are lists or tables.
const maxTokens = 100

type document struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	hash uint64
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "use: sample DATA-FOLDER")
		os.Exit(2)
	}
	w := bufio.NewWriterSize(os.Stdout, 1<<20)
	for _, s := range sources {
		if err := sample(w, filepath.Join(os.Args[1], filepath.FromSlash(s.file)), s.tokens); err != nil {
			fmt.Fprintln(os.Stderr, "sample:", err)
			os.Exit(1)
		}
	}
	if err := w.Flush(); err != nil {
		fmt.Fprintln(os.Stderr, "sample:", err)
		os.Exit(1)
	}
}

// sample writes the sentences of one source.
func sample(w *bufio.Writer, file string, budget int) error {
	docs, err := read(file)
	if err != nil {
		return err
	}
	slices.SortFunc(docs, func(a, b document) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.ID, b.ID))
	})
	var b token.Buffer
	n := 0
	for _, d := range docs {
		b.Segment(d.Text, nil)
		for i := range b.Sentences {
			toks := b.SentenceTokens(i)
			if len(toks) > maxTokens {
				continue
			}
			n += len(toks)
			write(w, d.Text, toks, n%hyphenEvery == 0)
		}
		if n >= budget {
			break
		}
	}
	return nil
}

// write writes one sentence.
func write(w *bufio.Writer, text string, toks []dateline.Token, cut bool) {
	for i, t := range toks {
		if i > 0 {
			if toks[i-1].End == t.Start {
				w.WriteByte('\t')
			} else {
				w.WriteByte(' ')
			}
		}
		word := text[t.Start:t.End]
		if cut && len(word) > 3 && !strings.ContainsAny(word, "/@0123456789") {
			word = strings.ReplaceAll(word, "-", "\t-\t")
			word = strings.Trim(strings.ReplaceAll(word, "\t\t", "\t"), "\t")
		}
		w.WriteString(word)
	}
	w.WriteByte('\n')
}

func read(file string) ([]document, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(file, ".gz") {
		z, err := gzip.NewReader(f)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		r = z
	}
	var docs []document
	for dec := json.NewDecoder(r); ; {
		var d document
		if err := dec.Decode(&d); err == io.EOF {
			return docs, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		h := fnv.New64a()
		h.Write([]byte(d.ID))
		d.hash = h.Sum64()
		docs = append(docs, d)
	}
}
