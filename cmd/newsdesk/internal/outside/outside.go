// Package outside says which addresses are of the open network, and makes clients that reach no
// others: whoever names an address to a desk must not reach what only the desk can.
package outside

import (
	"errors"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"syscall"
	"time"
)

// ErrPrivate comes for an address of this machine or its network.
var ErrPrivate = errors.New("the address is not of the open network")

// errRedirects ends a chain of redirects.
var errRedirects = errors.New("too many redirects")

// maxRedirects is how many redirects a client follows.
const maxRedirects = 5

// Client returns a client that connects to public addresses only, whatever name or redirect
// leads to others, and to private ones too where they are allowed. A request may take a time.
func Client(private bool, limit time.Duration) *http.Client {
	dialer := &net.Dialer{Timeout: limit, Control: func(_, address string, _ syscall.RawConn) error {
		a, err := netip.ParseAddrPort(address)
		if !private && (err != nil || !IsPublic(a.Addr())) {
			return ErrPrivate
		}
		return nil
	}}
	return &http.Client{
		Timeout: limit,
		Transport: &http.Transport{ // without a proxy, which would look addresses up for us
			DialContext: dialer.DialContext, ForceAttemptHTTP2: true, MaxIdleConns: 8, IdleConnTimeout: time.Minute,
			TLSHandshakeTimeout: limit, ResponseHeaderTimeout: limit, MaxResponseHeaderBytes: 64 << 10,
		},
		CheckRedirect: func(_ *http.Request, via []*http.Request) error {
			if len(via) > maxRedirects {
				return errRedirects
			}
			return nil
		},
	}
}

// reserved are the ranges of addresses that net/netip does not know as private.
var reserved = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("100.64.0.0/10"),
	netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"),
	netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"),
	netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("64:ff9b::/96"),
	netip.MustParsePrefix("64:ff9b:1::/48"),
	netip.MustParsePrefix("100::/64"),
	netip.MustParsePrefix("2001:db8::/32"),
	netip.MustParsePrefix("2002::/16"),
	netip.MustParsePrefix("fec0::/10"),
}

// IsPublic reports whether an address is one of the open network.
func IsPublic(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	if !a.IsGlobalUnicast() || a.IsPrivate() || a.IsLoopback() || a.IsLinkLocalUnicast() {
		return false
	}
	return !slices.ContainsFunc(reserved, func(p netip.Prefix) bool { return p.Contains(a) })
}
