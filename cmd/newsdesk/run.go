package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"github.com/dateline-go/dateline/cmd/newsdesk/internal/term"
)

// The exit codes.
const (
	exitFine        = 0
	exitSome        = 1 // some articles failed, each named on stderr
	exitUsage       = 2 // wrong use, or the work could not be done
	exitInterrupted = 130
)

// commands is the command line: one field, and one file, for each command.
type commands struct {
	Help    helpFlag    `short:"h" help:"Show this help."`
	Version versionFlag `help:"Say which version this is."`

	Tag        tagCommand         `cmd:"" help:"Analyse articles: names, countries, quotes, keyphrases, summary."`
	Index      indexCommand       `cmd:"" help:"Add articles to an archive."`
	Search     searchCommand      `cmd:"" help:"Search an archive."`
	Show       showCommand        `cmd:"" help:"Show articles of an archive."`
	List       listCommand        `cmd:"" help:"List the articles of an archive, the newest first."`
	Related    relatedCommand     `cmd:"" help:"Find what to link from an article, and why."`
	Quotes     quotesCommand      `cmd:"" help:"List what somebody is quoted with."`
	Names      namesCommand       `cmd:"" help:"Look at a file of names of your own."`
	Duplicates duplicatesCommand  `cmd:"" help:"Find articles that repeat another one."`
	Stories    storiesCommand     `cmd:"" help:"Put articles of one event together."`
	Trends     trendsCommand      `cmd:"" help:"Show what is more frequent than before."`
	Delete     deleteCommand      `cmd:"" help:"Delete articles from an archive."`
	Purge      purgeCommand       `cmd:"" help:"Take what was deleted or replaced out of an archive for good."`
	Check      checkCommand       `cmd:"" help:"Look whether an archive is what was written."`
	Backup     backupCommand      `cmd:"" help:"Copy an archive."`
	Restore    restoreCommand     `cmd:"" help:"Make an archive of a backup."`
	Migrate    migrateCommand     `cmd:"" help:"Write an archive of an older version anew."`
	Alerts     alertsCommand      `cmd:"" help:"Hold articles against saved queries."`
	Correct    correctionsCommand `cmd:"" name:"corrections" help:"What editors put right, as training data."`
	Serve      serveCommand       `cmd:"" help:"Serve an archive as pages and as an API."`
	Health     healthCommand      `cmd:"" help:"Ask a desk whether it is well."`
	MCP        mcpCommand         `cmd:"" name:"mcp" help:"Answer language models about an archive."`
	Demo       demoCommand        `cmd:"" help:"Show all of it on the articles of the project."`
	Explain    helpCommand        `cmd:"" name:"help" help:"Show the help of a command."`
	Completion completionCommand  `cmd:"" help:"Write what a shell needs to complete a command line."`
	Man        manCommand         `cmd:"" help:"Write the manual page."`
}

// words are what is too long for the tag of a field.
var words = kong.Vars{
	"export_formats": "json,jsonl,jsonld,ninjs,markdown,text,csv,html",
	"tag_format_help": "How to write: auto (table on a terminal, else jsonl), table, json, jsonl, jsonld, ninjs, " +
		"markdown, text, csv, html. docs/formats.md describes them.",
	"format_help": "How to write: table, json, jsonl; auto is table on a terminal, else jsonl.",
	"as_help": "Read every file as JSON lines, JSON, CSV with a header, a web page, a page as plain text, a story " +
		"alone, a feed or a web archive (jsonl, json, csv, html, page, text, feed, warc); auto goes by the name, " +
		"and by the looks of what comes on standard input.",
	"errors_help":       "Where to keep the articles that failed, to be mended and fed in again; - is standard output.",
	"engine_help":       "The archive: its folder, or https://host:9200/NAME for one on OpenSearch.",
	"watch_help":        "A folder whose articles are taken as they come; may be given again.",
	"feed_help":         "A feed (RSS, Atom, JSON) whose articles are taken as they come; may be given again.",
	"webhook_host_help": "The only host whose webhooks are called; may be given again. Default: any that is not private.",
	"token_help":        "What must be given to change anything; without it the desk is read only.",
	"sort_help":         "The order: relevance, newest, oldest, or blend, which weighs relevance by age.",
	"addr_help":         "Where to listen: 127.0.0.1:8080 is this machine only; port 0 takes a free one.",
	"demo_queries":      `port strike;"dengue vaccine" country:BR;trial person:"Dwight Lanier" sort:newest`,
}

