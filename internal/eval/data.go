package main

import "github.com/dateline-go/dateline/internal/eval/sets"

// readJSONL reads a data set, one JSON object a line, gzip or not.
func readJSONL[T any](path ...string) ([]T, error) { return sets.Read[T](path...) }
