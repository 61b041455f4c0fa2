package main

import (
	"fmt"
	"io"
	"runtime/debug"

	"github.com/alecthomas/kong"
)

// versionFlag says which version this is and ends.
type versionFlag bool

// IgnoreDefault tells kong that the flag acts only where it is given.
func (versionFlag) IgnoreDefault() {}

// BeforeReset writes the version before the rest of the line is checked.
func (versionFlag) BeforeReset(ctx *kong.Context) error {
	if _, err := io.WriteString(ctx.Stdout, version()); err != nil {
		return err
	}
	return errHelp
}

// version is the version of the module, with the commit where the build knows it.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "newsdesk, version not known\n"
	}
	commit := ""
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			commit = ", commit " + s.Value[:min(len(s.Value), 12)]
		}
	}
	return fmt.Sprintf("newsdesk %s%s, %s\n", info.Main.Version, commit, info.GoVersion)
}

// moduleVersion is the version of the module, "" where the build does not know it.
func moduleVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	return info.Main.Version
}

// helpCommand shows the help of a command, as --help does.
type helpCommand struct {
	Command []string `arg:"" optional:"" help:"The command to explain."`
}
