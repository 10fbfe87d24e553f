"""Servers for the tests: each module starts its own binary on a free port with its own data.

A module says how its server is started by `FLAGS`; the default is what a user gets. With `UPSTREAM` the
calls of these services, `*` for all that the server does not have, go to an emulator.
"""

import pytest

pytest.register_assert_rewrite("kit.http", "kit.house", "kit.server")

# Behind the line that makes their assertions speak:
from kit.emulator import Emulator  # noqa: E402
from kit.house import House  # noqa: E402
from kit.server import Server  # noqa: E402


@pytest.fixture(scope="module")
def emulator(tmp_path_factory):
    running = Emulator(tmp_path_factory.mktemp("emulator"))
    yield running
    running.close()


@pytest.fixture(scope="module")
def server(request, tmp_path_factory):
    flags = list(getattr(request.module, "FLAGS", ()))
    for service in getattr(request.module, "UPSTREAM", ()):
        endpoint = request.getfixturevalue("emulator").endpoint
        flags += ["--upstream", f"{service}={endpoint}"]
    running = Server(tmp_path_factory.mktemp("server"), *flags)
    yield running
    running.close()


@pytest.fixture(scope="module")
def house(server):
    """The account's root, with an execution role that may write logs."""
    return House(server)


@pytest.fixture
def fresh(tmp_path, request):
    """Starts servers for one test; all of them are gone behind it."""
    started = []

    def start(*flags, **options):
        started.append(Server(tmp_path / f"server-{len(started)}", *flags, **options))
        return started[-1]

    yield start
    for running in started:
        running.close()
