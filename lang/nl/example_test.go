package nl_test

import (
	"fmt"

	"github.com/dateline-go/dateline/lang/nl"
)

func ExamplePack() {
	p := nl.Pack()
	fmt.Println(p.Code, p.Stem("minister") == p.Stem("ministers"))
	// Output: nl true
}
