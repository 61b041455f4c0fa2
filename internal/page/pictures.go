package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// hasCredit reports whether a short text looks like the credit or caption of a picture.
func hasCredit(text string) bool { return vocab().picture.in(text) != found{} || isSignedPicture(text) }

// maxSigned is the longest credit in brackets at the end of a caption, in bytes.
const maxSigned = 60

// isSignedPicture reports whether a text ends as captions do that name the photographer and the agency in brackets:
// "(Jane Smith/The Lantern)", "(Jane Smith, AFP)".
func isSignedPicture(text string) bool {
	text = strings.TrimSuffix(text, ".")
	if !strings.HasSuffix(text, ")") {
		return false
	}
	at := strings.LastIndexByte(text, '(')
	if at < 0 || len(text)-at > maxSigned {
		return false
	}
	inside := text[at+1 : len(text)-1]
	if strings.ContainsAny(inside, "0123456789") || inside == "" || !isCapital(inside) {
		return false
	}
	if before, behind, ok := strings.Cut(inside, "/"); ok {
		return strings.Contains(before, " ") && isCapital(strings.TrimSpace(behind))
	}
	head, agency, ok := strings.Cut(inside, ", ")
	return ok && strings.Contains(head, " ") && slices.Contains(vocab().agencies, agency)
}

// isCapital reports whether a text begins with a capital.
func isCapital(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

// isCreditLine reports whether a line is the credit of a picture: a few words with an
// agency or a copyright sign.
func isCreditLine(text string) bool {
	return len(text) < 90 && lastMark(text) != '.' && (hasCredit(text) || strings.Contains(text, "©") ||
		slices.ContainsFunc(vocab().pictureEnds, func(end string) bool { return strings.HasSuffix(text, end) }))
}
