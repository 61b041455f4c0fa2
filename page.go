package dateline

import "time"

// Form says how the body of a [Page] is to be read: [HTML], [PlainPage] or [Story].
type Form string

// The forms that a page comes in.
const (
	HTML      Form = "html" // a web page
	PlainPage Form = "page" // a whole page as plain text, furniture and all
	Story     Form = "text" // the story alone; taken verbatim, offsets are into exactly this text
)

// Page is one article as it came in: the raw material of a [Document].
type Page struct {
	// ID names the article. Empty means: the canonical URL, else a hash of the body.
	ID string
	// Source says where the page was read from, such as "wire.jsonl:12". It is
	// used in errors only.
	Source string
	// URL is where the page was found. It may be empty.
	URL string
	// Title is the headline where it came beside the body. It informs the
	// headline, the names and the ranking, and never shifts an offset.
	Title string
	// Date is the day or moment of publication where it is known from elsewhere.
	Date Date
	// Retrieved is the time that ages such as "3 years ago" count from. Zero
	// keeps such ages as they are written.
	Retrieved time.Time
	// Form says what Body holds: [HTML], [PlainPage] or [Story]. Empty means: told from
	// ContentType and Body. What begins with a tag is HTML, other text of several lines a
	// PlainPage, one line a Story. Say Story for text whose offsets must stay as they are.
	Form Form
	// ContentType is the HTTP Content-Type that came with an HTML body. It may be
	// empty: then the encoding is read from the page or sniffed. PlainPage and
	// Story bodies must be UTF-8.
	ContentType string
	// Body is the page itself. It is only read.
	Body []byte
}
