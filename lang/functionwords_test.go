package lang_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/lang/de"
	"github.com/dateline-go/dateline/lang/nl"
)

func TestIsFunctionWord(t *testing.T) {
	for _, word := range []string{"nach", "sagte", "sie"} {
		assert.True(t, de.Words().IsFunctionWord(word), word)
	}
	assert.False(t, de.Words().IsFunctionWord("brücke"))
	assert.True(t, nl.Words().IsFunctionWord("niet"))
}
