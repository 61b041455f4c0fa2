package entities

import (
	"fmt"
	"slices"

	"github.com/dateline-go/dateline"
)

// Rule is one thing that is done to the names that the tagger finds. The rules of a pass are tried
// in their order; which names a rule changes is said by its condition alone, which changes nothing
// itself.
type Rule struct {
	// ID names the rule: "kinds/firm". Its first part is what is done: names are cut ("cut"),
	// dropped ("drop"), given another label ("kind"), added where the tagger passed them over
	// ("add"), or joined ("join").
	ID string
	// Does says in one sentence what the rule does.
	Does string
	// Examples show it at work. They are its test: what they say is found with the rule and not without it.
	Examples []Example
}

// Example is a text on which a rule makes a difference.
type Example struct {
	// Text is a sentence or two.
	Text string
	// Name is a name in it, as the text writes it, and Label its label. An empty Label says that Name is no name.
	Name  string
	Label dateline.Label
}

// Rules lists the rules that a Recognizer follows, in the order in which they are tried.
func Rules() []Rule {
	var list []Rule
	for i := range cutRules {
		list = append(list, cutRules[i].Rule)
	}
	for i := range dropRules {
		list = append(list, dropRules[i].Rule)
	}
	for i := range kindRules {
		list = append(list, kindRules[i].Rule)
	}
	for i := range joinRules {
		list = append(list, joinRules[i].Rule)
	}
	for i := range addRules {
		list = append(list, addRules[i].Rule)
	}
	return list
}

// without is the set of rules that a Recognizer leaves out, by their ids.
type without map[string]bool

// leaveOut checks the ids of rules to leave out. The error wraps [dateline.ErrOptions].
func leaveOut(ids []string) (without, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	out := without{}
	for _, id := range ids {
		if !slices.ContainsFunc(Rules(), func(r Rule) bool { return r.ID == id }) {
			return nil, fmt.Errorf("%w: no rule has the id %q", dateline.ErrOptions, id)
		}
		out[id] = true
	}
	return out, nil
}
