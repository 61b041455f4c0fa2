package words

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/de"
	"github.com/dateline-go/dateline/lang/es"
	"github.com/dateline-go/dateline/lang/fr"
)

// Speaker chooses among the languages of the desk. It is only read, so it is safe for concurrent use.
type Speaker struct {
	// Languages are those that it speaks, English first.
	Languages []*Language

	matcher language.Matcher
}

// New returns a speaker of the desk's languages. The error is [ErrTable].
func New() (*Speaker, error) {
	list, err := Read(table)
	if err != nil {
		return nil, err
	}
	for _, pack := range []*lang.Pack{de.Pack(), es.Pack(), fr.Pack()} {
		for _, l := range list {
			if l.Code == pack.Code {
				l.callCountries(string(pack.Places.Bytes()))
			}
		}
	}
	s := &Speaker{Languages: list}
	tags := make([]language.Tag, len(list))
	for i, l := range list {
		tags[i] = language.Make(l.Code)
	}
	s.matcher = language.NewMatcher(tags)
	return s, nil
}

// callCountries takes names of countries from the places of a pack, "country:NO TAB Norwegen | other names", where the
// table has none.
func (l *Language) callCountries(places string) {
	for line := range strings.Lines(places) {
		entry, names, _ := strings.Cut(strings.TrimSpace(line), "\t")
		code, ok := strings.CutPrefix(entry, "country:")
		if !ok || l.countries[code] != "" {
			continue
		}
		name, _, _ := strings.Cut(names, "|")
		l.countries[code] = strings.ReplaceAll(strings.TrimSpace(name), "'", "’")
	}
}

// Named returns the language of a code, nil for one that is not spoken.
func (s *Speaker) Named(code string) *Language {
	for _, l := range s.Languages {
		if l.Code == code {
			return l
		}
	}
	return nil
}

// maxAccepted is the most bytes of an Accept-Language header that are read.
const maxAccepted = 200

// Accepting returns the language that an Accept-Language header likes best, English where it likes none.
func (s *Speaker) Accepting(header string) *Language {
	if header == "" {
		return s.Languages[0]
	}
	if len(header) > maxAccepted { // a browser's has fewer, and the first are those that count
		header = header[:maxAccepted]
		header = header[:max(0, strings.LastIndexByte(header, ','))]
	}
	tags, _, err := language.ParseAcceptLanguage(header)
	if err != nil {
		return s.Languages[0]
	}
	_, i, sure := s.matcher.Match(tags...)
	if sure == language.No {
		i = 0
	}
	return s.Languages[i]
}
