package main

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"github.com/dateline-go/dateline/internal/knowledge"
)

// all returns the places in the order of the table.
func (w *world) all() []place { return slices.Concat(w.countries, w.regions, w.counties, w.rest) }

// encode writes the files of places and of their index that package knowledge reads.
func (w *world) encode() (places, index []byte, err error) {
	all := w.all()
	fits := len(all) < 1<<knowledge.EntryBits && len(w.countries) <= 255 && len(w.regions)+len(w.counties) < 1<<16
	if !fits {
		return nil, nil, fmt.Errorf("%w: %d places, %d countries, %d regions and counties do not fit", errRow, len(all),
			len(w.countries), len(w.regions)+len(w.counties))
	}
	country, admin := map[string]int{}, map[string]int{}
	for i, c := range w.countries {
		country[c.code] = i
	}
	for i, a := range slices.Concat(w.regions, w.counties) {
		admin[a.code] = i + 1
	}
	var codes, regions, records, steps, names []byte
	b := knowledge.NewIndexBuilder()
	for _, c := range w.countries {
		codes = append(codes, c.code...)
	}
	for _, r := range w.regions {
		regions = append(regions, append([]byte(r.iso), make([]byte, knowledge.RegionSize-len(r.iso))...)...)
	}
	for i := range all {
		p := &all[i]
		if len(p.name) > 255 {
			return nil, nil, fmt.Errorf("%w: the name %q is too long", errRow, p.name)
		}
		if i%knowledge.NameStep == 0 {
			steps = binary.LittleEndian.AppendUint32(steps, uint32(len(names)))
		}
		c, ok := country[p.country]
		if !ok {
			c = 255
		}
		population := math.Round(math.Log10(float64(p.people)+10) * knowledge.PopulationScale)
		records = knowledge.AppendRecord(records, uint32(p.geonames), knowledge.Point(p.lat, p.lon, p.kind),
			uint8(min(255, population)), uint8(c), uint16(admin[p.parent]), p.flags, uint8(len(p.name)))
		names = append(names, p.name...)
		if p.qid != 0 {
			b.AddQID(i, p.qid)
		}
	}
	addNames(b, all)
	if index, err = b.Encode(); err != nil {
		return nil, nil, err
	}
	places = []byte(knowledge.Magic)
	for _, n := range []int{len(w.countries), len(w.regions), len(all), len(names)} {
		places = binary.LittleEndian.AppendUint32(places, uint32(n))
	}
	return slices.Concat(places, codes, regions, records, steps, names), index, nil
}

// addNames adds every name of every place to the index once.
func addNames(b *knowledge.IndexBuilder, all []place) {
	for i := range all {
		p := &all[i]
		seen := map[uint64]bool{0: true}
		add := func(name string, main bool) {
			if key := knowledge.Key(name); !seen[key] {
				seen[key] = true
				b.AddName(key, i, main)
			}
		}
		add(p.name, true)
		for _, n := range p.mains {
			add(n, true)
		}
		for _, n := range p.names() {
			add(n, false)
		}
	}
}
