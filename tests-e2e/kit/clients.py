"""Clients that people deploy with, each in an environment of its own below `target/clients`: their
dependencies contradict each other's. Installed once for a pinned version."""

import os
import subprocess
import sys
from pathlib import Path

from kit.server import binary

HOME = Path(__file__).resolve().parents[2] / "target" / "clients"
SAM = "1.170.0"


def sam():
    """The SAM CLI, whose basis has boto3 of another version than the tests."""
    place = HOME / f"sam-{SAM}"
    command = place / "bin" / "sam"
    if not command.is_file():
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True, timeout=120)
        pip = [str(place / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, f"aws-sam-cli=={SAM}"], check=True, timeout=600)
    return str(command)


class Deployer:
    """A client in a project's folder, with the keys and the endpoint of a shell."""

    def __init__(self, command, shell, folder):
        self.command = command
        self.folder = Path(folder)
        self.environment = {
            **shell.environment,
            "PATH": os.pathsep.join(
                [str(Path(command).parent), str(Path(binary()).parent), shell.environment["PATH"]]
            ),
            "SAM_CLI_TELEMETRY": "0",
            "AWS_DEFAULT_REGION": "us-east-1",
        }

    def run(self, *arguments, fails=False):
        """What it printed, errors behind the rest."""
        done = subprocess.run(
            [self.command, *arguments],
            env=self.environment,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=200,
        )
        printed = done.stdout + done.stderr
        assert (done.returncode != 0) == fails, f"{arguments}: {done.returncode}: {printed[-4000:]}"
        return printed
