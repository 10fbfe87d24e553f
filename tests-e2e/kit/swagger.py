"""Swagger 2.0 documents with API Gateway's extensions, as small as the tests need them."""

from kit.http import REGION

CALLER = "arn:aws:iam::*:user/*"


def invocation_uri(function):
    return f"arn:aws:apigateway:{REGION}:lambda:path/2015-03-31/functions/{function}/invocations"


def proxy(function, **more):
    """An AWS_PROXY integration."""
    return {"type": "aws_proxy", "httpMethod": "POST", "uri": invocation_uri(function), **more}


def mock(status=200):
    """A MOCK integration that answers with a status."""
    return {
        "type": "mock",
        "requestTemplates": {"application/json": f'{{"statusCode": {status}}}'},
        "responses": {"default": {"statusCode": str(status)}},
    }


def method(integration, **more):
    return {
        "responses": {"200": {"description": "ok"}},
        "x-amazon-apigateway-integration": integration,
        **more,
    }


def definition(paths, **more):
    return {"swagger": "2.0", "info": {"title": "pets", "version": "1"}, "paths": paths, **more}


def pets(integration, **more):
    """GET /pets, and nothing else."""
    return definition({"/pets": {"get": method(integration)}}, **more)


def authorizer(function, *, kind="token", source="Authorization", **more):
    """A Lambda authorizer as a security definition."""
    settings = {"type": kind, "authorizerUri": invocation_uri(function), **more}
    header = source if kind == "token" else "Unused"
    if kind == "request" and source:
        settings["identitySource"] = source
    return {
        "type": "apiKey",
        "name": header,
        "in": "header",
        "x-amazon-apigateway-authtype": "custom",
        "x-amazon-apigateway-authorizer": settings,
    }


def guarded(paths, guard):
    """Every method of these paths behind one authorizer, named `guard`."""
    security = {"security": [{"guard": []}]}
    methods = {
        path: {verb: {**one, **security} for verb, one in verbs.items()} for path, verbs in paths.items()
    }
    return definition(methods, securityDefinitions={"guard": guard})
