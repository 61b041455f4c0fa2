package names

import "github.com/dateline-go/dateline/internal/listed"

// lowerWord is what the whole document shows of a word, however it is written.
// Headlines, where capitals say nothing, add nothing to it.
type lowerWord struct {
	small  uint16 // times written small
	middle uint16 // times with a capital where no sentence begins
	// capitals is how often it is written with a capital, headlines included.
	capitals uint16
	seen     seen
	// The longest run of capitals that the word is part of: its words and where in it.
	run               uint8
	where             uint8
	runFirst, runLast uint64
	runCue            cue
	short             int32 // in Reader.shorts, counted from 1; 0 for none
}

// seen is a set of things that stood beside a word somewhere in the document.
type seen uint16

const (
	seenTitle   seen = 1 << iota // a title before its run
	seenWhere                    // "in" and the like before its run
	seenSaid                     // "said" and the like after its run
	seenOrg                      // a word of organisations in its run
	seenPlace                    // a word of places in its run
	seenThe                      // "the" before its run
	seenGiven                    // a first name before it in its run
	seenSurname                  // it is a first name and another word follows in its run
	seenOwner                    // "'s" after its run
	seenTitleIn                  // a title before it in its run
	seenComma                    // a comma and another run after its run
	seenAlone                    // it is a run by itself
	seenBody                     // in a longer name of the list that is an organisation's
	seenShort                    // it is the short form, in brackets, of the run before it
	seenLong                     // in a run whose short form follows in brackets
)

var (
	hashOwner = hashOf("'s")
	hashComma = hashOf(",")
	hashOpen  = hashOf("(")
	hashClose = hashOf(")")
)

// runs finds, for every token, the run of capitals around it. A word that only
// begins the sentence, such as "The", is in no run.
func (r *Reader) runs(s *sentence) {
	toks := r.tokens
	for i := s.first; i < s.end; {
		toks[i].runFirst, toks[i].runEnd = i, i
		if !r.inRun(i) {
			i++
			continue
		}
		end := i + 1
		for end < s.end {
			if r.inRun(end) {
				end++
				continue
			}
			// "of", "of the", "de la" join what stands on both sides
			next := end
			for next < s.end && next < end+2 && r.forms[toks[next].form].cue&(cueLink|cueThe) != 0 {
				next++
			}
			if next > end && next < s.end && r.forms[toks[end].form].cue&cueLink != 0 && r.inRun(next) {
				end = next + 1
				continue
			}
			break
		}
		all := uint64(hashStart)
		for k := i; k < end; k++ {
			all = pair(all, r.forms[toks[k].form].lower)
		}
		for k := i; k < end; k++ {
			toks[k].runFirst, toks[k].runEnd, toks[k].runAll = i, end, all
		}
		i = end
	}
}

// inRun reports whether token i may be part of a name by its capitals.
func (r *Reader) inRun(i int32) bool {
	f := &r.forms[r.tokens[i].form]
	return f.caps.upper() && f.cue&cueFunction == 0
}

// gather adds what a sentence shows to the words of the document.
func (r *Reader) gather(s *sentence) {
	for i := s.first; i < s.end; {
		first, end := r.tokens[i].runFirst, r.tokens[i].runEnd
		if first == end {
			f := &r.forms[r.tokens[i].form]
			if w := &r.lowers[f.word]; f.caps == capsLower && w.small < 1<<15 {
				w.small++
			}
			i++
			continue
		}
		r.gatherRun(s, first, end)
		i = end
	}
}

// gatherRun adds what one run of capitals shows.
func (r *Reader) gatherRun(s *sentence, first, end int32) {
	around := r.around(s, first, end) | r.shortForm(s, first, end)
	length := uint8(min(end-first, 100))
	title, given := false, false
	for i := first; i < end; i++ {
		f := r.at(i)
		w := &r.lowers[f.word]
		if f.caps == capsLower { // a link
			continue
		}
		if i > s.first && w.middle < 1<<15 {
			w.middle++
		}
		w.seen |= around
		if p := r.tokens[i].listed; p != 0 && p&placeMask != placeUnit && p.entry().Kind() != listed.None {
			w.seen |= seenBody
		}
		if title {
			w.seen |= seenTitleIn
		}
		if given {
			w.seen |= seenGiven
		}
		if i+1 < end && f.given >= 2 && r.at(i+1).caps.upper() {
			w.seen |= seenSurname
		}
		title = f.cue&cueTitle != 0 || title
		given = f.given >= 2
		if length > w.run {
			w.run = length
			switch i {
			case first:
				w.where = 1
			case end - 1:
				w.where = 2
			default:
				w.where = 3
			}
			if length == 1 {
				w.where = 0
			}
			w.runFirst, w.runLast = r.at(first).lower, r.at(end-1).lower
			w.runCue = r.at(end-1).cue & (cueOrg | cuePlace)
		}
	}
}

// around returns what stands beside a run, and what kind of name its words say that it is.
func (r *Reader) around(s *sentence, first, end int32) seen {
	var around seen
	if first > s.first {
		switch c := r.at(first - 1).cue; {
		case c&cueTitle != 0:
			around |= seenTitle
		case c&cueWhere != 0:
			around |= seenWhere
		case c&cueThe != 0:
			around |= seenThe
		}
	}
	if end < s.end {
		next := r.at(end)
		switch {
		case next.cue&cueSaid != 0:
			around |= seenSaid
		case next.lower == hashOwner:
			around |= seenOwner
		case next.lower == hashComma && end+1 < s.end && r.tokens[end+1].runEnd > end+1:
			around |= seenComma
		}
	}
	if end-first == 1 {
		around |= seenAlone
	}
	var inside cue
	for i := first; i < end; i++ {
		inside |= r.at(i).cue
	}
	if inside&cueOrg != 0 {
		around |= seenOrg
	}
	if r.at(end-1).cue&cuePlace != 0 {
		around |= seenPlace
	}
	return around
}

// shortForm returns what a run that is the short form of the run before it, in brackets, tells:
// "World Health Organization (WHO)". The words of the longer run are told too.
func (r *Reader) shortForm(s *sentence, first, end int32) seen {
	if r.known == nil || end != first+1 || first < s.first+2 || end >= s.end || r.at(first-1).lower != hashOpen ||
		r.at(end).lower != hashClose {
		return 0
	}
	short := r.at(first)
	from, to := r.tokens[first-2].runFirst, r.tokens[first-2].runEnd
	if to != first-1 || to-from < 2 || short.caps != capsAll && short.caps != capsMixed || short.capital == 0 {
		return 0
	}
	var letters uint64
	for i := from; i < to; i++ {
		if f := r.at(i); f.caps.upper() {
			letters = letters<<8 | f.capital&0xff
		}
	}
	if mask := uint64(1)<<(8*min(7, lettersOf(short.capital))) - 1; letters&mask != short.capital&mask {
		return 0
	}
	for i := from; i < to; i++ {
		r.lowers[r.at(i).word].seen |= seenLong
	}
	return seenShort | r.around(s, from, to)&(seenOrg|seenPlace|seenThe)
}

// lettersOf counts the letters that initials has packed.
func lettersOf(packed uint64) (n int) {
	for ; packed != 0; packed >>= 8 {
		n++
	}
	return n
}

// at returns the form of token i.
func (r *Reader) at(i int32) *form { return &r.forms[r.tokens[i].form] }
