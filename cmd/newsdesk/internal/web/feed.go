package web

import (
	"context"
	"errors"
	"iter"
	"mime"
	"net/http"
	"slices"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// The bounds of what is fed in.
const (
	maxFeed   = 16 << 20 // bytes of many articles at once
	feedBatch = 32       // articles that go to the archive together
	feedPause = 2 * time.Second
)

// Changed tells the site that its archive was written to by somebody else.
func (s *Site) Changed() {
	s.answers.forget()
	s.cards.forget()
	s.digest.changed()
}

// Feed analyses pages and puts them in the archive, until they or ctx end, and returns how
// many it put there. A page that fails is told to failed, and the rest go on. Articles that
// were deleted stay deleted.
func (s *Site) Feed(ctx context.Context, pages iter.Seq2[dateline.Page, error], failed func(error)) (int, error) {
	f := feeding{site: s, failed: failed, before: time.Now()}
	return f.all(ctx, s.options.Analyzer.Stream(ctx, pages))
}

// feeding puts Documents in the archive a few at a time.
type feeding struct {
	site   *Site
	failed func(error)
	went   func(stored int) // is told after each batch; nil where nobody asks
	batch  []*dateline.Document
	before time.Time // of the batch before
	stored int
}

func (f *feeding) all(ctx context.Context, docs iter.Seq2[*dateline.Document, error]) (int, error) {
	for doc, err := range docs {
		if ctx.Err() != nil {
			err := f.last(ctx)
			return f.stored, errors.Join(ctx.Err(), err)
		}
		if err != nil {
			f.failed(err)
			continue
		}
		f.batch = append(f.batch, doc)
		if len(f.batch) < feedBatch && time.Since(f.before) < feedPause {
			continue
		}
		if err := f.flush(ctx); err != nil {
			return f.stored, err
		}
	}
	err := f.last(ctx)
	return f.stored, errors.Join(ctx.Err(), err)
}

// last puts what was analysed in the archive, also where ctx has ended: it is kept.
func (f *feeding) last(ctx context.Context) error {
	late, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTime)
	defer cancel()
	return f.flush(late)
}

// flush puts the batch in the archive. The error is that of an archive that takes nothing.
func (f *feeding) flush(ctx context.Context) error {
	batch := f.batch
	f.batch, f.before = nil, time.Now()
	if len(batch) == 0 {
		return nil
	}
	a := f.site.options.Archive
	f.site.correcting.Lock()
	defer f.site.correcting.Unlock()
	batch = f.site.corrected(batch)
	before, err := oldOnes(ctx, a, batch)
	if err != nil {
		return err
	}
	n, err := a.Load(ctx, documentsOf(batch))
	f.stored += n
	if n > 0 {
		f.site.stored(before, batch)
	}
	if n > 0 && n < len(batch) { // which of them are there is not known
		f.site.digest.changed()
	}
	if f.went != nil {
		f.went(f.stored)
	}
	if err != nil && n > 0 && ctx.Err() == nil { // it refused some
		f.failed(err)
		return nil
	}
	return err
}

// documentsOf gives a list of Documents as a stream.
func documentsOf(docs []*dateline.Document) iter.Seq2[*dateline.Document, error] {
	return func(yield func(*dateline.Document, error) bool) {
		for _, doc := range docs {
			if !yield(doc, nil) {
				return
			}
		}
	}
}

// oldOnes returns what the archive has under the ids of some documents.
func oldOnes(
	ctx context.Context, a search.Reader, docs []*dateline.Document,
) (map[string]*dateline.Document, error) {
	old := map[string]*dateline.Document{}
	for _, doc := range docs {
		switch was, err := a.Document(ctx, doc.ID); {
		case err == nil:
			old[doc.ID] = was
		case !errors.Is(err, search.ErrNotFound):
			return nil, err
		}
	}
	return old, nil
}

// stored is called when documents were put in the archive, with what was there before under
// their ids.
func (s *Site) stored(before map[string]*dateline.Document, docs []*dateline.Document) {
	var ids []string
	for _, doc := range docs {
		ids = append(ids, doc.ID)
	}
	s.answers.forget()
	s.cards.drop(ids)
	s.digest.added(docs)
	s.fire(before, docs)
}

// stands is what the API says of an article that was put in the archive.
type stands struct {
	ID       string `json:"id"`
	Headline string `json:"headline"`
	Status   string `json:"status"` // added, replaced
}

// apiAddArticles takes articles: one, which is in the archive when the answer comes, or
// many as JSON lines, which are taken one after the other behind it.
func (s *Site) apiAddArticles(w http.ResponseWriter, r *http.Request) error {
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")) // a wrong one is told by sentPage
	if slices.Contains([]string{"application/jsonl", "application/x-ndjson", "application/ndjson"}, kind) {
		return s.apiFeed(w, r)
	}
	p, err := sentPage(r)
	if err != nil {
		return err
	}
	return s.put(w, r, p)
}

// apiPutArticle puts one article in the archive under an id.
func (s *Site) apiPutArticle(w http.ResponseWriter, r *http.Request) error {
	id := r.URL.Query().Get("id")
	if id == "" {
		return refuse(http.StatusBadRequest, "the id of an article is missing")
	}
	p, err := sentPage(r)
	if err != nil {
		return err
	}
	p.ID = id
	return s.put(w, r, p)
}

// put analyses a page and puts it in the archive.
func (s *Site) put(w http.ResponseWriter, r *http.Request, p dateline.Page) error {
	doc, err := s.analysed(r.Context(), p)
	if err != nil {
		return err
	}
	s.correcting.Lock()
	defer s.correcting.Unlock()
	docs := s.corrected([]*dateline.Document{doc})
	doc = docs[0]
	before, err := oldOnes(r.Context(), s.options.Archive, docs)
	if err != nil {
		return err
	}
	if err := s.options.Archive.Add(r.Context(), doc); err != nil {
		return err
	}
	s.stored(before, docs)
	if before[doc.ID] != nil {
		return writeJSON(w, http.StatusOK, stands{doc.ID, doc.Headline, "replaced"})
	}
	return writeJSON(w, http.StatusCreated, stands{doc.ID, doc.Headline, "added"})
}

// apiDeleteArticle takes an article out of the archive.
func (s *Site) apiDeleteArticle(w http.ResponseWriter, r *http.Request) error {
	doc, err := s.document(r)
	if err != nil {
		return err
	}
	if err := s.options.Archive.Delete(r.Context(), doc.ID); err != nil {
		return err
	}
	if err := s.corrections.Forget(doc.ID); err != nil {
		return err
	}
	s.Changed()
	w.WriteHeader(http.StatusNoContent)
	return nil
}
