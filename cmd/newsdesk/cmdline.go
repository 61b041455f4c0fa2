package main

import (
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// entry is a command as completion and the man page describe it: a node of the command
// line with the words that lead to it.
type entry struct {
	node *kong.Node
	path []string // such as {"names", "check"}; empty for the program itself
}

// name returns the words that lead to the command, with blanks between.
func (e entry) name() string { return strings.Join(e.path, " ") }

// entries lists the program and all of its commands, each before its own commands.
func entries(app *kong.Application) []entry {
	var list []entry
	var walk func(n *kong.Node, path []string)
	walk = func(n *kong.Node, path []string) {
		list = append(list, entry{n, path})
		for _, c := range n.Children {
			walk(c, append(slices.Clip(path), c.Name))
		}
	}
	walk(app.Node, nil)
	return list
}

// flags lists the flags that the command takes, its own first.
func (e entry) flags() []*kong.Flag {
	var list []*kong.Flag
	for n := e.node; n != nil; n = n.Parent {
		list = append(list, n.Flags...)
	}
	return list
}

// word is a word that may stand behind a command, with what it means.
type word struct{ text, help string }

// words lists what the first argument of the command can be; none where it is free, such
// as the name of a file.
func (e entry) words() []word {
	n := e.node
	if _, ok := n.Target.Addr().Interface().(*helpCommand); ok {
		for n.Parent != nil {
			n = n.Parent
		}
	}
	var list []word
	for _, c := range n.Children {
		list = append(list, word{c.Name, c.Help})
	}
	for _, p := range n.Positional[:min(len(n.Positional), 1)] {
		for _, v := range enumOf(p) {
			list = append(list, word{text: v})
		}
	}
	return list
}

// texts returns the words alone.
func texts(list []word) []string {
	var out []string
	for _, w := range list {
		out = append(out, w.text)
	}
	return out
}

// enumOf lists the values that a flag or argument can have, nil where any is taken.
func enumOf(v *kong.Value) []string {
	if v.Enum == "" {
		return nil
	}
	return v.EnumSlice()
}
