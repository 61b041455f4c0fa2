package entities

import (
	"math"

	"github.com/dateline-go/dateline"
)

// The labels that points are given for, in the order in which equals win.
var pointLabels = [...]dateline.Label{dateline.Person, dateline.Org, dateline.GPE, dateline.Loc, dateline.Fac,
	dateline.NORP, dateline.Event, dateline.Work, dateline.Law, ""}

// Indexes into points.
const (
	per = iota
	org
	gpe
	loc
	fac
	norp
	event
	work
	law
	none
	pointCount
)

// points holds the evidence for each label, roughly in units of log odds.
type points [pointCount]float64

// best returns the label with most points, "" for none, and how sure it is.
func (p *points) best() (dateline.Label, float64) {
	at := 0
	for i := range p {
		if p[i] > p[at] {
			at = i
		}
	}
	sum := 0.0
	for i := range p {
		sum += math.Exp(p[i] - p[at])
	}
	return pointLabels[at], 1 / sum
}

// index returns the place of a label in points.
func index(l dateline.Label) int {
	for i, x := range pointLabels {
		if x == l {
			return i
		}
	}
	return none
}
