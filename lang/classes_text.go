package lang

const (
	lastText = firstText + iota
)

var textNames = []string{}
