// Package term writes for people at a terminal: text that is wrapped to the
// width, cut to it, coloured where that is wanted, and never able to command the
// terminal by what stands in it.
//
//	s := term.NewScreen(os.Stdout, os.Getenv)
//	for _, line := range s.Wrap(72, term.Run{Text: "Ferry late", Style: term.Bold}) {
//		fmt.Fprintln(os.Stdout, line)
//	}
//
// The type to read first is [Screen].
package term

import (
	"io"
	"os"
	"strconv"

	"golang.org/x/term"
)

// The widths between which a screen is taken to be. Lines longer than the most
// are hard to read.
const (
	minWidth     = 40
	defaultWidth = 80
	maxWidth     = 120
)

// Screen says what a writer can show.
type Screen struct {
	// Terminal says that a person looks at it.
	Terminal bool
	// Colour says that escape codes for colour may be written.
	Colour bool
	// Width is the width in columns.
	Width int
}

// NewScreen looks at a writer and the environment. COLUMNS sets the width where
// it is given; colour is for terminals, unless NO_COLOR is set or TERM is "dumb".
func NewScreen(w io.Writer, getenv func(string) string) Screen {
	s := Screen{Terminal: IsTerminal(w), Width: defaultWidth}
	s.Colour = s.Terminal && getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"
	if s.Terminal {
		if width, _, err := term.GetSize(int(w.(*os.File).Fd())); err == nil && width > 0 {
			s.Width = width
		}
	}
	if n, err := strconv.Atoi(getenv("COLUMNS")); err == nil && n > 0 {
		s.Width = n
	}
	s.Width = min(max(s.Width, minWidth), maxWidth)
	return s
}

// IsTerminal reports whether a reader or writer is a terminal.
func IsTerminal(f any) bool {
	file, ok := f.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}
