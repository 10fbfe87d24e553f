"""Functions that attack: the host, this server, their neighbours. Each attack is contained and the
next function is unharmed, whether the server runs as root or as an ordinary user, and whether the attacker
came as a zip or as a container image."""

import json
import os
import shutil
import socket
import subprocess
import tempfile
import threading
from pathlib import Path

import pytest

from kit.functions import zipped
from kit.house import House, unique
from kit.images import PYTHON_IMAGE, FakeEngine, python_layer, saved
from kit.server import ORDINARY, Server, binary, clean_environment, running_with, wait_until

SECRET = "the-operators-own-secret"

# What every attack may use, and how it is run.
TOOLS = """
import ctypes, errno, json, os, socket, sys, time

c = ctypes.CDLL(None, use_errno=True)

def errno_of(call, *arguments):
    "0 if the call succeeds."
    ctypes.set_errno(0)
    return 0 if getattr(c, call)(*arguments) >= 0 else ctypes.get_errno()

def refused(action):
    try:
        action()
    except OSError as error:
        return errno.errorcode[error.errno]
    return "done"

def connects(family, address):
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(3)
        return refused(lambda: probe.connect(address))
"""


def attack(body):
    lines = "".join(f"    {line}\n" for line in body.strip().splitlines())
    return f"{TOOLS}\ndef handler(event, context):\n{lines}"


