package main

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func Example() {
	main()
	// Output:
	// PERSON      Kari Lunde
	// GPE     NO  Oslo
	// GPE     GE  Tbilisi
	// GPE     GE  Georgia
	// Kari Lunde said: "We will share our power with our neighbours,"
}

// TestReadme holds README.md to this program, and what it says that the program prints to what it prints.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	program, err := os.ReadFile("main.go")
	require.NoError(t, err)
	_, code, _ := strings.Cut(string(program), "\npackage main")
	block := "```go\npackage main" + code + "```\n"
	require.Contains(t, string(readme), block, "README.md has examples/hello/main.go")

	own, err := os.ReadFile("main_test.go")
	require.NoError(t, err)
	_, want, _ := strings.Cut(string(own), "// Output:\n")
	want, _, _ = strings.Cut(want, "}\n")
	_, after, _ := strings.Cut(string(readme), block)
	var printed []string
	for l := range strings.Lines(strings.ReplaceAll(want, "\t// ", "")) {
		printed = append(printed, "    "+strings.TrimRight(l, "\n"))
	}
	assert.Contains(t, after, "\n\n"+strings.Join(printed, "\n")+"\n", "README.md has what the program prints")
}
