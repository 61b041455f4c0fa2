// Command ready is the smallest program that makes a Document. It says how long that
// took.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"syscall"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
)

const story = "OSLO, May 4 - Prime Minister Kari Lunde flew to Tbilisi, Georgia, on Monday. Lunde will sign a " +
	"grid treaty there."

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	runtime.GOMAXPROCS(runtime.NumCPU()) // as it is where nothing says otherwise
	began := time.Now()
	a, err := analyze.New(analyze.Options{})
	if err != nil {
		return err
	}
	made := time.Since(began)
	doc, err := a.Page(context.Background(), dateline.Page{Form: dateline.Story, Body: []byte(story)})
	if err != nil {
		return err
	}
	if len(doc.Entities) == 0 {
		return fmt.Errorf("the Document has no entities")
	}
	inside := time.Since(began)
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return err
	}
	cpu := float64(used.Utime.Nano()+used.Stime.Nano()) / 1e9
	return json.NewEncoder(os.Stdout).Encode(map[string]any{"ready": cpu, "rows": 1, "figures": map[string]float64{
		"analyzer ms": made.Seconds() * 1000, "analyzer and Document ms": inside.Seconds() * 1000, "CPU ms": cpu * 1000}})
}
