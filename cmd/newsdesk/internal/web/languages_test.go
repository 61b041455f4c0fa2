package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

// in gets a page as a browser asks for it that likes a language best.
func (d *desk) in(language, address string, cookies ...*http.Cookie) (*http.Response, string) {
	d.t.Helper()
	r := httptest.NewRequest(http.MethodGet, address, nil)
	r.Header.Set("Accept-Language", language)
	for _, c := range cookies {
		r.AddCookie(c)
	}
	return d.do(r)
}

func TestLanguages(t *testing.T) {
	d := open(t, nil)
	for _, c := range []struct {
		language, address string
		want              []string
	}{
		{"de", "/", []string{`<html lang="de">`, ">Archiv</a>", "30 Artikel", "Artikel nach Monat", "Länder", "Großbritannien", "Diese Woche im Kommen"}},
		{"de", "/?q=strike&not=countries:NL&from=2026-03-01", []string{"ohne Niederlande", "seit 1. März 2026", "Beste Treffer", ">ohne<span"}},
		{"de", "/?q=vacine", []string{"Meinten Sie", "vaccine"}},
		{"de", "/article?id=" + strike, []string{"Wer was sagte", "9. März 2026", "Derselbe Artikel anderswo", `<h1 lang="en`, "„"}},
		{"de", "/article?id=none", []string{"Nicht gefunden", "Diesen Artikel gibt es nicht."}},
		{"es", "/", []string{`<html lang="es">`, "30 artículos", "Países Bajos"}},
		{"es", "/?q=vacine", []string{"¿Quiso decir"}},
		{"es", "/trends", []string{"Tendencias", "Países y lugares"}},
		{"es", "/story?id=" + strike, []string{"9 de marzo de 2026", "Volver al artículo"}},
		{"fr", "/entity?id=country:GH", []string{`<html lang="fr">`, "Apparaît avec", "article"}},
		{"fr", "/alerts", []string{"Aucune alerte pour l’instant", "Connectez-vous</a>"}},
		{"fr", "/map", []string{"Royaume-Uni", "Retour aux articles"}},
		{"nl", "/", []string{`<html lang="en">`, "30 articles"}},
	} {
		res, body := d.in(c.language, c.address)
		for _, want := range c.want {
			assert.Contains(t, body, want, "%s in %s", c.address, c.language)
		}
		assert.Contains(t, res.Header.Get("Vary"), "Accept-Language")
		assert.Contains(t, body, `<html lang="`+res.Header.Get("Content-Language")+`">`)
	}
}

