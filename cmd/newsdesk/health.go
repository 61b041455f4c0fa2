package main

import (
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
	req, err := http.NewRequestWithContext(d.ctx, http.MethodGet, "http://"+net.JoinHostPort(host, port)+"/healthz", nil)
	if err != nil {
		return usage(fmt.Errorf("--addr: %w", err))
	}
	client := http.Client{Timeout: healthTime, Transport: &http.Transport{Proxy: nil}}
	answer, err := client.Do(req)
	if err != nil {
		return fmt.Errorf("health: %w", errors.Unwrap(err))
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("health: the desk answers %s", answer.Status)
	}
	return nil
}
