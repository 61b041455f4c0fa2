// Command wasm analyses pages in a browser: Dateline as WebAssembly, without a server that sees them.
//
//	GOOS=js GOARCH=wasm go build -trimpath -ldflags '-s -w' -o examples/wasm/dateline.wasm ./examples/wasm
//	cp "$(go env GOROOT)/lib/wasm/wasm_exec.js" examples/wasm/
//	python3 -m http.server -d examples/wasm
//
// It gives index.html the function dateline(body), which takes a web page, a pasted page or
// a story and returns the Document as JSON, or an object with "error". Spans in it count
// bytes of UTF-8; index.html shows how to cut the text by them.
package main

import (
	"context"
	"encoding/json"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
)

// answer analyses a body and returns JSON.
func answer(a *analyze.Analyzer, body string) string {
	doc, err := a.Page(context.Background(), dateline.Page{Body: []byte(body)})
	if err == nil {
		doc.Tokens = nil // nobody looks at them here
		var b []byte
		if b, err = json.Marshal(doc); err == nil {
			return string(b)
		}
	}
	b, _ := json.Marshal(map[string]string{"error": err.Error()}) // a string always has a form in JSON
	return string(b)
}
