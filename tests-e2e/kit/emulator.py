"""Somebody else's emulator of AWS as a process: what stands behind `--upstream`."""

import os
import signal
import socket
import subprocess
import sys

import boto3
import requests
from botocore.config import Config

from kit.http import REGION
from kit.server import clean_environment, wait_until


class Emulator:
    """moto's server, on a free port."""

    def __init__(self, home):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = (home / "emulator.log").open("wb")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(self.port)],
            env=clean_environment(home, PYTHONPATH=os.pathsep.join(sys.path)),
            stdin=subprocess.DEVNULL,
            stdout=self.log,
            stderr=self.log,
        )
        assert wait_until(self.answers, within=60), (home / "emulator.log").read_text()[-2000:]

    @property
    def endpoint(self):
        return f"http://127.0.0.1:{self.port}"

    def answers(self):
        try:
            return requests.get(f"{self.endpoint}/moto-api/data.json", timeout=5).ok
        except requests.ConnectionError:
            return False

    def client(self, service):
        """A client that goes around the server under test, to see what arrived."""
        made = boto3.client(
            service,
            endpoint_url=self.endpoint,
            region_name=REGION,
            aws_access_key_id="000000000000",
            aws_secret_access_key="none",
            config=Config(retries={"total_max_attempts": 1}),
        )
        made.meta.events.register(
            "before-send.*",
            lambda request, **_: request.headers.__setitem__("x-moto-account-id", "000000000000"),
        )
        return made

    def close(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=20)
        self.log.close()
