package web

import (
	"html/template"
	"strconv"
	"text/template/parse"
)

// settle puts the words that a template says into its text, so that a page takes no longer in any language than if it
// were written in it: {{word "key"}} and {{part "key" 0}} become text. It must come before the template is first
// executed.
func (in speech) settle(t *template.Template) {
	for _, one := range t.Templates() {
		if one.Tree != nil && one.Tree.Root != nil {
			in.settleList(one.Tree.Root)
		}
	}
}

// settleList settles the nodes of a list, and those in them.
func (in speech) settleList(list *parse.ListNode) {
	if list == nil {
		return
	}
	for i, node := range list.Nodes {
		switch n := node.(type) {
		case *parse.ActionNode:
			if words, ok := in.constant(n); ok {
				list.Nodes[i] = &parse.TextNode{
					NodeType: parse.NodeText, Pos: n.Pos, Text: []byte(template.HTMLEscapeString(words)),
				}
			}
		case *parse.IfNode:
			in.settleBranch(&n.BranchNode)
		case *parse.RangeNode:
			in.settleBranch(&n.BranchNode)
		case *parse.WithNode:
			in.settleBranch(&n.BranchNode)
		}
	}
}

func (in speech) settleBranch(b *parse.BranchNode) {
	in.settleList(b.List)
	in.settleList(b.ElseList)
}

// constant returns what an action says that says the same in every page.
func (in speech) constant(n *parse.ActionNode) (string, bool) {
	if len(n.Pipe.Decl) > 0 || len(n.Pipe.Cmds) != 1 {
		return "", false
	}
	args := n.Pipe.Cmds[0].Args
	name, ok := args[0].(*parse.IdentifierNode)
	if !ok || len(args) < 2 {
		return "", false
	}
	key, ok := args[1].(*parse.StringNode)
	if !ok {
		return "", false
	}
	switch {
	case name.Ident == "word" && len(args) == 2:
		return in.Word(key.Text), true
	case name.Ident == "part" && len(args) == 3:
		i, err := strconv.Atoi(args[2].String())
		return in.Part(key.Text, i), err == nil
	}
	return "", false
}
