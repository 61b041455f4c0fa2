package dateline

import (
	"cmp"
	"math"
	"slices"
)

// A Decision says why something in a Document is as it is: which pass decided, and by which rule or
// features. It is what the Explain methods of package analyze and of the stages return, for the
// editor who doubts a name and for whoever mends one.
type Decision struct {
	// Pass is the stage and its step: "entities/resolve", "quotes/speaker".
	Pass string `json:"pass"`
	// Rule is the id of the rule that decided; it is empty where features did.
	Rule string `json:"rule,omitempty"`
	// Start and End are the byte span of Document.Text that the decision is about; both are 0 where
	// it is about an entity or the whole story.
	Start int `json:"start"`
	End   int `json:"end"`
	// Entity is the id of the entity that the decision is about or that it chose.
	Entity string `json:"entity,omitempty"`
	// What is decided, in a few words: "PERSON", "country GB", "speaker Jane Roe".
	What string `json:"what"`
	// Confidence is how sure the decision is, 0..1; it is 0 where a rule decided.
	Confidence float64 `json:"confidence,omitempty"`
	// Features are what spoke for and against it, the heaviest first.
	Features []Feature `json:"features,omitempty"`
	// Others are the choices that were weighed and lost, the nearest first.
	Others []Alternative `json:"others,omitempty"`
}

// Span is the part of the text that the decision is about.
func (d Decision) Span() Span { return Span{Start: d.Start, End: d.End} }

// Feature is one thing that spoke for a decision or against it. What it added to the score is Value times Weight.
type Feature struct {
	Name   string  `json:"name"`
	Value  float64 `json:"value"`
	Weight float64 `json:"weight"`
}

// Alternative is a choice that lost.
type Alternative struct {
	What       string  `json:"what"`
	Confidence float64 `json:"confidence,omitempty"` // 0..1
}

// HeaviestFeatures sorts features by how much they added or took, the most first, drops those that
// did neither, and keeps at most n.
func HeaviestFeatures(list []Feature, n int) []Feature {
	list = slices.DeleteFunc(list, func(f Feature) bool { return f.Value*f.Weight == 0 })
	slices.SortStableFunc(list, func(a, b Feature) int {
		return cmp.Compare(math.Abs(b.Value*b.Weight), math.Abs(a.Value*a.Weight))
	})
	return slices.Clip(list[:min(n, len(list))])
}
