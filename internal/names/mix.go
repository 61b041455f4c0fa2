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
		repeated := false
		for i := s.first; i < s.end && !repeated; i++ {
			repeated = r.repeats(i)
		}
		if !repeated {
			continue
		}
		d.lattice.Run(scores[s.first:s.end], nil)
		for i := s.first; i < s.end; i++ {
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
	for i := range r.tokens {
		if !r.repeats(int32(i)) {
			continue
		}
		p := &d.profiles[r.at(int32(i)).word]
		if p.count <= 0 {
			continue
		}
		var add [Kinds + 1]float32
		for j := range add {
			add[j] = d.Mix * float32(math.Log(float64(p.kinds[j]/p.count+floor)))
		}
		s := &scores[i]
		for y := 1; y < Tags; y++ {
			s[y] += add[Tag(y).Kind()] - add[Kinds]
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
