package words

import "slices"

// Reading is a text of a query as one language reads it.
type Reading struct {
	Language *Language
	// Words are those of the text. What is a stop word in the language that the text is
	// written in is one in every reading.
	Words []Word
	own   []Word // without regard to the other languages
	// joined are the terms of [Splitter.Joined], by the first word.
	joined map[int]string
}

// Read returns a text as each of some languages reads it. All have the same words at
// the same places, but for what they are looked up as.
func Read(text string, languages []*Language) []Reading {
	list := make([]Reading, len(languages))
	for i, l := range languages {
		s := l.Get()
		ws := s.Append(nil, text)
		list[i] = Reading{Language: l, Words: ws, own: ws}
		for at := range ws {
			if w, ok := s.Joined(text, ws, at); ok {
				if list[i].joined == nil {
					list[i].joined = map[int]string{}
				}
				list[i].joined[at] = w.Term
			}
		}
		Put(s)
	}
	if len(list) > 1 && len(list[0].own) > 1 {
		agree(list)
	}
	return list
}

// agree looks which language a text is written in, which is the one with the most
// stop words there, and passes over these in all readings: "the mayor" asks for no
// "thé", "die Krise" for nobody who dies.
func agree(list []Reading) {
	most := 1
	var written []Reading
	for _, r := range list {
		n := 0
		for _, w := range r.own {
			n += b2i(w.Term == "")
		}
		switch {
		case n > most:
			most, written = n, []Reading{r}
		case n == most:
			written = append(written, r)
		}
	}
	for i := range list {
		list[i].Words = slices.Clone(list[i].own)
		for j := range list[i].Words {
			other := func(r Reading) bool { return r.own[j].Term != "" }
			if len(written) > 0 && !slices.ContainsFunc(written, other) {
				list[i].Words[j].Term = ""
			}
		}
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Phrase returns the words that a phrase is made of, each with a term: stop words
// inside it count, those around it only where there is nothing else ("The Who").
func (r Reading) Phrase() []Word {
	first, last := 0, len(r.own)
	if i := slices.IndexFunc(r.Words, looked); i >= 0 {
		first = i
		for last > 0 && !looked(r.Words[last-1]) {
			last--
		}
	}
	return Phrase(r.own[first:last])
}

func looked(w Word) bool { return w.Term != "" }

// IsPhrase reports whether words must follow each other: [Reading.Phrase] has more
// than one.
func (r Reading) IsPhrase() bool { return len(r.Phrase()) > 1 }

// Any returns the terms of which one is enough, each once, in order, at most n: of
// the words, and of those that a hyphen ties as if it were not there.
func (r Reading) Any(n int) []string {
	ws := make([]Word, 0, len(r.Words)+len(r.joined))
	for i, w := range r.Words {
		ws = append(ws, w)
		if t := r.joined[i]; t != "" {
			ws = append(ws, Word{Term: t})
		}
	}
	return Distinct(ws, n)
}

// Joined returns the term of the whole text as one word, where it is two words that a
// hyphen ties, else "": what "on-line" alone is also looked up as.
func (r Reading) Joined() string {
	if len(r.Words) != 2 {
		return ""
	}
	return r.joined[0]
}

// Lookup is a word of a query with the terms that it is looked up as.
type Lookup struct {
	Terms []string
	// Joined says that it is two words without the hyphen between them.
	Joined bool
}

// Terms returns the terms of each word of a text that is looked up, in order: one
// for each language that looks it up, the first language first. Behind the first of
// two words that a hyphen ties come those of both as one.
func Terms(readings []Reading) []Lookup {
	if len(readings) == 0 {
		return nil
	}
	var list []Lookup
	for i := range readings[0].Words {
		var terms []string
		for _, r := range readings {
			if t := r.Words[i].Term; t != "" {
				terms = append(terms, t)
			}
		}
		if len(terms) > 0 {
			list = append(list, Lookup{terms, false})
		}
		var joined []string
		for _, r := range readings {
			if t := r.joined[i]; t != "" {
				joined = append(joined, t)
			}
		}
		if len(joined) > 0 {
			list = append(list, Lookup{joined, true})
		}
	}
	return list
}

// Forms returns the forms of a word, each once.
func Forms(word string, languages []*Language) []string {
	var forms []string
	for _, r := range Read(word, languages) {
		if len(r.Words) > 0 && !slices.Contains(forms, r.Words[0].Form) {
			forms = append(forms, r.Words[0].Form)
		}
	}
	return forms
}

// TermsOf returns what some languages look a word up as, each term once.
func TermsOf(word string, languages []*Language) []string {
	var terms []string
	for _, l := range languages {
		s := l.Get()
		if t := s.Term(word); t != "" && !slices.Contains(terms, t) {
			terms = append(terms, t)
		}
		Put(s)
	}
	return terms
}

// Keys returns what some languages make of a phrase, see [Splitter.Key], each once.
func Keys(phrase string, languages []*Language) []string {
	var keys []string
	for _, l := range languages {
		s := l.Get()
		if k := s.Key(phrase); !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
		Put(s)
	}
	return keys
}
