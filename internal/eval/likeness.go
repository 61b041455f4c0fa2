package main

import (
	"bufio"
	"cmp"
	"iter"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
)

// averagePrecision is that of pairs by falling score; those of one score stay in
// the order of the file.
func averagePrecision(gold, scores []float64, drawn []int) float64 {
	order := slices.Clone(drawn)
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(scores[j], scores[i]) })
	sum, hits := 0.0, 0.0
	for rank, i := range order {
		if gold[i] == 1 {
			hits++
			sum += hits / float64(rank+1)
		}
	}
	if hits == 0 {
		return 0
	}
	return sum / hits
}

// pearson is the correlation of two lists at the drawn places.
func pearson(x, y []float64, drawn []int) float64 {
	var mx, my float64
	for _, i := range drawn {
		mx += x[i] / float64(len(drawn))
		my += y[i] / float64(len(drawn))
	}
	var xy, xx, yy float64
	for _, i := range drawn {
		xy += (x[i] - mx) * (y[i] - my)
		xx += (x[i] - mx) * (x[i] - mx)
		yy += (y[i] - my) * (y[i] - my)
	}
	if xx == 0 || yy == 0 {
		return 0
	}
	return xy / math.Sqrt(xx*yy)
}

// deviation is the standard deviation of values.
func deviation(values []float64) float64 {
	mean, square := 0.0, 0.0
	for _, v := range values {
		mean += v / float64(len(values))
	}
	for _, v := range values {
		square += (v - mean) * (v - mean) / float64(len(values))
	}
	return math.Sqrt(square)
}

// nearestFive returns the five articles with the highest scores for each one, of
// equal ones those with the lowest ids.
func nearestFive(scores map[[2]string]float64) map[string][]string {
	type near struct {
		id    string
		score float64
	}
	lists := map[string][]near{}
	for pair, score := range scores {
		lists[pair[0]] = append(lists[pair[0]], near{pair[1], score})
		lists[pair[1]] = append(lists[pair[1]], near{pair[0], score})
	}
	found := map[string][]string{}
	for id, list := range lists {
		slices.SortFunc(list, func(a, b near) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.id, b.id)) })
		for _, n := range list[:min(len(list), 5)] {
			found[id] = append(found[id], n.id)
		}
	}
	return found
}

// bcubed is the F1 of precision and recall of the cluster of each article, taken
// over the drawn ones. An article without a predicted cluster is alone.
func bcubed(gold []label, predicted map[string]string, drawn []int) float64 {
	type cell struct{ gold, predicted string }
	want, got, both := map[string]float64{}, map[string]float64{}, map[cell]float64{}
	for _, i := range drawn {
		p, ok := predicted[gold[i].ID]
		if !ok {
			p = "alone " + gold[i].ID
		}
		want[gold[i].Cluster]++
		got[p]++
		both[cell{gold[i].Cluster, p}]++
	}
	precision, recall := 0.0, 0.0
	cells := slices.SortedFunc(maps.Keys(both), func(a, b cell) int { // sums of floats need an order
		return cmp.Or(cmp.Compare(a.gold, b.gold), cmp.Compare(a.predicted, b.predicted))
	})
	for _, c := range cells {
		n := both[c]
		precision += n * n / got[c.predicted]
		recall += n * n / want[c.gold]
	}
	return 2 * precision * recall / (precision + recall) / float64(len(drawn))
}

// readFields reads the fields of each line that has any.
func readFields(name string) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		f, err := os.Open(name)
		if err != nil {
			yield(nil, err)
			return
		}
		defer f.Close()
		s := bufio.NewScanner(f)
		for s.Scan() {
			if fields := strings.Fields(s.Text()); len(fields) > 0 && !yield(fields, nil) {
				return
			}
		}
		if err := s.Err(); err != nil {
			yield(nil, err)
		}
	}
}
