package token

// abbrev says how a word with a full stop behind it behaves.
type abbrev uint8

const (
	abbrNone    abbrev = iota
	abbrTitle          // stands before a name: never ends a sentence
	abbrNumber         // an abbreviation only before a number: "No. 5"
	abbrEnd            // may end a sentence: "Inc."; the next word decides
	abbrWord           // also a word of its own: an abbreviation only where the text goes on at once
	abbrInitial        // a single capital
	abbrDots           // letters with stops: "U.S."
	abbrTime           // "a.m."
)

// maxAbbrev is the longest entry of the tables below.
const maxAbbrev = 7

// lookupAbbrev finds a word, without its full stop, in the tables. Capitals do
// not count, but entries that are names (states, months, titles of people) must
// begin with one.
func lookupAbbrev(word string) abbrev {
	if len(word) > maxAbbrev || len(word) == 0 {
		return abbrNone
	}
	var buf [maxAbbrev]byte
	for i := 0; i < len(word); i++ {
		c := word[i]
		if class[c] == cUpper {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	low := buf[:len(word)]
	if class[word[0]] == cUpper {
		if a := properAbbrev(low); a != abbrNone {
			return a
		}
	}
	if a := plainAbbrev(low); a != abbrNone {
		return a
	}
	if len(word) > 1 && class[word[1]] == cUpper {
		return abbrNone // "EST", "SEC"
	}
	return smallAbbrev(low)
}

// properAbbrev holds the abbreviations that begin with a capital.
func properAbbrev(low []byte) abbrev {
	switch string(low) {
	case "mr", "mrs", "ms", "dr", "drs", "messrs", "mme", "mlle", "prof", "rev", "fr", "hon",
		"gov", "govs", "sen", "sens", "rep", "reps", "pres", "amb", "atty",
		"gen", "col", "lt", "sgt", "capt", "cmdr", "cdr", "maj", "cpl", "pvt", "adm", "brig", "pfc",
		"det", "insp", "supt", "sr", "st", "ste", "mt", "ft", "msgr", "fmr", "asst", "assoc", "ps":
		if string(low) == "sr" || string(low) == "st" || string(low) == "ft" || string(low) == "fr" {
			return abbrEnd
		}
		return abbrTitle
	case "jan", "feb", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
		"tue", "tues", "thu", "thur", "thurs", "fri",
		"inc", "corp", "cos", "ltd", "llc", "plc", "bros", "jr", "esq", "assn", "dept", "univ", "mfg", "intl",
		"ave", "blvd", "rd", "hwy", "pkwy", "sq",
		"ariz", "calif", "colo", "conn", "fla", "ga", "kan", "ky", "md", "mich", "minn", "mont", "neb",
		"nev", "okla", "penn", "tenn", "tex", "va", "vt", "wis", "wyo", "ont", "alta", "que",
		"ph.d", "phd":
		return abbrEnd
	case "ala", "ark", "cal", "del", "ill", "ind", "la", "mass", "me", "miss", "mo", "ore", "pa", "wash",
		"mar", "mon", "wed", "sat", "sun", "art", "ed", "man", "rs":
		return abbrWord
	}
	return abbrNone
}

// plainAbbrev holds the abbreviations that are written small or large.
func plainAbbrev(low []byte) abbrev {
	switch string(low) {
	case "no", "nos", "pp", "p", "vol", "vols":
		return abbrNumber
	case "vs", "v":
		return abbrTitle
	case "co", "inc", "corp", "ltd", "etc", "jr", "bros", "dept", "st", "ave", "blvd", "rd", "govt":
		return abbrEnd
	}
	return abbrNone
}

// smallAbbrev holds the abbreviations that are not written in capitals throughout.
func smallAbbrev(low []byte) abbrev {
	switch string(low) {
	case "pg", "para", "paras", "fig", "figs", "sec", "sect", "ch", "chap", "nr", "pt", "art", "ver":
		return abbrNumber
	case "cf", "ca", "viz", "approx", "eg", "ie", "esp", "incl", "resp", "aka":
		return abbrTitle
	case "al", "ft", "lb", "lbs", "oz", "sq", "hr", "hrs", "est", "ext", "tel", "mfg", "eds", "ibid", "min", "mins":
		return abbrEnd
	}
	return abbrNone
}

// isStarter reports whether a capitalised word is one that sentences often
// begin with and names do not.
func isStarter(w string) bool {
	switch w {
	case "A", "About", "According", "Across", "After", "All", "Although", "Also", "Amid", "Among", "An", "And", "Another", "Any", "Are",
		"As", "At", "Because", "Before", "Both", "But", "By", "Can", "Could", "Despite", "Did", "Do", "Does", "During", "Each",
		"Earlier", "Even", "Every", "Few", "For", "Four", "From", "Had", "Has", "Have", "He", "He's", "Hence", "Her", "Here", "His",
		"How", "However", "I", "I'm", "I've", "If", "In", "Instead", "Is", "It", "It's", "Its", "Just", "Last", "Later", "Many", "Maybe", "Meanwhile",
		"Moreover", "Most", "My", "Neither", "Nevertheless", "No", "Nobody", "None", "Nor", "Not", "Nothing", "Now", "Of", "On", "Once", "One",
		"Only", "Or", "Other", "Others", "Our", "Over", "People", "Perhaps", "Please", "She", "She's", "Since", "So", "Some", "Soon", "Still",
		"Such", "Thank", "Thanks", "That", "That's", "The", "Their", "Then", "There", "There's", "Therefore", "These", "They", "This", "Those",
		"Though", "Three", "Thus", "To", "Today", "Two", "Under", "Unlike", "Until", "Was", "We", "Well", "Were", "What", "What's", "When",
		"Where", "Whether", "Which", "While", "Who", "Whose", "Why", "Will", "With", "Within", "Without", "Would", "Yes", "Yet",
		"You", "Your":
		return true
	}
	return false
}

// isSpeechVerb reports whether a word is a verb that follows quoted speech.
func isSpeechVerb(w string) bool {
	switch w {
	case "said", "says", "say", "asked", "asks", "told", "tells", "added", "adds", "replied", "wrote", "writes", "tweeted", "shouted",
		"yelled", "cried", "exclaimed", "wondered", "demanded", "screamed", "answered", "joked", "inquired", "whispered":
		return true
	}
	return false
}
