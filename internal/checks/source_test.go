// Package checks_test holds what must be true of the source itself: the layers,
// the doc comments and the size of files.
package checks_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const root = "../.."

// generated is the line by which go tools know generated files.
var generated = regexp.MustCompile(`(?m)^// Code generated .* DO NOT EDIT\.$`)

// file is one Go file of the module.
type file struct {
	name string // slash path from the module root
	text []byte
	ast  *ast.File
}

func (f file) isTest() bool { return strings.HasSuffix(f.name, "_test.go") }

// goFiles parses every Go file of the module that is not generated. Folders with
// a go.mod of their own are other modules.
func goFiles(t *testing.T) []file {
	t.Helper()
	return filesIn(t, root)
}

// filesIn parses the Go files of the module in a folder.
func filesIn(t *testing.T, module string) []file {
	t.Helper()
	var files []file
	err := filepath.WalkDir(module, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			_, err := os.Stat(filepath.Join(name, "go.mod"))
			if strings.HasPrefix(d.Name(), ".") && d.Name() != ".." || name != module && err == nil {
				return filepath.SkipDir
			}
			return nil
		}
		if filepath.Ext(name) != ".go" {
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil || generated.Match(text) {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ParseComments)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		files = append(files, file{filepath.ToSlash(rel), text, f})
		return err
	})
	require.NoError(t, err)
	require.NotEmpty(t, files)
	return files
}

// allFiles parses the Go files of all modules of the project.
func allFiles(t *testing.T) []file {
	t.Helper()
	files := goFiles(t)
	for _, module := range []string{"beam", "bench"} {
		files = append(files, filesIn(t, filepath.Join(root, module))...)
	}
	return files
}

func TestFilesAreShort(t *testing.T) {
	for _, f := range goFiles(t) {
		if n := bytes.Count(f.text, []byte("\n")); n > 500 {
			t.Errorf("%s: %d lines, more than 500", f.name, n)
		}
	}
}

func TestPackagesHaveComments(t *testing.T) {
	documented := map[string]bool{}
	for _, f := range goFiles(t) {
		dir := path.Dir(f.name)
		if f.isTest() && f.ast.Name.Name != "checks_test" {
			continue
		}
		documented[dir] = documented[dir] || f.ast.Doc != nil
	}
	for dir, ok := range documented {
		if !ok {
			t.Errorf("%s: package without a comment", dir)
		}
	}
}

func TestExportedNamesHaveComments(t *testing.T) {
	for _, f := range goFiles(t) {
		if f.isTest() || f.ast.Name.Name == "main" {
			continue
		}
		for _, d := range f.ast.Decls {
			for _, missing := range undocumented(d) {
				t.Errorf("%s: %s has no doc comment", f.name, missing)
			}
		}
	}
}

// undocumented lists the exported names of a declaration that have no comment.
// In a group of constants or variables the group's comment is enough.
func undocumented(d ast.Decl) []string {
	var names []string
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && d.Doc == nil && exportedReceiver(d) {
			names = append(names, d.Name.Name)
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				if s.Name.IsExported() && d.Doc == nil && s.Doc == nil {
					names = append(names, s.Name.Name)
				}
			case *ast.ValueSpec:
				for _, n := range s.Names {
					if n.IsExported() && d.Doc == nil && s.Doc == nil && s.Comment == nil {
						names = append(names, n.Name)
					}
				}
			}
		}
	}
	return names
}

// exportedReceiver reports whether a function is no method, or one of an
// exported type.
func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	typ := d.Recv.List[0].Type
	if p, ok := typ.(*ast.StarExpr); ok {
		typ = p.X
	}
	if g, ok := typ.(*ast.IndexExpr); ok {
		typ = g.X
	}
	id, ok := typ.(*ast.Ident)
	return ok && id.IsExported()
}
