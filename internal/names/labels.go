package names

// Kind is one of the coarse kinds of name that the chain tells apart.
type Kind uint8

// The kinds of name.
const (
	KindPerson Kind = iota
	KindOrg
	KindPlace
	KindMisc     // peoples, events, works, products, laws
	Kinds    int = iota
)

// Tag is the label of one token: Outside, or the place in a name (begin, inside,
// last, or a unit of one token) of one of the kinds.
type Tag uint8

// Outside is the tag of tokens in no name. Tags is how many tags there are.
const (
	Outside Tag = 0
	Tags        = 1 + 4*Kinds
)

// Place of a token in a name.
const (
	begin = iota
	inside
	last
	unit
)

// Begin returns the tag of the first of several tokens.
func (k Kind) Begin() Tag { return 1 + 4*Tag(k) + begin }

// Inside returns the tag of the tokens between the first and the last.
func (k Kind) Inside() Tag { return 1 + 4*Tag(k) + inside }

// Last returns the tag of the last of several tokens.
func (k Kind) Last() Tag { return 1 + 4*Tag(k) + last }

// Unit returns the tag of a name of one token.
func (k Kind) Unit() Tag { return 1 + 4*Tag(k) + unit }

// Kind returns the kind of a tag other than Outside.
func (t Tag) Kind() Kind { return Kind((t - 1) / 4) }

// closed reports whether a sentence may end after the tag, and a name begin.
func (t Tag) closed() bool { return t == Outside || (t-1)%4 >= last }

// enters reports whether the tag may follow a closed one.
func (t Tag) enters() bool { return t == Outside || (t-1)%4 == begin || (t-1)%4 == unit }

// closedTags and enterTags list the tags that are closed and those that enter, in order.
var closedTags, enterTags = func() (c, e [borders]Tag) {
	i, j := 0, 0
	for t := Outside; int(t) < Tags; t++ {
		if t.closed() {
			c[i] = t
			i++
		}
		if t.enters() {
			e[j] = t
			j++
		}
	}
	return c, e
}()
