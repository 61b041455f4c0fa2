package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline/internal/names"
)

// cardHeading begins the part of the model card that this program writes; the
// part ends where the next heading of its level begins.
const cardHeading = "## Names (`lang/en/names.bin`, `internal/clusters/words.bin`)\n"

// writeCard writes its part of the model card and leaves the others as they are.
func (c *command) writeCard(model []byte, results []result) error {
	var b bytes.Buffer
	p := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	b.WriteString(cardHeading)
	p("")
	p("This part is written by the program that trains the model, `internal/train/names`; see `docs/training.md`. "+
		"Date: %s.\n", c.date)
	p("A linear-chain CRF that finds people, organisations, places and other names in English news. Weights are a " +
		"byte each,")
	p("%d rows of %d. Word clusters, first names and surnames are in a file of their own, made by "+
		"`internal/train/clusters`.\n",
		1<<c.rec.Options.Bits, names.Tags-1)
	p("| file | bytes | SHA-256 |\n|---|--:|---|")
	file := func(name string, data []byte) {
		sum := sha256.Sum256(data)
		p("| %s | %d | %s |", name, len(data), hex.EncodeToString(sum[:]))
	}
	file("names.bin", model)
	words, err := os.ReadFile(filepath.Join(filepath.Dir(c.out), "..", "..", "internal", "clusters", "words.bin"))
	switch {
	case err == nil:
		file("words.bin", words)
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	p("\n### What the tagger of names was trained on\n")
	if len(c.rec.Raw) > 0 {
		p("Texts under open licences whose names a teacher marked; their own labels, where they have any, were not used:\n")
		c.table(p, c.rec.Raw)
		p("\nData sets with names marked by hand, under open licences:\n")
	}
	c.table(p, c.rec.Gold)
	if len(c.rec.Teacher) > 0 {
		p("\nThe teacher, which is not shipped, was trained on the train parts of these sets; some may be used for " +
			"research only:\n")
		c.table(p, c.rec.Teacher)
		if c.second != "" {
			p("\nIt also saw, as features, what another tagger thinks of each token, except in the sets marked \"alone\": %s",
				c.rec.Second)
		}
	}
	if c.rec.From != "" {
		p("\nThe model went on from another: %s", c.rec.From)
	}
	p("\nNo document of the sets below was trained on, neither for the chain nor for its teacher. Five numbers " +
		"were chosen by the figures on")
	p("them: how much a word's other places count (mix), which weights are dropped (drop), what is added for any " +
		"name (bias), and the slope and")
	p("shift that turn the chain's probabilities into confidences. The other options and the weights of the sets " +
		"are the best of some ten trials.\n")
	c.reviewCard(p)
	p("### Options of the tagger of names\n")
	o, err := json.Marshal(c.rec.Options)
	if err != nil {
		return err
	}
	p("    %s\n", o)
	p("### Figures of the tagger of names\n")
	p("Exact F1 in percent on raw text, cut by the library's own tokens; leading titles and \"the\" are left off " +
		"on both sides. \"F1\" is over")
	p("people, organisations and places together; the last two columns are the same sentences in Title Case and in " +
		"capitals.\n")
	p("| set | F1 | bar | people | organisations | places | other | Title Case | CAPITALS |\n" +
		"|---|--:|--:|--:|--:|--:|--:|--:|--:|")
	for i := range results {
		r := &results[i]
		f := &r.as[0]
		bar := ""
		if r.Bar > 0 {
			bar = fmt.Sprint(r.Bar)
		}
		cell := func(k names.Kind) string {
			if f.gold[k] == 0 {
				return ""
			}
			return fmt.Sprintf("%.1f", f.f1(k))
		}
		p("| %s | %.1f | %s | %s | %s | %s | %s | %.1f | %.1f |", baseName(r.File), f.main(), bar,
			cell(names.KindPerson), cell(names.KindOrg), cell(names.KindPlace), cell(names.KindMisc),
			r.as[1].main(), r.as[2].main())
	}
	p("\nAgain: `go run ./internal/train/names -recipe internal/train/names/recipe.json -data DIR " +
		"-out lang/en/names.bin -predict DIR2`")
	p("writes what is found in each set, for a scorer of your own.")
	old, err := os.ReadFile(c.card)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.WriteFile(c.card, []byte(replacePart(string(old), b.String())), 0o644)
}

// reviewCard tells of the reviewer.
func (c *command) reviewCard(p func(string, ...any)) {
	if c.reviewed == nil {
		return
	}
	p("### The reviewer of names\n")
	p("A logistic model over whole names and their rivals, which chooses among what the chain thinks likely: %d "+
		"coefficients, fitted on the first seven", names.Features)
	p("sets below (numbers only, no text), each with the same weight, by `go run ./internal/train/names -review -recipe " +
		"internal/train/names/recipe.json -data DIR")
	p("-out lang/en/names.bin`, which prints what it brings where the set that is measured was left out.\n")
	p("- **Reviewer**: %s\n", coefficients(c.reviewed))
}

// replacePart puts the part where one with its heading is, else at the end.
func replacePart(card, part string) string {
	at := strings.Index(card, cardHeading)
	if at < 0 {
		if card != "" {
			card = strings.TrimRight(card, "\n") + "\n\n"
		}
		return card + part
	}
	rest := card[at+len(cardHeading):]
	if next := strings.Index(rest, "\n## "); next >= 0 {
		return card[:at] + part + rest[next:]
	}
	return card[:at] + part
}

// table lists sources.
func (c *command) table(p func(string, ...any), list []source) {
	p("| file | part | what, licence |\n|---|---|---|")
	for _, s := range list {
		part := "all"
		if s.Tokens > 0 {
			part = fmt.Sprintf("%d tokens", s.Tokens)
		}
		for _, g := range s.Skip {
			part += ", without " + g
		}
		if s.Weight > 0 {
			part += fmt.Sprintf(", weight %g", s.Weight)
		}
		if s.Alone {
			part += ", alone"
		}
		p("| %s | %s | %s |", baseName(s.File), part, s.About)
	}
}
