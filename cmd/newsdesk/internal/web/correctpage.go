package web

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/corrections"
	"github.com/dateline-go/dateline/entities"
)

// correctView is the page on which a name or a quote of an article is put right.
type correctView struct {
	frame
	Doc     *dateline.Document
	Name    string // of the article
	Back    string // this page, to come back to after signing in
	Trouble string
	Entity  *dateline.Entity
	Text    string // the name, or the words of the quote
	Quote   bool
	Direct  bool // the quote stands between marks
	Speaker string
	Places  []placeView
	Asked   string // the name that places are looked up by
	Others  []dateline.Entity
	Labels  []labelView
}

// placeView is a place that a name may stand for.
type placeView struct {
	entities.Namesake
	Where string
	On    bool
}

type labelView struct {
	Label dateline.Label
	Title string
	On    bool
}

// choices are the kinds that a name can be put right to.
var choices = []dateline.Label{
	dateline.Person, dateline.Org, dateline.GPE, dateline.Fac, dateline.NORP, dateline.Event, dateline.Work,
	dateline.Product, dateline.Law,
}

// correctPage shows what can be put right about a name or a quote.
func (s *Site) correctPage(w http.ResponseWriter, r *http.Request) error {
	doc, err := s.document(r)
	if err != nil {
		return err
	}
	v := r.URL.Query()
	return s.askForCorrection(w, r, doc, v.Get("entity"), v.Get("quote"), v.Get("name"), nil)
}

// askForCorrection shows the forms, with what was wrong where something was.
func (s *Site) askForCorrection(
	w http.ResponseWriter, r *http.Request, doc *dateline.Document, entity, quote, asked string, wrong *failure,
) error {
	v := correctView{
		frame: s.frame(r, "title.correct"), Doc: doc, Name: cmp.Or(doc.Headline, firstWords(doc)), Back: r.URL.RequestURI(),
	}
	status := http.StatusOK
	if wrong != nil {
		status, v.Trouble = wrong.status, v.in.Sentence(wrong.words)
	}
	for _, e := range doc.Entities {
		if e.ID != entity {
			v.Others = append(v.Others, e)
		}
	}
	if n, err := strconv.Atoi(quote); err == nil && n >= 0 && n < len(doc.Quotes) {
		q := &doc.Quotes[n]
		v.Quote, v.Direct, v.Text, v.Speaker = true, q.Direct, doc.QuoteText(q), q.Speaker
		return s.renderStatus(w, status, "correct", v)
	}
	v.Entity = doc.Entity(entity)
	if v.Entity == nil {
		return refuse(http.StatusNotFound, "the article has no such name")
	}
	v.Text, v.Asked = v.Entity.Name, cmp.Or(asked, v.Entity.Name)
	for _, l := range choices {
		v.Labels = append(v.Labels, labelView{l, v.in.Word("choice." + string(l)), l == v.Entity.Label})
	}
	places, err := entities.PlacesNamed(v.Asked)
	if err != nil {
		return err
	}
	for _, p := range places {
		var where []string
		for _, part := range []string{p.Region, v.in.country(p.Entity.Country)} {
			if part != "" && part != p.Entity.Name {
				where = append(where, part)
			}
		}
		v.Places = append(v.Places, placeView{p, strings.Join(where, ", "), p.Entity.ID == v.Entity.ID})
	}
	return s.renderStatus(w, status, "correct", v)
}

// correct makes the correction of a form.
func (s *Site) correct(w http.ResponseWriter, r *http.Request) error {
	if err := s.form(w, r); err != nil {
		return err
	}
	doc, err := s.options.Archive.Document(r.Context(), r.PostForm.Get("id"))
	if err != nil {
		return err
	}
	c, err := s.correctionOf(r.Context(), r, doc)
	if err == nil {
		_, err = s.makeCorrection(r.Context(), c, doc.ID)
	}
	if err != nil {
		f := failureOf(err)
		if f.status >= http.StatusInternalServerError {
			return err
		}
		quote := slices.IndexFunc(doc.Quotes, func(q dateline.Quote) bool { return doc.QuoteText(&q) == c.Text })
		return s.askForCorrection(w, r, doc, r.PostForm.Get("entity"), strconv.Itoa(quote), r.PostForm.Get("named"), f)
	}
	http.Redirect(w, r, articleLink(doc.ID), http.StatusSeeOther)
	return nil
}

