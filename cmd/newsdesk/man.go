package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/alecthomas/kong"
)

// manCommand writes the manual page. It is made from the same description as --help.
type manCommand struct{}

// Help shows uses of the command.
func (*manCommand) Help() string {
	return `Examples:

  newsdesk man | man -l -
  newsdesk man > /usr/local/share/man/man1/newsdesk.1`
}

// Run runs the command.
func (*manCommand) Run(d *desk, ctx *kong.Context) error {
	var b bytes.Buffer
	manual(&b, ctx.Model)
	_, err := d.stdout.Write(b.Bytes())
	return err
}

// manual writes the page in the language of man(7).
func manual(w io.Writer, app *kong.Application) {
	fmt.Fprintf(w, ".TH NEWSDESK 1 \"\" %q \"User Commands\"\n", roff("newsdesk "+moduleVersion()))
	fmt.Fprint(w, ".SH NAME\nnewsdesk \\- tag, keep, search and link news articles\n")
	fmt.Fprint(w, ".SH SYNOPSIS\n.B newsdesk\n.I command\n[flags]\n.SH DESCRIPTION\n")
	about, codes, _ := strings.Cut(app.Help, "\n\n")
	paragraphs(w, about)
	fmt.Fprint(w, ".SH FLAGS OF EVERY COMMAND\n")
	flags(w, app.Flags)
	fmt.Fprint(w, ".SH COMMANDS\n")
	for _, e := range entries(app)[1:] {
		if len(e.node.Children) > 0 {
			continue // the commands below it say more
		}
		fmt.Fprintf(w, ".SS %s\n", roff("newsdesk "+e.node.Summary()))
		paragraphs(w, strings.TrimRight(e.node.Help+"\n\n"+e.node.Detail, "\n"))
		for _, p := range e.node.Positional {
			fmt.Fprintf(w, ".TP\n.I %s\n", roff(p.Summary()))
			line(w, p.Help)
		}
		flags(w, e.node.Flags)
	}
	fmt.Fprint(w, ".SH EXIT STATUS\n")
	paragraphs(w, strings.TrimPrefix(codes, "Exit codes: "))
	fmt.Fprint(w, ".SH SEE ALSO\nhttps://github.com/dateline\\-go/dateline\n")
}

// flags writes a list of flags with what they mean.
func flags(w io.Writer, list []*kong.Flag) {
	for _, f := range list {
		fmt.Fprint(w, ".TP\n.B ")
		if f.Short != 0 {
			fmt.Fprintf(w, "\\-%c, ", f.Short)
		}
		value := ""
		if !f.IsBool() && !f.IsCounter() {
			value = "=" + f.FormatPlaceHolder()
		}
		fmt.Fprintf(w, "%s\n", roff("--"+f.Name+value))
		line(w, f.Help)
	}
}

// paragraphs writes text whose lines with an indent, such as examples, stay as they are.
func paragraphs(w io.Writer, text string) {
	verbatim := false
	for l := range strings.Lines(text + "\n") {
		l = strings.TrimRight(l, "\n")
		if indented := strings.HasPrefix(l, "  "); indented != verbatim && l != "" {
			verbatim = indented
			fmt.Fprint(w, map[bool]string{true: ".PP\n.nf\n", false: ".fi\n.PP\n"}[indented])
		}
		switch {
		case l != "":
			line(w, l)
		case !verbatim:
			fmt.Fprint(w, ".PP\n")
		}
	}
	if verbatim {
		fmt.Fprint(w, ".fi\n")
	}
}

// line writes a line of text, which is no request whatever it begins with.
func line(w io.Writer, text string) {
	text = roff(text)
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		text = `\&` + text
	}
	fmt.Fprintln(w, text)
}

// roffEscapes are the signs of ASCII that mean something to roff, or that it would change.
var roffEscapes = strings.NewReplacer(
	`\`, `\e`, `-`, `\-`, `'`, `\(aq`, "`", `\(ga`, `^`, `\(ha`, `~`, `\(ti`)

// roff escapes text. The page is ASCII, whatever the locale of its reader.
func roff(s string) string {
	var b strings.Builder
	for _, r := range roffEscapes.Replace(s) {
		if r < utf8.RuneSelf {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\[u%04X]`, r)
		}
	}
	return b.String()
}
