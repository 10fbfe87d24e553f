"""Every text that a command prints, as it is printed: when all is well, when there is nothing, and when it cannot be done.

Each is kept in `texts/`. Whoever changes one looks at the difference that this test shows, runs it again with
PORTCULLIS_RENEW_TEXTS=1, and commits what it wrote."""

import json
import re

import pytest

from kit.functions import AUTHORIZER
from kit.house import House, document
from kit.server import Server, clean_environment, wait_until
from kit.shell import Shell
from kit.swagger import authorizer, definition, guarded, method, mock, proxy
from kit.texts import FOLDER, RENEW, Texts, check

COMMANDS = [
    "up",
    "env",
    "demo",
    "trace",
    "why",
    "map",
    "compact",
    "record",
    "export",
    "check",
    "invoke",
    "logs",
    "doctor",
    "status",
    "console",
    "reset",
    "completions",
    "manual",
]
ASKING = ["trace", "why", "map", "record", "status", "console", "reset", "check"]
NAMING = ["compact", "export", "invoke", "logs"]
# A port below 1024 is given to nobody by chance, and nobody listens on this one.
NOBODY = "http://127.0.0.1:9"
KEPT = set()

SUM = """
def handler(event, context):
    print("adding", event.get("a"))
    if "a" not in event:
        raise ValueError("there is no a")
    return {"statusCode": 200, "body": "{}", "sum": event["a"] + 1}
"""


def keep(name, told):
    KEPT.add(name)
    check(name, told)


def shown(*all):
    return "\n".join(all)


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """A shell that knows no server and no keys."""
    folder = tmp_path_factory.mktemp("bare")
    return Texts(clean_environment(folder), folder, [(str(folder), "/home/someone")])


def asked(running, folder, named=()):
    shell = Shell(running, folder)
    places = [(str(running.data), "/home/someone/data"), (str(folder), "/home/someone")]
    named = [*named, *places, (f":{running.port}", ":4566")]
    return Texts(shell.environment, folder, named)


@pytest.fixture(scope="module")
def empty(server, tmp_path_factory):
    """A shell with a server that holds nothing."""
    return asked(server, tmp_path_factory.mktemp("empty"))


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """A server with something of everything; its shell, its ids, and the requests that were made."""
    running = Server(tmp_path_factory.mktemp("scene"))
    try:
        yield furnished(running, tmp_path_factory.mktemp("scene-shell"))
    finally:
        running.close()


class Scene:
    pass


def furnished(running, folder):
    house, scene = House(running), Scene()
    scene.folder, scene.house = folder, house
    worker = house.role(trusts=("lambda.amazonaws.com",), managed=(BASIC,), name="worker")
    pets = house.function(SUM, name="pets", role=worker)
    guard = house.function(AUTHORIZER, name="guard", role=worker)
    role = house.role(policy=document("lambda:InvokeFunction", Resource=[pets, guard]), name="invoker")
    scene.role = role
    paths = {
        "/pets": {"get": method(proxy(pets)), "post": method(proxy(pets))},
        "/role": {"get": method(proxy(pets, credentials=role))},
        "/mock": {"get": method(mock())},
    }
    scene.open = custom(house, "open0api00", definition(paths))
    behind = guarded({"/pets": {"get": method(proxy(pets))}}, authorizer(guard))
    scene.closed = custom(house, "closed0api", {**behind, "info": {"title": "guarded", "version": "1"}})
    scene.guard_id = house.apigateway.get_authorizers(restApiId=scene.closed)["items"][0]["id"]

    def grant(sid, function, source):
        house.lambda_.add_permission(
            FunctionName=function,
            StatementId=sid,
            Action="lambda:InvokeFunction",
            Principal="apigateway.amazonaws.com",
            SourceArn=source,
        )

    grant("posts", pets, house.arn_of(scene.open, "*/POST/pets"))
    grant("posts-again", pets, house.arn_of(scene.open, "*/POST/pets"))
    grant("gone", pets, house.arn_of("a1b2c3d4e5", "*"))
    grant("guard", guard, house.arn_of(scene.closed, "authorizers/*"))
    scene.answered = request_of(house.call(scene.open, method="POST", body=b"{}"))
    scene.by_role = request_of(house.call(scene.open, "/role"))
    scene.denied = request_of(house.call(scene.closed, headers={"Authorization": "deny"}))
    scene.unauthorized = request_of(house.call(scene.closed))
    scene.nowhere = request_of(house.call(scene.open, "/pet"))
    user = house.user(document("lambda:List*", Resource="*"))
    with pytest.raises(user.iam.exceptions.ClientError):
        user.iam.list_users()
    scene.refused = request_of(house.call(scene.open))
    house.log(pets, "adding")
    house.log(guard, "asked")
    named = [(scene.guard_id, "guard0"), (user.name, "alice")]
    scene.texts = asked(running, folder, named)
    return scene


