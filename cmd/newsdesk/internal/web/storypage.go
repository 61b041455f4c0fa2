package web

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// maxTold is how many articles of a story its page reads and shows.
const maxTold = 60

// tellingView is the page of a story: its articles in order, each with what it adds.
type tellingView struct {
	frame
	Known bool
	ID    string // of the article that the reader comes from
	Name  string // of that article
	Label string
	Count int
	Days  []tellingDay
	Less  int // articles that are not shown
}

type tellingDay struct {
	Day      string
	Articles []told
}

// told is an article of a story with the first sentence that names something new.
type told struct {
	ID    string
	Name  string
	Site  string
	Here  bool
	New   pieces
	First bool // nothing came before it

	Language string
}

// storyPage shows how a story went, and what each article added.
func (s *Site) storyPage(w http.ResponseWriter, r *http.Request) error {
	doc, err := s.document(r)
	if err != nil {
		return err
	}
	v := tellingView{
		frame: s.frame(r, "title.story"), ID: doc.ID, Name: cmp.Or(doc.Headline, firstWords(doc)),
		Known: s.digest.known() != nil,
	}
	if story := s.digest.story(doc.ID); story != nil {
		v.Label, v.Count = story.Label, len(story.Articles())
		if v.Days, v.Less, err = s.told(r.Context(), v.in, story, doc.ID); err != nil {
			return err
		}
	}
	return s.render(w, "story", v)
}

// told reads the articles of a story in order.
func (s *Site) told(
	ctx context.Context, in speech, story *search.Story, here string,
) (days []tellingDay, less int, err error) {
	before := known{}
	shown := 0
	for _, d := range story.Timeline {
		day := tellingDay{Day: cmp.Or(in.day(d.Day), in.Word("date.none"))}
		for _, a := range d.Articles {
			if shown == maxTold {
				less++
				continue
			}
			doc, err := s.options.Archive.Document(ctx, a.ID)
			if errors.Is(err, search.ErrNotFound) {
				continue // deleted since the stories were looked up
			}
			if err != nil {
				return nil, 0, err
			}
			day.Articles = append(day.Articles, told{
				ID: a.ID, Name: cmp.Or(doc.Headline, firstWords(doc)), Site: sourceOf(doc), Here: a.ID == here,
				First: shown == 0, New: before.adds(doc), Language: doc.Language,
			})
			before.learn(doc)
			shown++
		}
		if len(day.Articles) > 0 {
			days = append(days, day)
		}
	}
	return days, less, nil
}

// known are the names and amounts that articles had before.
type known map[string]bool

// keyOf is what a mention stands for; "" where it tells nothing new, as days and hours do not.
func keyOf(doc *dateline.Document, m dateline.Mention) string {
	switch m.Label {
	case dateline.DateValue, dateline.TimeValue:
		return ""
	}
	return cmp.Or(m.Entity, m.Value, strings.ToLower(doc.Words(m.Span())))
}

// learn adds what an article has.
func (k known) learn(doc *dateline.Document) {
	for _, m := range doc.Mentions {
		if key := keyOf(doc, m); key != "" {
			k[key] = true
		}
	}
}

// adds returns the first sentence below the headline that has a name or an amount which no
// article had before, with these marked; nil where there is none.
func (k known) adds(doc *dateline.Document) pieces {
	from, next := belowHead(doc), 0
	for _, sentence := range doc.Sentences {
		f := search.Fragment{Text: doc.Words(sentence)}
		for next < len(doc.Mentions) && doc.Mentions[next].Start < sentence.Start {
			next++
		}
		for ; next < len(doc.Mentions) && doc.Mentions[next].End <= sentence.End; next++ {
			m := doc.Mentions[next]
			if key := keyOf(doc, m); key != "" && !k[key] {
				f.Spans = append(f.Spans, dateline.Span{Start: m.Start - sentence.Start, End: m.End - sentence.Start})
			}
		}
		if sentence.Start >= from && len(f.Spans) > 0 {
			return piecesOf(f)
		}
	}
	return nil
}

// belowHead returns where the story begins below its headline, kicker and dateline.
func belowHead(doc *dateline.Document) int {
	head := []dateline.BlockKind{dateline.BlockHeadline, dateline.BlockKicker, dateline.BlockDateline}
	for _, b := range doc.Blocks {
		if !slices.Contains(head, b.Kind) {
			return b.Start
		}
	}
	return 0
}
