package page

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestHasCredit(t *testing.T) {
	for text, want := range map[string]bool{
		"Boats lie in the harbour of Selje on Monday. (Marte Solberg/The Lantern)": true,
		"Boats lie in the harbour of Selje (Marte Solberg, AFP).":                  true,
		"FILE - Boats lie in the harbour of Selje on June 3.":                      true,
		"Der Hafen von Kiel im Winter (Archivbild)":                                true,
		"The fee is five crowns (Selje/Holm 2024).":                                false,
		"He spoke for an hour (and was heard/seen by few).":                        false,
		"The minister (Marte Solberg, Labour) left early.":                         false,
		"The works closed (Selje).":                                                false,
		"It ended in a draw ()":                                                    false,
	} {
		assert.Equal(t, want, hasCredit(text), text)
	}
}
