package opensearch

import (
	"context"
	"encoding/base64"
	"fmt"
	"net/url"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// Related returns the articles that have most to do with a document, which may be
// in the archive or not, each with its reasons: see [search.Relate].
func (a *Archive) Related(ctx context.Context, doc *dateline.Document,
	o search.RelatedOptions) (list []search.Related, err error) {
	if doc == nil {
		return nil, fmt.Errorf("opensearch: related: %w: no document", dateline.ErrInvalid)
	}
	if err := o.Validate(); err != nil { // an archive without an index asks nobody
		return nil, fmt.Errorf("opensearch: related to %q: %w", doc.ID, err)
	}
	err = a.read(ctx, func(*meta) (err error) {
		list, err = search.Relate(ctx, doc, source{a}, o)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("opensearch: related to %q: %w", doc.ID, err)
	}
	return list, nil
}

// source is the archive as search.Relate asks it.
type source struct{ a *Archive }

// Document returns the article with an id.
func (s source) Document(ctx context.Context, id string) (*dateline.Document, error) {
	return s.a.document(ctx, id)
}

// Candidates has the cluster sum up the weights of the features that an article has.
func (s source) Candidates(ctx context.Context, features []search.Feature, filter search.Query,
	n int) ([]*search.Profile, error) {
	var list []object
	for _, f := range features {
		has := oneOf(fieldRank, []string{f.Key})
		if f.Kind == search.FeatureEntity {
			has = oneOf(fieldEntities, []string{f.Key})
		}
		list = append(list, object{"constant_score": object{"filter": has, "boost": f.Weight}})
	}
	b := object{"should": list, "minimum_should_match": 1}
	if filter.String() != "" {
		k, err := s.a.compile(ctx, filter, nil)
		if err != nil {
			return nil, err
		}
		b["filter"] = []object{k.body}
	}
	return s.a.profiles(ctx, object{"bool": b}, n)
}

// profiles returns the profiles of the documents with the highest scores.
func (a *Archive) profiles(ctx context.Context, query object, n int) ([]*search.Profile, error) {
	f := new(found[body])
	err := a.post(ctx, a.searchPath(), url.Values{"ignore_unavailable": {"true"}}, object{
		"query": query, "size": n, "_source": []string{"profile"}, "track_total_hits": false,
		"sort": []object{{"_score": object{"order": "desc"}}, {fieldID: object{"order": "asc"}}},
	}, f)
	if err == nil {
		err = f.err()
	}
	if err != nil {
		return nil, err
	}
	list := make([]*search.Profile, len(f.Hits.Hits))
	for i, h := range f.Hits.Hits {
		if list[i], err = profileOf(h); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// profileOf reads the profile of a document.
func profileOf(h foundHit[body]) (*search.Profile, error) {
	b, err := base64.StdEncoding.DecodeString(h.Source.Profile)
	var p *search.Profile
	if err == nil {
		p, err = search.DecodeProfile(b)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: profile of %q: %w", ErrDamaged, h.ID, err)
	}
	return p, nil
}
