package page

import "strings"

// The warnings of a page whose story may not be all there.
const (
	warnNotFree = "declared as not free to read; the story may be cut short"
	warnStub    = "asks the reader to subscribe or sign in to read on; the story may be cut short"
)

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

// isStub reports whether a short line asks the reader to subscribe or sign in before
// reading on.
func isStub(b *block) bool {
	return len(b.text) <= maxStub && isPlea(b.fold()) && containsAny(b.fold(), vocab().stubs)
}

// isPlea reports whether a folded line begins as one that asks for something.
func isPlea(f string) bool {
	for _, w := range vocab().pleas {
		if strings.HasPrefix(f, w) && (len(f) == len(w) || f[len(w)] == ' ') {
			return true
		}
	}
	return false
}
