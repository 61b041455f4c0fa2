package outside_test

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/cmd/newsdesk/internal/outside"
)

func TestIsPublic(t *testing.T) {
	for address, want := range map[string]bool{
		"93.184.216.34": true, "2606:2800:220:1::1": true, "127.0.0.1": false, "10.0.0.1": false, "192.168.1.1": false,
		"100.64.1.1": false, "169.254.169.254": false, "224.0.0.1": false, "255.255.255.255": false, "0.0.0.0": false,
		"::": false, "::1": false, "fe80::1": false, "fc00::1": false, "::ffff:10.0.0.1": false, "64:ff9b::a00:1": false,
		"2002:a00:1::1": false,
	} {
		assert.Equal(t, want, outside.IsPublic(netip.MustParseAddr(address)), address)
	}
}

func TestClient(t *testing.T) {
	inside := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/round" {
			http.Redirect(w, r, "/round", http.StatusFound)
		}
	}))
	defer inside.Close()
	_, err := outside.Client(false, time.Second).Get(inside.URL)
	require.ErrorIs(t, err, outside.ErrPrivate)
	res, err := outside.Client(true, time.Second).Get(inside.URL)
	require.NoError(t, err)
	require.NoError(t, res.Body.Close())
	res, err = outside.Client(true, time.Second).Get(inside.URL + "/round")
	require.ErrorContains(t, err, "too many redirects")
	if res != nil {
		res.Body.Close()
	}
}
