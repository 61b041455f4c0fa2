package opensearch_test

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/search/opensearch"
)

// node is a node of OpenSearch that a test started.
type node struct {
	url, data string
	port      int
	cmd       *exec.Cmd
	out       *bytes.Buffer
}

// startScript is what starts a node; it says where it keeps its jars.
const startScript = "testdata/node/start"

// cacheDir is the folder where the script keeps them.
func cacheDir() string {
	if dir := os.Getenv("DATELINE_NODE"); dir != "" {
		return dir
	}
	base := os.Getenv("XDG_CACHE_HOME")
	if base == "" {
		base = filepath.Join(os.Getenv("HOME"), ".cache")
	}
	return filepath.Join(base, "dateline", "opensearch-node")
}

// newNode starts a node with its data in a folder, or skips the test.
func newNode(t testing.TB, data string, port int) *node {
	t.Helper()
	n := &node{data: data, port: port, url: fmt.Sprintf("http://127.0.0.1:%d", port), out: new(bytes.Buffer)}
	n.start(t)
	return n
}

// start starts the node and waits until it answers.
func (n *node) start(t testing.TB) {
	t.Helper()
	script, err := filepath.Abs(startScript)
	require.NoError(t, err)
	n.cmd = exec.Command("nice", script, fmt.Sprint(n.port), n.data)
	n.cmd.Stdout, n.cmd.Stderr = n.out, n.out
	require.NoError(t, n.cmd.Start())
	for range 2400 { // four minutes: a busy machine starts it slowly
		res, err := http.Get(n.url + "/_cluster/health?wait_for_status=yellow&timeout=30s")
		if err == nil {
			res.Body.Close()
			if res.StatusCode == http.StatusOK {
				return
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
	n.kill()
	require.Fail(t, "the node does not answer", n.out.String())
}

// kill ends the node at once, as a power cut does.
func (n *node) kill() {
	_ = n.cmd.Process.Kill()
	_ = n.cmd.Wait()
}

// freePort returns a port that nobody has.
func freePort(t testing.TB) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// needsNode skips a test where no node can be started.
func needsNode(t testing.TB) {
	t.Helper()
	if testing.Short() {
		t.Skip("a node of OpenSearch takes ten seconds to start")
	}
	if _, err := exec.LookPath("java"); err != nil {
		t.Skip("no java to run a node of OpenSearch with")
	}
	if _, err := os.Stat(filepath.Join(cacheDir(), "classes", "Node.class")); err != nil {
		t.Skipf("no jars of OpenSearch in %s: run search/opensearch/%s -fetch once", cacheDir(), startScript)
	}
}

// shared is the node that the tests of the package share, started when the first
// needs it. TestMain ends it.
var shared struct {
	once sync.Once
	node *node
}

func TestMain(m *testing.M) {
	code := m.Run()
	if n := shared.node; n != nil {
		n.kill()
		os.RemoveAll(n.data)
	}
	os.Exit(code)
}

// cluster returns the URL of a node: that of DATELINE_OPENSEARCH, or one of our own.
func cluster(t testing.TB) string {
	t.Helper()
	if url := os.Getenv("DATELINE_OPENSEARCH"); url != "" {
		return url
	}
	needsNode(t)
	shared.once.Do(func() {
		data, err := os.MkdirTemp("", "dateline-node")
		require.NoError(t, err)
		shared.node = newNode(t, data, freePort(t))
	})
	require.NotNil(t, shared.node, "the node did not start")
	return shared.node.url
}

var names atomic.Int64

// open opens a new archive, which goes when the test ends.
func open(t testing.TB, c opensearch.Config) *opensearch.Archive {
	t.Helper()
	if c.Addresses == nil {
		c.Addresses = []string{cluster(t)}
	}
	if c.Index == "" {
		c.Index = fmt.Sprintf("dateline-test-%d-%d", os.Getpid(), names.Add(1))
	}
	if c.Replicas == 0 {
		c.Replicas = -1
	}
	a, err := opensearch.Open(t.Context(), c)
	require.NoError(t, err)
	t.Cleanup(func() {
		require.NoError(t, a.Close())
		request(t, http.MethodDelete, c.Addresses[0]+"/"+c.Index+"-*", "")
		request(t, http.MethodDelete, c.Addresses[0]+"/"+c.Index+".alerts?ignore_unavailable=true", "")
		request(t, http.MethodDelete, c.Addresses[0]+"/_index_template/"+c.Index, "")
	})
	return a
}

// request makes a request beside the archive and returns the answer.
func request(t testing.TB, method, url, body string) string {
	t.Helper()
	req, err := http.NewRequestWithContext(context.Background(), method, url, strings.NewReader(body))
	require.NoError(t, err)
	req.Header.Set("Content-Type", "application/json")
	res, err := http.DefaultClient.Do(req)
	require.NoError(t, err)
	defer res.Body.Close()
	var b bytes.Buffer
	_, err = b.ReadFrom(res.Body)
	require.NoError(t, err)
	return b.String()
}
