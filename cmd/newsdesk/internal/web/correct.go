package web

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/corrections"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/search"
)

// correctStep is how many articles are looked up at once that a correction may be about.
const correctStep = 100

// makeCorrection keeps a correction and applies it to the article that it was made in. The other
// articles that it is about follow in the background.
func (s *Site) makeCorrection(
	ctx context.Context, c corrections.Correction, here string,
) (corrections.Correction, error) {
	c, err := s.corrections.Add(c)
	if err != nil {
		return c, correctionFailure(err)
	}
	return c, s.followed(ctx, c, here)
}

// revokeCorrection takes a correction back, and from the articles that it changed.
func (s *Site) revokeCorrection(ctx context.Context, id string) error {
	c, err := s.corrections.Revoke(id)
	if err != nil {
		return correctionFailure(err)
	}
	return s.followed(ctx, c, c.Article)
}

// followed brings articles up to date with a correction: one at once, the others soon.
func (s *Site) followed(ctx context.Context, c corrections.Correction, here string) error {
	if here != "" {
		if err := s.recorrect(ctx, here); err != nil && !errors.Is(err, search.ErrNotFound) {
			return err
		}
	}
	if c.Article != "" {
		return s.corrections.Done(c.ID)
	}
	select {
	case s.recheck <- struct{}{}:
	default: // it is known already that there is work
	}
	return nil
}

// correctionFailure says what is wrong with a correction.
func correctionFailure(err error) error {
	switch {
	case errors.Is(err, corrections.ErrCorrection):
		words := strings.TrimPrefix(err.Error(), corrections.ErrCorrection.Error()+": ")
		return &failure{http.StatusBadRequest, words, err}
	case errors.Is(err, corrections.ErrNone):
		return &failure{http.StatusNotFound, err.Error(), err}
	case errors.Is(err, corrections.ErrFull):
		return &failure{http.StatusConflict, err.Error(), err}
	}
	return err
}

// recorrect puts an article in the archive as all corrections have it.
func (s *Site) recorrect(ctx context.Context, id string) error {
	s.correcting.Lock()
	defer s.correcting.Unlock()
	doc, err := s.options.Archive.Document(ctx, id)
	if err != nil {
		return err
	}
	after, changed, err := s.corrections.Correct(doc)
	if err != nil || !changed {
		return err
	}
	if err := s.options.Archive.Add(ctx, after); err != nil {
		return err
	}
	s.stored(map[string]*dateline.Document{id: doc}, []*dateline.Document{after})
	return nil
}

// corrected returns documents that were just analysed as corrections have them. One that cannot
// be corrected stays as it is.
func (s *Site) corrected(docs []*dateline.Document) []*dateline.Document {
	list := make([]*dateline.Document, len(docs))
	for i, doc := range docs {
		after, err := s.corrections.Fresh(doc)
		if err != nil {
			s.log.Error("corrections", "error", err.Error())
			after = doc
		}
		list[i] = after
	}
	return list
}

// runCorrections goes through the archive with corrections of all articles, until ctx ends.
func (s *Site) runCorrections(ctx context.Context) {
	for {
		for _, c := range s.corrections.All() {
			if !c.Pending || ctx.Err() != nil {
				continue
			}
			err := s.spread(ctx, c)
			if err == nil {
				err = s.corrections.Done(c.ID)
			}
			if err != nil && ctx.Err() == nil {
				s.log.Error("corrections", "error", err.Error())
			}
		}
		select {
		case <-s.recheck:
		case <-ctx.Done():
			return
		}
	}
}

// spread brings all articles up to date that a correction is about.
func (s *Site) spread(ctx context.Context, c corrections.Correction) error {
	ids := []string{c.Article}
	if c.Article == "" {
		var err error
		if ids, err = s.concerned(ctx, c); err != nil {
			return err
		}
	}
	for _, id := range ids {
		if err := s.recorrect(ctx, id); err != nil && !errors.Is(err, search.ErrNotFound) {
			return err
		}
	}
	return nil
}

// concerned returns the articles that hold what a correction is about.
func (s *Site) concerned(ctx context.Context, c corrections.Correction) ([]string, error) {
	const enough = 12 // words of a quote find it
	words := strings.Fields(c.Text)
	phrase := search.Clause{Match: search.Phrase, Text: strings.Join(words[:min(len(words), enough)], " ")}
	clauses := []search.Clause{{Field: search.Named, Text: c.Text}}
	if c.Kind == corrections.Speaker || c.Kind == corrections.Suppress {
		clauses = nil
	}
	if (search.Query{Clauses: []search.Clause{phrase}}).Validate() == nil {
		clauses = append(clauses, phrase)
	}
	q := search.Query{Clauses: clauses, Sort: search.Oldest, Limit: correctStep, Fragments: -1}
	if len(clauses) > 1 {
		q.Clauses = []search.Clause{{Any: clauses}}
	}
	var ids []string
	for len(clauses) > 0 {
		res, err := s.options.Archive.Search(ctx, q)
		if err != nil {
			return nil, err
		}
		for _, h := range res.Hits {
			ids = append(ids, h.ID)
		}
		if q.Cursor = res.Next; q.Cursor == "" {
			break
		}
	}
	return ids, nil
}

// thingOf is an entity as a correction keeps it.
func thingOf(e *dateline.Entity) corrections.Thing {
	return corrections.Thing{
		ID: e.ID, Name: e.Name, Label: e.Label, Country: e.Country, GeoNames: e.GeoNames, Lat: e.Lat, Lon: e.Lon,
	}
}

// placeThing is the place of a name with an id in GeoNames, the zero Thing where there is none.
func placeThing(name string, geonames int) corrections.Thing {
	n, ok := entities.PlaceNumbered(name, geonames)
	if !ok {
		return corrections.Thing{}
	}
	return thingOf(&n.Entity)
}

// meant is the thing that a name or an id stands for: in the article, else in the archive, else
// only its name.
func (s *Site) meant(ctx context.Context, doc *dateline.Document, id, name string) (corrections.Thing, error) {
	if id != "" && doc != nil {
		if e := doc.Entity(id); e != nil {
			return thingOf(e), nil
		}
	}
	if name = strings.TrimSpace(name); name == "" {
		return corrections.Thing{ID: id}, nil
	}
	field := search.Named
	res, err := s.options.Archive.Search(ctx, search.Query{
		Clauses: []search.Clause{{Field: field, Text: cmp.Or(id, name)}}, Sort: search.Newest, Limit: 5, Documents: true,
	})
	if errors.Is(err, search.ErrQuery) {
		return corrections.Thing{ID: id, Name: name}, nil // nothing that could be looked up
	}
	if err != nil {
		return corrections.Thing{}, err
	}
	for _, h := range res.Hits {
		for e := range h.Document.Names() {
			if e.ID == id || id == "" && strings.EqualFold(e.Name, name) {
				return thingOf(e), nil
			}
		}
	}
	return corrections.Thing{ID: id, Name: name}, nil
}
