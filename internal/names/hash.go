package names

import "github.com/dateline-go/dateline/internal/hash"

// longWord is how many bytes of a word are looked at one by one. Longer "words"
// are addresses or broken text; only their hash sees the rest.
const longWord = 64

const (
	hashStart = hash.Start
	hashMul   = hash.Mul
)

// The rows of the model are numbered by these.
func hashOf(s string) uint64    { return hash.String(s) }
func hashBytes(b []byte) uint64 { return hash.String(string(b)) }
func mix(h uint64) uint64       { return hash.Mix(h) }
func pair(a, b uint64) uint64   { return hash.Pair(a, b) }
