// Command accept notes that fitted coefficients are kept though a list of words has changed that
// their features look up:
//
//	go run ./internal/train/accept              which tables were fitted on other lists, and how to fit them anew
//	go run ./internal/train/accept salience     keeps the coefficients of one
//	go run ./internal/train/accept all          keeps those of all
//
// Fitting anew is the rule. Accept where a fit gives the same figures, or where the data is not at
// hand and the figures of internal/eval did not fall.
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/dateline-go/dateline/internal/train/sources"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "accept:", err)
		os.Exit(1)
	}
}

func run(names []string) error {
	known := []string{"all"}
	for _, s := range sources.All() {
		known = append(known, s.Name)
		if s.FittedOn == sources.Now(s) {
			continue
		}
		if !slices.Contains(names, s.Name) && !slices.Contains(names, "all") {
			fmt.Printf("%s was fitted on other lists: %s\n", s.Name, s.Command)
			continue
		}
		if err := sources.Write(filepath.FromSlash(s.Folder), s); err != nil {
			return err
		}
		fmt.Println(s.Name, "is kept as it is")
	}
	for _, name := range names {
		if !slices.Contains(known, name) {
			return errors.New("no table of coefficients is called " + name)
		}
	}
	return nil
}
