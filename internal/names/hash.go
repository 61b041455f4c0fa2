package names

import "math/bits"

// longWord is how many bytes of a word are looked at one by one. Longer "words"
// are addresses or broken text; only their hash sees the rest.
const longWord = 64

const (
	hashStart = 0x9e3779b97f4a7c15
	hashMul   = 0xd6e8feb86659fd93
)

// hash mixes the bytes of s, eight at a time.
func hash(s string) uint64 {
	h := uint64(hashStart) ^ uint64(len(s))*hashMul
	for len(s) >= 8 {
		h = mix(h ^ (uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56))
		s = s[8:]
	}
	var tail uint64
	for i := len(s) - 1; i >= 0; i-- {
		tail = tail<<8 | uint64(s[i])
	}
	return mix(h ^ tail)
}

// mix spreads every bit of h over the others.
func mix(h uint64) uint64 {
	hi, lo := bits.Mul64(h^hashStart, hashMul)
	return hi ^ lo
}

// pair mixes two hashes, the order of which counts.
func pair(a, b uint64) uint64 { return mix(a + bits.RotateLeft64(b, 23)) }

// hashBytes is hash for bytes.
func hashBytes(b []byte) uint64 { return hash(string(b)) }
