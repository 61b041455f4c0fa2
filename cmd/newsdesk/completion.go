package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"
)

// completionCommand writes what a shell needs to complete a command line.
type completionCommand struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"The shell: ${enum}."`
}

// Help shows uses of the command.
func (*completionCommand) Help() string {
	return `Commands, flags and the values of flags that have a fixed choice are completed, files elsewhere.

Examples:

  source <(newsdesk completion bash)
  newsdesk completion zsh > "${fpath[1]}/_newsdesk"
  newsdesk completion fish > ~/.config/fish/completions/newsdesk.fish`
}

// Run runs the command.
func (c *completionCommand) Run(d *desk, ctx *kong.Context) error {
	var b strings.Builder
	list := entries(ctx.Model)
	switch c.Shell {
	case "fish":
		fish(&b, list)
	case "zsh":
		zsh(&b, list)
	default:
		bash(&b, list)
	}
	_, err := io.WriteString(d.stdout, b.String())
	return err
}

// bashHead finds out which command the line has, and what stands before the word to
// complete. bash cuts --format=json at the sign.
const bashHead = `_newsdesk() {
  local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}" command="" i
  local values="" flags="" words=""
  if [ "$cur" = "=" ]; then
    cur=""
  elif [ "$prev" = "=" ]; then
    prev="${COMP_WORDS[COMP_CWORD-2]}"
  fi
  for ((i = 1; i < COMP_CWORD && i < 3; i++)); do
    case "$command ${COMP_WORDS[i]}" in
    %s) command="${command:+$command }${COMP_WORDS[i]}" ;;
    *) break ;;
    esac
  done
  case "$command $prev" in
