package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"runtime/debug"
	"sync"
	"time"

	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/web"
	"github.com/dateline-go/dateline/lang/all"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// serveCommand serves an archive as pages and as an API.
type serveCommand struct {
	Index string   `placeholder:"DIR|URL" help:"${engine_help}"`
	Watch []string `placeholder:"FOLDER" sep:"none" help:"${watch_help}"`
	Feed  []string `placeholder:"URL" sep:"none" help:"${feed_help}"`
	ownFiles
	Demo    bool          `help:"Serve the articles of the project, in memory, and make up a token."`
	Addr    string        `default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"${addr_help}"`
	Token   string        `placeholder:"T" env:"NEWSDESK_TOKEN" help:"${token_help}"`
	MaxPage int64         `default:"1048576" placeholder:"BYTES" help:"The largest page that is analysed."`
	MaxTime time.Duration `default:"10s" placeholder:"TIME" help:"How long the analysis of one may take."`
	Quiet   bool          `help:"Log no requests, only trouble."`

	FeedPause    time.Duration `default:"5m" placeholder:"TIME" help:"The time from one look at a feed to the next."`
	PrivateFeeds bool          `help:"Let feeds be on this machine or its network."`

	WebhookHost     []string `placeholder:"HOST" sep:"none" help:"${webhook_host_help}"`
	PrivateWebhooks bool     `help:"Let the webhooks of alerts be on this machine or its network."`

	reads bool // the archive cannot be written to
}

// Help shows uses of the command.
func (*serveCommand) Help() string {
	return `Opens a desk in the browser: search with facets, articles with their names marked, people
and places, trends, alerts, and a page to analyse an article that is pasted in. Beside it is the
same as JSON under /api/, described by /api/openapi.json; /healthz and /metrics are for those who
run it. The log goes to stderr as JSON.

With a token the archive takes articles: POST, PUT and DELETE of /api/articles, and what comes into
the folders of --watch and the feeds of --feed, which need none. The archive belongs to this process as long as it runs.
Alerts are kept in a file beside it, DIR.alerts.json, and what editors put right in
DIR.corrections.json. DIR.desk.json, which only the one who runs the desk can read, tells newsdesk
index how to give it articles meanwhile.

Examples:

  newsdesk serve --demo
  newsdesk serve --index archive
  newsdesk serve --index archive --watch incoming/
  NEWSDESK_TOKEN=$(openssl rand -hex 16) newsdesk serve --index archive --addr :8080`
}

// garbage is how much may lie around before it is collected, in percent of what is in use. The desk
// keeps some two hundred megabytes of what it knows of the archive in use. docs/desk.md has what other figures bring.
const garbage = 16

// Run runs the command.
func (c *serveCommand) Run(d *desk) error {
	if os.Getenv("GOGC") == "" {
		defer debug.SetGCPercent(debug.SetGCPercent(garbage))
	}
	if c.Index == "" && !c.Demo {
		c.Index = os.Getenv("NEWSDESK_INDEX")
	}
	if c.Demo == (c.Index != "") {
		return usage(errors.New("say what to serve: --index DIR, or --demo"))
	}
	if err := c.checkFeeds(); err != nil {
		return err
	}
	listener, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return usage(fmt.Errorf("--addr: %w", err))
	}
	defer listener.Close()
	own, err := c.ownFiles.entities()
	if err != nil {
		return usage(err)
	}
	analyzer, err := analyze.New(analyze.Options{Languages: all.Packs(), Entities: own})
	if err != nil {
		return err
	}
	logged := slog.NewJSONHandler(d.notes.w, &slog.HandlerOptions{Level: c.level()})
	o := web.Options{
		Analyzer: analyzer, Token: c.Token, MaxPage: c.MaxPage, AnalysisTime: c.MaxTime,
		Hosts: hostsOf(listener.Addr()), Log: slog.New(logged),
		PrivateWebhooks: c.PrivateWebhooks, WebhookHosts: c.WebhookHost,
	}
	if c.Demo {
		o.Archive, err = c.demo(d)
		if o.Token == "" {
			o.Token = rand.Text()
		}
	} else {
		o.Key = rand.Text()
		o.Archive, err = c.opened(d, &o)
	}
	if err != nil {
		return err
	}
	return closing(o.Archive, c.serve(d, o, listener))
}

