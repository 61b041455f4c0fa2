package statement

//go:generate go run -C ../.. ./internal/train/quotes -write

var fitted = Model{Cue: cueWeights, Start: startWeights, End: endWeights}

// Fitted returns the model that was fitted. It is shared and must not be changed.
func Fitted() *Model { return &fitted }
