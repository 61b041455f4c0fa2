package web

import "slices"

// Routes lists what is served, as "METHOD path".
func (s *Site) Routes() []string {
	var list []string
	for path, methods := range s.routes {
		for method := range methods {
			list = append(list, method+" "+path)
		}
	}
	slices.Sort(list)
	return list
}