`

// bashTail completes the word by what the cases found.
const bashTail = `  esac
  if [ -n "$values" ]; then
    COMPREPLY=($(compgen -W "$values" -- "$cur"))
  elif [[ "$cur" == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$cur"))
  elif [ -n "$words" ] && [ "$i" = "$COMP_CWORD" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
  else
    COMPREPLY=($(compgen -f -- "$cur"))
  fi
}
complete -o filenames -F _newsdesk newsdesk
`

// bash writes a function that bash completes by.
func bash(b *strings.Builder, list []entry) {
	var names []string
	var values, cases strings.Builder
	for _, e := range list {
		if len(e.path) > 0 {
			parent, last := e.path[:len(e.path)-1], e.path[len(e.path)-1]
			names = append(names, fmt.Sprintf("%q", strings.Join(parent, " ")+" "+last))
		}
		var flags []string
		for _, f := range e.flags() {
			flags = append(flags, "--"+f.Name)
			if v := enumOf(f.Value); v != nil {
				fmt.Fprintf(&values, "  %q) values=%q ;;\n", e.name()+" --"+f.Name, strings.Join(v, " "))
			}
		}
		fmt.Fprintf(&cases, "  %q) flags=%q words=%q ;;\n",
			e.name(), strings.Join(flags, " "), strings.Join(texts(e.words()), " "))
	}
	fmt.Fprintf(b, bashHead, strings.Join(names, "|"))
	b.WriteString(values.String())
	b.WriteString("  esac\n  case \"$command\" in\n")
	b.WriteString(cases.String())
	b.WriteString(bashTail)
}

// zsh writes a function for each command, by which zsh completes with descriptions.
func zsh(b *strings.Builder, list []entry) {
	b.WriteString("#compdef newsdesk\n")
	for _, e := range list {
		fmt.Fprintf(b, "\n%s() {\n  local state line\n  local -a list\n  typeset -A opt_args\n", zshName(e))
		b.WriteString("  _arguments -C")
		for _, f := range e.flags() {
			b.WriteString(" \\\n    " + zshFlag(f))
		}
		switch {
		case len(e.node.Children) > 0:
			b.WriteString(" \\\n    '1: :->first' '*:: :->rest'\n")
		case len(e.words()) > 0:
			b.WriteString(" \\\n    '1: :->first'\n")
		default:
			b.WriteString(" \\\n    '*:file:_files'\n")
		}
		zshWords(b, e)
		b.WriteString("}\n")
	}
	b.WriteString("\nif [ \"$funcstack[1]\" = _newsdesk ]; then\n  _newsdesk \"$@\"\n")
	b.WriteString("else\n  compdef _newsdesk newsdesk\nfi\n")
}

// zshWords writes what the first argument of a command can be, and goes on with the
// function of the command that it is.
func zshWords(b *strings.Builder, e entry) {
	words := e.words()
	if len(words) == 0 {
		return
	}
	b.WriteString("  case $state in\n  first)\n    list=(\n")
	for _, w := range words {
		fmt.Fprintf(b, "      %s\n", single(strings.TrimSuffix(w.text+":"+trimmed(w.help), ":")))
	}
	b.WriteString("    )\n    _describe command list ;;\n")
	if len(e.node.Children) > 0 {
		b.WriteString("  rest)\n    case $line[1] in\n")
		for _, c := range e.node.Children {
			fmt.Fprintf(b, "    %s) %s_%s ;;\n", c.Name, zshName(e), c.Name)
		}
		b.WriteString("    esac ;;\n")
	}
	b.WriteString("  esac\n")
}

// zshName returns the name of the function that completes a command.
func zshName(e entry) string { return strings.Join(append([]string{"_newsdesk"}, e.path...), "_") }

// zshFlag describes a flag to _arguments.
func zshFlag(f *kong.Flag) string {
	help := strings.NewReplacer("[", "(", "]", ")", ":", " -").Replace(trimmed(f.Help))
	spec := fmt.Sprintf("--%s[%s]", f.Name, help)
	switch {
	case f.Enum != "":
		spec = fmt.Sprintf("--%s=[%s]:value:(%s)", f.Name, help, strings.Join(f.EnumSlice(), " "))
	case !f.IsBool() && !f.IsCounter():
		spec = fmt.Sprintf("--%s=[%s]:value:_files", f.Name, help)
	}
	return single(spec)
}

// fishHead has two conditions: the line is within a command, and nothing stands behind
// the command yet.
const fishHead = `function __newsdesk_in
    set -l words (commandline -opc)
    test (count $words) -gt (count $argv); or return 1
    test (count $argv) = 0; and return 0
    set -l last (math (count $argv) + 1)
    set -l command $words[2..$last]
    test "$command" = "$argv"
end
function __newsdesk_after
    set -l words (commandline -opc)
    test (count $words) = (math (count $argv) + 1); and __newsdesk_in $argv
end
`

// fish writes a line for each word and flag.
func fish(b *strings.Builder, list []entry) {
	b.WriteString(fishHead)
	for _, e := range list {
		for _, w := range e.words() {
			fmt.Fprintf(b, "complete -c newsdesk -n '%s' -f -a %s -d %s\n",
				strings.TrimSpace("__newsdesk_after "+e.name()), w.text, fishQuote(trimmed(w.help)))
		}
		for _, f := range e.node.Flags {
			fmt.Fprintf(b, "complete -c newsdesk -n '%s' -l %s", strings.TrimSpace("__newsdesk_in "+e.name()), f.Name)
			if f.Short != 0 {
				fmt.Fprintf(b, " -s %c", f.Short)
			}
			switch {
			case f.Enum != "":
				fmt.Fprintf(b, " -x -a %s", fishQuote(strings.Join(f.EnumSlice(), " ")))
			case !f.IsBool():
				b.WriteString(" -r")
			}
			fmt.Fprintf(b, " -d %s\n", fishQuote(trimmed(f.Help)))
		}
	}
}

// trimmed returns a help text without its full stop, on one line.
func trimmed(help string) string {
	return strings.TrimSuffix(strings.Join(strings.Fields(help), " "), ".")
}

// single quotes a word for bash and zsh.
func single(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

// fishQuote quotes a word for fish.
func fishQuote(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(s) + "'"
}
