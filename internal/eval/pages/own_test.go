package pages

import (
	"strings"
	"testing"
)

func TestOwnFrenchTruthIsOnThePages(t *testing.T) {
	gold, err := OwnFrench()
	if err != nil {
		t.Fatal(err)
	}
	if len(gold) != 12 {
		t.Errorf("%d pages, want 12", len(gold))
	}
	for _, g := range gold {
		for _, paragraph := range append(strings.Split(g.Body, "\n\n"), g.Title) {
			if !strings.Contains(g.HTML, paragraph) {
				t.Errorf("%s: the page lacks %q", g.ID, paragraph)
			}
		}
	}
}
