package page

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// maxMeta is the longest value of a meta element that is kept, in bytes.
const maxMeta = 4000

// metadata is what the head of a web page says about it, as it says it.
type metadata struct {
	title     string // of the title element
	lang      string // of the html element
	metaLang  string
	canonical string
	base      string
	ogURL     string
	ogTitle   string
	twTitle   string
	otherName string // titles of other vocabularies
	ogType    string
	site      string
	section   string
	deks      []string // descriptions
	authors   []string
	published []string // the most trusted first, see rank in dateKey
	modified  []string
	image     string
	gated     bool // declared as not free to read
	rawJSON   [][]byte
	jsonBytes int
}

// addJSON keeps the words of a JSON-LD script for later.
func (m *metadata) addJSON(raw []byte) {
	if len(m.rawJSON) < 40 && m.jsonBytes+len(raw) <= maxToken {
		m.jsonBytes += len(raw)
		m.rawJSON = append(m.rawJSON, append([]byte(nil), raw...))
	}
}

// head reads the tags that speak of the page as a whole. It reports whether that is
// all there is to the tag.
func (w *walker) head(tag atom.Atom, a *attributes) bool {
	m := &w.c.meta
	switch tag {
	case atom.Html:
		if m.lang == "" && len(a.lang) < maxMeta {
			m.lang = string(a.lang)
		}
		return true
	case atom.Head, atom.Body:
		w.flush()
		return true
	case atom.Base:
		if m.base == "" && len(a.href) < maxMeta {
			m.base = string(a.href)
		}
		return true
	case atom.Link:
		if m.canonical == "" && len(a.href) < maxMeta && strings.EqualFold(string(a.rel), "canonical") {
			m.canonical = strings.TrimSpace(string(a.href))
		}
		return true
	case atom.Meta:
		w.meta(a)
		return true
	case atom.Title:
		w.capture = captureTitle
	case atom.Script:
		if strings.Contains(strings.ToLower(string(a.typ)), "ld+json") {
			w.capture = captureJSON
		}
	}
	return false
}

// meta reads a meta element.
func (w *walker) meta(a *attributes) {
	m := &w.c.meta
	if len(a.content) == 0 || len(a.content) > maxMeta {
		return
	}
	key := a.property
	if len(key) == 0 {
		key = a.name
	}
	if len(key) == 0 {
		key = a.itemprop
	}
	if len(key) == 0 || len(key) > 60 {
		return
	}
	value := collapse(string(a.content))
	if value == "" {
		return
	}
	m.set(strings.ToLower(string(key)), value)
}

// first sets a string that is still empty.
func first(s *string, value string) {
	if *s == "" {
		*s = value
	}
}

// set files the value of a meta element under what its key stands for.
func (m *metadata) set(key, value string) {
	switch key {
	case "og:title":
		first(&m.ogTitle, value)
	case "twitter:title":
		first(&m.twTitle, value)
	case "dc.title", "dcterms.title", "sailthru.title", "parsely-title", "headline", "cxenseparse:title":
		first(&m.otherName, value)
	case "og:site_name", "application-name", "publisher", "dc.publisher", "dcterms.publisher",
		"apple-mobile-web-app-title":
		if key == "og:site_name" {
			m.site = value
		}
		first(&m.site, value)
	case "og:url":
		first(&m.ogURL, value)
	case "og:type":
		first(&m.ogType, value)
	case "description", "og:description", "twitter:description", "dc.description", "dcterms.description",
		"dcterms.abstract", "sailthru.description":
		m.deks = appendNew(m.deks, value)
	case "article:section", "section", "parsely-section", "sailthru.section", "dc.subject", "articlesection", "category":
		first(&m.section, value)
	case "author", "article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author",
		"authors",
		"article:author_name", "cxenseparse:author", "citation_author", "dc.contributor", "og:article:author",
		"creator", "article-author", "dc.author":
		m.authors = appendNew(m.authors, value)
	case "content-language", "language", "dc.language", "dcterms.language", "og:locale", "inlanguage":
		first(&m.metaLang, value)
	case "article:content_tier", "isaccessibleforfree":
		m.gated = m.gated || value == "locked" || value == "metered" || isGated(value)
	case "og:image", "twitter:image", "og:image:url", "twitter:image:src":
		first(&m.image, value)
	case "article:published_time", "article:published", "datepublished", "og:published_time",
		"og:article:published_time",
		"rnews:datepublished", "parsely-pub-date", "published_time", "dcterms.created", "dc.date.issued", "dcterms.issued",
		"publish-date", "publishdate", "published_at", "pubdate", "article.published", "dc.date.created",
		"cxenseparse:recs:publishtime",
		"datepublished_time", "publication_date", "article_date_original", "originalpublicationdate", "bt:pubdate",
		"datecreated":
		m.published = append(m.published, value)
	case "date", "dc.date", "dcterms.date", "sailthru.date", "pub_date", "displaydate", "created",
		"article:create_time", "ptime", "displayed_date", "analyticsattributes.articledate", "timestamp", "doc_date",
		"published", "cxenseparse:publishtime", "vr:published_time", "date_published", "publish_date", "article:date",
		"article-publish-date", "eomportal-lastupdate", "article:publicationdate":
		m.published = append(m.published, value)
	case "article:modified_time", "og:updated_time", "dcterms.modified", "datemodified", "last-modified",
		"lastmod", "article:modified",
		"og:article:modified_time", "dc.date.modified", "revised", "utime", "article:update_time", "updated_time":
		m.modified = append(m.modified, value)
	}
}

// appendNew appends a value that is not there yet.
func appendNew(list []string, value string) []string {
	for _, have := range list {
		if have == value {
			return list
		}
	}
	if len(list) >= 20 {
		return list
	}
	return append(list, value)
}
