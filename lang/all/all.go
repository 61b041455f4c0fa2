// Package all is every language that Dateline has, for programs that read what comes:
//
//	a, err := analyze.New(analyze.Options{Languages: all.Packs()})
//
// A program that imports it links the models of every language.
package all

import (
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/de"
	"github.com/dateline-go/dateline/lang/en"
	"github.com/dateline-go/dateline/lang/es"
	"github.com/dateline-go/dateline/lang/fr"
	"github.com/dateline-go/dateline/lang/it"
	"github.com/dateline-go/dateline/lang/nl"
	"github.com/dateline-go/dateline/lang/pt"
)

// Packs returns every pack, English first, so that text of an unknown language is read as English.
func Packs() []*lang.Pack {
	return []*lang.Pack{en.Pack(), de.Pack(), es.Pack(), fr.Pack(), it.Pack(), nl.Pack(), pt.Pack()}
}
