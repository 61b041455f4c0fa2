package checks_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/lang/en"
)

// leastList is how many words of a language in one place of the code are a list of them.
const leastList = 4

// homes are the folders that may hold words of a language: the packs, and code that makes text to measure with.
var homes = []string{"lang", "internal/made", "internal/checks", "examples", "testdata"}

// unclean are the folders whose words have not moved to lang yet. It shrinks: take a folder out when it is clean, and
// put none in.
var unclean = []string{}

// notLanguage are places that hold English words which are not looked for in text of the news, and why.
var notLanguage = map[string]string{
	"analyze/export/html.go kinds":                        "headings of what is written",
	"analyze/source/rejects.go Page":                      "fields of JSON",
	"cmd/newsdesk/internal/web/api.go apiQuery":           "parameters of requests",
	"cmd/newsdesk/internal/web/facets.go facetKinds":      "facets of an archive and parameters of requests",
	"cmd/newsdesk/internal/web/speech.go functions":       "functions of templates",
	"cmd/newsdesk/internal/web/speech.go suggestionKinds": "kinds of suggestions, as the API has them",
	"internal/eval/ner.go nerTitles":                      "what the scorers of the sets leave off a name",
	"internal/gen/gazetteer/collect.go plural":            "makes the forms of names, before there is a text",
	"entities/story.go articled":                          "the Arabic article, as every language writes it",
	"internal/eval/gold/names.go honorifics":              "what the scorer leaves off a name",
	"internal/eval/gold/names.go legalForms":              "what the scorer leaves off a name",
	"internal/knowledge/key.go fronts":                    "short forms inside names of places, part of the keys of a file",
	"analyze/source/table.go aliases":                     "names of columns",
	"internal/page/dates/words.go spans":                  "values of a table",
	"internal/gen/knowledge/officials.go officeOf":        "offices of a source",
	"internal/gen/knowledge/organisations.go ministries":  "beginnings of names in a source",
	"internal/gen/knowledge/officials.go officials":       "columns of a source",
	"internal/knowledge/officials.go officeNames":         "kinds that the lexicon has for values",
	"internal/gen/gazetteer/places.go regionNames":        "words of a source of names",
	"internal/gen/gazetteer/places.go shortNames":         "names of countries by their codes",
	"internal/gen/knowledge/names.go tails":               "words of a source of names",
	"internal/gen/knowledge/world.go continents":          "names of a source",
	"internal/gen/knowledge/world.go feature":             "kinds of a source",
	"internal/gen/listed/main.go kinds":                   "kinds of a source",
	"internal/gen/listed/swap.go swapped":                 "kinds of a source",
	"internal/page/featurenames.go hintNames":             "names of features",
	"internal/salience/features.go featureNames":          "names of features",
	"internal/statement/lexicon/names.go names":           "values of classes, which are features",
	"internal/statement/lexicon/names.go smallNames":      "values of classes, which are features",
	"internal/statement/names.go StartNames":              "names of features",
	"internal/statement/names.go behindNames":             "names of features",
	"internal/statement/names.go groupNames":              "names of features",
	"internal/statement/names.go subjectNames":            "names of features",
	"internal/token/rules.go abbreviations":               "values of a class",
	"internal/train/names/document.go titles":             "what the scorers of the sets leave off a name",
	"internal/train/names/second.go secondTags":           "labels of another tagger",
	"search/lex.go fieldNames":                            "the query language",
	"search/opensearch/alerts.go findAlerts":              "fields of JSON",
	"search/parse.go leaf":                                "the query language",
	"search/searchtest/documents.go articles":             "stories to test with",
}

// wordList is a place of the code with words of a language.
type wordList struct {
	file, name string // name is that of the declaration around it
	words      []string
}

func TestWordsLiveInLang(t *testing.T) {
	found := map[string]bool{}
	for _, f := range goFiles(t) {
		dir := path.Dir(f.name)
		if f.isTest() || below(dir, homes) {
			continue
		}
		for _, l := range wordLists(f) {
			place := l.file + " " + l.name
			found[place], found[dir] = true, true
			if notLanguage[place] == "" && !slices.Contains(unclean, dir) {
				t.Errorf("%s: %s holds English words: %q; they belong into a table of lang/en/lexicon", l.file, l.name, l.words)
			}
		}
	}
	for _, dir := range unclean {
		assert.True(t, found[dir], "%s is clean: take it out of the list unclean", dir)
	}
	for place, why := range notLanguage {
		assert.True(t, found[place], "%s (%s) holds no words any more: take it out of the list notLanguage", place, why)
	}
}

