package main

import (
	"slices"

	"github.com/dateline-go/dateline/internal/knowledge"
)

// all returns the places, countries first.
func (w *world) all() []place { return slices.Concat(w.countries, w.regions, w.counties, w.rest) }

// encode writes the files of places and of their index that package knowledge reads, and notes the number of each
// place in them.
func (w *world) encode() (places, index []byte, err error) {
	all := w.all()
	parent := map[string]int{}
	for i := range len(w.regions) + len(w.counties) {
		at := len(w.countries) + i
		parent[all[at].code] = at
	}
	codes := map[string]bool{}
	for i := range w.countries {
		codes[w.countries[i].code] = true
	}
	entries := make([]knowledge.Entry, len(all))
	for i := range all {
		p := &all[i]
		x := knowledge.Entry{Kind: p.kind, Rank: p.rank, GeoNames: p.geonames, QID: p.qid, Name: p.name, Firsts: p.mains,
			Others: w.names(p), Parent: -1, Lat: p.lat, Lon: p.lon, People: p.people}
		if codes[p.country] {
			x.Country = p.country
		}
		if at, ok := parent[p.parent]; ok {
			x.Parent = at
		}
		switch p.kind {
		case knowledge.Country:
			x.Code = p.code
			x.IOC, x.FIFA = p.ioc, p.fifa
		case knowledge.Region, knowledge.Airport:
			x.Code = p.iso
		}
		entries[i] = x
	}
	places, index, w.number, err = knowledge.EncodePlaces(entries)
	return places, index, err
}
