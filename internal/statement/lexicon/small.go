package lexicon

// Word is a small word that matters by itself; 0 is any other.
type Word uint8

// The small words, some with their like.
const (
	Other         Word = iota
	That               // that
	Who                // who, whom, whose
	Which              // which
	Wh                 // what, how, why, whether, where: they begin a question or a clause
	If                 // if
	And                // and, or
	But                // but, yet
	As                 // as
	While              // while, although, though, whereas
	Because            // because, since
	When               // when, after, before, until, once, during, following
	To                 // to
	Of                 // of
	By                 // by
	For                // for
	About              // about, regarding, concerning, over
	On                 // on, upon
	In                 // in, at, during a place
	With               // with
	Against            // against
	From               // from
	AccordingWord      // according
	Not                // not, n't, never
	He                 // he, him, his, himself
	She                // she, her, hers
	They               // they, them, their
	It                 // it, its
	First              // I, we, me, us, my, our
	You                // you, your
	There              // there
	This               // this, these, those: a thing pointed at
)
