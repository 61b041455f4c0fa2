package web

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
)

// pasteView is the page to give an article in.
type pasteView struct {
	frame
	Most    string // of a file
	Trouble string // why what was given could not be analysed, in English and then in the language of the page
	Given   givenPage
}

// givenPage is a page that somebody gave in, as a form sends it again.
type givenPage struct {
	Page string // "" where it is no text
	URL  string
	Form string
}

// givenOf returns a page as a form sends it again. One in another encoding than UTF-8 would
// not come back as it was.
func givenOf(p dateline.Page) givenPage {
	g := givenPage{URL: p.URL, Form: string(p.Form)}
	if utf8.Valid(p.Body) {
		g.Page = string(p.Body)
	}
	return g
}

// sizeOf writes a number of bytes for people.
func sizeOf(bytes int64) string {
	if bytes%(1<<20) == 0 {
		return fmt.Sprintf("%d MB", bytes>>20)
	}
	return fmt.Sprintf("%d KB", bytes>>10)
}

// pastePage asks for an article.
func (s *Site) pastePage(w http.ResponseWriter, r *http.Request) error {
	return s.askForPage(w, r, http.StatusOK, pasteView{})
}

// askForPage shows the form, with what was given before and what was wrong with it.
func (s *Site) askForPage(w http.ResponseWriter, r *http.Request, status int, v pasteView) error {
	v.frame, v.Most = s.frame(r, "analyze.title"), sizeOf(s.options.MaxPage)
	if v.Trouble != "" {
		v.Trouble = v.in.Sentence(v.Trouble)
	}
	return s.renderStatus(w, status, "analyze", v)
}

// analysedPage shows what was found in an article that was given in, or gives it out in the
// form that was asked for.
func (s *Site) analysedPage(w http.ResponseWriter, r *http.Request) error {
	page, err := s.given(r)
	if err == nil && r.PostForm.Get("as") == "edit" {
		return s.askForPage(w, r, http.StatusOK, pasteView{Given: givenOf(page)})
	}
	var doc *dateline.Document
	if err == nil {
		doc, err = s.analyse(r.Context(), page)
	}
	if err != nil {
		f := failureOf(err)
		if f.status >= http.StatusInternalServerError || page.Form == "" && page.Body == nil {
			return err
		}
		return s.askForPage(w, r, f.status, pasteView{Trouble: f.words, Given: givenOf(page)})
	}
	if as := r.PostForm.Get("as"); as != "" {
		return s.exportGiven(w, as, doc)
	}
	v, err := s.article(r, doc)
	if err != nil {
		return err
	}
	v.Path = "/analyze"
	v.Given, v.Formats = givenOf(page), v.in.formats()
	return s.render(w, "article", v)
}

// exportGiven gives out an article that is not in the archive.
func (s *Site) exportGiven(w http.ResponseWriter, as string, doc *dateline.Document) error {
	i := slices.IndexFunc(formats(), func(f format) bool { return f.Name == as })
	if i < 0 {
		return refuse(http.StatusBadRequest, "there is no such format")
	}
	f := formats()[i]
	var b bytes.Buffer
	if err := f.write(&b, true, documentsOf([]*dateline.Document{doc})); err != nil {
		return err
	}
	w.Header().Set("Content-Type", f.kind)
	w.Header().Set("Content-Disposition", fmt.Sprintf(`attachment; filename="article.%s"`, f.end))
	w.Write(b.Bytes()) // a reader who went away is no fault
	return nil
}

