package words

import "slices"

// Small begins the terms of stop words, which are kept at their places for phrases
// and nothing else. No other term begins so.
const Small = "_"

// Place is what stands at the place of a word for a phrase: its term, or that of a
// stop word.
func (w Word) Place() string {
	if w.Term != "" && !w.Weak {
		return w.Term
	}
	return Small + w.Form
}

// Phrase returns the words of a phrase, each with a term: stop words inside it
// count, those around it only where there is nothing else ("The Who").
func Phrase(ws []Word) []Word {
	if trimmed := Trim(ws); len(trimmed) > 0 {
		ws = trimmed
	}
	ws = slices.Clone(ws)
	for i := range ws {
		ws[i].Term = ws[i].Place()
	}
	return ws
}

// IsPhrase reports whether words must follow each other: more than one of them is
// left by [Phrase].
func IsPhrase(ws []Word) bool {
	if trimmed := Trim(ws); len(trimmed) > 0 {
		ws = trimmed
	}
	return len(ws) > 1
}

// Looked reports whether one of the words is looked up.
func Looked(ws []Word) bool {
	return slices.ContainsFunc(ws, func(w Word) bool { return w.Term != "" })
}
