"""Definitions that cannot be: AWS's BadRequestException, the place in the journal, nothing stored."""

import json

import pytest

from kit.swagger import definition, method, mock, pets, proxy

FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:nobody"
BROKEN_JSON = b'{\n  "swagger": "2.0",\n  "info": {"title": "x", "version": "1"},\n  "paths": {,}\n}\n'
BROKEN_YAML = b'swagger: "2.0"\ninfo: {title: x\npaths: {}\n'


def encoded(document):
    return json.dumps(document).encode()


# (id, what is imported)
IMPOSSIBLE = [
    ("broken JSON", BROKEN_JSON),
    ("broken YAML", BROKEN_YAML),
    ("empty", b" "),
    ("no definition at all", b'{"hello": "world"}'),
    ("a list", b"[]"),
    ("neither version", b'{"swagger": "1.2", "info": {"title": "x", "version": "1"}, "paths": {}}'),
    ("unknown integration type", encoded(pets({"type": "teleport", "uri": "x", "httpMethod": "POST"}))),
    ("proxy without a uri", encoded(pets({"type": "aws_proxy", "httpMethod": "POST"}))),
    ("uri that is no ARN", encoded(pets({"type": "aws_proxy", "httpMethod": "POST", "uri": "nonsense"}))),
    (
        "lambda without a method",
        encoded(
            pets(
                {
                    "type": "aws_proxy",
                    "uri": f"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/{FUNCTION}/invocations",
                }
            )
        ),
    ),
    ("credentials that are no role", encoded(pets(proxy(FUNCTION, credentials="me")))),
    (
        "two parameters side by side",
        encoded(definition({"/pets/{a}": {"get": method(mock())}, "/pets/{b}": {"get": method(mock())}})),
    ),
    (
        "deeper than anybody nests",
        b'{"swagger": "2.0", "paths": ' + b'{"a":' * 5000 + b"1" + b"}" * 5000 + b"}",
    ),
]


@pytest.mark.parametrize("body", [row[1] for row in IMPOSSIBLE], ids=[row[0] for row in IMPOSSIBLE])
def test_an_impossible_definition_is_refused_and_nothing_is_stored(house, body):
    before = ids(house)
    with pytest.raises(house.apigateway.exceptions.BadRequestException):
        house.apigateway.import_rest_api(body=body, failOnWarnings=True)
    assert ids(house) == before


@pytest.mark.parametrize("body, line", [(BROKEN_JSON, 4), (BROKEN_YAML, 3)], ids=["json", "yaml"])
def test_the_journal_has_line_and_column_of_a_syntax_error(house, body, line):
    with pytest.raises(house.apigateway.exceptions.BadRequestException):
        house.apigateway.import_rest_api(body=body)
    record = json.dumps(house.journal())
    assert f"line {line}" in record and "column" in record, record


@pytest.mark.parametrize("mode", ["merge", "overwrite"])
def test_a_refused_put_leaves_the_api_as_it_was(house, mode):
    api = house.api(pets(mock()))
    before = resources(house, api)
    with pytest.raises(house.apigateway.exceptions.BadRequestException):
        house.apigateway.put_rest_api(restApiId=api, mode=mode, body=BROKEN_JSON)
    assert resources(house, api) == before
    assert house.call(api).status_code == 200


def test_what_is_not_served_is_a_warning_or_an_error(house):
    """An import never drops in silence what it names."""
    unknown = pets(mock(), **{"x-amazon-apigateway-something-new": {"a": 1}})
    body = encoded(unknown)
    warned = house.apigateway.import_rest_api(body=body)
    assert any("x-amazon-apigateway-something-new" in warning for warning in warned["warnings"]), warned
    with pytest.raises(house.apigateway.exceptions.BadRequestException):
        house.apigateway.import_rest_api(body=body, failOnWarnings=True)


def ids(house):
    return [api["id"] for api in house.apigateway.get_rest_apis(limit=500)["items"]]


def resources(house, api):
    items = house.apigateway.get_resources(restApiId=api)["items"]
    return sorted((item["path"], *sorted(item.get("resourceMethods", {}))) for item in items)