// What a search page, an alert and a correction say of what went wrong comes from elsewhere, and is said in English there.
func TestTroubleTranslated(t *testing.T) {
	d := open(t, nil)
	for address, want := range map[string]string{
		"/?from=x":           "Der erste Tag hat nicht die Form 2026-03-09.",
		"/trends?days=x":     "Days ist keine Zahl von 1 bis 90.",
		"/trends?days=8":     "Die Tage sind weder 7 noch 30 noch 90.",
		"/nowhere":           "Diese Seite gibt es nicht.",
		"/entity?id=nothing": "Kein Artikel nennt das.",
	} {
		_, body := d.in("de", address)
		assert.Contains(t, body, want, address)
	}
	signedIn, _ := d.post("/login", url.Values{"token": {token}})
	for query, want := range map[string]string{
		`"port`:          "das Anführungszeichen ist nicht geschlossen.",
		"port) ship":     "hier ist keine Klammer offen.",
		"colour:red":     "unbekanntes Feld",
		"country:Narnia": "kein Code nach ISO 3166-1 alpha-2 wie RU.",
		" ":              "Ein Suchauftrag braucht eine Suche.",
	} {
		r := httptest.NewRequest(http.MethodPost, "/alerts", strings.NewReader(url.Values{"id": {"x"}, "query": {query}}.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Accept-Language", "de")
		r.AddCookie(signedIn.Cookies()[0])
		_, body := d.do(r)
		_, alert, _ := strings.Cut(body, `role="alert">`)
		assert.Contains(t, alert[:min(len(alert), 600)], want, query)
	}
	_, body := d.in("de", "/api/search?q=%22port")
	assert.Contains(t, body, "the quotation mark is not closed", "the API speaks English")
}

// The address asks for a language over the cookie, and the cookie over the browser; what was asked for is kept.
func TestLanguageKept(t *testing.T) {
	d := open(t, nil)
	res, body := d.in("fr", "/?q=strike&ui=de")
	assert.Contains(t, body, `<html lang="de">`)
	require.Len(t, res.Cookies(), 1)
	kept := res.Cookies()[0]
	assert.True(t, kept.HttpOnly && kept.MaxAge > 0)
	_, body = d.in("fr", "/?q=strike", kept)
	assert.Contains(t, body, `<html lang="de">`)
	assert.Contains(t, body, `href="/?q=strike&amp;ui=es" lang="es" hreflang="es">Español`)
	_, body = d.in("fr", "/?ui=es", kept)
	assert.Contains(t, body, `<html lang="es">`)
	res, body = d.in("fr", "/?ui=xx")
	assert.Contains(t, body, `<html lang="fr">`)
	assert.Empty(t, res.Cookies(), "nothing of the reader's is kept that is no language of ours")
	_, body = d.in("fr", "/", &http.Cookie{Name: kept.Name, Value: "xx"})
	assert.Contains(t, body, `<html lang="fr">`)
	_, body = d.in("fr", "/?lang=en&ui=de")
	assert.Contains(t, body, `<html lang="de">`)
	assert.Contains(t, body, "Englisch", "lang is the language of the articles")
	res, _ = d.in("fr", "/api/search?q=strike&ui=de")
	assert.Empty(t, res.Cookies())
}

// A country is called as the language of the page has it.
func TestCountryInLanguage(t *testing.T) {
	d := open(t, nil)
	for language, name := range map[string]string{"en": "Netherlands", "de": "Niederlande", "es": "Países Bajos", "fr": "Pays-Bas"} {
		_, body := d.in(language, "/entity?id=country:NL")
		assert.Contains(t, body, "<h1>"+name+"</h1>")
		assert.NotContains(t, body, `href="/entity?id=country%3ANL"><span`, "it does not appear with itself")
		_, body = d.in(language, "/article?id="+strike)
		assert.Regexp(t, `<a href="/entity\?id=country%3ANL"[^>]*>`+name+`</a>`, body)
	}
}

// What a pack of a language lacks is one warning of the page.
func TestWarnings(t *testing.T) {
	doc := &dateline.Document{ID: "lacks", Language: "de", Text: "Der Hafen steht still.", Warnings: []string{
		`language "de": its pack has no parts of speech`, `language "de": its pack has no word frequencies`,
		"links after the first 5 were left out",
	}}
	d := open(t, nil, doc)
	_, body := d.in("de", "/article?id=lacks")
	assert.Contains(t, body, `<p class="warning">Links nach den ersten 5 wurden weggelassen</p>`)
	assert.Contains(t, body, `<p class="warning">Sprache Deutsch: dem Paket fehlt: Wortarten, Worthäufigkeiten</p>`)
	_, body = d.in("en", "/article?id=lacks")
	assert.Contains(t, body, `<p class="warning">language German: its pack has no parts of speech, word frequencies</p>`)
}

// An article in another language than the page says so, so that it is read out right.
func TestArticleHasItsLanguage(t *testing.T) {
	analyzer, err := analyzers()
	require.NoError(t, err)
	doc, err := analyzer.Page(t.Context(), dateline.Page{ID: "hafen", Form: dateline.Story, Body: []byte(
		"Der Hafen von Hamburg steht seit Montag still.\n\n„Wir warten auf die Stadt“, sagte Vera Quist, die Sprecherin der Gewerkschaft in Hamburg. " +
			"Auch in Bremen und in den Niederlanden ruhte am Dienstag die Arbeit.")})
	require.NoError(t, err)
	require.Equal(t, "de", doc.Language)
	d := open(t, nil, doc)
	for language, own := range map[string]bool{"de": true, "en": false} {
		_, body := d.in(language, "/article?id=hafen")
		assert.Equal(t, own, strings.Contains(body, `<div class="story">`), language)
		assert.Equal(t, !own, strings.Contains(body, `<div class="story" lang="de">`), language)
		_, body = d.in(language, "/?q=hafen")
		assert.Equal(t, !own, strings.Contains(body, `<h2 lang="de">`), language)
		_, body = d.in(language, "/article?id="+strike)
		assert.Equal(t, own, strings.Contains(body, `<span class="k" lang="de"> Ort</span>`), "a label is in the language of the page")
		assert.Equal(t, !own, strings.Contains(body, `<span class="k"> place</span>`), language)
	}
}
