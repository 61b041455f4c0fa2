package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"os/exec"
	"strings"
	"syscall"
	"time"

	"github.com/dateline-go/dateline/bench/peers/contract"
)

// outcome is one finished run of a subject.
type outcome struct {
	report contract.Report
	cpu    float64 // seconds, user and system, of the whole process
	wall   float64 // seconds
	peak   float64 // MiB resident at most
}

// work is the CPU time behind the loading of models and input, in seconds.
func (o outcome) work() float64 { return max(o.cpu-o.report.Ready, 0) }

// usualLongest is how long a run may take where nothing else is said.
const usualLongest = 20 * time.Minute

// execute runs a command to its end and reads the report from the last line that it
// printed. The error holds the last line of what it complained of. A run that takes
// longer than it may is killed.
func execute(ctx context.Context, longest time.Duration, argv, env []string) (outcome, error) {
	ctx, cancel := context.WithTimeout(ctx, cmp.Or(longest, usualLongest))
	defer cancel()
	cmd := exec.CommandContext(ctx, argv[0], argv[1:]...)
	cmd.Env = env
	var out, complaints bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaints
	began := time.Now()
	if err := cmd.Run(); err != nil {
		if last := lastLine(complaints.String()); last != "" {
			err = fmt.Errorf("%w: %s", err, last)
		}
		return outcome{}, err
	}
	o := outcome{wall: time.Since(began).Seconds()}
	if err := json.Unmarshal([]byte(lastLine(out.String())), &o.report); err != nil {
		return outcome{}, fmt.Errorf("report: %w", err)
	}
	used, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return outcome{}, fmt.Errorf("no resource usage on this system")
	}
	o.cpu = cmd.ProcessState.UserTime().Seconds() + cmd.ProcessState.SystemTime().Seconds()
	o.peak = float64(used.Maxrss) / 1024 // KiB on Linux
	return o, nil
}

// lastLine is the last line that is not blank.
func lastLine(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return strings.TrimSpace(lines[len(lines)-1])
}
