// Package values finds dates, hours and amounts in the words of a story and says what they are worth: "last Friday" is
// 2031-05-02, "Rs 20 lakh" is INR 2000000. It has no word of any language: the lexicon says what words do.
package values
