// Command onlysearch imports search and nothing else of the library, so that a
// test can look at what comes along. See size_test.go.
package main

import (
	"fmt"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

func main() {
	q, err := search.Parse("harbour strike")
	fmt.Println(q, err)
	p, err := search.NewProfile(&dateline.Document{Text: "The harbour was closed."})
	fmt.Println(p, err)
}
