package opensearch_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/search/opensearch"
	"github.com/dateline-go/dateline/search/searchtest"
)

// authority signs certificates.
type authority struct {
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
	pem  []byte
}

func newAuthority(t *testing.T) *authority {
	t.Helper()
	a := new(authority)
	der, key := a.issue(t, &x509.Certificate{IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign, Subject: pkix.Name{CommonName: "Test"}})
	var err error
	a.cert, err = x509.ParseCertificate(der)
	require.NoError(t, err)
	a.key, a.pem = key, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	return a
}

// issue signs a certificate, by its own key while there is no authority.
func (a *authority) issue(t *testing.T, c *x509.Certificate) ([]byte, *ecdsa.PrivateKey) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	c.SerialNumber, c.NotBefore, c.NotAfter = big.NewInt(time.Now().UnixNano()), time.Now().Add(-time.Hour), time.Now().Add(time.Hour)
	parent, signer := a.cert, a.key
	if parent == nil {
		parent, signer = c, key
	}
	der, err := x509.CreateCertificate(rand.Reader, c, parent, &key.PublicKey, signer)
	require.NoError(t, err)
	return der, key
}

// pair issues a certificate for this machine and for programs, as PEM.
func (a *authority) pair(t *testing.T) (cert, key []byte) {
	t.Helper()
	der, private := a.issue(t, &x509.Certificate{Subject: pkix.Name{CommonName: "desk"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		KeyUsage: x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth}})
	raw, err := x509.MarshalPKCS8PrivateKey(private)
	require.NoError(t, err)
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: raw})
}

// newSecure is a stand-in for a cluster that wants a name and a password, over
// TLS, and a certificate of each program where mutual is true.
func newSecure(t *testing.T, ca *authority, mutual bool) *httptest.Server {
	t.Helper()
	inner := newFake(t, nil)
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if name, password, _ := r.BasicAuth(); name != "desk" || password != "tide & time" {
			w.Header().Set("WWW-Authenticate", `Basic realm="OpenSearch Security"`)
			w.WriteHeader(http.StatusUnauthorized)
			_, _ = io.WriteString(w, "Unauthorized")
			return
		}
		inner.Config.Handler.ServeHTTP(w, r)
	}))
	cert, key := ca.pair(t)
	own, err := tls.X509KeyPair(cert, key)
	require.NoError(t, err)
	s.TLS = &tls.Config{Certificates: []tls.Certificate{own}}
	if mutual {
		s.TLS.ClientAuth, s.TLS.ClientCAs = tls.RequireAndVerifyClientCert, x509.NewCertPool()
		s.TLS.ClientCAs.AddCert(ca.cert)
	}
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.StartTLS()
	t.Cleanup(s.Close)
	return s
}

// TestSecure opens clusters that want to be sure whom they talk to. The time is
// bounded because what is not accepted is not tried again.
func TestSecure(t *testing.T) {
	ca, other := newAuthority(t), newAuthority(t)
	cert, key := ca.pair(t)
	wrongCert, wrongKey := other.pair(t)
	open, mutual := newSecure(t, ca, false), newSecure(t, ca, true)
	plain := newFake(t, nil)
	good := opensearch.Config{Username: "desk", Password: "tide & time", CACert: ca.pem, ClientCert: cert, ClientKey: key}
	for _, c := range []struct {
		name    string
		address string
		change  func(*opensearch.Config)
		err     error
		text    string
	}{
		{"all is right", mutual.URL, func(*opensearch.Config) {}, nil, ""},
		{"no certificate wanted", open.URL, func(c *opensearch.Config) { c.ClientCert, c.ClientKey = nil, nil }, nil, ""},
		{"no check", open.URL, func(c *opensearch.Config) { c.CACert, c.Insecure = nil, true }, nil, ""},
		{"wrong password", open.URL, func(c *opensearch.Config) { c.Password = "tide" }, opensearch.ErrCredentials, "401 Unauthorized"},
		{"no password", open.URL, func(c *opensearch.Config) { c.Username, c.Password = "", "" }, opensearch.ErrCredentials, "GET /"},
		{"wrong authority", open.URL, func(c *opensearch.Config) { c.CACert = other.pem }, opensearch.ErrUntrusted, "unknown authority"},
		{"authorities of the system", open.URL, func(c *opensearch.Config) { c.CACert = nil }, opensearch.ErrUntrusted, "certificate"},
		{"no certificate", mutual.URL, func(c *opensearch.Config) { c.ClientCert, c.ClientKey = nil, nil }, opensearch.ErrUntrusted, "certificate required"},
		{"wrong certificate", mutual.URL, func(c *opensearch.Config) { c.ClientCert, c.ClientKey = wrongCert, wrongKey }, opensearch.ErrUntrusted, "tls"},
		{"no TLS there", "https" + plain.URL[len("http"):], func(*opensearch.Config) {}, opensearch.ErrUntrusted, "TLS handshake"},
		{"authority is no PEM", open.URL, func(c *opensearch.Config) { c.CACert = []byte("x") }, opensearch.ErrOptions, "ca cert: holds no certificate"},
		{"certificate without key", open.URL, func(c *opensearch.Config) { c.ClientKey = nil }, opensearch.ErrOptions, "client cert: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			config := good
			config.Addresses, config.RetryFor = []string{c.address}, 10*time.Minute
			c.change(&config)
			a, err := opensearch.Open(t.Context(), config)
			if c.text == "" {
				require.NoError(t, err)
				require.NoError(t, a.Add(t.Context(), searchtest.Documents()...))
				require.NoError(t, a.Close())
				return
			}
			require.ErrorContains(t, err, c.text)
			assert.NotContains(t, err.Error(), "tide", "the password")
			if c.err != nil {
				assert.ErrorIs(t, err, c.err)
			}
		})
	}
}
