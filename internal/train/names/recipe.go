package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/dateline-go/dateline/internal/names/fit"
)

// recipe says what to train on and how.
type recipe struct {
	// Labels is a table of what the labels of each data set mean. Without it the
	// labels are those of the library: PERSON, ORG, GPE and so on.
	Labels  string  `json:"labels"`
	Options options `json:"options"`
	// Language is the code of the language whose words and rules are used, "" for English.
	Language string   `json:"language,omitempty"`
	Teacher  []source `json:"teacher"`
	Gold     []source `json:"gold"`
	Raw      []source `json:"raw"`
	Dev      []source `json:"dev"`
	// Swap says how the raw texts are copied with other names, nil for not at all.
	Swap *swap `json:"swap,omitempty"`
	// Second says, for the model card, whose second opinion the teacher gets.
	Second string `json:"second,omitempty"`
	// From says, for the model card, which model the student went on from.
	From string `json:"from,omitempty"`
}

// source is a file of the recipe.
type source struct {
	File string `json:"file"`
	// Tokens limits how much of it is taken, 0 for all. Which documents is decided
	// by the hashes of their ids.
	Tokens int `json:"tokens,omitempty"`
	// Weight is how much each sentence counts, 0 for 1.
	Weight float64 `json:"weight,omitempty"`
	// Skip names genres and kinds ("meta": {"genre": …, "kind": …}) that are left out.
	Skip []string `json:"skip,omitempty"`
	// Alone says that the file has no second opinion: the other tagger was
	// trained on it.
	Alone bool `json:"alone,omitempty"`
	// Bar is the figure that a dev set should reach, 0 for none.
	Bar float64 `json:"bar,omitempty"`
	// Review says that the reviewer is fitted on it, a dev set.
	Review bool `json:"review,omitempty"`
	// About is for the model card: what it is, and its licence.
	About string `json:"about,omitempty"`
}

// options are those of training.
type options struct {
	Bits          uint    `json:"bits"`            // of rows of the student
	TeacherBits   uint    `json:"teacher_bits"`    // and of the teacher
	Rounds        int     `json:"rounds"`          // over the student's data
	TeacherRounds int     `json:"teacher_rounds"`  // and over the teacher's
	Teachers      int     `json:"teachers"`        // how many are trained, on other orders of the sentences, and averaged
	Rate          float64 `json:"rate"`            // of the first steps
	Copies        float64 `json:"copies"`          // share of sentences that are copied in other case, for the student
	Alone         float64 `json:"alone,omitempty"` // share of sentences that the student also learns as documents
	TeacherCopies float64 `json:"teacher_copies"`  // and for the teacher
	Mix           float64 `json:"mix"`             // see names.Model
	Bias          float64 `json:"bias"`            // see names.Model
	Small         float64 `json:"small,omitempty"` // see names.Model
	Drop          float64 `json:"drop"`            // weights nearer to 0 become 0
	Seed          uint64  `json:"seed"`
	Ridge         float64 `json:"ridge,omitempty"` // how much holds the coefficients of the reviewer
}

var usual = options{Bits: 18, TeacherBits: 22, Rounds: 4, TeacherRounds: 5, Teachers: 1, Rate: 0.15, Copies: 0.3,
	TeacherCopies: 0.05, Mix: 0.3, Seed: 1, Ridge: 60}

func readRecipe(path string) (recipe, error) {
	r := recipe{Options: usual}
	b, err := os.ReadFile(path)
	if err != nil {
		return r, err
	}
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&r); err != nil {
		return r, fmt.Errorf("%s: %w", path, err)
	}
	if err := r.check(); err != nil {
		return r, fmt.Errorf("%s: %w", path, err)
	}
	return r, nil
}

func (r *recipe) check() error {
	o := r.Options
	switch {
	case o.Bits < 8 || o.Bits > 24 || o.TeacherBits < 8 || o.TeacherBits > 24:
		return errors.New("bits must be 8 to 24")
	case o.Rounds < 1 || o.TeacherRounds < 1 || o.Teachers < 1:
		return errors.New("rounds and teachers must be 1 or more")
	case o.Rate <= 0:
		return errors.New("rate must be above 0")
	case len(r.Gold) == 0 && len(r.Raw) == 0:
		return errors.New("nothing to train on: gold and raw are empty")
	case len(r.Raw) > 0 && len(r.Teacher) == 0:
		return errors.New("raw texts need a teacher")
	}
	return nil
}

// load reads the documents of a source.
func (c *command) load(s source) ([]fit.Document, error) {
	path := filepath.Join(c.data, s.File)
	set := c.labels.set(path)
	split := c.split()
	skip := map[string]bool{}
	for _, g := range s.Skip {
		skip[g] = true
	}
	var docs []fit.Document
	err := readRows(path, func(x row) error {
		if !skip[x.Meta.Genre] && !skip[x.Meta.Kind] {
			docs = append(docs, makeDocument(x, set, split))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if s.Tokens > 0 {
		docs = sample(docs, s.Tokens)
	}
	return docs, nil
}

// loadSecond reads the documents of a source with the other tagger's opinion,
// where there is one.
func (c *command) loadSecond(s source) ([]fit.Document, error) {
	docs, err := c.load(s)
	if err != nil || c.second == "" || s.Alone {
		return docs, err
	}
	return docs, readSecond(filepath.Join(c.second, filepath.Base(s.File)+".tags"), docs)
}
