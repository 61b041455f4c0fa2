// Package focus weighs the countries that a story names and says which of them it is about.
//
// What speaks for a country are mentions: of itself, of its places and people, of bodies in it and of
// those who stand for it. A logistic model over how many there are, of what kind and where they stand
// gives the chance that the story is about the country. Its coefficients are fitted by
// internal/train/countries.
package focus
