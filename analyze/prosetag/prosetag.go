// Package prosetag gives the part-of-speech tagger of prose/v2 to those who want
// its tags rather than our own:
//
//	tagger, err := prosetag.New()
//	a, err := analyze.New(analyze.Options{Tagger: tagger})
//
// It is a package of its own so that others do not carry its model, which adds
// about 17 MB to a binary, 40 MB of memory and a tenth of a second to the first use.
package prosetag

import (
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/internal/token/prose"
)

// New returns the tagger. Its model is read on the first call and then shared; it
// is safe for concurrent use. Where prose panics, Tag returns an error.
func New() (analyze.Tagger, error) { return prose.New() }
