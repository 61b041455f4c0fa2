package web

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/binary"
	"net/http"
	"strings"
	"time"
)

// How long a browser may write after the token was given, and where it keeps that.
const (
	sessionTime   = 12 * time.Hour
	sessionCookie = "newsdesk_session"
)

// sessions signs the cookies of those who gave the token. The key is new with each
// start, so a restart ends all sessions.
type sessions struct{ key []byte }

func newSessions() sessions {
	key := make([]byte, 32)
	rand.Read(key) // never fails: it ends the program instead
	return sessions{key}
}

// issue makes the value of a cookie that holds until a time.
func (s sessions) issue(until time.Time) string {
	b := binary.BigEndian.AppendUint64(nil, uint64(until.Unix()))
	return base64.RawURLEncoding.EncodeToString(append(b, s.sign(b)...))
}

// valid reports whether a cookie's value is ours and still holds.
func (s sessions) valid(value string, now time.Time) bool {
	b, err := base64.RawURLEncoding.DecodeString(value)
	if err != nil || len(b) != 8+sha256.Size {
		return false
	}
	return hmac.Equal(b[8:], s.sign(b[:8])) && now.Unix() < int64(binary.BigEndian.Uint64(b[:8]))
}

func (s sessions) sign(b []byte) []byte {
	m := hmac.New(sha256.New, s.key)
	m.Write(b)
	return m.Sum(nil)
}

// isToken compares what was given with the token, in the same time whatever it is.
func (s *Site) isToken(given string) bool {
	a, b := sha256.Sum256([]byte(given)), sha256.Sum256([]byte(s.options.Token))
	return subtle.ConstantTimeCompare(a[:], b[:]) == 1 && s.options.Token != ""
}

// signedIn reports whether a request may write: by its Authorization header, or by
// the cookie of a browser.
func (s *Site) signedIn(r *http.Request) bool {
	if given, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		return s.isToken(given)
	}
	c, err := r.Cookie(sessionCookie)
	return err == nil && s.options.Token != "" && s.sessions.valid(c.Value, time.Now())
}

// mayWrite returns an error where a request may not.
func (s *Site) mayWrite(r *http.Request) error {
	switch {
	case s.options.Token == "":
		return refuse(http.StatusForbidden, "this desk is read only: it was started without a token")
	case !s.signedIn(r):
		return refuse(http.StatusUnauthorized, "this needs the token of the desk")
	}
	return nil
}

// loginView is the page that asks for the token.
type loginView struct {
	frame
	Wrong bool
}

// loginPage asks for the token.
func (s *Site) loginPage(w http.ResponseWriter, r *http.Request) error {
	return s.render(w, "login", loginView{frame: s.frame(r, "Sign in")})
}

// login takes the token and gives a cookie for it.
func (s *Site) login(w http.ResponseWriter, r *http.Request) error {
	if err := s.form(w, r); err != nil {
		return err
	}
	if !s.isToken(r.PostForm.Get("token")) {
		return s.renderStatus(w, http.StatusUnauthorized, "login", loginView{s.frame(r, "Sign in"), true})
	}
	until := time.Now().Add(sessionTime)
	http.SetCookie(w, &http.Cookie{Name: sessionCookie, Value: s.sessions.issue(until), Path: "/", Expires: until,
		HttpOnly: true, Secure: r.TLS != nil, SameSite: http.SameSiteStrictMode})
	http.Redirect(w, r, "/alerts", http.StatusSeeOther)
	return nil
}

// logout takes the cookie away.
func (s *Site) logout(w http.ResponseWriter, r *http.Request) error {
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
