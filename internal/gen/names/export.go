package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hash/fnv"
)

// sample keeps the rows of a file with the smallest hashes of their ids, as many
// as hold the given number of tokens.
func sample(docs []document, budget int) []document {
	key := func(d document) uint64 {
		h := fnv.New64a()
		h.Write([]byte(d.id))
		return h.Sum64()
	}
	slices.SortStableFunc(docs, func(a, b document) int {
		x, y := key(a), key(b)
		switch {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return strings.Compare(a.id, b.id)
	})
	n := 0
	for i := range docs {
		if n += len(docs[i].tokens); n > budget {
			return docs[:i]
		}
	}
	return docs
}

func exportCommand(args []string) error {
	fs := flag.NewFlagSet("export", flag.ContinueOnError)
	data := fs.String("data", "../shared/eval/ner", "folder")
	in := fs.String("in", "", "files, FILE or FILE:TOKENS")
	out := fs.String("out", "", "folder to write to")
	if err := fs.Parse(args); err != nil {
		return err
	}
	for _, f := range strings.Split(*in, ",") {
		docs, err := loadDocs(*data, f, labelTable{})
		if err != nil {
			return err
		}
		name, _, _ := strings.Cut(f, ":")
		w, err := os.Create(filepath.Join(*out, filepath.Base(name)+".tok"))
		if err != nil {
			return err
		}
		b := bufio.NewWriter(w)
		n := 0
		for i := range docs {
			d := &docs[i]
			at := 0
			for _, s := range d.sentences {
				for at < len(d.tokens) && d.tokens[at].Start < s.End {
					t := d.tokens[at]
					b.WriteString(d.text[t.Start:t.End])
					b.WriteByte(' ')
					at++
					n++
				}
				b.WriteByte('\n')
			}
		}
		if err := b.Flush(); err != nil {
			return err
		}
		if err := w.Close(); err != nil {
			return err
		}
		fmt.Fprintln(os.Stderr, f, len(docs), n)
	}
	return nil
}

// loadDocs reads FILE or FILE:TOKENS.
func loadDocs(data, f string, labels labelTable) ([]document, error) {
	name, budget, cut := strings.Cut(f, ":")
	path := filepath.Join(data, name)
	set := labels.set(path)
	split := split()
	var docs []document
	err := readRows(path, func(x row) error {
		if x.Meta.Genre == "bio" || x.Meta.Genre == "voyage" {
			return nil
		}
		docs = append(docs, makeDocument(x, set, split))
		return nil
	})
	if err != nil {
		return nil, err
	}
	if cut {
		n := 0
		if _, err := fmt.Sscan(budget, &n); err != nil {
			return nil, fmt.Errorf("%q: %w", f, err)
		}
		docs = sample(docs, n)
	}
	return docs, nil
}
