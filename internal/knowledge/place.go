package knowledge

import (
	"math"
	"strconv"
	"strings"
)

// Place is one row of a [Table]. Places of one table are equal where they are the
// same. The zero Place is none: only [Place.Known] may be asked of it.
type Place struct {
	t *Table
	i int
}

// Known reports whether it is a place at all.
func (p Place) Known() bool { return p.t != nil }

// Number is the place's number in the table.
func (p Place) Number() int { return p.i }

// cell returns where a cell of the place's record is.
func (p Place) cell(k int) int { return p.i*recordSize + k }

// GeoNames is the id in GeoNames, 0 where it has none.
func (p Place) GeoNames() int { return int(u24(p.t.records, p.cell(0))) }

// Kind says what the place is.
func (p Place) Kind() Kind {
	for k := range p.t.kinds {
		if p.i < p.t.kinds[k].to {
			return Kind(k)
		}
	}
	return Continent
}

// Point returns degrees north and east, to the hundredth, which is about a kilometre. A country has that of its
// capital, a region and a county that of its seat or of its largest town.
func (p Place) Point() (lat, lon float64) {
	north, east := 0, 0
	for range 3 { // town, county, region
		if x, ok := p.distant(); ok {
			north, east = north+int(x/longitudes), east+int(x%longitudes)
			break
		}
		north += int(int8(p.t.records[p.cell(atNorth)]))
		east += int(int8(p.t.records[p.cell(atEast)]))
		up, ok := p.Parent()
		if !ok {
			break
		}
		p = up
	}
	lat, lon = float64(north-90*pointScale)/pointScale, float64(east-180*pointScale)/pointScale
	return max(-90, min(lat, 90)), max(-180, min(lon, 180)) // a damaged file could say more
}

// distant returns the point of a place that is far from what it lies in, in steps.
func (p Place) distant() (steps uint64, far bool) {
	if int8(p.t.records[p.cell(atNorth)]) != isFar {
		return 0, false
	}
	x, _ := p.t.far.Find(uint64(p.i))
	return x / ranks, true
}

// Rank says what a town is to others.
func (p Place) Rank() Rank {
	if int8(p.t.records[p.cell(atNorth)]) != isFar {
		return NoRank
	}
	x, _ := p.t.far.Find(uint64(p.i))
	return Rank(x % ranks)
}

// LogPopulation is the decimal logarithm of its people and ten, about 1 where they are
// not known.
func (p Place) LogPopulation() float64 {
	return float64(p.t.records[p.cell(atPeople)]) / populationScale
}

// Population is how many people live there, to five per cent.
func (p Place) Population() int { return max(0, int(math.Pow(10, p.LogPopulation()))-10) }

// Country is the ISO 3166-1 alpha-2 code of the country that it is or lies in, "" for
// none.
func (p Place) Country() string {
	c := p.country()
	if c < 0 {
		return ""
	}
	return p.t.codes[c*CodeSize : (c+1)*CodeSize]
}

// country is the number of the country that the place is or lies in, -1 for none.
func (p Place) country() int {
	for range 3 { // town, county, region
		n := p.around()
		up, ok := p.t.parent(n)
		if !ok {
			if c := topParent - n; n != noParent && c < p.t.kinds[Country].to {
				return c
			}
			return -1
		}
		p = up
	}
	return -1
}

// around is what the record says of what the place lies in.
func (p Place) around() int {
	at := p.cell(atParent)
	return int(p.t.records[at]) | int(p.t.records[at+1])<<8
}

// parent returns the region or county with a number in a record.
func (t *Table) parent(n int) (Place, bool) {
	if i := t.kinds[Region].from + n - 1; n > noParent && i < t.kinds[County].to {
		return Place{t, i}, true
	}
	return Place{}, false
}

// Parent returns the county or region that the place lies in.
func (p Place) Parent() (Place, bool) { return p.t.parent(p.around()) }

