// Package wholefile writes files that are either as they were or as they are to be, whenever the power goes.
package wholefile

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
)

// Write puts a file in the place of the old one when all of it is on disk. Nothing is left of it after an error, but
// for one about the folder, in which the file then stands.
func Write(name string, text []byte) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	_, err = f.Write(text)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), name); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(name))
}

// syncFolder makes the names in a folder last. Windows has no such thing.
func syncFolder(name string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
