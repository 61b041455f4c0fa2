package web

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
)

// How long a browser may write after the token was given, and where it keeps that.
const (
	sessionTime   = 12 * time.Hour
	sessionCookie = "newsdesk_session"
)

// maxSessions bounds how many browsers are signed in at once; the oldest one is signed out.
const maxSessions = 1000

// sessions are the browsers that gave the token, by the hash of their cookie. They are kept
// in memory, so that signing out ends one on the server too, and a restart ends all.
type sessions struct {
	mu   sync.Mutex
	open map[[sha256.Size]byte]time.Time // when each ends
}

func newSessions() *sessions { return &sessions{open: map[[sha256.Size]byte]time.Time{}} }

// issue opens a session until a time and returns the value of its cookie.
func (s *sessions) issue(until time.Time) string {
	value := rand.Text()
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.open) >= maxSessions {
		s.evict()
	}
	s.open[sha256.Sum256([]byte(value))] = until
	return value
}

// evict ends the session that would end first.
func (s *sessions) evict() {
	var first [sha256.Size]byte
	var at time.Time
	for key, until := range s.open {
		if at.IsZero() || until.Before(at) {
			first, at = key, until
		}
	}
	delete(s.open, first)
}

// valid reports whether a cookie's value is of an open session.
func (s *sessions) valid(value string, now time.Time) bool {
	key := sha256.Sum256([]byte(value))
	s.mu.Lock()
	defer s.mu.Unlock()
	until, ok := s.open[key]
	if ok && !now.Before(until) {
		delete(s.open, key)
		return false
	}
	return ok
}

// end ends a session.
func (s *sessions) end(value string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.open, sha256.Sum256([]byte(value)))
}

// isToken compares what was given with the token, in the same time whatever it is.
func (s *Site) isToken(given string) bool { return same(given, s.options.Token) }

// same reports whether what was given is a secret, which may be "" for one that nobody has.
func same(given, secret string) bool {
	a, b := sha256.Sum256([]byte(given)), sha256.Sum256([]byte(secret))
	return subtle.ConstantTimeCompare(a[:], b[:]) == 1 && secret != ""
}

// signedIn reports whether a request comes from a browser that is signed in. The
// Authorization header counts only where something is changed: see [Site.mayWrite].
func (s *Site) signedIn(r *http.Request) bool {
	c, err := r.Cookie(sessionCookie)
	return err == nil && s.options.Token != "" && s.sessions.valid(c.Value, time.Now())
}

// mayWrite returns an error where a request may not.
func (s *Site) mayWrite(w http.ResponseWriter, r *http.Request) error {
	given, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	switch {
	case ok && same(given, s.options.Key):
		return nil
	case s.options.Token == "":
		return refuse(http.StatusForbidden, "this desk is read only: it was started without a token")
	case ok:
		right, err := s.isRightToken(w, r, given)
		if err != nil || right {
			return err
		}
	case s.signedIn(r):
		return nil
	}
	return refuse(http.StatusUnauthorized, "this needs the token of the desk")
}

// loginView is the page that asks for the token.
type loginView struct {
	frame
	Trouble string // why one is not signed in
	Next    string // the page to go to then
}

// loginPage asks for the token.
func (s *Site) loginPage(w http.ResponseWriter, r *http.Request) error {
	return s.render(w, "login", loginView{frame: s.frame(r, "sign.in"), Next: localPath(r.URL.Query().Get("next"))})
}

// login takes the token and gives a cookie for it.
func (s *Site) login(w http.ResponseWriter, r *http.Request) error {
	if err := s.form(w, r); err != nil {
		return err
	}
	next := localPath(r.PostForm.Get("next"))
	given := r.PostForm.Get("token")
	if given == "" {
		return s.askForToken(w, r, refuse(http.StatusUnauthorized, "the token is missing"), next)
	}
	right, err := s.isRightToken(w, r, given)
	if err == nil && !right {
		err = refuse(http.StatusUnauthorized, "that is not the token of this desk")
	}
	if err != nil {
		return s.askForToken(w, r, err, next)
	}
	until := time.Now().Add(sessionTime)
	http.SetCookie(w, &http.Cookie{Name: sessionCookie, Value: s.sessions.issue(until), Path: "/", Expires: until,
		HttpOnly: true, Secure: r.TLS != nil, SameSite: http.SameSiteStrictMode})
	http.Redirect(w, r, next, http.StatusSeeOther)
	return nil
}

// askForToken shows the form again, with what was wrong.
func (s *Site) askForToken(w http.ResponseWriter, r *http.Request, err error, next string) error {
	f := failureOf(err)
	v := loginView{frame: s.frame(r, "sign.in"), Next: next}
	v.Trouble = v.in.Sentence(f.words)
	return s.renderStatus(w, f.status, "login", v)
}

// localPath returns a path of this desk, that of the alerts for anything else.
func localPath(path string) string {
	u, err := url.Parse(path)
	if err != nil || u.IsAbs() || u.Host != "" || !strings.HasPrefix(path, "/") || strings.ContainsAny(path, "\\\r\n") {
		return "/alerts"
	}
	return u.RequestURI()
}

// logout ends the session and takes the cookie away.
func (s *Site) logout(w http.ResponseWriter, r *http.Request) error {
	if c, err := r.Cookie(sessionCookie); err == nil {
		s.sessions.end(c.Value)
	}
	http.SetCookie(w, &http.Cookie{
		Name: sessionCookie, Path: "/", MaxAge: -1, HttpOnly: true, SameSite: http.SameSiteStrictMode,
	})
	http.Redirect(w, r, "/alerts", http.StatusSeeOther)
	return nil
}

// maxForm is the most bytes of a form without a page in it.
const maxForm = 64 << 10

// form reads a small form.
func (s *Site) form(w http.ResponseWriter, r *http.Request) error {
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	if err := r.ParseForm(); err != nil {
		return formFailure(err)
	}
	return nil
}
