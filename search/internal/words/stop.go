package words

import "strings"

// stopWords are English function words: they stand in every story and tell none
// from another. The list is our own, longer than the 33 words that engines
// usually take. "us" is not on it: in capitals it is a country.
const stopWords = `
a about above across after again against ago all almost along already also although always am amid among an and
another any anybody anyone anything are around as at away
back be became because become becomes been before behind being below beside besides between beyond both but by
can cannot could
did do does doing done down during
each either else enough even ever every everybody everyone everything except
few for from further
had has have having he hence her here hers herself him himself his how however
i if in indeed instead into is it its itself
just
least less like likely
many may maybe me might mine more moreover most mostly much must my myself
near neither never nevertheless no nobody none nor not nothing now nowhere
of off often on once one only onto or other others otherwise our ours ourselves out over own
per perhaps
quite
rather really
same shall she should since so some somebody someone something sometimes somewhere still such
than that the their theirs them themselves then there therefore these they this those though through throughout
thus to together too toward towards
under until unless up upon
very via
was we were what whatever when whenever where whereas wherever whether which while who whoever whole whom whose
why will with within without would
yet you your yours yourself yourselves
aren't can't couldn't didn't doesn't don't hadn't hasn't haven't isn't shouldn't wasn't weren't won't wouldn't
he'd he'll i'd i'll i'm i've it'd it'll she'd she'll that'll there'll they'd they'll they're they've we'd we'll
we're we've who'd who'll who've you'd you'll you're you've
`

var stopSet = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(stopWords) {
		set[w] = true
	}
	return set
}()

// stop reports whether a word in lower case is a stop word.
func stop(word string) bool { return word == "" || stopSet[word] }
