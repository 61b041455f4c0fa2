package web

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"runtime"
	"sync"
	"time"

	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/corrections"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/web/words"
	"github.com/dateline-go/dateline/search"
)

// The limits that hold where [Options] sets none.
const (
	DefaultMaxPage      = 1 << 20
	DefaultAnalysisTime = 10 * time.Second
)

// The limits of every connection and request.
const (
	headerTime     = 5 * time.Second
	readTime       = 20 * time.Second
	requestTime    = 20 * time.Second
	writeTime      = 30 * time.Second
	idleTime       = 60 * time.Second
	stopTime       = 10 * time.Second
	maxHeader      = 64 << 10
	maxConnections = 1024
	maxRequests    = 128 // worked on at once
	maxSending     = 32  // with a body, beside them: a slow sender keeps its slot, and no reader waits for it
	minToken       = 8   // bytes
)

// ErrOptions comes from [New] for an option outside its range.
var ErrOptions = errors.New("web: bad option")

// Options say what a [Site] serves. Archive and Analyzer must be set; the zero value
// of all others is the best default.
type Options struct {
	// Archive is what the site serves, and where it puts what it is given with the token.
	// Whoever else writes to it calls [Site.Changed] then, since the site remembers what
	// the archive said.
	Archive  search.Engine
	Analyzer *analyze.Analyzer
	// Token is what those must give who change anything, at least eight bytes.
	// "" lets nobody.
	Token string
	// Key is a second token, for programs of the one who runs the desk, such as newsdesk index.
	// It is taken in the Authorization header only, also where there is no Token. "" is none.
	Key string
	// AlertsFile keeps the alerts. "" keeps them in memory, until the end.
	AlertsFile string
	// CorrectionsFile keeps what editors put right, and beside it the articles as they were
	// before. "" keeps them in memory, until the end.
	CorrectionsFile string
	// Log is told of every request: method, path, status, bytes, time. nil discards it.
	Log *slog.Logger
	// MaxPage is the most bytes of a page to analyse; 0 means [DefaultMaxPage].
	MaxPage int64
	// AnalysisTime is how long the analysis of one may take; 0 means
	// [DefaultAnalysisTime].
	AnalysisTime time.Duration
	// Analyses is how many pages are analysed at once; 0 means one for each processor.
	Analyses int
	// PrivateWebhooks lets webhooks be called at addresses of this machine and its network.
	PrivateWebhooks bool
	// WebhookHosts are the only hosts whose webhooks are called. nil allows each that is
	// not private.
	WebhookHosts []string
	// WebhookWait is the time until a webhook that failed is called again, which then grows;
	// 0 means a second.
	WebhookWait time.Duration
	// Hosts are the names that a request may ask for in its Host header, without port.
	// nil allows each. It keeps the pages of others from reading an archive that is
	// served on this machine only, by a name that they own and point here.
	Hosts []string
}

// Site answers requests. It is safe for concurrent use.
type Site struct {
	options   Options
	log       *slog.Logger
	speaker   *words.Speaker
	pages     map[string]func() (pages, error) // by the code of the language, read when the first one is asked for
	assets    map[string]asset
	world     *world
	routes    map[string]map[string]route // by path and method
	alerts    *alertBook
	sessions  *sessions
	guesses   *guesses
	meters    *meters
	busy      chan struct{} // a slot for each request that reads
	sending   *senders      // those with a body
	analysing chan struct{} // a slot for each analysis
	exporting chan struct{} // a slot for each export
	digest    *digest
	answers   *memo[search.Results] // of the search page, by its address
	cards     *memo[card]           // by the id of the article
	jobs      *jobs
	hooks     *hooks
	buffers   sync.Pool // of pages

	corrections *corrections.Book
	correcting  sync.Mutex    // one article after the other is read, corrected and put back
	recheck     chan struct{} // holds something after a correction of all articles

	background sync.WaitGroup
	life       context.Context // of the work in the background
	stop       context.CancelFunc
	handler    http.Handler
}

