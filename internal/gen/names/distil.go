package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/dateline-go/dateline/internal/names"
)

func distilCommand(args []string) error {
	fs := flag.NewFlagSet("distil", flag.ContinueOnError)
	data := fs.String("data", "../shared/eval/ner", "folder")
	teach := fs.String("teach", "", "files for the teacher")
	gold := fs.String("gold", "", "files for the student")
	raw := fs.String("raw", "", "files to label")
	second := fs.String("second", "", "folder of second opinions")
	nosecond := fs.String("nosecond", "conll03_train", "no second opinion")
	hard := fs.Bool("hard", false, "")
	out := fs.String("out", "model.bin", "file to write")
	tbits := fs.Uint("tbits", 22, "")
	bits := fs.Uint("bits", 18, "")
	trounds := fs.Int("trounds", 5, "")
	rounds := fs.Int("rounds", 3, "")
	rate := fs.Float64("rate", 0.15, "")
	copies := fs.Float64("copies", 0.3, "share of sentences copied in other case")
	mix := fs.Float64("mix", 0.3, "")
	gweight := fs.Float64("gweight", 1, "")
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
	say := func(format string, args ...any) {
		fmt.Fprintf(os.Stderr, "%7.1fs %s\n", time.Since(start).Seconds(), fmt.Sprintf(format, args...))
	}
	load := func(f string) ([]document, error) {
		docs, err := loadDocs(*data, f, labels)
		if err != nil || *second == "" {
			return docs, err
		}
		name, _, _ := strings.Cut(f, ":")
		for _, n := range strings.Split(*nosecond, ",") {
			if n != "" && strings.Contains(name, n) {
				return docs, nil
			}
		}
		return docs, readSecond(filepath.Join(*second, filepath.Base(name)+".all.3class"), docs)
	}
	var exs []example
	for _, f := range strings.Split(*teach, ",") {
		docs, err := load(f)
		if err != nil {
			return err
		}
		if exs, err = examples(exs, withCopies(docs, 0.05, *seed), words, *tbits, 1); err != nil {
			return err
		}
	}
	say("teacher: %d sentences", len(exs))
	l := newLearner(options{Bits: *tbits, Rounds: *trounds, Rate: *rate, Seed: *seed})
	l.learn(exs, func(round int, loss float64) { say("round %d loss %.0f", round, loss) })
	exs = nil
	if err := reportTeacher(l, words, *data, labels, load, float32(*mix)); err != nil {
		return err
	}
	for _, f := range strings.Split(*raw, ",") {
		docs, err := load(f)
		if err != nil {
			return err
		}
		if err := l.label(docs, words, float32(*mix), *hard); err != nil {
			return err
		}
		if exs, err = examples(exs, withCopies(docs, *copies, *seed), words, *bits, 1); err != nil {
			return err
		}
		say("%s: %d sentences", f, len(exs))
	}
	*second = ""
	for _, f := range strings.Split(*gold, ",") {
		docs, err := load(f)
		if err != nil {
			return err
		}
		if exs, err = examples(exs, withCopies(docs, *copies, *seed), words, *bits, float32(*gweight)); err != nil {
			return err
		}
	}
	s := newLearner(options{Bits: *bits, Rounds: *rounds, Rate: *rate, Seed: *seed})
	s.teacher = &l.trans
	l.weights, l.past = nil, nil
	s.learn(exs, func(round int, loss float64) { say("round %d loss %.0f", round, loss) })
	m := s.model()
	m.Mix = float32(*mix)
	b, err := m.Encode()
	if err != nil {
		return err
	}
	say("%d bytes, scale %v", len(b), m.Scale)
	if err := os.WriteFile(*out, b, 0o644); err != nil {
		return err
	}
	return report(m, words, *data, labels)
}

// label has the learner score the tokens of documents.
func (l *learner) label(docs []document, words *names.Words, mix float32, hard bool) error {
	r := names.NewReader(words, l.opt.Bits)
	dec := names.Decoder{Transitions: &l.trans, Mix: mix}
	var found []names.Mention
	for i := range docs {
		d := &docs[i]
		if err := l.read(r, d); err != nil {
			return err
		}
		d.second = nil
		if !hard {
			dec.Spread(r, d.soft)
			continue
		}
		found = dec.Names(found[:0], r, d.soft)
		d.soft = nil
		for k := range d.allowed {
			d.allowed[k] = 1
		}
		for _, m := range found {
			mark(d.allowed[m.First:m.End], kindOf(m.Label))
		}
	}
	return nil
}

// read fills the scores of one document.
func (l *learner) read(r *names.Reader, d *document) error {
	if err := r.Read(d.text, d.sentences, d.tokens); err != nil {
		return err
	}
	d.soft = make([]names.Scores, 0, len(d.tokens))
	soft := d.soft
	d.soft = nil
	r.Sentences(func(first, end int) {
		if end > first {
			e := makeExample(r, d, first, end, l.opt.Bits, 1)
			l.score(&e)
			soft = append(soft, l.scores...)
		}
	})
	d.soft = soft
	return nil
}

// reportTeacher prints the teacher's figures on the dev sets.
func reportTeacher(l *learner, words *names.Words, data string, labels labelTable, load func(string) ([]document, error), mix float32) error {
	r := names.NewReader(words, l.opt.Bits)
	dec := names.Decoder{Transitions: &l.trans, Mix: mix}
	mean := 0.0
	for _, n := range devNames {
		d, err := readDev(filepath.Join(data, "eval"), n, labels)
		if err != nil {
			return err
		}
		docs, err := load("eval/" + n + ".jsonl")
		if err != nil {
			return err
		}
		at := 0
		f, err := d.measure(func(x row) ([]names.Mention, document, error) {
			doc := docs[at]
			at++
			if err := l.read(r, &doc); err != nil {
				return nil, doc, err
			}
			return dec.Names(nil, r, doc.soft), doc, nil
		}, nil)
		if err != nil {
			return err
		}
		printFigures(n, f)
		fmt.Println()
		mean += f.f1(names.KindPerson, names.KindOrg, names.KindPlace) / float64(len(devNames))
	}
	fmt.Printf("teacher mean %.2f\n", mean)
	return nil
}