// Region returns the region of the first level that the place is or lies in.
func (p Place) Region() (Place, bool) {
	for range 3 {
		if p.Kind() == Region {
			return p, true
		}
		up, ok := p.Parent()
		if !ok {
			break
		}
		p = up
	}
	return Place{}, false
}

// County returns the county that the place is or lies in.
func (p Place) County() (Place, bool) {
	if p.Kind() != County {
		up, ok := p.Parent()
		if !ok || up.Kind() != County {
			return Place{}, false
		}
		p = up
	}
	return p, true
}

// RegionCode is the last part of a region's ISO 3166-2 code, "" of other places and
// where it has none.
func (p Place) RegionCode() string {
	states := p.t.kinds[Region]
	if p.i < states.from || p.i >= states.to {
		return ""
	}
	n := p.i - states.from
	return strings.TrimRight(p.t.regions[n*RegionSize:(n+1)*RegionSize], "\x00")
}

// Teams are the codes of a country in the IOC and in FIFA, "" where it has none; those of England in football are not
// the United Kingdom's.
func (p Place) Teams() (ioc, fifa string) {
	if p.Kind() != Country {
		return "", ""
	}
	both := p.t.teams[p.i*2*teamSize : (p.i+1)*2*teamSize]
	return strings.TrimRight(both[:teamSize], "\x00"), strings.TrimRight(both[teamSize:], "\x00")
}

// IATA is the code of an airport, "" of other places and where it has none.
func (p Place) IATA() string {
	if p.Kind() != Airport {
		return ""
	}
	n := p.i - p.t.kinds[Airport].from
	return strings.TrimRight(p.t.airports[n*airportSize:(n+1)*airportSize], "\x00")
}

// In reports whether the place lies in another one, which is a country, region or
// county. No place lies in itself.
func (p Place) In(outer Place) bool {
	if p == outer {
		return false
	}
	if outer.Kind() == Country {
		return p.Kind() != Country && p.country() == outer.i
	}
	for range 3 {
		up, ok := p.Parent()
		if !ok {
			return false
		}
		if up == outer {
			return true
		}
		p = up
	}
	return false
}

// Capital says that a town is its country's capital.
func (p Place) Capital() bool { return p.Rank() == Capital }

// Seat says that a town is the seat of a region.
func (p Place) Seat() bool { return p.Rank() == Seat }

// Section says that a town is a part of a larger one.
func (p Place) Section() bool { return p.Rank() == Section }

// nameBuffer has room for two names, one while the next is read.
const nameBuffer = 192

// Name is the main name. It is made anew with each call.
func (p Place) Name() string {
	var buf [nameBuffer]byte
	name, _ := p.appendName(buf[:0])
	return string(name)
}

// appendName appends the main name, and returns the bit at which it begins, which places of one name share.
func (p Place) appendName(dst []byte) (name []byte, begins int) {
	step, from := p.i/nameStep, len(dst)
	bit := int(u32(p.t.steps, 4*step))
	for i := step * nameStep; i <= p.i; i++ {
		at, had := bit, len(dst)
		dst, bit = p.t.names.appendName(dst, bit)
		if len(dst) > had { // else it is the name before
			dst = append(dst[:from], dst[had:]...)
			begins = at
		}
	}
	return dst, begins
}

// String names the place with its region and country: "Bangor, Maine, US (geonames 4957280)".
func (p Place) String() string {
	text := p.Name()
	if r, ok := p.Region(); ok && r != p {
		text += ", " + r.Name()
	}
	if c := p.Country(); c != "" {
		text += ", " + c
	}
	if n := p.GeoNames(); n > 0 {
		text += " (geonames " + strconv.Itoa(n) + ")"
	}
	return text
}

// QID is the number of the place in Wikidata, 0 where it is not known.
func (p Place) QID() int {
	qid, _ := p.t.ids.Find(uint64(p.i))
	return int(qid)
}
