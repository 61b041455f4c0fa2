package searchtest_test

import (
	"fmt"

	"github.com/dateline-go/dateline/search/searchtest"
)

// What a Maker makes depends on its seed alone, so that a failure can be seen again.
func ExampleMaker() {
	a, b := searchtest.NewMaker(7), searchtest.NewMaker(7)
	q := a.Query()
	fmt.Println(q.Validate(), q.String() == b.Query().String())
	fmt.Println(a.Document().Text == b.Document().Text, len(searchtest.Documents()) > 5)
	// Output:
	// <nil> true
	// true true
}
