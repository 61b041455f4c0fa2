package knowledge

import (
	"math"
	"strconv"
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

func (p Place) at(k int) int { return p.i*RecordSize + k }

// GeoNames is the id in GeoNames, 0 where it has none.
func (p Place) GeoNames() int { return int(u24(p.t.records, p.at(0))) }

// Kind says what the place is.
func (p Place) Kind() Kind { return Kind(p.t.records[p.at(3)] & 7) }

// Point returns degrees north and east, to the thousandth. A country has that of its
// capital, a region and a county that of its seat or of its largest town.
func (p Place) Point() (lat, lon float64) {
	x := u40(p.t.records, p.at(3))
	return float64(int(x>>22)-90_000) / 1000, float64(int(x>>3&(1<<19-1))-180_000) / 1000
}

// LogPopulation is the decimal logarithm of its people and ten, about 1 where they are
// not known.
func (p Place) LogPopulation() float64 { return float64(p.t.records[p.at(8)]) / PopulationScale }

// Population is how many people live there, to five per cent.
func (p Place) Population() int { return max(0, int(math.Pow(10, p.LogPopulation()))-10) }

// Country is the ISO 3166-1 alpha-2 code of the country that it is or lies in, "" for
// none.
func (p Place) Country() string {
	c := int(p.t.records[p.at(9)])
	if c >= p.t.countries { // 255, or a damaged file
		return ""
	}
	return p.t.codes[c*CodeSize : (c+1)*CodeSize]
}

// Parent returns the county or region that the place lies in.
func (p Place) Parent() (Place, bool) {
	n := int(p.t.records[p.at(10)]) | int(p.t.records[p.at(11)])<<8
	if up := p.t.countries + n - 1; n > 0 && up < p.t.Len() {
		return Place{p.t, up}, true
	}
	return Place{}, false
}

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
	n := p.i - p.t.countries
	if n < 0 || n >= p.t.states {
		return ""
	}
	code := p.t.regions[n*RegionSize : (n+1)*RegionSize]
	for len(code) > 0 && code[len(code)-1] == 0 {
		code = code[:len(code)-1]
	}
	return code
}

// In reports whether the place lies in another one, which is a country, region or
// county. No place lies in itself.
func (p Place) In(outer Place) bool {
	if p == outer {
		return false
	}
	if outer.Kind() == Country {
		return p.Kind() != Country && p.t.records[p.at(9)] == outer.t.records[outer.at(9)]
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

// Capital, Seat and Section say that a town is its country's capital, a region's
// seat, or a part of a larger town.
func (p Place) Capital() bool { return p.flag(FlagCapital) }

// Seat says that a town is the seat of a region.
func (p Place) Seat() bool { return p.flag(FlagSeat) }

// Section says that a town is a part of a larger one.
func (p Place) Section() bool { return p.flag(FlagSection) }

func (p Place) flag(f byte) bool { return p.t.records[p.at(12)]&f != 0 }

// Name is the main name.
func (p Place) Name() string {
	step := p.i / NameStep
	at := int(u32(p.t.steps, 4*step))
	for i := step * NameStep; i < p.i; i++ {
		at += int(p.t.records[i*RecordSize+13])
	}
	end := at + int(p.t.records[p.at(13)])
	if end > len(p.t.names) {
		return "" // a damaged file
	}
	return p.t.names[at:end]
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
