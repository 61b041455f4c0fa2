package entities

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
)

// roadReach is how many words around a number are looked at, so that a text of
// such numbers alone takes linear time.
const roadReach = 30

// isRoadNumber reports whether a word may be the number of a road.
func isRoadNumber(text string) bool {
	return len(text) > 1 && len(text) < 6 && strings.IndexByte("ABM", text[0]) >= 0 && strings.Trim(text[1:], "0123456789") == ""
}

// isRoad reports whether a piece is the number of a road, such as "A417", in a
// sentence on traffic. The label is set.
func (c *chunker) isRoad(q *piece) bool {
	if q.to-q.from > 1 || !isRoadNumber(c.words[q.from].text) {
		return false
	}
	for i := max(q.in.from, q.from-roadReach); i < min(q.in.to, q.to+roadReach); i++ {
		if c.words[i].is(lang.RoadCue) {
			q.points = points{fac: 3}
			return true
		}
	}
	return false
}

// isBuilding reports whether a name is one of a building or road by its head.
func (c *chunker) isBuilding(q *piece) bool {
	return q.to-q.from > 1 && (c.words[q.to-1].is(lang.BuiltHead) || c.words[q.from].is(lang.WayStart)) && !slices.Contains(c.folds[q.from:q.to], "&")
}

// isFactory reports whether what the tagger takes for a place is a factory.
func (c *chunker) isFactory(q *piece, label dateline.Label) bool {
	return q.to-q.from > 1 && isPlaceLabel(label) && c.words[q.to-1].fold == "factory"
}

// isJunction reports whether a piece names a place on a road by the word behind it:
// "the Brown Bear roundabout".
func (c *chunker) isJunction(q *piece) bool {
	return q.to < q.in.to && c.words[q.to].is(lang.Crossing) && !c.words[q.to].capital
}
