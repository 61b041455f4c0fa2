package page

import (
	"slices"
	"strings"
)

// The warnings of a page whose story may not be all there.
const (
	warnNotFree = "declared as not free to read; the story may be cut short"
	warnStub    = "asks the reader to subscribe or sign in to read on; the story may be cut short"
)

// stubPhrases are folded words with which a page ends that shows the beginning of a
// story only.
var stubPhrases = []string{
	"to continue reading", "to keep reading", "to read the full", "to read the rest", "to read this article", "to read this story", "to read more of this",
	"subscribe to continue", "sign in to continue", "log in to continue", "register to continue", "subscribe to read", "sign in to read", "log in to read",
	"reserved for subscribers", "for subscribers only", "only for subscribers", "exclusive to subscribers", "available to subscribers", "already a subscriber",
	"this article is for subscribers", "this content is for members", "to unlock this article", "unlock this article", "unlock this story",
	"jetzt weiterlesen", "um weiterzulesen", "weiterlesen mit", "nur für abonnenten", "réservé aux abonnés", "pour lire la suite", "para seguir leyendo", "solo para suscriptores",
}

// maxStub is the longest line, in bytes, that is searched for such words.
const maxStub = 300

// isGated reports whether a value of isAccessibleForFree says no.
func isGated(v any) bool {
	switch v := v.(type) {
	case bool:
		return !v
	case string:
		v = strings.ToLower(v[strings.LastIndexByte(v, '/')+1:])
		return v == "false" || v == "no"
	}
	return false
}

// isGatedArticle reports whether an object of JSON-LD, or one of its parts, is declared
// as not free.
func isGatedArticle(o map[string]any) bool {
	if isGated(o["isAccessibleForFree"]) {
		return true
	}
	for _, p := range list(o["hasPart"]) {
		if part, ok := p.(map[string]any); ok && isGated(part["isAccessibleForFree"]) {
			return true
		}
	}
	return false
}

// paywall returns a warning where the page declares a paywall or where words beside its
// story ask to subscribe before reading on, "" for other pages.
func paywall(c *content, arts []article) string {
	for _, a := range arts {
		if a.gated {
			return warnNotFree
		}
	}
	if c.meta.gated {
		return warnNotFree
	}
	for i := range c.blocks {
		b := &c.blocks[i]
		if b.role.isBody() || b.role == roleHeadline || b.hints&(hintNav|hintFooter|hintHidden) != 0 {
			continue
		}
		if isStub(b) {
			return warnStub
		}
	}
	return ""
}

// pleaWords are what a line begins with that asks the reader for something.
var pleaWords = []string{
	"subscribe", "sign", "log", "login", "register", "create", "already", "become", "join", "unlock", "want", "please", "get", "start", "you", "your", "this article is",
	"this story is", "this content is", "to continue", "to keep", "to read", "to unlock", "continue", "exclusive", "available", "reserved", "only", "for subscribers",
	"jetzt", "um weiterzulesen", "weiterlesen", "nur für", "réservé", "pour lire", "para seguir", "solo para",
}

// isStub reports whether a short line asks the reader to subscribe or sign in before
// reading on.
func isStub(b *block) bool {
	return len(b.text) <= maxStub && isPlea(b.fold()) && slices.ContainsFunc(stubPhrases, func(p string) bool { return strings.Contains(b.fold(), p) })
}

// isPlea reports whether a folded line begins as one that asks for something.
func isPlea(f string) bool {
	for _, w := range pleaWords {
		if strings.HasPrefix(f, w) && (len(f) == len(w) || f[len(w)] == ' ') {
			return true
		}
	}
	return false
}
