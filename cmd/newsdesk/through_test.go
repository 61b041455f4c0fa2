package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/archive"
)

// ferries are n articles as JSON lines.
func ferries(n int) string {
	var lines strings.Builder
	for i := range n {
		fmt.Fprintf(&lines, `{"id":"late-%d","title":"Ferry %d late","text":"Ferry number %d to Bergen was late on Monday."}`+"\n", i, i, i)
	}
	return lines.String()
}

func TestIndexGoesThroughTheDeskThatHasTheArchive(t *testing.T) {
	folder(t, map[string]string{
		"wire.jsonl": wire, "late.jsonl": ferries(30) + "{\n", "names.tsv": "add\tThe Seventh Line\tORG\tFerry number 7\n",
	})
	require.Equal(t, 0, newsdesk(t, "", "index", "--index", "arch", "wire.jsonl").code)
	_, log := serving(t, func(base string) {
		info, err := os.Stat("arch.desk.json")
		require.NoError(t, err)
		if runtime.GOOS != "windows" {
			assert.Equal(t, os.FileMode(0o600), info.Mode().Perm(), "the key is nobody else's")
		}
		r := newsdesk(t, "", "index", "--index", "arch", "--names", "names.tsv", "late.jsonl")
		assert.Equal(t, 1, r.code, r.err)
		assert.Contains(t, r.err, "newsdesk: arch is open in the desk at "+base+", which is given the articles\n")
		assert.Contains(t, r.err, "newsdesk: 30 articles stored by the desk\nnewsdesk: 1 of 31 articles failed\n")
		_, body := page(t, base+"/api/search?q=late")
		assert.Contains(t, body, `"total":31`)
		_, body = page(t, base+"/api/article?id=late-7")
		assert.Contains(t, body, "The Seventh Line", "the names are those of the one who gave the article")

		tagged := newsdesk(t, article("tagged", story), "tag", "-")
		r = newsdesk(t, tagged.out, "index", "--index", "arch", "--documents", "-")
		assert.Equal(t, result{0, "", "newsdesk: arch is open in the desk at " + base + ", which is given the articles\n" +
			"newsdesk: 1 article stored by the desk\n"}, r)

		r = newsdesk(t, "", "index", "--index", "arch", "--undelete", "wire.jsonl")
		assert.Equal(t, 2, r.code)
		assert.Contains(t, r.err, "stop the desk first")

		res, err := http.Post(base+"/api/alerts", "application/json", strings.NewReader(`{"id":"a","query":"b"}`))
		require.NoError(t, err)
		res.Body.Close()
		assert.Equal(t, http.StatusForbidden, res.StatusCode, "for all others the desk is read only")
	}, "--index", "arch", "--quiet")
	assert.NoFileExists(t, "arch.desk.json", log)
}

func TestIndexGivesToADeskAnywhere(t *testing.T) {
	folder(t, map[string]string{"wire.jsonl": wire, "late.jsonl": ferries(3)})
	require.Equal(t, 0, newsdesk(t, "", "index", "--index", "arch", "wire.jsonl").code)
	serving(t, func(base string) {
		r := newsdesk(t, "", "index", "--desk", base+"/", "--token", "token of the desk", "late.jsonl")
		assert.Equal(t, result{0, "", "newsdesk: 3 articles stored by the desk\n"}, r)
		r = newsdesk(t, "", "index", "--desk", base, "--token", "another token", "late.jsonl")
		assert.Equal(t, 2, r.code)
		assert.Equal(t, "newsdesk: the desk at "+base+": this needs the token of the desk\n", r.err)
		for _, address := range []string{"desk.example", "ftp://desk.example", "http://"} {
			r = newsdesk(t, "", "index", "--desk", address, "late.jsonl")
			assert.Equal(t, 2, r.code)
			assert.Contains(t, r.err, "--desk: not an address", address)
		}
	}, "--index", "arch", "--quiet", "--token", "token of the desk")
}

