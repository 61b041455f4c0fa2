package lang

import "fmt"

// Class is a kind of word: a title of courtesy, the head noun of an organisation, a verb of saying, a month. A word may
// be of several classes. One list of words is one class; lists that differ on purpose have two names.
//
// The constants stand in one file for each part of the library that they were made for, classes_*.go. Each file has a
// range of its own, so that adding a class to one does not change the others.
type Class uint8

// The first Class of each range.
const (
	firstCommon  Class = 0   // classes_common.go: what several stages use
	firstNames   Class = 24  // classes_names.go: names of people, bodies, places and things, and concepts
	firstQuotes  Class = 136 // classes_quotes.go: who says what
	firstText    Class = 176 // classes_text.go: tokens, the tagger of names, pages
	firstSummary Class = 219 // classes_summary.go: keyphrases, summaries, search
	firstPlaces  Class = 243 // classes_places.go: which place a name is
)

// Classes is a set of classes. The zero value is empty. Sets can be compared with ==.
type Classes [4]uint64

// With returns the set with a class added.
func (s Classes) With(c Class) Classes {
	s[c>>6] |= 1 << (c & 63)
	return s
}

// Is reports whether the set holds a class.
func (s *Classes) Is(c Class) bool { return s[c>>6]&(1<<(c&63)) != 0 }

// Any reports whether the two sets share a class.
func (s *Classes) Any(other *Classes) bool {
	return s[0]&other[0]|s[1]&other[1]|s[2]&other[2]|s[3]&other[3] != 0
}

// ClassesOf makes a set.
func ClassesOf(list ...Class) Classes {
	var s Classes
	for _, c := range list {
		s = s.With(c)
	}
	return s
}

// classNames has the name of each class as the tables of words write it.
var classNames = func() map[string]Class {
	names := map[string]Class{}
	for _, part := range []struct {
		first Class
		names []string
	}{
		{firstCommon, commonNames}, {firstNames, namesNames}, {firstQuotes, quotesNames}, {firstText, textNames},
		{firstSummary, summaryNames}, {firstPlaces, placesNames},
	} {
		for i, name := range part.names {
			names[name] = part.first + Class(i)
		}
	}
	return names
}()

// ClassNamed returns the class that tables of words write by a name.
func ClassNamed(name string) (Class, bool) {
	c, ok := classNames[name]
	return c, ok
}

// String returns the name that tables of words write the class by.
func (c Class) String() string {
	for name, class := range classNames {
		if class == c {
			return name
		}
	}
	return fmt.Sprintf("class(%d)", uint8(c))
}
