package pt_test

import (
	"fmt"

	"github.com/dateline-go/dateline/lang/pt"
)

func ExamplePack() {
	p := pt.Pack()
	fmt.Println(p.Code, p.Stem("ponte") == p.Stem("pontes"))
	// Output: pt true
}
