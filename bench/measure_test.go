package main

import (
	"context"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// shell is a subject that writes its turns to a file.
func shell(script string) func(*workplace) []string {
	return func(*workplace) []string { return []string{"sh", "-c", script, "sh"} }
}

// a little section: one set that is timed and one that is not.
func little(w *workplace, subjects ...subject) section {
	lines := func(_ context.Context, _ *workplace, out string) ([]figure, error) {
		b, err := os.ReadFile(out)
		return []figure{{"lines", float64(strings.Count(string(b), "\n"))}}, err
	}
	return section{name: "little", task: "count", unit: "rows", own: []string{"x ms"},
		sets:     []set{{name: "timed", in: "a", timed: true, score: lines}, {name: "once", in: "b", score: lines}},
		subjects: subjects}
}

func TestMeasureTakesTurns(t *testing.T) {
	dir := t.TempDir()
	turns := filepath.Join(dir, "turns")
	w := &workplace{temp: dir, eval: dir, log: io.Discard}
	// $4 is --in's file, $6 --out's, $8 the passes.
	say := func(name, x string) string {
		return `echo ` + name + ` $(basename "$4") $8 >>` + turns + `; echo line >"$6"; echo '{"version":"` + x + `","ready":0,"rows":10,"figures":{"x ms":` + x + `}}'`
	}
	s := little(w, subject{name: "one", command: shell(say("one", "1")), passes: 3},
		subject{name: "two", command: shell(say("two", "2"))},
		subject{name: "slow", command: shell(say("slow", "3")), once: true},
		subject{name: "broken", command: shell("echo gone >&2; exit 1")})
	res, err := w.measure(context.Background(), s, 2)
	require.NoError(t, err)

	written, err := os.ReadFile(turns)
	require.NoError(t, err)
	lines := strings.Split(strings.TrimSpace(string(written)), "\n")
	require.Len(t, lines, 8)
	assert.Equal(t, []string{"one a 3", "two a 1", "slow a 1", "one a 3", "two a 1"}, lines[:5])
	assert.ElementsMatch(t, []string{"one b 1", "two b 1", "slow b 1"}, lines[5:], "side by side, once")

	require.Len(t, res.rows, 3)
	assert.Equal(t, []string{"broken (exit status 1: gone)"}, res.left)
	one := res.rows[0]
	assert.Equal(t, []figure{{"timed lines", 1}, {"once lines", 1}}, one.quality, "the first round alone is scored")
	require.Len(t, one.runs["timed"], 2)
	assert.Equal(t, 30.0, one.runs["timed"][0].units, "ten rows, three passes")
	assert.Equal(t, map[string]float64{"x ms": 1}, one.own)
	v, ok := res.find("two", "once lines")
	assert.True(t, ok)
	assert.Equal(t, 1.0, v)
}

func TestMeasureWithoutAnySubject(t *testing.T) {
	w := &workplace{temp: t.TempDir(), log: io.Discard}
	s := little(w, subject{name: "broken", command: shell("exit 1")})
	res, err := w.measure(context.Background(), s, 1)
	require.NoError(t, err)
	assert.Equal(t, &result{left: []string{"broken (exit status 1)"}}, res)
	var b strings.Builder
	require.NoError(t, figures{results: map[string]*result{"little": res}}.section(&b, s))
	assert.Contains(t, b.String(), "Left out: broken (exit status 1).")
	assert.NotContains(t, b.String(), "|--")
}

func TestMeasureOfSomeSets(t *testing.T) {
	w := &workplace{temp: t.TempDir(), log: io.Discard}
	say := shell(`echo line >"$6"; echo '{"version":"1","ready":0,"rows":10,"figures":{}}'`)
	s := little(w, subject{name: "all", command: say}, subject{name: "some", command: say, only: []string{"once"}},
		subject{name: "other", command: say, only: []string{"timed"}})
	s.mean = true
	res, err := w.measure(context.Background(), s, 1)
	require.NoError(t, err)
	require.Len(t, res.rows, 3)
	assert.Equal(t, []figure{{"timed lines", 1}, {"once lines", 1}}, res.rows[0].quality)
	assert.Equal(t, []figure{{"once lines", 1}}, res.rows[1].quality, "untimed sets too")
	assert.Equal(t, []figure{{"timed lines", 1}}, res.rows[2].quality)

	rows := s.table(res).rows
	assert.Equal(t, 1.0, rows[0].cells[2], "the mean")
	for _, r := range rows[1:] {
		assert.True(t, math.IsNaN(r.cells[2]), "no mean of a part of the sets: %s", r.name)
	}
}

func TestSpeedIsOfMedianTimesOverSets(t *testing.T) {
	run := func(cpu, ready, units float64) timing {
		o := outcome{cpu: cpu}
		o.report.Ready = ready
		return timing{o, units}
	}
	r := row{runs: map[string][]timing{
		"a": {run(3, 1, 100), run(90, 1, 100), run(2, 1, 100)}, // works 2, 89, 1 seconds
		"b": {run(3, 2, 50), run(3, 2, 50), run(3, 2, 50)},     // 1 second
	}}
	assert.InDelta(t, 150.0/3, r.speed(), 1e-9)
	assert.InDelta(t, 1, r.ready(), 1e-9, "where it is shortest")
}

func TestMedian(t *testing.T) {
	assert.Equal(t, 2.0, median([]float64{9, 1, 2}))
	assert.Equal(t, 1.5, median([]float64{1, 2}))
	assert.Zero(t, median(nil))
}
