package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/search/archive"
)

// generators make hostile text: so many bytes of one thing over and over, or of
// things that all differ.
var generators = []struct{ name, unit string }{
	{"marks", `"`}, {"marks apart", `" `}, {"curly marks", "“"}, {"pairs of marks", "“” "}, {"apostrophes", "'"},
	{"brackets", "("}, {"closed brackets", "()"}, {"squares", "["}, {"stops", "."}, {"stops apart", ". "},
	{"commas", ","}, {"cries", "?!"}, {"dashes", "—"}, {"hyphens", "-"}, {"slashes", "/"}, {"ands", "& "},
	{"letters", "a "}, {"capitals", "A "}, {"one word", "a"}, {"one capital", "A"}, {"initials", "A. "},
	{"digits", "1"}, {"numbers", "1 "}, {"sums", "$1 "}, {"months", "May 1 "}, {"titles", "Mr. "},
	{"lines", "a\n"}, {"paragraphs", "a\n\n"}, {"blank", "\n\n\n"}, {"spaces", "a\u00a0"}, {"accents", "é"},
	{"marks on letters", "e\u0301 "}, {"characters", "中"}, {"pictures", "😀"}, {"names", "John Smith "},
	{"places", "London, "}, {"sayings", "\"Yes,\" said Ann. "}, {"addresses", "http://a.b "}, {"at signs", "@x "},
	{"distinct words", ""}, {"distinct names", ""},
}

// hostile makes the text of a generator.
func hostile(name string, size int) string {
	var b strings.Builder
	b.Grow(size + 64)
	for _, g := range generators {
		if g.name == name && g.unit != "" {
			b.WriteString(strings.Repeat(g.unit, size/len(g.unit)))
		}
	}
	for i := 0; b.Len() < size-16; i++ {
		if name == "distinct names" {
			fmt.Fprintf(&b, "Mr X%xy ", i)
		} else {
			fmt.Fprintf(&b, "X%xy ", i)
		}
	}
	return b.String()
}

// hostileSize is how long the texts are: twice what a Story may have by default.
const hostileSize = 8 << 20

// runMemory analyses hostile text of 8 MiB and indexes it, each in a process of its
// own, and measures the most memory beyond that of a short text, a byte of text.
func runMemory(ctx context.Context, _ string) ([]measure, error) {
	if name := os.Getenv("DATELINE_HOSTILE"); name != "" {
		return nil, hostileChild(ctx, name)
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	worst, within := 0.0, 0
	for _, g := range generators {
		var peaks [2]float64
		for i, size := range [...]int{1 << 10, hostileSize} {
			cmd := exec.CommandContext(ctx, self, "memory")
			cmd.Env = append(os.Environ(), "DATELINE_HOSTILE="+g.name, "DATELINE_HOSTILE_BYTES="+strconv.Itoa(size))
			var out bytes.Buffer
			cmd.Stdout, cmd.Stderr = &out, os.Stderr
			if err := cmd.Run(); err != nil {
				return nil, fmt.Errorf("%s: %w", g.name, err)
			}
			if peaks[i], err = strconv.ParseFloat(strings.TrimSpace(out.String()), 64); err != nil {
				return nil, fmt.Errorf("%s: %w", g.name, err)
			}
		}
		perByte := (peaks[1] - peaks[0]) / hostileSize
		worst = max(worst, perByte)
		if perByte <= 60 {
			within++
		}
		fmt.Fprintf(os.Stderr, "%-20s %6.1f bytes a byte, %5.0f MB\n", g.name, perByte, peaks[1]/1e6)
	}
	return []measure{
		{"hostile", "worst_bytes_a_byte", worst, len(generators)}, {"hostile", "within_60", float64(within), len(generators)},
	}, nil
}

// hostileChild analyses one text, indexes its Document, and prints the peak of the
// process's memory.
func hostileChild(ctx context.Context, name string) error {
	size, err := strconv.Atoi(os.Getenv("DATELINE_HOSTILE_BYTES"))
	if err != nil {
		return err
	}
	a, err := analyze.New(analyze.Options{Limits: analyze.Limits{Text: 2 * hostileSize}})
	if err != nil {
		return err
	}
	page := dateline.Page{ID: "hostile", Form: dateline.Story, Body: []byte(hostile(name, size))}
	doc, err := a.Page(ctx, page)
	if err != nil && !errors.Is(err, dateline.ErrEmpty) && !errors.Is(err, dateline.ErrTooLarge) {
		return err
	}
	if doc != nil && os.Getenv("DATELINE_HOSTILE_ONLY") == "" {
		x, err := archive.Open(ctx, "", archive.Options{})
		if err != nil {
			return err
		}
		if err := x.Add(ctx, doc); err != nil {
			return err
		}
	}
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return err
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	kilobytes, err := strconv.ParseFloat(strings.Fields(rest)[0], 64)
	if err != nil {
		return err
	}
	_, err = fmt.Println(kilobytes * 1024)
	return err
}
