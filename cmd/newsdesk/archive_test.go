package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/search/opensearch"
)

func TestClusterAt(t *testing.T) {
	t.Setenv("DATELINE_OPENSEARCH_USERNAME", "reader")
	t.Setenv("DATELINE_OPENSEARCH_PASSWORD", "quiet")
	for address, want := range map[string]opensearch.Config{
		"http://127.0.0.1:9200": {
			Addresses: []string{"http://127.0.0.1:9200"}, Username: "reader", Password: "quiet",
		},
		"https://search.example:9200/wire": {
			Addresses: []string{"https://search.example:9200"}, Index: "wire", Username: "reader", Password: "quiet",
		},
		"https://ann:pass%20word@search.example/wire/": {
			Addresses: []string{"https://search.example"}, Index: "wire", Username: "ann", Password: "pass word",
		},
	} {
		t.Run(address, func(t *testing.T) {
			require.True(t, isCluster(address))
			got, err := clusterAt(address)
			require.NoError(t, err)
			assert.Equal(t, want, got)
		})
	}
	for _, address := range []string{"http://", "https:///news", "http://host/news?x=1", "https://[::1/news"} {
		_, err := clusterAt(address)
		assert.Error(t, err, address)
	}
	assert.False(t, isCluster("archives/https"))
}

// TestClusterThatIsNotThere says so in the words of the program, with the exit code of wrong use.
func TestClusterThatIsNotThere(t *testing.T) {
	r := newsdesk(t, "", "search", "--index", "ftp:/nowhere", "strike")
	assert.Equal(t, exitUsage, r.code)
	assert.Empty(t, r.out)
	assert.Contains(t, r.err, "no archive here")
	r = newsdesk(t, "", "search", "--index", "http://host/news?shards=3", "strike")
	assert.Equal(t, exitUsage, r.code)
	assert.Contains(t, r.err, "https://host:9200/news")
}
