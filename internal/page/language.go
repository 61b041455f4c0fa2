package page

import (
	"fmt"
	"strings"
	"sync"
	"unicode"

	"github.com/abadojack/whatlanggo"
	"golang.org/x/text/language"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/paragraph"
	"github.com/dateline-go/dateline/lang/furniture"
)

// declaredLanguage returns the language that the page says it is in.
func declaredLanguage(c *content, arts []article) string {
	for _, s := range []string{c.meta.lang, c.meta.metaLang} {
		if tag := languageTag(s); tag != "" {
			return tag
		}
	}
	for _, a := range arts {
		if tag := languageTag(a.language); tag != "" {
			return tag
		}
	}
	return ""
}

// languageTag returns the canonical form of a language tag, "" for what is none.
func languageTag(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), ",")
	if s == "" || len(s) > 20 {
		return ""
	}
	tag, err := language.Parse(strings.ReplaceAll(s, "_", "-"))
	if err != nil || tag == language.Und {
		return ""
	}
	return tag.String()
}

// The text that a language is told from, in bytes: the least, and as much as is
// looked at.
const (
	minDetect = 120
	maxDetect = 1200
)

// setLanguage sets the language of a document: what the page declares, unless its
// words say that it is English when it is declared not to be, or the other way
// round, which is worth a warning.
func setLanguage(d *dateline.Document, declared string) {
	d.Language = declared
	words := sampleOf(d)
	if len(words) >= minDetect {
		told := "en"
		if englishShare(words) < english {
			told = detect(words)
		}
		switch {
		case told == "":
		case declared == "":
			d.Language = told
		case isEnglish(told) != isEnglish(declared):
			d.Language = told
			d.Warnings = append(d.Warnings, fmt.Sprintf("declared to be in %q, but its words are %q", declared, told))
		}
	}
}

func isEnglish(tag string) bool { return tag == "en" || strings.HasPrefix(tag, "en-") }

// sampleOf returns the beginning of a document's story without its headline.
func sampleOf(d *dateline.Document) string {
	for _, b := range d.Blocks {
		if b.Kind == dateline.BlockParagraph {
			return paragraph.Short(d.Text[b.Start:], maxDetect)
		}
	}
	return ""
}

// english is the share of words from which a text counts as English, see
// englishShare. English news has 0.2 to 0.3, other languages under 0.05.
const english = 0.12

// fewLower is how many words in small letters say more than all words: a list of
// results is names for the most part. Words of English are lowerShare times as
// frequent among them.
const (
	fewLower   = 8
	lowerShare = 1.25
)

// englishShare returns the share of a text's words that are frequent words of English,
// as told from those in small letters where there are a few.
func englishShare(text string) float64 {
	all, hits, lower, lowerHits := 0, 0, 0, 0
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		small := strings.ToLower(w)
		hit := isFrequent(small, "en")
		all++
		if hit {
			hits++
		}
		if small != w || strings.ToUpper(w) == w {
			continue
		}
		lower++
		if hit {
			lowerHits++
		}
	}
	if lower >= fewLower {
		return float64(lowerHits) / (lowerShare * float64(lower))
	}
	return float64(hits) / float64(max(1, all))
}

// detect tells the language of a text from its trigrams, "" where it is not sure. Trigrams tell results and names, too,
// from prose, and then are wrong: a text in Latin letters must hold words that are frequent in the language.
func detect(text string) string {
	info := whatlanggo.Detect(text)
	if !info.IsReliable() {
		return ""
	}
	tag := languageTag(info.Lang.Iso6391())
	if info.Script == unicode.Latin && !isEnglish(tag) && !readsAs(text, tag) {
		return ""
	}
	return tag
}

// enoughFrequent is the share of words in small letters that are frequent words of a language in
// its prose: half of what news has.
const enoughFrequent = 0.08

// readsAs reports whether a text holds the frequent words of a language. Of a language that the
// table does not have, the words in small letters must be most of all.
func readsAs(text, language string) bool {
	all, lower, hits := 0, 0, 0
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		all++
		if strings.ToLower(w) != w {
			continue
		}
		lower++
		if isFrequent(w, language) {
			hits++
		}
	}
	if !frequentLanguages()[language] {
		return 2*lower > all
	}
	return float64(hits) >= enoughFrequent*float64(lower) && 5*lower > all
}

// frequentLanguages are those of which the table has frequent words.
var frequentLanguages = sync.OnceValue(func() map[string]bool {
	known := map[string]bool{}
	for _, p := range vocab().table.Phrases(furniture.Frequent) {
		for language := range strings.SplitSeq(p.Value, "+") {
			known[language] = true
		}
	}
	return known
})

// isFrequent reports whether a word in small letters is frequent in a language and in few others.
func isFrequent(word, language string) bool {
	of, ok := vocab().table.Value(word, furniture.Frequent)
	for known := range strings.SplitSeq(of, "+") {
		if ok && known == language {
			return true
		}
	}
	return false
}
