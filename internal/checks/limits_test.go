package checks_test

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// limitRow is a row of docs/limits.md: what, a value with its unit, a constant.
var limitRow = regexp.MustCompile("(?m)^\\| ([^|]+) \\| ([0-9,]+)( KiB| MiB)? \\| `([a-z/]+)\\.([A-Za-z]+)` \\|")

// TestLimitsAreThoseOfTheCode holds docs/limits.md to the constants that it names.
func TestLimitsAreThoseOfTheCode(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(root, "docs", "limits.md"))
	require.NoError(t, err)
	values := constants(t)
	rows := limitRow.FindAllStringSubmatch(string(page), -1)
	lines := strings.Count(string(page), "\n| ") - strings.Count(string(page), "\n| limit |")
	require.Equal(t, lines, len(rows), "rows that name a value and a constant")
	for _, r := range rows {
		want, err := strconv.ParseInt(strings.ReplaceAll(r[2], ",", ""), 10, 64)
		require.NoError(t, err)
		switch r[3] {
		case " KiB":
			want <<= 10
		case " MiB":
			want <<= 20
		}
		got, ok := values[r[4]+"."+r[5]]
		if assert.True(t, ok, "%s: no constant %s in %s", r[1], r[5], r[4]) {
			assert.Equal(t, want, got, "%s: %s.%s", r[1], r[4], r[5])
		}
	}
}

// constants returns the value of each constant of a package, by folder and name, that
// is written as a whole number.
func constants(t *testing.T) map[string]int64 {
	values := map[string]int64{}
	for _, f := range goFiles(t) {
		if f.isTest() {
			continue
		}
		for _, d := range f.ast.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.CONST {
				continue
			}
			for _, s := range g.Specs {
				v := s.(*ast.ValueSpec)
				for i, name := range v.Names {
					if i >= len(v.Values) {
						break
					}
					known, err := types.Eval(token.NewFileSet(), nil, token.NoPos, types.ExprString(v.Values[i]))
					if err != nil || known.Value == nil { // made of other names
						continue
					}
					if n, exact := constant.Int64Val(constant.ToInt(known.Value)); exact {
						values[path.Dir(f.name)+"."+name.Name] = n
					}
				}
			}
		}
	}
	return values
}
