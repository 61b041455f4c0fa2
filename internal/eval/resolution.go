package main

import (
	"context"
	"fmt"
	"math"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
)

// placedDoc is a document of eval/resolution/places.
type placedDoc struct {
	ID       string `json:"id"`
	Text     string `json:"text"`
	Toponyms []struct {
		Start    int      `json:"start"`
		End      int      `json:"end"`
		Lat      *float64 `json:"lat"`
		Lon      *float64 `json:"lon"`
		GeoNames string   `json:"geonames"`
		Country  string   `json:"country"`
		FCode    string   `json:"fcode"`
		Demonym  bool     `json:"demonym"`
		Homonym  bool     `json:"homonym"`
		Street   bool     `json:"street"`
	} `json:"toponyms"`
}

// runResolution scores which place a name stands for, of the names that are found with
// exactly the bytes of the data: how many are given the right country, a wrong one, and
// a point within 161 kilometres (or the right id or country).
func runResolution(ctx context.Context, dir string) ([]measure, error) {
	var all []measure
	for _, set := range []string{"lgl", "gwn", "geovirus", "tud"} {
		docs, err := readJSONL[placedDoc](dir, "resolution/places", set+"_dev.jsonl")
		if err != nil {
			return nil, err
		}
		var found, country, wrong, near float64
		for _, d := range docs {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			doc, err := entities.Recognize(d.Text)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", d.ID, err)
			}
			byID, at := map[string]*dateline.Entity{}, map[dateline.Span]*dateline.Entity{}
			for i := range doc.Entities {
				byID[doc.Entities[i].ID] = &doc.Entities[i]
			}
			for _, m := range withParts(doc.Mentions) {
				if m.Label.IsPlace() && at[m.Span()] == nil {
					at[m.Span()] = byID[m.Entity]
				}
			}
			for _, t := range d.Toponyms {
				e := at[dateline.Span{Start: t.Start, End: t.End}]
				if t.Lat == nil || t.Demonym || t.Homonym || t.Street || e == nil {
					continue
				}
				found++
				if e.Country == t.Country {
					country++
				} else if e.Country != "" && t.Country != "" {
					wrong++
				}
				same := fmt.Sprint(e.GeoNames) == t.GeoNames ||
					(t.FCode == "" || strings.HasPrefix(t.FCode, "PCL")) && e.ID == "country:"+t.Country
				if same || (e.Lat != 0 || e.Lon != 0) && distance(e.Lat, e.Lon, *t.Lat, *t.Lon) <= 161 {
					near++
				}
			}
		}
		all = append(all, measure{set, "country", 100 * country / found, len(docs)},
			measure{set, "country-wrong", 100 * wrong / found, len(docs)}, measure{set, "acc161", 100 * near / found, len(docs)})
	}
	return all, nil
}

// distance is in kilometres, between points in degrees.
func distance(a, b, c, d float64) float64 {
	const radian = math.Pi / 180
	x := math.Pow(math.Sin((c-a)*radian/2), 2) + math.Cos(a*radian)*math.Cos(c*radian)*math.Pow(math.Sin((d-b)*radian/2), 2)
	return 12742 * math.Asin(min(1, math.Sqrt(x)))
}
