package dateline

import (
	"encoding/json"
	"fmt"
	"strconv"
)

// Span is a half-open range of bytes, [Start, End), into the Text of a
// [Document]. In JSON it is the array [start, end].
type Span struct {
	Start, End int
}

// Len returns the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// String returns the span in interval notation, such as "[3,9)".
func (s Span) String() string { return fmt.Sprintf("[%d,%d)", s.Start, s.End) }

// MarshalJSON writes the span as [start, end].
func (s Span) MarshalJSON() ([]byte, error) { return s.appendJSON(nil), nil }

func (s *Span) appendJSON(b []byte) []byte {
	b = append(b, '[')
	b = strconv.AppendInt(b, int64(s.Start), 10)
	b = append(b, ',')
	b = strconv.AppendInt(b, int64(s.End), 10)
	return append(b, ']')
}

// UnmarshalJSON reads a span from [start, end].
func (s *Span) UnmarshalJSON(b []byte) error {
	var a []int
	if err := json.Unmarshal(b, &a); err != nil {
		return fmt.Errorf("dateline: span: %w", err)
	}
	if len(a) != 2 {
		return fmt.Errorf("dateline: span has %d numbers, not 2", len(a))
	}
	s.Start, s.End = a[0], a[1]
	return nil
}
