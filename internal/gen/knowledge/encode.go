package main

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"github.com/dateline-go/dateline/internal/knowledge"
)

// posting is one name of one place in the index.
type posting struct {
	bucket int
	bits   uint64
}

// all returns the places in the order of the table.
func (w *world) all() []place { return slices.Concat(w.countries, w.regions, w.counties, w.rest) }

// encode writes the file that package knowledge reads.
func (w *world) encode() ([]byte, error) {
	all := w.all()
	fits := len(all) < 1<<knowledge.EntryBits && len(w.countries) <= 255 && len(w.regions)+len(w.counties) < 1<<16
	if !fits {
		return nil, fmt.Errorf("%w: %d places, %d countries, %d regions and counties do not fit", errRow, len(all),
			len(w.countries), len(w.regions)+len(w.counties))
	}
	country, admin := map[string]int{}, map[string]int{}
	for i, c := range w.countries {
		country[c.code] = i
	}
	for i, a := range slices.Concat(w.regions, w.counties) {
		admin[a.code] = i + 1
	}
	var codes, regions, records, steps, names, qids []byte
	for _, c := range w.countries {
		codes = append(codes, c.code...)
	}
	for _, r := range w.regions {
		regions = append(regions, append([]byte(r.iso), make([]byte, knowledge.RegionSize-len(r.iso))...)...)
	}
	for i := range all {
		p := &all[i]
		if len(p.name) > 255 {
			return nil, fmt.Errorf("%w: the name %q is too long", errRow, p.name)
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
			qids = append(qids, byte(i), byte(i>>8), byte(i>>16))
			qids = binary.LittleEndian.AppendUint32(qids, uint32(p.qid))
		}
	}
	list := postings(all)
	b := append([]byte(knowledge.Magic), make([]byte, 0, 24)...)
	counts := []int{len(w.countries), len(w.regions), len(all), len(names), len(qids) / knowledge.QIDSize, len(list)}
	for _, n := range counts {
		b = binary.LittleEndian.AppendUint32(b, uint32(n))
	}
	b = slices.Concat(b, codes, regions, records, steps, names, qids)
	at := 0
	for k := range knowledge.Buckets + 1 {
		for at < len(list) && list[at].bucket < k {
			at++
		}
		b = binary.LittleEndian.AppendUint32(b, uint32(at))
	}
	for _, p := range list {
		b = append(b, byte(p.bits), byte(p.bits>>8), byte(p.bits>>16), byte(p.bits>>24), byte(p.bits>>32))
	}
	return b, nil
}

// postings returns the index: every name of every place once, by bucket and then in
// the order of the places.
func postings(all []place) []posting {
	var list []posting
	for i := range all {
		p := &all[i]
		seen := map[uint64]bool{0: true}
		add := func(name string, main uint64) {
			key := knowledge.Key(name)
			if !seen[key] {
				seen[key] = true
				bucket, rest := knowledge.Split(key)
				list = append(list, posting{bucket, rest<<(knowledge.EntryBits+1) | uint64(i)<<1 | main})
			}
		}
		add(p.name, 1)
		for _, n := range p.mains {
			add(n, 1)
		}
		for _, n := range p.names() {
			add(n, 0)
		}
	}
	slices.SortStableFunc(list, func(a, b posting) int { return cmp.Compare(a.bucket, b.bucket) })
	return list
}
