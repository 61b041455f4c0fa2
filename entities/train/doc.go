// Package train fits a model of names on text of your own in which the names are marked.
//
//	articles, err := train.ReadCoNLL(file)              // or ReadJSONL
//	model, err := train.Names(ctx, articles, train.Options{})
//	err = os.WriteFile("names.bin", model, 0o644)
//
// What comes out is a file. [entities.ReadModel] reads it for the option Model of entities and
// analyze, in place of the library's own model; [lang.NewModel] makes it the Names of a pack of a
// language that the library does not have.
//
// # What it needs
//
// Every name of an article must be marked: what is not marked is learned to be none. Whole articles
// are better than single sentences, since the tagger looks at all places of a word. A thousand
// sentences are a beginning; some ten thousand are needed before a model of them alone is better
// than the library's own.
//
// The model tells four kinds apart: people, organisations, places and the rest. The finer labels of
// the library are told from them by the words of a name. A label may be one of the library, or one
// of CoNLL's four: PER, ORG, LOC and MISC.
//
// # Limits
//
// All articles are held in memory, with their features: about 1 KB a word. A line is at most 16
// MiB. The same articles and options give the same bytes, on one architecture and for any number of
// cores.
package train
