package gazetteer

import (
	"encoding/binary"
	"fmt"
	"math"
)

// Named is an entry with the other names that it has.
type Named struct {
	Entry
	Aliases []string
}

// home is where an entry belongs. Thousands of entries share one.
type home struct{ country, region string }

// The bits below the number of an entry's home.
const (
	isCapital   = 1 << iota
	isWorldly   // the country is the Home of an organisation known in the whole world
	isSomewhere // latitude and longitude follow
	flagBits    = iota
)

// EncodeNames writes what readNames reads, in the order in which names win over
// others of the same words: the version, the homes, then for each entry its kind,
// its home with three flags, its population in thousands, its id in GeoNames, its
// place in hundredths of a degree (a city is no point, and a kilometre is enough),
// its name and its aliases. Nothing is packed, so that a program is ready soon and
// the names need no memory of their own.
func EncodeNames(list []Named) ([]byte, error) {
	b := []byte(NamesVersion)
	numbers := map[home]uint64{}
	var homes []byte
	for _, n := range list {
		h := homeOf(&n.Entry)
		if _, ok := numbers[h]; !ok {
			numbers[h] = uint64(len(numbers))
			homes = appendText(appendText(homes, h.country), h.region)
		}
	}
	b = append(binary.AppendUvarint(b, uint64(len(numbers))), homes...)
	b = binary.AppendUvarint(b, uint64(len(list)))
	for _, n := range list {
		e := &n.Entry
		if e.Name == "" || e.Population < 0 || e.GeoNames < 0 || math.Abs(e.Lat) > 90 || math.Abs(e.Lon) > 180 {
			return nil, fmt.Errorf("gazetteer: bad entry %+v", n)
		}
		v := numbers[homeOf(e)] << flagBits
		if e.Capital {
			v |= isCapital
		}
		if e.Home != "" {
			v |= isWorldly
		}
		lat, lon := int16(math.Round(e.Lat*100)), int16(math.Round(e.Lon*100))
		if lat != 0 || lon != 0 {
			v |= isSomewhere
		}
		b = binary.AppendUvarint(append(b, byte(e.Kind)), v)
		b = binary.AppendUvarint(b, uint64(e.Population/1000))
		b = binary.AppendUvarint(b, uint64(e.GeoNames))
		if v&isSomewhere != 0 {
			b = binary.LittleEndian.AppendUint16(b, uint16(lat))
			b = binary.LittleEndian.AppendUint16(b, uint16(lon))
		}
		b = binary.AppendUvarint(appendText(b, e.Name), uint64(len(n.Aliases)))
		for _, a := range n.Aliases {
			b = appendText(b, a)
		}
	}
	return b, nil
}

func homeOf(e *Entry) home {
	if e.Home != "" {
		return home{e.Home, e.Region}
	}
	return home{e.Country, e.Region}
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}
