package main

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSaying(t *testing.T) {
	for said, want := range map[string]string{
		`archive: open "arch": archive: open in another process`:   `open "arch": open in another process`,
		`archive: document "a1": archive: no such document`:        `document "a1": no such document`,
		`search: query: byte 0: "(": the bracket is not closed`:    `query: byte 0: "(": the bracket is not closed`,
		"desk.tsv: entities: names file line 3: unknown action":    "desk.tsv: names file line 3: unknown action",
		"archive: no archive here: make one with newsdesk index":   "archive: no archive here: make one with newsdesk index",
		"archive: no articles":                                     "archive: no articles",
		"research: no such file":                                   "research: no such file",
		"one\nsearch: alerts: two":                                 "one\nalerts: two",
		`archive: related to "a1": analyze: dateline: no document`: `related to "a1": no document`,
	} {
		assert.Equal(t, want, saying(errors.New(said)))
	}
}

func TestErrorsNameNoPackage(t *testing.T) {
	folder(t, map[string]string{"wire.jsonl": article("a1", story)})
	assert.Equal(t, exitFine, newsdesk(t, "", "index", "--index", "arch", "wire.jsonl").code)
	for _, args := range [][]string{
		{"related", "--index", "arch", "--id", "none"}, {"list", "--index", "arch", "--filter", "("},
		{"delete", "--index", "arch", "none"}, {"search", "--index", "arch", "country:Nowhere AND"},
	} {
		r := newsdesk(t, "", args...)
		assert.NotRegexp(t, `(archive|search|dateline|analyze|entities): `, r.err, args)
	}
}