func TestIndexWaitsForItsTurn(t *testing.T) {
	folder(t, map[string]string{
		"wire.jsonl": wire, "arch.desk.json": `{"address":"http://127.0.0.1:1","key":"of a desk that was killed"}`,
	})
	require.Equal(t, 0, newsdesk(t, "", "index", "--index", "arch", "wire.jsonl").code)
	a, err := archive.Open(t.Context(), "arch", archive.Options{})
	require.NoError(t, err)
	r := newsdesk(t, "", "index", "--index", "arch", "--wait", "1ms", "wire.jsonl")
	assert.Equal(t, 2, r.code)
	assert.Contains(t, r.err, "open in another process")

	var stderr heard
	code := make(chan int, 1)
	go func() {
		args := []string{"index", "--index", "arch", "wire.jsonl"}
		code <- run(t.Context(), args, strings.NewReader(""), io.Discard, &stderr)
	}()
	require.Eventually(t, func() bool {
		return strings.Contains(stderr.String(), "arch is in use: waiting for it")
	}, time.Minute, 10*time.Millisecond)
	require.NoError(t, a.Close())
	assert.Equal(t, 0, <-code)
	assert.Contains(t, stderr.String(), "0 articles added, 3 there already, 3 in the archive")
}

// endless gives articles and ends the run after some, as somebody does at the keyboard.
type endless struct {
	left atomic.Int32
	stop context.CancelFunc
	rest bytes.Buffer
}

func (e *endless) Read(p []byte) (int, error) {
	if e.rest.Len() == 0 {
		left := e.left.Add(-1)
		if left < 0 {
			e.stop()
		}
		fmt.Fprintf(&e.rest, `{"id":"e%d","text":"Ferry number %d to Bergen was late on Monday."}`+"\n", left, left)
	}
	return e.rest.Read(p)
}

// TestInterruptKeepsWhatWasRead ends a run long before a batch is full.
func TestInterruptKeepsWhatWasRead(t *testing.T) {
	folder(t, map[string]string{"wire.jsonl": wire})
	require.Equal(t, 0, newsdesk(t, "", "index", "--index", "arch", "wire.jsonl").code)
	interrupted := func(want string) {
		ctx, stop := context.WithCancel(t.Context())
		in := &endless{stop: stop}
		in.left.Store(1200)
		var stderr heard
		code := run(ctx, []string{"index", "--index", "arch", "--as", "jsonl", "--workers", "1", "-"}, in, io.Discard, &stderr)
		assert.Equal(t, 130, code)
		assert.Regexp(t, want+`[\s\S]*newsdesk: interrupted\n$`, stderr.String())
	}
	interrupted(`newsdesk: [1-9]\d* articles added, \d+ in the archive`)
	serving(t, func(string) { interrupted(`newsdesk: [1-9]\d* articles stored by the desk`) }, "--index", "arch", "--quiet")
	assert.Equal(t, 0, newsdesk(t, "", "check", "--index", "arch").code)
}

// narrowDesk is a desk that takes so many bytes at once, and is busy for its first requests.
type narrowDesk struct {
	longest int
	busy    int    // requests that are refused first
	never   bool   // it does not say when to come again
	jobs    string // what it says of a batch, %d for the articles in it
	job     string // what it says of a job then, "" for one that is done

	mu   sync.Mutex
	took []int // articles of each batch that it took
}

func (n *narrowDesk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n.mu.Lock()
	defer n.mu.Unlock()
	body, _ := io.ReadAll(r.Body)
	refuse := func(status int, why string) {
		if !n.never {
			w.Header().Set("Retry-After", "1")
		}
		w.WriteHeader(status)
		fmt.Fprintf(w, `{"error":{"message":%q}}`, why)
	}
	switch n.busy--; {
	case n.busy >= 0:
		refuse(http.StatusServiceUnavailable, "too many articles are waiting")
	case r.Method == http.MethodGet:
		fmt.Fprint(w, cmp.Or(n.job, `{"id":"1","state":"done","stored":1}`))
	case len(body) > n.longest:
		refuse(http.StatusRequestEntityTooLarge, "the request is too large")
	default:
		lines := bytes.Count(body, []byte("\n"))
		n.took = append(n.took, lines)
		w.WriteHeader(http.StatusAccepted)
		fmt.Fprintf(w, n.jobs, lines)
	}
}

// at starts the desk and returns its address.
func (n *narrowDesk) at(t *testing.T) string {
	t.Helper()
	s := httptest.NewServer(n)
	t.Cleanup(s.Close)
	return s.URL
}

const takesAll = `{"id":"1","state":"done","stored":%d}`

func TestLongArticlesReachTheDeskAlone(t *testing.T) {
	desk := &narrowDesk{longest: 16 << 20, jobs: takesAll}
	through := through{to: &runningDesk{Address: desk.at(t)}, refused: func(err error) { t.Error(err) }}
	n, err := through.all(t.Context(), func(yield func(*dateline.Document, error) bool) {
		for i, size := range []int{1, 3 << 20, 15 << 20, 1, 1, 3 << 20, 2 << 20, 1} {
			yield(&dateline.Document{ID: fmt.Sprint(i), Text: strings.Repeat("a", size)}, nil)
		}
	})
	require.NoError(t, err)
	assert.Equal(t, 8, n)
	assert.Equal(t, []int{2, 1, 3, 2}, desk.took)
}

