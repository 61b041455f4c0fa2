package values

import (
	"sort"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/pos"
)

// clauseWords is how many words around a day are read for its verb.
const clauseWords = 40

// Tenses of a clause: what it says is to come, gone by, or neither is told.
const (
	back  = -1
	ahead = 1
)

// tense says whether the clause of a day or month speaks of what is to come, "will meet on Monday", "is to meet on
// Monday", "closed until Monday", or of what is gone by. The verb that tells is the nearest one before the day, and the
// nearest one behind it where there is none before. Without tags nothing is told.
func (r *reader) tense(at int) int {
	x := r.sentenceAt(at)
	x.From, x.To = max(x.From, at-clauseWords), min(x.To, at+clauseWords)
	if r.isPutOff(at, x.From) {
		return ahead
	}
	until := false
	if at > x.From {
		switch r.role(r.words[at-1].Fold) {
		case roleUntil:
			until = r.weekdayNumber(r.words[at].Fold) >= 0 // "had lived there until May" looks back
		case roleSince:
			return back
		}
	}
	if until && r.tagged {
		if r.isPluperfect(at, x.From) || r.isDenied(at, x.From) {
			return back
		}
		return ahead
	}
	for i := at - 1; i >= x.From; i-- {
		if t, tells := r.verbBefore(i, at, x.From); tells {
			return t
		}
	}
	for i := at + 1; i < x.To; i++ {
		switch w := &r.words[i]; {
		case w.Pos.Is(pos.Modal):
			return r.modal(i)
		case w.Pos.Is(pos.Past):
			return back
		case w.Pos.Is(pos.Verb):
			return 0
		}
	}
	return 0
}

// modal is the tense that a modal verb tells, "could" none.
func (r *reader) modal(at int) int {
	if r.role(r.words[at].Fold) == roleUnreal {
		return 0
	}
	return ahead
}

// verbBefore says what a word before a day tells of its tense, and whether no other word is to be asked.
func (r *reader) verbBefore(i, at, from int) (tense int, tells bool) {
	w := &r.words[i]
	switch {
	case w.Pos.Is(pos.Modal):
		return r.modal(i), true
	case r.isDue(i, at, from), r.isWished(i, from):
		return ahead, true
	case w.Pos.Is(pos.Infinitive) && r.words[i+1].Pos.Is(pos.Base):
		if r.plans(i-1, from) || r.isDecided(i, at, from) {
			return ahead, true
		}
		return back, true
	case r.isNoun(i, from), r.isAttribute(i, from):
	case w.Pos.Is(pos.Gerund | pos.Relative):
		return 0, true
	case w.Pos.Is(pos.Past), w.Pos.Is(pos.Participle) && i > from && !r.beforeParticiple(i, from):
		return back, true
	case w.Pos.Is(pos.Present) && r.isScheduled(i, at):
		if r.isGoverned(i, from) {
			return back, true
		}
		return ahead, true
	}
	return 0, false
}

// isNoun reports whether what is tagged as a verb is a noun by the word before it: "at the border crossing", "the
// licensing acts".
func (r *reader) isNoun(i, from int) bool {
	w := &r.words[i]
	if i == from || !w.Pos.Is(pos.Gerund|pos.Present) {
		return false
	}
	before := r.words[i-1].Pos
	if w.Pos.Is(pos.Gerund) {
		return before.Is(pos.Determiner | pos.Proper)
	}
	return before.Is(pos.Determiner) || before.Is(pos.Gerund)
}

// isAttribute reports whether a participle is an adjective between a determiner and a noun: "the affected areas".
func (r *reader) isAttribute(i, from int) bool {
	if i == from || i+1 >= len(r.words) || !r.words[i].Pos.Is(pos.Past|pos.Participle) {
		return false
	}
	before := r.words[i-1].Pos
	return (before == pos.Owner || before.Is(pos.Determiner|pos.Genitive)) && r.words[i+1].Pos.Is(pos.Noun)
}

// isDecided reports whether the infinitive behind "to" is of another day than the verb in the past that governs it,
// which has its own, "voted on Monday to shut it in March", or whether its day is the end of a span, "agreed to shut it
// by May".
func (r *reader) isDecided(to, at, from int) bool {
	if at > from && r.role(r.words[at-1].Fold) == roleUntil {
		return true
	}
	for i := to - 1; i > from && !r.words[i].Pos.Is(pos.Past); i-- {
		if r.weekdayNumber(r.words[i].Fold) >= 0 {
			return true
		}
	}
	return false
}

// bounds are what may stand between two clauses.
const bounds = pos.Comma | pos.Conjunction | pos.Relative | pos.RelativeAdverb | pos.Pronoun | pos.Colon | pos.Opening

