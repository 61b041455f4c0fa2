package values

import (
	"fmt"
	"strings"

	"github.com/dateline-go/dateline"
)

// wholeDay is the half of the day of a word that says neither: "Uhr".
const wholeDay = "24"

// letters are the small letters of ASCII.
const letters = "abcdefghijklmnopqrstuvwxyz"

// clock reads a time of day: "10:30 a.m.", "3 pm", "15:00 GMT", "10.30 Uhr"; the value is "T10:30".
func (r *reader) clock(at, end int) Value {
	to, half := at+1, ""
	if to < end {
		half = r.roleValue(r.words[to].Fold, "clock")
	}
	h, m, colon, ok := hourOf(r.coloned(r.words[at].Text, half != ""))
	switch {
	case !ok, half == "" && !colon:
		return Value{}
	case half == "12" && h < 12:
		h += 12
	case half == "0" && h == 12:
		h = 0
	}
	if half != "" {
		to++
	}
	if half == wholeDay && !colon && to < end && isMinutes(r.words[to].Text) { // "10 h 30"
		m = small(r.words[to].Text)
		to++
	}
	if to < end && r.role(r.words[to].Text) == roleZone {
		to++
	}
	return Value{at, to, dateline.TimeValue, fmt.Sprintf("T%02d:%02d", h, m)}
}

// coloned writes a time of day with a colon that has another mark in the language: "10h30", "10h". A mark that is no
// letter counts only before a word for the hour: "10.30 Uhr".
func (r *reader) coloned(text string, hourBehind bool) string {
	mark := r.form.HourMark
	if mark == "" || strings.Contains(text, ":") || !hourBehind && strings.Trim(mark, letters) != "" {
		return text
	}
	hour, minutes, ok := strings.Cut(text, mark)
	if !ok {
		return text
	}
	if minutes == "" {
		minutes = "00"
	}
	return hour + ":" + minutes
}

// hourOf reads "10:30" or "10", and says whether there was a colon; false for what is no time.
func hourOf(text string) (h, m int, colon, ok bool) {
	hour, minutes, colon := strings.Cut(text, ":")
	h, m = small(hour), small(minutes)
	if len(hour) > 2 || hour == "" || h > 24 || m > 59 || h == 0 && strings.Trim(hour, "0") != "" ||
		colon && len(minutes) != 2 {
		return 0, 0, false, false
	}
	return h, m, colon, true
}

// isMinutes reports whether a word is two digits that may be minutes.
func isMinutes(text string) bool { return len(text) == 2 && isDigits(text) && small(text) < 60 }
