package page

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/abadojack/whatlanggo"
	"golang.org/x/text/language"

	"github.com/dateline-go/dateline"
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
			return short(d.Text[b.Start:], maxDetect)
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

// detect tells the language of a text from its trigrams, "" where it is not sure.
func detect(text string) string {
	info := whatlanggo.Detect(text)
	if !info.IsReliable() {
		return ""
	}
	return languageTag(info.Lang.Iso6391())
}

// isFrequent reports whether a word in small letters is frequent in a language and in few others.
func isFrequent(word, language string) bool {
	of, ok := vocab().table.Value(word, furniture.Frequent)
	return ok && of == language
}
