package en

import (
	"strings"

	"github.com/dateline-go/dateline/lang"
)

// singular returns what the forms of a noun in small letters share, "election" for "elections".
// What is made of a noun is another: "response", "responsibility". It need not be a word.
func singular(w string) string {
	if s := Words().Lexicon.Value(w, lang.IrregularPlural); s != "" {
		return s
	}
	n := len(w)
	if n < 4 {
		return w
	}
	switch {
	case strings.HasSuffix(w, "ies"):
		return w[:n-3] + "y"
	case strings.HasSuffix(w, "ie"):
		return w[:n-2] + "y" // "movie", as "movies" has lost its letter
	case strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is"):
		return w
	case strings.HasSuffix(w, "s"):
		w = w[:n-1]
	}
	switch {
	case strings.HasSuffix(w, "ve"): // "wolves"
		return w[:len(w)-2] + "f"
	case strings.HasSuffix(w, "fe"): // "knife"
		return w[:len(w)-1]
	case len(w) > 4:
		for _, end := range [...]string{"se", "xe", "ze", "che", "she", "oe"} { // "buses", and so "houses"
			if strings.HasSuffix(w, end) {
				return w[:len(w)-1]
			}
		}
	}
	return w
}
