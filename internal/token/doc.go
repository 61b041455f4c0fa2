// Package token cuts text into sentences and tokens with exact byte offsets,
// tags them with their parts of speech, and knows stems, shapes and case.
//
//	var b token.Buffer
//	b.Segment(text, nil)
//	for i := range b.Sentences {
//		for _, t := range b.SentenceTokens(i) {
//			fmt.Println(text[t.Start:t.End])
//		}
//	}
//
// Read [Buffer] and [Tagger] first.
//
// Tokens follow the Penn Treebank: "did" "n't", "Obama" "'s", "$" "5", "U.S."
// whole, compounds with a hyphen whole. Gaps between tokens are Unicode white
// space and nothing else. Signs without width (zero-width space, byte order
// mark, joiners, direction marks, soft hyphen) are not white space: inside a word
// they belong to it, elsewhere a run of them is a token of its own, which no
// rule about sentences looks at.
//
// # Limits
//
// English only. Where a sentence ends is decided by rules that look at most a
// few words ahead; a capital after "U.S." or "Inc." ends a sentence only where
// the next word is one that sentences often begin with. Any bytes may be given;
// bytes that are no UTF-8 count as letters. The work is linear in the text.
package token
