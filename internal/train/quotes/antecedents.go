package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/speaker"
	"github.com/dateline-go/dateline/internal/statement"
	"github.com/dateline-go/dateline/lang/en"
)

// stories are invented ones with who said what, which the tests of package quotes read too.
const stories = "quotes/testdata/stories.jsonl"

// antecedent is one pronoun or epithet whose speaker people gave: the candidates, and which is
// right, -1 for none of them.
type antecedent struct {
	options []speaker.Weights
	right   int
}

// spoken is an article with who said what, in either of the two development sets.
type spoken struct {
	ID, Text     string
	Input        struct{ HTML, Page, Text string }
	Attributions []struct {
		Content [][2]int
		Expect  struct {
			Name string
			None bool
			Org  []string
		}
	}
	Gold struct {
		Quotes []struct {
			Text    string
			Speaker *string
		}
	}
}

// fitAntecedents fits the coefficients of the ranker of antecedents on the development sets and prints them, with the
// share of right choices before and after, the latter by cross-validation over articles.
func fitAntecedents(dir string) error {
	a, err := analyze.New(analyze.Options{})
	if err != nil {
		return err
	}
	names, err := gazetteer.Default()
	if err != nil {
		return err
	}
	var all [][]antecedent
	for _, name := range []string{
		filepath.Join(dir, "resolution", "speakers", "dev.jsonl"), filepath.Join(dir, "articles", "articles.jsonl"), stories,
	} {
		rows, err := readSpoken(name)
		if err != nil {
			return err
		}
		for i := range rows {
			list, err := rows[i].antecedents(a, names)
			if err != nil {
				return err
			}
			all = append(all, list)
		}
	}
	const parts = 5
	right, n := 0, 0
	for part := range parts {
		var train []antecedent
		for i, list := range all {
			if i%parts != part {
				train = append(train, list...)
			}
		}
		w, none := rankerFitted(train)
		for i := part; i < len(all); i += parts {
			r := rightOf(all[i], &w, none)
			right, n = right+r, n+len(all[i])
		}
	}
	var train []antecedent
	for _, list := range all {
		train = append(train, list...)
	}
	now := speaker.Fitted()
	fmt.Printf("%d antecedents; right now %d, by cross-validation %d\n", n, rightOf(train, &now, speaker.Nobody), right)
	w, none := rankerFitted(train)
	for i, name := range speaker.Features {
		fmt.Printf("%6.2f, // %s\n", w[i], name)
	}
	fmt.Printf("nobody %.2f\n", none)
	return nil
}

func readSpoken(name string) ([]spoken, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []spoken
	for dec := json.NewDecoder(bufio.NewReader(f)); dec.More(); {
		var r spoken
		if err := dec.Decode(&r); err != nil {
			return nil, fmt.Errorf("%s: row %d: %w", name, len(out)+1, err)
		}
		out = append(out, r)
	}
	return out, nil
}

// antecedents analyses an article and returns the choices of the ranker whose statement people attributed.
func (r *spoken) antecedents(a *analyze.Analyzer, names *gazetteer.Gazetteer) ([]antecedent, error) {
	page := dateline.Page{ID: r.ID, Form: dateline.Story, Body: []byte(r.Text + r.Input.Text)}
	switch {
	case r.Input.HTML != "":
		page.Form, page.Body = dateline.HTML, []byte(r.Input.HTML)
	case r.Input.Page != "":
		page.Form, page.Body = dateline.PlainPage, []byte(r.Input.Page)
	}
	doc, err := a.Page(context.Background(), page)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", r.ID, err)
	}
	d := statement.Finder{Model: statement.Fitted(), Words: words, Tagset: en.Words().Tagset}
	found := d.Find(doc, .3, nil)
	index, err := doc.Index()
	if err != nil {
		return nil, err
	}
	cast := speaker.NewCast(doc, index, &d.Story, names)
	var out []antecedent
	for i := range found {
		want, known := r.want(doc, &d.Story, &found[i])
		cast.Observe = func(list []speaker.Candidate) {
			if !known || len(list) == 0 {
				return
			}
			a := antecedent{right: -1}
			for k := range list {
				a.options = append(a.options, list[k].X)
				if want != "" && sameName(list[k].Entity().Name, want) {
					a.right = k
				}
			}
			out = append(out, a)
		}
		if found[i].Follows == 0 && found[i].Source[1] > 0 {
			cast.Speaker(&found[i])
		}
	}
	return out, nil
}

// want returns who made a statement by the people who read the article, "" for nobody named.
func (r *spoken) want(doc *dateline.Document, story *statement.Story, x *statement.Statement) (name string,
	known bool) {
	span := story.Span(x.Content[0])
	for _, a := range r.Attributions {
		e := a.Expect
		given := e.Name != "" || e.None || len(e.Org) > 0
		if !given || len(a.Content) == 0 || a.Content[0][0] >= span.End || a.Content[0][1] <= span.Start {
			continue
		}
		if e.Name == "" && len(e.Org) > 0 {
			return e.Org[0], true
		}
		return e.Name, true
	}
	words := strings.Trim(doc.Words(span), "“”\"'‘’,. ")
	for _, q := range r.Gold.Quotes {
		if words != "" && (strings.Contains(words, strings.Trim(q.Text, ",. ")) || strings.Contains(q.Text, words)) {
			if q.Speaker == nil {
				return "", true
			}
			return *q.Speaker, true
		}
	}
	return "", false
}

// sameName reports whether a name holds the last word of a wanted one.
func sameName(name, want string) bool {
	want = gazetteer.Fold(want)
	return slices.Contains(strings.Fields(gazetteer.Fold(name)), want[strings.LastIndexByte(want, ' ')+1:])
}

func rightOf(list []antecedent, w *speaker.Weights, none float64) int {
	n := 0
	for i := range list {
		best, most := -1, none
		for k := range list[i].options {
			if s := list[i].options[k].Dot(w); s > most {
				best, most = k, s
			}
		}
		if best == list[i].right {
			n++
		}
	}
	return n
}

// rankerFitted fits a softmax over the candidates and nobody by gradient descent, with a ridge.
func rankerFitted(list []antecedent) (speaker.Weights, float64) {
	const (
		rounds = 3000
		rate   = .3
		ridge  = .003
	)
	var w speaker.Weights
	none := 0.0
	for range rounds {
		var slope speaker.Weights
		slopeNone := 0.0
		for i := range list {
			a := &list[i]
			sum := math.Exp(none)
			for k := range a.options {
				sum += math.Exp(a.options[k].Dot(&w))
			}
			slopeNone -= math.Exp(none) / sum
			if a.right < 0 {
				slopeNone++
			}
			for k := range a.options {
				err := -math.Exp(a.options[k].Dot(&w)) / sum
				if k == a.right {
					err++
				}
				for j := range w {
					slope[j] += err * a.options[k][j]
				}
			}
		}
		n := float64(len(list))
		for j := range w {
			w[j] += rate * (slope[j]/n - ridge*w[j])
		}
		none += rate * (slopeNone/n - ridge*none)
	}
	return w, none
}
