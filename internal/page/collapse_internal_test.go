package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCollapse(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"spaces alone", " \t\u00a0 ", ""},
		{"as it should be", "Ferry delayed", "Ferry delayed"},
		{"ends", "\n Ferry delayed \n", "Ferry delayed"},
		{"runs", "Ferry \t\n delayed", "Ferry delayed"},
		{"wide space", "Ferry\u3000\u00a0delayed", "Ferry delayed"},
		{"what cannot be seen", "Fer\u00adry\u200b de\x01layed\x7f", "Ferry delayed"},
		{"unseen between spaces", "Ferry \u200b delayed", "Ferry delayed"},
		{"accents", " Café  à  Orléans", "Café à Orléans"},
		{"broken bytes", "Ferry\xff  late", "Ferry\ufffd late"},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, collapse(c.text)) })
	}
	long := strings.Repeat("word ", 1000)
	assert.Equal(t, strings.TrimSpace(long), collapse(long))
}
