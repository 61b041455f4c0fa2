// Command docfreq counts in how many documents of openly licensed news each stem
// stands and writes the table that internal/stats embeds. Same input, same bytes.
//
// Use:
//
//	go run ./internal/gen/docfreq -in ../shared/eval/ner/raw_open -out lang/en/frequencies.bin
package main

import (
	"bufio"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/stats"
	"github.com/dateline-go/dateline/internal/token"
)

// source is one file of the background corpus. Its weight evens out the corpus,
// in which one newspaper has two documents of five.
type source struct {
	name    string
	weight  float64
	licence string
}

var sources = []source{
	{"au_prime_minister", 1, "CC BY 3.0 AU"},
	{"kremlin", 0.75, "CC BY 4.0"},
	{"tehrantimes", 0.5, "CC BY 4.0"},
	{"un_general_debate", 1, "CC0 1.0"},
	{"us_congress", 1, "public domain"},
	{"us_senate", 1, "public domain"},
	{"wikinews", 8, "CC BY 2.5"},
}

func main() {
	in := flag.String("in", filepath.Join("..", "shared", "eval", "ner", "raw_open"), "folder of the corpus")
	out := flag.String("out", "docfreq.bin", "file to write")
	least := flag.Int("least", 4, "documents that a stem must stand in")
	flag.Parse()
	if err := run(*in, *out, *least); err != nil {
		fmt.Fprintln(os.Stderr, "docfreq:", err)
		os.Exit(1)
	}
}

func run(in, out string, least int) error {
	c := counter{weight: map[string]float64{}, docs: map[string]int{}}
	var about strings.Builder
	for _, s := range sources {
		line, err := c.read(filepath.Join(in, s.name+".jsonl.gz"), s)
		if err != nil {
			return err
		}
		about.WriteString(line)
	}
	for stem, n := range c.docs {
		if n < least {
			delete(c.weight, stem)
		}
	}
	f, err := stats.New(about.String(), c.total, c.weight)
	if err != nil {
		return err
	}
	b, err := f.Encode()
	if err != nil {
		return err
	}
	fmt.Printf("%d stems, %d bytes\n%s", f.Len(), len(b), about.String())
	return os.WriteFile(out, b, 0o644)
}

// counter counts the documents of each stem, plain and weighted.
type counter struct {
	buf    token.Buffer
	total  float64
	weight map[string]float64
	docs   map[string]int
}

// read counts one source and returns its line of the header.
func (c *counter) read(name string, s source) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	sum := sha256.New()
	z, err := gzip.NewReader(io.TeeReader(bufio.NewReader(f), sum))
	if err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	dec := json.NewDecoder(z)
	n := 0
	for ; ; n++ {
		var row struct{ Title, Text string }
		if err := dec.Decode(&row); err == io.EOF {
			break
		} else if err != nil {
			return "", fmt.Errorf("%s: row %d: %w", name, n+1, err)
		}
		c.count(row.Title+"\n"+row.Text, s.weight)
	}
	return fmt.Sprintf("%s\t%s\t%d documents\tweight %g\tsha256 %x\n", s.name, s.licence, n, s.weight, sum.Sum(nil)), nil
}

// count adds the stems of one document. A compound counts for itself and for
// each of its parts.
func (c *counter) count(text string, weight float64) {
	var blocks []dateline.Span
	at := 0
	for line := range strings.Lines(text) {
		end := at + len(line)
		if strings.TrimSpace(line) != "" {
			blocks = append(blocks, dateline.Span{Start: at, End: at + len(strings.TrimRight(line, "\r\n"))})
		}
		at = end
	}
	c.buf.Segment(text, blocks)
	seen := map[string]bool{}
	for _, t := range c.buf.Tokens {
		w := strings.ToLower(text[t.Start:t.End])
		if !countable(w) {
			continue
		}
		seen[token.Stem(w)] = true
		if strings.Contains(w, "-") {
			for part := range strings.SplitSeq(w, "-") {
				if countable(part) {
					seen[token.Stem(part)] = true
				}
			}
		}
	}
	c.total += weight
	for s := range seen {
		c.weight[s] += weight
		c.docs[s]++
	}
}

// countable reports whether a token is a word: letters, with inner signs.
func countable(w string) bool {
	if w == "" || len(w) > 64 {
		return false
	}
	letters := false
	for _, r := range w {
		switch {
		case unicode.IsLetter(r):
			letters = true
		case !strings.ContainsRune(".-'’&", r):
			return false
		}
	}
	return letters
}
