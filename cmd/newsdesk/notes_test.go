package main

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestNotesAreCleanAndCounted(t *testing.T) {
	var b bytes.Buffer
	n := newNotes(&b)
	n.say("page %q\x1b[2J: %s", "a", "bad\nworse")
	for range 5 {
		n.warn("left out", "a date")
	}
	n.done()
	n.done()
	assert.Equal(t, "newsdesk: page \"a\"[2J: bad worse\n"+strings.Repeat("newsdesk: a date\n", 3)+"newsdesk: left out: 2 more\n", b.String())
}

func TestProgressShowsRateAndRemainingTime(t *testing.T) {
	var b bytes.Buffer
	p := newProgress(&b, 1000)
	p.read(100)
	p.step()
	assert.Empty(t, b.String(), "short work shows no bar")
	p.start = p.start.Add(-10 * time.Second) // as if it had taken so long
	p.read(400)
	p.step()
	assert.Contains(t, b.String(), "2 articles, 0/s")
	assert.Contains(t, b.String(), "49%")

	b.Reset()
	p = newProgress(&b, -1)
	p.start = p.start.Add(-10 * time.Second)
	p.read(100)
	p.step()
	assert.Contains(t, b.String(), "1 article, 0/s", "streams of unknown length too")
	b.Reset()
	p.clear()
	assert.NotContains(t, b.String(), "article")
}

func TestPatientGivesUpWaiting(t *testing.T) {
	p := patient{t.Context(), strings.NewReader("words")}
	got, err := io.ReadAll(p)
	assert.NoError(t, err)
	assert.Equal(t, "words", string(got))
	boom := errors.New("boom")
	_, err = io.ReadAll(patient{t.Context(), io.MultiReader(strings.NewReader("x"), errReader{boom})})
	assert.ErrorIs(t, err, boom)
}

type errReader struct{ err error }

func (r errReader) Read([]byte) (int, error) { return 0, r.err }
