package sets

import (
	"context"
	"math"
	"regexp"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/measure"
	"github.com/dateline-go/dateline/internal/token"
)

// SalienceStory is a story of eval/salience: what readers found its entities to
// count for.
type SalienceStory struct {
	ID         string           `json:"id"`
	Title      string           `json:"title"`
	Paragraphs []string         `json:"paragraphs"`
	Entities   []SalienceEntity `json:"entities"`
}

// SalienceEntity is a thing that a story links.
type SalienceEntity struct {
	Score float64  `json:"score"`
	Title string   `json:"title"`
	Spots []string `json:"spots"`
}

// ReadSalience reads the stories of eval/salience. Entities without a name are
// left out: nobody can find them.
func ReadSalience(dir string) ([]SalienceStory, error) {
	stories, err := Read[SalienceStory](dir, "salience", "wikinews_saliency_dev.jsonl")
	if err != nil {
		return nil, err
	}
	for i := range stories {
		kept := stories[i].Entities[:0]
		for _, e := range stories[i].Entities {
			if len(e.forms()) > 0 {
				kept = append(kept, e)
			}
		}
		stories[i].Entities = kept
	}
	return stories, nil
}

// Document makes a tagged Document of the story as a page gives it: the headline,
// then the paragraphs.
func (s SalienceStory) Document(tagger token.Tagger) (*dateline.Document, error) {
	doc := &dateline.Document{ID: s.ID, Headline: strings.TrimSpace(s.Title)}
	var b strings.Builder
	add := func(kind dateline.BlockKind, text string) {
		if text = strings.TrimSpace(text); text == "" {
			return
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		start := b.Len()
		b.WriteString(text)
		doc.Blocks = append(doc.Blocks, dateline.Block{Kind: kind, Start: start, End: b.Len()})
	}
	add(dateline.BlockHeadline, s.Title)
	for _, p := range s.Paragraphs {
		add(dateline.BlockParagraph, p)
	}
	doc.Text = b.String()
	if err := new(token.Buffer).Annotate(context.Background(), doc, tagger); err != nil {
		return nil, err
	}
	return doc, nil
}

// Score compares the gold scores with values of the entities found. A gold entity
// is found where a name or alias of one equals its title or one of its spots, case
// ignored, and takes the largest value of those.
func (s SalienceStory) Score(found []dateline.Entity, value func(*dateline.Entity) float64) measure.Salience {
	best := map[string]float64{}
	for i := range found {
		e := &found[i]
		v := value(e)
		for _, name := range append([]string{e.Name}, e.Aliases...) {
			n := low(name)
			best[n] = max(best[n], v)
		}
	}
	var gold, predicted []float64
	for _, e := range s.Entities {
		gold = append(gold, e.Score)
		v := math.NaN()
		for _, form := range e.forms() {
			if b, ok := best[form]; ok && !(v >= b) {
				v = b
			}
		}
		predicted = append(predicted, v)
	}
	return measure.SalienceOf(gold, predicted)
}

// Matches returns, for each gold entity, which of the entities found it may be, by
// index.
func (s SalienceStory) Matches(found []dateline.Entity) [][]int {
	by := map[string][]int{}
	for i := range found {
		seen := map[string]bool{}
		for _, name := range append([]string{found[i].Name}, found[i].Aliases...) {
			if n := low(name); !seen[n] {
				seen[n] = true
				by[n] = append(by[n], i)
			}
		}
	}
	list := make([][]int, len(s.Entities))
	for i, e := range s.Entities {
		for _, form := range e.forms() {
			list[i] = append(list[i], by[form]...)
		}
	}
	return list
}

var brackets = regexp.MustCompile(`[_ ]*\([^)]*\)$`)

// forms returns the names of the entity in small letters.
func (e SalienceEntity) forms() []string {
	var list []string
	for _, spot := range e.Spots {
		if f := low(spot); f != "" {
			list = append(list, f)
		}
	}
	if f := low(strings.ReplaceAll(brackets.ReplaceAllString(e.Title, ""), "_", " ")); f != "" {
		list = append(list, f)
	}
	return list
}

// low returns a name in small letters with one space between its words.
func low(s string) string { return strings.Join(strings.Fields(strings.ToLower(s)), " ") }
