package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/corrections"
	"github.com/dateline-go/dateline/search"
)

// correctionsCommand has what editors put right.
type correctionsCommand struct {
	Export exportCorrections `cmd:"" help:"Write the corrected articles in the form that models of names are trained on."`
}

// exportCorrections writes the articles that editors put something right in.
type exportCorrections struct {
	engineFlag
	File   string `name:"corrections" placeholder:"FILE" help:"What editors put right. Default: DIR.corrections.json."`
	Format string `enum:"jsonl,conll,names" default:"jsonl" help:"How to write: ${enum}."`
}

// Help shows uses of the command.
func (*exportCorrections) Help() string {
	return `Each article that somebody put something right in is written as it stands now, with its names:
as a line of JSON with the text and the spans of tokens, sentences and names, or in the columns of
CoNLL: a token and its label a line, an empty line after each sentence. names writes what was put
right as the rows of a names file, for newsdesk index --names and for other archives.

Examples:

  newsdesk corrections export --index archive > corrected.jsonl
  newsdesk corrections export --index archive --format conll > corrected.conll
  newsdesk corrections export --index archive --format names > desk.tsv`
}

// Run runs the command.
func (c *exportCorrections) Run(d *desk) error {
	file, err := c.File, error(nil)
	if file == "" {
		if file, err = beside(c.Index, correctionsSuffix); err != nil {
			return err
		}
	}
	if _, err := os.Stat(file); err != nil {
		return usage(fmt.Errorf("--corrections: %w", err))
	}
	book, err := corrections.Open(file)
	if err != nil {
		return usage(err)
	}
	if c.Format == "names" {
		left, err := corrections.WriteNames(d.stdout, book.All())
		if left > 0 {
			d.notes.say("%s left out: about quotes, or said otherwise later", count(left, "correction"))
		}
		return err
	}
	a, err := c.engineFlag.open(d)
	if err != nil {
		return err
	}
	return closing(a, c.write(d, a, book))
}

// write writes the articles that are there still.
func (c *exportCorrections) write(d *desk, a search.Engine, book *corrections.Book) error {
	ids, err := book.Corrected()
	if err != nil {
		return err
	}
	w := bufio.NewWriter(d.stdout)
	for _, id := range ids {
		doc, err := a.Document(d.ctx, id)
		if errors.Is(err, search.ErrNotFound) {
			continue
		}
		if err != nil {
			return err
		}
		row := rowOf(doc)
		if c.Format == "conll" {
			err = row.conll(w)
		} else {
			err = json.NewEncoder(w).Encode(row)
		}
		if err != nil {
			return err
		}
	}
	return w.Flush()
}

// trainingRow is an article as the trainer of names reads it.
type trainingRow struct {
	ID        string          `json:"id"`
	Source    string          `json:"source"`
	Text      string          `json:"text"`
	Spans     []trainingSpan  `json:"spans"`
	Tokens    []dateline.Span `json:"tokens"`
	Sentences []dateline.Span `json:"sents"`
}

type trainingSpan struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Label string `json:"label"`
}

// rowOf is the row of an article. One that was kept without tokens is cut at what is neither
// letter nor digit.
func rowOf(doc *dateline.Document) trainingRow {
	row := trainingRow{ID: doc.ID, Source: "corrections", Text: doc.Text, Sentences: doc.Sentences}
	row.Spans = []trainingSpan{}
	for _, m := range doc.Mentions {
		if m.Label.IsName() {
			row.Spans = append(row.Spans, trainingSpan{m.Start, m.End, string(m.Label)})
		}
	}
	for _, t := range doc.Tokens {
		row.Tokens = append(row.Tokens, t.Span())
	}
	if len(doc.Tokens) == 0 {
		row.Tokens = plainTokens(doc.Text)
	}
	return row
}

// plainTokens cuts a text into words and single marks.
func plainTokens(text string) []dateline.Span {
	var list []dateline.Span
	start := -1
	for i, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			list = append(list, dateline.Span{Start: start, End: i})
			start = -1
		}
		if !unicode.IsSpace(r) {
			list = append(list, dateline.Span{Start: i, End: i + utf8.RuneLen(r)})
		}
	}
	if start >= 0 {
		list = append(list, dateline.Span{Start: start, End: len(text)})
	}
	return list
}

// conll writes a row in columns, with the labels of the IOB2 scheme.
func (row trainingRow) conll(w io.Writer) error {
	var b strings.Builder
	sentence, name := 0, 0
	for _, t := range row.Tokens {
		for sentence < len(row.Sentences) && row.Sentences[sentence].End <= t.Start {
			if sentence++; b.Len() > 0 {
				b.WriteByte('\n')
			}
		}
		for name < len(row.Spans) && row.Spans[name].End <= t.Start {
			name++
		}
		label := "O"
		if name < len(row.Spans) && row.Spans[name].Start <= t.Start && t.End <= row.Spans[name].End {
			label = "I-" + row.Spans[name].Label
			if t.Start == row.Spans[name].Start {
				label = "B-" + row.Spans[name].Label
			}
		}
		fmt.Fprintf(&b, "%s\t%s\n", row.Text[t.Start:t.End], label)
	}
	_, err := io.WriteString(w, b.String()+"\n")
	return err
}
