// Package charset makes UTF-8 of bytes in any encoding of the press: the one that is
// declared, or the one that the bytes themselves tell.
//
//	text, warning, err := charset.HTML(body, "text/html; charset=windows-1252")
package charset

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	htmlcharset "golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"

	"github.com/dateline-go/dateline"
)

// magics are the first bytes of files that people feed in by mistake.
var magics = []string{
	"%PDF-", "\x89PNG", "GIF8", "\xff\xd8\xff", "PK\x03\x04", "\x1f\x8b", "BZh", "7z\xbc\xaf", "\x7fELF",
	"\xd0\xcf\x11\xe0", "RIFF", "OggS", "ID3",
}

// refuseBinary returns [dateline.ErrBinary] for a body that is a file of another kind. So do
// NUL bytes, unless there are few or they are those of UTF-16.
func refuseBinary(body []byte) error {
	for _, m := range magics {
		if bytes.HasPrefix(body, []byte(m)) {
			return fmt.Errorf("%w: begins with %q", dateline.ErrBinary, m)
		}
	}
	head := body[:min(len(body), 1<<16)]
	if n := bytes.Count(head, []byte{0}); n > len(head)/256 && !isUTF16(body) {
		return fmt.Errorf("%w: %d NUL bytes among the first %d", dateline.ErrBinary, n, len(head))
	}
	return nil
}

// isUTF16 reports whether the body begins with a byte order mark of UTF-16 or with
// a "<" in it.
func isUTF16(body []byte) bool {
	if len(body) < 2 {
		return false
	}
	switch string(body[:2]) {
	case "\xfe\xff", "\xff\xfe", "<\x00", "\x00<":
		return true
	}
	return false
}

// HTML returns the body of a web page in UTF-8. The encoding is that of the byte
// order mark, else the one declared by the server or the page, else what the bytes say.
// The warning is "" or says what was guessed or replaced.
func HTML(body []byte, contentType string) (text []byte, warning string, err error) {
	if err := refuseBinary(body); err != nil {
		return nil, "", err
	}
	if b, ok := bytes.CutPrefix(body, []byte("\xef\xbb\xbf")); ok {
		body = b
	} else if enc, name, declared := encodingOf(body, contentType); enc != nil {
		if !declared {
			name, warning = undeclared(body, name)
			enc, _ = htmlcharset.Lookup(name)
		}
		out, err := enc.NewDecoder().Bytes(body)
		if err != nil {
			return nil, "", fmt.Errorf("%w: as %s: %w", dateline.ErrBinary, name, err)
		}
		return out, warning, nil
	}
	return UTF8(body)
}

// UTF8 returns text that should be in UTF-8, and is now: what is not is read in the encoding
// that its bytes tell, and what was encoded twice is mended. The warning is "" or says so.
func UTF8(body []byte) (text []byte, warning string, err error) {
	if utf8.Valid(body) {
		text, warning = mendTwice(body)
		return text, warning, nil
	}
	if name := wrongly(body); name != "" {
		text, err := As(body, name)
		return text, "not UTF-8, as it says; read as " + name, err
	}
	line := invalidLine(body)
	text, mended := mendStray(body)
	if mended && utf8.Valid(text) {
		return text, fmt.Sprintf("invalid UTF-8 in line %d was read as windows-1252", line), nil
	}
	return bytes.ToValidUTF8(text, []byte("\uFFFD")), fmt.Sprintf("invalid UTF-8 in line %d was replaced", line), nil
}

// As returns the text of a body in an encoding by its name on the web, such as "koi8-r". The
// error is [dateline.ErrBinary], or [dateline.ErrOptions] for an unknown name.
func As(body []byte, name string) ([]byte, error) {
	enc, _ := htmlcharset.Lookup(name)
	if enc == nil {
		return nil, fmt.Errorf("%w: unknown encoding %q", dateline.ErrOptions, name)
	}
	text, err := enc.NewDecoder().Bytes(body)
	if err != nil {
		return nil, fmt.Errorf("%w: as %s: %w", dateline.ErrBinary, name, err)
	}
	return text, nil
}

// Reader reads what is in an encoding of a known name as UTF-8; as it is for "".
func Reader(r io.Reader, name string) io.Reader {
	if enc, _ := htmlcharset.Lookup(name); enc != nil {
		return enc.NewDecoder().Reader(r)
	}
	return r
}

// Known reports whether an encoding has this name on the web.
func Known(name string) bool {
	enc, _ := htmlcharset.Lookup(name)
	return enc != nil
}

// undeclared returns the encoding of a body that declares none and is not UTF-8, with a warning
// where it was told by its bytes.
func undeclared(body []byte, otherwise string) (name, warning string) {
	if name := lateCharset(body); name != "" {
		return name, ""
	}
	if name := guessEncoding(body); name != "" && name != otherwise {
		return name, "no encoding is declared; read as " + name + ", as its bytes say"
	}
	return otherwise, ""
}

