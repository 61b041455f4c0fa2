package lang

const (
	lastNames = firstNames + iota
)

var namesNames = []string{}
