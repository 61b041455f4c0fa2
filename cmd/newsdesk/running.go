package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/dateline-go/dateline/cmd/newsdesk/internal/wholefile"
)

// runningDesk is how a desk is reached. A desk that has an archive of this machine open writes
// it beside the archive, where only the one who runs it can read the key, which is another one
// each time.
type runningDesk struct {
	Address string `json:"address"`
	Key     string `json:"key"`
}

// The bounds of what a running desk says of itself.
const (
	maxRunningFile = 64 << 10
	runningTime    = 2 * time.Second // to answer whether it is there
)

// write keeps a desk's address and key in a file and returns what takes the file away.
func (w runningDesk) write(file string) (remove func() error, err error) {
	text, err := json.Marshal(w)
	if err != nil {
		return nil, err
	}
	return func() error { return os.Remove(file) }, wholefile.Write(file, append(text, '\n'))
}

// deskOf returns the desk that has an archive open, nil where there is none.
func deskOf(ctx context.Context, index string) (*runningDesk, error) {
	file, err := beside(index, deskSuffix)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxRunningFile))
	if err != nil {
		return nil, err
	}
	w := &runningDesk{}
	if err := json.Unmarshal(text, w); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if well(ctx, w.Address, runningTime) != nil {
		return nil, nil // it was killed and left its file behind
	}
	return w, nil
}

// deskAt is the desk at an address that somebody typed.
func deskAt(address, token string) (*runningDesk, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.RawQuery != "" {
		return nil, errors.New("--desk: not an address of the form http://host:8080")
	}
	return &runningDesk{Address: strings.TrimSuffix(u.String(), "/"), Key: token}, nil
}

// reached is the address at which programs of this machine reach a listener.
func reached(addr net.Addr) string {
	tcp, ok := addr.(*net.TCPAddr)
	if ok && tcp.IP.IsUnspecified() {
		return fmt.Sprintf("http://127.0.0.1:%d", tcp.Port)
	}
	return "http://" + addr.String()
}
