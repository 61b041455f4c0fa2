package dateline

import "errors"

// What can be wrong with a page. Every function of this library that reads one
// wraps these, so that errors.Is finds them.
var (
	// ErrEmpty comes back for a page that holds no words.
	ErrEmpty = errors.New("dateline: no text")
	// ErrBinary comes back for a body that is no text: an image, an archive, NUL bytes.
	ErrBinary = errors.New("dateline: not text")
	// ErrUTF8 comes back for a plain page, a story, JSON or other text with bytes that
	// are not UTF-8. encoding/json alone would put U+FFFD in their place without a word.
	ErrUTF8 = errors.New("dateline: invalid UTF-8")
	// ErrTooLarge comes back for a page or story that is longer than its limit.
	ErrTooLarge = errors.New("dateline: too large")
	// ErrForm comes back for a page whose Form is given and is none of [HTML],
	// [PlainPage] and [Story].
	ErrForm = errors.New("dateline: unknown form")
)

// ErrOptions is what the errors of every package for an option outside its range
// wrap. Everywhere zero stands for the default, and a negative number is such an
// error. Its words name no package: those of the packages do.
var ErrOptions = errors.New("bad option")
