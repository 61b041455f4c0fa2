package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
)

// placesDoc is a document of eval/places.
type placesDoc struct {
	ID       string `json:"id"`
	Text     string `json:"text"`
	Toponyms []struct {
		Type  string `json:"type"`
		Start int    `json:"start"`
		End   int    `json:"end"`
	} `json:"toponyms"`
}

// runPlaces scores exact spans of places as eval/places/score.py does: figure a
// without nationalities, figure b with them; with the standard errors. The places
// in the names of organisations and the like count as well, as they do in the
// data; "a-f1-outside" leaves them out.
func runPlaces(ctx context.Context, dir string) ([]measure, error) {
	docs, err := readJSONL[placesDoc](dir, "places", "geowebnews.jsonl")
	if err != nil {
		return nil, err
	}
	var a, b, outside []prf
	for _, d := range docs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		doc, err := entities.Recognize(d.Text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.ID, err)
		}
		c, _ := scorePlaces(d, doc.Mentions)
		outside = append(outside, c)
		c, both := scorePlaces(d, withParts(doc.Mentions))
		a, b = append(a, c), append(b, both)
	}
	return []measure{
		{"geowebnews", "a-f1", total(a).f1(), len(docs)}, {"geowebnews", "a-f1-se", standardError(a), len(docs)},
		{"geowebnews", "b-f1", total(b).f1(), len(docs)}, {"geowebnews", "b-f1-se", standardError(b), len(docs)},
		{"geowebnews", "a-f1-outside", total(outside).f1(), len(docs)},
	}, nil
}

// withParts adds to mentions what their names hold.
func withParts(mentions []dateline.Mention) []dateline.Mention {
	all := slices.Clone(mentions)
	for _, m := range mentions {
		for _, p := range m.Inside {
			all = append(all, dateline.Mention{Start: p.Start, End: p.End, Label: p.Label, Entity: p.Entity})
		}
	}
	return all
}

// scorePlaces counts one document for both figures.
func scorePlaces(d placesDoc, mentions []dateline.Mention) (a, b prf) {
	var every, kept, left []dateline.Span
	types := map[dateline.Span]string{}
	for _, t := range d.Toponyms {
		types[dateline.Span{Start: t.Start, End: t.End}] = t.Type
	}
	for s, kind := range types {
		every = append(every, s)
		switch kind {
		case "Non_Literal_Modifier", "Demonym", "Language":
			left = append(left, s)
		default:
			kept = append(kept, s)
		}
	}
	var places, all []dateline.Span
	for _, m := range mentions {
		place := coarseLabels[m.Label] == "LOC"
		if place || m.Label == dateline.NORP {
			all = append(all, m.Span())
		}
		// A place that hits only what is left out is neither right nor wrong.
		if place && (hits(m.Span(), kept) || !hits(m.Span(), left)) {
			places = append(places, m.Span())
		}
	}
	return match(places, kept), match(all, every)
}

// hits reports whether a span overlaps one of the others.
func hits(s dateline.Span, others []dateline.Span) bool {
	for _, o := range others {
		if s.Overlaps(o) {
			return true
		}
	}
	return false
}
