package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"
)

// healthTime is how long a desk may take to answer.
const healthTime = 5 * time.Second

// healthCommand asks a desk whether it is well, for containers that have no curl.
type healthCommand struct {
	Addr string `default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Where the desk listens."`
}

// Help shows uses of the command.
func (*healthCommand) Help() string {
	return `Ends with 0 where newsdesk serve answers and can read its archive. It says nothing then.

Examples:

  newsdesk health
  newsdesk health --addr 127.0.0.1:9000`
}

// Run runs the command.
func (c *healthCommand) Run(d *desk) error {
	host, port, err := net.SplitHostPort(c.Addr)
	if err != nil {
		return usage(fmt.Errorf("--addr: %w", err))
	}
	if host == "" {
		host = "127.0.0.1" // as for serve, where it means every address
	}
	if err := well(d.ctx, "http://"+net.JoinHostPort(host, port), healthTime); err != nil {
		return fmt.Errorf("health: %w", err)
	}
	return nil
}

// well returns an error where no desk at an address answers in time that it is well. It goes through no proxy: the
// desk is one of this machine.
func well(ctx context.Context, address string, within time.Duration) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address+"/healthz", nil)
	if err != nil {
		return usage(err)
	}
	client := http.Client{Timeout: within, Transport: &http.Transport{DisableKeepAlives: true}}
	answer, err := client.Do(req)
	if err != nil {
		return errors.Unwrap(err) // what it wraps repeats the address
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("the desk answers %s", answer.Status)
	}
	return nil
}
