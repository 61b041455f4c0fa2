package pos

import (
	"errors"
	"fmt"
)

// ErrTagset says that a set of tags cannot be used.
var ErrTagset = errors.New("pos: not a usable set of tags")

// places is how many places a [Tagset] has, several times as many as any tagger has tags.
const places = 256

// maxTags bounds how many tags a [Tagset] has, so that a look-up is short.
const maxTags = places / 2

// Tagset says what the tags of a tagger mean. It is only read after it was made, and so safe for concurrent use.
// The nil Tagset knows no tags.
type Tagset struct {
	table [places]named
}

// named is a tag with its class; the zero value is an empty place.
type named struct {
	tag   string
	class Class
}

// NewTagset makes a Tagset of the class of each tag. The error wraps [ErrTagset]: for an empty tag, or for more than
// 128 of them.
func NewTagset(classes map[string]Class) (*Tagset, error) {
	if len(classes) > maxTags {
		return nil, fmt.Errorf("%w: %d tags", ErrTagset, len(classes))
	}
	t := &Tagset{}
	for tag, class := range classes {
		if tag == "" {
			return nil, fmt.Errorf("%w: an empty tag", ErrTagset)
		}
		at := place(tag)
		for t.table[at].tag != "" {
			at = (at + 1) % places
		}
		t.table[at] = named{tag, class}
	}
	return t, nil
}

// Of returns what a tag means, the zero Class for one that is not known. It is a look-up in a table, because each stage
// asks it for every token of a story.
func (t *Tagset) Of(tag string) Class {
	if t == nil || tag == "" {
		return 0
	}
	for at := place(tag); t.table[at].tag != ""; at = (at + 1) % places {
		if t.table[at].tag == tag {
			return t.table[at].class
		}
	}
	return 0
}

// place returns where the search for a tag, which is not empty, begins.
func place(tag string) int {
	return (int(tag[0])*3 + int(tag[len(tag)-1])*17 + len(tag)*29) % places
}
