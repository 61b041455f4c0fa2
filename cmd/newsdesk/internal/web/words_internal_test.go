package web

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// row is a row of the table of words.
type row struct {
	key, note string
	cells     []string // English first
}

// tableRows reads the table as a translator sees it, with the codes of its languages.
func tableRows(t *testing.T) (rows []row, codes []string) {
	t.Helper()
	b, err := os.ReadFile("words/words.tsv")
	require.NoError(t, err)
	for i, line := range strings.Split(strings.TrimSuffix(string(b), "\n"), "\n") {
		cells := strings.Split(line, "\t")
		last := len(cells) - 1
		if i == 0 {
			codes = cells[1:last]
			continue
		}
		rows = append(rows, row{cells[0], cells[last], cells[1:last]})
	}
	return rows, codes
}

var (
	action      = regexp.MustCompile(`(?s)\{\{.*?\}\}`)
	quoted      = regexp.MustCompile(`"([^"\n]*)"`)
	placeholder = regexp.MustCompile(`\{[a-z]+\}`)
	verb        = regexp.MustCompile(`%[.0-9]*[a-z]`)
	parted      = regexp.MustCompile(`\{\{part "([^"]+)"`)
	spoken      = regexp.MustCompile(`\{\{[^}]*\((?:say|count|word) "|(?:say|count|word|part) "([^"]+)"`)
)

// templateSources are the templates by their names.
func templateSources(t *testing.T) map[string]string {
	t.Helper()
	names, err := fs.Glob(files, "templates/*.gohtml")
	require.NoError(t, err)
	all := map[string]string{}
	for _, name := range names {
		b, err := files.ReadFile(name)
		require.NoError(t, err)
		all[name] = string(b)
	}
	return all
}

// literals are the strings of the Go files of a folder, tests left out.
func literals(t *testing.T, dirs ...string) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	for _, dir := range dirs {
		names, err := filepath.Glob(filepath.Join(dir, "*.go"))
		require.NoError(t, err)
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
			require.NoError(t, err)
			ast.Inspect(f, func(n ast.Node) bool {
				if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
					s, err := strconv.Unquote(l.Value)
					require.NoError(t, err)
					found[s] = true
				}
				return true
			})
		}
	}
	return found
}

// Every row has words in each language, a note, and the same placeholders.
func TestTableIsWhole(t *testing.T) {
	rows, codes := tableRows(t)
	parts := map[string]bool{}
	for _, source := range templateSources(t) {
		for _, m := range parted.FindAllStringSubmatch(source, -1) {
			parts[m[1]] = true
		}
	}
	for _, r := range rows {
		assert.NotEmpty(t, r.note, "%s: the note says where it appears", r.key)
		english := placeholder.FindAllString(r.cells[0], -1)
		for i, cell := range r.cells {
			country := strings.HasPrefix(r.key, "country.") && i == 0 // English has the gazetteer's
			assert.Equal(t, country, cell == "", "%s has no words in %s", r.key, codes[i])
			assert.Equal(t, strings.TrimSpace(cell), cell, "%s in %s: spaces around it", r.key, codes[i])
			if country {
				continue
			}
			own := placeholder.FindAllString(cell, -1)
			if parts[r.key] {
				assert.Equal(t, english, own, "%s in %s: placeholders around markup, in the order of English", r.key, codes[i])
			}
			slices.Sort(own)
			assert.Equal(t, slices.Sorted(slices.Values(english)), own, "%s in %s: placeholders", r.key, codes[i])
		}
	}
}

// What templates and code say is in the table, and the table has no more.
func TestKeys(t *testing.T) {
	rows, _ := tableRows(t)
	known := map[string]bool{}
	for _, r := range rows {
		known[r.key] = true
	}
	used := literals(t, ".", "words")
	for name, source := range templateSources(t) {
		for _, a := range action.FindAllString(source, -1) {
			for _, m := range quoted.FindAllStringSubmatch(a, -1) {
				used[m[1]] = true
			}
			for _, m := range spoken.FindAllStringSubmatch(a, -1) {
				if key := m[1]; key != "" {
					assert.True(t, known[key] || known[key+".one"] && known[key+".other"], "%s: %q is not in the table", name, key)
				}
			}
		}
	}
	for key := range known {
		if isUsed(used, key) || strings.HasPrefix(key, "said.") || strings.HasPrefix(key, "warning.") ||
			strings.HasPrefix(key, "capability.") { // TestSaid
			continue
		}
		assert.Fail(t, "nothing says it", key)
	}
	in := english()
	for _, label := range choices {
		assert.True(t, in.Has("choice."+string(label)) && in.Has("label."+string(label)), label)
	}
	for _, kind := range suggestionKinds {
		assert.True(t, in.Has("suggestion."+kind), kind)
	}
	for _, k := range trendKinds {
		assert.True(t, in.Has(k.title), k.title)
		for _, kind := range k.kinds {
			assert.True(t, in.Has("kind."+kind) && in.Has("same."+kind+".one") && in.Has("same."+kind+".other"), kind)
		}
	}
	for _, k := range facetKinds {
		assert.True(t, in.Has("facet."+k.name) && in.Has("facet."+k.name+".in"), k.name)
	}
}

