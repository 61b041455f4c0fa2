package token_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/internal/token"
)

func TestStems(t *testing.T) {
	var s token.Stems
	for range 2 {
		for _, w := range []string{"", "a", "Ferries", "ferries", "running", "Łódź", "U.S."} {
			assert.Equal(t, token.Stem(w), s.Of(w), w)
		}
	}
	for i := range 1 << 15 { // more than it remembers
		w := "word" + strconv.Itoa(i) + "ing"
		assert.Equal(t, token.Stem(w), s.Of(w))
	}
}
