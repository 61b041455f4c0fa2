package opensearch

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/http"
)

// transport makes what carries the requests: HTTP as Go does it, with the
// authorities and the certificate that the settings name.
func transport(c Config) (*http.Transport, error) {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.TLSClientConfig = &tls.Config{MinVersion: tls.VersionTLS12, InsecureSkipVerify: c.Insecure}
	t.MaxIdleConnsPerHost = c.Workers + 1 // no handshake for each request
	if c.CACert != nil {
		pool := x509.NewCertPool()
		if !pool.AppendCertsFromPEM(c.CACert) {
			return nil, fmt.Errorf("%w: ca cert: holds no certificate in PEM", ErrOptions)
		}
		t.TLSClientConfig.RootCAs = pool
	}
	if c.ClientCert != nil || c.ClientKey != nil {
		cert, err := tls.X509KeyPair(c.ClientCert, c.ClientKey)
		if err != nil {
			return nil, fmt.Errorf("%w: client cert: %w", ErrOptions, err)
		}
		t.TLSClientConfig.Certificates = []tls.Certificate{cert}
	}
	return t, nil
}

// untrusted reports whether a connection failed because one side does not accept
// the other, which another try does not change.
func untrusted(err error) bool {
	var verification *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	var alert *net.OpError
	return errors.As(err, &verification) || errors.As(err, &record) || errors.Is(err, http.ErrSchemeMismatch) ||
		errors.As(err, &alert) && alert.Op == "remote error" // what the other side says of the handshake
}
