package main

import (
	"fmt"
	"io"
	"sync"

	"github.com/dateline-go/dateline/cmd/newsdesk/internal/term"
)

// maxRepeats is how many messages of one kind are shown before the rest is only
// counted.
const maxRepeats = 3

// notes writes messages to people, a line each, around a progress bar. It is safe
// for concurrent use.
type notes struct {
	mu     sync.Mutex
	w      io.Writer
	screen bool // a person looks at it
	bar    *progress
	counts map[string]int
	kinds  []string // keys of counts in order of appearance
}

func newNotes(w io.Writer) *notes {
	return &notes{w: w, screen: term.IsTerminal(w), counts: map[string]int{}}
}

// say writes a message. Foreign words in it cannot command the terminal. Nothing
// can be done where stderr fails.
func (n *notes) say(format string, args ...any) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.line(format, args...)
}

func (n *notes) line(format string, args ...any) {
	if n.bar != nil {
		n.bar.clear()
	}
	fmt.Fprintf(n.w, "newsdesk: %s\n", term.Clean(fmt.Sprintf(format, args...)))
}

// warn writes a message of a kind that may come for every article: the first few
// are shown, the others counted until done.
func (n *notes) warn(kind, format string, args ...any) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.counts[kind] == 0 {
		n.kinds = append(n.kinds, kind)
	}
	if n.counts[kind]++; n.counts[kind] <= maxRepeats {
		n.line(format, args...)
	}
}

// done ends the progress bar and says how many messages were not shown.
func (n *notes) done() {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.bar != nil {
		n.bar.clear()
		n.bar = nil
	}
	for _, kind := range n.kinds {
		if more := n.counts[kind] - maxRepeats; more > 0 {
			n.line("%s: %d more", kind, more)
		}
	}
	n.counts, n.kinds = map[string]int{}, nil
}
