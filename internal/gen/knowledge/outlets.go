package main

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/knowledge"
)

// outlet is a news site while the table is made.
type outlet struct {
	site, name, country string
	home                int // the number of a place and one
}

// outlets writes the file of news sites, which names places by their number in w.
func (w *world) outlets(from string) ([]byte, error) {
	homes := map[int]int{}         // places and regions by their id
	regions := map[string]int{}    // by ISO code
	countries := map[string]bool{} // that are in the table of places
	for i, p := range w.all() {
		if p.geonames != 0 {
			homes[p.geonames] = i + 1
		}
		if p.kind == knowledge.Region && p.iso != "" {
			regions[p.country+"-"+p.iso] = i + 1
		}
		if p.kind == knowledge.Country {
			countries[p.code] = true
		}
	}
	var list []outlet
	err := errors.Join(
		read(from, "outlets.tsv", func(r row) error {
			o := outlet{site: r.get("domain"), name: r.get("name"), country: r.get("country")}
			if r.get("source") == "own" || r.get("weak") == "1" || !countries[o.country] || strings.TrimSpace(o.site) != o.site {
				return nil
			}
			id, err := r.number("geonames", 1<<24-1)
			if o.home = homes[id]; id == 0 || o.home == 0 {
				o.home = regions[o.country+"-"+r.get("region")]
			}
			list = append(list, o)
			return err
		}, "domain", "name", "country", "region", "geonames", "weak", "source"),
		read(from, "tlds.tsv", func(r row) error {
			o := outlet{site: r.get("suffix"), country: r.get("country")}
			if r.get("source") == "country-codes" && r.get("generic_use") != "1" && countries[o.country] {
				list = append(list, o)
			}
			return nil
		}, "suffix", "country", "generic_use", "source"),
	)
	if err != nil {
		return nil, err
	}
	return encodeOutlets(list)
}

func encodeOutlets(list []outlet) ([]byte, error) {
	slices.SortFunc(list, func(a, b outlet) int {
		return cmp.Compare(knowledge.OutletKey(a.site), knowledge.OutletKey(b.site))
	})
	var records, names []byte
	last := uint64(0)
	for _, o := range list {
		key := knowledge.OutletKey(o.site)
		if key == last {
			return nil, fmt.Errorf("%w: outlets.tsv has %s twice", errRow, o.site)
		}
		last = key
		names = append(names, o.name...)
		records = knowledge.AppendOutlet(records, key, o.country, o.home, len(names))
	}
	b := binary.LittleEndian.AppendUint32([]byte(knowledge.OutletMagic), uint32(len(list)))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(names)))
	return slices.Concat(b, records, names), nil
}
