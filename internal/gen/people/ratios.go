// Package people reads lists of people's names for the programs that make tables.
package people

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// Ratios reads ratios.py of the Python package probablepeople and calls yield for
// each name with the share, 0..1, of its bearers who have it as their first name.
func Ratios(path string, yield func(name string, first float64)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		line := strings.TrimSuffix(strings.TrimSpace(sc.Text()), ",")
		quoted, ratio, ok := strings.Cut(line, ": ")
		if !ok {
			continue
		}
		var name string
		var first float64
		if json.Unmarshal([]byte(quoted), &name) != nil || json.Unmarshal([]byte(ratio), &first) != nil {
			return fmt.Errorf("%s: cannot read %q", path, line)
		}
		yield(name, first)
	}
	return sc.Err()
}
