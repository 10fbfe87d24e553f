"""Custom domain names by both of AWS's APIs: base paths of several levels lead where the longest says."""

import pytest
import requests

from kit.shell import Shell
from kit.swagger import definition, method

DOMAIN = "api.example.localhost"


@pytest.fixture(scope="module")
def apis(house):
    """Two APIs that say which of them answered, and to which path."""

    def answering(name):
        integration = {
            "type": "mock",
            "requestTemplates": {"application/json": '{"statusCode": 200}'},
            "responses": {
                "default": {
                    "statusCode": "200",
                    "responseTemplates": {
                        "application/json": f'{{"api": "{name}", "path": "$context.resourcePath"}}'
                    },
                }
            },
        }
        return house.api(
            definition({"/": {"get": method(integration)}, "/{proxy+}": {"get": method(integration)}})
        )

    return {"orders": answering("orders"), "rest": answering("rest")}


@pytest.fixture(scope="module")
def domain(house, apis):
    """Made by the second API, with a mapping of the first one."""
    v2 = house.client("apigatewayv2")
    made = v2.create_domain_name(
        DomainName=DOMAIN,
        DomainNameConfigurations=[
            {
                "CertificateArn": "arn:aws:acm:us-east-1:000000000000:certificate/a",
                "EndpointType": "REGIONAL",
                "SecurityPolicy": "TLS_1_2",
            }
        ],
    )
    assert made["DomainNameConfigurations"][0]["DomainNameStatus"] == "AVAILABLE"
    house.apigateway.create_base_path_mapping(domainName=DOMAIN, restApiId=apis["rest"], stage="prod")
    yield v2
    v2.delete_domain_name(DomainName=DOMAIN)


def get(server, path):
    answer = requests.get(f"{server.endpoint}{path}", headers={"Host": DOMAIN}, timeout=20)
    assert answer.status_code == 200, answer.text
    return answer.json()["api"]


def test_the_unchanged_cli_makes_a_mapping_of_two_levels(server, apis, domain, tmp_path):
    shell = Shell(server, tmp_path)
    arguments = ["--domain-name", DOMAIN, "--api-id", apis["orders"], "--stage", "prod"]
    made = shell.aws("apigatewayv2", "create-api-mapping", "--api-mapping-key", "orders/v1", *arguments)
    assert made["ApiMappingKey"] == "orders/v1"
    assert get(server, "/orders/v1/7") == "orders"
    assert get(server, "/orders/v1") == "orders"
    assert get(server, "/orders/v10") == "rest"
    assert get(server, "/orders") == "rest"
    both = domain.get_api_mappings(DomainName=DOMAIN)["Items"]
    assert {one["ApiMappingKey"] for one in both} == {"", "orders/v1"}
    domain.update_api_mapping(
        DomainName=DOMAIN, ApiMappingId=made["ApiMappingId"], ApiId=apis["orders"], ApiMappingKey="orders/v2"
    )
    assert get(server, "/orders/v2/7") == "orders"
    assert get(server, "/orders/v1/7") == "rest"
    domain.delete_api_mapping(DomainName=DOMAIN, ApiMappingId=made["ApiMappingId"])
    assert get(server, "/orders/v2/7") == "rest"


def test_http_apis_are_another_product(house, domain):
    with pytest.raises(domain.exceptions.ClientError, match="CreateApi") as refused:
        domain.create_api(Name="a", ProtocolType="HTTP")
    assert refused.value.response["ResponseMetadata"]["HTTPStatusCode"] == 501
