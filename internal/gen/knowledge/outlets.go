package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/dateline-go/dateline/internal/gen/rows"
	"github.com/dateline-go/dateline/internal/knowledge"
)

// outlets writes the file of news sites, which names places by their number in w.
func (w *world) outlets(from string) ([]byte, error) {
	homes := map[int]int{}         // places and regions by their id
	regions := map[string]int{}    // by ISO code
	countries := map[string]bool{} // that are in the table of places
	for i, p := range w.all() {
		if p.geonames != 0 {
			homes[p.geonames] = w.number[i] + 1
		}
		if p.kind == knowledge.Region && p.iso != "" {
			regions[p.country+"-"+p.iso] = w.number[i] + 1
		}
		if p.kind == knowledge.Country {
			countries[p.code] = true
		}
	}
	var list []knowledge.Site
	seen := map[string]string{}
	once := func(r rows.Row, host string) error {
		if was, ok := seen[host]; ok {
			return fmt.Errorf("%w: %s is on %s already", rows.Err, host, was)
		}
		seen[host] = r.At()
		return nil
	}
	err := errors.Join(
		rows.Read(from, "outlets.tsv", func(r rows.Row) error {
			o := knowledge.Site{Host: r.Get("domain"), Name: r.Get("name"), Country: r.Get("country")}
			if r.Get("source") == "own" || r.Get("weak") == "1" || !countries[o.Country] || strings.TrimSpace(o.Host) != o.Host {
				return nil
			}
			id, err := r.Number("geonames", 1<<24-1)
			if o.Home = homes[id]; id == 0 || o.Home == 0 {
				o.Home = regions[o.Country+"-"+r.Get("region")]
			}
			list = append(list, o)
			return errors.Join(err, once(r, o.Host))
		}, "domain", "name", "country", "region", "geonames", "weak", "source"),
		rows.Read(from, "tlds.tsv", func(r rows.Row) error {
			o := knowledge.Site{Host: r.Get("suffix"), Country: r.Get("country")}
			if r.Get("source") == "country-codes" && r.Get("generic_use") != "1" && countries[o.Country] {
				list = append(list, o)
				return once(r, o.Host)
			}
			return nil
		}, "suffix", "country", "generic_use", "source"),
	)
	if err != nil {
		return nil, err
	}
	return knowledge.EncodeOutlets(list)
}