// given reads a form with an article: pasted, or a file.
func (s *Site) given(r *http.Request) (dateline.Page, error) {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err == nil && kind == "multipart/form-data" {
		err = r.ParseMultipartForm(2*s.options.MaxPage + maxForm) // as much as a request may have: never on disk
	} else {
		err = r.ParseForm()
	}
	if err != nil {
		return dateline.Page{}, formFailure(err)
	}
	p := dateline.Page{URL: r.PostForm.Get("url"), Body: []byte(strings.ReplaceAll(r.PostForm.Get("page"), "\r\n", "\n"))}
	if f, head, err := r.FormFile("file"); err == nil {
		defer f.Close()
		b, err := io.ReadAll(io.LimitReader(f, s.options.MaxPage+1))
		if err != nil {
			return p, err
		}
		if len(b) > 0 {
			p.Body, p.ContentType = b, head.Header.Get("Content-Type")
		}
	}
	if len(bytes.TrimSpace(p.Body)) == 0 {
		p.Form = dateline.PlainPage
		return p, refuse(http.StatusBadRequest, "there is nothing to analyse: paste a page, or choose a file")
	}
	form := dateline.Form(cmp.Or(r.PostForm.Get("form"), "auto"))
	if form == "auto" {
		form = sniff(p.Body)
	}
	p.Form = form
	return p, nil
}

// formFailure says what is wrong with a form.
func formFailure(err error) error {
	var tooLong *http.MaxBytesError
	if errors.As(err, &tooLong) {
		return err
	}
	return &failure{http.StatusBadRequest, "the form cannot be read", err}
}

// sniff tells a web page from plain text.
func sniff(body []byte) dateline.Form {
	head := bytes.ToLower(bytes.TrimSpace(body[:min(len(body), 1024)]))
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	tags := []string{
		"<!doctype", "<html", "<head", "<body", "<article", "<!--", "<div", "<main", "<h1", "<p>", "<p ",
	}
	for _, tag := range tags {
		if bytes.HasPrefix(head, []byte(tag)) {
			return dateline.HTML
		}
	}
	return dateline.PlainPage
}

// analyse analyses a page that somebody gave in. Nothing of it is kept.
func (s *Site) analyse(ctx context.Context, p dateline.Page) (*dateline.Document, error) {
	doc, err := s.analysed(ctx, p)
	if err != nil {
		return nil, err
	}
	doc.Tokens = nil // the Document is ours alone, and nobody asked for them
	return doc, nil
}

// analysed analyses a page when a slot is free, within the time that it may take.
func (s *Site) analysed(ctx context.Context, p dateline.Page) (*dateline.Document, error) {
	if err := s.checkPage(p); err != nil {
		s.meters.analyses.WithLabelValues("refused").Inc()
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, s.options.AnalysisTime)
	defer cancel()
	select {
	case s.analysing <- struct{}{}:
	case <-ctx.Done():
		s.meters.analyses.WithLabelValues("busy").Inc()
		return nil, &failure{http.StatusServiceUnavailable, "too many pages are being analysed: try again", ctx.Err()}
	}
	type result struct {
		doc *dateline.Document
		err error
	}
	done := make(chan result, 1)
	go func() {
		defer func() { <-s.analysing }() // the slot is taken as long as it really runs
		doc, err := s.options.Analyzer.Page(ctx, p)
		done <- result{doc, err}
	}()
	select {
	case r := <-done:
		if r.err != nil {
			s.meters.analyses.WithLabelValues("failed").Inc()
			return nil, r.err
		}
		s.meters.analyses.WithLabelValues("done").Inc()
		return r.doc, nil
	case <-ctx.Done():
		s.meters.analyses.WithLabelValues("late").Inc()
		return nil, &failure{http.StatusServiceUnavailable, "the analysis took too long", ctx.Err()}
	}
}

// checkPage refuses what cannot be analysed.
func (s *Site) checkPage(p dateline.Page) error {
	switch {
	case int64(len(p.Body)) > s.options.MaxPage:
		return refuse(http.StatusRequestEntityTooLarge, fmt.Sprintf("the page has more than %d KB", s.options.MaxPage>>10))
	case p.Form != dateline.HTML && p.Form != dateline.PlainPage && p.Form != dateline.Story:
		return refuse(http.StatusBadRequest, "the form of the page is none of html, page and text")
	case p.Form != dateline.HTML && !utf8.Valid(p.Body):
		return dateline.ErrUTF8
	}
	return nil
}
