package fields

// Scope says where a query's field of words looks.
type Scope struct {
	// Fields hold its words; any of them will do. A phrase is looked for in the
	// first, which holds places.
	Fields []string
	// Below asks for places below Head.
	Below bool
	// Forms holds its words before stemming. Where it holds those of the whole
	// story, Stems says that the stem must be in Fields too.
	Forms string
	Stems bool
}

// ScopeOf returns the scope of a field of words by its name in a query.
func ScopeOf(field string) Scope {
	switch field {
	case "title":
		return Scope{Fields: []string{Headline}, Forms: TitleForms}
	case "dek":
		return Scope{Fields: []string{Dek}, Forms: Forms, Stems: true}
	case "heading":
		return Scope{Fields: []string{Headings}, Forms: Forms, Stems: true}
	case "quote":
		return Scope{Fields: []string{Quotes}, Forms: Forms, Stems: true}
	case "keyphrase":
		return Scope{Fields: []string{Keyphrases}, Forms: Forms, Stems: true}
	case "body":
		return Scope{Fields: []string{Body}, Below: true, Forms: Forms, Stems: true}
	}
	return Scope{Fields: []string{Body, Names, Keyphrases}, Forms: Forms}
}

// KindsOf returns the kinds of key in which a query's field of names or codes
// looks.
func KindsOf(field string) []string {
	if field == OtherName {
		return []string{Person, Organisation, Place, OtherName}
	}
	return []string{field}
}
