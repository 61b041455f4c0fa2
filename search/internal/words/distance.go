package words

import "unicode/utf8"

// Near reports whether b can be made of a by at most n changes, each a letter put
// in, left out, replaced, or swapped with its neighbour, the first letter being
// the same: the "optimal string alignment" distance. Its cost grows with n times
// the length.
func Near(a, b string, n int) bool {
	if a == b {
		return true
	}
	ra, size := utf8.DecodeRuneInString(a)
	rb, _ := utf8.DecodeRuneInString(b)
	if ra != rb || size == 0 || n <= 0 {
		return false
	}
	if d := len(a) - len(b); d > n*utf8.UTFMax || -d > n*utf8.UTFMax {
		return false
	}
	x, y := []rune(a), []rune(b)
	if d := len(x) - len(y); d > n || -d > n {
		return false
	}
	return within(x, y, n)
}

// within fills the table of the distance row by row, and reports whether the last one is at most n.
func within(x, y []rune, n int) bool {
	// Three rows of the table, of which only the places within n of the diagonal count.
	const width = 128
	var space [3 * width]int
	rows := space[:]
	if 3*(len(y)+1) > len(rows) {
		rows = make([]int, 3*(len(y)+1))
	}
	w := len(y) + 1
	before, last, row := rows[:w], rows[w:2*w], rows[2*w:3*w]
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		from, to := max(1, i-n), min(len(y), i+n)
		best := n + 1
		row[0] = i
		if from > 1 {
			row[from-1] = n + 1
		}
		for j := from; j <= to; j++ {
			d := last[j-1]
			if x[i-1] != y[j-1] {
				d++
			}
			if j < i+n { // last has no place above the diagonal's band
				d = min(d, last[j]+1)
			}
			d = min(d, row[j-1]+1)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				d = min(d, before[j-2]+1)
			}
			row[j] = d
			best = min(best, d)
		}
		if best > n {
			return false
		}
		before, last, row = last, row, before
	}
	return last[len(y)] <= n
}
