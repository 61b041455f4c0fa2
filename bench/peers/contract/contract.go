// Package contract is what the command of every subject written in Go does the
// same way: it reads the flags and the rows of a data set, says when it is ready,
// and writes predictions and a report. The subjects in other languages keep to
// the same contract:
//
//	SUBJECT --task TASK --in FILE --out FILE --passes N [--variant WORD]
//
// The rows of FILE (JSON lines, gzip where the name ends so) are all read before the
// subject says that it is ready. It then works through them N times, writes one line of
// JSON for each row to the output in the first pass, and prints one line of JSON, a
// [Report], on standard output.
package contract

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"
	"time"
)

// Report is what a subject says of itself when it is done.
type Report struct {
	// Version is the version of the library.
	Version string `json:"version"`
	// Ready is the CPU time, user and system of all threads, that the process had
	// used when its models and its input were loaded, in seconds.
	Ready float64 `json:"ready"`
	// Rows is how many rows it worked through in each pass.
	Rows int `json:"rows"`
	// Figures are others that it took of itself, by name.
	Figures map[string]float64 `json:"figures,omitempty"`
}

// Job is one run of a subject.
type Job struct {
	// Task, In, Out and Variant are the flags of those names.
	Task, In, Out, Variant string
	// Passes is how often to work through the rows, at least 1.
	Passes int

	out    *bufio.Writer
	file   *os.File
	report Report
}

// Start reads the flags.
func Start() (*Job, error) {
	j := &Job{report: Report{Figures: map[string]float64{}}}
	flag.StringVar(&j.Task, "task", "", "what to do")
	flag.StringVar(&j.In, "in", "", "the data set")
	flag.StringVar(&j.Out, "out", "", "where predictions go")
	flag.StringVar(&j.Variant, "variant", "", "how to do it, where a task can be done in several ways")
	flag.IntVar(&j.Passes, "passes", 1, "how often to work through the rows")
	flag.Parse()
	if j.In == "" || j.Out == "" || j.Passes < 1 {
		return nil, errors.New("--in, --out and --passes of at least 1 are needed")
	}
	f, err := os.Create(j.Out)
	if err != nil {
		return nil, err
	}
	j.file, j.out = f, bufio.NewWriter(f)
	return j, nil
}

// Ready is called when models and input are loaded; rows is how many rows there are.
func (j *Job) Ready(rows int) {
	j.report.Rows = rows
	j.report.Ready = CPU().Seconds()
}

// AllocatedFigure is the memory that a subject in Go took from its heap for a row, in MB,
// whether or not it gave it back.
const AllocatedFigure = "MB taken"

// Each calls do for each of n rows in every pass and writes what the first pass gives.
// It reports [AllocatedFigure].
func (j *Job) Each(n int, do func(i int) (any, error)) error {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	defer func() {
		runtime.ReadMemStats(&after)
		j.Figure(AllocatedFigure, float64(after.TotalAlloc-before.TotalAlloc)/1e6/float64(max(1, n*j.Passes)))
	}()
	enc := json.NewEncoder(j.out)
	enc.SetEscapeHTML(false)
	for pass := range j.Passes {
		for i := range n {
			v, err := do(i)
			if err != nil {
				return err
			}
			if pass > 0 {
				continue
			}
			if err := enc.Encode(v); err != nil {
				return err
			}
		}
	}
	return nil
}

// Write gives the output file to a task that does not write JSON lines.
func (j *Job) Write(format string, args ...any) error {
	_, err := fmt.Fprintf(j.out, format, args...)
	return err
}

// Figure reports a figure of the subject's own.
func (j *Job) Figure(name string, value float64) { j.report.Figures[name] = value }

// Done closes the output and prints the report. The version is that of the module
// that the program was built with.
func (j *Job) Done(module string) error {
	j.report.Version = version(module)
	if err := errors.Join(j.out.Flush(), j.file.Close()); err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(j.report)
}

// version looks up the version of a module in the program's build information.
func version(module string) string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, m := range info.Deps {
		if m.Path == module {
			return strings.TrimPrefix(m.Version, "v")
		}
	}
	return ""
}

// CPU is the time that the process has used, user and system.
func CPU() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// Rows reads JSON lines into values of a type.
func Rows[T any](name string) ([]T, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	var rows []T
	dec := json.NewDecoder(bufio.NewReaderSize(r, 1<<20))
	for {
		var row T
		if err := dec.Decode(&row); err == io.EOF {
			return rows, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: row %d: %w", name, len(rows)+1, err)
		}
		rows = append(rows, row)
	}
}
