package hash_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/internal/hash"
)

// The embedded models are indexed by these numbers.
func TestStringNeverChanges(t *testing.T) {
	for text, want := range map[string]uint64{
		"":                                0x0,
		"oslo":                            0x5227979c13bca71b,
		"harbour":                         0xe895597c9962acb4,
		"harbours":                        0xc08e69032a4a2465,
		"the mayor of a northern harbour": 0x3373bdf4e268298b,
	} {
		assert.Equal(t, want, hash.String(text), "%q: %#x", text, hash.String(text))
	}
}

func TestPairKeepsTheOrder(t *testing.T) {
	a, b := hash.String("new"), hash.String("york")
	assert.NotEqual(t, hash.Pair(a, b), hash.Pair(b, a))
}

func TestFold(t *testing.T) {
	assert.Equal(t, "o'brien's b-00", hash.Fold("O’Brien’s B-52"))
}
