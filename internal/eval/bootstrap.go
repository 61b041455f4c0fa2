package main

import (
	"math"
	"math/rand/v2"
)

// samples is how many samples a standard error is taken over.
const samples = 1000

// standardError is the bootstrap's standard error of the F1 of some documents.
func standardError(docs []prf) float64 {
	return bootstrap(len(docs), func(pick []int) float64 { return totalOf(docs, pick).f1() })
}

// changeError is that of the difference between two F1 of the same documents.
func changeError(before, after []prf) float64 {
	return bootstrap(len(before), func(pick []int) float64 {
		return totalOf(after, pick).f1() - totalOf(before, pick).f1()
	})
}

// bootstrap returns the standard deviation of a figure over samples of as many
// documents as there are, drawn with replacement. The same figures give the same.
func bootstrap(n int, figure func(pick []int) float64) float64 {
	if n == 0 {
		return 0
	}
	r := rand.New(rand.NewPCG(1, 2))
	pick := make([]int, n)
	sum, squares := 0.0, 0.0
	for range samples {
		for i := range pick {
			pick[i] = r.IntN(n)
		}
		f := figure(pick)
		sum += f
		squares += f * f
	}
	mean := sum / samples
	return math.Sqrt(max(0, squares/samples-mean*mean))
}

// totalOf adds up the counts of the picked documents.
func totalOf(docs []prf, pick []int) prf {
	var all prf
	for _, i := range pick {
		all.add(docs[i])
	}
	return all
}

// total adds up the counts of documents.
func total(docs []prf) prf {
	var all prf
	for _, d := range docs {
		all.add(d)
	}
	return all
}
