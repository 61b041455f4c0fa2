package stems_test

import (
	"fmt"

	"github.com/dateline-go/dateline/lang/stems"
)

func ExampleFor() {
	p := stems.For("sv")
	fmt.Println(p.Code, p.Stem("hamnar") == p.Stem("hamn"), stems.For("tlh") == nil)
	// Output: sv true true
}
