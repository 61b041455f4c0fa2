// Package words is what the desk itself says, in each of the languages that it speaks: the menu, buttons, headings,
// messages, dates and numbers. words.tsv has all of it, a row for each key and a column for each language, so that who
// translates needs a spreadsheet and no Go.
//
// A cell may hold placeholders, such as {n}; a language may put them in another order. A count has two rows, key.one
// and key.other. A cell that is empty is said in English.
package words
