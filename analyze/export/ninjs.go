package export

import (
	"cmp"
	"crypto/sha1"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
)

// The version of ninjs that is written, by its schema's own name.
const (
	ninjsVersion = "3.1"
	ninjsSchema  = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"
)

// news is a news object of ninjs 3.1.
type news struct {
	URI            string   `json:"uri"`
	Standard       standard `json:"standard"`
	Type           string   `json:"type"`
	Representation string   `json:"representationType"`
	FirstCreated   string   `json:"firstCreated,omitempty"`
	VersionCreated string   `json:"versionCreated,omitempty"`
	ContentCreated string   `json:"contentCreated,omitempty"`
	Language       string   `json:"language,omitempty"`
	By             string   `json:"by,omitempty"`
	Located        string   `json:"located,omitempty"`
	Headlines      []words  `json:"headlines,omitempty"`
	Descriptions   []words  `json:"descriptions,omitempty"`
	Bodies         []words  `json:"bodies"`
	People         []named  `json:"people,omitempty"`
	Organisations  []named  `json:"organisations,omitempty"`
	Places         []named  `json:"places,omitempty"`
	Subjects       []named  `json:"subjects,omitempty"`
	Events         []named  `json:"events,omitempty"`
	Objects        []named  `json:"objects,omitempty"`
	InfoSources    []source `json:"infoSources,omitempty"`
	Associations   []image  `json:"associations,omitempty"`
	AltIDs         []altID  `json:"altIds"`
}

type standard struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Schema  string `json:"schema"`
}

type words struct {
	Role        string `json:"role"`
	ContentType string `json:"contentType"`
	CharCount   int    `json:"charCount,omitempty"` // of bodies
	WordCount   int    `json:"wordCount,omitempty"`
	Value       string `json:"value"`
}

type named struct {
	Name      string `json:"name"`
	Rel       string `json:"rel,omitempty"`
	URI       string `json:"uri,omitempty"`
	Literal   string `json:"literal,omitempty"`
	Creator   string `json:"creator,omitempty"`   // of subjects
	Relevance *int   `json:"relevance,omitempty"` // of subjects, 0 to 100
	GeoJSON   *point `json:"geoJSON,omitempty"`   // of places
}

type point struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"` // east, north
}

type source struct {
	Name string `json:"name"`
	Role string `json:"role"`
}

type image struct {
	Name         string      `json:"name"`
	URI          string      `json:"uri"`
	Type         string      `json:"type"`
	Descriptions []words     `json:"descriptions,omitempty"`
	Renditions   []rendition `json:"renditions"`
}

type rendition struct {
	Name string `json:"name"`
	Href string `json:"href"`
}

type altID struct {
	Role  string `json:"role"`
	Value string `json:"value"`
}

// newsObject makes the news object of a Document.
func newsObject(doc *dateline.Document) news {
	n := news{
		URI: uri(doc), Standard: standard{"ninjs", ninjsVersion, ninjsSchema}, Type: "text", Representation: "full",
		FirstCreated: moment(doc.Published), ContentCreated: moment(doc.Published), VersionCreated: moment(doc.Modified),
		Language: doc.Language, By: byline(authors(doc)), Located: located(doc),
		Headlines:    plain("main", doc.Headline, "kicker", doc.Kicker),
		Descriptions: plain("dek", doc.Dek, "summary", summary(doc)),
		Bodies:       bodies(doc),
		AltIDs:       []altID{{"dateline", doc.ID}},
	}
	if n.VersionCreated == "" {
		n.VersionCreated = n.FirstCreated
	}
	for e := range doc.Names() { // keyphrases say what else it is about
		n.add(*e)
	}
	for _, k := range doc.Keyphrases {
		relevance := int(math.Round(100 * min(max(k.Score, 0), 1)))
		n.Subjects = append(n.Subjects,
			named{Name: k.Text, Rel: "about", Literal: k.Text, Creator: "dateline", Relevance: &relevance})
	}
	if doc.Site != "" {
		n.InfoSources = append(n.InfoSources, source{doc.Site, "publisher"})
	}
	for i, img := range doc.Images {
		if u := webAddress(img.URL); u != "" {
			n.Associations = append(n.Associations, image{
				Name: fmt.Sprint("picture", i+1), URI: u, Type: "picture",
				Descriptions: plain("caption", img.Caption), Renditions: []rendition{{"original", u}},
			})
		}
	}
	return n
}

// add files an entity where ninjs has things of its kind.
func (n *news) add(e dateline.Entity) {
	v := named{Name: e.Name, Rel: rel(e), URI: wikidata(e), Literal: e.ID}
	switch e.Label {
	case dateline.Person:
		n.People = append(n.People, v)
	case dateline.Org:
		n.Organisations = append(n.Organisations, v)
	case dateline.GPE, dateline.Loc, dateline.Fac:
		v.URI = cmp.Or(geoNames(e), v.URI)
		if code := isoCode(e); code != "" {
			v.URI = "http://cvx.iptc.org/iso3166-1a2/" + code
		}
		if g := place(e); g != nil {
			v.GeoJSON = &point{"Point", [2]float64{g.Longitude, g.Latitude}}
		}
		n.Places = append(n.Places, v)
	case dateline.Event:
		n.Events = append(n.Events, v)
	case dateline.Product: // objects are material
		n.Objects = append(n.Objects, v)
	default: // a people, a faith, a work, a law
		v.Creator = "dateline"
		n.Subjects = append(n.Subjects, v)
	}
}

// uri names the news object: its address, else a name made of its ID, the same for
// the same ID (a UUID of version 5, RFC 9562).
func uri(doc *dateline.Document) string {
	if u := webAddress(doc.URL); u != "" {
		return u
	}
	h := sha1.Sum([]byte("dateline:" + doc.ID))
	h[6] = h[6]&0x0f | 0x50
	h[8] = h[8]&0x3f | 0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", h[:4], h[4:6], h[6:8], h[8:10], h[10:16])
}

// moment returns a date as RFC 3339; a day is its midnight in UTC.
func moment(d dateline.Date) string {
	d.DayOnly = false
	return d.String()
}

// located returns the place that the story's dateline names first.
func located(doc *dateline.Document) string {
	i := slices.IndexFunc(doc.Blocks, func(b dateline.Block) bool { return b.Kind == dateline.BlockDateline })
	if i < 0 {
		return ""
	}
	for _, m := range doc.Mentions {
		if doc.Blocks[i].Span().Contains(m.Span()) && (m.Label == dateline.GPE || m.Label == dateline.Loc) {
			if e := doc.Entity(m.Entity); e != nil {
				return e.Name
			}
		}
	}
	return ""
}

// plain returns words in pairs of a role and a value, those that are there.
func plain(pairs ...string) []words {
	var list []words
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			list = append(list, words{Role: pairs[i], ContentType: "text/plain", Value: pairs[i+1]})
		}
	}
	return list
}

// bodies returns the story as plain text and as XHTML.
func bodies(doc *dateline.Document) []words {
	text := body(doc)
	count := words{CharCount: utf8.RuneCountInString(text), WordCount: len(strings.Fields(text))}
	main, rich := count, count
	main.Role, main.ContentType, main.Value = "main", "text/plain", text
	rich.Role, rich.ContentType, rich.Value = "richtext", "application/xhtml+xml", xhtml(doc)
	return []words{main, rich}
}
