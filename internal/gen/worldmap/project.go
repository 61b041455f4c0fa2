package main

import "math"

// The drawing. Its middle is 11 degrees east, so that it is cut in the Bering Strait,
// where there is no land to cut.
const (
	middle = 11.0
	north  = 84.0
	south  = -56.5
	width  = 2000.0
)

// project puts a place, in degrees east of the middle and north, on the drawing. It
// is the Natural Earth projection: B. Šavrič, B. Jenny, T. Patterson and others, "A
// polynomial equation for the Natural Earth projection", Cartography and Geographic
// Information Science 38(4), 2011, equations 4 and 5.
func project(p point) point {
	plane := func(lon, lat float64) (x, y float64) {
		a, b := lat*lat, lat*lat*lat*lat
		x = lon * (0.870700 - 0.131979*a + b*(-0.013791+b*(0.003971*a-0.001529*b)))
		y = lat * (1.007226 + a*(0.015085+b*(-0.044475+0.028874*a-0.005916*b)))
		return x, y
	}
	right, _ := plane(math.Pi, 0)
	_, top := plane(0, north*math.Pi/180)
	scale := width / 2 / right
	x, y := plane(p.x*math.Pi/180, p.y*math.Pi/180)
	return point{width/2 + scale*x, scale * (top - y)}
}

// height is that of the drawing.
func height() int { return int(math.Ceil(project(point{0, south}).y)) }

// turn returns degrees east of the middle, -180 to 180.
func turn(lon float64) float64 {
	lon = math.Mod(lon-middle+540, 360)
	if lon < 0 {
		lon += 360
	}
	return lon - 180
}

// cut turns a ring to the middle and cuts it where it leaves the drawing on one side
// to come back on the other: a piece for each side, closed along the edge.
func cut(r ring) []ring {
	turned := make(ring, len(r))
	low, high := math.Inf(1), math.Inf(-1)
	for i, p := range r {
		x := turn(p.x)
		if i > 0 { // the short way from the point before
			x += 360 * math.Round((turned[i-1].x-x)/360)
		}
		turned[i] = point{x, p.y}
		low, high = min(low, x), max(high, x)
	}
	if low >= -180 && high <= 180 {
		return []ring{turned}
	}
	var pieces []ring
	for shift := 360 * math.Round(low/360); shift-180 < high; shift += 360 {
		piece := turned.clip(shift-180, 1).clip(shift+180, -1)
		for i := range piece {
			piece[i].x -= shift
		}
		if len(piece) > 0 {
			pieces = append(pieces, piece)
		}
	}
	return pieces
}

// clip keeps of a ring what is east (side 1) or west (side -1) of a meridian, by the
// algorithm of Sutherland and Hodgman, 1974.
func (r ring) clip(at, side float64) ring {
	var kept ring
	for i, p := range r {
		before := r[(i+len(r)-1)%len(r)]
		in, was := side*(p.x-at) >= 0, side*(before.x-at) >= 0
		if in != was {
			share := (at - before.x) / (p.x - before.x)
			kept = append(kept, point{at, before.y + share*(p.y-before.y)})
		}
		if in {
			kept = append(kept, p)
		}
	}
	return kept
}
