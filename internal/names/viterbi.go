package names

// Best appends the most probable sequence of tags of a sentence.
func (l *Lattice) Best(dst []Tag, t *Transitions, scores []Scores) []Tag {
	n := len(scores)
	l.grow(n)
	const never = float32(-1e30)
	var p Scores
	for y := range p {
		p[y] = never
		if Tag(y).enters() {
			p[y] = t.Start[y] + scores[0][y]
		}
	}
	chances := t.behindNames()
	for i := 1; i < n; i++ {
		p = t.step(&p, &scores[i], &chances, &l.back[i])
	}
	best := Outside
	for _, y := range closedTags {
		if p[y] > p[best] {
			best = y
		}
	}
	at := len(dst)
	for range n {
		dst = append(dst, 0)
	}
	for i := n - 1; i >= 0; i-- {
		dst[at+i] = best
		best = l.back[i][best]
	}
	return dst
}

// behindNames returns, for each tag that enters, the highest score of its following a name.
func (t *Transitions) behindNames() Scores {
	most := t.Next[closedTags[1]]
	for _, y := range closedTags[2:] {
		for z, x := range t.Next[y] {
			most[z] = max(most[z], x)
		}
	}
	return most
}

// step is one step of Viterbi's algorithm: from p, the best scores of sequences by
// their last tag, to those with one token more, whose scores are given. It sets
// back to the tags before.
func (t *Transitions) step(p, scores, chances *Scores, back *[Tags]Tag) (q Scores) {
	named := p[closedTags[1]] // the best that a name ends
	for _, y := range closedTags[2:] {
		if p[y] > named {
			named = p[y]
		}
	}
	for _, z := range enterTags {
		best, from := p[Outside]+t.Next[Outside][z], Outside
		// Most often not even the best name with the best transition comes up to
		// Outside. Rounding keeps order, so that none does then.
		if named+chances[z] > best {
			for _, y := range closedTags[1:] {
				if x := p[y] + t.Next[y][z]; x > best {
					best, from = x, y
				}
			}
		}
		q[z], back[z] = best+scores[z], from
	}
	for k := range Kinds {
		b, m := Kind(k).Begin(), Kind(k).Inside()
		for _, z := range [2]Tag{m, Kind(k).Last()} {
			x, from := p[b]+t.Next[b][z], b
			if v := p[m] + t.Next[m][z]; v > x {
				x, from = v, m
			}
			q[z], back[z] = x+scores[z], from
		}
	}
	return q
}
