package all_test

import (
	"fmt"

	"github.com/dateline-go/dateline/lang/all"
)

func ExamplePacks() {
	for _, p := range all.Packs() {
		fmt.Println(p.Code)
	}
	// Output:
	// en
	// de
	// es
	// fr
	// it
	// nl
	// pt
}
