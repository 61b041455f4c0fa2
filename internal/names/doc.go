// Package names finds the names of people, organisations, places and the rest in
// news text.
//
//	t, err := names.New()
//	found, err := t.Tag(ctx, nil, text, sentences, tokens)
//	for _, m := range found {
//		fmt.Println(text[tokens[m.First].Start:tokens[m.End-1].End], m.Label, m.Confidence)
//	}
//
// The tagger is a linear-chain CRF over hashed features: words and pairs of words
// up to two away, how they are written, their ends, clusters of like words, lists
// of first names and surnames, the run of capitals that a word is in, and what
// the rest of the document shows of the same word. Headlines in Title Case or in
// capitals are read as they would be written elsewhere. A second pass moves each
// word towards what the model thinks of it at all its places in the document.
//
// [Tagger] and [Mention] are what callers need; [Reader], [Lattice], [Model] and
// [Words] are shared with the program that trains the model, internal/train/names,
// and that which makes the clusters, internal/train/clusters.
//
// # Limits
//
// English only. The model tells four coarse kinds apart; GPE, LOC, FAC, NORP,
// EVENT, WORK, PRODUCT and LAW are told from them by the words of the name. A
// sentence of more than 400 tokens is read in parts. The work is linear in the
// text; of a very long "word" the first 64 bytes are looked at.
package names
