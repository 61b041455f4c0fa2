package measure

import "math"

// Salience counts how well a document's entities were ordered by salience, or,
// added up, those of many.
type Salience struct {
	// Correlation, First and Third are the sums of the rank correlation, of the
	// precision at 1 and of that at 3.
	Correlation, First, Third float64
	// Ranked is how many documents have unequal gold scores, Salient how many a
	// salient entity: the others do not count for the sums above.
	Ranked, Salient int
	// Entities is how many gold entities there are, Matched how many were found.
	Entities, Matched int
}

// salientFrom is the gold score from which on an entity is salient.
const salientFrom = 2.0

// SalienceOf compares gold scores (1 to 3) with predicted ones; NaN stands for an
// entity that was not found.
func SalienceOf(gold, predicted []float64) Salience {
	s := Salience{Entities: len(gold)}
	good, values := make([]bool, len(gold)), make([]float64, len(gold))
	equal := true
	for i, g := range gold {
		good[i] = g >= salientFrom
		if good[i] {
			s.Salient = 1
		}
		if !math.IsNaN(predicted[i]) {
			s.Matched++
			values[i] = predicted[i]
		}
		equal = equal && g == gold[0]
	}
	if !equal {
		s.Ranked, s.Correlation = 1, Spearman(gold, values)
	}
	if s.Salient > 0 {
		s.First, s.Third = PrecisionAt(1, predicted, good), PrecisionAt(3, predicted, good)
	}
	return s
}

// AddSalience adds the counts of documents.
func AddSalience(units []Salience) Salience {
	var sum Salience
	for _, u := range units {
		sum.Correlation += u.Correlation
		sum.First += u.First
		sum.Third += u.Third
		sum.Ranked += u.Ranked
		sum.Salient += u.Salient
		sum.Entities += u.Entities
		sum.Matched += u.Matched
	}
	return sum
}

// Spearman is the mean rank correlation, -1..1.
func (s Salience) Spearman() float64 { return ratio(s.Correlation, float64(s.Ranked)) }

// P1 is the mean precision at 1, 0..1.
func (s Salience) P1() float64 { return ratio(s.First, float64(s.Salient)) }

// P3 is the mean precision at 3, 0..1.
func (s Salience) P3() float64 { return ratio(s.Third, float64(s.Salient)) }