// below reports whether a folder is one of those or lies in one.
func below(dir string, folders []string) bool {
	return slices.ContainsFunc(folders, func(f string) bool { return dir == f || strings.HasPrefix(dir, f+"/") })
}

// wordLists finds the lists of English words of a file.
func wordLists(f file) []wordList {
	var lists []wordList
	for _, d := range f.ast.Decls {
		for name, node := range named(d) {
			words := map[string]bool{}
			ast.Inspect(node, func(n ast.Node) bool {
				if isMessage(n) {
					return false
				}
				for _, group := range groups(n) {
					if list := english(group); len(list) >= leastList && 2*len(list) >= len(group) {
						for _, w := range list {
							words[w] = true
						}
					}
				}
				return true
			})
			if len(words) > 0 {
				lists = append(lists, wordList{f.name, name, slices.Sorted(maps.Keys(words))})
			}
		}
	}
	slices.SortFunc(lists, func(a, b wordList) int { return strings.Compare(a.name, b.name) })
	return lists
}

// named returns the parts of a declaration by their names.
func named(d ast.Decl) map[string]ast.Node {
	parts := map[string]ast.Node{}
	switch d := d.(type) {
	case *ast.FuncDecl:
		parts[d.Name.Name] = d
	case *ast.GenDecl:
		for _, s := range d.Specs {
			if v, ok := s.(*ast.ValueSpec); ok {
				parts[v.Names[0].Name] = v
			}
		}
	}
	return parts
}

// groups returns what a node of the code holds of strings that belong together: the elements of a literal, the cases of
// a switch, the arguments of a call, the sides of || and &&, the words of a pattern or of a long text without sentences.
func groups(n ast.Node) [][]string {
	switch n := n.(type) {
	case *ast.CompositeLit:
		return [][]string{elements(n)}
	case *ast.SwitchStmt:
		var cases []string
		for _, c := range n.Body.List {
			for _, e := range c.(*ast.CaseClause).List {
				cases = append(cases, literals(e)...)
			}
		}
		return [][]string{cases}
	case *ast.BinaryExpr:
		if n.Op == token.LOR || n.Op == token.LAND {
			return [][]string{literals(n)}
		}
	case *ast.CallExpr:
		return [][]string{arguments(n)}
	case *ast.BasicLit:
		// A text between quotes is a message more often than a list.
		if s, ok := unquote(n); ok && n.Value[0] == '`' && isRun(s) {
			return [][]string{strings.Fields(s)}
		}
	}
	return nil
}

// elements returns the strings of a literal, those of literals in it too: keys and values.
func elements(c *ast.CompositeLit) []string {
	var all []string
	for _, e := range c.Elts {
		parts := []ast.Expr{e}
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			parts = []ast.Expr{kv.Key, kv.Value}
		}
		for _, p := range parts {
			if inner, ok := p.(*ast.CompositeLit); ok {
				all = append(all, elements(inner)...)
			} else {
				all = append(all, literals(p)...)
			}
		}
	}
	return all
}

// arguments returns the strings of a call's arguments; of one that compiles a pattern or cuts a text, their words.
func arguments(c *ast.CallExpr) []string {
	var all []string
	for _, a := range c.Args {
		all = append(all, literals(a)...)
	}
	fun, ok := c.Fun.(*ast.SelectorExpr)
	if !ok {
		return all
	}
	switch fun.Sel.Name {
	case "MustCompile", "Compile":
		return patternWords.FindAllString(strings.Join(all, " "), -1)
	case "Fields", "FieldsSeq", "Split", "SplitSeq", "NewReplacer":
		return strings.FieldsFunc(strings.Join(all, " "), func(r rune) bool { return strings.ContainsRune(" \t\n|,;", r) })
	}
	return all
}

