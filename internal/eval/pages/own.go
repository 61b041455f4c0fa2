package pages

import (
	"embed"
	"encoding/json"
	"fmt"
)

//go:embed testdata/fr
var ownFrench embed.FS

// OwnFrench returns the pages in French that were written for this project, with what they say.
func OwnFrench() ([]Gold, error) {
	const dir = "testdata/fr/"
	truth, err := ownFrench.ReadFile(dir + "truth.json")
	if err != nil {
		return nil, fmt.Errorf("pages in French: %w", err)
	}
	var gold []Gold
	if err := json.Unmarshal(truth, &gold); err != nil {
		return nil, fmt.Errorf("pages in French: %w", err)
	}
	for i := range gold {
		html, err := ownFrench.ReadFile(dir + gold[i].ID + ".html")
		if err != nil {
			return nil, fmt.Errorf("pages in French: %w", err)
		}
		gold[i].HTML = string(html)
	}
	return gold, nil
}
