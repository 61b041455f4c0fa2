package export

import (
	"strings"

	"github.com/dateline-go/dateline"
)

// article is a NewsArticle of schema.org.
type article struct {
	Context       string   `json:"@context"`
	Type          string   `json:"@type"`
	ID            string   `json:"@id,omitempty"`
	Identifier    string   `json:"identifier"`
	URL           string   `json:"url,omitempty"`
	MainEntity    string   `json:"mainEntityOfPage,omitempty"`
	Headline      string   `json:"headline,omitempty"`
	Description   string   `json:"description,omitempty"`
	Abstract      string   `json:"abstract,omitempty"`
	Language      string   `json:"inLanguage,omitempty"`
	DatePublished string   `json:"datePublished,omitempty"`
	DateModified  string   `json:"dateModified,omitempty"`
	Author        []thing  `json:"author,omitempty"`
	Publisher     *thing   `json:"publisher,omitempty"`
	Section       string   `json:"articleSection,omitempty"`
	Body          string   `json:"articleBody"`
	WordCount     int      `json:"wordCount"`
	Keywords      []string `json:"keywords,omitempty"`
	Image         []thing  `json:"image,omitempty"`
	About         []thing  `json:"about,omitempty"`
	Mentions      []thing  `json:"mentions,omitempty"`
	Parts         []quote  `json:"hasPart,omitempty"`
}

// thing is whatever else schema.org names.
type thing struct {
	Type        string     `json:"@type"`
	Name        string     `json:"name,omitempty"`
	Alternate   []string   `json:"alternateName,omitempty"`
	JobTitle    []string   `json:"jobTitle,omitempty"`
	Description string     `json:"description,omitempty"`
	URL         string     `json:"url,omitempty"`
	Caption     string     `json:"caption,omitempty"`
	Identifier  properties `json:"identifier,omitempty"`
	SameAs      []string   `json:"sameAs,omitempty"`
	Geo         *geo       `json:"geo,omitempty"`
	Contained   *thing     `json:"containedInPlace,omitempty"`
}

type property struct {
	Type  string `json:"@type"`
	ID    string `json:"propertyID"`
	Value string `json:"value"`
}

type geo struct {
	Type      string  `json:"@type"`
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
}

type quote struct {
	Type    string `json:"@type"`
	Text    string `json:"text"`
	Speaker *thing `json:"spokenByCharacter,omitempty"`
}

// newsArticle makes the NewsArticle of a Document.
func newsArticle(doc *dateline.Document) article {
	address := webAddress(doc.URL)
	a := article{
		Context: "https://schema.org", Type: "NewsArticle", ID: address, Identifier: doc.ID, URL: address,
		MainEntity: address,
		Headline:   doc.Headline, Description: doc.Dek, Abstract: summary(doc), Language: doc.Language,
		DatePublished: doc.Published.String(), DateModified: doc.Modified.String(),
		Section: doc.Section, Body: body(doc),
	}
	a.WordCount = len(strings.Fields(a.Body))
	for _, b := range doc.Byline {
		a.Author = append(a.Author, thing{Type: authorType(doc, b.Name), Name: b.Name, Description: b.Bio})
	}
	if doc.Site != "" {
		a.Publisher = &thing{Type: "Organization", Name: doc.Site}
	}
	for _, k := range doc.Keyphrases {
		a.Keywords = append(a.Keywords, k.Text)
	}
	for _, i := range doc.Images {
		if u := webAddress(i.URL); u != "" {
			a.Image = append(a.Image, thing{Type: "ImageObject", URL: u, Caption: i.Caption})
		}
	}
	known := byID(doc)
	for e := range doc.Names() { // keyphrases say what else it is about
		if t := thingOf(doc, *e); e.About {
			a.About = append(a.About, t)
		} else {
			a.Mentions = append(a.Mentions, t)
		}
	}
	for _, c := range doc.Countries { // that the story is about without naming them
		if c.Focus && known["country:"+c.Code] == nil {
			a.About = append(a.About, *country(c.Code, c.Name))
		}
	}
	for _, q := range doc.Quotes {
		if words := said(doc, q); words != "" {
			a.Parts = append(a.Parts, quote{"Quotation", words, speaker(known, q)})
		}
	}
	return a
}

// authorType says whether a name of the byline is a person's or, as with an agency or
// the paper itself, that of an organisation.
func authorType(doc *dateline.Document, name string) string {
	if strings.EqualFold(name, doc.Site) {
		return "Organization"
	}
	for _, e := range doc.Entities {
		if e.Label == dateline.Org && strings.EqualFold(e.Name, name) {
			return "Organization"
		}
	}
	return "Person"
}

// summary joins the sentences of the summary.
func summary(doc *dateline.Document) string {
	var parts []string
	for _, s := range doc.Summary {
		parts = append(parts, line(doc.Words(s.Span())))
	}
	return strings.Join(parts, " ")
}

// types are the words of schema.org for the labels of names.
var types = map[dateline.Label]string{
	dateline.Person: "Person", dateline.Org: "Organization", dateline.GPE: "Place",
	dateline.Loc: "Place", dateline.Fac: "Place",
	dateline.Event: "Event", dateline.Work: "CreativeWork", dateline.Product: "Product", dateline.Law: "Legislation",
}

// thingOf describes an entity.
func thingOf(doc *dateline.Document, e dateline.Entity) thing {
	if code := isoCode(e); code != "" {
		t := *country(code, e.Name)
		t.Alternate = e.Aliases
		t.Identifier = append(t.Identifier, identifiers(e)...)
		t.SameAs = append(t.SameAs, nonEmpty(geoNames(e), wikidata(e))...)
		t.Geo = place(e)
		return t
	}
	t := thing{Type: types[e.Label], Name: e.Name, Alternate: e.Aliases, Identifier: identifiers(e),
		SameAs: nonEmpty(geoNames(e), wikidata(e))}
	switch t.Type {
	case "":
		t.Type = "Thing"
	case "Person":
		for _, r := range e.Roles {
			t.JobTitle = append(t.JobTitle, r.String())
		}
	case "Place":
		t.Geo = place(e)
		for _, c := range doc.Countries {
			if c.Code == e.Country {
				t.Contained = country(c.Code, c.Name)
			}
		}
	}
	return t
}

// country describes a country by its code in ISO 3166-1.
func country(code, name string) *thing {
	return &thing{
		Type: "Country", Name: name,
		Identifier: properties{{"PropertyValue", "ISO 3166-1 alpha-2", code}},
		SameAs:     []string{"https://www.iso.org/obp/ui/#iso:code:3166:" + code},
	}
}

// place says where an entity lies, nil where that is not known.
func place(e dateline.Entity) *geo {
	if e.Lat == 0 && e.Lon == 0 {
		return nil
	}
	return &geo{"GeoCoordinates", dateline.Round(e.Lat), dateline.Round(e.Lon)}
}

// speaker says who said a quote, nil where that is not known.
func speaker(known map[string]*dateline.Entity, q dateline.Quote) *thing {
	t := thing{Type: "Person", Name: q.Speaker}
	if e := known[q.Entity]; e != nil {
		if t.Name == "" {
			t.Name = e.Name
		}
		if e.Label != dateline.Person {
			t.Type = "Organization"
		}
	}
	if t.Name == "" {
		return nil
	}
	return &t
}

// nonEmpty leaves out what is empty.
func nonEmpty(list ...string) []string {
	var kept []string
	for _, s := range list {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return kept
}
