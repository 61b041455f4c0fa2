// Command knowledge writes places.bin, index.bin, outlets.bin, organisations.bin and officials.bin, the embedded
// files of package internal/knowledge, from the tables in the folder given by -from: countries.tsv,
// admin.tsv, places.tsv, places_5000.tsv, places_1000.tsv, features.tsv, outlets.tsv, tlds.tsv
// and organisations.tsv, whose
// columns are named in their first line. Further names of towns, regions and countries
// come from the hand-checked tables of internal/gen/gazetteer and from those beside this
// program: areas.tsv and names.tsv.
//
// Ids in Wikidata that rest on Who's On First alone are left out: its licence is not
// one. Same input, same bytes.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	from := flag.String("from", os.Getenv("DATELINE_KNOWLEDGE"), "folder with the tables; DATELINE_KNOWLEDGE names it too")
	tables := flag.String("tables", "../gen/gazetteer/tables", "folder with the hand-checked tables")
	own := flag.String("own", "../gen/knowledge/tables", "folder with areas.tsv and names.tsv")
	out := flag.String("out", "places.bin", "file to write")
	flag.Parse()
	if err := run(*from, *tables, *own, *out); err != nil {
		fmt.Fprintln(os.Stderr, "knowledge:", err)
		os.Exit(1)
	}
}

func run(from, tables, own, out string) error {
	w, err := collect(from, own)
	if err != nil {
		return err
	}
	if err := w.handChecked(tables, own); err != nil {
		return err
	}
	places, index, err := w.encode()
	if err != nil {
		return err
	}
	sites, err := w.outlets(from)
	if err != nil {
		return err
	}
	bodies, err := w.organisations(from)
	if err != nil {
		return err
	}
	officials, err := w.officials(from)
	if err != nil {
		return err
	}
	folder := filepath.Dir(out)
	return errors.Join(os.WriteFile(out, places, 0o644), os.WriteFile(filepath.Join(folder, "index.bin"), index, 0o644),
		os.WriteFile(filepath.Join(folder, "outlets.bin"), sites, 0o644),
		os.WriteFile(filepath.Join(folder, "organisations.bin"), bodies, 0o644),
		os.WriteFile(filepath.Join(folder, "officials.bin"), officials, 0o644))
}
