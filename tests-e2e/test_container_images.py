"""Functions that are container images: taken from the store of podman or docker, run in the same sandbox as
all others, with the image as their root."""

import json
import os
import shutil
import tarfile

import pytest
from botocore.exceptions import ClientError

from kit.functions import zipped
from kit.house import House, unique
from kit.images import FakeEngine, layer, link, podman_import, podman_remove, saved, shell_layer
from kit.server import wait_until


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    return FakeEngine(tmp_path_factory.mktemp("engine"))


@pytest.fixture
def house(fresh, engine):
    return House(fresh("--function-update-seconds", "0", environment={"PATH": engine.path}))


def put(engine, layers, name=None, **config):
    name = name or unique("image")
    engine.put(name, *saved(layers, **config))
    return name


def create(house, image, **more):
    made = house.lambda_.create_function(
        FunctionName=unique("image"),
        PackageType="Image",
        Role=house.worker(),
        Code={"ImageUri": image},
        Timeout=20,
        **more,
    )
    return made["FunctionArn"]


def answer(house, function, **more):
    return json.loads(house.invoke(function, {}, **more)["Body"])


@pytest.fixture(scope="module")
def shell():
    return shell_layer("first")


def test_an_image_of_podman_runs_and_is_updated(house, server_with_podman):
    house, name = server_with_podman
    function = create(house, f"{name}:1", Environment={"Variables": {"OWN": "mine"}})
    cold = answer(house, function)
    assert (cold["mark"], cold["greeting"], cold["own"]) == ("one", "hello", "mine")
    assert (cold["where"], cold["arguments"], cold["handler"]) == ("/place", "app.handler", "app.handler")
    assert answer(house, function)["served"] == 2
    found = house.lambda_.get_function(FunctionName=function)
    shown, code = found["Configuration"], found["Code"]
    assert shown["PackageType"] == "Image" and "Runtime" not in shown and "Handler" not in shown
    assert code["RepositoryType"] == "ECR" and code["ImageUri"] == f"{name}:1"
    assert code["ResolvedImageUri"] == f"{name}@sha256:{shown['CodeSha256']}"
    first = house.lambda_.publish_version(FunctionName=function)["Version"]
    house.lambda_.update_function_code(FunctionName=function, ImageUri=f"{name}:2")
    assert answer(house, function)["mark"] == "two"
    assert answer(house, function, Qualifier=first)["mark"] == "one"


@pytest.fixture
def server_with_podman(fresh):
    if not shutil.which("podman"):
        pytest.skip("podman is not installed")
    name = f"localhost/portcullis-test-{os.getpid()}"
    change = {"ENTRYPOINT": '["/bin/bash","/bootstrap"]', "CMD": '["app.handler"]', "WORKDIR": "/place"}
    for tag, mark in (("1", "one"), ("2", "two")):
        podman_import(f"{name}:{tag}", shell_layer(mark), ENV="GREETING=hello", **change)
    yield House(fresh("--function-update-seconds", "0")), name
    for tag in ("1", "2"):
        podman_remove(f"{name}:{tag}")


def test_its_root_is_the_image_and_nothing_else(house, engine, shell):
    function = create(house, put(engine, [shell]), Environment={"Variables": {"READ": "/etc/passwd"}})
    found = answer(house, function)
    roots = set(found["roots"].split())
    assert {"/bin", "/bootstrap", "/mark", "/tmp", "/proc", "/dev"} <= roots
    assert not roots & {"/home", "/root", "/usr/share", "/run"}
    assert found["writes"].split() == ["/tmp/written"]
    assert found["read"] == ""
    assert house.log(function, "served 1")


def test_the_function_replaces_what_the_image_says(house, engine, shell):
    config = {"Command": ["other.handler", "x"], "WorkingDirectory": "/bin"}
    function = create(house, put(engine, [shell]), ImageConfig=config)
    shown = house.lambda_.get_function_configuration(FunctionName=function)
    assert shown["ImageConfigResponse"]["ImageConfig"] == config
    found = answer(house, function)
    assert (found["where"], found["arguments"], found["handler"]) == (
        "/bin",
        "other.handler x",
        "other.handler",
    )
    house.lambda_.update_function_configuration(FunctionName=function, ImageConfig={})
    assert "ImageConfigResponse" not in house.lambda_.get_function_configuration(FunctionName=function)
    assert answer(house, function)["arguments"] == "app.handler two"


