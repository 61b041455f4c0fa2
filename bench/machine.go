package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strings"
)

// machine describes what the figures were taken on.
func machine() string {
	parts := []string{fmt.Sprintf("%d cores", runtime.NumCPU())}
	if cpu := procField("/proc/cpuinfo", "model name"); cpu != "" {
		parts = append(parts, cpu)
	}
	if mem := procField("/proc/meminfo", "MemTotal"); mem != "" {
		var kb float64
		if _, err := fmt.Sscan(mem, &kb); err == nil {
			parts = append(parts, fmt.Sprintf("%.0f GiB", kb/(1<<20)))
		}
	}
	parts = append(parts, runtime.GOOS+"/"+runtime.GOARCH, strings.Replace(runtime.Version(), "go", "Go ", 1))
	for _, tool := range [][]string{{"python3", "--version"}, {"node", "--version"}, {"java", "-version"}} {
		if v := version(tool[0], tool[1]); v != "" {
			parts = append(parts, v)
		}
	}
	return strings.Join(parts, ", ")
}

// number is a version number.
var number = regexp.MustCompile(`\d+(\.\d+)+`)

// version asks a tool for its version, "" where it is not there.
func version(tool, flag string) string {
	out, err := exec.Command(tool, flag).CombinedOutput()
	if err != nil {
		return ""
	}
	return strings.ToUpper(tool[:1]) + strings.TrimSuffix(tool[1:], "3") + " " + number.FindString(string(out))
}

// procField reads the first line of a file of /proc that begins with a name.
func procField(file, name string) string {
	f, err := os.Open(file)
	if err != nil {
		return ""
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		if key, value, ok := strings.Cut(s.Text(), ":"); ok && strings.TrimSpace(key) == name {
			return strings.TrimSpace(value)
		}
	}
	return ""
}
