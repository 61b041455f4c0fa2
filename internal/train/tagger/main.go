// Command train learns the weights of the default tagger, from GUM and from the
// tags that a teacher gave to open text:
//
//	sh internal/train/tagger/silver.sh    makes sentences.txt and tags.txt
//	go generate ./internal/token         makes lang/en/tagger.bin from them
//
// The data sets' names, licences and checksums go into the file's header. The same
// data and options give the same bytes.
package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/token"
)

func main() {
	var c config
	data := os.Getenv("DATELINE_EVAL")
	if data == "" {
		data = "../shared/eval"
	}
	flag.StringVar(&c.data, "data", data, "folder of the data sets")
	flag.StringVar(&c.sentences, "sentences", "internal/train/tagger/sentences.txt", "what the sample command wrote")
	flag.StringVar(&c.tags, "tags", "internal/train/tagger/tags.txt", "the teacher's tags, a line for each sentence")
	flag.StringVar(&c.out, "out", "lang/en/tagger.bin", "file to write")
	flag.IntVar(&c.gum, "gum", 8, "how often a sentence of GUM counts")
	flag.IntVar(&c.opt.Epochs, "epochs", 0, "passes over the data, 0 for the default")
	flag.IntVar(&c.opt.MinCount, "min", 0, "least count of a word of the lexicon, 0 for the default")
	flag.IntVar(&c.opt.Solid, "solid", 0, "count below which a word gets kindred tags, 0 for the default")
	flag.Float64Var(&c.opt.Share, "share", 0, "least share of a tag of a word, 0 for the default")
	flag.Float64Var(&c.opt.Recase, "recase", 0, "share of sentences in other case, 0 for the default")
	flag.Parse()
	if err := c.run(); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

type config struct {
	data, sentences, tags, out string
	gum                        int
	opt                        token.LearnOptions
}

func (c config) run() error {
	gumFile := filepath.Join(c.data, "pos", "gum_train.jsonl")
	examples, err := readGUM(gumFile, c.gum)
	if err != nil {
		return err
	}
	silver, err := readSilver(c.sentences, c.tags)
	if err != nil {
		return err
	}
	examples = append(examples, silver...)
	opt := c.opt
	opt.Progress = func(epoch int, wrong float64) {
		fmt.Fprintf(os.Stderr, "epoch %d: %.3f %% wrong\n", epoch+1, 100*wrong)
	}
	p, err := token.Learn(examples, opt)
	if err != nil {
		return err
	}
	header := token.ModelHeader{Options: opt.WithDefaults(), GUM: c.gum}
	for _, d := range []struct{ name, licence, file string }{
		{"GUM 11 train: news, interview, academic, court", "CC BY 4.0, text CC BY 2.5 and 4.0", gumFile},
		{"sentences of raw_open and of WNUT 17 train",
			"CC BY 4.0, CC BY 3.0 AU, CC BY 2.5, CC0 1.0, public domain", c.sentences},
		{"tags for them by CoreNLP 4.5.10, english-left3words-distsim", "labels", c.tags},
	} {
		b, err := os.ReadFile(d.file)
		if err != nil {
			return err
		}
		header.Data = append(header.Data, token.ModelData{Name: d.name, Licence: d.licence,
			SHA256: fmt.Sprintf("%x", sha256.Sum256(b))})
	}
	file, err := p.Encode(header)
	if err != nil {
		return err
	}
	return os.WriteFile(c.out, file, 0o644)
}

// readSilver joins the sentences with the teacher's tags.
func readSilver(sentences, tags string) ([]token.Example, error) {
	lines, err := readLines(sentences)
	if err != nil {
		return nil, err
	}
	tagLines, err := readLines(tags)
	if err != nil {
		return nil, err
	}
	if len(lines) != len(tagLines) {
		return nil, fmt.Errorf("%d sentences and %d lines of tags", len(lines), len(tagLines))
	}
	var out []token.Example
	for i, line := range lines {
		e := token.Example{}
		var text strings.Builder
		ts := strings.Fields(tagLines[i])
		for line != "" {
			end := strings.IndexAny(line, " \t")
			word, gap := line, ""
			if end >= 0 {
				word, gap, line = line[:end], line[end:end+1], line[end+1:]
			} else {
				line = ""
			}
			start := text.Len()
			text.WriteString(word)
			if len(e.Tokens) == len(ts) {
				return nil, fmt.Errorf("%s:%d: more tokens than tags", sentences, i+1)
			}
			e.Tokens = append(e.Tokens, dateline.Token{Start: start, End: text.Len(), Tag: ts[len(e.Tokens)]})
			if gap == " " {
				text.WriteByte(' ')
			}
		}
		if len(e.Tokens) != len(ts) {
			return nil, fmt.Errorf("%s:%d: %d tokens and %d tags", sentences, i+1, len(e.Tokens), len(ts))
		}
		e.Text = text.String()
		mend(e)
		out = append(out, e)
	}
	return out, nil
}

// mend corrects what the teacher, who does not see white space, cannot know or
// gets wrong as a rule: dashes, slashes, and names of countries in the plural.
func mend(e token.Example) {
	for i := range e.Tokens {
		t := &e.Tokens[i]
		left := i > 0 && e.Tokens[i-1].End == t.Start
		right := i+1 < len(e.Tokens) && e.Tokens[i+1].Start == t.End
		switch e.Text[t.Start:t.End] {
		case "-", "–":
			switch {
			case !left || !right:
				t.Tag = ":"
			case e.Tokens[i-1].Tag == "CD" && e.Tokens[i+1].Tag == "CD":
				t.Tag = "SYM"
			default:
				t.Tag = "HYPH"
			}
		case "—", "--", "---":
			t.Tag = ":"
		case "/":
			t.Tag = "SYM"
		case "States", "Nations", "Emirates", "Netherlands", "Philippines":
			if t.Tag == "NNP" {
				t.Tag = "NNPS"
			}
		}
	}
}

func readLines(name string) ([]string, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var lines []string
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		lines = append(lines, sc.Text())
	}
	return lines, sc.Err()
}

