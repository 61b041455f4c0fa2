package main

import (
	"syscall/js"

	"github.com/dateline-go/dateline/analyze"
)

func main() {
	analyzer, err := analyze.New(analyze.Options{}) // loads its models, once
	if err != nil {
		js.Global().Call("failed", err.Error())
		return
	}
	js.Global().Set("dateline", js.FuncOf(func(_ js.Value, args []js.Value) any {
		if len(args) != 1 {
			return `{"error":"dateline takes one string"}`
		}
		return answer(analyzer, args[0].String())
	}))
	js.Global().Call("ready")
	select {} // the page may call at any time
}
