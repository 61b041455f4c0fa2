package checks_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path"
	"slices"
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

// readable are the folders whose code keeps to both limits. It grows until it is all of
// them: add a folder when it complies, and take none out.
var readable = []string{
	".",
	"analyze",
	"analyze/export",
	"analyze/prosetag",
	"analyze/source",
	"beam/cmd/datelinebeam",
	"beam/transform",
	"bench",
	"bench/peers/bleve",
	"bench/peers/contract",
	"bench/peers/dateline",
	"bench/peers/gotrafilatura",
	"bench/peers/prose",
	"bench/peers/readeck",
	"bench/peers/ready",
	"bench/peers/uax29",
	"cmd/newsdesk",
	"cmd/newsdesk/internal/term",
	"cmd/newsdesk/internal/web",
	"examples/alerts",
	"examples/feed",
	"examples/tag",
	"examples/train",
	"examples/warc",
	"internal/casing",
	"internal/credit",
	"internal/eval",
	"internal/eval/pages",
	"internal/eval/sets",
	"internal/gazetteer",
	"internal/gen/docfreq",
	"internal/gen/knowledge",
	"internal/gen/people",
	"internal/hash",
	"internal/knowledge",
	"internal/logistic",
	"internal/made",
	"internal/marks",
	"internal/measure",
	"internal/modelcard",
	"internal/pace",
	"internal/page",
	"internal/page/dates",
	"internal/resolve",
	"internal/settle",
	"internal/speaker",
	"internal/statement",
	"internal/statement/lexicon",
	"internal/train/page",
	"internal/train/places",
	"internal/train/quotes",
	"internal/train/tagger/sample",
	"internal/values",
	"lang/en",
	"lang/furniture",
	"quotes",
	"search",
	"search/archive",
	"search/internal/content",
	"search/internal/engine",
	"search/internal/failures",
	"search/internal/fields",
	"search/opensearch",
	"search/searchtest",
}

func TestReadable(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range allFiles(t) {
		dir := path.Dir(f.name)
		if f.isTest() || !slices.Contains(readable, dir) {
			continue
		}
		seen[dir] = true
		for _, fault := range unreadable(f) {
			t.Error(fault)
		}
	}
	for _, dir := range readable {
		assert.True(t, seen[dir], "%s is no folder with code", dir)
	}
}

// unreadable says which lines of a file are too long and which functions decide too much.
func unreadable(f file) []string {
	var faults []string
	line := 0
	for l := range strings.Lines(string(f.text)) {
		line++
		if n := utf8.RuneCountInString(strings.TrimSuffix(l, "\n")); n > maxColumns {
			faults = append(faults, fmt.Sprintf("%s:%d: %d columns, more than %d", f.name, line, n, maxColumns))
		}
	}
	for _, d := range f.ast.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok {
			if n := complexity(fn); n > maxComplexity {
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

// TestReadableList prints with -v which folders could be added.
func TestReadableList(t *testing.T) {
	faults := map[string]int{}
	for _, f := range allFiles(t) {
		if dir := path.Dir(f.name); !f.isTest() {
			faults[dir] += len(unreadable(f))
		}
	}
	for _, dir := range slices.Sorted(maps.Keys(faults)) {
		if n := faults[dir]; !slices.Contains(readable, dir) {
			t.Logf("%-40s %d faults", dir, n)
		}
	}
	require.NotEmpty(t, faults)
}
