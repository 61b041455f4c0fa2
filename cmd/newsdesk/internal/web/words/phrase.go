package words

import (
	"fmt"
	"slices"
	"strings"
)

// phrase is a cell: texts, and between them what is put in.
type phrase struct {
	texts []string // one more than slots
	slots []int    // which of the arguments stands there: their order is that of the English cell
}

// parse reads a cell, whose placeholders must be among names.
func parse(cell string, names []string) (phrase, error) {
	var p phrase
	for {
		text, rest, ok := strings.Cut(cell, "{")
		p.texts = append(p.texts, text)
		if !ok {
			return p, nil
		}
		name, rest, ok := strings.Cut(rest, "}")
		slot := slices.Index(names, name)
		if !ok || slot < 0 {
			return p, fmt.Errorf("there is no placeholder {%s} in English", name)
		}
		p.slots = append(p.slots, slot)
		cell = rest
	}
}

// say puts arguments in. One that is missing is left out.
func (p phrase) say(args ...string) string {
	if len(p.slots) == 0 {
		return p.text(0)
	}
	n := 0
	for _, t := range p.texts {
		n += len(t)
	}
	for _, a := range args {
		n += len(a)
	}
	var b strings.Builder
	b.Grow(n)
	for i, t := range p.texts {
		b.WriteString(t)
		if i < len(p.slots) && p.slots[i] < len(args) {
			b.WriteString(args[p.slots[i]])
		}
	}
	return b.String()
}

// text is the text before the i-th placeholder, or behind the last.
func (p phrase) text(i int) string {
	if i < 0 || i >= len(p.texts) {
		return ""
	}
	return p.texts[i]
}

// match reads what was put into a phrase out of a text that it said, in the order of its slots.
func (p phrase) match(said string) (args []string, ok bool) {
	if said, ok = strings.CutPrefix(said, p.text(0)); !ok {
		return nil, false
	}
	for i := range p.slots {
		next := p.texts[i+1]
		at := strings.Index(said, next)
		if i == len(p.slots)-1 { // the rest is behind it
			at = len(said) - len(next)
			if !strings.HasSuffix(said, next) {
				at = -1
			}
		}
		if at < 0 {
			return nil, false
		}
		args, said = append(args, said[:at]), said[at+len(next):]
	}
	return args, said == ""
}
