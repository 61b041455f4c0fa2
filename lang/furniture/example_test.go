package furniture_test

import (
	"fmt"

	"github.com/dateline-go/dateline/lang/furniture"
)

// The phrases of all languages are in one table, in small letters.
func ExampleTable_Is() {
	words := furniture.Words()
	fmt.Println(words.Is("read more", furniture.Junk) || words.Is("read more", furniture.Opener))
	fmt.Println(words.Is("ferries return", furniture.Opener))
	// Output:
	// true
	// false
}
