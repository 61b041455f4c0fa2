package checks_test

import (
	"path"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

const module = "github.com/dateline-go/dateline"

// layers are the folders of each layer, the lowest first. The longest prefix
// that fits decides. ARCHITECTURE.md says what each is for.
var layers = [][]string{
	{"."},
	{"lang"},
	{"internal"},
	{"entities", "quotes", "summarize", "search"},
	{"analyze", "search/archive"},
	{"cmd", "examples", "internal/eval", "internal/gen", "internal/train", "internal/checks", "testdata"},
}

// layer finds the layer of a package by its folder, -1 where no rule fits.
func layer(dir string) int {
	best, at := -1, -1
	for i, prefixes := range layers {
		for _, p := range prefixes {
			if (dir == p || strings.HasPrefix(dir, p+"/")) && len(p) > best {
				best, at = len(p), i
			}
		}
	}
	return at
}

func TestImportsGoDown(t *testing.T) {
	for _, f := range goFiles(t) {
		dir := path.Dir(f.name)
		from := layer(dir)
		if !assert.GreaterOrEqual(t, from, 0, "%s: folder in no layer", f.name) || f.isTest() {
			continue
		}
		for _, spec := range f.ast.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			assert.NoError(t, err)
			rel, ours := strings.CutPrefix(name, module)
			if !ours {
				if from == 0 {
					assert.NotContains(t, strings.Split(name, "/")[0], ".", "%s: the model imports the standard library only", f.name)
				}
				continue
			}
			rel = strings.TrimPrefix(rel, "/")
			if rel == "" {
				rel = "."
			}
			to := layer(rel)
			switch {
			case to > from:
				t.Errorf("%s imports %s, which is above it", f.name, name)
			case to == from && separate(dir, rel):
				t.Errorf("%s imports %s: packages of this layer do not import one another", f.name, name)
			}
		}
	}
}

// separate reports whether two packages of one layer belong to different parts
// that must not know each other.
func separate(from, to string) bool {
	switch layer(from) {
	case 3, 4:
		return strings.Split(from, "/")[0] != strings.Split(to, "/")[0]
	}
	return false
}
