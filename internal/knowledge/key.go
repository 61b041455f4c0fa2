package knowledge

import (
	"bytes"
	"iter"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Key returns the 64-bit hash of a name as the table knows it: without case,
// accents, periods and hyphens, with one space between words, and with "St",
// "Mt" and "Ft" for Saint, Mount and Fort at the front. 0 is that of no name.
func Key(name string) uint64 {
	var buf [96]byte
	return hash(AppendFold(buf[:0], name))
}

// AppendFold appends the folded form of a name, which [Key] hashes.
func AppendFold(dst []byte, name string) []byte {
	from := len(dst)
	for i := 0; i < len(name); {
		c := name[i]
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(name[i:])
			dst = appendRune(dst, from, r)
			i += n
			continue
		}
		dst = appendASCII(dst, from, c)
		i++
	}
	if n := len(dst); n > from && dst[n-1] == ' ' {
		dst = dst[:n-1]
	}
	return abbreviate(dst, from)
}

func appendASCII(dst []byte, from int, c byte) []byte {
	switch {
	case 'A' <= c && c <= 'Z':
		return append(dst, c+'a'-'A')
	case c == '.':
		return dst
	case c == ' ' || c == '-' || c == '\t' || c == '\n' || c == '\r' || c == '_':
		if n := len(dst); n > from && dst[n-1] != ' ' {
			return append(dst, ' ')
		}
		return dst
	}
	return append(dst, c)
}

func appendRune(dst []byte, from int, r rune) []byte {
	switch r {
	case '’', '‘', 'ʻ', 'ʼ':
		return append(dst, '\'')
	case '–', '—', '\u00a0':
		return appendASCII(dst, from, ' ')
	}
	var letter [utf8.UTFMax]byte
	n := utf8.EncodeRune(letter[:], unicode.ToLower(r))
	rest := norm.NFD.Properties(letter[:n]).Decomposition()
	if rest == nil {
		rest = letter[:n]
	}
	for len(rest) > 0 {
		d, size := utf8.DecodeRune(rest)
		rest = rest[size:]
		if unicode.Is(unicode.Mn, d) {
			continue
		}
		if plain := spelled(d); plain != "" {
			dst = append(dst, plain...)
		} else {
			dst = utf8.AppendRune(dst, d)
		}
	}
	return dst
}

// spelled returns how letters that Unicode does not take apart into a letter and its
// accent are written without one, "" for all others.
func spelled(r rune) string {
	switch r {
	case 'ł':
		return "l"
	case 'ø':
		return "o"
	case 'đ', 'ð':
		return "d"
	case 'ı':
		return "i"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	}
	return ""
}

// fronts are first words that names are written with in full and short.
var fronts = [...][2]string{{"saint ", "st "}, {"mount ", "mt "}, {"fort ", "ft "}}

func abbreviate(dst []byte, from int) []byte {
	for _, f := range fronts {
		if bytes.HasPrefix(dst[from:], []byte(f[0])) {
			return append(append(dst[:from], f[1]...), dst[from+len(f[0]):]...)
		}
	}
	return dst
}

// hash is FNV-1a with a last mix, so that its top bits are fit for buckets.
func hash(b []byte) uint64 {
	if len(b) == 0 {
		return 0
	}
	h := uint64(14695981039346656037)
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	h ^= h >> 32
	return h * 0x9E3779B97F4A7C15
}

// Named returns the places of a name, in the order of the table.
func (t *Table) Named(name string) iter.Seq[Place] {
	return func(yield func(Place) bool) {
		for p := range t.Keyed(Key(name)) {
			if !yield(p) {
				return
			}
		}
	}
}

// Keyed returns the places of the name with a key, in the order of the table, and
// whether it is the main name of each.
func (t *Table) Keyed(key uint64) iter.Seq2[Place, bool] {
	return func(yield func(Place, bool) bool) {
		if key == 0 {
			return
		}
		for i, to := t.index.Rows(t.index.Key(key)); i < to; i++ {
			v := t.index.Value(i)
			if n := int(v >> 1); n < t.Len() && !yield(Place{t, n}, v&1 == 1) {
				return
			}
		}
	}
}
