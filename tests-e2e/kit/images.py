"""Container images of tests: made without a registry, by podman or by hand."""

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
from pathlib import Path

import pytest

BOOTSTRAP = r"""
host=${AWS_LAMBDA_RUNTIME_API%:*} port=${AWS_LAMBDA_RUNTIME_API#*:} served=0
while true; do
  exec 3<>"/dev/tcp/$host/$port"
  printf 'GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: api\r\nConnection: close\r\n\r\n' >&3
  id="" length=0
  while IFS= read -r line <&3; do
    line=${line%$'\r'}
    [[ -z $line ]] && break
    name=${line%%:*} value=${line#*: }
    case ${name,,} in
      lambda-runtime-aws-request-id) id=$value ;;
      content-length) length=$value ;;
    esac
  done
  event=""
  ((length)) && IFS= read -r -N "$length" event <&3
  exec 3>&-
  served=$((served + 1))
  echo "served $served"
  roots=$(echo /*)
  writes=""
  for file in /written /etc/written /tmp/written; do
    (echo 1 >"$file") 2>/dev/null && writes="$writes $file"
  done
  body="{\"served\":$served,\"mark\":\"$(</mark)\",\"greeting\":\"$GREETING\",\"own\":\"$OWN\",\"handler\":\"$_HANDLER\",\"where\":\"$PWD\",\"arguments\":\"$*\",\"roots\":\"$roots\",\"writes\":\"$writes\",\"function\":\"$AWS_LAMBDA_FUNCTION_NAME\",\"read\":\"$( (cat "$READ") 2>/dev/null | head -c 20 | tr -d '\n\"\\\\')\"}"
  exec 3<>"/dev/tcp/$host/$port"
  printf 'POST /2018-06-01/runtime/invocation/%s/response HTTP/1.1\r\nHost: api\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s' "$id" "${#body}" "$body" >&3
  while IFS= read -r line <&3; do :; done
  exec 3>&-
done
"""

PROGRAMS = ("bash", "cat", "head", "tr", "ls")


def libraries(program):
    said = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    return [word for word in said.split() if word.startswith("/")]


def layer(files=(), *, entries=()):
    """A layer of these files, name and content, and of entries of any kind."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, content in dict(files).items():
            entry = tarfile.TarInfo(name)
            entry.mode, entry.size = 0o755, len(content)
            archive.addfile(entry, io.BytesIO(content))
        for entry in entries:
            archive.addfile(entry)
    return buffer.getvalue()


def link(name, to, kind=tarfile.SYMTYPE):
    entry = tarfile.TarInfo(name)
    entry.type, entry.linkname = kind, to
    return entry


def shell_layer(mark):
    """A shell that speaks the Runtime API, with what it needs and nothing else."""
    programs = [shutil.which(name) for name in PROGRAMS]
    wanted = {path: f"bin/{Path(path).name}" for path in programs}
    for program in programs:
        wanted.update({path: path.lstrip("/") for path in libraries(program)})
    files = {name: Path(path).resolve().read_bytes() for path, name in wanted.items()}
    return layer({**files, "mark": mark.encode(), "bootstrap": BOOTSTRAP.encode(), "place/here": b""})


# A runtime client of Python's own library. What its handler does is the text of the variable ATTACK.
CLIENT = """
import http.client, json, os, traceback

# One connection for all, as AWS's clients have it.
api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])

def call(method, path, content=None):
    api.request(method, "/2018-06-01/runtime/invocation/" + path, None if content is None else json.dumps(content))
    answer = api.getresponse()
    return answer.headers, answer.read()

place = {}
exec(os.environ["ATTACK"], place)
while True:
    headers, event = call("GET", "next")
    request = headers["Lambda-Runtime-Aws-Request-Id"]
    try:
        answer = place["handler"](json.loads(event), None)
    except BaseException as error:
        told = {"errorType": type(error).__name__, "errorMessage": traceback.format_exc()}
        call("POST", request + "/error", told)
    else:
        call("POST", request + "/response", answer)