const description = `A newsroom's desk: tags articles, keeps them in an archive, searches it and
finds what to link.

Exit codes: 0 fine, 1 some articles failed (each named on stderr), 2 wrong use or the work could not
be done.`

// desk is what a command works with.
type desk struct {
	ctx    context.Context
	stdin  io.Reader
	typed  bool // stdin is a terminal
	stdout io.Writer
	screen term.Screen // of stdout
	notes  *notes      // stderr
}

// run runs the program and returns its exit code. Data goes to stdout, messages
// go to stderr.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	d := &desk{
		ctx: ctx, stdin: patient{ctx, stdin}, typed: term.IsTerminal(stdin), stdout: stdout,
		screen: term.NewScreen(stdout, os.Getenv), notes: newNotes(stderr),
	}
	return d.exit(d.command(args, stdout, stderr))
}

// command reads the command line and runs what it says.
func (d *desk) command(args []string, stdout, stderr io.Writer) error {
	var c commands
	parser, err := kong.New(&c, kong.Name("newsdesk"), kong.Description(description), words,
		kong.NoDefaultHelp(), kong.Writers(stdout, stderr), kong.Exit(func(int) {}),
		kong.ConfigureHelp(kong.HelpOptions{NoExpandSubcommands: true, WrapUpperBound: d.screen.Width}))
	if err != nil {
		return fmt.Errorf("command line: %w", err)
	}
	if len(args) > 0 && args[0] == "help" {
		args = append(args[1:len(args):len(args)], "--help")
	}
	parsed, err := parser.Parse(args)
	switch {
	case errors.Is(err, errHelp):
		return nil
	case err != nil:
		return usage(fmt.Errorf("%w\nsee: newsdesk %s--help", err, known(parser, args)))
	}
	return parsed.Run(d)
}

// known returns the name of the command that the arguments begin with, and a blank.
func known(parser *kong.Kong, args []string) string {
	for _, c := range parser.Model.Children {
		if len(args) > 0 && c.Name == args[0] {
			return c.Name + " "
		}
	}
	return ""
}

// errHelp ends the reading of a command line after help was shown.
var errHelp = errors.New("help was shown")

// helpFlag shows help and ends. kong's own flag would end the process.
type helpFlag bool

// IgnoreDefault tells kong that the flag acts only where it is given.
func (helpFlag) IgnoreDefault() {}

// BeforeReset shows the help before the rest of the line is checked.
func (helpFlag) BeforeReset(ctx *kong.Context) error {
	if err := ctx.PrintUsage(false); err != nil {
		return err
	}
	return errHelp
}

// errSome ends a command that went through with some articles left out, which
// were named as they came.
var errSome = errors.New("some articles failed")

// usageError is wrong use: something to put right on the command line.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usage(err error) error { return usageError{err} }

// exit says what went wrong and returns the exit code.
func (d *desk) exit(err error) int {
	d.notes.done()
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE), errors.Is(err, io.ErrClosedPipe):
		return exitFine // nobody reads on, as with head: no fault
	case errors.Is(err, errSome):
		return exitSome
	case errors.Is(err, context.Canceled):
		d.notes.say("interrupted")
		return exitInterrupted
	}
	for line := range strings.Lines(saying(err)) {
		d.notes.say("%s", strings.TrimSpace(line))
	}
	return exitUsage
}
