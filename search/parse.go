package search

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/en"
	"github.com/dateline-go/dateline/search/internal/fields"
)

// Parse reads the query language for people. Items are set apart by spaces and
// must all hold, but for plain words, of which any may match:
//
//	sanctions oil         plain words, ranked (the Text of the query)
//	"press freedom"       a phrase
//	+oil  -sport          a word that must, or must not, be there
//	sanct*  sanctions~1   a word that begins so; one with a wrong letter, or two (~2)
//	oil OR gas            one of both
//	(oil gas) OR coal     brackets: all that stands in them, as with AND
//	NOT (oil OR gas)      what must not be there
//	title:oil             in the headline; also dek: heading: body: quote: keyphrase:
//	country:RU            a country by its ISO code or English name
//	person:"Joe Biden"    a name or alias; also org: place: name:
//	name:="Apple"         a name in its own case
//	id:Q567               an entity by its id, here or in another system
//	section:world         also site: author: lang:
//	after:2021-04         published in April 2021 or later; also before:
//	date:2021-04          in April 2021; date:2020..2021-06 from 2020 to June 2021
//	sort:newest           also oldest, relevance, blend; halflife:7d
//
// A backslash takes the meaning from the sign after it. The error is a
// [SyntaxError], or wraps [ErrQuery] where the query as a whole is refused.
// Limit and what follows it in [Query] are not part of the language.
func Parse(s string) (Query, error) {
	if len(s) > MaxLength {
		return Query{}, fmt.Errorf("%w: %d bytes are more than %d", ErrQuery, len(s), MaxLength)
	}
	if !utf8.ValidString(s) {
		return Query{}, fmt.Errorf("%w: not UTF-8", ErrQuery)
	}
	p := parser{lexer: lexer{in: s}}
	nodes, err := p.list(0, -1, "")
	if err != nil {
		return Query{}, err
	}
	var q Query
	var text []string
	for _, n := range nodes {
		if n.plain {
			text = append(text, n.Text)
		} else if err := p.put(&q, n); err != nil {
			return Query{}, err
		}
	}
	q.Text = strings.Join(text, " ")
	if err := q.Validate(); err != nil {
		return Query{}, err
	}
	return q, nil
}

// parser makes clauses of items.
type parser struct {
	lexer
	leaves int
}

// node is a clause with where it stands.
type node struct {
	Clause
	at, end int
	plain   bool // a word without sign, field or bracket
	inside  bool // it stood in brackets, or behind a sign
	set     item // of sort and halflife, which are no clauses
}

// list reads items up to the end, or up to the bracket that closes the one at
// byte open. Words without a field of their own have the given one.
func (p *parser) list(depth, open int, field string) ([]node, error) {
	var nodes []node
	for {
		p.space()
		switch {
		case p.pos == len(p.in) && open >= 0:
			return nil, p.fail(open, open+1, errOpen)
		case p.pos == len(p.in):
			return nodes, nil
		case p.peek() == ')' && open < 0:
			return nil, p.fail(p.pos, p.pos+1, errClose)
		case p.take(')'):
			if len(nodes) == 0 {
				return nil, p.fail(open, p.pos, errNothing)
			}
			return nodes, nil
		}
		n, err := p.chain(depth, field)
		if err != nil {
			return nil, err
		}
		nodes = append(nodes, n)
	}
}

// chain reads an item with those that AND or OR join to it.
func (p *parser) chain(depth int, field string) (node, error) {
	first, err := p.unit(depth, field)
	if err != nil {
		return node{}, err
	}
	joined, parts := "", []node{first}
	for {
		p.space()
		at, word := p.pos, "OR"
		if !p.keyword(word) {
			if word = "AND"; !p.keyword(word) {
				break
			}
		}
		if joined != "" && joined != word {
			return node{}, p.fail(at, p.pos, errMixed)
		}
		joined = word
		n, err := p.operand(at, depth, field)
		if err != nil {
			return node{}, err
		}
		parts = append(parts, n)
	}
	if joined == "" {
		return first, nil
	}
	return p.join(joined == "OR", first.at, parts)
}

// operand reads what must follow the word AND, OR or NOT that begins at a byte.
func (p *parser) operand(at, depth int, field string) (node, error) {
	end := p.pos
	p.space()
	if c := p.peek(); c == 0 && p.pos == len(p.in) || c == ')' {
		return node{}, p.fail(at, end, errOperand)
	}
	return p.unit(depth, field)
}

