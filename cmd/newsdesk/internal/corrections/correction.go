package corrections

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
)

// ErrCorrection comes from [Correction.Check] for one that says nothing, or too much.
var ErrCorrection = errors.New("not a correction")

// Kind is what a correction puts right.
type Kind string

// The kinds of correction.
const (
	Place    Kind = "place"    // which place of the world a name stands for
	Same     Kind = "same"     // a name stands for the same thing as another
	Label    Kind = "label"    // a name is that of a person, an organisation, a place …
	NoName   Kind = "none"     // the words are no name
	ID       Kind = "id"       // the id of a thing in Wikidata, or one of the newsroom's own
	Speaker  Kind = "speaker"  // who said the words of a quote
	Suppress Kind = "suppress" // the words are no quote
)

// Kinds returns all kinds.
func Kinds() []Kind { return []Kind{Place, Same, Label, NoName, ID, Speaker, Suppress} }

// The bounds of a correction.
const (
	maxText  = 200     // bytes of a name
	maxQuote = 4 << 10 // bytes of the words of a quote
)

// Thing is what a correction says that a name stands for.
type Thing struct {
	ID       string         `json:"id,omitempty"`
	Name     string         `json:"name,omitempty"`
	Label    dateline.Label `json:"label,omitempty"`
	Country  string         `json:"country,omitempty"`
	GeoNames int            `json:"geonames,omitempty"`
	Lat      float64        `json:"lat,omitempty"`
	Lon      float64        `json:"lon,omitempty"`
}

// Correction is what an editor put right.
type Correction struct {
	ID   string `json:"id"`
	Kind Kind   `json:"kind"`
	// Article is the id of the article that it is about; "" for all.
	Article string `json:"article,omitempty"`
	// Text is the name that it is about, in any case, or the words of a quote.
	Text string `json:"text"`
	// To is what the name stands for, or who said the words.
	To Thing `json:"to,omitzero"`
	// Who made it and when, and when it was taken back.
	Who     string    `json:"who,omitempty"`
	When    time.Time `json:"when"`
	Revoked time.Time `json:"revoked,omitzero"`
	// Pending says that the articles it is about have not all been gone through since it was
	// made or taken back.
	Pending bool `json:"pending,omitempty"`
}

// Active reports whether it was not taken back.
func (c Correction) Active() bool { return c.Revoked.IsZero() }

// About reports whether it is about an article, by its id.
func (c Correction) About(article string) bool { return c.Article == "" || c.Article == article }

// qid is an id in Wikidata.
var qid = regexp.MustCompile(`^Q[1-9][0-9]{0,11}$`)

// Check says what is wrong with a correction. The error wraps [ErrCorrection].
func (c Correction) Check() error {
	if err := c.check(); err != nil {
		return fmt.Errorf("%w: %w", ErrCorrection, err)
	}
	return nil
}

func (c Correction) check() error {
	most := maxText
	if c.Kind == Speaker || c.Kind == Suppress {
		most = maxQuote
	}
	switch {
	case !slices.Contains(Kinds(), c.Kind):
		return fmt.Errorf("there is no kind %.20q", c.Kind)
	case fold(c.Text) == "":
		return errors.New("the words that it is about are missing")
	case len(c.Text) > most:
		return fmt.Errorf("more than %d bytes of words", most)
	}
	for _, s := range []string{c.Text, c.Article, c.Who, c.To.ID, c.To.Name} {
		if !utf8.ValidString(s) || len(s) > maxQuote || s != c.Text && strings.ContainsFunc(s, unicode.IsControl) {
			return errors.New("it holds what is no text")
		}
	}
	return c.aim()
}

// aim checks what the correction leads to.
func (c Correction) aim() error {
	switch c.Kind {
	case Place:
		if c.To.GeoNames <= 0 || c.To.ID == "" || c.To.Name == "" || !isCountry(c.To.Country) {
			return errors.New("the place is missing")
		}
	case Same, Speaker:
		if strings.TrimSpace(c.To.Name) == "" {
			return errors.New("the name is missing")
		}
	case Label:
		if !c.To.Label.IsName() {
			return fmt.Errorf("%.20q is no label of names", c.To.Label)
		}
	case ID:
		if strings.TrimSpace(c.To.ID) == "" {
			return errors.New("the id is missing")
		}
	}
	return nil
}

// isCountry reports whether a code is "" or two capitals.
func isCountry(code string) bool {
	return code == "" || len(code) == 2 && code[0] >= 'A' && code[0] <= 'Z' && code[1] >= 'A' && code[1] <= 'Z'
}

// fold is a text without what makes no difference: case, marks and spaces.
func fold(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
