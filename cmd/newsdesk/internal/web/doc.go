// Package web is the desk in a browser: pages for people and a JSON API for
// programs over one archive. Pages are made on the server, styles and scripts are
// embedded, and nothing is fetched from elsewhere.
//
//	site, err := web.New(web.Options{Archive: a, Analyzer: an})
//	err = site.Serve(ctx, listener)
//
// Who has the token puts articles in the archive and makes alerts; for others it only
// reads. What a reader gives in to be analysed is not kept.
//
// # Foreign words
//
// Articles, queries and headers are taken as hostile. Every word goes through
// html/template, no page holds a script or style of its own, and the content
// security policy allows those of this server only. Addresses other than http and
// https are shown, not linked.
//
// The type to read first is [Site].
package web
