package train

import (
	"fmt"
	"io"
	"strings"
)

// ReadCoNLL reads articles in the columns of CoNLL 2003: a word a line, its label in the last
// column, an empty line between sentences, -DOCSTART- between articles.
//
//	Mira NNP B-PER
//	Ekre NNP I-PER
//	left VBD O
//
// A label is O, or B-, I-, E-, L-, S- or U- and one of those of [Name]; a name begins where the
// label before is none or another, or with B, S or U. The error wraps [ErrRow] and names the line:
// a word without a label, a label that is none; or it is that of r.
func ReadCoNLL(r io.Reader) ([]Article, error) {
	c := conll{}
	if err := eachLine(r, c.add); err != nil {
		return nil, err
	}
	c.flush()
	return c.list, nil
}

// conll puts articles together.
type conll struct {
	list  []Article
	text  strings.Builder
	open  bool   // the last word is in a sentence that may go on
	kind  string // the label of the name that the last word belongs to, "" for none
	names []Name // the names so far
}

// add adds a line.
func (c *conll) add(line string) error {
	columns := strings.Fields(line)
	switch {
	case len(columns) == 0:
		if c.open {
			c.text.WriteByte('\n')
		}
		c.open, c.kind = false, ""
		return nil
	case columns[0] == "-DOCSTART-":
		c.flush()
		return nil
	case len(columns) == 1:
		return fmt.Errorf("%q has no label", columns[0])
	}
	if c.open {
		c.text.WriteByte(' ')
	}
	start := c.text.Len()
	c.text.WriteString(columns[0])
	c.open = true
	return c.label(columns[len(columns)-1], start)
}

// label gives the word that begins at a byte and ends with the text its label.
func (c *conll) label(label string, start int) error {
	if label == "O" {
		c.kind = ""
		return nil
	}
	place, kind, _ := strings.Cut(label, "-")
	if _, ok := kinds[kind]; !ok || len(place) != 1 || !strings.Contains("BIELSU", place) {
		return fmt.Errorf("unknown label %q", label)
	}
	if goesOn := strings.Contains("IEL", place) && c.kind == kind; goesOn {
		c.names[len(c.names)-1].End = c.text.Len()
	} else {
		c.names = append(c.names, Name{Start: start, End: c.text.Len(), Label: kind})
	}
	c.kind = kind
	if strings.Contains("ELSU", place) {
		c.kind = ""
	}
	return nil
}

// flush ends an article.
func (c *conll) flush() {
	if c.text.Len() > 0 {
		c.list = append(c.list, Article{ID: fmt.Sprint("article ", len(c.list)+1), Text: c.text.String(), Spans: c.names})
	}
	c.text.Reset()
	c.open, c.kind, c.names = false, "", nil
}
