package de_test

import (
	"fmt"

	"github.com/dateline-go/dateline/lang/de"
)

func ExamplePack() {
	p := de.Pack()
	fmt.Println(p.Code, p.Stem("häuser") == p.Stem("haus"))
	// Output: de true
}
