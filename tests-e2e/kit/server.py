"""The real binary as a process: started as a user starts it, stopped by its id."""

import json
import os
import queue
import signal
import subprocess
import threading
import time
from pathlib import Path

READY = "portcullis listening on http://"
READY_WITHIN = 30
STOPPED_WITHIN = 40


def binary():
    named = os.environ.get("PORTCULLIS_BIN")
    root = Path(__file__).resolve().parents[2]
    candidates = (
        [named] if named else [root / "target" / kind / "portcullis" for kind in ("release", "debug")]
    )
    for candidate in candidates:
        if candidate and Path(candidate).is_file():
            return str(candidate)
    raise AssertionError("there is no binary: run `cargo build --release`, or set PORTCULLIS_BIN")


def clean_environment(home, **more):
    """Nothing of the developer's own AWS configuration reaches a client."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    return {
        **kept,
        "HOME": str(home),
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_PAGER": "",
        **more,
    }


# `nobody` of most systems: an ordinary user who owns nothing.
ORDINARY = 65534


class Server:
    """A running server. `flags` go to `portcullis up`; it runs as another user if one is named, which
    needs root, and a home below which that user may go: pytest's own temporary directories are for their
    owner alone."""

    def __init__(self, home, *flags, ephemeral=False, environment=None, user=None):
        self.home = Path(home)
        self.home.mkdir(parents=True, exist_ok=True)
        self.user = user
        if user is not None:
            os.chown(self.home, user, user)
        self.data = self.home / "data"
        self.flags = (*flags, "--ephemeral") if ephemeral else (*flags, "--data-dir", str(self.data))
        self.environment = environment or {}
        self.errors = self.home / "stderr.log"
        self.port = 0
        self.start()

    def start(self):
        """Starts it; a second start takes the port of the first."""
        with self.errors.open("ab") as errors:
            self.process = subprocess.Popen(
                [binary(), "up", "--listen", f"127.0.0.1:{self.port}", *self.flags],
                env=clean_environment(self.home, **self.environment),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                **({} if self.user is None else {"user": self.user, "group": self.user, "extra_groups": []}),
            )
        self.banner = []
        lines = queue.Queue()
        self._reader = threading.Thread(target=self._read, args=(self.process.stdout, lines), daemon=True)
        self._reader.start()
        first = lines.get(timeout=READY_WITHIN)
        assert first and first.startswith(READY), f"{first!r}, then {self.errors.read_text()[-2000:]}"
        self.port = int(first.strip().rsplit(":", 1)[1])

    def _read(self, pipe, lines):
        for line in pipe:
            self.banner.append(line)
            lines.put(line)
        lines.put(None)

    @property
    def pid(self):
        return self.process.pid

    @property
    def endpoint(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def secure_endpoint(self):
        return f"https://localhost:{self.port}"

    def keys(self):
        """What `portcullis env` says: the root key, the region, the authority to trust."""
        output = self.command(
            "env", "--listen", f"127.0.0.1:{self.port}", "--data-dir", str(self.data), "--format", "json"
        )
        said = json.loads(output.stdout)
        return {name: value for name, value in said.items() if name != "version"}

    def command(self, *arguments, check=True, timeout=60, **environment):
        """Runs another command of the binary."""
        done = subprocess.run(
            [binary(), *arguments],
            env=clean_environment(self.home, **environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=timeout,
        )
        assert not check or done.returncode == 0, f"{arguments}: {done.returncode} {done.stderr}"
        return done

    def stop(self):
        """Asks it to drain, and gives its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=STOPPED_WITHIN)

    def kill(self):
        self.process.kill()
        self.process.wait(timeout=STOPPED_WITHIN)

    def close(self):
        """Ends it, and tells whether it had panicked or ended by itself."""
        alive = self.process.poll() is None
        if alive:
            children = descendants(self.pid)
            self.kill()
            assert wait_until(lambda: not [pid for pid in children if exists(pid)]), (
                "functions outlived the server"
            )
        assert "panicked at" not in self.errors.read_text(), self.errors.read_text()[-3000:]
        assert alive or self.process.returncode in (0, -signal.SIGKILL), (
            f"the server ended with {self.process.returncode}"
        )


def exists(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in "ZX"


def descendants(pid):
    """All processes below one, whatever name space they live in."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            if fields[0] not in "ZX":
                parents[int(entry.name)] = int(fields[1])
    found, waiting = [], [pid]
    while waiting:
        parent = waiting.pop()
        children = [child for child, of in parents.items() if of == parent]
        found.extend(children)
        waiting.extend(children)
    return found


def running_with(marker):
    """Processes anywhere on the machine whose command line holds a marker."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                line = (entry / "cmdline").read_bytes()
            except (FileNotFoundError, ProcessLookupError, PermissionError):
                continue
            if marker.encode() in line and exists(int(entry.name)):
                found.append(int(entry.name))
    return found


def wait_until(condition, within=20):
    """Whether a condition comes true in time."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return condition()
