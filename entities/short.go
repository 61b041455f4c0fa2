package entities

import "github.com/dateline-go/dateline/lang"

// short returns the name of a company without the words for its kind: "Volta" of
// "Volta Holdings Ltd." or "Volta Bank"; "" where nothing or too little would be
// left, or what is left is a name of another thing.
func (s *story) short(m *mention) string {
	to := m.to
	for to > m.from && (s.words[to-1].is(lang.OrgSuffix) || s.words[to-1].text == ",") {
		to--
	}
	if to == m.to && to-m.from == 2 && s.words[to-1].is(lang.OrgHead) {
		to--
	}
	if to == m.to || to == m.from {
		return ""
	}
	if f := s.words[m.from].fold; to-m.from == 1 {
		if _, given := s.names.Given(f); given || s.names.Lower(f) > 0.5 ||
			s.names.Longest([]string{f}).Words > 0 && !s.words[m.to-1].is(lang.OrgSuffix) {
			return ""
		}
	}
	return s.text(m.from, to)
}
