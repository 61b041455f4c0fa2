package entities

import (
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
)

// formerStates are states that are no more, by their folded names without periods.
// The gazetteer counts them as the country that followed, which is another thing.
var formerStates = map[string]string{"soviet union": "Soviet Union", "ussr": "Soviet Union", "yugoslavia": "Yugoslavia",
	"czechoslovakia": "Czechoslovakia", "east germany": "East Germany", "gdr": "East Germany", "west germany": "West Germany"}

// formerState returns the name of the former state that a mention names, "" for none.
func (s *story) formerState(n *mention) string {
	if n.entry == nil || n.entry.Kind != gazetteer.Country {
		return ""
	}
	return formerStates[strings.ReplaceAll(strings.Join(s.folds[n.from:n.to], " "), ".", "")]
}
