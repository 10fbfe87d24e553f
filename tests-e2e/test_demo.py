"""The demo, and what the journal shows of a request."""

import json
import re

from kit.functions import AUTHORIZER
from kit.swagger import authorizer, guarded, method, proxy


def test_the_demo_tells_the_story_and_ends_well(fresh):
    running = fresh(ephemeral=True)
    done = running.command("demo", check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    text = done.stdout
    for expected in ("500", "add-permission", "200", "401", "403", "portcullis up", "eval"):
        assert expected in text, (expected, text)
    assert text.index("500") < text.index("add-permission")


def test_the_demo_speaks_json(fresh):
    running = fresh(ephemeral=True)
    done = running.command("demo", "--format", "json", timeout=120)
    assert json.loads(done.stdout)


def guarded_api(house):
    guard, backend = house.function(AUTHORIZER), house.function()
    house.grant(guard)
    api = house.api(guarded({"/pets": {"get": method(proxy(backend))}}, authorizer(guard)))
    return api, backend


def test_trace_draws_who_spoke_to_whom(server, house):
    api, backend = guarded_api(house)
    house.grant(backend, house.arn_of(api, "*/POST/pets"))
    answer = house.call(api, headers={"Authorization": "allow"})
    assert answer.status_code == 500
    variables = {name: value for name, value in server.keys().items() if name.startswith("AWS")}
    for request in ("last", answer.headers["x-amzn-RequestId"]):
        drawn = server.command("trace", request, **variables).stdout.lower()
        for lane in ("client", "gateway", "authorizer", "policy"):
            assert lane in drawn, (lane, drawn)
        assert "500" in drawn
    data = json.loads(server.command("trace", "last", "--format", "json", **variables).stdout)
    # The near miss: the grant is for POST.
    assert "*/POST/pets" in json.dumps(data), data


def test_the_journal_masks_secrets(server, house):
    api, backend = guarded_api(house)
    house.grant(backend)
    secret = "allow-but-secretive-bearer-token-0123456789"
    house.call(
        api,
        headers={
            "Authorization": secret,
            "Cookie": "session=very-secret-cookie",
            "x-api-key": "very-secret-api-key-00",
        },
    )
    house.iam.create_user(UserName="somebody")
    key = house.iam.create_access_key(UserName="somebody")["AccessKey"]
    everything = "".join(
        json.dumps(house.journal(record["requestId"] if "requestId" in record else record["request_id"]))
        for record in listed(house)
    )
    for hidden in (
        secret,
        "very-secret-cookie",
        "very-secret-api-key-00",
        key["SecretAccessKey"],
        house.keys.secret_key,
    ):
        assert hidden not in everything, hidden
        assert hidden not in server.errors.read_text(), hidden


def listed(house):
    return house.journal("").get("entries", [])


def test_the_journal_is_for_the_root_alone(house):
    from kit.http import requests, signed

    house.function()
    address = f"{house.server.endpoint}/_portcullis/journal"
    assert requests.get(address, timeout=10).status_code == 403
    user = house.user()
    assert (
        requests.get(address, headers=signed(user.keys, "portcullis", "GET", address), timeout=10).status_code
        == 403
    )


def test_status_and_reset(fresh):
    from kit.house import House

    running = fresh()
    house = House(running)
    house.function()
    variables = {name: value for name, value in running.keys().items() if name.startswith("AWS")}
    assert re.search("enforce", running.command("status", **variables).stdout)
    running.command("reset", **variables)
    assert house.lambda_.list_functions()["Functions"] == []
    assert house.iam.list_roles()["Roles"] == []
