// Package pace lets long loops heed a context at the cost of a subtraction.
//
//	p := pace.New(ctx)
//	for _, s := range sentences {
//		if p.Stop(s.Len()) {
//			break
//		}
//		…
//	}
//	return p.Err()
//
// A loop that is deep inside a stage breaks off and leaves the error to the one
// that called the stage, so that the functions in between need no error of their own.
package pace

import "context"

// Every is how many units of work are done between two looks at the context. A
// unit is what takes about a microsecond, such as a token.
const Every = 4096

// Pace counts work and looks at a context now and then. A nil Pace never stops. It
// must not be shared between goroutines.
type Pace struct {
	ctx  context.Context
	left int
	err  error
}

// New returns a Pace that has not looked at the context yet.
func New(ctx context.Context) *Pace { return &Pace{ctx: ctx} }

// Stop counts units of work and reports whether the context has ended, and with it
// the work.
func (p *Pace) Stop(units int) bool {
	if p == nil {
		return false
	}
	if p.left -= max(units, 1); p.left < 0 && p.err == nil {
		p.left = Every
		p.err = p.ctx.Err()
	}
	return p.err != nil
}

// Now looks at the context at once, as between two steps, and returns its error.
func (p *Pace) Now() error {
	if p == nil {
		return nil
	}
	if p.err == nil {
		p.left = Every
		p.err = p.ctx.Err()
	}
	return p.err
}

// Err returns the context's error if Stop or Now has seen it.
func (p *Pace) Err() error {
	if p == nil {
		return nil
	}
	return p.err
}
