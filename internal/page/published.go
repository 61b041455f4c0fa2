package page

import (
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/page/dates"
)

// publication chooses the dates of publication and change: what came with the page,
// JSON-LD, meta, microdata and time elements near the headline, a line with a date.
func publication(c *content, p dateline.Page, arts []article) (published, modified dateline.Date) {
	published = p.Date
	take := func(d *dateline.Date, values ...string) {
		for _, v := range values {
			if d.IsZero() && v != "" {
				if x, ok := dates.Parse(v); ok {
					*d = x
				}
			}
		}
	}
	for _, strength := range []int{2, 1} {
		for _, a := range arts {
			if a.strength == strength {
				take(&published, a.published)
				take(&modified, a.modified)
			}
		}
		if strength == 2 {
			take(&published, c.meta.published...)
			take(&modified, c.meta.modified...)
		}
	}
	for _, t := range c.times {
		switch t.prop {
		case "datePublished", "dateCreated":
			take(&published, t.value, t.words)
		case "dateModified":
			take(&modified, t.value, t.words)
		}
	}
	first := firstBody(c)
	for _, t := range c.times {
		if t.block <= first {
			take(&published, t.value, t.words)
		}
	}
	if published.IsZero() {
		for i := range c.blocks {
			b := &c.blocks[i]
			if b.role == roleDate && i < first+1 {
				take(&published, b.text)
				if since, ok := dates.Age(b.text); ok && published.IsZero() {
					published = since.Before(p.Retrieved)
				}
			}
		}
	}
	for _, t := range c.times {
		take(&published, t.value, t.words)
	}
	take(&published, modified.String())
	return published, modified
}
