package mcp

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"time"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/dateline-go/dateline/search"
)

// Archive is what the tools read: every [search.Engine] is one.
type Archive interface {
	search.Searcher
	search.Relater
	search.Reader
}

// Options are the settings of a server.
type Options struct {
	// Archive is what is asked.
	Archive Archive
	// Version is that of the program.
	Version string
	// Log is told of failures that are no fault of the client; nil means nobody is.
	Log *slog.Logger
	// Time is how long one call may take; 0 means 30 seconds.
	Time time.Duration
}

// usualTime is how long one call may take.
const usualTime = 30 * time.Second

// maxRequest is how many bytes a request may have. Those of the tools are far smaller.
const maxRequest = 1 << 20

// sessionTime is how long an idle session over HTTP is kept.
const sessionTime = 10 * time.Minute

// instructions tell a model how to use the tools.
const instructions = `An archive of news articles that were read by machine: names, countries, quotes and ` +
	`links may be wrong. Every answer names its articles by id, headline, date and address, and gives words with ` +
	`their places: start and end are bytes of the text that get_article gives. Quote and cite only what the answers ` +
	`hold, with the article they come from.`

// desk is what the tools work with.
type desk struct {
	Options
	stories stories
}

// NewServer makes a server with the tools of an archive.
func NewServer(o Options) *sdk.Server {
	if o.Time == 0 {
		o.Time = usualTime
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	d := &desk{Options: o}
	s := sdk.NewServer(&sdk.Implementation{Name: "newsdesk", Title: "Dateline newsdesk", Version: o.Version},
		&sdk.ServerOptions{Instructions: instructions, Capabilities: &sdk.ServerCapabilities{}})
	add(d, s, "search_articles", "Search articles",
		"Find articles by words, \"phrases\" and filters: country:FR, person:\"Ada Osei\", org:, place:, section:, author:, "+
			"after:2026-03-01, before:2026-04. Returns headlines and the sentences that match.", d.searchArticles)
	add(d, s, "get_article", "Read an article",
		"Read an article by its id: its text, from an offset on, its countries and its summary.", d.article)
	add(d, s, "get_entity", "Look up a name",
		"What the archive says of a person, organisation, place or other thing with a name: "+
			"its names, roles and ids, and where it is named.", d.entity)
	add(d, s, "quotes_by", "Quotes by a speaker", "What somebody said, the newest article first.", d.quotesBy)
	add(d, s, "related_articles", "Related articles", "Articles to link from an article, with the reasons why.", d.related)
	add(d, s, "story_timeline", "Timeline of a story",
		"The articles of the story that an article belongs to, by day.", d.timeline)
	add(d, s, "trends", "Trends", "What more articles are about in some days than before.", d.trends)
	add(d, s, "countries", "Countries",
		"Which countries the articles of a search are about, and how many.", d.countries)
	return s
}

// Handler serves the protocol over streamable HTTP.
func Handler(o Options) http.Handler {
	server := NewServer(o)
	return sdk.NewStreamableHTTPHandler(func(*http.Request) *sdk.Server { return server },
		&sdk.StreamableHTTPOptions{SessionTimeout: sessionTime, MaxRequestBodyBytes: maxRequest})
}

// Serve serves one client that writes to in and reads from out, a message a line, until it
// closes in or ctx ends.
func Serve(ctx context.Context, in io.Reader, out io.Writer, o Options) error {
	lines := &sdk.IOTransport{Reader: io.NopCloser(in), Writer: unclosed{out}, MaxLineLength: maxRequest}
	err := NewServer(o).Run(ctx, lines)
	if ctx.Err() != nil || errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// unclosed is a writer that stays open: standard output is the process's.
type unclosed struct{ io.Writer }

// Close does nothing.
func (unclosed) Close() error { return nil }

// add adds a tool that only reads. Its time is bounded, and what is wrong with a question is told in words that the
// model can act on; what is wrong with the archive is logged.
func add[In, Out any](
	d *desk, s *sdk.Server, name, title, description string, tool func(context.Context, In) (Out, error),
) {
	closed := false
	sdk.AddTool(s, &sdk.Tool{
		Name: name, Title: title, Description: description,
		Annotations: &sdk.ToolAnnotations{ReadOnlyHint: true, IdempotentHint: true, OpenWorldHint: &closed},
	}, func(ctx context.Context, _ *sdk.CallToolRequest, in In) (*sdk.CallToolResult, Out, error) {
		ctx, cancel := context.WithTimeoutCause(ctx, d.Time, errSlow)
		defer cancel()
		out, err := tool(ctx, in)
		return nil, out, d.told(ctx, name, err)
	})
}

// errSlow is what a call that took too long returns.
var errSlow = errors.New("the archive took too long to answer: ask for less")

// errFault stands for a fault of the archive, which is no business of the client.
var errFault = errors.New("the archive could not answer")

// refusal is a question that cannot be answered as it is.
type refusal struct{ error }

// refuse says what is wrong with a question.
func refuse(format string, args ...any) error { return refusal{fmt.Errorf(format, args...)} }

// told turns an error into what the client may know of it.
func (d *desk) told(ctx context.Context, tool string, err error) error {
	var r refusal
	switch {
	case err == nil:
		return nil
	case errors.Is(context.Cause(ctx), errSlow):
		return errSlow
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &r), errors.Is(err, search.ErrQuery), errors.Is(err, search.ErrNotFound):
		return err
	}
	d.Log.Error("tool", "name", tool, "error", err.Error())
	return errFault
}

// bounded returns a limit, the usual one for 0.
func bounded(limit, usual, most int) (int, error) {
	if limit == 0 {
		return usual, nil
	}
	if limit < 0 || limit > most {
		return 0, refuse("limit %d is not within 1 and %d", limit, most)
	}
	return limit, nil
}
