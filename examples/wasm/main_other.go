//go:build !js

package main

import (
	"fmt"
	"os"

	"github.com/dateline-go/dateline/analyze"
)

// main answers for its first argument, so that what the browser gets can be seen without one.
func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "wasm: build it with GOOS=js GOARCH=wasm, or give one text")
		os.Exit(2)
	}
	analyzer, err := analyze.New(analyze.Options{})
	if err != nil {
		fmt.Fprintln(os.Stderr, "wasm:", err)
		os.Exit(1)
	}
	fmt.Println(answer(analyzer, os.Args[1]))
}
