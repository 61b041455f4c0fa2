package charset_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/charset"
)

func TestUTF8(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ in, want, warns string }{
		"as it should be":     {"Fähre nach Görlitz", "Fähre nach Görlitz", ""},
		"in windows-1252":     {"F\xe4hre nach G\xf6rlitz", "Fähre nach Görlitz", "not UTF-8, as it says; read as windows-1252"},
		"encoded twice":       {"FÃ¤hre nach GÃ¶rlitz", "Fähre nach Görlitz", "text that was encoded twice was mended in 2 places"},
		"a stray letter":      {"Le caf\xe9 ferme, dit Zoé.", "Le café ferme, dit Zoé.", "invalid UTF-8 in line 1 was read as windows-1252"},
		"a stray mark":        {"The ferry\x92s crew, says Zoé", "The ferry’s crew, says Zoé", "invalid UTF-8 in line 1 was read as windows-1252"},
		"a cut character":     {"It costs \xe2\x82 and the caf\xe9 is shut", "It costs \ufffd and the café is shut", "invalid UTF-8 in line 1 was replaced"},
		"one byte is damaged": {"Fähre\nnach \xff Görlitz", "Fähre\nnach \ufffd Görlitz", "invalid UTF-8 in line 2 was replaced"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text, warning, err := charset.UTF8([]byte(tt.in))
			require.NoError(t, err)
			assert.Equal(t, tt.want, string(text))
			assert.Equal(t, tt.warns, warning)
		})
	}
}

func TestAs(t *testing.T) {
	t.Parallel()
	text, err := charset.As([]byte("\xf0\xd2\xc9\xd7\xc5\xd4"), "koi8-r")
	require.NoError(t, err)
	assert.Equal(t, "Привет", string(text))
	_, err = charset.As(nil, "latin-of-rome")
	require.ErrorIs(t, err, dateline.ErrOptions)
	assert.True(t, charset.Known("Shift_JIS"))
	assert.False(t, charset.Known("latin-of-rome"))
}
