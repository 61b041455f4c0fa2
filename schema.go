package dateline

import (
	_ "embed"
	"errors"
)

// ErrSchema comes back when a document's JSON is of another schema version.
var ErrSchema = errors.New("dateline: document of another schema version")

//go:embed schema.json
var schemaJSON string

// JSONSchema returns the JSON Schema (draft 2020-12) of the Document's JSON form.
func JSONSchema() string { return schemaJSON }
