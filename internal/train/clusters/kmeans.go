package main

import (
	"runtime"
	"sync"
)

// cluster puts every vector into one of k clusters by cosine (spherical k-means,
// Lloyd's iteration), learning the centres from the first n. It returns the
// cluster of each vector and the centres.
func cluster(vectors []vector, n, k, rounds int) ([]int, []vector) {
	k = min(k, n)
	centres := make([]vector, k)
	for i := range centres { // spread over the ranks of frequency
		centres[i] = vectors[i*n/k]
	}
	at := make([]int, len(vectors))
	for range rounds {
		assign(vectors[:n], centres, at)
		sums := make([]vector, k)
		counts := make([]int, k)
		for i := range vectors[:n] {
			c := at[i]
			counts[c]++
			for d, x := range vectors[i] {
				sums[c][d] += x
			}
		}
		for c := range sums {
			if counts[c] > 0 {
				sums[c].scale()
				centres[c] = sums[c]
			}
		}
	}
	assign(vectors, centres, at)
	return at, centres
}

// assign finds each vector's nearest centre, the first of equals.
func assign(vectors, centres []vector, at []int) {
	workers := runtime.GOMAXPROCS(0)
	var wg sync.WaitGroup
	for w := range workers {
		from, to := w*len(vectors)/workers, (w+1)*len(vectors)/workers
		wg.Go(func() {
			for i := from; i < to; i++ {
				best, where := float32(-2), 0
				for c := range centres {
					if s := dot(&vectors[i], &centres[c]); s > best {
						best, where = s, c
					}
				}
				at[i] = where
			}
		})
	}
	wg.Wait()
}

func dot(a, b *vector) float32 {
	var s0, s1, s2, s3 float32
	for i := 0; i < dims; i += 4 {
		s0 += a[i] * b[i]
		s1 += a[i+1] * b[i+1]
		s2 += a[i+2] * b[i+2]
		s3 += a[i+3] * b[i+3]
	}
	return s0 + s1 + s2 + s3
}
