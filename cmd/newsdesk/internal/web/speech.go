package web

import (
	"cmp"
	"html/template"
	"net/http"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/web/words"
	"github.com/dateline-go/dateline/entities"
)

// Where the language of the desk is asked for, and kept. "lang" in an address is the language of articles.
const (
	languageKey    = "ui"
	languageCookie = "newsdesk_language"
	languageTime   = 365 * 24 * time.Hour
)

// speech is what the desk says in the language of a request.
type speech struct{ *words.Language }

// speech returns the language of a request: the one that its address asks for, else that of its cookie, else the one
// that the browser likes best.
func (s *Site) speech(r *http.Request) speech {
	if l := s.askedLanguage(r); l != nil {
		return speech{l}
	}
	if c, err := r.Cookie(languageCookie); err == nil {
		if l := s.speaker.Named(c.Value); l != nil {
			return speech{l}
		}
	}
	return speech{s.speaker.Accepting(r.Header.Get("Accept-Language"))}
}

// askedLanguage returns the language that the address of a request asks for, nil where it asks for none of ours.
func (s *Site) askedLanguage(r *http.Request) *words.Language {
	if !strings.Contains(r.URL.RawQuery, languageKey+"=") {
		return nil
	}
	return s.speaker.Named(r.URL.Query().Get(languageKey))
}

// keepLanguage keeps the language that the address of a page asks for, for the pages after it.
func (s *Site) keepLanguage(w http.ResponseWriter, r *http.Request) {
	if l := s.askedLanguage(r); l != nil && !strings.HasPrefix(r.URL.Path, "/api/") {
		http.SetCookie(w, &http.Cookie{Name: languageCookie, Value: l.Code, Path: "/", MaxAge: int(languageTime.Seconds()),
			HttpOnly: true, Secure: r.TLS != nil, SameSite: http.SameSiteLaxMode})
	}
}

// functions are what the templates of a language call.
func (in speech) functions() template.FuncMap {
	return template.FuncMap{
		"language":  func() string { return in.Code },
		"word":      in.Word,
		"part":      in.Part,
		"say":       in.Say,
		"count":     in.Count,
		"translate": in.Translate,
		"sentence":  in.Sentence,
		"day":       in.day,
		"month":     in.month,
		"number":    in.Number,
		"share":     in.Percent,
		"kindName":  in.label,
		"country":   in.country,
		"trendKind": in.trendKind,
		"speaks":    in.speaks,
	}
}

// day writes a date, "" where it is not known.
func (in speech) day(d dateline.Date) string {
	if d.IsZero() {
		return ""
	}
	return in.Day(d.Time)
}

// month writes a month such as 2026-03.
func (in speech) month(m string) string {
	t, err := time.Parse("2006-01", m)
	if err != nil {
		return m
	}
	return in.Month(t)
}

// country returns the name of a country, else its code.
func (in speech) country(code string) string {
	return cmp.Or(in.Country(code), entities.CountryName(code), code)
}

// label says of what kind a name is, "" for a kind that has no words.
func (in speech) label(l dateline.Label) string {
	if key := "label." + string(l); in.Has(key) {
		return in.Word(key)
	}
	return ""
}

// trendKind says of what kind a trend is.
func (in speech) trendKind(kind string) string {
	if key := "kind." + kind; in.Has(key) {
		return in.Word(key)
	}
	return kind
}

// speaks returns the attribute for text of an article in a language, "" where it is the language of the page.
func (in speech) speaks(language string) template.HTMLAttr {
	base, _, _ := strings.Cut(language, "-")
	if base == "" || strings.EqualFold(base, in.Code) {
		return ""
	}
	return template.HTMLAttr(` lang="` + template.HTMLEscapeString(language) + `"`) //nolint:gosec // it is escaped
}

// suggestionKinds are the kinds of suggestions that the script of the search box names.
var suggestionKinds = []string{"person", "org", "place", "name", "keyphrase", "word"}

// Menu is the menu of the languages. It has the words of the script too.
func (f frame) Menu() template.HTML {
	var m markup
	m.raw(`<nav class="languages" aria-label="`).text(f.in.Word("language.menu")).raw(`" data-suggestions="`).
		text(f.in.Word("suggestions")).raw(`"`)
	for _, kind := range suggestionKinds {
		m.raw(` data-` + kind + `="`).text(f.in.Word("suggestion." + kind)).raw(`"`)
	}
	m.raw(`>`)
	for i, l := range f.languages {
		if i > 0 {
			m.raw(` `)
		}
		if l == f.in.Language {
			m.raw(`<span lang="` + l.Code + `" aria-current="true">`).text(l.Word("language.name")).raw(`</span>`)
			continue
		}
		m.raw(`<a href="`).text(f.here + languageKey + `=` + l.Code)
		m.raw(`" lang="` + l.Code + `" hreflang="` + l.Code + `">`).text(l.Word("language.name")).raw(`</a>`)
	}
	return m.raw(`</nav>`).html()
}

// beforeLanguage is the address of a page up to the language that it asks for.
func beforeLanguage(r *http.Request) string {
	if r.URL.RawQuery == "" || r.Method == http.MethodPost {
		return r.URL.Path + "?"
	}
	v := r.URL.Query()
	v.Del(languageKey)
	if len(v) == 0 {
		return r.URL.Path + "?"
	}
	return r.URL.Path + "?" + v.Encode() + "&"
}

// isCountry reports whether an entity is the country that it lies in, however its article calls it.
func (in speech) isCountry(e dateline.Entity) bool {
	return e.ID == "country:"+e.Country || in.country(e.Country) == e.Name || entities.CountryName(e.Country) == e.Name
}

// name is what an entity is called: a country as the language of the page has it, all else as its articles have it.
func (in speech) name(e dateline.Entity) string {
	if code, ok := strings.CutPrefix(e.ID, "country:"); ok {
		return cmp.Or(in.Country(code), e.Name)
	}
	return e.Name
}

// warnings are those of an article in the language of the page, with what a pack of a language lacks in one of them.
func (in speech) warnings(doc *dateline.Document) []string {
	var list, lacks []string
	for _, w := range doc.Warnings {
		if _, lack, ok := strings.Cut(w, ": its pack has no "); ok {
			lacks = append(lacks, in.Translate(lack))
		} else {
			list = append(list, in.Translate(w))
		}
	}
	if len(lacks) > 0 {
		list = append(list, in.Say("warning.pack", in.valueName("language", doc.Language), strings.Join(lacks, ", ")))
	}
	return list
}