// join makes one clause of several.
func (p *parser) join(any bool, at int, parts []node) (node, error) {
	n := node{at: at, end: p.pos, inside: true}
	var list []Clause
	for _, part := range parts {
		if part.set.field != "" {
			return n, p.fail(part.at, part.end, errSetting)
		}
		if err := part.validate(MaxDepth); err != nil {
			return n, p.fail(part.at, part.end, err)
		}
		if part.plain {
			if err := p.count(part.at, part.end); err != nil {
				return n, err
			}
		}
		switch {
		case !any && !part.Not && len(part.All) > 0: // a bracket in one of its kind
			list = append(list, part.All...)
		case any && !part.Not && len(part.Any) > 0:
			list = append(list, part.Any...)
		default:
			list = append(list, part.Clause)
		}
	}
	switch {
	case len(list) == 1:
		n.Clause = list[0]
	case any:
		n.Any = list
	default:
		n.All = list
	}
	return n, nil
}

// unit reads one item, or a bracket, with what stands before it.
func (p *parser) unit(depth int, field string) (node, error) {
	at := p.pos
	for _, word := range []string{"AND", "OR"} {
		if p.keyword(word) {
			return node{}, p.fail(at, p.pos, errOperand)
		}
	}
	not, sign := p.keyword("NOT"), byte(0)
	var n node
	var err error
	if not {
		n, err = p.operand(at, depth, field)
	} else {
		sign = p.sign()
		n, err = p.primary(at, depth, field)
	}
	if err != nil {
		return n, err
	}
	if not || sign != 0 {
		if n.set.field != "" {
			return n, p.fail(at, p.pos, errSetting)
		}
		if n.plain {
			if err := p.count(at, p.pos); err != nil {
				return n, err
			}
		}
		n.plain, n.inside = false, n.inside || not || sign == '-'
		n.Not = n.Not != (not || sign == '-')
	}
	n.at = at
	return n, nil
}

// primary reads one item, or a bracket.
func (p *parser) primary(at, depth int, field string) (node, error) {
	name, err := p.fieldName()
	if err != nil {
		return node{}, err
	}
	named := name != ""
	if !named {
		name = field
	}
	if open := p.pos; p.take('(') {
		if k := kinds[Field(name)]; k == unknown || k == ofDates {
			return node{}, p.fail(at, p.pos, errFieldBracket)
		}
		if depth == MaxDepth {
			return node{}, p.fail(open, p.pos, fmt.Errorf("brackets deeper than %d", MaxDepth))
		}
		parts, err := p.list(depth+1, open, name)
		if err != nil {
			return node{}, err
		}
		return p.join(false, at, parts)
	}
	it := item{at: at, field: name}
	if err := p.value(&it); err != nil {
		return node{}, err
	}
	n, err := p.leaf(it)
	if err != nil {
		return n, p.fail(it.at, it.end, err)
	}
	n.at, n.end = it.at, it.end
	n.plain = name == "" && n.Match == Word && n.Fuzzy == 0
	if n.plain || n.set.field != "" {
		return n, nil
	}
	return n, p.count(it.at, it.end)
}

// count counts a leaf.
func (p *parser) count(at, end int) error {
	if p.leaves++; p.leaves > MaxClauses {
		return p.fail(at, end, fmt.Errorf("more than %d clauses", MaxClauses))
	}
	return nil
}

// leaf makes a clause of an item.
func (p *parser) leaf(it item) (node, error) {
	switch it.field {
	case "after", "before", "date", "sort", "halflife":
		if it.quoted || it.star || it.exact || it.fuzzy > 0 {
			return node{}, fmt.Errorf("%s: takes a plain value", it.field)
		}
		if it.field == "sort" || it.field == "halflife" {
			return node{set: it}, nil
		}
		c, err := dateClause(it.field, it.text)
		return node{Clause: c}, err
	}
	c := Clause{Field: Field(it.field), Text: it.text, Fuzzy: it.fuzzy}
	var err error
	if c.Match, err = it.match(c.Field.HasWords()); err != nil {
		return node{}, err
	}
	switch c.Field {
	case ByCountry:
		c.Text = countryCode(c.Text)
	case InLanguage:
		c.Text = strings.ToLower(c.Text)
	case Everywhere:
		if c.Match == Word && c.Fuzzy == 0 {
			return node{Clause: c}, nil // a plain word may be one that is not looked up
		}
	}
	return node{Clause: c}, c.leaf()
}

