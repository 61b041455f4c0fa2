package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/names"
)

func trainCommand(args []string) error {
	fs := flag.NewFlagSet("train", flag.ContinueOnError)
	data := fs.String("data", "../shared/eval/ner", "folder")
	in := fs.String("in", "", "files to train on, comma separated; :N repeats weight")
	out := fs.String("out", "model.bin", "file to write")
	bits := fs.Uint("bits", 18, "")
	rounds := fs.Int("rounds", 8, "")
	rate := fs.Float64("rate", 0.15, "")
	decay := fs.Float64("decay", 0, "")
	copies := fs.Float64("copies", 0.08, "share of sentences copied in other case")
	mix := fs.Float64("mix", 0.3, "")
	seed := fs.Uint64("seed", 1, "")
	if err := fs.Parse(args); err != nil {
		return err
	}
	labels, err := readLabels(filepath.Join(*data, "labels.json"))
	if err != nil {
		return err
	}
	words, err := names.DefaultWords()
	if err != nil {
		return err
	}
	start := time.Now()
	cut := split()
	var exs []example
	for _, f := range strings.Split(*in, ",") {
		path := filepath.Join(*data, f)
		var docs []document
		set := labels.set(path)
		err := readRows(path, func(x row) error {
			if x.Meta.Genre == "bio" || x.Meta.Genre == "voyage" {
				return nil
			}
			docs = append(docs, makeDocument(x, set, cut))
			return nil
		})
		if err != nil {
			return err
		}
		docs = withCopies(docs, *copies, *seed)
		if exs, err = examples(exs, docs, words, *bits, 1); err != nil {
			return err
		}
		fmt.Fprintln(os.Stderr, f, len(docs), len(exs), time.Since(start).Round(time.Millisecond))
	}
	l := newLearner(options{Bits: *bits, Rounds: *rounds, Rate: *rate, Decay: *decay, Seed: *seed})
	l.learn(exs, func(round int, loss float64) {
		fmt.Fprintf(os.Stderr, "round %d loss %.0f %v\n", round, loss, time.Since(start).Round(time.Millisecond))
	})
	m := l.model()
	m.Mix = float32(*mix)
	b, err := m.Encode()
	if err != nil {
		return err
	}
	fmt.Fprintln(os.Stderr, "bytes", len(b), "scale", m.Scale)
	if err := os.WriteFile(*out, b, 0o644); err != nil {
		return err
	}
	return report(m, words, *data, labels)
}

// withCopies adds documents that hold some of the sentences in other case.
func withCopies(docs []document, share float64, seed uint64) []document {
	rnd := rand.New(rand.NewPCG(seed, 2))
	n := len(docs)
	for i := range n {
		d := docs[i]
		c := document{id: d.id, text: d.text}
		at := 0
		var b strings.Builder
		for _, s := range d.sentences {
			first := at
			for at < len(d.tokens) && d.tokens[at].Start < s.End {
				at++
			}
			if at == first || rnd.Float64() >= share {
				continue
			}
			t := d.text[s.Start:s.End]
			switch x := rnd.Float64(); {
			case x < 0.5:
				t = inCapitals(t)
			case x < 0.75:
				t = inTitleCase(t, true)
			default:
				t = inTitleCase(t, false)
			}
			shift := b.Len() - s.Start
			b.WriteString(t)
			c.sentences = append(c.sentences, dateline.Span{Start: s.Start + shift, End: s.End + shift})
			for k := first; k < at; k++ {
				c.tokens = append(c.tokens, dateline.Token{Start: d.tokens[k].Start + shift, End: d.tokens[k].End + shift})
				c.allowed = append(c.allowed, d.allowed[k])
				if d.soft != nil {
					c.soft = append(c.soft, d.soft[k])
				}
				if d.second != nil {
					c.second = append(c.second, d.second[k])
				}
			}
			b.WriteByte('\n')
		}
		if len(c.tokens) > 0 {
			c.text = b.String()
			docs = append(docs, c)
		}
	}
	return docs
}

// report prints the figures on the dev sets.
func report(m *names.Model, words *names.Words, data string, labels labelTable) error {
	t, err := names.NewTagger(m, words)
	if err != nil {
		return err
	}
	changes := []func(row) row{nil,
		func(x row) row { x.Text = inTitleCase(x.Text, true); return x },
		func(x row) row { x.Text = inCapitals(x.Text); return x },
	}
	var means [3]float64
	cut := split()
	for _, n := range devNames {
		d, err := readDev(filepath.Join(data, "eval"), n, labels)
		if err != nil {
			return err
		}
		for i, c := range changes {
			f, err := d.measure(func(x row) ([]names.Mention, document, error) {
				sents, tokens := cut(x)
				found, err := t.Tag(nil, x.Text, sents, tokens)
				return found, document{tokens: tokens}, err
			}, c)
			if err != nil {
				return err
			}
			micro := f.f1(names.KindPerson, names.KindOrg, names.KindPlace)
			means[i] += micro / float64(len(devNames))
			if i == 0 {
				printFigures(n, f)
			} else {
				fmt.Printf("  %6.2f", micro)
			}
		}
		fmt.Println()
	}
	fmt.Printf("mean %.2f title %.2f caps %.2f\n", means[0], means[1], means[2])
	return nil
}

func printFigures(name string, f figures) {
	fmt.Printf("%-18s %6.2f  PER %6.2f ORG %6.2f LOC %6.2f MISC %6.2f", name, f.f1(names.KindPerson, names.KindOrg, names.KindPlace),
		f.f1(names.KindPerson), f.f1(names.KindOrg), f.f1(names.KindPlace), f.f1(names.KindMisc))
}
