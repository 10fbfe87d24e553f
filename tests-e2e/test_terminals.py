"""Who reads what a command prints: a terminal, wide or narrow, with colours or without; a pipe; nobody."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
import threading

import pytest

from kit.functions import zipped
from kit.http import CONFIGURATION, check_refused
from kit.server import binary
from kit.shell import Shell
from kit.swagger import pets, proxy

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
ASKING = (("why",), ("trace",), ("map",), ("record",), ("check",), ("status",), ("check", "--explain", "all"))


@pytest.fixture(scope="module")
def shell(server, tmp_path_factory):
    return Shell(server, tmp_path_factory.mktemp("shell"))


@pytest.fixture(scope="module")
def refused(house):
    """An API whose one call is refused."""
    backend = house.function(bundle=zipped(main__py="def handler(event, context): return 1\n"))
    api = house.api(pets(proxy(backend)))
    house.grant(backend, house.arn_of(api, "*/POST/pets"))
    check_refused(house.call(api), CONFIGURATION)
    return api


def at_terminal(shell, *arguments, columns=100, **environment):
    """What somebody reads at a terminal so wide."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    known = {"TERM": "xterm", **shell.environment, **environment}
    child = subprocess.Popen([binary(), *arguments], env=known, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    told = b""
    try:
        while piece := os.read(ours, 65536):
            told += piece
    except OSError:
        pass  # Linux says so when the other side is closed.
    os.close(ours)
    assert child.wait(timeout=30) in (0, 1)
    return told.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("command", ["why", "trace", "map"])
def test_colours_are_for_terminals_whose_owner_wants_them(shell, refused, command):
    if command != "trace":
        assert ESCAPE.search(at_terminal(shell, command))
    for unwanted in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert not ESCAPE.search(at_terminal(shell, command, **unwanted))
    assert not ESCAPE.search(shell.portcullis(command))


@pytest.mark.parametrize("command", ["why", "trace"])
def test_a_narrow_terminal_is_no_less_readable(shell, refused, command):
    """Only what is to be copied as a whole is wider than the terminal."""
    lines = ESCAPE.sub("", at_terminal(shell, command, columns=60)).splitlines()
    whole = ("arn:", "aws ", "statement ", "request ", "^", "nearest:")
    wide = [line for line in lines if len(line) > 60 and not any(word in line for word in whole)]
    assert wide == []


def test_a_table_that_is_too_wide_stands_below_itself(shell, refused):
    wide = ESCAPE.sub("", at_terminal(shell, "map", columns=200))
    narrow = ESCAPE.sub("", at_terminal(shell, "map", columns=40))
    assert re.search(r"call +stage +permission", wide)
    assert re.search(r"call +GET /pets\n +stage +prod\n +permission +missing\n", narrow), narrow


@pytest.mark.parametrize("arguments", ASKING, ids=" ".join)
def test_a_reader_who_went_away_is_no_failure(shell, refused, arguments):
    """Neither of the answer nor of the complaint: nothing panics, and the exit code is the command's own."""
    expected = subprocess.run([binary(), *arguments], env=shell.environment, capture_output=True, timeout=60)
    ours, theirs = os.pipe()
    os.close(ours)
    done = subprocess.run(
        [binary(), *arguments], env=shell.environment, stdout=theirs, stderr=subprocess.PIPE, timeout=60
    )
    assert (done.returncode, done.stderr) == (expected.returncode, expected.stderr)
    silent = subprocess.run(
        [binary(), "why", "nothing"], env=shell.environment, stdout=theirs, stderr=theirs, timeout=60
    )
    os.close(theirs)
    assert silent.returncode == 1


@pytest.mark.parametrize("arguments", [("trace", "--follow"), ("logs", "--follow", "NAME")], ids=" ".join)
def test_who_follows_ends_when_nobody_reads(house, shell, arguments):
    backend = house.function(bundle=zipped(main__py="def handler(event, context): print('line')\n"))
    name = backend.rsplit(":", 1)[1]
    api = house.api(pets(proxy(backend)))
    house.grant(backend, house.arn_of(api, "*"))
    command = [name if one == "NAME" else one for one in arguments]
    child = subprocess.Popen(
        [binary(), *command], env=shell.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    ended = threading.Event()

    def call_until_it_ends():
        while not ended.is_set():
            house.call(api)
            ended.wait(0.2)

    caller = threading.Thread(target=call_until_it_ends, daemon=True)
    caller.start()
    try:
        assert child.stdout.readline()
        child.stdout.close()
        assert child.wait(timeout=60) == 0
        assert "panicked" not in child.stderr.read()
    finally:
        ended.set()
        caller.join(timeout=60)
        child.kill()
        child.wait(timeout=10)
