package opensearch

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

// maxID is the longest id in bytes, OpenSearch's own bound.
const maxID = 512

// placed are the fields that hold terms at their places.
var placed = []string{fieldBody, fieldHead, fields.Headline, fields.Dek, fields.Headings, fields.Quotes, fields.Keyphrases}

// card is what a hit shows of a document.
type card struct {
	Headline  string        `json:"headline,omitempty"`
	Published dateline.Date `json:"published,omitzero"`
	URL       string        `json:"url,omitempty"`
}

// entry is a document made ready to be written.
type entry struct {
	id, index, digest string
	body              []byte
}

// prepare makes a document ready. The error names it.
func prepare(m *meta, doc *dateline.Document, index string) (entry, error) {
	if err := doc.Validate(); err != nil {
		return entry{}, fmt.Errorf("opensearch: %w", err)
	}
	stored, digest, err := encode(doc)
	if err != nil {
		return entry{}, fmt.Errorf("opensearch: document %q: %w", doc.ID, err)
	}
	profile, err := search.NewProfile(doc)
	if err != nil {
		return entry{}, fmt.Errorf("opensearch: document %q: %w", doc.ID, err)
	}
	s := words.Get()
	defer words.Put(s)
	of := fields.Of(doc, s)
	b := object{
		fieldID:   doc.ID,
		fieldRank: rankText(frequencies(of, m.Averages)),
		"card":    card{doc.Headline, doc.Published, doc.URL},
		"doc":     stored, "profile": base64.StdEncoding.EncodeToString(profile.Encode()),
		fieldDigest: digest,
		fieldKeys:   fields.Keys(doc), fieldMarks: profile.Marks(), "facets": fields.Facets(doc),
	}
	for _, f := range of {
		switch f.Name {
		case fieldBody:
			i := slices.IndexFunc(f.Postings, func(p fields.Posting) bool { return p.Place >= fields.Head })
			if i < 0 {
				i = len(f.Postings)
			}
			b[fieldBody], b[fieldHead] = placedText(f.Postings[:i], 1), placedText(f.Postings[i:], fields.Head)
		case fieldForms, fieldTitles:
			forms := make([]string, len(f.Postings))
			for i, p := range f.Postings {
				forms[i] = p.Term
			}
			b[f.Name] = forms
		case fields.Names: // ranks only
		default:
			b[f.Name] = placedText(f.Postings, 1)
		}
	}
	var ids, phrases []string
	for e := range doc.Names() {
		ids = append(ids, e.ID)
	}
	for _, k := range doc.Keyphrases {
		phrases = append(phrases, s.Key(k.Text))
	}
	b[fieldEntities], b[fieldPhrases] = ids, phrases
	if !doc.Published.IsZero() {
		b[fieldPublished] = doc.Published.Time.Unix()
	}
	e := entry{id: doc.ID, index: index, digest: digest}
	if e.body, err = compact(b); err != nil {
		return entry{}, fmt.Errorf("opensearch: document %q: %w", doc.ID, err)
	}
	return e, nil
}

// compact writes JSON in one line.
func compact(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v) // it ends the line
	return b.Bytes(), err
}

// admit looks at what a document needs before it is read.
func admit(doc *dateline.Document) error {
	switch {
	case doc == nil:
		return fmt.Errorf("opensearch: no document")
	case doc.ID == "":
		return fmt.Errorf("opensearch: document %q has no id", doc.Headline)
	case len(doc.ID) > maxID || !utf8.ValidString(doc.ID):
		return fmt.Errorf("opensearch: document %.40q: id is longer than %d bytes or not UTF-8", doc.ID, maxID)
	}
	return nil
}

// placedText writes terms so that each has its place among words that are split
// at spaces; first is the place of the first word.
func placedText(postings []fields.Posting, first int) string {
	var b strings.Builder
	at := first
	for _, p := range postings {
		for ; at < p.Place; at++ {
			b.WriteString(hole + " ")
		}
		b.WriteString(p.Term)
		b.WriteByte(' ')
		at++
	}
	return strings.TrimSuffix(b.String(), " ")
}

// digestOf tells contents apart.
func digestOf(raw []byte) string {
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:16])
}
