// Command fit fits the weights of package quotes on the train part of PolNeAR,
// prints figures by cross-validation over documents, and writes the weights and
// their list in the model card. Same input, same bytes.
//
// Use, from the root of the repository:
//
//	go run ./internal/train/quotes            figures only
//	go run ./internal/train/quotes -write     figures and weights
//	go run ./internal/train/quotes -antecedents
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	in := flag.String("in", dataDir(), "folder of the data sets")
	write := flag.Bool("write", false, "write the weights")
	pred := flag.String("pred", "", "file for the statements found in the train part by cross-validation")
	antecedents := flag.Bool("antecedents", false,
		"fit the ranker of antecedents on the development sets and print its coefficients")
	flag.Parse()
	if *antecedents {
		if err := fitAntecedents(*in); err != nil {
			fmt.Fprintln(os.Stderr, "fit:", err)
			os.Exit(1)
		}
		return
	}
	if err := run(*in, *pred, *write); err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
}

func dataDir() string {
	if dir := os.Getenv("DATELINE_EVAL"); dir != "" {
		return dir
	}
	return filepath.Join("..", "shared", "eval")
}