// lateCharset returns the encoding that a page declares behind its first kilobyte, which is as far as browsers look.
func lateCharset(body []byte) string {
	head := body[:min(len(body), maxHead)]
	for _, quote := range []string{"charset=", `charset="`, "charset='"} {
		_, rest, ok := bytes.Cut(head, []byte(quote))
		end := bytes.IndexAny(rest, "\"' />;")
		if !ok || end <= 0 {
			continue
		}
		if enc, name := htmlcharset.Lookup(string(rest[:end])); enc != nil && name != "utf-8" && !isUTF16Name(name) {
			return name
		}
	}
	return ""
}

// maxHead is how far into a page a declaration of its encoding may stand, in bytes.
const maxHead = 1 << 16

func isUTF16Name(name string) bool { return name == "utf-16le" || name == "utf-16be" }

// wrongly returns the encoding of a body that should be UTF-8 and is not, "" where a few bytes are wrong and no more.
func wrongly(body []byte) string {
	if !isLatin(body) {
		return ""
	}
	if name := guessEncoding(body); name != "" {
		return name
	}
	return "windows-1252"
}

// latinSigns are the signs of windows-1252 that news in it is full of: no-break space,
// euro, pound, section, copyright, registered, degree, ellipsis, half, quarters.
const latinSigns = "\xa0\x80\xa3\xa7\xa9\xae\xb0\x85\xbd\xbc\xbe"

// isLatin reports whether a body that is not UTF-8 is rather in windows-1252: several
// bytes that are letters there, and hardly anything that is a letter in UTF-8.
func isLatin(body []byte) bool {
	wrong, right := 0, 0
	for i := 0; i < len(body); {
		if body[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(body[i:])
		switch {
		case r != utf8.RuneError || n > 1:
			right++
		case body[i] >= 0xc0 || 0x91 <= body[i] && body[i] <= 0x97: // letters, curly quotes, dashes
			wrong++
		case strings.IndexByte(latinSigns, body[i]) >= 0: // says nothing: a £ is as frequent in prose as a letter
		default:
			right++
		}
		i += n
	}
	return wrong > 1 && wrong > 10*right
}

// encodingOf returns the encoding of a body, nil for UTF-8, and whether the page or its server declares it.
func encodingOf(body []byte, contentType string) (enc encoding.Encoding, name string, declared bool) {
	if len(body) >= 2 && (string(body[:2]) == "<\x00" || string(body[:2]) == "\x00<") {
		name := "utf-16le"
		if body[0] == 0 {
			name = "utf-16be"
		}
		enc, _ := htmlcharset.Lookup(name)
		return enc, name, true
	}
	enc, name, declared = htmlcharset.DetermineEncoding(body, contentType)
	if !declared && isEscaped(body) {
		enc, name = htmlcharset.Lookup("iso-2022-jp")
		return enc, name, true
	}
	switch {
	case name == "utf-8":
		return nil, name, declared
	case !isUTF16Name(name) && hasHighByte(body) && utf8.Valid(body):
		return nil, "utf-8", declared // text in another encoding is hardly ever valid UTF-8 by chance
	}
	return enc, name, declared
}

// isEscaped reports whether a body switches to Japanese signs by escapes, as ISO-2022-JP does and nothing else.
func isEscaped(body []byte) bool {
	head := body[:min(len(body), maxHead)]
	return bytes.Contains(head, []byte("\x1b$B")) || bytes.Contains(head, []byte("\x1b$@"))
}

// hasHighByte reports whether the body is more than ASCII and does not switch its
// character set by escapes, as ISO-2022-JP does.
func hasHighByte(body []byte) bool {
	for _, c := range body {
		if c >= 0x80 {
			return true
		}
	}
	return false
}

// invalidLine returns the number, from 1, of the first line that is not UTF-8, and
// 0 where all are.
func invalidLine(body []byte) int {
	if utf8.Valid(body) { // many bytes at a time
		return 0
	}
	line := 1
	for len(body) > 0 {
		if c := body[0]; c < utf8.RuneSelf {
			if c == '\n' {
				line++
			}
			body = body[1:]
			continue
		}
		r, n := utf8.DecodeRune(body)
		if r == utf8.RuneError && n == 1 {
			return line
		}
		body = body[n:]
	}
	return 0
}

// Plain checks that the body of a page or story in words is UTF-8 and drops nothing of it.
func Plain(body []byte) (string, error) {
	if err := refuseBinary(body); err != nil {
		return "", err
	}
	if line := invalidLine(body); line > 0 {
		return "", fmt.Errorf("%w: line %d", dateline.ErrUTF8, line)
	}
	return string(body), nil
}