// opened opens the archive, a new one where there is none and something comes in by itself, and
// says where its other files are.
func (c *serveCommand) opened(d *desk, o *web.Options) (a search.Engine, err error) {
	if o.AlertsFile, err = beside(c.Index, alertsSuffix); err != nil {
		return nil, err
	}
	if o.CorrectionsFile, err = beside(c.Index, correctionsSuffix); err != nil {
		return nil, err
	}
	switch {
	case isCluster(c.Index):
		return engineFlag{c.Index}.open(d)
	case len(c.Watch)+len(c.Feed) > 0:
		return archiveFlag{c.Index}.make(d, archive.Options{})
	}
	a, err = archiveFlag{c.Index}.open(d)
	if err == nil || !unwritable(err) {
		return a, err
	}
	// A full disk, a snapshot and the archive of somebody else can still be read.
	if a, err = (engineFlag{c.Index}).open(d); err == nil {
		c.reads = true
		d.notes.say("%s cannot be written to: it is served as it is, and takes no articles", c.Index)
	}
	return a, err
}

// unwritable reports whether an error is about a place where nothing can be written, which may
// still be read.
func unwritable(err error) bool {
	return search.IsFull(err) || search.IsReadOnly(err) || errors.Is(err, fs.ErrPermission)
}

// serve serves until the program is told to stop.
func (c *serveCommand) serve(d *desk, o web.Options, l net.Listener) error {
	site, err := web.New(o)
	if err != nil {
		return usage(err)
	}
	defer site.Close()
	if o.Key != "" && !isCluster(c.Index) && !c.reads {
		file, err := beside(c.Index, deskSuffix)
		if err != nil {
			return err
		}
		remove, err := runningDesk{reached(l.Addr()), o.Key}.write(file)
		if err != nil {
			return err
		}
		defer remove() //nolint:errcheck // whoever finds it asks the desk first whether it is there
	}
	ctx, stop := context.WithCancel(d.ctx)
	var watching sync.WaitGroup
	if len(c.Watch) > 0 {
		watching.Go(func() { c.watch(ctx, d, site) })
	}
	for _, address := range c.Feed {
		watching.Go(func() { c.poll(ctx, d, site, address) })
	}
	defer watching.Wait()
	defer stop()
	d.notes.say("open http://%s", l.Addr())
	if c.Demo && c.Token == "" {
		d.notes.say("token for alerts: %s", o.Token)
	}
	return site.Serve(d.ctx, l)
}

// level is what is logged.
func (c *serveCommand) level() slog.Level {
	if c.Quiet {
		return slog.LevelWarn
	}
	return slog.LevelInfo
}

// demo makes an archive of the project's articles in memory.
func (c *serveCommand) demo(d *desk) (*archive.Archive, error) {
	folder, err := findAbove(demoArticles)
	if err != nil {
		return nil, usage(err)
	}
	r, err := (&intake{Files: []string{folder}, As: "auto"}).open(d, false)
	if err != nil {
		return nil, err
	}
	r.options.Skipped = unsaid
	a, err := archive.Open(d.ctx, "", archive.Options{OnError: r.refused})
	if err != nil {
		return nil, r.close(err)
	}
	_, err = a.Load(d.ctx, r.documents())
	if err = r.close(err); err != nil {
		return nil, errors.Join(err, a.Close())
	}
	return a, nil
}

// hostsOf returns the names under which a server for this machine only may be asked:
// nil, which is any, for one that others reach.
func hostsOf(addr net.Addr) []string {
	tcp, ok := addr.(*net.TCPAddr)
	if !ok || !tcp.IP.IsLoopback() {
		return nil
	}
	hosts := []string{"localhost", tcp.IP.String()}
	if name, err := os.Hostname(); err == nil {
		hosts = append(hosts, name)
	}
	return hosts
}
