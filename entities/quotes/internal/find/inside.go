package find

// withinOthers cuts statements that others report: in "Lee said that Hallam urged the
// town to pay, which was “fair”" the quoted word behind the comma is Lee's.
func (d *Finder) withinOthers() {
	s := &d.Story
	for i := range d.found {
		x := &d.found[i]
		if x.Shape != Right || x.inQuote || !x.Direct || !d.covered(i, x.Head) {
			continue
		}
		run := &x.Content[0]
		comma := -1
		for k := run[0]; k < run[1] && s.tokens[k].region < 0; k++ {
			if s.tokens[k].tag == tComma {
				comma = k
			}
		}
		if comma <= run[0] {
			continue
		}
		run[1] = comma
		x.Content = x.Content[:1]
		x.Direct = s.direct(x.Content)
	}
}
