package source

import "bytes"

// loneSurrogate returns the place of the first escape such as \ud83d that is half
// of a pair, -1 where there is none. The line must be valid JSON.
func loneSurrogate(line []byte) int {
	for i := 0; i+6 <= len(line); {
		at := bytes.IndexByte(line[i:], '\\')
		if at < 0 {
			return -1
		}
		i += at
		switch unit := escape(line[i:]); {
		case unit < 0:
			i += 2
		case unit < 0xD800 || unit > 0xDFFF:
			i += 6
		case unit < 0xDC00 && escape(line[i+6:]) >= 0xDC00 && escape(line[i+6:]) <= 0xDFFF:
			i += 12
		default:
			return i
		}
	}
	return -1
}

// escape reads \uXXXX at the start of b, -1 where there is none.
func escape(b []byte) int {
	if len(b) < 6 || b[0] != '\\' || b[1] != 'u' {
		return -1
	}
	unit := 0
	for _, c := range b[2:6] {
		switch {
		case c >= '0' && c <= '9':
			unit = unit<<4 | int(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			unit = unit<<4 | int(c|0x20-'a'+10)
		default:
			return -1
		}
	}
	return unit
}
