package statement

import (
	"slices"

	"github.com/dateline-go/dateline"
)

// Option is one candidate of a choice: the places of its features in the weights.
type Option = []int16

// CueOption returns the features of a frame.
func (d *Finder) CueOption(f *Frame) Option { return f.features(nil) }

// StartOptions returns the candidates for where the content on the right of a
// frame begins, and which of them begins at a byte, -1 for none.
func (d *Finder) StartOptions(f *Frame, at int) (options []Option, right int) {
	right = -1
	if f.Shape != Right && f.Shape != Raised {
		return nil, -1
	}
	for n, i := range d.Story.starts(f, nil) {
		options = append(options, d.Story.startFeatures(f, i, nil))
		if d.Story.doc.Tokens[i].Start == at {
			right = n
		}
	}
	return options, right
}

// EndOptions returns the candidates for where the content of a frame that begins
// at byte start ends, and which of them ends at byte end, -1 for none.
func (d *Finder) EndOptions(f *Frame, start, end int) (options []Option, right int) {
	right = -1
	s := &d.Story
	if f.Shape == Left || f.right >= f.limit {
		return nil, -1
	}
	from, ok := slices.BinarySearchFunc(s.doc.Tokens, start, func(t dateline.Token, at int) int { return t.Start - at })
	if !ok || from < f.right || from >= f.limit {
		return nil, -1
	}
	for n, e := range s.ends(f, from, nil) {
		options = append(options, s.endFeatures(f, from, e, nil))
		if last := s.doc.Tokens[e.at-1]; last.End == end || last.End > end && last.Start >= end && last.End-end <= 3 {
			right = n
		}
	}
	return options, right
}
