package opensearch

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

// odd is a cluster that answers everything but the question what it is with one
// text.
func odd(t *testing.T, text string) *Archive {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer := text
		if r.URL.Path == "/" {
			answer = `{"version":{"distribution":"opensearch","number":"2.19.1"}}`
		}
		_, err := w.Write([]byte(answer))
		assert.NoError(t, err)
	}))
	t.Cleanup(s.Close)
	a, err := Open(t.Context(), Config{Addresses: []string{s.URL}, RetryFor: -1})
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, a.Close()) })
	return a
}

// A load ended the program where the cluster took the template and did not have it.
func TestTemplateThatIsNotKept(t *testing.T) {
	a := odd(t, "{}")
	doc := &dateline.Document{Schema: dateline.Schema, ID: "a", Text: "The tide turned."}
	require.ErrorIs(t, a.Add(t.Context(), doc), ErrRefused)
}

func TestAnswerThatIsTooLong(t *testing.T) {
	a := odd(t, "{}")
	long := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(`{"x":"` + strings.Repeat("a", 1<<20) + `"}`)) // the client hangs up
	}))
	t.Cleanup(long.Close)
	b, err := connect(Config{Addresses: []string{long.URL}})
	require.NoError(t, err)
	a.client, a.maxAnswer = b, 1<<16
	_, err = a.Count(t.Context())
	require.ErrorIs(t, err, ErrRefused)
	require.ErrorIs(t, err, errTooLong)
}
