package checks_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	maxColumns    = 120 // of a line, in runes
	maxComplexity = 20  // of a function: its decisions and one
)

// scanners walk over bytes and decide at each one, and may be longer.
var scanners = map[string]bool{
	"abbrev": true, "breaks": true, "headed": true, "high": true, "initial": true, "innerDot": true,
	"markerAt": true, "sign": true, "word": true, "wordEnd": true,
}

// scannersIn is the folder of the scanners.
const scannersIn = "internal/token"

func TestReadable(t *testing.T) {
	long := maps.Clone(scanners)
	seen := 0
	for _, f := range allFiles(t) {
		if f.isTest() {
			continue
		}
		seen++
		for _, fault := range unreadable(f, long) {
			t.Error(fault)
		}
	}
	require.NotZero(t, seen)
	assert.Empty(t, long, "scanners that are short now or gone")
}

// unreadable says which lines of a file are too long and which functions decide too much. It takes
// the scanners that it meets out of long.
func unreadable(f file, long map[string]bool) []string {
	var faults []string
	line := 0
	for l := range strings.Lines(string(f.text)) {
		line++
		if strings.HasPrefix(l, "//go:") {
			continue // a directive cannot be broken
		}
		if n := utf8.RuneCountInString(strings.TrimSuffix(l, "\n")); n > maxColumns {
			faults = append(faults, fmt.Sprintf("%s:%d: %d columns, more than %d", f.name, line, n, maxColumns))
		}
	}
	for _, d := range f.ast.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok {
			n := complexity(fn)
			if n > maxComplexity && path.Dir(f.name) == scannersIn && long[fn.Name.Name] {
				delete(long, fn.Name.Name)
				continue
			}
			if n > maxComplexity {
				faults = append(faults, fmt.Sprintf("%s: %s has a complexity of %d, more than %d",
					f.name, fn.Name.Name, n, maxComplexity))
			}
		}
	}
	return faults
}

// complexity is McCabe's cyclomatic number of a function with its closures: one, and one
// for each if, loop, case, && and ||.
func complexity(fn *ast.FuncDecl) int {
	n := 1
	ast.Inspect(fn, func(x ast.Node) bool {
		switch x := x.(type) {
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt:
			n++
		case *ast.CaseClause:
			if x.List != nil {
				n++
			}
		case *ast.CommClause:
			if x.Comm != nil {
				n++
			}
		case *ast.BinaryExpr:
			if x.Op == token.LAND || x.Op == token.LOR {
				n++
			}
		}
		return true
	})
	return n
}

func TestComplexity(t *testing.T) {
	const source = `package p
func f(a, b bool, c chan int) {
	if a && b || a {
	}
	for range 3 {
		func() { switch { case a: default: } }()
	}
	select { case <-c: default: }
}`
	parsed, err := parser.ParseFile(token.NewFileSet(), "p.go", source, 0)
	require.NoError(t, err)
	assert.Equal(t, 7, complexity(parsed.Decls[0].(*ast.FuncDecl)))
}
