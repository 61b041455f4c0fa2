package main

import (
	"path/filepath"

	"github.com/dateline-go/dateline/internal/names"
)

// measureTeacher trains the teacher and measures it on the dev sets, with the second opinion where
// there is one: a student can hardly be better.
func (c *command) measureTeacher() error {
	teacher, err := c.teach()
	if err != nil {
		return err
	}
	r := names.NewReader(c.words, c.vocabulary, c.rec.Options.TeacherBits)
	decoder := names.Decoder{Transitions: teacher.Transitions()}
	for _, s := range c.rec.Dev {
		docs, err := c.loadSecond(s)
		if err != nil {
			return err
		}
		if err := teacher.Label(docs, r, float32(c.rec.Options.Mix)); err != nil {
			return err
		}
		result, at := result{source: s}, 0
		path := filepath.Join(c.data, s.File)
		set := c.labels.set(path)
		err = readRows(path, func(x row) error {
			d := &docs[at]
			at++
			if err := r.Read(d.Text, d.Sentences, d.Tokens); err != nil {
				return err
			}
			result.as[0].add(&x, set, spansOf(decoder.Names(nil, r, d.Soft), d.Tokens))
			return nil
		})
		if err != nil {
			return err
		}
		c.say("teacher: %s", result.line())
	}
	return nil
}