// isUsed reports whether a key, the count that it is a form of, or the beginning that it is made with is among strings.
func isUsed(used map[string]bool, key string) bool {
	for _, form := range []string{".one", ".other"} {
		if used[strings.TrimSuffix(key, form)] {
			return true
		}
	}
	at := strings.LastIndexByte(key, '.')
	return used[key] || used[key[:at+1]] || used[key[:strings.IndexByte(key+".", '.')+min(1, at+1)]] ||
		strings.HasPrefix(key, "month.")
}

// No template has words of its own: in German they would be English.
func TestTemplatesHaveNoWords(t *testing.T) {
	letters := func(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }
	said := []string{"aria-label", "placeholder", "title", "alt"}
	for name, source := range templateSources(t) {
		z := html.NewTokenizer(strings.NewReader(action.ReplaceAllString(source, "")))
		code := false
		for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
			tok := z.Token()
			switch {
			case tok.Data == "code" && kind != html.TextToken:
				code = kind == html.StartTagToken
			case kind == html.TextToken && !code: // the query language is the same everywhere
				assert.False(t, letters(tok.Data), "%s: %q", name, strings.TrimSpace(tok.Data))
			case kind == html.StartTagToken || kind == html.SelfClosingTagToken:
				for _, a := range tok.Attr {
					assert.False(t, slices.Contains(said, a.Key) && letters(a.Val), "%s: %s=%q", name, a.Key, a.Val)
				}
			}
		}
	}
}

// What goes wrong is said in English by the code. Each such row is what some code says, and each failure that a page
// shows has its row.
func TestSaid(t *testing.T) {
	plain := func(s string) string { return verb.ReplaceAllString(placeholder.ReplaceAllString(s, "*"), "*") }
	says := map[string]bool{}
	for s := range literals(t, ".", "../corrections", "../../../../search", "../../../../internal/page", "../../../../analyze",
		"../../../../lang") {
		says[plain(s)] = true
	}
	composed := []string{"said.syntaxat", "said.syntax", "said.query", "said.field", "warning.unread", "warning.pack"} // TestTroubleTranslated, TestTranslate
	rows, _ := tableRows(t)
	known := map[string]bool{}
	for _, r := range rows {
		english := plain(r.cells[0])
		known[english] = true
		group, _, _ := strings.Cut(r.key, ".")
		if slices.Contains([]string{"said", "warning", "capability"}, group) && !slices.Contains(composed, r.key) {
			assert.True(t, says[english], "%s: no code says %q", r.key, r.cells[0])
		}
	}
	names, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, name := range names {
		if strings.HasPrefix(name, "api") || strings.HasSuffix(name, "_test.go") || name == "jobs.go" || name == "feed.go" {
			continue // for programs
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		ast.Inspect(f, func(n ast.Node) bool {
			var words ast.Expr
			switch n := n.(type) {
			case *ast.CallExpr:
				if id, ok := n.Fun.(*ast.Ident); ok && id.Name == "refuse" {
					words = n.Args[1]
				}
			case *ast.CompositeLit:
				if id, ok := n.Type.(*ast.Ident); ok && id.Name == "failure" && len(n.Elts) == 3 {
					words = n.Elts[1]
				}
			}
			if call, ok := words.(*ast.CallExpr); ok && len(call.Args) > 0 {
				words = call.Args[0] // Sprintf
			}
			if l, ok := words.(*ast.BasicLit); ok && l.Kind == token.STRING {
				s, err := strconv.Unquote(l.Value)
				require.NoError(t, err)
				assert.True(t, known[plain(s)] || s == "the reader went away", "%s: %q is not in the table", name, s)
			}
			return true
		})
	}
}
