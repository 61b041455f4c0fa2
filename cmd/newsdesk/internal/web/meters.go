package web

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/dateline-go/dateline/search"
)

// meters are what Prometheus reads. Labels come from short lists of ours, so no
// request makes them grow.
type meters struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	analyses *prometheus.CounterVec
	handler  http.Handler
}

func newMeters(a search.Engine) *meters {
	m := &meters{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "newsdesk_http_requests_total", Help: "Requests by page, method and status.",
		}, []string{"path", "method", "code"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "newsdesk_http_request_seconds", Help: "Time to answer, by page.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10},
		}, []string{"path"}),
		analyses: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "newsdesk_analyses_total", Help: "Pages given in to be analysed, by outcome.",
		}, []string{"outcome"}),
	}
	documents := prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "newsdesk_archive_documents", Help: "Articles in the archive.",
	}, func() float64 {
		n, err := a.Count(context.Background())
		if err != nil {
			return -1
		}
		return float64(n)
	})
	m.registry.MustRegister(m.requests, m.seconds, m.analyses, documents,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	m.handler = promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
	return m
}

// methods are those that are counted by name.
var methods = [...]string{http.MethodGet, http.MethodHead, http.MethodPost, http.MethodDelete}

// request counts one.
func (m *meters) request(path, method string, status int, took time.Duration) {
	if !slices.Contains(methods[:], method) {
		method = "other"
	}
	m.requests.WithLabelValues(path, method, strconv.Itoa(status)).Inc()
	m.seconds.WithLabelValues(path).Observe(took.Seconds())
}

// metrics answers Prometheus.
func (s *Site) metrics(w http.ResponseWriter, r *http.Request) error {
	s.meters.handler.ServeHTTP(w, r)
	return nil
}

// health says that the archive can be read.
func (s *Site) health(w http.ResponseWriter, r *http.Request) error {
	n, err := s.options.Archive.Count(r.Context())
	if err != nil {
		return &failure{http.StatusServiceUnavailable, "the archive cannot be read", err}
	}
	return writeJSON(w, http.StatusOK, struct {
		Status   string `json:"status"`
		Articles int    `json:"articles"`
	}{"ok", n})
}
