package web

import (
	"cmp"
	"net/http"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// How much is shown beside an article.
const (
	maxNames      = 8
	maxKeyphrases = 10
	maxRelated    = 5
	maxTimeline   = 20
	maxCopies     = 10
)

// articleView is the page of an article, and of one that was given in.
type articleView struct {
	frame
	Doc       *dateline.Document
	Name      string
	Byline    string
	Out       string // the address of the article, "" where it is none of the web
	Words     int
	Blocks    []block
	Kinds     []kindView
	Summary   []string
	Warnings  []string
	Names     []namesView
	Countries []countryView
	Phrases   []facetValue
	Quotes    []quoteView
	Reported  []quoteView // in the words of the article
	Related   []relatedView
	Copies    []copyView
	Story     *storyView
	Stored    bool // in the archive
	Formats   []format
	Given     givenPage // of one that is not
	Aside     []asideView
	Links     []linksView
}

// asideView is a part of the page that is not the story.
type asideView struct {
	Kind  string
	Words string
}

// linksView lists links of one kind.
type linksView struct {
	Title string
	Links []linkView
}

type linkView struct {
	dateline.Link
	Href string // "" where it is no address of the web
}

// kindView is a kind of name in the key above the story.
type kindView struct {
	Kind  string
	Title string
	Count int
	On    bool
}

// namesView lists names of one kind.
type namesView struct {
	Title string
	Kind  string
	Names []nameView
	More  int
}

type nameView struct {
	ID    string
	Name  string
	Note  string
	About bool
	Count int
}

type countryView struct {
	Name  string
	Code  string
	Share float64
	Focus bool
}

type quoteView struct {
	Words   []string
	Speaker string
	ID      string // of the speaker's entity
	Direct  bool
	N       int // of the quote in its article
	Block   int // where it stands
	Article string
	Name    string
	Day     string

	Language string // of the article
}

type relatedView struct {
	search.Related
	Name string
	When string
	In   string // its language, where that is another one
	Why  []whyView
}

// whyView is what two articles share of one kind.
type whyView struct {
	Kind  string
	Title string
	Texts []string
}

type copyView struct {
	ID       string
	Name     string
	Language string
	Note     string // what kind of repetition it is
	Site     string
	Day      string
}

type storyView struct {
	Label string
	Count int
	Days  []storyDay
	Less  int // articles that are not shown
}

type storyDay struct {
	Day      string
	Articles []storyArticle
}

type storyArticle struct {
	ID   string
	Name string
	Here bool
}

// articlePage shows an article of the archive.
func (s *Site) articlePage(w http.ResponseWriter, r *http.Request) error {
	doc, err := s.document(r)
	if err != nil {
		return err
	}
	v, err := s.article(r, doc)
	if err != nil {
		return err
	}
	v.Stored = true
	v.Formats = v.in.formats()
	v.Story = v.in.storyOf(s.digest.story(doc.ID), doc.ID)
	return s.render(w, "article", v)
}

// document returns the article that a request names.
func (s *Site) document(r *http.Request) (*dateline.Document, error) {
	id := r.URL.Query().Get("id")
	if id == "" {
		return nil, refuse(http.StatusBadRequest, "the id of an article is missing")
	}
	return s.options.Archive.Document(r.Context(), id)
}

// article gathers what is shown of a document.
func (s *Site) article(r *http.Request, doc *dateline.Document) (articleView, error) {
	ctx, f := r.Context(), s.frame(r, "")
	in := f.in
	v := articleView{
		frame: f, Doc: doc, Name: cmp.Or(doc.Headline, firstWords(doc)), Out: link(doc.URL),
		Words: len(strings.Fields(doc.Text)), Blocks: in.blocksOf(doc), Kinds: in.kindsOf(doc), Names: in.namesOf(doc),
		Quotes:   in.quotesOf(doc, func(q dateline.Quote) bool { return q.Direct }),
		Reported: in.quotesOf(doc, func(q dateline.Quote) bool { return !q.Direct }),
		Aside:    in.asideOf(doc), Links: in.linksOf(doc),
	}
	v.Title, v.Warnings = v.Name, in.warnings(doc)
	var authors []string
	for _, a := range doc.Byline {
		authors = append(authors, a.Name)
	}
	v.Byline = strings.Join(authors, ", ")
	for _, x := range doc.Summary {
		v.Summary = append(v.Summary, doc.Words(x.Span()))
	}
	for _, c := range doc.Countries[:min(len(doc.Countries), maxNames)] {
		v.Countries = append(v.Countries, countryView{cmp.Or(in.Country(c.Code), c.Name), c.Code, c.Weight, c.Focus})
	}
	for _, k := range doc.Keyphrases[:min(len(doc.Keyphrases), maxKeyphrases)] {
		asked := lookup{Q: search.Clause{Match: search.Phrase, Text: k.Text}.String()}
		v.Phrases = append(v.Phrases, facetValue{Name: k.Text, Href: asked.Href()})
	}
	related, err := s.options.Archive.Related(ctx, doc, search.RelatedOptions{K: maxRelated})
	if err != nil {
		return v, err
	}
	for _, x := range related {
		v.Related = append(v.Related, relatedView{x, cmp.Or(x.Headline, x.ID), in.apart(x), in.writtenIn(x.Language),
			in.because(x.Reasons)})
	}
	copies, err := s.options.Archive.DuplicatesOf(ctx, doc)
	if err != nil {
		return v, err
	}
	for _, c := range copies[:min(len(copies), maxCopies)] {
		other, err := s.options.Archive.Document(ctx, c.Of)
		if err != nil {
			return v, err
		}
		v.Copies = append(v.Copies, copyView{
			ID: c.Of, Name: cmp.Or(other.Headline, c.Of), Language: other.Language, Note: in.note(c),
			Site: other.Site, Day: in.day(other.Published),
		})
	}
	return v, nil
}

// kindsOf counts the kinds of marks in a text. Values are not shown at first: they
// are many and say little.
func (in speech) kindsOf(doc *dateline.Document) []kindView {
	list := []kindView{
		{"person", in.Word("facet.people"), 0, true}, {"org", in.Word("facet.organisations"), 0, true},
		{"place", in.Word("facet.places"), 0, true}, {"other", in.Word("article.other"), 0, true},
		{"value", in.Word("article.values"), 0, false},
	}
	for _, m := range doc.Mentions {
		for i := range list {
			if list[i].Kind == kindOf(m.Label) {
				list[i].Count++
			}
		}
	}
	return list
}

// namesOf lists the entities of each kind by salience.
func (in speech) namesOf(doc *dateline.Document) []namesView {
	list := []namesView{
		{Title: in.Word("facet.people"), Kind: "person"}, {Title: in.Word("facet.organisations"), Kind: "org"},
		{Title: in.Word("facet.places"), Kind: "place"},
	}
	for _, e := range doc.Entities {
		for i := range list {
			if list[i].Kind != kindOf(e.Label) {
				continue
			}
			if len(list[i].Names) == maxNames {
				list[i].More++
				continue
			}
			note := ""
			if len(e.Roles) > 0 {
				note = e.Roles[0].String()
			} else if e.Country != "" && !in.isCountry(e) && e.Label != dateline.Person {
				note = in.country(e.Country)
			}
			list[i].Names = append(list[i].Names, nameView{e.ID, in.name(e), note, e.About, e.Mentions})
		}
	}
	var some []namesView
	for _, n := range list {
		if len(n.Names) > 0 {
			some = append(some, n)
		}
	}
	return some
}

// apart says how far two articles lie apart.
func (in speech) apart(r search.Related) string {
	switch r.Days {
	case -1:
		return ""
	case 0:
		return in.Word("apart.none")
	}
	return in.Count("apart", r.Days)
}

// writtenIn says in which language an article is, "" for that of the one at hand.
func (in speech) writtenIn(code string) string {
	if code == "" {
		return ""
	}
	return in.Say("related.in", in.valueName("language", code))
}

// because puts reasons together by their kind, the weightiest first.
func (in speech) because(reasons []search.Reason) []whyView {
	const most = 3 // of a kind
	var list []whyView
	for _, r := range reasons {
		i := 0
		for i < len(list) && list[i].Kind != r.Kind {
			i++
		}
		if i == len(list) {
			list = append(list, whyView{Kind: r.Kind})
		}
		if len(list[i].Texts) < most {
			list[i].Texts = append(list[i].Texts, r.Text)
		}
	}
	for i, w := range list {
		form := "one"
		if len(w.Texts) > 1 {
			form = "other"
		}
		list[i].Title = in.Word("same." + w.Kind + "." + form)
	}
	return list
}

// storyOf puts the timeline of a story around one of its articles.
func (in speech) storyOf(story *search.Story, here string) *storyView {
	if story == nil {
		return nil
	}
	v := &storyView{Label: story.Label, Count: len(story.Articles())}
	shown := 0
	for _, d := range story.Timeline {
		day := storyDay{Day: cmp.Or(in.day(d.Day), in.Word("date.none"))}
		for _, a := range d.Articles {
			if shown == maxTimeline && a.ID != here {
				v.Less++
				continue
			}
			shown = min(shown+1, maxTimeline)
			day.Articles = append(day.Articles, storyArticle{a.ID, cmp.Or(a.Headline, a.ID), a.ID == here})
		}
		if len(day.Articles) > 0 {
			v.Days = append(v.Days, day)
		}
	}
	return v
}

// note says what kind of repetition an older article is, seen from a newer one.
func (in speech) note(c search.Duplicate) string {
	return in.Say("copy.note", in.Word("copy."+c.Kind), in.Percent(c.Score))
}
