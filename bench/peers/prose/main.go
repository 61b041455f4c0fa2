// Command prose finds sentences, tokens and names with prose/v2.
package main

import (
	"fmt"
	"strings"

	"github.com/jdkato/prose/v2"

	"github.com/dateline-go/dateline/bench/peers/contract"
)

func main() {
	contract.Run("github.com/jdkato/prose/v2", func(j *contract.Job) error {
		stories, err := contract.Rows[contract.Story](j.In)
		if err != nil {
			return err
		}
		var do func(i int) (any, error)
		switch j.Task {
		case "tokens":
			do = func(i int) (any, error) { return cut(stories[i]) }
		case "names":
			// A model is read anew for every document unless one is passed in.
			first, err := prose.NewDocument("One.")
			if err != nil {
				return err
			}
			do = func(i int) (any, error) { return names(stories[i], first.Model) }
		default:
			return fmt.Errorf("no task %q", j.Task)
		}
		j.Ready(len(stories))
		return j.Each(len(stories), do)
	})
}

// cut finds sentences and tokens, neither tagged. prose gives no offsets, so each is
// looked for behind the one before.
func cut(s contract.Story) (contract.Cut, error) {
	doc, err := prose.NewDocument(s.Text, prose.WithTagging(false), prose.WithExtraction(false))
	if err != nil {
		return contract.Cut{}, fmt.Errorf("%s: %w", s.ID, err)
	}
	out := contract.Cut{ID: s.ID}
	at := 0
	for _, x := range doc.Sentences() {
		if start, end, ok := find(s.Text, x.Text, at); ok {
			out.Sentences = append(out.Sentences, [2]int{start, end})
			at = end
		}
	}
	at = 0
	for _, x := range doc.Tokens() {
		if start, end, ok := find(s.Text, x.Text, at); ok {
			out.Tokens = append(out.Tokens, [2]int{start, end})
			at = end
		}
	}
	return out, nil
}

// names finds names.
func names(s contract.Story, model *prose.Model) (contract.Named, error) {
	doc, err := prose.NewDocument(s.Text, prose.UsingModel(model))
	if err != nil {
		return contract.Named{}, fmt.Errorf("%s: %w", s.ID, err)
	}
	out := contract.Named{ID: s.ID, Spans: []contract.Name{}}
	at := 0
	for _, e := range doc.Entities() {
		if start, end, ok := find(s.Text, e.Text, at); ok {
			out.Spans = append(out.Spans, contract.Name{Start: start, End: end, Label: e.Label})
			at = end
		}
	}
	return out, nil
}

// find looks for words from an offset on, whatever white space is between them.
func find(text, words string, from int) (start, end int, ok bool) {
	if words == "" {
		return 0, 0, false
	}
	if i := strings.Index(text[from:], words); i >= 0 {
		return from + i, from + i + len(words), true
	}
	list := strings.Fields(words)
	for at := from; len(list) > 0; {
		i := strings.Index(text[at:], list[0])
		if i < 0 {
			break
		}
		start, end = at+i, at+i+len(list[0])
		whole := true
		for _, w := range list[1:] {
			rest := strings.TrimLeft(text[end:], " \t\r\n\u00a0")
			if whole = strings.HasPrefix(rest, w); !whole {
				break
			}
			end = len(text) - len(rest) + len(w)
		}
		if whole {
			return start, end, true
		}
		at = start + 1
		for at < len(text) && text[at]&0xC0 == 0x80 {
			at++
		}
	}
	return 0, 0, false
}
