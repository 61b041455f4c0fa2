package words_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/cmd/newsdesk/internal/web/words"
)

// head is the first row of a table in two languages.
const head = "key\ten\tde\tnote\n"

// rest is what each table must have for dates and numbers.
const rest = "number.million\t1,234,567\t1.234.567\t\nnumber.none\tother\tother\t\n"

func speak(t *testing.T, code string) *words.Language {
	t.Helper()
	s, err := words.New()
	require.NoError(t, err)
	l := s.Named(code)
	require.NotNil(t, l)
	return l
}

func TestRead(t *testing.T) {
	list, err := words.Read(head + rest + "menu\tArchive\tArchiv\t\nfoot\tHelp\t\t\n" +
		"told\t{who} said {what}\t{what}, sagte {who}\t\nbooks.one\t{n} book\t{n} Buch\t\nbooks.other\t{n} books\t{n} Bücher\t\n")
	require.NoError(t, err)
	require.Len(t, list, 2)
	en, de := list[0], list[1]
	assert.Equal(t, "Archiv", de.Word("menu"))
	assert.Equal(t, "Help", de.Word("foot"), "an empty cell is said in English")
	assert.Equal(t, "Ada said yes", en.Say("told", "Ada", "yes"))
	assert.Equal(t, "yes, sagte Ada", de.Say("told", "Ada", "yes"), "the placeholders stand in another order")
	assert.Equal(t, "1 Buch", de.Count("books", 1))
	assert.Equal(t, "1.234.567 Bücher", de.Count("books", 1234567))
	assert.Equal(t, "0 books", en.Count("books", 0))
	assert.Equal(t, "none", de.Word("none"), "what the table lacks")
}

func TestReadRefuses(t *testing.T) {
	for name, table := range map[string]string{
		"no header":           "menu\tArchive\tArchiv\t\n",
		"English not first":   "key\tde\ten\tnote\n",
		"a cell too few":      head + "menu\tArchive\tArchiv\n",
		"a key twice":         head + "menu\tArchive\tArchiv\t\nmenu\tArchive\tArchiv\t\n",
		"no key":              head + "\tArchive\tArchiv\t\n",
		"unknown placeholder": head + "menu\tHello {name}\tHallo {nam}\t\n",
		"open placeholder":    head + "menu\tHello {name}\tHallo {name\t\n",
	} {
		_, err := words.Read(table)
		assert.ErrorIs(t, err, words.ErrTable, name)
	}
}

func TestDatesAndNumbers(t *testing.T) {
	first, ninth := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 8, 9, 0, 0, 0, 0, time.UTC)
	for code, want := range map[string][]string{
		"en": {"1 March 2026", "9 August 2026", "August 2026", "Aug 2026", "12\u202f345", "45%", "0 articles", "1 article"},
		"de": {"1. März 2026", "9. August 2026", "August 2026", "Aug. 2026", "12.345", "45\u00a0%", "0 Artikel", "1 Artikel"},
		"es": {"1 de marzo de 2026", "9 de agosto de 2026", "agosto de 2026", "ago 2026", "12.345", "45\u00a0%", "0 artículos", "1 artículo"},
		"fr": {"1er mars 2026", "9 août 2026", "août 2026", "août 2026", "12\u202f345", "45\u202f%", "0 article", "1 article"},
	} {
		l := speak(t, code)
		assert.Equal(t, want, []string{l.Day(first), l.Day(ninth), l.Month(ninth), l.ShortMonth(ninth), l.Number(12345),
			l.Percent(.454), l.Count("articles", 0), l.Count("articles", 1)}, code)
	}
	assert.Equal(t, "-123", speak(t, "de").Number(-123))
}

func TestCountries(t *testing.T) {
	for code, want := range map[string][4]string{
		"NL": {"", "Niederlande", "Países Bajos", "Pays-Bas"},
		"CI": {"", "Elfenbeinküste", "Costa de Marfil", "Côte d’Ivoire"}, // the gazetteer has the official name first
		"ZZ": {},
	} {
		for i, language := range []string{"en", "de", "es", "fr"} {
			assert.Equal(t, want[i], speak(t, language).Country(code), "%s in %s", code, language)
		}
	}
}

func TestTranslate(t *testing.T) {
	de := speak(t, "de")
	assert.Equal(t, "Diesen Artikel gibt es nicht.", de.Sentence("there is no such article"))
	assert.Equal(t, "zu viele falsche Token: warten Sie 7 Sekunden", de.Translate("too many wrong tokens: wait 7 seconds"))
	assert.Equal(t, `Sprache "de": dem Paket fehlt: Wortarten`, de.Translate(`language "de": its pack has no parts of speech`))
	assert.Equal(t, "something else", de.Translate("something else"), "what the table lacks stays as it is")
	assert.Equal(t, "There is no such article.", speak(t, "en").Sentence("there is no such article"))
}

func TestAccepting(t *testing.T) {
	s, err := words.New()
	require.NoError(t, err)
	for header, want := range map[string]string{
		"":                                     "en",
		"de":                                   "de",
		"de-AT,de;q=0.9,en;q=0.8":              "de",
		"en-GB,en;q=0.9,de;q=0.8":              "en",
		"es-MX":                                "es",
		"fr-CA;q=0.5, es;q=0.7":                "es",
		"nl, fr;q=0.5":                         "fr",
		"ja":                                   "en",
		"*":                                    "en",
		";;;":                                  "en",
		strings.Repeat("ja;q=0.1,", 300):       "en",
		"fr," + strings.Repeat("ja,", 300):     "fr",
		strings.Repeat("x", 300):               "en",
		"de;q=0," + strings.Repeat("fr", 1000): "en",
	} {
		assert.Equal(t, want, s.Accepting(header).Code, "%.40q", header)
	}
	assert.Nil(t, s.Named("nl"))
}
