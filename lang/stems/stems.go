// Package stems has the languages of which Dateline knows the function words and the stems and no more: enough to
// search an archive, not to read an article. Those that it reads have packages of their own, such as lang/de.
package stems

import (
	"embed"
	"slices"
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/arabic"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/irish"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/swedish"
	"github.com/blevesearch/snowballstem/turkish"

	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/internal/builtin"
)

//go:embed lexicon/*.tsv
var tables embed.FS

// language is a language whose table is read when somebody asks for it.
type language struct {
	code string
	stem func(*snowballstem.Env) bool
	// spelled puts letters in the place of others that the stemmer does not know; nil for none.
	spelled *strings.Replacer
	pack    builtin.Once
}

var languages = []*language{
	{code: "ar", stem: arabic.Stem},
	{code: "da", stem: danish.Stem},
	{code: "fi", stem: finnish.Stem},
	{code: "ga", stem: irish.Stem},
	{code: "hu", stem: hungarian.Stem},
	{code: "no", stem: norwegian.Stem},
	{code: "ro", stem: romanian.Stem, spelled: strings.NewReplacer("ș", "ş", "ț", "ţ")},
	{code: "ru", stem: russian.Stem},
	{code: "sv", stem: swedish.Stem},
	{code: "tr", stem: turkish.Stem},
}

// Codes returns the languages of the package as BCP 47 base tags, in order.
func Codes() []string {
	codes := make([]string, len(languages))
	for i, l := range languages {
		codes[i] = l.code
	}
	return codes
}

// For returns the pack of a language by its code, nil where the package has none. Every call returns the same pack.
func For(code string) *lang.Pack {
	i := slices.IndexFunc(languages, func(l *language) bool { return l.code == code })
	if i < 0 {
		return nil
	}
	l := languages[i]
	return l.pack.Pack(func() *lang.Pack {
		return &lang.Pack{Code: l.code, Lexicon: builtin.Table(tables, l.code), Stem: l.stemOf}
	})
}

func (l *language) stemOf(word string) string {
	if l.spelled != nil {
		word = l.spelled.Replace(word)
	}
	return builtin.Snowball(l.stem, word)
}
