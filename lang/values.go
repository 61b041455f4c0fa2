package lang

// Values says how a language writes dates, hours and amounts, as far as its words do not say it: these are classes of
// the lexicon, among them [Month], [Number], [Scale], [Currency] and [ValueWord]. The zero value reads "15 Abril 2021"
// and "1234".
type Values struct {
	// Decimal parts the whole of a figure from its fraction: "." in English. Group stands between groups of three digits:
	// "," in English; a space as well where SpaceGroups says so.
	Decimal, Group string
	SpaceGroups    bool
	// LooseGroups says that groups of two digits are written too, as in India; LoosePoint, that a point before one or two
	// digits begins a fraction even if Decimal is another mark, as in Mexico.
	LooseGroups, LoosePoint bool
	// Ordinals are what may stand behind the day of a month: "st", "th"; "." in German.
	Ordinals []string
	// MonthFirst says that a month may stand before its day: "April 15, 2021".
	MonthFirst bool
	// SmallMonths says that months and weekdays are written in small letters.
	SmallMonths bool
	// DateMarks are the marks of dates in figures, day first: "." in "3.10.2021". "" means that these are not read, as in
	// English, where they are ambiguous.
	DateMarks string
	// HourMark parts hours from minutes besides a colon: "h" in "10h30"; a mark that is no letter counts only before a
	// word such as "Uhr".
	HourMark string
	// DecadeEnd ends a decade in figures: "s" in "1990s".
	DecadeEnd string
	// Linked says that a word such as "de" links the parts of a date, "15 de marzo de 2021", and an amount to its
	// currency, "dos millones de euros".
	Linked bool
	// Behind says that what tells which stands behind its noun: "la semana pasada", "kilómetros cuadrados".
	Behind bool
}
