package source

import (
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
)

// lineForm is the form of raw bytes that are a line of JSON.
const lineForm dateline.Form = "jsonl"

// kept reads what [Rejects] kept of something that could not be written as an
// article: "line", a line as it was, or "raw", the bytes of a page or line in
// base64, with "form" to say of what.
func (r *record) kept(p *dateline.Page) error {
	var line string
	if json.Unmarshal(r.Line, &line) == nil {
		return r.keptLine([]byte(line), p)
	}
	var raw []byte
	var form dateline.Form
	if json.Unmarshal(r.Raw, &raw) != nil || json.Unmarshal(r.Form, &form) != nil {
		return fmt.Errorf("%w: there is none", ErrContent)
	}
	switch form {
	case dateline.HTML, dateline.PlainPage, dateline.Story:
		p.Form, p.Body = form, raw
		return nil
	case lineForm:
		return r.keptLine(raw, p)
	}
	return fmt.Errorf("%w: raw has the unknown form %q", ErrContent, form)
}

// keptLine reads a line that was kept, in place of r.
func (r *record) keptLine(line []byte, p *dateline.Page) error {
	if !utf8.Valid(line) {
		return fmt.Errorf("%w at byte %d of the line that was kept", dateline.ErrUTF8, invalidByte(line))
	}
	var inner record
	if err := json.Unmarshal(line, &inner); err != nil {
		return jsonError(err)
	}
	inner.Line, inner.Raw = nil, nil // a line is kept once, not in layers
	*r = inner
	return r.fill(p)
}
