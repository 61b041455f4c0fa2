package page

import (
	"slices"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/page/dates"
	"github.com/dateline-go/dateline/internal/paragraph"
)

// publication chooses the dates of publication and change: what came with the page,
// then meta, JSON-LD, microdata and time elements near the headline, the address, a
// line with a date.
func publication(c *content, p dateline.Page, arts []article) (published, modified dateline.Date) {
	published = p.Date
	take(&published, c.meta.published...)
	take(&modified, c.meta.modified...)
	for strength := 2; strength > 0; strength-- {
		for _, a := range arts {
			if a.strength == strength {
				take(&published, a.published, a.created)
				take(&modified, a.modified)
			}
		}
	}
	first := storyStart(c)
	timeElements(c, first, &published, &modified)
	inURL := dateInURL(p.URL)
	if published.IsZero() {
		published = dateNear(c, first, p.Retrieved, inURL)
	}
	if modified.IsZero() {
		modified = changeNear(c, first, published, p.Retrieved)
	}
	others := map[string]bool{}
	for _, t := range c.times {
		if c.elems[t.elem].all&(hintAside|besideStory&^(hintByline|hintTool)) != 0 {
			others[paragraph.Short(t.value, len("2006-01-02"))] = true
			continue
		}
		take(&published, t.value, t.words)
	}
	if published.IsZero() {
		published = modified
	}
	if published.IsZero() {
		published = dateInSource(c.source, others)
	}
	if !inURL.IsZero() && namesDay(p.URL, inURL) {
		published = inZone(published, inURL)
	}
	return published, modified
}

// take sets a date that is not known yet to the first of some values that is one.
func take(d *dateline.Date, values ...string) {
	for _, v := range values {
		if d.IsZero() && v != "" {
			if x, ok := dates.Parse(v); ok {
				*d = x
			}
		}
	}
}

// timeElements takes the dates of microdata, and of time elements above the story.
func timeElements(c *content, first int, published, modified *dateline.Date) {
	for _, t := range c.times {
		switch {
		case t.prop == "datePublished" || t.prop == "dateCreated":
			take(published, t.value, t.words)
		case t.prop == "dateModified" || t.block <= first && isChange(c, t):
			take(modified, t.value, t.words)
		}
	}
	for _, t := range c.times {
		if t.block <= first && t.prop != "dateModified" && !isChange(c, t) {
			take(published, t.value, t.words)
		}
	}
}

// storyStart returns the first block of the story below its headline.
func storyStart(c *content) int {
	for i := range c.blocks {
		if c.blocks[i].role.isBody() {
			return i
		}
	}
	return len(c.blocks)
}

// dateNear looks for a line with a date around the headline and the beginning of the
// story. One of the day that the address names wins; that day is taken where there
// is none.
func dateNear(c *content, first int, retrieved time.Time, inURL dateline.Date) dateline.Date {
	var found dateline.Date
	for i := max(0, first-60); i < len(c.blocks) && i <= first+2; i++ {
		b := &c.blocks[i]
		if len(b.text) > maxStamp || b.hints&(hintMenu|hintNav) != 0 || 2*b.linked > len(b.text) {
			continue
		}
		d, ok := publishedIn(b.text)
		if !ok {
			d, ok = relativeDate(b, retrieved)
		}
		if !ok {
			continue
		}
		if !inURL.IsZero() && sameDay(d.Time, inURL.Time) {
			return d
		}
		if found.IsZero() || b.role == roleDate {
			found = d
		}
	}
	if !inURL.IsZero() {
		return inURL
	}
	return found
}

// relativeDate reads an age, or a day without its year, in a block that is a date.
func relativeDate(b *block, retrieved time.Time) (dateline.Date, bool) {
	if since, ok := dates.Age(b.text); ok && b.role == roleDate {
		return since.Before(retrieved), true
	}
	changed := slices.ContainsFunc(stampsIn(b.text), func(s stamp) bool { return s.changed })
	if changed || b.own&hintDate == 0 && b.role != roleDate {
		return dateline.Date{}, false
	}
	return dates.Near(b.text, retrieved)
}

func sameDay(a, b time.Time) bool {
	y, m, d := a.Date()
	y2, m2, d2 := b.Date()
	return y == y2 && m == m2 && d == d2
}

// dateInURL reads a day from the path of an address: /2021/04/15/ or 20210415.
func dateInURL(address string) dateline.Date {
	at := strings.Index(address, "://")
	if at < 0 {
		return dateline.Date{}
	}
	_, path, _ := strings.Cut(address[at+3:], "/")
	for i := 0; i < len(path); i++ {
		if (path[i] != '1' && path[i] != '2') || i > 0 && isDigit(path[i-1]) {
			continue
		}
		end := i
		for end < len(path) && end < i+11 && (isDigit(path[end]) || path[end] == '/' || path[end] == '-') {
			end++
		}
		run := strings.Trim(path[i:end], "/-")
		if len(run) != 8 && len(run) != 10 || len(run) == 8 && strings.ContainsAny(run, "/-") {
			continue
		}
		if d, ok := dates.Parse(run); ok && d.DayOnly && d.Time.Year() >= 1990 {
			return d
		}
	}
	return dateline.Date{}
}

// namesDay reports whether the path of an address has a day as folders or as one of them, "/2021/04/15/": that is the
// day of publication at the publisher's place. A number in the name of a file may be the day when it was begun.
func namesDay(address string, d dateline.Date) bool {
	return strings.Contains(address, d.Time.Format("/2006/01/02")) ||
		strings.Contains(address, d.Time.Format("/2006-01-02/"))
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// maxSource is how much of a page's source is searched for a date, in bytes.
const maxSource = 1 << 20

// dateInSource is the last resort: the day that stands most often in the source of a
// page, in scripts or comments, as year, month and day, and that is not known to be
// that of another story.
func dateInSource(src []byte, others map[string]bool) dateline.Date {
	src = src[:min(len(src), maxSource)]
	var best dateline.Date
	count, most := map[string]int{}, 0
	for i := 0; i+10 <= len(src); i++ {
		s := src[i : i+10]
		if s[0] != '2' || s[1] != '0' || s[4] != '-' && s[4] != '/' || s[7] != s[4] || i > 0 && isDigit(src[i-1]) {
			continue
		}
		d, ok := dates.Parse(string(s))
		if !ok || i+10 < len(src) && isDigit(src[i+10]) {
			continue
		}
		key := d.String()
		if others[key] {
			continue
		}
		count[key]++
		if count[key] > most {
			most, best = count[key], d
		}
		i += 9
	}
	return best
}

// inZone moves a moment given in UTC to the nearest time zone in which it is the day
// that the page's address names: the moment stays, and the day is the publisher's.
func inZone(d, inURL dateline.Date) dateline.Date {
	if d.IsZero() || d.DayOnly || sameDay(d.Time, inURL.Time) {
		return d
	}
	if _, offset := d.Time.Zone(); offset != 0 {
		return d
	}
	for hours := 1; hours <= 12; hours++ {
		for _, h := range []int{-hours, hours} {
			if t := d.Time.In(time.FixedZone("", h*3600)); sameDay(t, inURL.Time) {
				d.Time = t
				return d
			}
		}
	}
	return d
}
