package searchtest_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/search/searchtest"
)

func TestDocumentsAreValid(t *testing.T) {
	for _, d := range searchtest.Documents() {
		require.NoError(t, d.Validate(), d.ID)
	}
}
