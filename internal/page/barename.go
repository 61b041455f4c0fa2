package page

import (
	"slices"
	"strings"
	"unicode"
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
		if b.role != roleOther && b.role != roleNavigation || b.marked {
			continue
		}
		name, behind := cutPost(b.text)
		if isPersonal(name) && (behind || n.besideDate(i) || n.isNoted(name)) {
			b.role = roleByline
			return
		}
	}
}

// cutPost splits a post or the name of a site from a name: "Jane Smith, Health
// Correspondent", "Jane Smith | The Lantern". behind says that there was one.
func cutPost(text string) (name string, behind bool) {
	if name, _, ok := strings.Cut(text, " | "); ok {
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

// namesPost reports whether words hold what those who write for a paper are.
func namesPost(s string) bool {
	low := strings.ToLower(s)
	return slices.ContainsFunc(postWords, func(w string) bool { return strings.Contains(low, w) })
}

// postWords are what those who write for a paper are.
var postWords = []string{"correspondent", "reporter", "editor", "writer", "columnist", "journalist", "contributor", "redakteur", "producer", "staff", "bureau chief"}

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
		case len(letters) == 0 || notInNames[strings.ToLower(w)]:
			return false
		case unicode.IsLower(letters[0]):
			if i == 0 || !particles[w] {
				return false
			}
		case len(letters) > 1 && !strings.ContainsFunc(string(letters[1:]), unicode.IsLower):
			return false
		}
	}
	return true
}

// particles are words inside a name that begin with a small letter.
var particles = map[string]bool{"de": true, "da": true, "di": true, "del": true, "della": true, "la": true, "le": true, "van": true, "der": true, "den": true, "von": true, "zu": true, "al": true, "el": true, "bin": true, "ter": true, "dos": true, "y": true}

// notInNames are words of headings, menus and buttons that begin with a capital as
// names do.
var notInNames = map[string]bool{
	"news": true, "the": true, "share": true, "read": true, "more": true, "home": true, "sign": true, "log": true, "in": true, "latest": true, "breaking": true,
	"top": true, "stories": true, "story": true, "save": true, "print": true, "email": true, "follow": true, "watch": true, "live": true, "video": true,
	"politics": true, "sport": true, "sports": true, "business": true, "world": true, "opinion": true, "health": true, "science": true, "culture": true,
	"travel": true, "weather": true, "money": true, "media": true, "press": true, "release": true, "times": true, "post": true, "daily": true, "today": true,
	"listen": true, "article": true, "about": true, "contact": true, "us": true, "subscribe": true, "now": true, "newsletter": true, "menu": true, "skip": true,
	"to": true, "content": true, "and": true, "of": true, "for": true, "on": true, "by": true, "your": true, "our": true, "all": true, "new": true, "comments": true,
}

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
