package es_test

import (
	"fmt"

	"github.com/dateline-go/dateline/lang/es"
)

func ExamplePack() {
	p := es.Pack()
	fmt.Println(p.Code, p.Stem("elecciones") == p.Stem("eleccion"))
	// Output: es true
}
