// Package hash mixes short texts into 64 bits. The numbers are part of the
// formats of fitted models and of word clusters, so they must never change.
package hash

import "math/bits"

// The constants of the mixing function. They are exported for code that hashes
// something other than a string in the same way.
const (
	Start = 0x9e3779b97f4a7c15
	Mul   = 0xd6e8feb86659fd93
)

// String hashes the bytes of s, eight at a time.
func String(s string) uint64 {
	h := uint64(Start) ^ uint64(len(s))*Mul
	for len(s) >= 8 {
		h = Mix(h ^ (uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56))
		s = s[8:]
	}
	var tail uint64
	for i := len(s) - 1; i >= 0; i-- {
		tail = tail<<8 | uint64(s[i])
	}
	return Mix(h ^ tail)
}

// Mix spreads every bit of h over the others.
func Mix(h uint64) uint64 {
	hi, lo := bits.Mul64(h^Start, Mul)
	return hi ^ lo
}

// Pair mixes two hashes. Their order matters.
func Pair(a, b uint64) uint64 { return Mix(a + bits.RotateLeft64(b, 23)) }
