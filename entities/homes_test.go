package entities_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline"
)

func TestHomesOfBodies(t *testing.T) {
	for _, tc := range []struct{ name, text, body, want string }{
		{"people before", "Russian Foreign Ministry spokeswoman Ada Lund spoke. The Foreign Ministry then closed.", "Foreign Ministry", "RU"},
		{"owner", "Brazil's Finance Ministry paid on Monday. The Finance Ministry is slow.", "Finance Ministry", "BR"},
		{"behind of", "The envoy met the Foreign Ministry of Norway in May.", "Foreign Ministry of Norway", "NO"},
		{"two of one name", "France's Defence Ministry called, and Poland's Defence Ministry answered.", "Defence Ministry", ""},
		{"none", "The Defence Ministry in the capital denied it, said Ada Lund.", "Defence Ministry", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			for _, e := range recognize(t, tc.text).Entities {
				if e.Label == dateline.Org && e.Name == tc.body {
					assert.Equal(t, tc.want, e.Country)
					return
				}
			}
			t.Errorf("no %q", tc.body)
		})
	}
}