// isGoverned reports whether a verb in the present is rather a noun behind the verb of its clause, one in the past:
// "admitted two charges under the licensing acts".
func (r *reader) isGoverned(verb, from int) bool {
	if verb == from || r.words[verb-1].Pos.Is(pos.Proper) {
		return false
	}
	for i := verb - 1; i >= from; i-- {
		switch w := &r.words[i]; {
		case w.Pos.Is(bounds):
			return false
		case w.Pos.Is(pos.Past):
			return !r.lex.Is(w.Fold, lang.SpeechCue)
		}
	}
	return false
}

// isDue reports whether a word says that what it speaks of is to come, a participle or adjective behind the present of
// "be", "is due in Hay on Friday", or the plan itself: "plans a second march, through Leith, on Friday".
func (r *reader) isDue(i, at, from int) bool {
	w := &r.words[i]
	switch r.role(w.Fold) {
	case roleDue:
		b := &r.words[max(i-1, from)]
		return i > from && !r.has(i-1) && (b.Pos.Is(pos.Present) || r.role(b.Fold) == rolePast)
	case rolePlan:
		return w.Pos.Is(pos.Present)
	case roleTimetable: // "Appeals close on Friday"
		return !w.Pos.Is(pos.Past|pos.Participle|pos.Gerund|pos.Proper) && i > from && at-i <= scheduleReach &&
			r.words[i-1].Pos.Is(pos.Noun) && r.words[i-1].Pos.Is(pos.Plural) != w.Pos.Is(pos.Third)
	}
	return false
}

// isWished reports whether "be" stands without what governs it: "Let them be here on Friday", "that it be paid by May".
func (r *reader) isWished(i, from int) bool {
	if r.role(r.words[i].Fold) != roleBe {
		return false
	}
	for k := i - 1; k >= max(from, i-3); k-- {
		if r.words[k].Pos.Is(pos.Modal | pos.Infinitive) {
			return false
		}
	}
	return true
}

// isPluperfect reports whether the verb before a day looks back from a time gone by: "had risen until Wednesday".
func (r *reader) isPluperfect(at, from int) bool {
	for i := at - 1; i > from; i-- {
		switch w := &r.words[i]; {
		case w.Pos.Is(pos.Modal | pos.Present | pos.Past):
			return r.has(i) && w.Pos.Is(pos.Past)
		}
	}
	return false
}

// isPutOff reports whether a day is the one to which something was moved or for which it was set: "postponed to
// Monday", "a strike planned for Friday", "put off to October".
func (r *reader) isPutOff(at, from int) bool {
	if at-2 < from || r.role(r.words[at-1].Fold) != roleToward {
		return false
	}
	w := &r.words[at-2]
	if w.Pos.Is(pos.Particle) && at-3 >= from { // "put off to", "brought forward to"
		w = &r.words[at-3]
	}
	return r.role(w.Fold) == roleMoved || r.role(w.Fold) == roleDue
}

// isDenied reports whether the verb before a day denies something of the time up to it: "was not told until Wednesday",
// "did not speak until Friday".
func (r *reader) isDenied(at, from int) bool {
	for i := at - 1; i > from; i-- {
		switch w := &r.words[i]; {
		case r.role(w.Fold) == roleNot:
			return r.words[i-1].Pos.Is(pos.Past)
		case w.Pos.Is(pos.Modal|pos.Present|pos.Past) && !w.Pos.Is(pos.Participle):
			return false
		}
	}
	return false
}

// scheduleReach is how many words stand at most between a verb in the present and the day of what it says.
const scheduleReach = 8

// isScheduled reports whether a verb in the present speaks of a day to come: "They play Leeds on Tuesday". Verbs of
// saying and the perfect do not.
func (r *reader) isScheduled(verb, day int) bool {
	return day-verb <= scheduleReach && r.isDay(day) && !r.has(verb) &&
		!r.lex.Is(r.words[verb].Fold, lang.SpeechCue)
}

// isDay reports whether a date begins with a weekday, or has the day of a month.
func (r *reader) isDay(at int) bool {
	return r.weekdayNumber(r.words[at].Fold) >= 0 || r.words[at].Digit ||
		at+1 < len(r.words) && r.monthNumber(r.words[at].Fold) > 0 && r.words[at+1].Digit
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
		case r.has(i) && i > from+1 && r.words[i-1].Pos.Is(pos.Infinitive) && r.role(r.words[i-2].Fold) == rolePast:
			return true // "was to have been sold"
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
	if p := r.published; !p.IsZero() && r.tense(at) == ahead {
		v.Value = r.daysOff((day - int(p.Weekday()) + 7) % 7)
	}
	return v
}
