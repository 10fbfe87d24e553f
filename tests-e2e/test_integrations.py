"""APIs built call by call, and the kinds of integration that are not a Lambda proxy."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from botocore.exceptions import ClientError

from kit.http import Refusal, check_refused
from kit.swagger import definition, invocation_uri, method, mock, pets

BROKEN = """
def handler(event, context):
    if event.get("message"):
        raise Exception(event["message"])
"""


class Backend(BaseHTTPRequestHandler):
    """Says what it was asked, in the status that it was asked for."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.answer(b"")

    def do_POST(self):
        self.answer(self.rfile.read(int(self.headers["Content-Length"] or 0)))

    def answer(self, body):
        said = {"path": self.path, "body": body.decode(), "headers": dict(self.headers), "verb": self.command}
        sent = json.dumps(said).encode()
        self.send_response(int(self.headers.get("X-Answer", "200")))
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(sent)))
        self.send_header("X-Backend", "here")
        self.end_headers()
        self.wfile.write(sent)

    def log_message(self, *_):
        """Silence."""


@pytest.fixture(scope="module")
def backend():
    running = ThreadingHTTPServer(("127.0.0.1", 0), Backend)
    thread = threading.Thread(target=running.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    thread.join()
    running.server_close()


def test_an_http_proxy_passes_everything_through(house, backend):
    integration = {"type": "http_proxy", "httpMethod": "POST", "uri": backend + "/base"}
    api = house.api(definition({"/pets": {"post": method(integration)}}))
    answer = house.call(
        api, "/pets?a=1&b=2", method="POST", body=b"hello", headers={"X-Mine": "yes", "X-Answer": "418"}
    )
    assert (answer.status_code, answer.headers["X-Backend"]) == (418, "here")
    said = answer.json()
    assert (said["path"], said["body"], said["verb"]) == ("/base?a=1&b=2", "hello", "POST")
    assert {name.lower(): value for name, value in said["headers"].items()}["x-mine"] == "yes"


def test_a_path_parameter_reaches_the_backend_by_its_mapping(house, backend):
    integration = {
        "type": "http_proxy",
        "httpMethod": "GET",
        "uri": backend + "/animals/{which}",
        "requestParameters": {
            "integration.request.path.which": "method.request.path.id",
            "integration.request.header.X-Stage": "context.stage",
        },
    }
    parameters = [{"name": "id", "in": "path", "required": True, "type": "string"}]
    api = house.api(definition({"/pets/{id}": {"get": method(integration, parameters=parameters)}}))
    said = house.call(api, "/pets/7").json()
    assert said["path"] == "/animals/7"
    assert {name.lower(): value for name, value in said["headers"].items()}["x-stage"] == "prod"


def test_a_custom_http_integration_maps_both_ways(house, backend):
    integration = {
        "type": "http",
        "httpMethod": "POST",
        "uri": backend + "/",
        "requestTemplates": {
            "application/json": '{"sent": $input.json("$.name"), "by": "$context.httpMethod"}'
        },
        "responses": {
            "default": {
                "statusCode": "201",
                "responseParameters": {"method.response.header.X-Own": "'own'"},
                "responseTemplates": {
                    "application/json": '#set($said = $util.parseJson($input.path("$.body")))$said.sent/$said.by'
                },
            }
        },
    }
    one = method(integration)
    one["responses"] = {"201": {"description": "made", "headers": {"X-Own": {"type": "string"}}}}
    api = house.api(definition({"/pets": {"post": one}}))
    answer = house.call(
        api, method="POST", headers={"Content-Type": "application/json"}, body=b'{"name": "Rex"}'
    )
    assert (answer.status_code, answer.headers.get("X-Own"), answer.text) == (201, "own", "Rex/POST")


def test_a_backend_that_is_not_there_is_a_failure_of_the_integration(house):
    api = house.api(pets({"type": "http_proxy", "httpMethod": "GET", "uri": "http://127.0.0.1:9/"}))
    body = b'{"message": "Network error communicating with endpoint"}'
    check_refused(house.call(api), Refusal(504, "InternalServerErrorException", body))


def test_an_error_of_a_function_selects_its_response(house):
    function = house.function(BROKEN)
    house.grant(function)
    integration = {
        "type": "aws",
        "httpMethod": "POST",
        "uri": invocation_uri(function),
        "requestTemplates": {"application/json": '{"message": "$input.params(\'message\')"}'},
        "responses": {
            "default": {"statusCode": "200"},
            "Not found: .*": {
                "statusCode": "404",
                "responseTemplates": {"application/json": '{"said": $input.json("$.errorMessage")}'},
            },
        },
    }
    one = method(integration)
    one["responses"]["404"] = {"description": "not found"}
    api = house.api(definition({"/pets": {"get": one}}))
    answer = house.call(api, "/pets?message=Not+found:+Rex")
    assert (answer.status_code, answer.content) == (404, b'{"said": "Not found: Rex"}')
    assert house.call(api, "/pets?message=other").status_code == 200
    assert house.call(api).text == "null"


def test_a_mock_chooses_its_response_by_status(house):
    integration = mock(200)
    integration["requestTemplates"] = {
        "application/json": '{"statusCode": #if($input.params("bad") == "1")400#{else}200#end}'
    }
    integration["responses"] = {
        "default": {
            "statusCode": "200",
            "responseTemplates": {"application/json": "fine for $context.resourcePath"},
        },
        "4\\d\\d": {
            "statusCode": "400",
            "responseTemplates": {"application/json": "bad: $stageVariables.word"},
        },
    }
    one = method(integration)
    one["responses"]["400"] = {"description": "bad"}
    api = house.api(definition({"/pets": {"get": one}}), variables={"word": "oh"})
    assert house.call(api).text == "fine for /pets"
    answer = house.call(api, "/pets?bad=1")
    assert (answer.status_code, answer.text) == (400, "bad: oh")


def test_an_api_can_be_built_call_by_call(house):
    gateway = house.apigateway
    api = gateway.create_rest_api(name="by hand")["id"]
    root = gateway.get_resources(restApiId=api)["items"][0]
    assert root["path"] == "/"
    resource = gateway.create_resource(restApiId=api, parentId=root["id"], pathPart="pets")["id"]
    one = {"restApiId": api, "resourceId": resource, "httpMethod": "GET"}
    gateway.put_method(**one, authorizationType="NONE")
    gateway.put_integration(**one, type="MOCK", requestTemplates={"application/json": '{"statusCode": 200}'})
    gateway.put_method_response(**one, statusCode="200")
    gateway.put_integration_response(
        **one, statusCode="200", responseTemplates={"application/json": "by hand"}
    )
    house.deploy(api)
    assert house.call(api).text == "by hand"
    gateway.delete_method(**one)
    assert house.call(api).text == "by hand", "a change counts when it is deployed"
    gateway.put_method(**one, authorizationType="NONE")
    with pytest.raises(gateway.exceptions.BadRequestException) as refused:
        gateway.create_deployment(restApiId=api, stageName="prod")
    assert refused.value.response["Error"]["Message"] == "No integration defined for method"


def test_a_method_cannot_be_made_twice(house):
    api = house.api(pets(mock()))
    items = house.apigateway.get_resources(restApiId=api)["items"]
    resource = next(item["id"] for item in items if item["path"] == "/pets")
    with pytest.raises(house.apigateway.exceptions.ConflictException) as refused:
        house.apigateway.put_method(
            restApiId=api, resourceId=resource, httpMethod="GET", authorizationType="NONE"
        )
    assert refused.value.response["Error"]["Message"] == "Method already exists for this resource"


def test_an_aws_integration_that_is_no_function_needs_a_role(house):
    uri = "arn:aws:apigateway:us-east-1:sqs:path/000000000000/queue"
    api = house.api(pets(mock()))
    items = house.apigateway.get_resources(restApiId=api)["items"]
    resource = next(item["id"] for item in items if item["path"] == "/pets")
    with pytest.raises(ClientError) as refused:
        house.apigateway.put_integration(
            restApiId=api,
            resourceId=resource,
            httpMethod="GET",
            type="AWS",
            integrationHttpMethod="POST",
            uri=uri,
        )
    assert refused.value.response["Error"]["Message"] == "Role ARN must be specified for AWS integrations"


@pytest.mark.parametrize("mode, paths", [("merge", {"/", "/pets", "/cats"}), ("overwrite", {"/", "/cats"})])
def test_putting_a_definition_merges_or_overwrites(house, mode, paths):
    api = house.api(pets(mock()))
    body = json.dumps(definition({"/cats": {"get": method(mock())}})).encode()
    assert house.apigateway.put_rest_api(restApiId=api, mode=mode, body=body)["id"] == api
    items = house.apigateway.get_resources(restApiId=api)["items"]
    assert {item["path"] for item in items} == paths


def test_an_export_can_be_imported_again(house):
    empty = method(mock(204))
    empty["responses"] = {"204": {"description": "nothing"}}
    any_verb = {"x-amazon-apigateway-any-method": method(mock())}
    first = house.api(definition({"/pets/{id}": any_verb, "/cats": {"get": empty}}))
    for kind in ("swagger", "oas30"):
        exported = house.apigateway.get_export(
            restApiId=first,
            stageName="prod",
            exportType=kind,
            parameters={"extensions": "apigateway"},
            accepts="application/json",
        )
        second = house.api(json.loads(exported["body"].read()))
        assert house.call(second, "/pets/7", method="DELETE").status_code == 200, kind
        assert house.call(second, "/cats").status_code == 204, kind
