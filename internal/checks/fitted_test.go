package checks

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/train/sources"
	"github.com/dateline-go/dateline/lang"
)

// A list of words that a fitted table looks up may not change without a new fit.
func TestCoefficientsFitTheirLists(t *testing.T) {
	for _, s := range sources.All() {
		assert.Equal(t, sources.Now(s), s.FittedOn, "%s was fitted on other features or words. Fit it anew:\n\t%s\n"+
			"or, where the figures are the same, keep it:\n\tgo run ./internal/train/accept %s", s.Name, s.Command, s.Name)
	}
}

// What the code of a fitted table looks up is in its fingerprint.
func TestFingerprintsKnowTheirClasses(t *testing.T) {
	classes := map[string]lang.Class{}
	for c := range lang.Class(255) {
		if _, ok := lang.ClassNamed(c.String()); ok {
			classes[strings.ReplaceAll(c.String(), "-", "")] = c
		}
	}
	for _, s := range sources.All() {
		for _, folder := range s.Readers {
			for name, at := range classesNamed(t, folder) {
				c, ok := classes[strings.ToLower(name)]
				assert.True(t, !ok || slices.Contains(s.Classes, c), "%s: %s looks up lang.%s, which its Source does not name",
					at, s.Name, name)
			}
		}
	}
}

// classesNamed returns what the code of a folder names of package lang, with the file.
func classesNamed(t *testing.T, folder string) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", filepath.FromSlash(folder), "*.go"))
	require.NoError(t, err)
	require.NotEmpty(t, files, folder)
	named := map[string]string{}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		require.NoError(t, err)
		ast.Inspect(parsed, func(n ast.Node) bool {
			if x, ok := n.(*ast.SelectorExpr); ok {
				if of, ok := x.X.(*ast.Ident); ok && of.Name == "lang" {
					named[x.Sel.Name] = file
				}
			}
			return true
		})
	}
	return named
}
