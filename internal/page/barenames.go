package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/lang/furniture"
)

// bareNames finds the byline of a pasted page that lacks the word "By": a name on a
// line of its own between the headline and the story, which something else bears out:
// a date beside it, a post or the site behind it, a note on the author further down.
func (n *namer) bareNames() {
	if n.headline < 0 {
		return
	}
	for i := n.headline + 1; i < n.first && i < len(n.c.blocks) && i <= n.headline+6; i++ {
		b := &n.c.blocks[i]
		if !b.isUnnamed() || b.marked {
			continue
		}
		if colonByline(b.text) != "" {
			b.role = roleByline
			return
		}
		name, behind := b.cutPost()
		if isPersonal(name) && !isLabelled(name) && (behind || n.besideDate(i) || n.overPost(i) || n.isNoted(name)) {
			b.role = roleByline
			return
		}
	}
}

// overPost reports whether the line under a name is a post: "Political correspondent".
func (n *namer) overPost(i int) bool {
	if i+1 >= min(n.first, len(n.c.blocks)) {
		return false
	}
	under := &n.c.blocks[i+1]
	m := shapeOf(under.text)
	return under.blank == 0 && m.words <= 5 && m.digits == 0 && !m.endMark && namesPost(under.text)
}

// isLabelled reports whether words hold a label or stand in brackets, as the credit of a picture does and no name:
// "(Image: The Lantern)".
func isLabelled(s string) bool { return strings.ContainsAny(s, ":：()") }

// cutPost splits a post from the name in a line, which two spaces may set apart: "Jane Smith  Reporter".
func (b *block) cutPost() (name string, behind bool) {
	if len(b.gaps) == 2 && isPersonal(b.gaps[0]) && namesPost(b.gaps[1]) {
		return b.gaps[0], true
	}
	return cutPost(b.text)
}

// cutPost splits a post or the name of a site from a name: "Jane Smith, Health
// Correspondent", "Jane Smith | The Lantern". behind says that there was one.
func cutPost(text string) (name string, behind bool) {
	if name, _, ok := strings.Cut(text, " | "); ok {
		return name, true
	}
	if name, place, ok := strings.Cut(text, " - "); ok && isFiledFrom(place) {
		return name, true
	}
	name, post, ok := strings.Cut(text, ", ")
	if ok && namesPost(post) {
		return name, len(post) < 60
	}
	if words := strings.Fields(text); !ok && len(words) >= 4 && len(words) <= 6 && namesPost(words[len(words)-1]) {
		return words[0] + " " + words[1], false // "Jane Smith Health editor"
	}
	return text, false
}

// isFiledFrom reports whether words are the place that a story was filed from, in capitals: "Jane Smith - IZMIR".
func isFiledFrom(s string) bool {
	return len(s) > 2 && strings.Count(s, " ") <= 2 && strings.ToUpper(s) == s && !strings.ContainsAny(s, "0123456789")
}

// namesPost reports whether words hold what those who write for a paper are.
func namesPost(s string) bool {
	return containsAny(strings.ToLower(s), vocab().posts)
}

// isPersonal reports whether words look like the name of a person: two to four that
// begin with a capital and go on in small letters, but for initials and particles.
func isPersonal(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 4 || !isName(s) || isDesk(s) {
		return false
	}
	for i, w := range words {
		letters := []rune(strings.Trim(w, ".’'-"))
		switch {
		case len(letters) == 0 || vocab().is(strings.ToLower(w), furniture.NotInName):
			return false
		case unicode.IsLower(letters[0]):
			if !isElided(w) && (i == 0 || !vocab().is(w, furniture.Particle)) {
				return false
			}
		case len(letters) > 1 && !strings.ContainsFunc(string(letters[1:]), unicode.IsLower):
			return false
		}
	}
	return true
}

// isElided reports whether a word is a particle that lost its vowel with the name behind it: "d'Entremont",
// "dell'Acqua".
func isElided(w string) bool {
	particle, name, ok := strings.Cut(strings.ReplaceAll(w, "’", "'"), "'")
	r, _ := utf8.DecodeRuneInString(name)
	return ok && particle != "" && len(particle) <= maxElided && unicode.IsUpper(r) &&
		!strings.ContainsFunc(particle, func(r rune) bool { return !unicode.IsLower(r) })
}

// maxElided is how long such a particle is at most, in bytes: "degl".
const maxElided = 4

// besideDate reports whether a line that is a date stands right before or behind.
func (n *namer) besideDate(i int) bool {
	for _, j := range []int{i - 1, i + 1} {
		if j >= 0 && j < len(n.c.blocks) && (n.c.blocks[j].role == roleDate || isStampLine(n.c.blocks[j].text)) {
			return true
		}
	}
	return false
}

// isStampLine reports whether a line holds a date of publication and one of change.
func isStampLine(text string) bool {
	if len(text) > maxStamp {
		return false
	}
	d, ok := publishedIn(text)
	return ok && !changeIn(text, d, d.Time).IsZero()
}

// isNoted reports whether a short line below begins with a name and speaks of one who
// writes.
func (n *namer) isNoted(name string) bool {
	for i := n.first + 1; i < len(n.c.blocks); i++ {
		if t := n.c.blocks[i].text; len(t) < 400 && strings.HasPrefix(t, name+" ") && isBio(t) {
			return true
		}
	}
	return false
}
