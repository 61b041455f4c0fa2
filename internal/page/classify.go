package page

// classify sets the score of each block: how much it looks like the story.
func classify(c *content) {
	shapes := make([]shape, len(c.blocks))
	gain := make([]float64, len(c.blocks))
	for i := range c.blocks {
		b := &c.blocks[i]
		shapes[i] = shapeOf(b.text)
		m := &shapes[i]
		density := float64(b.linked) / float64(len(b.text))
		bad := b.hints&(hintNav|hintFooter|hintAside|hintForm|hintMenu|hintComment|hintRelated|hintMostRead|hintNewsletter|hintShare|hintCookie|hintSidebar|hintCaption|hintFigure|hintTags) != 0
		good := m.endMark && m.runes >= 40 || m.runes >= 140
		if b.role == roleNone && good && !bad && density < 0.5 && openerOf(b.text) == roleNone {
			gain[i] = float64(min(m.runes, 400))
		} else {
			gain[i] = -60
			if !c.plain {
				gain[i] = -25
			}
		}
	}
	from, to := bestRun(gain)
	for i := range c.blocks {
		b, m := &c.blocks[i], &shapes[i]
		b.score = -1
		if i < from || i >= to {
			continue
		}
		if gain[i] > 0 {
			b.score = 1
			continue
		}
		if b.role == roleNone && openerOf(b.text) == roleNone && b.linked == 0 && i+1 < to && gain[i+1] > 0 && m.words > 1 && m.runes < 120 &&
			(c.plain || isHeading(b.tag) || b.bold == len(b.text)) && !m.colon {
			b.score = 0.5
		}
	}
}

// bestRun returns the run of the largest sum.
func bestRun(gain []float64) (from, to int) {
	best, sum, start := 0.0, 0.0, 0
	for i, g := range gain {
		if sum <= 0 {
			sum, start = 0, i
		}
		sum += g
		if sum > best {
			best, from, to = sum, start, i+1
		}
	}
	return from, to
}
