package opensearch

import (
	"context"
	"fmt"
	"iter"
	"net/http"
	"net/url"

	"github.com/dateline-go/dateline"
)

// Document returns the document with an id, as it was given to [Archive.Add];
// scores have the four decimals of its JSON form. The error is [ErrNotFound]
// where there is none.
func (a *Archive) Document(ctx context.Context, id string) (*dateline.Document, error) {
	if err := a.enter(ctx); err != nil {
		return nil, err
	}
	defer a.leave()
	m, err := a.begun(ctx)
	var doc *dateline.Document
	if err == nil && m == nil {
		err = ErrNotFound
	}
	if err == nil {
		doc, err = a.document(ctx, id)
	}
	if err != nil {
		return nil, fmt.Errorf("opensearch: document %q: %w", id, err)
	}
	return doc, nil
}

func (a *Archive) document(ctx context.Context, id string) (*dateline.Document, error) {
	f, err := a.ask(ctx, object{"size": 1, "_source": []string{"doc"},
		"query": both(object{"ids": object{"values": []string{id}}})})
	if err != nil {
		return nil, err
	}
	if len(f.Hits.Hits) == 0 {
		return nil, ErrNotFound
	}
	return decode(id, f.Hits.Hits[0].Source.Doc)
}

// Documents returns every document, by date of publication, those without one
// last, then by id. It sees the archive as it is at its first step. An error about
// one document does not end it.
func (a *Archive) Documents(ctx context.Context) iter.Seq2[*dateline.Document, error] {
	return func(yield func(*dateline.Document, error) bool) {
		err := a.each(ctx, "doc", func(h foundHit[body]) bool { return yield(decode(h.ID, h.Source.Doc)) })
		if err != nil {
			yield(nil, fmt.Errorf("opensearch: documents: %w", err))
		}
	}
}

// body is what is stored of a document.
type body struct {
	Doc     string `json:"doc"`
	Profile string `json:"profile"`
}

const (
	// pointKept is how long a point in time is kept for the next page.
	pointKept = "5m"
	// eachPage is how many documents are read at once.
	eachPage = 200
)

// each reads every document at one point in time.
func (a *Archive) each(ctx context.Context, field string, visit func(foundHit[body]) bool) error {
	if err := a.enter(ctx); err != nil {
		return err
	}
	defer a.leave()
	if m, err := a.begun(ctx); m == nil || err != nil {
		return err
	}
	var point struct {
		ID string `json:"pit_id"`
	}
	path := "/" + a.config.Index + "/_search/point_in_time"
	err := a.do(ctx, http.MethodPost, path, url.Values{"keep_alive": {pointKept}}, nil, &point)
	if err != nil {
		return err
	}
	defer func() { // as well where the context has ended; what stays behind goes by itself
		line, _ := compact(object{"pit_id": []string{point.ID}})
		_, _ = a.once(context.WithoutCancel(ctx), http.MethodDelete, "/_search/point_in_time", nil, line)
	}()
	request := object{"size": eachPage, "query": everything, "_source": []string{field}, "track_total_hits": false,
		"sort": []object{{fieldPublished: object{"order": "asc", "missing": "_last"}}, {fieldID: "asc"}}}
	for {
		request["pit"] = object{"id": point.ID, "keep_alive": pointKept}
		f := new(found[body])
		err := a.post(ctx, "/_search", nil, request, f)
		if err == nil {
			err = f.err()
		}
		if err != nil {
			return err
		}
		for _, h := range f.Hits.Hits {
			if !visit(h) {
				return nil
			}
		}
		n := len(f.Hits.Hits)
		if n < eachPage {
			return nil
		}
		request["search_after"] = f.Hits.Hits[n-1].Sort
		point.ID = f.PIT
	}
}
