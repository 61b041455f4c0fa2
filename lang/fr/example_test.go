package fr_test

import (
	"fmt"

	"github.com/dateline-go/dateline/lang/fr"
)

func ExamplePack() {
	p := fr.Pack()
	fmt.Println(p.Code, p.Stem("grèves") == p.Stem("grève"))
	// Output: fr true
}