def custom(house, id, document):
    """An API with an id of the test's choice."""
    house.apigateway.create_rest_api(name="later", tags={"_custom_id_": id})
    house.apigateway.put_rest_api(restApiId=id, mode="overwrite", body=json.dumps(document).encode())
    house.deploy(id)
    return id


BASIC = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"


def request_of(answer):
    return answer.headers["x-amzn-RequestId"]


# Without a server


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_of_a_command(bare, command):
    told = bare.run(*([command] if command else []), "--help")
    keep(f"help{'-' if command else ''}{command}", told)


def test_what_is_no_command_and_no_flag(bare):
    wrong = [
        (),
        ("wyh",),
        ("why", "--fixx", "cli"),
        ("why", "--fix", "pulumi"),
        ("map", "--who-can", "a", "--what-can", "b"),
        ("trace", "--format", "png"),
        ("logs", "pets", "--since", "yesterday"),
        ("invoke",),
        ("check", "--explain", "PC999"),
        ("up", "--listen", "somewhere"),
        ("up", "--auth", "off"),
        ("completions", "tcsh"),
    ]
    keep("usage", shown(*(bare.run(*arguments) for arguments in wrong)))


def test_without_keys(bare):
    told = [bare.run(command) for command in ASKING]
    keep("no-keys", shown(*told, *(bare.run(command, "pets") for command in NAMING)))


def test_without_a_server(bare):
    keys = {"AWS_ENDPOINT_URL": NOBODY, "AWS_ACCESS_KEY_ID": "AKIAX", "AWS_SECRET_ACCESS_KEY": "x"}
    told = [bare.run(command, **keys) for command in ASKING]
    more = [bare.run(command, "pets", **keys) for command in NAMING]
    odd = [bare.run("why", "--endpoint", endpoint, **keys) for endpoint in ("ftp://x", "here", "")]
    keep("no-server", shown(*told, *more, *odd))


def test_the_shells_variables(server, bare, tmp_path):
    texts = asked(server, tmp_path)
    place = ("--listen", f"127.0.0.1:{server.port}", "--data-dir", str(server.data))
    secrets = [(value, name) for name, value in server.keys().items() if "KEY" in name]
    texts.named = [*secrets, *texts.named]
    told = texts.run("env", *place)
    keep("env", shown(told, bare.run("env", "--data-dir", str(bare.folder / "nowhere"))))


def test_every_rule_is_explained(bare):
    keep("check-explain", bare.run("check", "--explain", "all"))


BROKEN = """\
Resources:
  Pets:
    Type: AWS::Serverless::Function
    Properties:
      Handler: main.handler
      Runtime: python3.12
      CodeUri: src
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body:
        swagger: "2.0"
        info: {title: pets, version: "1"}
        paths:
          /pets:
            get:
              responses: {"200": {description: ok}}
              x-amazon-apigateway-integration:
                type: aws_proxy
                httpMethod: GET
                uri: !Sub arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Pets.Arn}/invocations
"""


