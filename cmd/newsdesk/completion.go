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
  newsdesk completion zsh > ~/.zsh/newsdesk.zsh
  newsdesk completion fish > ~/.config/fish/completions/newsdesk.fish`
}

// Run runs the command.
func (c *completionCommand) Run(d *desk, ctx *kong.Context) error {
	var b strings.Builder
	switch c.Shell {
	case "fish":
		fish(&b, ctx.Model)
	case "zsh":
		b.WriteString("autoload -U +X bashcompinit && bashcompinit\n")
		bash(&b, ctx.Model)
	default:
		bash(&b, ctx.Model)
	}
	_, err := io.WriteString(d.stdout, b.String())
	return err
}

// bash writes a function that bash, and zsh with its bashcompinit, completes by.
func bash(b *strings.Builder, app *kong.Application) {
	var names []string
	var flags, values strings.Builder
	for _, c := range app.Children {
		names = append(names, c.Name)
		var list []string
		for _, f := range c.Flags {
			list = append(list, "--"+f.Name)
			if f.Enum != "" {
				fmt.Fprintf(&values, "    \"%s --%s\") COMPREPLY=($(compgen -W %q -- \"$cur\")); return ;;\n",
					c.Name, f.Name, strings.Join(f.EnumSlice(), " "))
			}
		}
		fmt.Fprintf(&flags, "      %s) COMPREPLY=($(compgen -W %q -- \"$cur\")) ;;\n", c.Name, strings.Join(list, " "))
	}
	fmt.Fprintf(b, `_newsdesk() {
  local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}"
  if [ "$COMP_CWORD" = 1 ]; then
    COMPREPLY=($(compgen -W %q -- "$cur"))
    return
  fi
  case "${COMP_WORDS[1]} $prev" in
%s  esac
  case "$cur" in
  -*)
    case "${COMP_WORDS[1]}" in
%s    esac ;;
  *) COMPREPLY=($(compgen -f -- "$cur")) ;;
  esac
}
complete -o filenames -F _newsdesk newsdesk
`, strings.Join(names, " "), values.String(), flags.String())
}

// fish writes a line for each command and flag.
func fish(b *strings.Builder, app *kong.Application) {
	quoted := func(s string) string {
		return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(strings.TrimSuffix(s, ".")) + "'"
	}
	for _, c := range app.Children {
		fmt.Fprintf(b, "complete -c newsdesk -n __fish_use_subcommand -f -a %s -d %s\n", c.Name, quoted(c.Help))
		for _, f := range c.Flags {
			fmt.Fprintf(b, "complete -c newsdesk -n '__fish_seen_subcommand_from %s' -l %s", c.Name, f.Name)
			switch {
			case f.Enum != "":
				fmt.Fprintf(b, " -x -a %s", quoted(strings.Join(f.EnumSlice(), " ")))
			case !f.IsBool():
				b.WriteString(" -r")
			}
			fmt.Fprintf(b, " -d %s\n", quoted(f.Help))
		}
	}
}
