package web

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

//go:generate go run ../../../../internal/gen/worldmap -from $WORLD_SOURCES -out world.tsv

//go:embed world.tsv
var worldFile string

// world is the map of the world, as it is read from world.tsv.
type world struct {
	Width, Height int
	lands         map[string]land // by ISO 3166-1 alpha-2
}

// land is how a country is drawn: by its outline, by a dot where that would not be
// seen or is not known, or by both.
type land struct {
	Path string // SVG path data, "" where there is only a dot
	Dot  bool
	X, Y int
}

// readWorld reads the table that internal/gen/worldmap writes.
func readWorld(table string) (*world, error) {
	w := &world{lands: map[string]land{}}
	for i, line := range strings.Split(strings.TrimSuffix(table, "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 3 {
			return nil, fmt.Errorf("web: world.tsv:%d: %d columns, not 3", i+1, len(cells))
		}
		var x, y int
		if cells[2] != "" {
			if _, err := fmt.Sscanf(cells[2], "%d %d", &x, &y); err != nil {
				return nil, fmt.Errorf("web: world.tsv:%d: %w", i+1, err)
			}
		}
		if cells[0] == "size" {
			w.Width, w.Height = x, y
			continue
		}
		w.lands[cells[0]] = land{cells[1], cells[2] != "", x, y}
	}
	return w, nil
}

// picture returns the land of the whole world as a picture of its own, which a
// browser keeps: pages draw only the countries that have articles, on top of it. Its
// grey lets the page shine through, so that one picture serves both themes.
func (w *world) picture() []byte {
	var codes []string
	for code := range w.lands {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d">`, w.Width, w.Height)
	b.WriteString(`<path fill="#7f8893" fill-opacity=".24" fill-rule="evenodd"` +
		` stroke="#7f8893" stroke-opacity=".45" stroke-width="2" d="`)
	for _, code := range codes {
		b.WriteString(w.lands[code].Path)
	}
	b.WriteString("\"/></svg>\n")
	return []byte(b.String())
}
