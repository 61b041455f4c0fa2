package names

import "math"

// profile sums up what the first pass thought of a word at all its places.
type profile struct {
	count float32
	kinds [Kinds + 1]float32 // the last is Outside
}

// Spread moves the scores of each word that the document has several times with a
// capital towards what the model thinks of it at all its places: by the logarithm
// of each kind's share over them.
func (d *Decoder) Spread(r *Reader, scores []Scores) {
	if d.used != d.Transitions {
		d.lattice.Use(d.Transitions)
		d.used = d.Transitions
	}
	d.forget(len(r.tokens))
	if d.Mix <= 0 {
		return
	}
	n := len(r.lowers)
	if cap(d.profiles) < n {
		d.profiles = make([]profile, n*5/4)
	}
	d.profiles = d.profiles[:n]
	clear(d.profiles)
	for _, s := range r.sents {
		if d.pace.Stop(int(s.end - s.first)) {
			return
		}
		first := s.first
		for first < s.end && !r.repeats(first) {
			first++
		}
		if first == s.end {
			continue
		}
		d.chain(s, scores, int(first-s.first))
		for i := first; i < s.end; i++ {
			if f := r.at(i); r.repeats(i) {
				p := &d.profiles[f.word]
				k := kindsOf(d.lattice.Marginal(int(i - s.first)))
				weight := float32(1)
				if f.mode != modeText { // headlines are less sure
					weight = 0.3
				}
				p.count += weight
				for j := range k {
					p.kinds[j] += weight * k[j]
				}
			}
		}
	}
	const floor = 0.02
	for w := range d.profiles { // the shares become what is added to the scores
		p := &d.profiles[w]
		if p.count <= 0 {
			continue
		}
		for j := range p.kinds {
			p.kinds[j] = d.Mix * float32(math.Log(float64(p.kinds[j]/p.count+floor)))
		}
	}
	for i := range r.tokens {
		if !r.repeats(int32(i)) {
			continue
		}
		p := &d.profiles[r.at(int32(i)).word]
		if p.count <= 0 {
			continue
		}
		s := &scores[i]
		d.factored[i] = false
		for y := 1; y < Tags; y++ {
			s[y] += p.kinds[Tag(y).Kind()] - p.kinds[Kinds]
		}
	}
}

// repeats reports whether token i is written with a capital, and its word so at
// two places or more.
func (r *Reader) repeats(i int32) bool {
	f := r.at(i)
	return f.caps.upper() && r.lowers[f.word].capitals >= 2
}

// kindsOf sums the probabilities of a token's tags by kind; the last is Outside.
func kindsOf(p Scores) (k [Kinds + 1]float32) {
	k[Kinds] = p[Outside]
	for y := 1; y < Tags; y++ {
		k[Tag(y).Kind()] += p[y]
	}
	return k
}