// New makes a site. It reads the file of alerts and begins to look through the
// archive for stories and trends, which [Site.Close] ends. The error is
// [ErrOptions], or is about the file of alerts.
func New(o Options) (*Site, error) {
	switch {
	case o.Archive == nil || o.Analyzer == nil:
		return nil, fmt.Errorf("%w: needs an archive and an analyzer", ErrOptions)
	case o.Token != "" && len(o.Token) < minToken:
		return nil, fmt.Errorf("%w: a token of %d bytes is too short: %d at least", ErrOptions, len(o.Token), minToken)
	case o.MaxPage < 0 || o.AnalysisTime < 0 || o.Analyses < 0 || o.WebhookWait < 0:
		return nil, fmt.Errorf("%w: a limit is below 0", ErrOptions)
	}
	if o.MaxPage == 0 {
		o.MaxPage = DefaultMaxPage
	}
	if o.AnalysisTime == 0 {
		o.AnalysisTime = DefaultAnalysisTime
	}
	if o.Analyses == 0 {
		o.Analyses = runtime.GOMAXPROCS(0)
	}
	o.Archive = inTurns(o.Archive)
	s := &Site{
		options: o, log: o.Log, meters: newMeters(o.Archive), sessions: newSessions(), guesses: newGuesses(), jobs: newJobs(),
		hooks:     newHooks(o.PrivateWebhooks, o.WebhookHosts, cmp.Or(o.WebhookWait, hookWait)),
		busy:      make(chan struct{}, maxRequests),
		sending:   newSenders(maxSending),
		analysing: make(chan struct{}, o.Analyses),
		exporting: make(chan struct{}, maxExports),
		digest:    newDigest(digestPause),
		answers:   newMemo[search.Results](maxAnswers),
		cards:     newMemo[card](maxCards),
		recheck:   make(chan struct{}, 1),
	}
	s.digest.pressed = func() bool { return len(s.busy) > 0 }
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	var err error
	if s.alerts, err = openAlerts(o.AlertsFile); err != nil {
		return nil, err
	}
	if s.corrections, err = corrections.Open(o.CorrectionsFile); err != nil {
		return nil, err
	}
	if s.world, err = readWorld(worldFile); err != nil {
		return nil, err
	}
	s.assets = loadAssets()
	s.assets["/static/land.svg"] = newAsset("land.svg", s.world.picture())
	if s.speaker, err = words.New(); err != nil {
		return nil, err
	}
	s.pages = map[string]func() (pages, error){}
	for _, l := range s.speaker.Languages {
		s.pages[l.Code] = sync.OnceValues(func() (pages, error) { return s.templates(speech{l}) })
	}
	s.routes = s.table()
	s.handler = s.guarded(http.HandlerFunc(s.dispatch))
	ctx, stop := context.WithCancel(context.Background())
	s.life, s.stop = ctx, stop
	s.background.Go(func() { s.digest.keep(ctx, o.Archive, s.log) })
	s.background.Go(func() { s.runJobs(ctx) })
	s.background.Go(func() { s.runCorrections(ctx) })
	return s, nil
}

// ServeHTTP answers a request.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Ready waits until stories and trends are known, or ctx ends. Pages are served
// without them before.
func (s *Site) Ready(ctx context.Context) error {
	select {
	case <-s.digest.ready:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Serve answers requests until ctx ends; then it lets the running ones end and
// returns nil. The listener is closed.
func (s *Site) Serve(ctx context.Context, l net.Listener) error {
	server := &http.Server{
		ConnState: newCrowd(maxConnections).changed,
		Handler:   s, ReadHeaderTimeout: headerTime, ReadTimeout: readTime, WriteTimeout: writeTime, IdleTimeout: idleTime,
		MaxHeaderBytes: maxHeader, ErrorLog: slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
	}
	stopped := make(chan error, 1)
	leave := context.AfterFunc(ctx, func() {
		late, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTime)
		defer cancel()
		stopped <- server.Shutdown(late)
	})
	err := server.Serve(l)
	if leave() { // it failed, nobody stopped it
		return fmt.Errorf("web: %w", err)
	}
	if err := <-stopped; err != nil {
		return errors.Join(fmt.Errorf("web: stop: %w", err), server.Close())
	}
	return nil
}

// Close ends the work in the background. The archive stays open.
func (s *Site) Close() {
	s.stop()
	s.background.Wait()
}
