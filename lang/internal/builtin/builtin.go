// Package builtin has what the packs of the library are made with. Packs of users need none of it:
// they are plain values.
package builtin

import (
	"fmt"
	"io/fs"
	"sync"

	"github.com/blevesearch/snowballstem"

	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/pos"
)

// Once keeps a pack that is made when it is first asked for. It is a plain variable, not a sync.OnceValue: that would
// be set before main runs, and would so tie the models to every program that imports a language for its words alone.
type Once struct {
	once sync.Once
	pack *lang.Pack
}

// Pack returns the pack, which it makes on the first call.
func (o *Once) Pack(pack func() *lang.Pack) *lang.Pack {
	o.once.Do(func() { o.pack = pack() })
	return o.pack
}

// Lexicon reads the tables of a language, lexicon/*.tsv. They are part of the program and a test
// reads them, so an error is a fault of ours that cannot reach a user.
func Lexicon(tables fs.FS) *lang.Lexicon {
	folder, err := fs.Sub(tables, "lexicon")
	if err != nil {
		panic(fmt.Sprintf("lang: %v", err))
	}
	l, err := lang.ReadLexicon(folder)
	if err != nil {
		panic(err.Error())
	}
	return l
}

// Table reads the one table of a language that has no more, lexicon/CODE.tsv. Its errors are ours too.
func Table(tables fs.FS, code string) *lang.Lexicon {
	l := lang.NewLexicon()
	table, err := fs.ReadFile(tables, "lexicon/"+code+".tsv")
	if err == nil {
		err = l.Add(string(table))
	}
	if err != nil {
		panic(fmt.Sprintf("lang: %s: %v", code, err))
	}
	return l
}

// Tagset makes the set of tags of a tagger. They are part of the program, so an error is a fault of ours as well.
func Tagset(classes map[string]pos.Class) *pos.Tagset {
	t, err := pos.NewTagset(classes)
	if err != nil {
		panic(err.Error())
	}
	return t
}

// Snowball returns the stem of a word by a stemmer of bleve's port of snowball.
func Snowball(stem func(*snowballstem.Env) bool, word string) string {
	env := snowballstem.NewEnv(word)
	stem(env)
	return env.Current()
}
