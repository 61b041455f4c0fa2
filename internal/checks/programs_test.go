package checks_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// What cmd/ and examples/ show is what a user can write: no program there imports an
// internal package of the library. A program's own internal packages are its own, and
// tests may use the articles that internal/made puts together.
func TestProgramsUsePublicPackages(t *testing.T) {
	for _, f := range goFiles(t) {
		program, ok := programOf(f.name)
		if !ok {
			continue
		}
		for _, spec := range f.ast.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			assert.NoError(t, err)
			rel, ours := strings.CutPrefix(name, module+"/")
			if !ours || f.isTest() && rel == "internal/made" || strings.HasPrefix(rel, program+"/internal/") {
				continue
			}
			inside := "/" + rel + "/"
			assert.NotContains(t, inside, "/internal/", "%s imports %s", f.name, name)
		}
	}
}

// programOf returns the folder of the program that a file belongs to.
func programOf(file string) (string, bool) {
	parts := strings.Split(file, "/")
	if len(parts) < 3 || parts[0] != "cmd" && parts[0] != "examples" {
		return "", false
	}
	return parts[0] + "/" + parts[1], true
}