# (id, the body of a handler, what it returns)
CONTAINED = [
    (
        "reads the data directory",
        """
return [refused(lambda: os.listdir(event["data"])), os.path.exists(event["binary"]), os.path.exists(event["home"])]
""",
        ["ENOENT", False, False],
    ),
    (
        "looks for files of the host",
        """
return [os.path.exists(path) for path in ("/root", "/home", "/etc/shadow", "/var/log", "/sys", "/run", "/boot")]
""",
        [False] * 7,
    ),
    (
        "reads the environments of all processes",
        """
found = []
for pid in os.listdir("/proc"):
    if pid.isdigit():
        try:
            found.append(event["secret"] in open(f"/proc/{pid}/environ", errors="replace").read())
        except OSError:
            pass
return [any(found), event["secret"] in str(dict(os.environ))]
""",
        [False, False],
    ),
    (
        "sees other processes",
        """
names = [open(f"/proc/{pid}/comm").read().strip() for pid in os.listdir("/proc") if pid.isdigit()]
return [len(names) <= 3, "portcullis" in names]
""",
        [True, False],
    ),
    (
        "attaches to processes",
        """
return [errno_of("ptrace", 16, pid, 0, 0) for pid in (1, os.getppid(), 100)]
""",
        [1, 1, 1],
    ),
    (
        "writes to its code, its layers and the system",
        """
places = ("/var/task/x", "/opt/x", "/var/runtime/x", "/usr/x", "/etc/x", "/x", "/var/lang/x")
return [refused(lambda: open(place, "w")) in ("EROFS", "EACCES") for place in places]
""",
        [True] * 7,
    ),
    (
        "replaces its own bootstrap",
        """
target = "/var/runtime/bootstrap.py"
return [refused(lambda: os.unlink(target)) in ("EROFS", "EACCES"), refused(lambda: os.chmod(target, 0o777)) in ("EROFS", "EACCES", "EPERM")]
""",
        [True, True],
    ),
    (
        "becomes root",
        """
return [refused(lambda: os.setuid(0)), refused(lambda: os.setgid(0)), refused(lambda: os.setgroups([0])), os.getuid() != 0,
        [line for line in open("/proc/self/status") if line.startswith("CapEff")]]
""",
        ["EINVAL", "EINVAL", "EPERM", True, ["CapEff:\t0000000000000000\n"]],
    ),
    (
        "mounts, changes its root and its name spaces",
        """
return [errno_of("mount", b"x", b"/tmp", b"tmpfs", 0, None), errno_of("umount2", b"/usr", 2), errno_of("chroot", b"/tmp"),
        errno_of("unshare", 0x10000000), errno_of("unshare", 0x20000), errno_of("setns", 0, 0), errno_of("pivot_root", b"/", b"/tmp") if hasattr(c, "pivot_root") else 1]
""",
        [1] * 7,
    ),
    (
        "reaches into the kernel",
        """
# bpf, userfaultfd, io_uring_setup, perf_event_open, keyctl, init_module, kexec_load, open_by_handle_at
numbers = (321, 323, 425, 298, 250, 175, 246, 304)
return [errno_of("syscall", number, 0, 0, 0, 0, 0, 0) for number in numbers] if os.uname().machine == "x86_64" else [1] * 8
""",
        [1] * 8,
    ),
    (
        "reads raw devices and makes new ones",
        """
return [refused(lambda: open("/dev/mem", "rb")), refused(lambda: open("/dev/sda", "rb")), refused(lambda: open("/dev/kmsg", "rb")),
        refused(lambda: os.mknod("/tmp/null", 0o20666, os.makedev(1, 3)))]
""",
        ["ENOENT", "ENOENT", "ENOENT", "EPERM"],
    ),
    (
        "opens sockets below the protocols",
        """
return [refused(lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1)), refused(lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW))]
""",
        ["EPERM", "EPERM"],
    ),
    (
        "asks the metadata service",
        """
return [connects(socket.AF_INET, ("169.254.169.254", 80)), connects(socket.AF_INET, ("169.254.170.2", 80)), connects(socket.AF_INET, ("8.8.8.8", 53))]
""",
        ["ENETUNREACH"] * 3,
    ),
    (
        "connects to what listens on the host",
        """
return [connects(socket.AF_INET, ("127.0.0.1", event["port"])), connects(socket.AF_INET, ("127.0.0.1", event["neighbour"]))]
""",
        ["ECONNREFUSED", "ECONNREFUSED"],
    ),
    (
        "connects to an abstract socket of the host",
        """
return connects(socket.AF_UNIX, "\\0" + event["abstract"])
""",
        "ECONNREFUSED",
    ),
    (
        "resets the server without a signature",
        """
import urllib.error, urllib.request
def status(path, method):
    try:
        request = urllib.request.Request(os.environ["AWS_ENDPOINT_URL"] + path, data=b"", method=method)
        return urllib.request.urlopen(request, timeout=5).status
    except urllib.error.HTTPError as error:
        return error.code
return [status("/_portcullis/reset", "POST"), status("/_portcullis/journal", "GET")]
""",
        [403, 403],
    ),
    (
        "exhausts its descriptors",
        """
held = []
how = ""
while not how:
    try:
        held.append(open("/dev/null"))
    except OSError as error:
        how = errno.errorcode[error.errno]
count = len(held)
for file in held:
    file.close()
return [how, count <= 1024]
""",
        ["EMFILE", True],
    ),
    (
        "fills the disk",
        """
written, how = 0, ""
with open("/tmp/fill", "wb", buffering=0) as file:
    while not how and written < 2 << 30:
        try:
            written += file.write(bytes(8 << 20))
        except OSError as error:
            how = errno.errorcode[error.errno]
os.unlink("/tmp/fill")
return [how in ("ENOSPC", "EFBIG", "EDQUOT"), written <= 512 << 20]
""",
        [True, True],
    ),
    (
        "forks until it cannot",
        """
children, how = [], ""
while not how and len(children) < 5000:
    try:
        pid = os.fork()
    except OSError as error:
        how = errno.errorcode[error.errno]
        break
    if pid == 0:
        time.sleep(60)
        os._exit(0)
    children.append(pid)
for pid in children:
    os.kill(pid, 9)
for pid in children:
    os.waitpid(pid, 0)
return [how, 10 < len(children) <= 1024]
""",
        ["EAGAIN", True],
    ),
    (
        "floods the Runtime API",
        """
import http.client
host, port = os.environ["AWS_LAMBDA_RUNTIME_API"].split(":")
held = []
for _ in range(200):
    try:
        held.append(socket.create_connection((host, int(port)), timeout=1))
    except OSError:
        break
return "still here"
""",
        "still here",
    ),
    (
        "speaks with another's request id",
        """
import urllib.error, urllib.request
address = "http://%s/2018-06-01/runtime/invocation/%s/response" % (os.environ["AWS_LAMBDA_RUNTIME_API"], "00000000-0000-0000-0000-000000000000")
try:
    urllib.request.urlopen(urllib.request.Request(address, data=b"1", method="POST"))
except urllib.error.HTTPError as error:
    return error.code
""",
        400,
    ),
]

