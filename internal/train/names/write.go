package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/dateline-go/dateline/internal/names"
)

// writeTokens writes the tokens of every file that the teacher sees or is measured on, a sentence a
// line, so that another tagger can give its opinion.
func (c *command) writeTokens() error {
	for _, s := range slices.Concat(c.rec.Teacher, c.rec.Raw, c.rec.Dev) {
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

// writeOpinions writes what a model thinks of each token of every file that the teacher sees or is measured on: a model
// that learned from one teacher is the second opinion of the next.
func (c *command) writeOpinions() error {
	t, err := c.tagger()
	if err != nil {
		return err
	}
	for _, s := range slices.Concat(c.rec.Teacher, c.rec.Raw, c.rec.Dev) {
		if s.Alone {
			continue
		}
		docs, err := c.load(s)
		if err != nil {
			return err
		}
		err = writeFile(filepath.Join(c.opinion, filepath.Base(s.File)+".tags"), func(b *bufio.Writer) error {
			var found []names.Mention
			for i := range docs {
				d := &docs[i]
				if found, err = t.Tag(context.Background(), found[:0], d.Text, d.Sentences, d.Tokens); err != nil {
					return err
				}
				for k, tag := range tagsOf(found, len(d.Tokens)) {
					fmt.Fprintf(b, "%s/%s ", d.Text[d.Tokens[k].Start:d.Tokens[k].End], tag)
				}
				b.WriteByte('\n')
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// kindTags are the second opinion's tags of the kinds.
var kindTags = [names.Kinds]string{"PERSON", "ORGANIZATION", "LOCATION", "MISC"}

// tagsOf returns a tag for each of so many tokens.
func tagsOf(found []names.Mention, tokens int) []string {
	tags := make([]string, tokens)
	for i := range tags {
		tags[i] = "O"
	}
	for _, m := range found {
		kind, _, _ := labelSet{}.meaning(string(m.Label))
		for i := m.First; i < m.End; i++ {
			tags[i] = kindTags[kind]
		}
	}
	return tags
}

// tagger reads the model that -out names.
func (c *command) tagger() (*names.Tagger, error) {
	b, err := os.ReadFile(c.out)
	if err != nil {
		return nil, err
	}
	m, err := names.ReadModel(b)
	if err != nil {
		return nil, err
	}
	return names.NewTagger(m, c.words, c.vocabulary)
}

// writePredictions tags the dev sets with a model and writes the names found, a
// document a line.
func (c *command) writePredictions() error {
	t, err := c.tagger()
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
