package web

import (
	"cmp"
	"encoding/xml"
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

// alertFeed gives the newest articles of an alert as an Atom feed.
func (s *Site) alertFeed(w http.ResponseWriter, r *http.Request) error {
	a, err := s.alerts.find(r.URL.Query().Get("id"))
	if err != nil {
		return err
	}
	q, err := search.Parse(a.Query)
	if err != nil {
		return err
	}
	q.Sort, q.Limit, q.Fragments = search.Newest, maxFeedEntries, 1
	res, err := s.options.Archive.Search(r.Context(), q)
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
	for _, h := range res.Hits {
		e := atomEntry{
			ID: "urn:newsdesk:article:" + url.PathEscape(h.ID), Title: cmp.Or(h.Headline, h.ID),
			Updated: atomTime(h.Published.Time), Links: []atomLink{{"alternate", base + articleLink(h.ID)}},
		}
		if !h.Published.IsZero() {
			e.Published = e.Updated
		}
		if out := link(h.URL); out != "" {
			e.Links = append(e.Links, atomLink{"related", out})
		}
		if len(h.Fragments) > 0 {
			e.Summary = h.Fragments[0].Text
		}
		f.Entries = append(f.Entries, e)
	}
	if len(f.Entries) > 0 {
		f.Updated = max(f.Updated, f.Entries[0].Updated)
	}
	b, err := xml.MarshalIndent(f, "", " ")
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/atom+xml; charset=utf-8")
	w.Write(append(append([]byte(xml.Header), b...), '\n')) // a reader who went away is no fault
	return nil
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