// isMessage reports whether a node is a call whose strings people read: an error, a line of output, the help of a flag.
func isMessage(n ast.Node) bool {
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return false
	}
	fun, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	from, ok := fun.X.(*ast.Ident)
	return ok && slices.Contains([]string{"errors", "flag", "fmt", "log", "slog"}, from.Name)
}

var patternWords = regexp.MustCompile(`[A-Za-z]{2,}`)

// literals returns the strings of an expression of operators and comparisons.
func literals(e ast.Expr) []string {
	switch e := e.(type) {
	case *ast.BasicLit:
		if s, ok := unquote(e); ok {
			return []string{s}
		}
	case *ast.ParenExpr:
		return literals(e.X)
	case *ast.UnaryExpr:
		return literals(e.X)
	case *ast.BinaryExpr:
		return append(literals(e.X), literals(e.Y)...)
	}
	return nil
}

func unquote(l *ast.BasicLit) (string, bool) {
	if l.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(l.Value)
	return s, err == nil
}

// isRun reports whether a text is words in a row that make no sentence: they have no other signs, and none stands twice.
func isRun(s string) bool {
	const least = 10
	words := strings.Fields(s)
	for _, w := range words {
		if !plainWord.MatchString(w) {
			return false
		}
	}
	alone := slices.Compact(slices.Sorted(slices.Values(words)))
	return len(words) >= least && len(alone) == len(words)
}

var plainWord = regexp.MustCompile(`^[\pL'’.|-]+$`)

// english returns the strings that are words or phrases of the English tables.
func english(group []string) []string {
	l := en.Words().Lexicon
	var list []string
	for _, s := range group {
		w := strings.Trim(strings.ToLower(s), " .,:;")
		if len(w) > 1 && l.Has(w) && !slices.Contains(list, w) {
			list = append(list, w)
		}
	}
	return list
}

// TestWordListsAreFound holds the check to a file that has a list of four words in every form that code can have one.
func TestWordListsAreFound(t *testing.T) {
	name := filepath.Join("testdata", "wordlists", "lists.go.txt")
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	parsed, err := parser.ParseFile(token.NewFileSet(), name, text, parser.SkipObjectResolution)
	require.NoError(t, err)
	found := map[string][]string{}
	for _, l := range wordLists(file{name: name, text: text, ast: parsed}) {
		found[l.name] = l.words
	}
	for _, d := range parsed.Decls {
		for name := range named(d) {
			if strings.HasPrefix(name, "not") {
				assert.NotContains(t, found, name)
			} else {
				assert.Contains(t, found, name)
			}
		}
	}
}

// TestNoEmbeddedWords looks at the text files that programs embed.
func TestNoEmbeddedWords(t *testing.T) {
	for _, f := range goFiles(t) {
		dir := path.Dir(f.name)
		if f.isTest() || below(dir, homes) || slices.Contains(unclean, dir) {
			continue
		}
		for _, m := range embedded.FindAllStringSubmatch(string(f.text), -1) {
			names, err := filepath.Glob(filepath.Join(root, dir, m[1]))
			require.NoError(t, err)
			for _, name := range names {
				text, err := os.ReadFile(name)
				if err != nil || slices.Contains(text, 0) {
					continue
				}
				place := dir + "/" + filepath.Base(name)
				words := strings.FieldsFunc(string(text), func(r rune) bool { return strings.ContainsRune(" \t\n|,", r) })
				if list := english(words); len(list) >= leastList && notLanguageFiles[place] == "" {
					t.Errorf("%s: %d English words: %q …", place, len(list), list[:leastList])
				}
			}
		}
	}
}

var embedded = regexp.MustCompile(`(?m)^//go:embed (\S+\.(?:tsv|txt|csv|json))$`)

// notLanguageFiles are embedded texts whose words are not looked for in the news.
var notLanguageFiles = map[string]string{
	"cmd/newsdesk/internal/web/openapi.json":    "the description of an interface",
	"cmd/newsdesk/internal/web/words/words.tsv": "what the pages of the desk say",
	"cmd/newsdesk/internal/web/world.tsv":       "outlines of countries by their codes",
	"internal/eval/floors.tsv":                  "floors of figures",
	"./schema.json":                             "the description of a format",
}