def test_what_is_found_in_files(bare):
    folder = bare.folder
    (folder / "broken.yaml").write_text(BROKEN)
    (folder / "sound.json").write_text(json.dumps(definition({"/mock": {"get": method(mock())}})))
    (folder / "bytes.yaml").write_bytes(b"\x00\xff\xfe\x01" * 40)
    (folder / "empty.yaml").write_text("")
    (folder / "folder").mkdir()
    forms = ("text", "github", "markdown")
    keep("check", shown(*(bare.run("check", "broken.yaml", "--format", form) for form in forms)))
    keep("check-clean", bare.run("check", "sound.json"))
    diff = bare.run("check", "broken.yaml", "--fix", "--diff")
    written = bare.run("check", "broken.yaml", "--fix")
    keep("check-fix", shown(diff, written, bare.run("check", "broken.yaml")))
    bad = ("nowhere.yaml", "bytes.yaml", "empty.yaml", "folder")
    keep("check-unreadable", shown(*(bare.run("check", name) for name in bad)))


def test_completions_and_the_manual(bare):
    told = bare.run("manual", str(bare.folder / "man"))
    page = (bare.folder / "man" / "portcullis-why.1").read_text()
    keep("manual", shown(told, page, bare.run("manual", "/dev/null/man")))


def test_the_doctor_finds_nothing_that_works(bare):
    """What it finds of a machine is the machine's; how it is told is a test of its own, beside its code."""
    keep("doctor-usage", bare.run("doctor", "--listen", "here"))


# A server that holds nothing


def test_nothing_to_tell(empty):
    keep("empty-status", empty.run("status"))
    keep("empty-console", empty.run("console"))
    for command in ("why", "trace", "map", "record", "check"):
        keep(f"empty-{command}", empty.run(command))


def test_what_is_not_there(empty):
    nobody = "arn:aws:iam::000000000000:role/nobody"
    unknown = "11111111-2222-3333-4444-555555555555"
    asked = [
        ("why", unknown),
        ("why", "../../etc/passwd"),
        ("trace", unknown),
        ("map", "--who-can", "nowhere"),
        ("map", "--who-can", "a b"),
        ("map", "--what-can", nobody),
        ("map", "--what-can", "nobody"),
        ("compact", "nowhere"),
        ("export", "nowhere"),
        ("invoke", "nowhere"),
        ("invoke", "nowhere", "--payload", "{a}"),
        ("invoke", "nowhere", "--payload", "@nowhere.json"),
        ("logs", "nowhere"),
        ("console", "--user", "bob"),
        ("console", "--role", "bob"),
    ]
    keep("not-there", shown(*(empty.run(*arguments) for arguments in asked)))


# A server that holds something


def test_why(scene):
    texts = scene.texts
    ids = (scene.refused, scene.denied, scene.unauthorized, scene.nowhere, scene.answered)
    keep("why", shown(*(texts.run("why", request) for request in ids), texts.run("why")))


@pytest.mark.parametrize("form", ["cli", "json", "swagger", "cfn", "sam", "terraform"])
def test_a_fix(scene, form):
    keep(f"why-fix-{form}", scene.texts.run("why", scene.refused, "--fix", form))


def test_no_fix(scene):
    told = [scene.texts.run("why", request, "--fix", "cli") for request in (scene.answered, scene.nowhere)]
    keep("why-fix-none", shown(*told))


@pytest.mark.parametrize("form", ["text", "mermaid", "svg", "html"])
def test_a_trace(scene, form):
    keep(f"trace-{form}", scene.texts.run("trace", scene.denied, "--format", form))


def test_a_trace_in_a_narrow_terminal(scene):
    keep("trace-narrow", scene.texts.run("trace", scene.denied, COLUMNS="60"))


def test_the_map(scene):
    keep("map", scene.texts.run("map"))
    keep("who-can", scene.texts.run("map", "--who-can", "pets"))
    keep("what-can", scene.texts.run("map", "--what-can", scene.role))


