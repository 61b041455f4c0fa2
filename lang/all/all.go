// Package all is every language that Dateline has, for programs that read what comes:
//
//	a, err := analyze.New(analyze.Options{Languages: all.Packs()})
//
// A program that imports it links the models of every language. It is English alone so far.
package all

import (
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/en"
)

// Packs returns every pack, English first, so that text of an unknown language is read as English.
func Packs() []*lang.Pack { return []*lang.Pack{en.Pack()} }