def test_layers_lie_over_each_other(house, engine, shell):
    upper = layer({"mark": b"upper", "place/.wh.here": b""})
    function = create(house, put(engine, [shell, upper]), Environment={"Variables": {"READ": "/place/here"}})
    assert answer(house, function)["mark"] == "upper"


def test_a_restart_needs_no_store(fresh, engine, shell):
    server = fresh(environment={"PATH": engine.path})
    house = House(server)
    function = create(house, put(engine, [shell]))
    assert answer(house, function)["mark"] == "first"
    engine.forget()
    before = len(engine.calls())
    server.stop()
    server.start()
    assert answer(house, function)["mark"] == "first"
    assert len(engine.calls()) == before, "the store was asked while a call waited"


def test_what_no_function_has_is_removed(house, engine, shell):
    function = create(house, put(engine, [shell, layer({"mark": b"to be removed"})]))
    code = house.server.data / "scratch" / "code"
    assert [entry.name for entry in code.iterdir() if entry.name.startswith("image-")]
    house.lambda_.delete_function(FunctionName=function)
    gone = lambda: not [entry for entry in code.iterdir() if entry.name.startswith("image-")]  # noqa: E731
    assert wait_until(gone, within=40)


# (id, configuration of the image, error type, part of the message)
FAILING = [
    ("no program", {"Entrypoint": ["/nowhere"]}, "Runtime.InvalidEntrypoint", "fork/exec /nowhere: no such"),
    ("no program on the path", {"Entrypoint": ["nowhere"]}, "Runtime.InvalidEntrypoint", "nowhere"),
    ("no program of this machine", {"Entrypoint": ["/mark"]}, "Runtime.InvalidEntrypoint", "format"),
    ("no directory", {"WorkingDir": "/nowhere"}, "Runtime.InvalidWorkingDir", "chdir /nowhere: no such"),
    ("it ends", {"Entrypoint": ["bash", "-c", "exit 3"]}, "Runtime.ExitError", "exit status 3"),
]


@pytest.mark.parametrize(
    "config, kind, message", [row[1:] for row in FAILING], ids=[row[0] for row in FAILING]
)
def test_an_image_that_does_not_start_is_the_functions_failure(house, engine, shell, config, kind, message):
    found = answer(house, create(house, put(engine, [shell], **config)))
    assert found["errorType"] == kind and message in found["errorMessage"], found


def test_a_program_that_is_not_there_is_no_500(house, engine, shell):
    with pytest.raises(ClientError, match="names a program"):
        house.invoke(create(house, put(engine, [shell], Entrypoint=None, Cmd=None)), {})


HOSTILE = [
    ("a name that climbs", [layer({"../../../escaped": b"x"})], "leads out of its root"),
    ("a hard link that climbs", [layer(entries=[link("l", "../../x", tarfile.LNKTYPE)])], "leads out"),
    (
        "a hard link through a link",
        [layer(entries=[link("way", "/etc"), link("l", "way/passwd", tarfile.LNKTYPE)])],
        "leads out",
    ),
    ("a hash that is another", None, "hash"),
]


