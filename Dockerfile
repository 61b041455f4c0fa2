# The desk in a container: one static program, no shell, no root.
#
#   docker build -t newsdesk .
#   docker run -p 8080:8080 -v news:/archive -v "$PWD/incoming":/incoming:ro newsdesk
#
# Articles that come into /incoming go to the archive in /archive. Any other command works too:
#
#   docker run --rm -i newsdesk tag - <page.html
FROM golang:1.26-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o /out/newsdesk ./cmd/newsdesk \
 && mkdir -p /out/archive /out/incoming /out/tmp /out/etc/ssl/certs \
 && cp /etc/ssl/certs/ca-certificates.crt /out/etc/ssl/certs/ \
 && cp LICENSE NOTICE /out/

FROM scratch
COPY --from=build --chown=65532:65532 /out /
USER 65532:65532
ENV NEWSDESK_INDEX=/archive/news
VOLUME /archive
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=6s --start-period=60s CMD ["/newsdesk", "health"]
ENTRYPOINT ["/newsdesk"]
CMD ["serve", "--addr", ":8080", "--watch", "/incoming"]
