package words_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/search/internal/words"
)

func TestNear(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		n          int
		want       bool
	}{
		{"the same", "oil", "oil", 0, true},
		{"another letter", "sanction", "sanktion", 1, true},
		{"one too many", "sanction", "sanctiion", 1, true},
		{"one missing", "sanction", "sancton", 1, true},
		{"swapped", "sanction", "sanctoin", 1, true},
		{"two wrong", "sanction", "senctiom", 1, false},
		{"two wrong, two allowed", "sanction", "senctiom", 2, true},
		{"two at the end", "sanction", "sanctioned", 2, true},
		{"three at the end", "sanction", "sanctioning", 2, false},
		{"first letter", "sanction", "zanction", 2, false},
		{"swapped at the beginning", "sanction", "asnction", 2, false},
		{"letters of two bytes", "łódźki", "łodźka", 2, true},
		{"nothing", "", "a", 2, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, words.Near(c.a, c.b, c.n))
			assert.Equal(t, c.want, words.Near(c.b, c.a, c.n))
		})
	}
}

func FuzzNear(f *testing.F) {
	f.Add("sanction", "sanctoin", 1)
	f.Add("łódź", "lodz", 2)
	f.Fuzz(func(t *testing.T, a, b string, n int) {
		if n = n & 3; len(a) > 200 || len(b) > 200 {
			return
		}
		if got, want := words.Near(a, b, n), a == b || slowNear([]rune(a), []rune(b), n); got != want {
			t.Fatalf("%q and %q within %d: %v", a, b, n, got)
		}
	})
}

// slowNear is Near by the whole table.
func slowNear(a, b []rune, n int) bool {
	if n == 0 || len(a) == 0 || len(b) == 0 || a[0] != b[0] {
		return false
	}
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		for j := range d[i] {
			switch {
			case i == 0 || j == 0:
				d[i][j] = i + j
			case a[i-1] == b[j-1]:
				d[i][j] = d[i-1][j-1]
			default:
				d[i][j] = 1 + min(d[i-1][j], d[i][j-1], d[i-1][j-1])
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)] <= n
}
