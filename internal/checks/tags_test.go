package checks_test

import (
	"go/ast"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/lang/en"
)

// tagHomes are the folders that may know the tags of a tagger: the packs, the taggers, and the programs that fit them.
var tagHomes = []string{"lang", "internal/token", "internal/train/tagger", "internal/checks"}

// notTags are literals that only look like tags of English, and what they are.
var notTags = map[string]string{
	"internal/gen/gazetteer/places.go CD": "the code of a country",
}

// comparedTag finds code that compares a part of a tag.
var comparedTag = regexp.MustCompile(`\.[tT]ag(, | [=!]= )"[A-Z][^"]*"`)

// TestTagsLiveInLang finds the tags of English outside of their homes: stages ask a [lang/pos.Class].
func TestTagsLiveInLang(t *testing.T) {
	tags := en.Words().Tagset
	found := map[string]bool{}
	for _, f := range goFiles(t) {
		if f.isTest() || below(path.Dir(f.name), tagHomes) {
			continue
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			l, ok := n.(*ast.BasicLit)
			if !ok {
				return true
			}
			s, ok := unquote(l)
			if !ok || len(s) < 2 || strings.ToUpper(s) != s || strings.Trim(s, "`'-") == "" || tags.Of(s) == 0 {
				return true
			}
			place := f.name + " " + s
			found[place] = true
			if notTags[place] == "" {
				t.Errorf("%s: %q is a tag of English; ask the Tagset of the pack", f.name, s)
			}
			return true
		})
		if part := comparedTag.Find(f.text); part != nil {
			t.Errorf("%s compares a tag with a string: %s", f.name, part)
		}
	}
	for place, what := range notTags {
		assert.True(t, found[place], "%s (%s) is not there any more: take it out of the list notTags", place, what)
	}
}
