// Command newsdesk is a newsroom's desk on Dateline: it tags articles, keeps them
// in an archive, searches it and finds what to link.
//
//	newsdesk tag page.html
//	newsdesk index --index archive articles/
//	newsdesk search --index archive '"press freedom" country:RU'
//	newsdesk related --index archive --id a17
//	newsdesk demo
//
// Each command lies in a file of its own name; [run] is where they come together.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)   // so that a second Ctrl-C ends the program at once
	signal.Ignore(syscall.SIGPIPE) // a reader that went away is an error to end on, in good order
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
