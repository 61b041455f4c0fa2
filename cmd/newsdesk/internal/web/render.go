package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"mime"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"

	"github.com/dateline-go/dateline/cmd/newsdesk/internal/web/words"
)

//go:embed templates static
var files embed.FS

// asset is a file as it is served.
type asset struct {
	body    []byte
	kind    string
	version string
}

// loadAssets reads the embedded styles, scripts and pictures, by their paths.
func loadAssets() map[string]asset {
	all := map[string]asset{}
	names, _ := fs.Glob(files, "static/*") // the pattern is right and the files are embedded
	for _, name := range names {
		b, _ := files.ReadFile(name)
		all["/"+name] = newAsset(name, b)
	}
	return all
}

// newAsset makes the asset of a file.
func newAsset(name string, body []byte) asset {
	sum := sha256.Sum256(body)
	return asset{body, mime.TypeByExtension(path.Ext(name)), hex.EncodeToString(sum[:6])}
}

// static serves an asset. Its address in a page names its version, so a browser may
// keep it.
func (s *Site) static(w http.ResponseWriter, r *http.Request) error {
	a := s.assets[r.URL.Path]
	h := w.Header()
	h.Set("Content-Type", a.kind)
	h.Set("ETag", `"`+a.version+`"`)
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(a.body))
	return nil
}

// pages are the templates of one language, by their names.
type pages map[string]*template.Template

// templates reads the pages, each with the layout around it, in a language.
func (s *Site) templates(in speech) (pages, error) {
	functions := in.functions()
	maps.Copy(functions, template.FuncMap{
		"asset":   func(name string) string { return "/static/" + name + "?v=" + s.assets["/static/"+name].version },
		"link":    link,
		"entity":  entityLink,
		"named":   namedLink,
		"article": articleLink,
		"story":   storyLink,
		"percent": percent,
		"kindOf":  kindOf,
		"correct": func(id string, key string, which any) string {
			return "/correct?" + url.Values{"id": {id}, key: {fmt.Sprint(which)}}.Encode()
		},
	})
	around, err := template.New("layout.gohtml").Funcs(functions).
		ParseFS(files, "templates/layout.gohtml", "templates/parts.gohtml")
	if err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	all := pages{}
	names, err := fs.Glob(files, "templates/*.gohtml")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		base := strings.TrimSuffix(path.Base(name), ".gohtml")
		if base == "layout" || base == "parts" {
			continue
		}
		t, err := around.Clone()
		if err == nil {
			_, err = t.ParseFS(files, name)
		}
		if err != nil {
			return nil, fmt.Errorf("web: %w", err)
		}
		in.settle(t)
		all[base] = t
	}
	return all, nil
}

// frame is what every page has around it.
type frame struct {
	Title    string
	Path     string // of the page, for the menu
	Q        string // in the search box
	CanWrite bool   // there is a token
	SignedIn bool
	NewHits  int // of all alerts

	in        speech
	languages []*words.Language
	here      string // the address of the page, to which a language is added
}

// speaks is the language of the page.
func (f frame) speaks() speech { return f.in }

// frame makes the frame of a page. The key of its title is "" where the caller sets the title.
func (s *Site) frame(r *http.Request, title string) frame {
	f := frame{
		Path: r.URL.Path, CanWrite: s.options.Token != "", SignedIn: s.signedIn(r),
		in: s.speech(r), languages: s.speaker.Languages, here: beforeLanguage(r),
	}
	if title != "" {
		f.Title = f.in.Word(title)
	}
	return f
}

// page is what a template shows.
type page interface{ speaks() speech }

// render writes a page.
func (s *Site) render(w http.ResponseWriter, name string, view page) error {
	return s.renderStatus(w, http.StatusOK, name, view)
}

// renderStatus writes a page with a status. Nothing is written where the template
// fails.
func (s *Site) renderStatus(w http.ResponseWriter, status int, name string, view page) error {
	b, ok := s.buffers.Get().(*bytes.Buffer)
	if !ok {
		b = new(bytes.Buffer)
	}
	defer s.buffers.Put(b)
	b.Reset()
	in := view.speaks()
	all, err := s.pages[in.Code]()
	if err != nil {
		return err
	}
	if err := all[name].Execute(b, view); err != nil {
		return fmt.Errorf("page %s: %w", name, err)
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Language", in.Code)
	h.Add("Vary", "Accept-Language, Cookie")
	w.WriteHeader(status)
	w.Write(b.Bytes()) // a reader who went away is no fault
	return nil
}

// aboutPage says how to search.
func (s *Site) aboutPage(w http.ResponseWriter, r *http.Request) error {
	return s.render(w, "about", s.frame(r, "foot.how"))
}

// percent writes a share of the whole as a measure of a drawing.
func percent(x float64) string { return fmt.Sprintf("%.0f%%", 100*x) }

// link returns an address of the web, "" for any other kind of address.
func link(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}

func entityLink(id string) string  { return "/entity?" + url.Values{"id": {id}}.Encode() }
func articleLink(id string) string { return "/article?" + url.Values{"id": {id}}.Encode() }

// storyLink is the page of the story that an article is in.
func storyLink(id string) string { return "/story?" + url.Values{"id": {id}}.Encode() }

// namedLink is the page of an entity of which only the name is known.
func namedLink(facet, name string) string {
	return "/entity?" + url.Values{"name": {name}, "kind": {facet}}.Encode()
}
