package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/lang/furniture"
)

// bylineMarks are the signs of other scripts that stand for those of bylines.
var bylineMarks = strings.NewReplacer("：", ": ", "、", ",", "，", ",", "／", "/", " :", ":", "\u00a0", " ")

// nameSigns divide the names of a byline, beside commas and words.
var nameSigns = []string{" & ", " | ", ";", "\n", " • ", " · ", " / "}

// splitNames returns the names in a byline or in the field of an author. Those whom the words before them credit with
// something else, pictures or editing, are left out.
func splitNames(s string) []string {
	s = markCredits(bylineMarks.Replace(s))
	for _, end := range vocab().nameEnds { // "Jane Smith, in News, Politics"
		if at := strings.Index(s, ","+end); at > 0 {
			s = s[:at]
		}
	}
	for _, joiner := range vocab().joiners {
		s = strings.ReplaceAll(s, joiner, ",")
	}
	for _, sign := range nameSigns {
		s = strings.ReplaceAll(s, sign, ",")
	}
	var names []string
	others := false
	for part := range strings.SplitSeq(s, ",") {
		part = strings.Trim(collapse(part), " -–—|*(")
		if _, ok := cutWord(part, vocab().credits); ok {
			others = true
			continue
		}
		name, labelled := cutWord(part, vocab().nameLabels)
		others = others && !labelled
		if !others {
			names = append(names, name)
		}
	}
	return names
}

// markCredits puts a comma before what credits others inside a line: "Text: Jane Smith Photos: Ola Dahl".
func markCredits(s string) string {
	low := strings.ToLower(s)
	if len(low) != len(s) { // letters whose small form is longer
		return s
	}
	for _, label := range vocab().credits {
		if at := strings.Index(low, " "+label); at > 0 && endsWord(low, at+1+len(label)) {
			s, low = s[:at]+","+s[at:], low[:at]+","+low[at:]
		}
	}
	return s
}

// endsWord reports whether a word ends at an offset.
func endsWord(s string, at int) bool {
	r, _ := utf8.DecodeRuneInString(s[at:])
	return at == len(s) || !unicode.IsLetter(r)
}

// cutWord takes the first of some labels in small letters that a text begins with off it, whatever the case, with a
// colon behind it. What is left may begin with another one.
func cutWord(text string, labels []string) (rest string, ok bool) {
	for again := true; again; {
		again = false
		for _, l := range labels {
			if len(text) >= len(l) && strings.EqualFold(text[:len(l)], l) && (endsWord(text, len(l)) || endsWide(l)) {
				text, ok, again = strings.TrimLeft(text[len(l):], " :"), true, text != ""
				break
			}
		}
	}
	return text, ok
}

// endsWide reports whether a label ends in a letter of a script without spaces, or in a colon.
func endsWide(label string) bool {
	r, _ := utf8.DecodeLastRuneInString(label)
	return wide(r) || r == ':' || r == '/'
}

// tidyName drops what stands behind a name: a job, an agency, an address, an age.
func tidyName(s string) string {
	s = collapse(s)
	if at := strings.IndexByte(s, '('); at > 0 {
		s = s[:at]
	}
	if at := strings.IndexByte(s, '@'); at > 0 { // a handle or an address
		s = s[:at]
		if s[at-1] != ' ' && !startsCapitals(s) {
			s = s[:strings.LastIndexByte(s, ' ')+1]
		}
	}
	for _, word := range vocab().contacts {
		if at := strings.Index(s, word); at > 0 {
			s = s[:at]
		}
	}
	s = cutNumbers(s)
	if name, rest, ok := strings.Cut(s, "/"); ok && isPersonal(name) && !isPersonal(rest) { // "Jane Smith/The Lantern"
		s = name
	}
	s = cutAgency(strings.Trim(s, " .:-–—|*"))
	s, _ = cutLast(s, vocab().with)
	if first, rest, ok := strings.Cut(s, " "); ok && namesPost(first) && isPersonal(rest) { // "Lokalredakteur Jan Dahl"
		s = rest
	}
	return strings.Trim(s, " .:-–—|*")
}

// startsCapitals reports whether the words of a text all begin with a capital, as a name before a handle does.
func startsCapitals(s string) bool {
	words := strings.Fields(s)
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return len(words) > 1
}

// cutNumbers drops an age or a date from the end of a name, with the name of its month or day.
func cutNumbers(s string) string {
	at := strings.IndexFunc(s, unicode.IsDigit)
	if at <= 0 || strings.Count(s[:at], " ") < 2 {
		return s
	}
	words := strings.Fields(s[:at])
	for len(words) > 1 {
		last := strings.ToLower(strings.Trim(words[len(words)-1], ".,:-–"))
		if last != "" && !vocab().is(last, furniture.Month) && !vocab().is(last, furniture.Stamp) {
			break
		}
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// cutAgency drops the name of a news agency behind that of a person.
func cutAgency(s string) string {
	for _, agency := range vocab().agencies {
		if name, ok := strings.CutSuffix(s, " "+agency); ok && strings.Contains(name, " ") {
			name, _ = cutLast(name, vocab().with)
			return name
		}
	}
	return s
}

// cutLast drops one of some words from the end of a text.
func cutLast(s string, words []string) (string, bool) {
	for _, w := range words {
		if rest, ok := strings.CutSuffix(s, " "+w); ok {
			return rest, true
		}
	}
	return s, false
}

// dropJoined drops a name that is two of the others written one behind the other.
func dropJoined(names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(whole string) bool {
		for _, first := range names {
			if rest, ok := strings.CutPrefix(whole, first+" "); ok && slices.Contains(names, rest) {
				return true
			}
		}
		return false
	})
}

// metaNames returns the name in a line of several parts over a story: "Jane Smith · March 5, 2026 · 5 min read". One of
// the others must be a date.
func metaNames(text, site string) []string {
	if len(text) > maxStamp {
		return nil
	}
	for _, sign := range []string{" | ", " · ", " • "} {
		parts := strings.Split(text, sign)
		if len(parts) < 2 || !slices.ContainsFunc(parts, isDateLine) {
			continue
		}
		for _, p := range parts {
			if isPersonal(p) && !sameSite(p, strings.ReplaceAll(fold(site), " ", "")) && !isDateLine(p) {
				return []string{p}
			}
		}
	}
	return nil
}

// signature returns the names in a line that ends a story: "— Jane Smith", "(Jane Smith, dpa)",
// "Jane Smith reported from Oslo."
func signature(text, site string) []string {
	if len(text) > maxStamp {
		return nil
	}
	if name, rest, ok := cutReported(text); ok && rest != "" && isPersonal(name) {
		return []string{name}
	}
	inner := strings.TrimLeft(text, "-–— ")
	if in, ok := strings.CutPrefix(text, "("); ok {
		inner, ok = strings.CutSuffix(in, ")")
		if !ok {
			return nil
		}
	}
	if len(inner) == len(text) {
		return nil
	}
	var names []string
	for _, n := range lineNames(inner, site) {
		if isPersonal(n) {
			names = append(names, n)
		}
	}
	return names
}

// cutReported splits a line at what says that somebody reported.
func cutReported(text string) (name, rest string, ok bool) {
	for _, phrase := range vocab().reported {
		if name, rest, ok = strings.Cut(text, phrase); ok {
			return name, rest, ok
		}
	}
	return "", "", false
}
