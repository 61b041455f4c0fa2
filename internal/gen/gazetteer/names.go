package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/gen/people"
)

// leastBearers is how many people must bear a first name for it to count: rarer
// ones are mostly misprints.
const leastBearers = 150

// givenNames reads first names: name -> [sources, bearers, share of women, …].
func givenNames(path string) (map[string]uint8, error) {
	var rows map[string][]json.RawMessage
	if err := readJSON(&rows, path); err != nil {
		return nil, err
	}
	given := map[string]uint8{}
	for word, cells := range rows {
		var bearers int
		var women float64
		if len(cells) < 3 || json.Unmarshal(cells[1], &bearers) != nil || json.Unmarshal(cells[2], &women) != nil {
			return nil, fmt.Errorf("%s: row %q is not a list of three numbers and more", path, word)
		}
		if bearers < leastBearers || len(word) < 2 || strings.ContainsAny(word, " &#;<>") {
			continue
		}
		g := gazetteer.Either
		switch {
		case women > 0.9:
			g = gazetteer.Female
		case women < 0.1:
			g = gazetteer.Male
		}
		given[gazetteer.Fold(word)] = uint8(g)
	}
	return given, nil
}

// surnames reads the names of ratios.py that are more often last than first.
func surnames(path string) (map[string]uint8, error) {
	last := map[string]uint8{}
	err := people.Ratios(path, func(name string, first float64) {
		if first < 0.7 && len(name) > 2 {
			last[gazetteer.Fold(name)] = 0
		}
	})
	return last, err
}