"""
LEFT_OUT = {
    "__pycache__",
    "dist-packages",
    "ensurepip",
    "idlelib",
    "site-packages",
    "test",
    "tests",
    "tkinter",
}


def python_layer():
    """This machine's Python where AWS's images have theirs, a client for it, and some programs."""
    library = Path(sysconfig.get_path("stdlib"))
    interpreter = Path(os.path.realpath(sys.executable))
    files, within = {}, Path("var/lang/lib") / library.name
    for folder, below, names in os.walk(library):
        below[:] = set(below) - LEFT_OUT
        for name in names:
            place = Path(folder) / name
            if place.suffix in (".py", ".so"):
                files[str(within / place.relative_to(library))] = place.read_bytes()
    extensions = [str(place) for place in (library / "lib-dynload").glob("*.so")]
    programs = [shutil.which(name) for name in ("sh", "sleep")]
    for path in {needed for one in (*programs, *extensions, interpreter) for needed in libraries(one)}:
        # What belongs to the interpreter, wherever that is installed, lies beside it.
        own = Path(path).is_relative_to(library.parent)
        files[f"var/lang/lib/{Path(path).name}" if own else path.lstrip("/")] = Path(path).read_bytes()
    for path in programs:
        files[f"bin/{Path(path).name}"] = Path(path).read_bytes()
    files["var/lang/bin/python3"] = interpreter.read_bytes()
    files.update(
        {"var/runtime/bootstrap.py": CLIENT.encode(), "var/task/here": b"", "opt/here": b"", "usr/here": b""}
    )
    return layer(files)


PYTHON_IMAGE = {
    "Entrypoint": ["/var/lang/bin/python3", "/var/runtime/bootstrap.py"],
    "Cmd": [],
    "Env": ["PATH=/var/lang/bin:/bin", "PYTHONHOME=/var/lang", "LD_LIBRARY_PATH=/var/lang/lib"],
    "WorkingDir": "/var/task",
}


def settings(layers, **config):
    hashes = [f"sha256:{hashlib.sha256(content).hexdigest()}" for content in layers]
    return {
        "os": "linux",
        "architecture": "amd64",
        "config": {
            "Entrypoint": ["bash", "/bootstrap"],
            "Cmd": ["app.handler", "two"],
            "Env": ["PATH=/bin", "GREETING=hello"],
            "WorkingDir": "/place",
            **config,
        },
        "rootfs": {"type": "layers", "diff_ids": hashes},
    }


def saved(layers, **config):
    """As `docker save` writes an image; its id and its content."""
    told = json.dumps(settings(layers, **config)).encode()
    image = hashlib.sha256(told).hexdigest()
    names = [f"{number}/layer.tar" for number in range(len(layers))]
    manifest = [{"Config": f"{image}.json", "RepoTags": None, "Layers": names}]
    files = {"manifest.json": json.dumps(manifest).encode(), f"{image}.json": told}
    return image, layer({**files, **dict(zip(names, layers, strict=True))})


class FakeEngine:
    """A program that says and gives what a test wants, in the place of podman or docker."""

    def __init__(self, folder, name="podman"):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.program = self.folder / name
        self.program.write_text(
            "#!/bin/sh\n"
            f'echo "$*" >> {self.folder}/calls\n'
            f"cd {self.folder}/images || exit 1\n"
            'if [ "$1" = save ]; then exec cat "$2.tar"; fi\n'
            'eval "name=\\${$#}"\n'
            'if [ -f "$(basename "$name").json" ]; then exec cat "$(basename "$name").json"; fi\n'
            'echo "Error: no such image" >&2; exit 125\n'
        )
        self.program.chmod(0o755)
        (self.folder / "images").mkdir(exist_ok=True)

    def put(self, name, image, content):
        told = json.dumps([{"Id": f"sha256:{image}", "RepoDigests": []}])
        for known in (name, image):
            (self.folder / "images" / f"{known}.json").write_text(told)
        (self.folder / "images" / f"{image}.tar").write_bytes(content)

    def forget(self):
        for file in (self.folder / "images").iterdir():
            file.unlink()

    def calls(self):
        return (self.folder / "calls").read_text().splitlines()

    @property
    def path(self):
        """A PATH on which it comes first."""
        return f"{self.folder}:{os.environ['PATH']}"


def podman_import(name, content, **config):
    """Brings a root into podman's own store, without a registry."""
    changes = []
    for key, value in config.items():
        changes += ["--change", f"{key} {value}"]
    done = subprocess.run(
        ["podman", "import", "--quiet", *changes, "-", name], input=content, capture_output=True, timeout=120
    )
    if done.returncode:
        pytest.skip(f"podman cannot import an image here: {done.stderr.decode()[-300:]}")


def podman_remove(name):
    subprocess.run(["podman", "image", "rm", "--force", name], capture_output=True, timeout=60)
