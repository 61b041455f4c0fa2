package entities

import (
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
)

// formerState returns the name of the former state that a mention names, "" for none.
func (s *story) formerState(n *mention) string {
	if n.entry == nil || n.entry.Kind != gazetteer.Country {
		return ""
	}
	return s.lex.Value(strings.ReplaceAll(strings.Join(s.folds[n.from:n.to], " "), ".", ""), lang.FormerState)
}
