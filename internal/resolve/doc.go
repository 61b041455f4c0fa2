// Package resolve says which place each place name of a story stands for, or that none
// is likely enough.
//
// A name has candidates: the countries, regions, counties, towns, seas and rivers that
// bear it. Each gets a score, a weighted sum of features: how large it is, of what
// kind, whether it is known by this name first, whether the story says that it lies
// in another place ("Bangor, Maine"), and how well it fits the places that the story's other
// names may stand for. As those are in doubt too, scores are counted in rounds, each
// with the probabilities of the round before. A name stands for one place in the whole
// story. The weights are fitted by internal/train/places.
package resolve