# Attacks that the function itself does not survive. (id, the body of a handler)
ENDED = [
    ("ends every process it may", 'os.kill(-1, 9)\nreturn "survived"'),
    ("ends its own group", 'os.killpg(0, 9)\nreturn "survived"'),
    (
        "forks without an end",
        "import threading\nthreading.Timer(20, os._exit, (1,)).start()\nwhile True:\n    try:\n        os.fork()\n    except OSError:\n        pass",
    ),
    ("takes all memory", 'held = [bytearray(16 << 20) for _ in range(500)]\nreturn "survived"'),
    (
        "survives its time-out",
        "import signal, subprocess\nfor number in (1, 2, 3, 15):\n    signal.signal(number, signal.SIG_IGN)\n"
        'subprocess.Popen(["sleep", "86397.25"], start_new_session=True)\nwhile True:\n    time.sleep(1)',
    ),
]

COUNT = "count = 0\ndef handler(e, c):\n    global count\n    count += 1\n    return count\n"
IMAGE = "hostile:1"

USERS = [("ordinary", ORDINARY), ("root", None)] if os.geteuid() == 0 else [("ordinary", None)]


@pytest.fixture(scope="module", params=[row[1] for row in USERS], ids=[row[0] for row in USERS])
def place(request):
    """A server with a secret in its environment, and the account on it."""
    home = tempfile.TemporaryDirectory(prefix="portcullis-hostile-")
    engine = FakeEngine(Path(home.name) / "engine")
    engine.put(IMAGE, *saved([python_layer()], **PYTHON_IMAGE))
    variables = {"OPERATORS_SECRET": SECRET, "PATH": engine.path}
    running = Server(home.name, environment=variables, user=request.param)
    if "namespaces user" not in "".join(running.banner) + json.dumps(health(running)):
        running.close()
        pytest.fail("this machine gives functions no name spaces: the suite says nothing here")
    yield House(running)
    running.close()
    home.cleanup()


def health(server):
    import urllib.request

    with urllib.request.urlopen(server.endpoint + "/_portcullis/health") as answer:
        return json.load(answer)


@pytest.fixture(scope="module", params=["zip", "image"])
def make(request, place):
    """Makes a function of a handler's code: from a zip, or as a container image."""

    def of_image(code, **more):
        made = place.lambda_.create_function(
            FunctionName=unique("attack"),
            PackageType="Image",
            Role=place.worker(),
            Code={"ImageUri": IMAGE},
            Environment={"Variables": {"ATTACK": code}},
            **more,
        )
        return made["FunctionArn"]

    return place.function if request.param == "zip" else of_image


@pytest.fixture(scope="module")
def victim(place, make):
    """A neighbour, which answers before and after each attack from the same environment."""
    function = make(COUNT)
    place.invoke(function)
    return function


@pytest.fixture(scope="module")
def around():
    """What listens on the host: a port and an abstract socket."""
    with (
        socket.create_server(("127.0.0.1", 0)) as port,
        socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as abstract,
    ):
        # A name of this process alone: the tests run in several at a time.
        name = f"portcullis-hostile-{os.getpid()}"
        abstract.bind("\0" + name)
        abstract.listen()
        yield {"neighbour": port.getsockname()[1], "abstract": name}


