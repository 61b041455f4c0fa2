// Package corrections keeps what editors put right in the articles of an archive, and applies it.
//
// A [Correction] is a row of a [Book]: what it says, of which article or of all, by whom and
// when. [Apply] changes a Document as rows say and is a function of these alone, so that taking a
// row back is to apply the others to the Document as it was. The [Book] keeps that too.
package corrections
