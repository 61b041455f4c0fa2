package lang

// Classes that several stages use.
const (
	// Month is the name of a month or its short form; its value is the number, 1 to 12.
	Month = firstCommon + iota
	// Weekday is the name of a day of the week or its short form; its value is the number, 1 (Monday) to 7.
	Weekday
	lastCommon
)

var commonNames = []string{"month", "weekday"}
