package analyze

import (
	"fmt"
	"strings"
)

// Stages is a set of the stages that a page goes through. The zero value stands
// for [All]. The parts of the page (text, headline, byline, links …) are always read.
type Stages uint

// The stages, in the order in which they run.
const (
	// Parts reads the page alone, without sentences and tokens.
	Parts Stages = 1 << iota
	// Tokens finds sentences and tokens, with their parts of speech.
	Tokens
	// Names finds mentions, entities, concepts and countries. It needs Tokens.
	Names
	// Quotes finds who said what. It needs Tokens and Names.
	Quotes
	// Summary chooses keyphrases and the sentences of the summary. It needs Tokens,
	// and is better with Names.
	Summary

	// All is every stage.
	All = Parts | Tokens | Names | Quotes | Summary
)

var stageNames = [...]string{"parts", "tokens", "names", "quotes", "summary"}

// Has reports whether all stages of t are in s.
func (s Stages) Has(t Stages) bool { return s&t == t }

// String returns the names of the stages, such as "tokens,names".
func (s Stages) String() string {
	var names []string
	for i, name := range stageNames {
		if s&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, ",")
}

// ParseStages reads what [Stages.String] writes. "" stands for [All]. The error
// wraps [ErrOptions].
func ParseStages(s string) (Stages, error) {
	if s == "" {
		return All, nil
	}
	var set Stages
	for name := range strings.SplitSeq(s, ",") {
		at := -1
		for i := range stageNames {
			if stageNames[i] == strings.TrimSpace(name) {
				at = i
			}
		}
		if at < 0 {
			return 0, fmt.Errorf("%w: stage %q is none of %s", ErrOptions, name, All)
		}
		set |= 1 << at
	}
	return set, nil
}

// complete adds the stages that others need.
func (s Stages) complete() (Stages, error) {
	if s&^All != 0 {
		return 0, fmt.Errorf("%w: unknown stages %#x", ErrOptions, uint(s&^All))
	}
	if s == 0 {
		return All, nil
	}
	s |= Parts
	if s&Quotes != 0 {
		s |= Names
	}
	if s&(Names|Summary) != 0 {
		s |= Tokens
	}
	return s, nil
}
