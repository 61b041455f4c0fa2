package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestHealth(t *testing.T) {
	well := true
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/healthz" || !well {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	}))
	defer s.Close()
	addr := strings.TrimPrefix(s.URL, "http://")

	assert.Equal(t, result{}, newsdesk(t, "", "health", "--addr", addr))
	_, port, _ := strings.Cut(addr, ":")
	assert.Equal(t, result{}, newsdesk(t, "", "health", "--addr", ":"+port), "as serve takes it")

	well = false
	r := newsdesk(t, "", "health", "--addr", addr)
	assert.Equal(t, exitUsage, r.code)
	assert.Contains(t, r.err, "the desk answers 503")

	s.Close()
	r = newsdesk(t, "", "health", "--addr", addr)
	assert.Equal(t, exitUsage, r.code)
	assert.Contains(t, r.err, "refused")
	assert.Equal(t, exitUsage, newsdesk(t, "", "health", "--addr", "here").code)
}
