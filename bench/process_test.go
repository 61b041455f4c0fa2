package main

import (
	"context"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestExecuteReadsTheReportAndMeasures(t *testing.T) {
	const script = `i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done; echo noise; echo '{"version":"1.2","ready":0.001,"rows":7,"figures":{"x":2}}'`
	o, err := execute(context.Background(), 0, []string{"sh", "-c", script}, os.Environ())
	require.NoError(t, err)
	assert.Equal(t, "1.2", o.report.Version)
	assert.Equal(t, 7, o.report.Rows)
	assert.Equal(t, map[string]float64{"x": 2}, o.report.Figures)
	assert.Positive(t, o.cpu)
	assert.Positive(t, o.peak)
	assert.InDelta(t, o.cpu-0.001, o.work(), 1e-9)
}

func TestExecuteSaysWhatWentWrong(t *testing.T) {
	for _, c := range []struct{ name, script, want string }{
		{"failed", "echo first >&2; echo no such module >&2; exit 3", "no such module"},
		{"no report", "echo fine", "report"},
		{"silent", "exit 1", "exit status 1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := execute(context.Background(), 0, []string{"sh", "-c", c.script}, os.Environ())
			assert.ErrorContains(t, err, c.want)
		})
	}
}

func TestWorkIsNeverNegative(t *testing.T) {
	o := outcome{cpu: 0.01}
	o.report.Ready = 0.02
	assert.Zero(t, o.work())
}
