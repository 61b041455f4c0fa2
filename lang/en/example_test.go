package en_test

import (
	"fmt"

	"github.com/dateline-go/dateline/lang/en"
)

func ExampleStem() {
	fmt.Println(en.Stem("strikes"), en.Stem("striking"))
	// Output: strike strike
}
