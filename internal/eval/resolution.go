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
		var sum resolved
		for _, d := range docs {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			doc, err := entities.Recognize(d.Text)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", d.ID, err)
			}
			sum.add(d, placesAt(doc))
		}
		n := len(docs)
		all = append(all, measure{set, "country", 100 * sum.country / sum.found, n},
			measure{set, "country-wrong", 100 * sum.wrong / sum.found, n},
			measure{set, "acc161", 100 * sum.near / sum.found, n})
	}
	return all, nil
}

// resolved counts the places of a set that are found, by what is said of them.
type resolved struct{ found, country, wrong, near float64 }

// add counts the places of a document.
func (s *resolved) add(d placedDoc, at map[dateline.Span]*dateline.Entity) {
	for _, t := range d.Toponyms {
		e := at[dateline.Span{Start: t.Start, End: t.End}]
		if t.Lat == nil || t.Demonym || t.Homonym || t.Street || e == nil {
			continue
		}
		s.found++
		if e.Country == t.Country {
			s.country++
		} else if e.Country != "" && t.Country != "" {
			s.wrong++
		}
		same := fmt.Sprint(e.GeoNames) == t.GeoNames ||
			(t.FCode == "" || strings.HasPrefix(t.FCode, "PCL")) && e.ID == "country:"+t.Country
		if same || (e.Lat != 0 || e.Lon != 0) && distance(e.Lat, e.Lon, *t.Lat, *t.Lon) <= 161 {
			s.near++
		}
	}
}

// placesAt returns the entity of each place name, by its span.
func placesAt(doc *dateline.Document) map[dateline.Span]*dateline.Entity {
	at := map[dateline.Span]*dateline.Entity{}
	for _, m := range withParts(doc.Mentions) {
		if m.Label.IsPlace() && at[m.Span()] == nil {
			at[m.Span()] = doc.Entity(m.Entity)
		}
	}
	return at
}

// distance is in kilometres, between points in degrees.
func distance(a, b, c, d float64) float64 {
	const radian = math.Pi / 180
	north, east := math.Sin((c-a)*radian/2), math.Sin((d-b)*radian/2)
	x := north*north + math.Cos(a*radian)*math.Cos(c*radian)*east*east
	return 12742 * math.Asin(min(1, math.Sqrt(x)))
}