// readGUM reads eval/pos's training set. Words written as one are cut as we cut them.
func readGUM(name string, weight int) ([]token.Example, error) {
	lines, err := readLines(name)
	if err != nil {
		return nil, err
	}
	var out []token.Example
	var b token.Buffer
	for i, line := range lines {
		var doc struct {
			Text  string    `json:"text"`
			Sents [][][]any `json:"sents"`
		}
		if err := json.Unmarshal([]byte(line), &doc); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, i+1, err)
		}
		for _, s := range doc.Sents {
			e := token.Example{Text: doc.Text, Weight: weight}
			for k := 0; k < len(s); k++ {
				start, end := int(s[k][0].(float64)), int(s[k][1].(float64))
				tags := []string{s[k][2].(string)}
				for k+1 < len(s) && int(s[k+1][0].(float64)) == start {
					k++
					tags = append(tags, s[k][2].(string))
				}
				if len(tags) == 1 {
					e.Tokens = append(e.Tokens, dateline.Token{Start: start, End: end, Tag: tags[0]})
					continue
				}
				b.Segment(doc.Text, []dateline.Span{{Start: start, End: end}})
				if len(b.Tokens) != len(tags) {
					e.Tokens = append(e.Tokens, dateline.Token{Start: start, End: end, Tag: tags[0]})
					continue
				}
				for j, t := range b.Tokens {
					t.Tag = tags[j]
					e.Tokens = append(e.Tokens, t)
				}
			}
			if len(e.Tokens) == 0 {
				continue
			}
			// Keep the sentence's own text: offsets begin at its first token.
			first, last := e.Tokens[0].Start, e.Tokens[len(e.Tokens)-1].End
			e.Text = doc.Text[first:last]
			for j := range e.Tokens {
				e.Tokens[j].Start -= first
				e.Tokens[j].End -= first
			}
			out = append(out, e)
		}
	}
	return out, nil
}
