package page

import "slices"

// The lines that only divide a story, such as "Article content" or "Advertisement"
// between any two paragraphs: as short as this, at least so many of them, one line in
// so many from the first to the last but no more than two of three, and the others so
// long on the whole. Lengths are
// in bytes.
const (
	maxSeparator  = 60
	minSeparators = 5
	separatorEach = 4
	minDivided    = 80
)

// dropSeparators takes the lines that only divide a story from the page's blocks.
func (c *content) dropSeparators() {
	type places struct{ n, first, last int }
	seen := map[string]*places{}
	var often []string
	size := make([]int, len(c.blocks)+1) // running sum
	for i := range c.blocks {
		t := c.blocks[i].text
		size[i+1] = size[i] + len(t)
		if len(t) > maxSeparator {
			continue
		}
		p := seen[t]
		if p == nil {
			p = &places{first: i}
			seen[t] = p
		}
		p.n++
		p.last = i
		if p.n == minSeparators {
			often = append(often, t)
		}
	}
	for _, t := range often {
		p := seen[t]
		lines := p.last - p.first + 1
		others := size[p.last+1] - size[p.first] - p.n*len(t)
		if separatorEach*p.n >= lines && p.n <= 2*(lines-p.n) && others >= minDivided*(lines-p.n) {
			c.separators = append(c.separators, t)
		}
	}
	if len(c.separators) == 0 {
		return
	}
	kept, blank := c.blocks[:0], 0
	for _, b := range c.blocks {
		if slices.Contains(c.separators, b.text) {
			blank = max(blank, b.blank)
			continue
		}
		b.blank, blank = max(b.blank, blank), 0
		kept = append(kept, b)
	}
	c.blocks = kept
}
