package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline/internal/logistic"
	"github.com/dateline-go/dateline/internal/names"
	"github.com/dateline-go/dateline/internal/train/cholesky"
)

// The reviewer is fitted on the dev sets that the recipe marks with "review": its few coefficients, nothing of their
// text. What it brings is told by leaving one set out each time.

// judged is a reading with what the set says of it.
type judged struct {
	names.Reading
	right bool
}

// fitReview fits the reviewer of the model that -out names, writes it, and says what it brings.
func (c *command) fitReview() error {
	b, err := os.ReadFile(c.out)
	if err != nil {
		return err
	}
	m, err := names.ReadModel(b)
	if err != nil {
		return err
	}
	var dev []source
	for _, s := range c.rec.Dev {
		if s.Review {
			dev = append(dev, s)
		}
	}
	m.Review = nil
	data, err := c.readings(m, dev)
	if err != nil {
		return err
	}
	all := c.rec.Dev
	base, err := c.figures(m, dev)
	if err != nil {
		return err
	}
	var before, without, with float64
	for i := range dev {
		m.Review = fitReviewer(data, i, c.rec.Options.Ridge)
		out, err := c.figures(m, dev[i:i+1])
		if err != nil {
			return err
		}
		before += base[i].as[0].main() / float64(len(dev))
		without += out[0].as[0].main() / float64(len(dev))
		c.say("left out: %s", out[0].line())
	}
	m.Review = fitReviewer(data, -1, c.rec.Options.Ridge)
	results, err := c.figures(m, all)
	if err != nil {
		return err
	}
	for i := range results {
		c.say("%s", results[i].line())
		if results[i].Review {
			with += results[i].as[0].main() / float64(len(dev))
		}
	}
	c.say("mean of %d sets: %.2f without the reviewer, %.2f where it was fitted on the others, %.2f on all", len(dev),
		before, without, with)
	c.say("coefficients: %s", coefficients(m.Review))
	if b, err = m.Encode(); err != nil {
		return err
	}
	return os.WriteFile(c.out, b, 0o644)
}

// coefficients lists them by the names of their features.
func coefficients(w []float32) string {
	list := make([]string, len(w))
	for i, x := range w {
		list[i] = fmt.Sprintf("%v %.3f", names.Feature(i), x)
	}
	return strings.Join(list, ", ") + "."
}

// figures measures a model.
func (c *command) figures(m *names.Model, dev []source) ([]result, error) {
	t, err := names.NewTagger(m, c.words, c.vocabulary)
	if err != nil {
		return nil, err
	}
	return c.measureSets(t, dev)
}

// readings reads the readings of each set that the set decides: those of kinds that it marks, where what it marks is
// clear.
func (c *command) readings(m *names.Model, dev []source) ([][]judged, error) {
	t, err := names.NewTagger(m, c.words, c.vocabulary)
	if err != nil {
		return nil, err
	}
	data := make([][]judged, len(dev))
	cut := c.split()
	for i, s := range dev {
		path := filepath.Join(c.data, s.File)
		set := c.labels.set(path)
		err := readRows(path, func(x row) error {
			sentences, tokens := cut(x)
			found, err := t.Readings(x.Text, sentences, tokens)
			if err != nil {
				return err
			}
			gold := goldOf(&x, set)
			for _, r := range found {
				a, b := trim(x.Text, tokens[r.First].Start, tokens[r.End-1].End, r.Kind)
				right := gold.names[name{a, b, r.Kind}]
				if right || set.has(r.Kind) && !gold.skip[[2]int{a, b}] {
					data[i] = append(data[i], judged{r, right})
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return data, nil
}

// fitReviewer fits the coefficients on all sets but one, each of which counts the same. They are held near those that
// only the chain's chances and the kinds have, so that little data moves them little.
func fitReviewer(data [][]judged, without int, ridge float64) []float32 {
	few := make([]float64, names.Features)
	for i := range few {
		few[i] = math.Inf(1)
	}
	for _, f := range names.ChainFeatures {
		few[f] = 1e-3
	}
	held := make([]float64, names.Features)
	for i := range held {
		held[i] = ridge
	}
	start := newton(data, without, few, make(logistic.Model, names.Features))
	w := make([]float32, names.Features)
	for i, x := range newton(data, without, held, start) {
		w[i] = float32(math.Round(x*1000) / 1000)
	}
	return w
}

// setWeight is what a set counts for, in readings, and leastRight how many right ones it has at least, else it counts
// less.
const (
	setWeight  = 2000.0
	leastRight = 300.0
)

// newton fits coefficients by Newton's method with a ridge around a center. Those whose ridge is infinite stay there.
func newton(data [][]judged, without int, ridge []float64, center logistic.Model) logistic.Model {
	n := len(center)
	w := append(logistic.Model(nil), center...)
	for range 6 {
		grad, hess := make([]float64, n), make([][]float64, n)
		for i := range hess {
			hess[i] = make([]float64, n)
		}
		for i, set := range data {
			if i != without {
				pull(set, w, grad, hess)
			}
		}
		for i, l := range ridge {
			if math.IsInf(l, 1) {
				grad[i] = 0
				for j := range n {
					hess[max(i, j)][min(i, j)] = 0
				}
				l = 1
			}
			grad[i] -= l * (w[i] - center[i])
			hess[i][i] += l
		}
		for i, x := range cholesky.Solve(hess, grad) {
			w[i] += x
		}
	}
	return w
}

// pull adds what a set says to the gradient and to the lower half of the Hessian.
func pull(set []judged, w logistic.Model, grad []float64, hess [][]float64) {
	right := 0.0
	for i := range set {
		if set[i].right {
			right++
		}
	}
	weight := setWeight / max(right, leastRight)
	used := make([]int, 0, len(w))
	for i := range set {
		v := set[i].Vector
		p := w.Score(v)
		g, h := -weight*p, weight*p*(1-p)
		if set[i].right {
			g += weight
		}
		used = used[:0]
		for k, x := range v {
			if x == 0 {
				continue
			}
			used = append(used, k)
			grad[k] += g * x
			for _, j := range used {
				hess[k][j] += h * x * v[j]
			}
		}
	}
}
