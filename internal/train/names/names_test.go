package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/clusters"
	"github.com/dateline-go/dateline/internal/names"
	"github.com/dateline-go/dateline/internal/names/fit"
)

// marked makes a row from a text in which names stand as [PER Ada Lovelace].
func marked(id, text string) row {
	x := row{ID: id}
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "[")
		b.WriteString(before)
		if !ok {
			break
		}
		name, after, _ := strings.Cut(rest, "]")
		label, words, _ := strings.Cut(name, " ")
		x.Spans = append(x.Spans, span{Start: b.Len(), End: b.Len() + len(words), Label: label})
		b.WriteString(words)
		text = after
	}
	x.Text = b.String()
	return x
}

var lessons = []string{
	"[PER Ada Lovelace] lives in [LOC London].",
	"Mr. [PER Babbage] met [PER Ada] in [LOC Turin].",
	"[ORG Acme Corp] has offices in [LOC Paris] and [LOC Rome].",
	"The minister praised [ORG Acme] in [LOC London].",
	"He said that [PER Babbage] left [LOC Rome].",
}

func writeRows(t *testing.T, path string, texts []string) {
	t.Helper()
	var b strings.Builder
	enc := json.NewEncoder(&b)
	for i, s := range texts {
		require.NoError(t, enc.Encode(marked(string(rune('a'+i)), s)))
	}
	require.NoError(t, os.WriteFile(path, []byte(b.String()), 0o644))
}

func writeRecipe(t *testing.T, dir string, r recipe) string {
	t.Helper()
	b, err := json.Marshal(r)
	require.NoError(t, err)
	path := filepath.Join(dir, "recipe.json")
	require.NoError(t, os.WriteFile(path, b, 0o644))
	return path
}

// train runs the program on the lessons and returns the model.
func train(t *testing.T, change func(dir string, r *recipe, c *command)) []byte {
	t.Helper()
	dir := t.TempDir()
	writeRows(t, filepath.Join(dir, "lessons.jsonl"), lessons)
	writeRows(t, filepath.Join(dir, "texts.jsonl"), lessons[:3])
	r := recipe{Options: usual, Gold: []source{{File: "lessons.jsonl"}}, Dev: []source{{File: "lessons.jsonl"}}}
	r.Options.Bits, r.Options.TeacherBits, r.Options.Rounds = 12, 14, 20
	c := command{data: dir, out: filepath.Join(dir, "model.bin"), say: func(string, ...any) {}}
	if change != nil {
		change(dir, &r, &c)
	}
	c.recipe = writeRecipe(t, dir, r)
	require.NoError(t, c.run())
	b, err := os.ReadFile(c.out)
	require.NoError(t, err)
	return b
}

func TestTrainingLearnsItsLessons(t *testing.T) {
	var results []result
	b := train(t, nil)
	m, err := names.ReadModel(b)
	require.NoError(t, err)
	words, err := clusters.Default()
	require.NoError(t, err)
	tg, err := names.NewTagger(m, words, names.English())
	require.NoError(t, err)
	dir := t.TempDir()
	writeRows(t, filepath.Join(dir, "lessons.jsonl"), lessons)
	c := command{data: dir, rec: recipe{Dev: []source{{File: "lessons.jsonl"}}}}
	results, err = c.measureAll(tg)
	require.NoError(t, err)
	require.Len(t, results, 1)
	assert.Greater(t, results[0].as[0].main(), 90.0)
	assert.Equal(t, 12, results[0].as[0].gold[0]+results[0].as[0].gold[1]+results[0].as[0].gold[2])
}

func TestTrainingIsRepeatable(t *testing.T) {
	withTeacher := func(dir string, r *recipe, _ *command) {
		r.Teacher = r.Gold
		r.Raw = []source{{File: "texts.jsonl"}}
		r.Options.Teachers = 2
	}
	assert.Equal(t, train(t, withTeacher), train(t, withTeacher))
}

func TestSecondOpinion(t *testing.T) {
	var asWritten string
	withSecond := func(dir string, r *recipe, c *command) {
		r.Teacher = r.Gold
		r.Raw = []source{{File: "texts.jsonl"}}
		tokens := *c
		tokens.tokens = dir
		tokens.recipe = writeRecipe(t, dir, *r)
		require.NoError(t, tokens.run())
		c.second = dir
		for _, f := range []string{"lessons.jsonl", "texts.jsonl"} {
			b, err := os.ReadFile(filepath.Join(dir, f+".tokens"))
			require.NoError(t, err)
			asWritten = string(b)
			var out strings.Builder
			for _, w := range strings.Fields(asWritten) {
				out.WriteString(w + "/O ")
			}
			require.NoError(t, os.WriteFile(filepath.Join(dir, f+".tags"), []byte(out.String()), 0o644))
		}
	}
	b := train(t, withSecond)
	assert.NotEmpty(t, b)
	assert.Equal(t, 3, strings.Count(asWritten, "\n"), "a sentence a line")
}

