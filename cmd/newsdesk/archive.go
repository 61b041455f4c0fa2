package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
	"github.com/dateline-go/dateline/search/opensearch"
)

// archiveFlag names an archive on this machine, for the commands that are about its files.
type archiveFlag struct {
	Index string `required:"" placeholder:"DIR" env:"NEWSDESK_INDEX" help:"The folder of the archive."`
}

// open opens an archive that is there.
func (f archiveFlag) open(d *desk) (*archive.Archive, error) { return f.openTo(d, archive.Options{}) }

// openTo opens an archive that is there, with options.
func (f archiveFlag) openTo(d *desk, o archive.Options) (*archive.Archive, error) {
	entries, err := os.ReadDir(f.Index)
	switch {
	case errors.Is(err, fs.ErrNotExist), err == nil && len(entries) == 0:
		return nil, usage(fmt.Errorf("%s: no archive here: make one with newsdesk index --index %s", f.Index, f.Index))
	}
	return f.make(d, o) // which says what else is wrong
}

// make opens an archive, a new one where there is none.
func (f archiveFlag) make(d *desk, o archive.Options) (*archive.Archive, error) {
	if f.Index == "" {
		return nil, usage(errors.New("--index: needs the name of a folder"))
	}
	a, err := archive.Open(d.ctx, f.Index, o)
	if err != nil {
		return nil, usage(err)
	}
	return a, nil
}

// engineFlag names an archive wherever it is, for the commands that only ask it.
type engineFlag struct {
	Index string `required:"" placeholder:"DIR|URL" env:"NEWSDESK_INDEX" help:"${engine_help}"`
}

// open opens an archive that is there, in a folder or on a cluster. One in a folder is opened for
// reading only, so that whoever asks is in no desk's way.
func (f engineFlag) open(d *desk) (search.Engine, error) {
	if !isCluster(f.Index) {
		return archiveFlag(f).openTo(d, archive.Options{ReadOnly: true})
	}
	c, err := clusterAt(f.Index)
	if err != nil {
		return nil, usage(err)
	}
	a, err := opensearch.Open(d.ctx, c)
	if err != nil {
		return nil, usage(err)
	}
	return a, nil
}

// isCluster reports whether an archive is named by the address of a cluster.
func isCluster(index string) bool {
	return strings.HasPrefix(index, "http://") || strings.HasPrefix(index, "https://")
}

// clusterAt reads the address of an archive on OpenSearch, https://host:9200/news. The name and
// password are those of the address, else of the environment, where other programs see less of them.
func clusterAt(address string) (opensearch.Config, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return opensearch.Config{}, errors.New("--index: not an address of the form https://host:9200/news")
	}
	c := opensearch.Config{
		Index:    strings.Trim(u.Path, "/"),
		Username: os.Getenv("DATELINE_OPENSEARCH_USERNAME"),
		Password: os.Getenv("DATELINE_OPENSEARCH_PASSWORD"),
	}
	if u.User != nil {
		c.Username = u.User.Username()
		c.Password, _ = u.User.Password()
	}
	u.User, u.Path, u.RawPath = nil, "", ""
	c.Addresses = []string{u.String()}
	return c, nil
}

// beside is a file that belongs to an archive: beside its folder, never inside, whatever way the
// folder is named, and for a cluster in the folder where the program runs.
func beside(index, suffix string) (string, error) {
	if isCluster(index) {
		return "newsdesk" + suffix, nil
	}
	dir, err := filepath.Abs(index)
	if err != nil {
		return "", fmt.Errorf("--index: %w", err)
	}
	if filepath.Dir(dir) == dir {
		return "", usage(fmt.Errorf("--index: %s has no folder around it, where its other files would be", dir))
	}
	return dir + suffix, nil
}

// The files that belong to an archive.
const (
	alertsSuffix      = ".alerts.json"
	correctionsSuffix = ".corrections.json"
	deskSuffix        = ".desk.json" // where a desk that runs says how it is reached
)

// closing joins the error of closing an archive to that of the work with it.
func closing(a io.Closer, err error) error { return errors.Join(err, a.Close()) }
