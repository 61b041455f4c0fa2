package entities

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
)

// wayHead are heads of names that many papers write small: "Third street".
var wayHead = set("street road avenue lane")

// roadWords tell that a number with a letter is one of a road.
var roadWords = set(`road roads motorway carriageway roundabout junction crash lorry lorries traffic southbound northbound eastbound
	westbound lane lanes driver drivers diversion closed tailbacks bypass slip`)

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
		if roadWords[c.folds[i]] {
			q.points = points{fac: 3}
			return true
		}
	}
	return false
}

// builtHead are the last words of buildings that are seldom said of those inside.
var builtHead = set(`airport stadium racecourse racetrack bridge tower arena cathedral palace aerodrome airfield ballpark motorway
	expressway freeway turnpike interchange roundabout raceway velodrome skyscraper lighthouse hotel inn hospital theatre theater
	museum mosque synagogue prison`)

// wayStart are the first words of streets in other tongues.
var wayStart = set("rue calle avenida rua faubourg")

// isBuilding reports whether a name is one of a building or road by its head.
func (c *chunker) isBuilding(q *piece) bool {
	return q.to-q.from > 1 && (builtHead[c.words[q.to-1].fold] || wayStart[c.words[q.from].fold]) && !slices.Contains(c.folds[q.from:q.to], "&")
}

// crossings are words behind the name of a place on a road.
var crossings = set("roundabout junction interchange intersection flyover underpass viaduct bypass")

// isFactory reports whether what the tagger takes for a place is a factory.
func (c *chunker) isFactory(q *piece, label dateline.Label) bool {
	return q.to-q.from > 1 && isPlaceLabel(label) && c.words[q.to-1].fold == "factory"
}

// isJunction reports whether a piece names a place on a road by the word behind it:
// "the Brown Bear roundabout".
func (c *chunker) isJunction(q *piece) bool {
	return q.to < q.in.to && crossings[c.words[q.to].fold] && !c.words[q.to].capital
}
