"""A shell as a person has it: `eval "$(portcullis env)"` was run, and the unchanged AWS CLI is there."""

import json
import os
import subprocess
import sys
from pathlib import Path

from kit.server import binary, clean_environment

AWS = str(Path(sys.executable).parent / "aws")


class Shell:
    """A shell in which `eval "$(portcullis env)"` was run."""

    def __init__(self, server, folder):
        self.folder = folder
        self.server = server
        script = (
            f'eval "$({binary()} env --listen 127.0.0.1:{server.port} --data-dir {server.data})" && env -0'
        )
        printed = subprocess.run(
            ["bash", "-c", script], env=clean_environment(folder), check=True, capture_output=True, timeout=30
        ).stdout.decode()
        self.environment = dict(line.split("=", 1) for line in printed.split("\0") if "=" in line)

    def portcullis(self, *arguments, fails=False):
        """One command of the binary; what it printed, or what it complained about."""
        done = self._run([binary(), *arguments], 60, self.environment)
        return _told(done, f"portcullis {' '.join(arguments)}", fails)

    def pipe(self, script):
        """A line of a POSIX shell, in which `portcullis` and `aws` are commands."""
        path = os.pathsep.join([str(Path(binary()).parent), str(Path(AWS).parent), self.environment["PATH"]])
        done = self._run(["sh", "-c", script], 180, {**self.environment, "PATH": path})
        return _told(done, f"{script}: {done.stdout}", fails=False)

    def aws(self, *arguments, fails=False, **environment):
        """One call of the AWS CLI; its JSON, or what it complained about."""
        command = [AWS, *arguments, "--output", "json"]
        done = self._run(command, 120, {**self.environment, **environment})
        told = _told(done, f"aws {' '.join(arguments)}", fails)
        if fails:
            return told
        return json.loads(told) if told.strip() else None

    def _run(self, command, within, environment):
        return subprocess.run(
            command,
            env=environment,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=within,
        )


def _told(done, what, fails):
    """What a command printed, or, of one that is to fail, what it complained about."""
    if fails:
        assert done.returncode != 0, done.stdout
        return done.stderr
    assert done.returncode == 0, f"{what}: {done.stderr}"
    return done.stdout
