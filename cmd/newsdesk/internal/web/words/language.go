package words

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Language is what the desk says in one language. It is only read, so it is safe for concurrent use.
type Language struct {
	// Code is its BCP 47 tag, such as "de".
	Code string

	english   *Language // nil in English itself
	rows      map[string]phrase
	said      map[string]string // keys of phrases without placeholders, by their words, in English only
	group     string            // what stands between thousands
	months    [12]string
	short     [12]string
	countries map[string]string // by code, "" as the gazetteer has it in English
}

// countryKey begins the keys of names of countries.
const countryKey = "country."

// settle makes what is looked up often.
func (l *Language) settle(english *Language) {
	if l != english {
		l.english = english
	}
	for i := range l.months {
		l.months[i] = l.Word(fmt.Sprintf("month.%02d", i+1))
		l.short[i] = l.Word(fmt.Sprintf("month.short.%02d", i+1))
	}
	l.group = strings.Trim(strings.TrimLeft(l.Word("number.million"), "1"), "234567")
	if at := strings.IndexAny(l.group, "234567"); at >= 0 {
		l.group = l.group[:at]
	}
	l.countries = map[string]string{}
	l.said = map[string]string{}
	for key, p := range l.rows {
		if code, ok := strings.CutPrefix(key, countryKey); ok && p.text(0) != "" {
			l.countries[code] = p.text(0)
		}
		if isSaid(key) && l == english && len(p.slots) == 0 {
			l.said[p.text(0)] = key
		}
	}
}

// isSaid reports whether a row is what other parts of the program say in English: what went wrong, and warnings.
func isSaid(key string) bool {
	for _, group := range []string{"said.", "warning.", "capability."} {
		if strings.HasPrefix(key, group) {
			return true
		}
	}
	return false
}

// Has reports whether the table has a key.
func (l *Language) Has(key string) bool {
	_, ok := l.rows[key]
	return ok
}

// Word returns the words of a key without placeholders; the key itself where the table has none, which a test of the
// desk does not let happen.
func (l *Language) Word(key string) string {
	p, ok := l.rows[key]
	if !ok {
		return key
	}
	return p.text(0)
}

// Say returns the words of a key with its placeholders filled in, in the order of the English words.
func (l *Language) Say(key string, args ...string) string {
	p, ok := l.rows[key]
	if !ok {
		return key
	}
	return p.say(args...)
}

// Part returns the words of a key before its i-th placeholder, from 0, or behind the last. It is for phrases with
// markup between the words, whose placeholders stand in the same order in every language.
func (l *Language) Part(key string, i int) string { return l.rows[key].text(i) }

// Count returns a number with its noun: the row key.one or key.other.
func (l *Language) Count(key string, n int) string {
	form := "other"
	switch n {
	case 0:
		form = l.Word("number.none")
	case 1:
		form = "one"
	}
	return l.Say(key+"."+form, l.Number(n))
}

// Number writes a number with its thousands apart.
func (l *Language) Number(n int) string {
	t := strconv.Itoa(n)
	for i := len(t) - 3; i > 0 && t[i-1] != '-'; i -= 3 {
		t = t[:i] + l.group + t[i:]
	}
	return t
}

// Percent writes a share, of 1, of the whole.
func (l *Language) Percent(x float64) string { return l.Say("percent", strconv.Itoa(percent(x))) }

// percent rounds a share as package fmt does.
func percent(x float64) int {
	n, _ := strconv.Atoi(strconv.FormatFloat(100*x, 'f', 0, 64))
	return n
}

// Day writes a day.
func (l *Language) Day(t time.Time) string {
	key := "date.day"
	if t.Day() == 1 {
		key = "date.first"
	}
	return l.Say(key, strconv.Itoa(t.Day()), l.months[t.Month()-1], year(t))
}

// Month writes a month with its year.
func (l *Language) Month(t time.Time) string {
	return l.Say("date.month", l.months[t.Month()-1], year(t))
}

// ShortMonth writes a month with its year where there is little room.
func (l *Language) ShortMonth(t time.Time) string {
	return l.Say("date.short", l.short[t.Month()-1], year(t))
}

// year writes the year of a time as package time does.
func year(t time.Time) string { return fmt.Sprintf("%04d", t.Year()) }

// Country returns what the language calls a country, by its ISO 3166-1 code; "" in English, and where it has no name.
func (l *Language) Country(code string) string { return l.countries[code] }

// Translate returns what another part of the program said in English, as in an error, in this language; as it is where
// the table has no such words.
func (l *Language) Translate(said string) string {
	if l.english == nil {
		return said
	}
	if key, ok := l.english.said[said]; ok {
		return l.Word(key)
	}
	best, words := -1, said
	for key, p := range l.english.rows {
		if len(p.slots) == 0 || !isSaid(key) {
			continue
		}
		args, ok := p.match(said)
		if size := len(strings.Join(p.texts, "")); ok && size > best { // the one that says most itself
			for i, a := range args {
				args[i] = l.Translate(a)
			}
			best, words = size, l.Say(key, args...)
		}
	}
	return words
}

// Sentence returns what went wrong, said in English, as a sentence of this language.
func (l *Language) Sentence(said string) string {
	words := l.Translate(said)
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[size:] + "."
}
