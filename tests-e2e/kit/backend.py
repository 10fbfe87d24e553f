"""HTTP backends of a test's own: small, on loopback, gone when the test is."""

import contextlib
import http.server
import json
import ssl
import threading


class Handler(http.server.BaseHTTPRequestHandler):
    """Tells what it got; `/slow` in two parts, the second when the test says so."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        if self.path == "/slow":
            self.in_parts()
            return
        certificate = None
        if isinstance(self.connection, ssl.SSLSocket):
            certificate = self.connection.getpeercert()
        told = {"path": self.path, "headers": dict(self.headers), "certificate": certificate}
        body = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def in_parts(self):
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.wfile.write(b"5\r\nfirst\r\n")
        self.wfile.flush()
        self.server.go_on.wait(timeout=20)
        self.wfile.write(b"6\r\nsecond\r\n0\r\n\r\n")


@contextlib.contextmanager
def backend(context=None):
    """A running backend, with TLS if there is a context for it."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.go_on = threading.Event()
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    server.url = f"{'https' if context else 'http'}://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.go_on.set()
        server.shutdown()
        server.server_close()