// correctionOf reads the correction of a form.
func (s *Site) correctionOf(
	ctx context.Context, r *http.Request, doc *dateline.Document,
) (corrections.Correction, error) {
	f := r.PostForm
	c := corrections.Correction{
		Kind: corrections.Kind(f.Get("kind")), Article: doc.ID, Text: f.Get("text"), Who: strings.TrimSpace(f.Get("who")),
	}
	if f.Get("scope") == "all" {
		c.Article = ""
	}
	var err error
	switch c.Kind {
	case corrections.Place:
		number, _ := strconv.Atoi(f.Get("place")) // none is 0, which is no place
		c.To = placeThing(f.Get("named"), number)
	case corrections.Same, corrections.Speaker:
		c.To, err = s.meant(ctx, doc, f.Get("to"), f.Get("name"))
	case corrections.Label:
		if c.To.Label = dateline.Label(f.Get("label")); c.To.Label == "none" {
			c.Kind, c.To.Label = corrections.NoName, ""
		}
	case corrections.ID:
		c.To.ID = strings.TrimSpace(f.Get("value"))
	}
	return c, err
}

// correctionsView is the page of what was put right.
type correctionsView struct {
	frame
	Rows []correctionView
	More int // that are not shown
}

type correctionView struct {
	corrections.Correction
	What  string
	Scope string // the headline of its article
	Day   string
}

// maxCorrections is how many corrections the page shows, the newest.
const maxCorrections = 200

// correctionsPage lists what was put right, the newest first.
func (s *Site) correctionsPage(w http.ResponseWriter, r *http.Request) error {
	v := correctionsView{frame: s.frame(r, "foot.corrections")}
	rows := s.corrections.All()
	slices.Reverse(rows)
	if len(rows) > maxCorrections {
		v.More, rows = len(rows)-maxCorrections, rows[:maxCorrections]
	}
	for _, c := range rows {
		row := correctionView{Correction: c, What: v.in.whatWas(c), Day: v.in.Day(c.When)}
		if c.Article != "" {
			row.Scope = c.Article
			if known, err := s.card(r.Context(), c.Article); err == nil {
				row.Scope = known.name
			}
		}
		v.Rows = append(v.Rows, row)
	}
	return s.render(w, "corrections", v)
}

// whatWas says in words what a correction says.
func (in speech) whatWas(c corrections.Correction) string {
	switch c.Kind {
	case corrections.Place:
		return in.Say("was.place", c.Text, c.To.Name, in.country(c.To.Country))
	case corrections.Same:
		return in.Say("was.same", c.Text, c.To.Name)
	case corrections.Label:
		return in.Say("was.label", c.Text, cmp.Or(in.label(c.To.Label), string(c.To.Label)))
	case corrections.NoName:
		return in.Say("was.noname", c.Text)
	case corrections.ID:
		return in.Say("was.id", c.Text, c.To.ID)
	case corrections.Speaker:
		return in.Say("was.speaker", c.To.Name, c.Text)
	}
	return in.Say("was.noquote", c.Text)
}

// revoke takes the correction of a form back.
func (s *Site) revoke(w http.ResponseWriter, r *http.Request) error {
	if err := s.form(w, r); err != nil {
		return err
	}
	if err := s.revokeCorrection(r.Context(), r.PostForm.Get("id")); err != nil {
		return err
	}
	http.Redirect(w, r, "/corrections", http.StatusSeeOther)
	return nil
}