def test_what_a_session_can(scene):
    """It was given a policy of its own, which takes away what its role may."""
    house = scene.house
    trust = document("sts:AssumeRole", Principal={"AWS": "000000000000"})
    house.iam.create_role(RoleName="lent", AssumeRolePolicyDocument=trust)
    all_functions = document("lambda:InvokeFunction", Resource="*")
    house.iam.put_role_policy(RoleName="lent", PolicyName="all", PolicyDocument=all_functions)
    deputy = house.user(document("sts:AssumeRole", Resource="*"))
    scene.texts.named.insert(0, (deputy.name, "deputy"))
    given = deputy.sts.assume_role(
        RoleArn="arn:aws:iam::000000000000:role/lent",
        RoleSessionName="one",
        Policy=document("lambda:InvokeFunction", Resource="arn:aws:lambda:*:*:function:guard"),
    )
    session = given["AssumedRoleUser"]["Arn"]
    keep("what-can-session", scene.texts.run("map", "--what-can", session))
    house.iam.delete_role_policy(RoleName="lent", PolicyName="all")
    house.iam.delete_role(RoleName="lent")


def test_the_record(scene):
    told = scene.texts.run("record")
    # How often a function's lines are written depends on when they come.
    told = re.sub(r"(logs:\w+ on .*): \d+", r"\1: 1", told)
    keep("record", re.sub(r"(seen-all-authorizer-[\w-]+)-[0-9a-f]{8}", r"\1-00000000", told))


def test_the_check_of_a_server(scene):
    keep("check-server", scene.texts.run("check"))


@pytest.mark.parametrize("form", ["cli", "swagger", "openapi", "sam", "cloudformation", "terraform"])
def test_an_export(scene, form):
    keep(f"export-{form}", scene.texts.run("export", scene.closed, "--format", form))


def test_a_call_of_a_function(scene):
    texts = scene.texts
    done = texts.run("invoke", "pets", "--payload", '{"a": 1}')
    failed = texts.run("invoke", "pets", "--payload", "{}")
    piped = texts.run("invoke", "pets", "--payload", "-", stdin='{"a": 2}')
    keep("invoke", shown(done, failed, piped))


def test_the_lines_of_a_function(scene):
    told = scene.texts.run("logs", "guard")
    keep("logs", told)


def test_fewer_grants(scene):
    keep("compact", shown(scene.texts.run("compact", "pets"), scene.texts.run("compact", "guard")))


def test_fewer_grants_carried_out(scene):
    keep("compact-done", shown(scene.texts.run("compact", "pets", "--yes")))


# Stories of their own


def test_the_banner_and_what_stops_a_start(fresh, bare, tmp_path):
    running = fresh("--auth", "open", ephemeral=True)
    assert wait_until(lambda: any(line.startswith("unset") for line in running.banner))
    banner = "".join(running.banner)
    taken = bare.run("up", "--listen", f"127.0.0.1:{running.port}", "--ephemeral")
    place = [(f":{running.port}", ":4566"), (str(tmp_path), "/home/someone")]
    settled = Texts({}, tmp_path, place).settled
    keep("up", settled(banner))
    wrong = bare.run("up", "nowhere.yaml", "--ephemeral", "--listen", "127.0.0.1:0")
    keep("up-wrong", shown(settled(taken), wrong))


def test_forgetting(fresh, tmp_path):
    running = fresh("--auth", "open")
    keep("reset", asked(running, tmp_path).run("reset"))


def test_the_whole_story(bare):
    told = bare.run("demo")
    # Its ids are new each time, and what is made of them, too.
    api, guard = (re.search(one, told).group(1) for one in (r"rest-api-id (\w+)", r"  authorizer (\w{6})\n"))
    told = told.replace(api, "a1b2c3d4e5").replace(guard, "guard0")
    keep("demo", re.sub(r"(portcullis|authorizer)-[0-9a-f]{8}", r"\1-00000000", told))


def test_no_text_is_kept_that_nobody_prints():
    """Run with the whole file, it finds what is left of texts that are gone."""
    if len(KEPT) > 60 and not RENEW:
        assert {place.stem for place in FOLDER.glob("*.txt")} == KEPT
