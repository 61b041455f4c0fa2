package lang

const (
	lastQuotes = firstQuotes + iota
)

var quotesNames = []string{}
