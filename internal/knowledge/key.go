package knowledge

import (
	"bytes"
	"iter"
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Key returns the 64-bit hash of a name as the table knows it: without case,
// accents, periods and hyphens, with one space between words, and with "St",
// "Mt" and "Ft" for Saint, Mount and Fort at the front. 0 is that of no name.
func Key(name string) uint64 {
	return keyOf(name)
}

func keyOf[T string | []byte](name T) uint64 {
	var buf [96]byte
	return hash(appendFold(buf[:0], name))
}

// AppendFold appends the folded form of a name, which [Key] hashes.
func AppendFold(dst []byte, name string) []byte { return appendFold(dst, name) }

func appendFold[T string | []byte](dst []byte, name T) []byte {
	from := len(dst)
	for i := 0; i < len(name); {
		c := name[i]
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(string(name[i:min(i+utf8.UTFMax, len(name))]))
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

// Named returns the places of a name: countries, regions, counties, towns, others, those of a kind with the most people
// first.
func (t *Table) Named(name string) iter.Seq[Place] {
	return func(yield func(Place) bool) {
		for p := range t.Keyed(Key(name)) {
			if !yield(p) {
				return
			}
		}
	}
}

// usualPlaces is how many places a name has at most but for a few.
const usualPlaces = 64

// Keyed returns the places of the name with a key, in the order of [Table.Named], and
// whether it is the main name of each.
func (t *Table) Keyed(key uint64) iter.Seq2[Place, bool] {
	return func(yield func(Place, bool) bool) { t.each(key, yield) } // short, so that it is no work for the heap
}

// each calls yield for the places of a key, until it returns false.
func (t *Table) each(key uint64, yield func(Place, bool) bool) {
	if key == 0 {
		return
	}
	var buf [usualPlaces]named
	list := buf[:0]
	for k := range t.kinds {
		list = t.appendMain(list, Kind(k), key)
	}
	for i, to := t.index.Rows(t.index.Key(key)); i < to; i++ {
		v := t.index.Value(i)
		if n := int(v >> 1); n < t.Len() {
			list = append(list, t.named(n, v&1 == 1))
		}
	}
	slices.Sort(list)
	for _, x := range list {
		if !yield(Place{t, int(x >> 1 & (1<<entryBits - 1))}, x&1 == 1) {
			return
		}
	}
}

// named is a place that bears a name, as a number that sorts: its kind, how few people it has, its own number, and
// whether the name is its main one.
type named uint64

func (t *Table) named(i int, main bool) named {
	p := Place{t, i}
	x := named(p.Kind())<<8 | named(255-p.t.records[p.cell(atPeople)])
	x = (x<<entryBits | named(i)) << 1
	if main {
		x |= 1
	}
	return x
}

// appendMain appends the places of a kind whose main name has a key. Bits of the key say which they can be; that they
// are is seen by their name, which may be none of the key all the same.
func (t *Table) appendMain(list []named, kind Kind, key uint64) []named {
	x := &t.kinds[kind]
	bucket := int(key >> 1 >> (63 - x.bits))
	mark := byte(key << x.bits >> 56)
	from, to := x.from+int(u32(x.buckets, 4*bucket)), x.from+int(u32(x.buckets, 4*bucket+4))
	last, is := -1, false // the name that was looked at last
	for i := from; i < min(to, x.to); i++ {
		if t.records[i*recordSize+atPrint] != mark {
			continue
		}
		var buf [nameBuffer]byte
		if name, at := (Place{t, i}).appendName(buf[:0]); at != last {
			last, is = at, keyOf(name) == key
		}
		if is {
			list = append(list, t.named(i, true))
		}
	}
	return list
}
