package web

import (
	"cmp"
	"context"
	"encoding/xml"
	"errors"
	"net/http"
	"net/url"
	"time"

	"github.com/dateline-go/dateline/search"
)

// maxFeedEntries is how many articles the feed of an alert has.
const maxFeedEntries = 50

// atomFeed is a feed of RFC 4287.
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID        string     `xml:"id"`
	Title     string     `xml:"title"`
	Updated   string     `xml:"updated"`
	Published string     `xml:"published,omitempty"`
	Links     []atomLink `xml:"link"`
	Summary   string     `xml:"summary,omitempty"`
}

// alertFeed gives the newest articles of an alert as an Atom feed: those that came since it was made in the order
// in which they came, whatever their dates say, then what there was before by date.
func (s *Site) alertFeed(w http.ResponseWriter, r *http.Request) error {
	a, err := s.alerts.find(r.URL.Query().Get("id"))
	if err != nil {
		return err
	}
	q, err := search.Parse(a.Query)
	if err != nil {
		return err
	}
	base := "http://" + r.Host
	if r.TLS != nil {
		base = "https://" + r.Host
	}
	f := atomFeed{
		ID: "urn:newsdesk:alert:" + url.PathEscape(a.ID), Title: a.ID, Author: "Newsdesk", Updated: atomTime(a.Made),
		Links: []atomLink{{"self", base + feedLink(a.ID)}, {"alternate", base + "/?" + url.Values{"q": {a.Query}}.Encode()}},
	}
	hits, err := s.cameTo(r.Context(), a, q)
	if err != nil {
		return err
	}
	came := map[string]bool{}
	for _, h := range hits {
		came[h.ID] = true
		f.Entries = append(f.Entries, entryOf(base, h.Hit, h.at))
	}
	q.Sort, q.Limit, q.Fragments = search.Newest, maxFeedEntries, 1
	res, err := s.options.Archive.Search(r.Context(), q)
	if err != nil {
		return err
	}
	for _, h := range res.Hits {
		if !came[h.ID] && len(f.Entries) < maxFeedEntries {
			f.Entries = append(f.Entries, entryOf(base, h, h.Published.Time))
		}
	}
	for _, e := range f.Entries {
		f.Updated = max(f.Updated, e.Updated)
	}
	b, err := xml.MarshalIndent(f, "", " ")
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/atom+xml; charset=utf-8")
	w.Write(append(append([]byte(xml.Header), b...), '\n')) // a reader who went away is no fault
	return nil
}

// cameHit is an article of an alert with when it came in.
type cameHit struct {
	search.Hit
	at time.Time
}

// cameTo returns the articles that came to an alert and are there and match it still, the newest first.
func (s *Site) cameTo(ctx context.Context, a alert, q search.Query) ([]cameHit, error) {
	var with search.Alerts
	if with.Add(a.ID, q) != nil {
		return nil, nil // what comes cannot be held against it: it goes by dates
	}
	highlighter := search.NewHighlighter(q, nil)
	var hits []cameHit
	seen := map[string]bool{} // one that was taken out comes anew
	for _, came := range a.Came {
		if seen[came.ID] {
			continue
		}
		seen[came.ID] = true
		doc, err := s.options.Archive.Document(ctx, came.ID)
		if errors.Is(err, search.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		matches, err := with.Match(doc)
		if err != nil {
			return nil, err
		}
		if len(matches) > 0 {
			hits = append(hits, cameHit{search.Hit{ID: doc.ID, Headline: doc.Headline, URL: doc.URL, Published: doc.Published,
				Fragments: highlighter.Fragments(doc, 1)}, came.At})
		}
	}
	return hits, nil
}

// entryOf makes the entry of an article; at is when it came in, else when it was published.
func entryOf(base string, h search.Hit, at time.Time) atomEntry {
	e := atomEntry{
		ID: "urn:newsdesk:article:" + url.PathEscape(h.ID), Title: cmp.Or(h.Headline, h.ID),
		Updated: atomTime(at), Links: []atomLink{{"alternate", base + articleLink(h.ID)}},
	}
	if !h.Published.IsZero() {
		e.Published = atomTime(h.Published.Time)
	}
	if out := link(h.URL); out != "" {
		e.Links = append(e.Links, atomLink{"related", out})
	}
	if len(h.Fragments) > 0 {
		e.Summary = h.Fragments[0].Text
	}
	return e
}

// atomTime writes a time as RFC 3339 has it, in UTC.
func atomTime(t time.Time) string {
	if t.IsZero() {
		t = time.Unix(0, 0)
	}
	return t.UTC().Format(time.RFC3339)
}

// feedLink is the address of the feed of an alert.
func feedLink(id string) string { return "/alerts/feed?" + url.Values{"id": {id}}.Encode() }
