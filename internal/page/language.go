package page

import (
	"strings"

	"github.com/dateline-go/dateline"
	"golang.org/x/text/language"
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

// setLanguage sets the language of a document and warns where it is not English.
func setLanguage(d *dateline.Document, declared string) {
	d.Language = declared
}
