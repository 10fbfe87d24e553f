"""Ways to HTTP backends and back: VPC links, client certificates, answers that are streamed."""

import json
import ssl

import pytest

from kit.backend import backend
from kit.certificates import Authority
from kit.functions import NODE, need_node, zipped
from kit.http import REGION, requests
from kit.swagger import definition, method

STREAMS = """
exports.handler = awslambda.streamifyResponse(async (event, stream) => {
  const metadata = { statusCode: 201, headers: { "X-Own": "1" } };
  stream = awslambda.HttpResponseStream.from(stream, metadata);
  stream.write("first ");
  await new Promise((resolve) => setTimeout(resolve, 50));
  stream.write("second");
  stream.end();
});
"""


BALANCER = "arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/net/a/0123456789abcdef"


def proxied(url, **more):
    return {"type": "http_proxy", "httpMethod": "ANY", "uri": url, **more}


def test_a_vpc_link_leads_to_the_uri(house):
    link = house.apigateway.create_vpc_link(name="link", targetArns=[BALANCER])["id"]
    with backend() as there:
        integration = proxied(f"{there.url}/x", connectionType="VPC_LINK", connectionId=link)
        api = house.api(definition({"/pets": {"get": method(integration)}}))
        assert house.call(api).json()["path"] == "/x"
        house.apigateway.delete_vpc_link(vpcLinkId=link)
        assert house.call(api).status_code == 500
    outcome = json.dumps(house.journal()["outcome"])
    assert "no VPC link" in outcome, outcome


def test_a_stage_shows_its_certificate_to_backends(house, tmp_path):
    made = house.apigateway.generate_client_certificate()
    trusted = tmp_path / "trusted.pem"
    trusted.write_text(made["pemEncodedCertificate"])
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*Authority(tmp_path).issue("backend"))
    context.load_verify_locations(trusted)
    context.verify_mode = ssl.CERT_REQUIRED
    with backend(context) as there:
        integration = proxied(f"{there.url}/x", tlsConfig={"insecureSkipVerification": True})
        api = house.api(definition({"/pets": {"get": method(integration)}}))
        assert house.call(api).status_code == 504
        show = [{"op": "replace", "path": "/clientCertificateId", "value": made["clientCertificateId"]}]
        house.apigateway.update_stage(restApiId=api, stageName="prod", patchOperations=show)
        answer = house.call(api)
        assert answer.status_code == 200, answer.text
        assert answer.json()["certificate"]["subject"]


def test_a_backends_answer_is_handed_on_while_it_comes(house):
    with backend() as there:
        integration = proxied(f"{there.url}/slow", responseTransferMode="STREAM")
        api = house.api(definition({"/pets": {"get": method(integration)}}))
        host = f"{api}.execute-api.{REGION}.localhost"
        answer = requests.get(
            f"{house.server.endpoint}/prod/pets", headers={"Host": host}, stream=True, timeout=20
        )
        pieces = answer.iter_content(5)
        assert next(pieces) == b"first"
        there.go_on.set()
        assert b"".join(pieces) == b"second"


def test_a_functions_answer_is_handed_on_while_it_comes(house):
    need_node()
    function = house.function(runtime=NODE, bundle=zipped(main__js=STREAMS))
    house.grant(function)
    uri = f"arn:aws:apigateway:{REGION}:lambda:path/2021-11-15/functions/{function}/response-streaming-invocations"
    integration = {"type": "aws_proxy", "httpMethod": "POST", "uri": uri, "responseTransferMode": "STREAM"}
    api = house.api(definition({"/pets": {"get": method(integration)}}))
    answer = house.call(api)
    assert (answer.status_code, answer.text, answer.headers["X-Own"]) == (201, "first second", "1")


def test_only_proxies_stream(house):
    made = house.apigateway.create_rest_api(name="streams")["id"]
    root = house.apigateway.get_resources(restApiId=made)["items"][0]["id"]
    place = {"restApiId": made, "resourceId": root, "httpMethod": "GET"}
    house.apigateway.put_method(**place, authorizationType="NONE")
    refused = house.apigateway.exceptions.BadRequestException
    with pytest.raises(refused, match="STREAM is only supported"):
        house.apigateway.put_integration(**place, type="MOCK", responseTransferMode="STREAM")
    with pytest.raises(refused, match="between 50 ms and 29000 ms"):
        house.apigateway.put_integration(
            **place, type="HTTP_PROXY", integrationHttpMethod="GET", uri="http://a.b", timeoutInMillis=60000
        )


def test_a_quota_of_time_outs_can_be_raised(fresh):
    from kit.house import House

    house = House(fresh("--max-integration-timeout", "60000"))
    with backend() as there:
        integration = proxied(f"{there.url}/x", timeoutInMillis=60000)
        api = house.api(definition({"/pets": {"get": method(integration)}}))
        assert house.call(api).status_code == 200
