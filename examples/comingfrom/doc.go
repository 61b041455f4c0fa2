// Package comingfrom has the Go of docs/coming-from.md as examples, so that it compiles and
// prints what the page says.
package comingfrom
