package pos_test

import (
	"fmt"

	"github.com/dateline-go/dateline/lang/pos"
)

// A tagger with tags of its own says once what they mean.
func ExampleNewTagset() {
	tags, err := pos.NewTagset(map[string]pos.Class{"NE": pos.Proper | pos.Noun, "NN": pos.Noun})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(tags.Of("NE").Is(pos.Proper), tags.Of("NN").Is(pos.Proper), tags.Of("??") == 0)
	// Output: true false true
}