@pytest.mark.parametrize("layers, message", [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_a_hostile_image_is_refused(house, engine, shell, layers, message):
    name = unique("hostile")
    image, content = saved(layers or [shell])
    engine.put(name, image, content if layers else content.replace(b"first", b"other"))
    with pytest.raises(ClientError) as refused:
        create(house, name)
    error = refused.value.response["Error"]
    assert error["Code"] == "InvalidParameterValueException" and message in error["Message"]
    assert not (house.server.home / "escaped").exists()
    code = house.server.data / "scratch" / "code"
    assert not [entry for entry in code.iterdir()], "what was half unpacked stayed"


def test_links_of_an_image_lead_nowhere_but_into_it(house, engine, shell):
    secret = house.server.home / "secret"
    secret.write_text("of the host")
    tricks = layer(
        entries=[
            link("etc", "/etc"),
            link("tmp", str(house.server.home)),
            link("proc", "/proc"),
            link("dev", "/dev"),
            link("mnt", "/"),
            link("stolen", str(secret)),
            link("up", "../../../../../../../../" + str(secret)),
        ]
    )
    for read in ("/stolen", "/up", "/tmp/secret", "/mnt/etc/passwd", str(secret)):
        function = create(house, put(engine, [shell, tricks]), Environment={"Variables": {"READ": read}})
        assert answer(house, function)["read"] == "", read
    assert secret.read_text() == "of the host"


def test_what_each_kind_of_function_has_is_said(house, engine, shell):
    image = put(engine, [shell])
    zip_function = house.function()
    image_function = create(house, image)
    client = house.lambda_
    layers = ["arn:aws:lambda:us-east-1:000000000000:layer:none:1"]
    both = {"Role": house.worker(), "PackageType": "Image", "FunctionName": unique("f")}
    rows = [
        (
            lambda: client.update_function_code(FunctionName=zip_function, ImageUri=image),
            "Please don't provide ImageUri when updating a function with packageType Zip.",
        ),
        (
            lambda: client.update_function_code(
                FunctionName=image_function, ZipFile=zipped(main__py="def handler(event, context): pass")
            ),
            "Please provide ImageUri when updating a function with packageType Image.",
        ),
        (
            lambda: client.create_function(
                **both, Code={"ImageUri": image}, Runtime="python3.12", Handler="a.b"
            ),
            "Please don't provide Handler or Runtime or Layer when the intended function PackageType is Image.",
        ),
        (
            lambda: client.create_function(
                FunctionName=unique("f"), Role=house.worker(), Code={"ImageUri": image}
            ),
            "Runtime and Handler are mandatory parameters for functions created with deployment packages.",
        ),
        (
            lambda: client.update_function_configuration(
                FunctionName=zip_function, ImageConfig={"Command": ["a"]}
            ),
            "ImageConfig for PackageType Zip is not supported",
        ),
        (
            lambda: client.create_function(**both, Code={"ImageUri": "nowhere:1"}),
            "Source image nowhere:1 is not valid. Provide a valid source image.",
        ),
        (
            lambda: client.create_function(**both, Code={"ImageUri": "--help"}),
            "Source image --help is not valid.",
        ),
        (
            lambda: client.update_function_configuration(FunctionName=image_function, Layers=layers),
            "layer",
        ),
    ]
    for call, message in rows:
        with pytest.raises(ClientError) as refused:
            call()
        assert message in str(refused.value)


def test_without_an_engine_the_next_step_is_said(fresh, tmp_path):
    lonely = tmp_path / "bin"
    lonely.mkdir()
    for flags, path, message in (
        ((), str(lonely), "install one of them"),
        (("--function-images", "off"), os.environ["PATH"], "--function-images off"),
    ):
        house = House(fresh(*flags, environment={"PATH": path}))
        with pytest.raises(ClientError, match=message):
            create(house, "any:1")


def test_a_file_system_is_a_folder_of_this_machine(fresh, engine, shell, tmp_path):
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o777)
    tmp_path.chmod(0o755)
    arn = "arn:aws:elasticfilesystem:us-east-1:000000000000:access-point/fsap-0123456789abcdef0"
    server = fresh("--function-file-system", f"{arn}={shared}", environment={"PATH": engine.path})
    house = House(server)
    code = "def handler(event, context):\n    open('/mnt/data/file', 'a').write('kept')\n    return open('/mnt/data/file').read()"
    config = [{"Arn": arn, "LocalMountPath": "/mnt/data"}]
    function = house.function(code, FileSystemConfigs=config)
    assert answer(house, function) == "kept"
    assert (shared / "file").read_text() == "kept"
    assert house.lambda_.get_function_configuration(FunctionName=function)["FileSystemConfigs"] == config
    other = create(
        house,
        put(engine, [shell]),
        FileSystemConfigs=config,
        Environment={"Variables": {"READ": "/mnt/data/file"}},
    )
    assert answer(house, other)["read"] == "kept"
    with pytest.raises(ClientError, match="--function-file-system"):
        house.function(FileSystemConfigs=[{"Arn": arn[:-1] + "1", "LocalMountPath": "/mnt/data"}])
