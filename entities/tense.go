package entities

import (
	"sort"
	"strings"

	"github.com/dateline-go/dateline"
)

// clauseWords is how many words around a day are read for its verb.
const clauseWords = 40

// ahead reports whether the clause of a weekday or month speaks of what is to come: "will meet on Monday", "is to meet
// on Monday", "closed until Monday". The verb that tells is the nearest one before the day, and the nearest one behind
// it where there is none before. Without tags nothing is ahead.
func (s *story) ahead(at int) bool {
	x := s.sentenceAt(at)
	x.from, x.to = max(x.from, at-clauseWords), min(x.to, at+clauseWords)
	if at > x.from {
		switch s.words[at-1].fold {
		case "until", "till", "by", "from":
			if s.weekdayNumber(s.words[at].fold) >= 0 { // "had lived there until May" looks back
				return true
			}
		case "since":
			return false
		}
	}
	for i := at - 1; i >= x.from; i-- {
		w := &s.words[i]
		switch {
		case w.tag == "MD":
			return w.fold != "could"
		case w.fold == "to" && s.words[i+1].tag == "VB":
			return s.plans(i-1, x.from)
		case w.tag == "VBD", w.tag == "VBN" && i > x.from && !s.beforeParticiple(i, x.from):
			return false
		}
	}
	for i := at + 1; i < x.to; i++ {
		if tag := s.words[i].tag; tag == "MD" || strings.HasPrefix(tag, "VB") {
			return tag == "MD" && s.words[i].fold != "could"
		}
	}
	return false
}

// plans reports whether the word before "to" and a verb looks ahead: "is to meet", "was to meet", "plans to meet",
// "is expected to meet"; not "failed to meet" or "was forced to meet".
func (s *story) plans(at, from int) bool {
	if at < from {
		return false
	}
	w := &s.words[at]
	switch {
	case w.fold == "was", w.fold == "were":
		return true
	case w.tag == "VBN":
		return at > from && (s.words[at-1].tag == "VBZ" || s.words[at-1].tag == "VBP") && !s.has(at-1)
	}
	return w.tag != "VBD"
}

// beforeParticiple reports whether a modal verb and "be" govern a participle: "will be held".
func (s *story) beforeParticiple(at, from int) bool {
	for i := at - 1; i >= max(from, at-3); i-- {
		switch {
		case s.words[i].fold == "be":
			return true
		case s.words[i].fold == "to" || s.has(i):
			return false
		}
	}
	return s.words[at-1].tag == "VBZ" || s.words[at-1].tag == "VBP" // "are expected to"
}

// has reports whether a word is the auxiliary of the perfect.
func (s *story) has(at int) bool {
	fold := s.words[at].fold
	return fold == "has" || fold == "have" || fold == "had"
}

// sentenceAt is the sentence of a word.
func (s *story) sentenceAt(at int) sentence {
	i := sort.Search(len(s.sentences), func(i int) bool { return at < s.sentences[i].to })
	if i == len(s.sentences) {
		return sentence{from: at, to: at + 1}
	}
	return s.sentences[i]
}

// dayOfWeek is the weekday that a word means by the tense of its clause: the next one from the day of publication where
// it is ahead, else the last one up to it. "Monday next" is the one after the day of publication.
func (s *story) dayOfWeek(at, end, day int) value {
	if at+1 < end && s.words[at+1].fold == "next" && (at+2 >= end || !s.words[at+2].letter) {
		return value{at, at + 2, dateline.DateValue, s.nextWeekday(day)}
	}
	v := value{at, at + 1, dateline.DateValue, s.weekday(day)}
	if p := s.doc.Published.Time; !p.IsZero() && s.ahead(at) {
		v.value = s.daysOff((day - int(p.Weekday()) + 7) % 7)
	}
	return v
}

// nextWeekday is the first such day after that of publication, "" where that is not known.
func (s *story) nextWeekday(day int) string {
	p := s.doc.Published.Time
	if p.IsZero() {
		return ""
	}
	return s.daysOff((day-int(p.Weekday())+6)%7 + 1)
}

// monthOff is the last such month before that of publication for -1, the next one after it for 1.
func (s *story) monthOff(month, side int) string {
	p := s.doc.Published.Time
	if p.IsZero() {
		return s.calendar(0, month, 0)
	}
	y := p.Year()
	switch m := int(p.Month()); {
	case side < 0 && month >= m:
		y--
	case side > 0 && month <= m:
		y++
	}
	return s.calendar(y, month, 0)
}