func TestAnArticleTooLongForTheDeskIsRefusedAlone(t *testing.T) {
	long := `{"id":"long","title":"Ferries late","text":"` + strings.Repeat("The ferry to Bergen was late. ", 200) + `"}` + "\n"
	folder(t, map[string]string{"late.jsonl": ferries(7) + long + ferries(4)})
	desk := &narrowDesk{longest: 20_000, jobs: takesAll}
	base := desk.at(t)
	r := newsdesk(t, "", "index", "--desk", base, "--errors", "bad.jsonl", "late.jsonl")
	assert.Equal(t, 1, r.code)
	assert.Equal(t, `newsdesk: article "long": the desk at `+base+": the request is too large\n"+
		"newsdesk: 11 articles stored by the desk\nnewsdesk: 1 of 12 articles failed, kept in bad.jsonl\n", r.err)
	bad, err := os.ReadFile("bad.jsonl")
	require.NoError(t, err)
	assert.Contains(t, string(bad), `article \"long\"`)
	assert.Greater(t, len(desk.took), 2, "in parts")
}

func TestABusyDeskIsWaitedFor(t *testing.T) {
	folder(t, map[string]string{"late.jsonl": ferries(3)})
	tests := map[string]struct {
		desk *narrowDesk
		wait string
		want result
	}{
		"as long as one likes": {&narrowDesk{busy: 2, jobs: takesAll}, "1m", result{0, "",
			"newsdesk: the desk at BASE: too many articles are waiting: waiting for it\nnewsdesk: 3 articles stored by the desk\n"}},
		"no longer": {&narrowDesk{busy: 1e6, jobs: takesAll}, "10ms", result{2, "",
			"newsdesk: the desk at BASE: too many articles are waiting: waiting for it\n" +
				"newsdesk: the desk at BASE: too many articles are waiting\n"}},
		"not at all": {&narrowDesk{busy: 1e6, jobs: takesAll}, "0s", result{2, "",
			"newsdesk: the desk at BASE: too many articles are waiting\n"}},
		"one whose disk is only read, in vain": {&narrowDesk{busy: 1e6, never: true, jobs: takesAll}, "1m", result{2, "",
			"newsdesk: the desk at BASE: too many articles are waiting\n"}},
		"a job that fails says why": {&narrowDesk{jobs: `{"state":"failed","stored":%d,"errors":["a.html: no words","the disk is full"]}`},
			"1m", result{2, "", "newsdesk: a.html: no words\nnewsdesk: 3 articles stored by the desk\n" +
				"newsdesk: 1 of 3 articles failed\nnewsdesk: the desk at BASE could not take the articles: the disk is full\n"}},
		"a job that runs is asked for": {&narrowDesk{jobs: `{"id":"1","state":"running","stored":%d}`}, "1m", result{0, "",
			"newsdesk: 1 article stored by the desk\n"}},
		"an answer of something else": {&narrowDesk{jobs: `{"taken":%d}`}, "1m", result{2, "",
			"newsdesk: the desk at BASE does not say what became of the articles\n"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			test.desk.longest = 1 << 20
			base := test.desk.at(t)
			r := newsdesk(t, "", "index", "--desk", base, "--wait", test.wait, "late.jsonl")
			r.err = strings.ReplaceAll(r.err, base, "BASE")
			assert.Equal(t, test.want, r)
		})
	}
}

// A desk whose job stands still was asked for it without end.
func TestAJobThatStandsStillIsGivenUp(t *testing.T) {
	for _, state := range []string{"waiting", "running"} {
		desk := &narrowDesk{longest: 1 << 20, jobs: `{"id":"%d","state":"` + state + `","stored":0}`,
			job: `{"id":"1","state":"` + state + `","stored":0}`}
		through := through{to: &runningDesk{Address: desk.at(t)}, silence: 200 * time.Millisecond}
		n, err := through.all(t.Context(), func(yield func(*dateline.Document, error) bool) {
			yield(&dateline.Document{ID: "a", Text: "The ferry was late."}, nil)
		})
		assert.Zero(t, n)
		require.ErrorContains(t, err, "nothing has become of the articles in 200ms: they are "+state+" still")
	}
}