func TestReadSecondRefuses(t *testing.T) {
	docs := func() []fit.Document {
		return []fit.Document{makeDocument(marked("a", "Ada left."), labelSet{Has: coarse[:]}, new(command).split())}
	}
	for name, text := range map[string]string{
		"too few tokens":  "Ada/PERSON left/O",
		"too many tokens": "Ada/PERSON left/O ./O Then/O",
		"unknown tag":     "Ada/HERO left/O ./O",
		"no tag":          "Ada left/O ./O",
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.tags")
			require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
			assert.Error(t, readSecond(path, docs()))
		})
	}
}

func TestReadRecipeRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"no JSON":            "gold",
		"unknown field":      `{"gold": [{"file": "a"}], "speed": 3}`,
		"nothing":            `{}`,
		"raw but no teacher": `{"raw": [{"file": "a"}]}`,
		"no rounds":          `{"gold": [{"file": "a"}], "options": {"rounds": 0}}`,
		"too many rows":      `{"gold": [{"file": "a"}], "options": {"bits": 40}}`,
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "recipe.json")
			require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
			_, err := readRecipe(path)
			assert.Error(t, err)
		})
	}
}

func TestShippedRecipe(t *testing.T) {
	r, err := readRecipe("recipe.json")
	require.NoError(t, err)
	for _, s := range append(append([]source(nil), r.Gold...), r.Raw...) {
		assert.NotContains(t, s.File, "research_only", "the shipped model must not see it")
		assert.NotContains(t, s.File, "eval/", "dev sets are only measured on")
		assert.Regexp(t, "CC0|CC BY [0-9]|public domain|Creative Commons Attribution", s.About, "%s: licence", s.File)
	}
	for _, s := range r.Teacher {
		assert.NotContains(t, s.File, "eval/")
	}
}

func TestOpinionsAndTheTeacherAlone(t *testing.T) {
	var said strings.Builder
	train(t, func(dir string, r *recipe, c *command) {
		r.Teacher, r.Raw = r.Gold, []source{{File: "texts.jsonl"}}
		first := *c
		first.recipe = writeRecipe(t, dir, *r)
		require.NoError(t, first.run())
		opinion, teacher := first, first
		opinion.opinion = dir
		require.NoError(t, opinion.run())
		b, err := os.ReadFile(filepath.Join(dir, "texts.jsonl.tags"))
		require.NoError(t, err)
		assert.Contains(t, string(b), "Ada/PERSON Lovelace/PERSON lives/O in/O London/LOCATION ./O ")
		teacher.onlyTeacher, teacher.second = true, dir
		teacher.say = func(format string, args ...any) { said.WriteString(fmt.Sprintf(format, args...) + "\n") }
		require.NoError(t, teacher.run())
		c.second, c.from = dir, first.out
	})
	assert.Contains(t, said.String(), "teacher: lessons.jsonl")
}

func TestCopiesWithOtherNames(t *testing.T) {
	var found []string
	train(t, func(dir string, r *recipe, c *command) {
		for file, lines := range map[string]string{"given": "Ines", "surnames": "Skarvik", "places": "Bremnes", "bodies": "Vestgrid"} {
			require.NoError(t, os.WriteFile(filepath.Join(dir, file), []byte(lines+"\n"), 0o644))
		}
		r.Teacher, r.Raw, r.Options.TeacherRounds = r.Gold, []source{{File: "texts.jsonl"}}, 20
		r.Swap = &swap{Share: 1, Given: "given", Surnames: "surnames", Places: "places", Organisations: "bodies"}
		s := *c
		s.rec = *r
		require.NoError(t, s.learnLanguage())
		teacher, err := s.teach()
		require.NoError(t, err)
		docs, err := s.load(r.Raw[0])
		require.NoError(t, err)
		require.NoError(t, teacher.Label(docs, names.NewReader(s.words, s.vocabulary, r.Options.TeacherBits), 0))
		swaps, err := s.newSwapper(teacher)
		require.NoError(t, err)
		copied, err := swaps.copies(docs, 1)
		require.NoError(t, err)
		for _, d := range copied {
			found = append(found, strings.TrimSpace(d.Text))
		}
	})
	assert.Contains(t, found, "Ines Skarvik lives in Bremnes.")
}

func TestMeanOfTwoModels(t *testing.T) {
	var first []byte
	b := train(t, func(dir string, r *recipe, c *command) {
		one := *c
		one.out, one.recipe = filepath.Join(dir, "first.bin"), writeRecipe(t, dir, *r)
		require.NoError(t, one.run())
		var err error
		first, err = os.ReadFile(one.out)
		require.NoError(t, err)
		c.from, c.between, c.share = one.out, one.out, 0.25
	})
	want, err := names.ReadModel(first)
	require.NoError(t, err)
	got, err := names.ReadModel(b)
	require.NoError(t, err)
	assert.InDeltaSlice(t, want.Rows, got.Rows, 1, "the mean of a model and itself is that model")
}
