package main

import (
	"encoding/json"
	"fmt"
	"slices"
)

// point is a place in degrees, east and north, or in the units of the drawing.
type point struct{ x, y float64 }

// ring is a closed line; its last point is not its first once more.
type ring []point

// topology is the part of a TopoJSON file that is read (the format's specification:
// github.com/topojson/topojson-specification). Borders are arcs that neighbours share;
// the arc ^i is arc i the other way round.
type topology struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      [][][2]float64
	Objects   struct {
		Countries struct{ Geometries []geometry }
	}
}

// geometry is a country, or part of one that the source shows by itself.
type geometry struct {
	ID         string
	Type       string
	Arcs       json.RawMessage
	Properties struct{ Name string }
}

// withoutID says which country the lands without a code are drawn with. Kosovo has
// the code that GeoNames, CLDR and so the gazetteer give it. The other two have none:
// articles about them are counted to the country that ISO 3166 puts them in.
var withoutID = map[string]string{"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"}

// elsewhere are lands that the source draws with who holds them and that ISO 3166,
// GeoNames and so the gazetteer count to another country: an article that names
// Sevastopol counts for the country that the map shows there.
var elsewhere = []struct {
	name, from, to string
	low, high      point // in degrees; the land's rings lie within
}{
	{"Crimea", "RU", "UA", point{32, 44}, point{37, 46.5}},
}

// antarctica has no articles by country and would take a fifth of the drawing.
const antarctica = "010"

// outlines returns the rings of each country by alpha-2 code.
func (t *topology) outlines(codes map[string]string) (map[string][]ring, error) {
	parts := map[string][][]int{}
	for _, g := range t.Objects.Countries.Geometries {
		if g.ID == antarctica {
			continue
		}
		code := codes[g.ID]
		if g.ID == "" {
			code = withoutID[g.Properties.Name]
		}
		if code == "" {
			return nil, fmt.Errorf("no code for %q (%s)", g.Properties.Name, g.ID)
		}
		rings, err := g.rings()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", g.Properties.Name, err)
		}
		for _, r := range rings {
			to, err := t.holder(code, r)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", g.Properties.Name, err)
			}
			parts[to] = append(parts[to], r)
		}
	}
	all := map[string][]ring{}
	for code, rings := range parts {
		for _, arcs := range t.dissolve(rings) {
			r, err := t.ring(arcs)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", code, err)
			}
			all[code] = append(all[code], r)
		}
	}
	return all, nil
}

// holder returns the country that a ring of another is drawn with.
func (t *topology) holder(code string, arcs []int) (string, error) {
	for _, e := range elsewhere {
		if e.from != code {
			continue
		}
		r, err := t.ring(arcs)
		if err != nil {
			return "", err
		}
		outside := func(p point) bool { return p.x < e.low.x || p.x > e.high.x || p.y < e.low.y || p.y > e.high.y }
		if !slices.ContainsFunc(r, outside) {
			return e.to, nil
		}
	}
	return code, nil
}

// rings returns the arcs of each ring.
func (g *geometry) rings() ([][]int, error) {
	switch g.Type {
	case "Polygon":
		var rings [][]int
		return rings, json.Unmarshal(g.Arcs, &rings)
	case "MultiPolygon":
		var polygons [][][]int
		err := json.Unmarshal(g.Arcs, &polygons)
		return slices.Concat(polygons...), err
	}
	return nil, fmt.Errorf("%s is no area", g.Type)
}

// dissolve takes away the arcs that two parts of one country share, and joins the
// rings that had them. Rings without any stay as they are.
func (t *topology) dissolve(rings [][]int) [][]int {
	has := map[int]bool{}
	for _, r := range rings {
		for _, a := range r {
			has[a] = true
		}
	}
	var whole [][]int
	var loose []int
	for _, r := range rings {
		if !slices.ContainsFunc(r, func(a int) bool { return has[^a] }) {
			whole = append(whole, r)
			continue
		}
		for _, a := range r {
			if !has[^a] {
				loose = append(loose, a)
			}
		}
	}
	for len(loose) > 0 {
		joined := []int{loose[0]}
		loose = loose[1:]
		for {
			end := t.end(joined[len(joined)-1])
			i := slices.IndexFunc(loose, func(a int) bool { return t.end(^a) == end })
			if end == t.end(^joined[0]) || i < 0 {
				break
			}
			joined = append(joined, loose[i])
			loose = slices.Delete(loose, i, i+1)
		}
		whole = append(whole, joined)
	}
	return whole
}

// arc returns the points of an arc, in the source's whole numbers.
func (t *topology) arc(i int) [][2]float64 {
	back := i < 0
	if back {
		i = ^i
	}
	if i >= len(t.Arcs) {
		return nil
	}
	points := make([][2]float64, len(t.Arcs[i]))
	var at [2]float64
	for k, d := range t.Arcs[i] { // each is the way from the one before
		at[0], at[1] = at[0]+d[0], at[1]+d[1]
		points[k] = at
	}
	if back {
		slices.Reverse(points)
	}
	return points
}

// end returns the last point of an arc.
func (t *topology) end(i int) [2]float64 {
	if points := t.arc(i); len(points) > 0 {
		return points[len(points)-1]
	}
	return [2]float64{}
}

// ring joins arcs into a ring of degrees.
func (t *topology) ring(arcs []int) (ring, error) {
	var r ring
	for _, a := range arcs {
		points := t.arc(a)
		if len(points) < 2 {
			return nil, fmt.Errorf("no arc %d", a)
		}
		for _, p := range points[1:] { // the first is the last of the arc before
			scale, shift := t.Transform.Scale, t.Transform.Translate
			r = append(r, point{p[0]*scale[0] + shift[0], p[1]*scale[1] + shift[1]})
		}
	}
	return r, nil
}
