package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/dateline-go/dateline/cmd/newsdesk/internal/mcp"
	"github.com/dateline-go/dateline/search"
)

// mcpCommand answers language models about an archive.
type mcpCommand struct {
	engineFlag
	Addr    string        `placeholder:"HOST:PORT" help:"Serve over HTTP here, not over standard input and output."`
	MaxTime time.Duration `default:"30s" help:"How long one call may take."`
}

// Help shows uses of the command.
func (*mcpCommand) Help() string {
	return `A server of the Model Context Protocol with tools that only read: search_articles, get_article,
get_entity, quotes_by, related_articles, story_timeline, trends, countries. Each answer names the
articles that it rests on and the places of the words in them.

An archive in a folder is open only while a question is answered, so that others may write to it.
Over HTTP there is no password: listen on this machine, or put a proxy that asks for a name in front.

Examples:

  newsdesk mcp --index archive
  newsdesk mcp --index archive --addr 127.0.0.1:8090`
}

// Run runs the command.
func (c *mcpCommand) Run(d *desk) error {
	if c.MaxTime <= 0 {
		return usage(fmt.Errorf("--max-time: %v is not above 0", c.MaxTime))
	}
	first, err := c.open(d)
	if err != nil {
		return err
	}
	o := mcp.Options{
		Archive: first, Version: moduleVersion(), Time: c.MaxTime,
		Log: slog.New(slog.NewJSONHandler(d.notes.w, nil)),
	}
	if !isCluster(c.Index) { // which others may want to write to
		if err := first.Close(); err != nil {
			return err
		}
		o.Archive = &occasional{open: func(context.Context) (search.Engine, error) { return c.open(d) }}
	}
	if c.Addr == "" {
		err = mcp.Serve(d.ctx, d.stdin, d.stdout, o)
	} else {
		err = c.listen(d, o)
	}
	if isCluster(c.Index) {
		return closing(first, err)
	}
	return err
}

// How long a client may take to say what it wants, and how long calls may take to end.
const (
	mcpHeaderTime = 10 * time.Second
	mcpGoodbye    = 5 * time.Second
)

// listen serves over HTTP until the program is told to stop.
func (c *mcpCommand) listen(d *desk, o mcp.Options) error {
	l, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return usage(fmt.Errorf("--addr: %w", err))
	}
	mux := http.NewServeMux()
	mux.Handle("/mcp", http.NewCrossOriginProtection().Handler(mcp.Handler(o)))
	server := &http.Server{Handler: mux, ReadHeaderTimeout: mcpHeaderTime, ReadTimeout: c.MaxTime + mcpHeaderTime}
	d.notes.say("model context protocol at http://%s/mcp", l.Addr())
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(l) }()
	select {
	case err := <-ended:
		return err
	case <-d.ctx.Done():
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(d.ctx), mcpGoodbye)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return server.Close() // those that listen for events do not go by themselves
}
