"""Thousands of clients that send nothing, or a byte now and then: others are served, memory is bounded."""

import contextlib
import resource
import socket
import time

from kit.server import wait_until
from kit.swagger import definition, method, mock

WANTED = 5_000
# The server needs one descriptor for each, and so do we; the rest is for everything else.
SPARE = 400
# Of the server: about what a connection may take with its buffers.
MOST_KIB_EACH = 48
HEADERS_WITHIN = 20


def resident_kib(pid):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))


def allowed():
    """As many as descriptors let be, of which the server keeps a quarter for itself: some machines allow
    fewer."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return max(100, min(WANTED, hard // 4 * 3 - SPARE))


def closed(stream):
    stream.setblocking(False)
    with contextlib.suppress(BlockingIOError):
        try:
            while stream.recv(4096):
                pass
        except ConnectionResetError:
            pass
        return True
    return False


def test_five_thousand_slow_clients_harm_nobody(fresh):
    from kit.house import House

    number = allowed()
    server = fresh(ephemeral=False)
    house = House(server)
    api = house.api(definition({"/pets": {"get": method(mock())}}))
    assert house.call(api).status_code == 200
    before = resident_kib(server.pid)
    with contextlib.ExitStack() as stack:
        began = time.monotonic()
        streams = []
        for at in range(number):
            stream = stack.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=20))
            # Some say nothing, some half a head, some half a body.
            if at % 3 == 1:
                stream.sendall(b"GET /prod/pets HTTP/1.1\r\nHost: x\r\nX-Slow: ")
            if at % 3 == 2:
                stream.sendall(b"POST /prod/pets HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\na")
            streams.append(stream)
        took = []
        for _ in range(20):
            start = time.monotonic()
            assert house.call(api).status_code == 200
            took.append(time.monotonic() - start)
        assert sorted(took)[10] < 1, took
        grown = resident_kib(server.pid) - before
        assert grown < MOST_KIB_EACH * number, f"{grown} KiB for {number} connections"
        # Nobody is waited for longer than the deadline of a head.
        left = HEADERS_WITHIN + 15 - (time.monotonic() - began)
        silent = streams[0:300:3] + streams[1:300:3]
        assert wait_until(lambda: all(closed(stream) for stream in silent), within=max(left, 5))
    assert house.call(api).status_code == 200
