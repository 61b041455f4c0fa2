package web

import (
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/web/words"
	"net/url"
	"slices"
	"testing"
	"time"
)

// Routes lists what is served, as "METHOD path".
func (s *Site) Routes() []string {
	var list []string
	for path, methods := range s.routes {
		for method := range methods {
			list = append(list, method+" "+path)
		}
	}
	slices.Sort(list)
	return list
}

// Map is what tests see of a [worldMap]'s data.
type Map struct {
	Width, Height int
	Lands         map[string]Land
}

// Land is a country on it.
type Land struct {
	Path string
	Dot  bool
	X, Y int
}

// World returns the embedded map.
func World() (Map, error) {
	w, err := readWorld(worldFile)
	if err != nil {
		return Map{}, err
	}
	m := Map{w.Width, w.Height, map[string]Land{}}
	for code, l := range w.lands {
		m.Lands[code] = Land(l)
	}
	return m, nil
}

// ReadWorld reads a map and returns how many countries it has.
func ReadWorld(table string) (int, error) {
	w, err := readWorld(table)
	if err != nil {
		return 0, err
	}
	return len(w.lands), nil
}

// WorldSize is the length of the embedded map.
func WorldSize() int { return len(worldFile) }

// Shades returns the legend of a map whose highest count is most: shade and range.
func Shades(most int) (numbers []int, ranges []string) {
	for _, s := range shadesOf(english(), most) {
		numbers = append(numbers, s.Shade)
		ranges = append(ranges, s.Range())
	}
	return numbers, ranges
}

// Guesses is what tests see of [guesses].
type Guesses struct{ g *guesses }

// NewGuesses makes one.
func NewGuesses() Guesses { return Guesses{newGuesses()} }

// Note notes a guess.
func (g Guesses) Note(remote string, right bool, now time.Time) { g.g.note(remote, right, now) }

// Wait returns how long an address waits.
func (g Guesses) Wait(remote string, now time.Time) time.Duration { return g.g.wait(remote, now) }

// QueryOf is the query of a search page's address.
func QueryOf(t *testing.T, v url.Values) string {
	t.Helper()
	l, err := lookupOf(v)
	if err != nil {
		t.Fatal(err)
	}
	return l.Query()
}

// english is what the desk says in English.
func english() speech {
	speaker, err := words.New()
	if err != nil {
		panic(err)
	}
	return speech{speaker.Languages[0]}
}
