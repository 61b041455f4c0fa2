package main

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"path/filepath"

	"github.com/dateline-go/dateline/internal/names"
)

// writeTokens writes the tokens of every file that the teacher sees, a sentence a
// line, so that another tagger can give its opinion.
func (c *command) writeTokens() error {
	for _, s := range append(append([]source(nil), c.rec.Teacher...), c.rec.Raw...) {
		docs, err := c.load(s)
		if err != nil {
			return err
		}
		err = writeFile(filepath.Join(c.tokens, filepath.Base(s.File)+".tokens"), func(b *bufio.Writer) error {
			for i := range docs {
				d := &docs[i]
				at := 0
				for _, s := range d.Sentences {
					for ; at < len(d.Tokens) && d.Tokens[at].Start < s.End; at++ {
						b.WriteString(d.Text[d.Tokens[at].Start:d.Tokens[at].End])
						b.WriteByte(' ')
					}
					b.WriteByte('\n')
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		c.say("%s: %d documents", s.File, len(docs))
	}
	return nil
}

// writePredictions tags the dev sets with a model and writes the names found, a
// document a line.
func (c *command) writePredictions() error {
	b, err := os.ReadFile(c.out)
	if err != nil {
		return err
	}
	m, err := names.ReadModel(b)
	if err != nil {
		return err
	}
	t, err := names.NewTagger(m, c.words, c.vocabulary)
	if err != nil {
		return err
	}
	cut := c.split()
	for _, s := range c.rec.Dev {
		err := writeFile(filepath.Join(c.predict, baseName(s.File)+".jsonl"), func(b *bufio.Writer) error {
			enc := json.NewEncoder(b)
			return readRows(filepath.Join(c.data, s.File), func(x row) error {
				sents, tokens := cut(x)
				found, err := t.Tag(context.Background(), nil, x.Text, sents, tokens)
				if err != nil {
					return err
				}
				return enc.Encode(struct {
					ID    string `json:"id"`
					Spans []span `json:"spans"`
				}{x.ID, spansOf(found, tokens)})
			})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// writeFile writes a file through a buffer.
func writeFile(path string, fill func(*bufio.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	b := bufio.NewWriter(f)
	if err := fill(b); err != nil {
		f.Close()
		return err
	}
	if err := b.Flush(); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