// countryCode is the code of a country that is given by its code or name.
func countryCode(text string) string {
	if code := en.Words().Lexicon.Value(strings.ToLower(fields.Fold(text)), lang.SearchCountry); code != "" {
		return code
	}
	return strings.ToUpper(text)
}

// match is how an item of a field, of words or of something else, is compared.
func (it item) match(ofWords bool) (Match, error) {
	phrase := it.quoted && ofWords
	switch {
	case it.star && (phrase || it.exact):
		return "", errStar
	case it.fuzzy > 0 && (phrase || it.exact):
		return "", errTilde
	case it.exact:
		return Exact, nil
	case it.star:
		return Prefix, nil
	case phrase:
		return Phrase, nil
	}
	return Word, nil
}

// put puts a clause that is not a plain word into the query.
func (p *parser) put(q *Query, n node) error {
	var err error
	c := n.Clause
	switch {
	case n.set.field != "":
		err = q.set(n.set)
	case n.inside && !c.Not && c.IsLeaf() && allOf(c.Field) && c.leaf() == nil && q.filter(c):
		// In brackets or behind a plus it is the same filter.
	case n.inside || !c.IsLeaf() || c.Not:
		err = c.validate(MaxDepth)
		q.Clauses = append(q.Clauses, c)
	case c.Field == Published:
		err = q.bound(c)
	default:
		if err = c.leaf(); err == nil && !q.filter(c) {
			q.Clauses = append(q.Clauses, c)
		}
	}
	if err != nil {
		return p.fail(n.at, n.end, err)
	}
	return nil
}

// bound narrows the query to the dates of a clause.
func (q *Query) bound(c Clause) error {
	if !q.After.IsZero() && !c.After.IsZero() || !q.Before.IsZero() && !c.Before.IsZero() {
		return errors.New("a second bound of the date")
	}
	if !c.After.IsZero() {
		q.After = c.After
	}
	if !c.Before.IsZero() {
		q.Before = c.Before
	}
	return checkRange(q.After, q.Before)
}

// filter puts a clause into the query's lists of names where it belongs there.
func (q *Query) filter(c Clause) bool {
	for _, f := range q.filters() {
		if f.field == c.Field && c.Match == Word && c.Fuzzy == 0 {
			if !slices.Contains(*f.values, c.Text) {
				*f.values = append(*f.values, c.Text)
			}
			return true
		}
	}
	return false
}

// allOf reports whether a query asks for all of its values for a field of names.
func allOf(f Field) bool {
	return f == ByCountry || f == Person || f == Organisation || f == Place
}

// set sets the order or the half-life.
func (q *Query) set(it item) error {
	if it.field == "halflife" {
		return q.setHalfLife(strings.ToLower(it.text))
	}
	switch s := Sort(strings.ToLower(it.text)); s {
	case "relevance":
		q.Sort = Relevance
	case Newest, Oldest, Blend:
		q.Sort = s
	default:
		return errors.New("orders are newest, oldest, relevance and blend")
	}
	return nil
}

func (q *Query) setHalfLife(s string) error {
	const day = 24 * time.Hour
	if days, ok := strings.CutSuffix(s, "d"); ok {
		if n, err := strconv.Atoi(days); err == nil && 0 < n && n < 100_000 {
			q.HalfLife = time.Duration(n) * day
			return nil
		}
	} else if d, err := time.ParseDuration(s); err == nil && d > 0 {
		q.HalfLife = d
		return nil
	}
	return errors.New("a half-life is such as 7d or 12h")
}

// What can be wrong between items.
var (
	errOpen    = errors.New("the bracket is not closed")
	errClose   = errors.New("no bracket is open here")
	errMixed   = errors.New("AND and OR beside each other need brackets")
	errOperand = errors.New("AND, OR and NOT need something to stand for; " +
		"to look for the word itself, write it in small letters")
	errSetting      = errors.New("sort and halflife stand alone")
	errFieldBracket = errors.New("no bracket can follow here")
)
