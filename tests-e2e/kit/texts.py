"""What commands print, kept in `texts/`: a test compares, and `PORTCULLIS_RENEW_TEXTS=1` writes anew.

What differs from run to run is put in the same letters of the same length, so that columns stay where they are."""

import difflib
import os
import re
import subprocess
from pathlib import Path

from kit.server import binary

FOLDER = Path(__file__).resolve().parents[1] / "texts"
RENEW = bool(os.environ.get("PORTCULLIS_RENEW_TEXTS"))

UUID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b")
# How long something took: as wide as it happens to be, so that the room before it goes, too.
TOOK = re.compile(r" *\b\d+(?:\.\d+)?(?: |&#160;)?(?:µs|us|ms|s)\b")
MOMENT = re.compile(r"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?(?: UTC)?")
CLOCK = re.compile(r"\b\d\d:\d\d:\d\d(?:\.\d+)?")
STREAM = re.compile(r"\d{4}/\d\d/\d\d/\[[^\]]+\][0-9a-f]{32}")
KEY = re.compile(r"\b(?:AKIA|ASIA|PORT)[A-Z0-9]{12,}\b")
SIGN_IN = re.compile(r"sign-in/[A-Za-z0-9_-]+")
SECRET = re.compile(r"(AWS_SECRET_ACCESS_KEY=)'[^']*'")
PORT = re.compile(r"127\.0\.0\.1:\d{4,5}\b")
EPHEMERAL = re.compile(r"/tmp/portcullis-\w+")
# What this machine is and has, which others are not and have not.
ISOLATION = re.compile(r"(isolation   |Functions run with: ).*")
RUNTIME = re.compile(r"(INIT_START Runtime Version:) .*")
INTERPRETER = re.compile(r"(answers), run by.*?(?=\n +\d)", re.DOTALL)
MEMORY = re.compile(r"(Max Memory Used:) \d+ MB")


class Texts:
    """Runs commands of one shell; `named` are words of this run and what stands for them."""

    def __init__(self, environment, folder, named=()):
        self.environment = environment
        self.folder = folder
        self.named = list(named)

    def run(self, *arguments, stdin=None, **environment):
        """The command, its exit code, and all that it printed."""
        done = subprocess.run(
            [binary(), *arguments],
            env={**self.environment, **environment},
            cwd=self.folder,
            input=stdin,
            stdin=None if stdin is not None else subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=90,
        )
        shown = " ".join(argument if argument else "''" for argument in arguments)
        told = f"$ portcullis {shown}\n{done.stdout}"
        if done.stderr:
            told += f"(standard error)\n{done.stderr}"
        if not told.endswith("\n"):
            told += "\n"
        return self.settled(f"{told}(exit code {done.returncode})\n")

    def settled(self, text):
        for word, stands in self.named:
            text = text.replace(word, stands)
        text = UUID.sub("00000000-0000-0000-0000-000000000000", text)
        text = STREAM.sub("2000/01/01/[$LATEST]0123456789abcdef0123456789abcdef", text)
        text = MOMENT.sub("2000-01-01T00:00:00Z", text)
        text = CLOCK.sub("00:00:00", text)
        text = KEY.sub("AKIAEXAMPLE", text)
        text = SIGN_IN.sub("sign-in/LINK", text)
        text = INTERPRETER.sub(r"\1, run by an interpreter", text)
        text = PORT.sub("127.0.0.1:4566", text)
        text = SECRET.sub(r"\1'SECRET'", text)
        text = EPHEMERAL.sub("/tmp/portcullis", text)
        text = ISOLATION.sub(r"\1as this machine can", text)
        text = RUNTIME.sub(r"\1 of this machine", text)
        text = MEMORY.sub(r"\1 5 MB", text)
        return TOOK.sub(" 1 ms", text)


def check(name, told):
    """Compares with what is kept under the name."""
    place = FOLDER / f"{name}.txt"
    if RENEW:
        place.write_text(told)
        return
    assert place.is_file(), f"{place.name} is not kept yet: PORTCULLIS_RENEW_TEXTS=1 writes it"
    kept = place.read_text()
    lines = difflib.unified_diff(kept.splitlines(), told.splitlines(), "kept", "told", lineterm="", n=1)
    shown = "\n".join(lines)
    assert told == kept, f"{place.name} differs; PORTCULLIS_RENEW_TEXTS=1 writes it anew\n{shown}"
