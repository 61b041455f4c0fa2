package statement

// The number of weights of each choice.
const (
	CueWeights   = cueCount
	StartWeights = startCount
	EndWeights   = endCount
)
