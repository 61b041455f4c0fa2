package page

import (
	"strings"
	"sync"

	"github.com/dateline-go/dateline/lang/furniture"
)

// vocabulary is what the reader of pages knows of words, in the form in which it looks them up. The
// words themselves are rows of the tables of package furniture.
type vocabulary struct {
	table   *furniture.Table
	openers [256][]opener // by first byte, each in the order of the table
	junk    *phraseSet
	notices *phraseSet
	picture *phraseSet

	bylineLabels, weakLabels, nameLabels []string // with the space behind them
	bylineEnds, nameEnds, joiners        []string // with the space before them, and behind
	bio, stubs, pleas, posts, about      []string
	pictureEnds, ageLabels               []string
	inner                                []string // with spaces around them
	credited                             []string
	credits, agencies, with, contacts    []string
	reported, sitePhrases                []string
}

// opener is a phrase that opens a part of the page.
type opener struct {
	words string // folded
	role  role
}

// vocab makes the vocabulary on first use.
var vocab = sync.OnceValue(func() *vocabulary {
	t := furniture.Words()
	v := &vocabulary{
		table: t, junk: newPhraseSet(t.List(furniture.Junk)), picture: newPhraseSet(t.List(furniture.Picture)),
		notices:      newPhraseSet(t.List(furniture.Notice)),
		bylineLabels: bordered("", t.List(furniture.BylineLabel), " "),
		weakLabels:   bordered("", t.List(furniture.BylineLabelWeak), " "),
		nameLabels:   t.List(furniture.NameLabel),
		credits:      t.List(furniture.CreditLabel),
		agencies:     t.List(furniture.Agency),
		with:         t.List(furniture.With),
		contacts:     t.List(furniture.Contact),
		reported:     t.List(furniture.Reported),
		sitePhrases:  t.List(furniture.SitePhrase),
		nameEnds:     bordered(" ", t.List(furniture.NameEnd), " "),
		joiners:      bordered(" ", t.List(furniture.NameJoiner), " "),
		bylineEnds:   bordered(" ", t.List(furniture.BylineEnd), ""),
		inner:        bordered(" ", t.List(furniture.BylineInner), " "),
		credited:     t.List(furniture.Credited),
		bio:          t.List(furniture.Bio),
		stubs:        t.List(furniture.Stub),
		pleas:        t.List(furniture.Plea),
		posts:        t.List(furniture.Post),
		about:        bordered("", t.List(furniture.About), " "),
		pictureEnds:  t.List(furniture.PictureEnd),
		ageLabels:    bordered("", t.List(furniture.AgeLabel), " "),
	}
	for _, p := range t.Phrases(furniture.Opener) {
		v.openers[p.Words[0]] = append(v.openers[p.Words[0]], opener{p.Words, openerRoles[p.Value]})
	}
	return v
})

// openerRoles are the parts of a page as the table of openers names them.
var openerRoles = map[string]role{
	"byline": roleByline, "author-box": roleAuthorBox, "tip": roleTip, "related": roleRelated, "most-read": roleMostRead,
	"follow": roleFollow, "newsletter": roleNewsletter, "comments": roleComments, "cookies": roleCookies,
	"navigation": roleNavigation, "advert": roleAdvert, "other": roleOther,
}

// bordered puts the same before and behind each word.
func bordered(before string, list []string, behind string) []string {
	for i := range list {
		list[i] = before + list[i] + behind
	}
	return list
}

// is reports whether a word, in the form of the table, is of a kind.
func (v *vocabulary) is(word string, k furniture.Kind) bool { return v.table.Is(word, k) }

// cutLabel takes the first of some labels that a text begins with off it.
func cutLabel(text string, labels []string) (rest string, ok bool) {
	for _, l := range labels {
		if rest, ok = strings.CutPrefix(text, l); ok {
			return rest, true
		}
	}
	return text, false
}

// containsAny reports whether a text holds one of some phrases.
func containsAny(text string, phrases []string) bool {
	for _, p := range phrases {
		if strings.Contains(text, p) {
			return true
		}
	}
	return false
}

// cutAtAny returns a text up to the first of some phrases, each looked for in what those before it have left.
func cutAtAny(text string, phrases ...string) string {
	for _, p := range phrases {
		text, _, _ = strings.Cut(text, p)
	}
	return text
}
