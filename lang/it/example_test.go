package it_test

import (
	"fmt"

	"github.com/dateline-go/dateline/lang/it"
)

func ExamplePack() {
	p := it.Pack()
	fmt.Println(p.Code, p.Stem("ponte") == p.Stem("ponti"))
	// Output: it true
}
