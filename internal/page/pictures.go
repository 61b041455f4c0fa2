package page

import (
	"slices"
	"strings"
)

// hasCredit reports whether a short text looks like the credit or caption of a picture.
func hasCredit(text string) bool { return vocab().picture.in(text) != found{} }

// isCreditLine reports whether a line is the credit of a picture: a few words with an
// agency or a copyright sign.
func isCreditLine(text string) bool {
	return len(text) < 90 && lastMark(text) != '.' && (hasCredit(text) || strings.Contains(text, "©") ||
		slices.ContainsFunc(vocab().pictureEnds, func(end string) bool { return strings.HasSuffix(text, end) }))
}
