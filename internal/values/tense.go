package values

import (
	"sort"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/pos"
)

// clauseWords is how many words around a day are read for its verb.
const clauseWords = 40

// ahead reports whether the clause of a weekday or month speaks of what is to come: "will meet on Monday", "is to meet
// on Monday", "closed until Monday". The verb that tells is the nearest one before the day, and the nearest one behind
// it where there is none before. Without tags nothing is ahead.
func (r *reader) ahead(at int) bool {
	x := r.sentenceAt(at)
	x.From, x.To = max(x.From, at-clauseWords), min(x.To, at+clauseWords)
	if at > x.From {
		switch r.role(r.words[at-1].Fold) {
		case roleUntil:
			if r.weekdayNumber(r.words[at].Fold) >= 0 { // "had lived there until May" looks back
				return true
			}
		case roleSince:
			return false
		}
	}
	for i := at - 1; i >= x.From; i-- {
		w := &r.words[i]
		switch {
		case w.Pos.Is(pos.Modal):
			return r.role(w.Fold) != roleUnreal
		case w.Pos.Is(pos.Infinitive) && r.words[i+1].Pos.Is(pos.Base):
			return r.plans(i-1, x.From)
		case w.Pos.Is(pos.Past | pos.Gerund), w.Pos.Is(pos.Participle) && i > x.From && !r.beforeParticiple(i, x.From):
			return false
		case w.Pos.Is(pos.Present):
			if r.isScheduled(i, at) {
				return true
			}
		}
	}
	for i := at + 1; i < x.To; i++ {
		if w := &r.words[i]; w.Pos.Is(pos.Modal | pos.Verb) {
			return w.Pos.Is(pos.Modal) && r.role(w.Fold) != roleUnreal
		}
	}
	return false
}

// scheduleReach is how many words stand at most between a verb in the present and the day of what it says.
const scheduleReach = 8

// isScheduled reports whether a verb in the present speaks of a weekday to come: "They play Leeds on Tuesday". Verbs of
// saying and the perfect do not.
func (r *reader) isScheduled(verb, day int) bool {
	return day-verb <= scheduleReach && r.weekdayNumber(r.words[day].Fold) >= 0 && !r.has(verb) &&
		!r.lex.Is(r.words[verb].Fold, lang.SpeechCue)
}

// plans reports whether the word before "to" and a verb looks ahead: "is to meet", "was to meet", "plans to meet",
// "is expected to meet"; not "failed to meet" or "was forced to meet".
func (r *reader) plans(at, from int) bool {
	if at < from {
		return false
	}
	w := &r.words[at]
	switch {
	case r.role(w.Fold) == rolePast:
		return true
	case w.Pos.Is(pos.Participle):
		return at > from && r.words[at-1].Pos.Is(pos.Present) && !r.has(at-1)
	}
	return !w.Pos.Is(pos.Past)
}

// beforeParticiple reports whether a modal verb and "be" govern a participle: "will be held".
func (r *reader) beforeParticiple(at, from int) bool {
	for i := at - 1; i >= max(from, at-3); i-- {
		switch {
		case r.role(r.words[i].Fold) == roleBe:
			return true
		case r.words[i].Pos.Is(pos.Infinitive) || r.has(i):
			return false
		}
	}
	return r.words[at-1].Pos.Is(pos.Present) // "are expected to"
}

// has reports whether a word is the auxiliary of the perfect.
func (r *reader) has(at int) bool { return r.role(r.words[at].Fold) == rolePerfect }

// sentenceAt is the sentence of a word.
func (r *reader) sentenceAt(at int) Run {
	i := sort.Search(len(r.sentences), func(i int) bool { return at < r.sentences[i].To })
	if i == len(r.sentences) {
		return Run{at, at + 1}
	}
	return r.sentences[i]
}

// dayOfWeek is the weekday that a word means by the tense of its clause: the next one from the day of publication where
// it is ahead, else the last one up to it. "Monday next" is the one after the day of publication.
func (r *reader) dayOfWeek(at, end, day int) Value {
	if at+1 < end && r.roleValue(r.words[at+1].Fold, "turn") == "1" && (at+2 >= end || !r.words[at+2].Letter) {
		return Value{at, at + 2, dateline.DateValue, r.nextWeekday(day)}
	}
	if p := r.published; !r.tagged && (p.IsZero() || int(p.Weekday()) != day) { // nothing says whether it is ahead
		return Value{at, at + 1, dateline.DateValue, ""}
	}
	v := Value{at, at + 1, dateline.DateValue, r.weekday(day)}
	if p := r.published; !p.IsZero() && r.ahead(at) {
		v.Value = r.daysOff((day - int(p.Weekday()) + 7) % 7)
	}
	return v
}
