// Command names trains the tagger of package internal/names.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "names: say what to do: train")
		os.Exit(2)
	}
	var err error
	switch os.Args[1] {
	case "export":
		err = exportCommand(os.Args[2:])
	case "distil":
		err = distilCommand(os.Args[2:])
	case "train":
		err = trainCommand(os.Args[2:])
	default:
		err = fmt.Errorf("unknown command %q", os.Args[1])
	}
	if err != nil && err != flag.ErrHelp {
		fmt.Fprintln(os.Stderr, "names:", err)
		os.Exit(1)
	}
}
