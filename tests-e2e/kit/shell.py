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
        done = subprocess.run(
            [binary(), *arguments],
            env=self.environment,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
        )
        if fails:
            assert done.returncode != 0, done.stdout
            return done.stderr
        assert done.returncode == 0, f"portcullis {' '.join(arguments)}: {done.stderr}"
        return done.stdout

    def pipe(self, script):
        """A line of a POSIX shell, in which `portcullis` and `aws` are commands."""
        path = os.pathsep.join([str(Path(binary()).parent), str(Path(AWS).parent), self.environment["PATH"]])
        done = subprocess.run(
            ["sh", "-c", script],
            env={**self.environment, "PATH": path},
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=180,
        )
        assert done.returncode == 0, f"{script}: {done.stdout} {done.stderr}"
        return done.stdout

    def aws(self, *arguments, fails=False, **environment):
        """One call of the AWS CLI; its JSON, or what it complained about."""
        done = subprocess.run(
            [AWS, *arguments, "--output", "json"],
            env={**self.environment, **environment},
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
        )
        if fails:
            assert done.returncode != 0, done.stdout
            return done.stderr
        assert done.returncode == 0, f"aws {' '.join(arguments)}: {done.stderr}"
        return json.loads(done.stdout) if done.stdout.strip() else None
