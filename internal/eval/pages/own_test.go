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

func TestOwnFrenchStoriesHoldNoLinesOfTheSite(t *testing.T) {
	gold, err := OwnFrench()
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range gold {
		read := extract(&g, Default)
		for _, line := range []string{"Partager par e-mail", "Copier le lien", "Envoyer à un ami"} {
			if strings.Contains(read.Body, line) {
				t.Errorf("%s: the story holds %q", g.ID, line)
			}
		}
	}
}