@pytest.mark.parametrize("body, expected", [row[1:] for row in CONTAINED], ids=[row[0] for row in CONTAINED])
def test_an_attack_is_contained(place, make, victim, around, body, expected):
    function = make(attack(body), Timeout=60, MemorySize=512)
    before = json.loads(place.invoke(victim)["Body"])
    event = {
        "data": str(place.server.data),
        "home": str(place.server.home),
        "binary": binary(),
        "secret": SECRET,
        "port": place.server.port,
        **around,
    }
    answer = place.invoke(function, event)
    assert (answer.get("FunctionError"), json.loads(answer["Body"])) == (None, expected)
    check_unharmed(place, victim, before)
    place.lambda_.delete_function(FunctionName=function)


@pytest.mark.parametrize("body", [row[1] for row in ENDED], ids=[row[0] for row in ENDED])
def test_an_attack_ends_only_its_own_environment(place, make, victim, body):
    function = make(attack(body), Timeout=5, MemorySize=128)
    before = json.loads(place.invoke(victim)["Body"])
    failed = place.invoke(function)
    assert failed.get("FunctionError") == "Unhandled", failed["Body"]
    check_unharmed(place, victim, before)
    assert wait_until(lambda: not running_with("86397.25")), "a process survived its environment"
    place.lambda_.delete_function(FunctionName=function)


def check_unharmed(place, victim, before):
    assert json.loads(place.invoke(victim)["Body"]) == before + 1, "the neighbour lost its environment"


def test_many_attacks_at_once_leave_room_for_others(place, make, victim):
    """Eight functions that spin and fork do not keep a neighbour from answering."""
    function = make(attack("while True:\n    pass"), Timeout=4)
    attackers = [threading.Thread(target=place.invoke, args=(function,)) for _ in range(8)]
    for attacker in attackers:
        attacker.start()
    before = json.loads(place.invoke(victim)["Body"])
    for turn in range(20):
        check_unharmed(place, victim, before + turn)
    for attacker in attackers:
        attacker.join()


def test_two_functions_share_no_files(place, make):
    writes = make(attack('open("/tmp/mine", "w").write("x")\nreturn os.listdir("/tmp")'))
    reads = make(attack('return os.listdir("/tmp")'))
    assert json.loads(place.invoke(writes)["Body"]) == ["mine"]
    assert json.loads(place.invoke(reads)["Body"]) == []
    assert json.loads(place.invoke(writes)["Body"]) == ["mine"], "its own environment keeps it"


def test_a_link_in_a_layer_of_code_leads_nowhere(place):
    """A link within the bundle is fine; through it nothing but the function's own tree is seen."""
    buffer = zipped(main__py=attack('return [os.path.exists("/var/task/" + name) for name in ("in", "out")]'))
    import io
    import zipfile

    bundle = io.BytesIO(buffer)
    with zipfile.ZipFile(bundle, "a") as files:
        for name, target in (("in", "main.py"), ("out", str(place.server.data))):
            entry = zipfile.ZipInfo(name)
            entry.create_system = 3
            entry.external_attr = 0o120777 << 16
            files.writestr(entry, target)
    try:
        function = place.function(bundle=bundle.getvalue())
    except place.lambda_.exceptions.InvalidParameterValueException:
        return  # A link that leads out is refused, which contains it as well.
    assert json.loads(place.invoke(function)["Body"]) == [True, False]


def test_required_isolation_refuses_a_machine_without_walls(tmp_path):
    """In a name space that allows no other, the server says which wall is missing, and does not start."""
    if not shutil.which("unshare"):
        pytest.fail("unshare is not installed (Debian: util-linux)")
    script = 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$0" up --listen 127.0.0.1:0 --ephemeral --isolation required'
    refused = subprocess.run(
        ["unshare", "--user", "--map-root-user", "sh", "-c", script, binary()],
        env=clean_environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert refused.returncode != 0
    assert "namespace" in refused.stderr, refused.stderr
