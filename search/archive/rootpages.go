package archive

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"time"
)

// sound looks at every page of the store's root before bolt maps it into memory,
// since bolt trusts what it reads: it may run in circles in a damaged file, or
// beyond the end of one cut short, where no error can be caught. A file that
// another process is writing to is read again.
func sound(dir string) (err error) {
	for range 3 {
		var b []byte
		if b, err = readSmall(dir, rootPath, maxRoot); err != nil {
			return err
		}
		if err = pagesOf(b); err == nil {
			return nil
		}
		time.Sleep(lockDelay / 10)
	}
	return fmt.Errorf("%w: %s: %w", ErrDamaged, rootPath, err)
}

// maxRoot is the longest root that is read: some 300 bytes for each segment, and
// what older ones leave free.
const maxRoot = 256 << 20

// The layout of bolt's files, see its package internal/common: page headers of 16
// bytes, two meta pages, then trees of branch and leaf pages. Numbers are in the
// order of the machine that wrote them.
const (
	boltMagic   = 0xED0CDAED
	boltVersion = 2
	pageHeader  = 16
	metaSize    = 64
	element     = 16
	bucketHead  = 16
	branchPage  = 0x01
	leafPage    = 0x02
	metaPage    = 0x04
	freePage    = 0x10
	bucketLeaf  = 0x01
	noFreelist  = ^uint64(0)
	deepest     = 64
)

var order = binary.NativeEndian

// tree is a file of pages that is being walked.
type tree struct {
	b    []byte
	size uint64 // of a page
	end  uint64 // the first page beyond those in use
	seen map[uint64]bool
}

// pagesOf walks all trees of a file.
func pagesOf(b []byte) error {
	m, size, err := newestMeta(b)
	if err != nil {
		return err
	}
	t := tree{b: b, size: uint64(size), end: order.Uint64(m[40:]), seen: map[uint64]bool{}}
	if t.end > uint64(len(b))/t.size {
		return errors.New("cut short")
	}
	if free := order.Uint64(m[32:]); free != noFreelist {
		if _, flags, _, err := t.page(free); err != nil || flags != freePage {
			return errors.Join(fmt.Errorf("page %d is no list of free pages", free), err)
		}
	}
	return t.walk(order.Uint64(m[16:]), 0)
}

// newestMeta returns the valid meta page with the highest transaction.
func newestMeta(b []byte) (newest []byte, size int, err error) {
	// The second one stands a page after the first, whose size the first may not
	// tell when it is the one that is broken.
	for _, at := range []int{0, 1 << 10, 1 << 11, 1 << 12, 1 << 13, 1 << 14, 1 << 15, 1 << 16} {
		if len(b) < at+pageHeader+metaSize || order.Uint16(b[at+8:])&metaPage == 0 {
			continue
		}
		m := b[at+pageHeader : at+pageHeader+metaSize]
		h := fnv.New64a()
		h.Write(m[:metaSize-8])
		s := int(order.Uint32(m[8:]))
		known := order.Uint32(m) == boltMagic && order.Uint32(m[4:]) == boltVersion
		if !known || order.Uint64(m[56:]) != h.Sum64() || at != 0 && at != s || s < 1<<10 {
			continue
		}
		if newest == nil || order.Uint64(m[48:]) > order.Uint64(newest[48:]) {
			newest, size = m, s
		}
	}
	if newest == nil {
		return nil, 0, errors.New("no valid meta page")
	}
	return newest, size, nil
}

// page returns the bytes of a page from its header on.
func (t *tree) page(id uint64) (p []byte, flags, count uint16, err error) {
	if id < 2 || id >= t.end {
		return nil, 0, 0, fmt.Errorf("page %d is outside of the file", id)
	}
	p = t.b[id*t.size:]
	flags, count = order.Uint16(p[8:]), order.Uint16(p[10:])
	last := id + uint64(order.Uint32(p[12:]))
	if order.Uint64(p) != id || last >= t.end {
		return nil, 0, 0, fmt.Errorf("page %d is another one", id)
	}
	return p[:(last-id+1)*t.size], flags, count, nil
}

// walk looks at a page and all below it.
func (t *tree) walk(id uint64, depth int) error {
	p, flags, count, err := t.page(id)
	if err != nil {
		return err
	}
	if t.seen[id] || depth > deepest {
		return fmt.Errorf("page %d is met twice", id)
	}
	t.seen[id] = true
	return t.elements(p, flags, count, id, depth)
}

// elements looks at the elements of a page, which may lie within another.
func (t *tree) elements(p []byte, flags, count uint16, id uint64, depth int) error {
	for i := range int(count) {
		at := pageHeader + i*element
		if at+element > len(p) {
			return fmt.Errorf("page %d holds less than it says", id)
		}
		e := p[at:]
		switch flags {
		case branchPage:
			if _, err := cut(e, order.Uint32(e), order.Uint32(e[4:])); err != nil {
				return fmt.Errorf("page %d: %w", id, err)
			}
			if err := t.walk(order.Uint64(e[8:]), depth+1); err != nil {
				return err
			}
		case leafPage:
			kv, err := cut(e, order.Uint32(e[4:]), order.Uint32(e[8:]), order.Uint32(e[12:]))
			if err != nil {
				return fmt.Errorf("page %d: %w", id, err)
			}
			if order.Uint32(e)&bucketLeaf != 0 {
				if err := t.bucket(kv[order.Uint32(e[8:]):], id, depth); err != nil {
					return err
				}
			}
		}
	}
	if flags != leafPage && (flags != branchPage || count == 0) {
		return fmt.Errorf("page %d is of no known kind", id)
	}
	return nil
}

// bucket looks at a bucket, which has a page of its own or lies in its value.
func (t *tree) bucket(v []byte, id uint64, depth int) error {
	if len(v) < bucketHead {
		return fmt.Errorf("page %d: a bucket is cut short", id)
	}
	if root := order.Uint64(v); root != 0 {
		return t.walk(root, depth+1)
	}
	if v = v[bucketHead:]; len(v) < pageHeader || depth > deepest || order.Uint16(v[8:]) != leafPage {
		return fmt.Errorf("page %d: a bucket is cut short", id)
	}
	return t.elements(v, leafPage, order.Uint16(v[10:]), id, depth+1)
}

// cut returns the bytes at a position in an element, as long as the sizes say.
func cut(e []byte, position uint32, sizes ...uint32) ([]byte, error) {
	end := uint64(position)
	for _, s := range sizes {
		end += uint64(s)
	}
	if end > uint64(len(e)) {
		return nil, errors.New("an element reaches beyond it")
	}
	return e[position:end], nil
}
