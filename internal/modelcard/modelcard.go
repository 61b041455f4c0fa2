// Package modelcard keeps the numbers of fitted models in docs/model-card.md.
//
//	err := modelcard.Write("docs/model-card.md", "Salience of entities", "Weights", salience.Features(), weights)
//
// The programs that fit a model call it, so that the card and the source never
// differ.
package modelcard

import (
	"bytes"
	"fmt"
	"os"
)

// Write puts the numbers of a model into the line of a card that begins with a
// title, "- **Weights**: ", in the section whose heading begins with the given
// words. Lines of other sections may have the same title. It returns an error where
// there is no such section or line, and the file is left as it is then.
func Write(file, section, title string, features []string, weights []float64) error {
	card, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	card, err = put(card, section, title, line(features, weights))
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return os.WriteFile(file, card, 0o644)
}

// line writes each feature with its weight.
func line(features []string, weights []float64) []byte {
	var b []byte
	for i, f := range features {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = fmt.Appendf(b, "%s %.4f", f, weights[i]+0) // + 0: no "-0"
	}
	return append(b, '.')
}

func put(card []byte, section, title string, text []byte) ([]byte, error) {
	from := bytes.Index(card, []byte("\n## "+section))
	if from < 0 {
		return nil, fmt.Errorf("no section begins with %q", section)
	}
	from++
	end := len(card)
	if n := bytes.Index(card[from:], []byte("\n## ")); n >= 0 {
		end = from + n
	}
	head := []byte("\n- **" + title + "**: ")
	at := bytes.Index(card[from:end], head)
	if at < 0 {
		return nil, fmt.Errorf("section %q: no line begins with %q", section, head[1:])
	}
	at += from + len(head)
	stop := len(card)
	if n := bytes.IndexByte(card[at:], '\n'); n >= 0 {
		stop = at + n
	}
	return bytes.Join([][]byte{card[:at], text, card[stop:]}, nil), nil
}
