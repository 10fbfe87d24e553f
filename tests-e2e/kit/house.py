"""One account on one server, furnished through boto3: roles, functions, APIs, grants."""

import itertools
import json

import boto3
from botocore.config import Config
from botocore.credentials import Credentials

from kit import http
from kit.functions import ECHO, PYTHON, zipped
from kit.server import wait_until

REGION = http.REGION
ONCE = Config(retries={"total_max_attempts": 1}, read_timeout=90, connect_timeout=10)
BASIC = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
GATEWAY = "apigateway.amazonaws.com"

_numbers = itertools.count(1)


def unique(prefix):
    return f"{prefix}-{next(_numbers)}"


def trust(*services, **more):
    return document("sts:AssumeRole", Principal={"Service": list(services)}, **more)


def document(action, effect="Allow", **more):
    """A policy of one statement."""
    statement = {"Effect": effect, "Action": action, **more}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


class House:
    """Clients of one identity, and short ways to what tests need."""

    def __init__(self, server, keys=None, account="000000000000"):
        self.server = server
        self.account = account
        self.keys = keys or root_keys(server)
        self.session = boto3.Session(
            aws_access_key_id=self.keys.access_key,
            aws_secret_access_key=self.keys.secret_key,
            aws_session_token=self.keys.token,
            region_name=REGION,
        )
        self._clients = {}
        self._worker = None

    def client(self, service, **options):
        if options or service not in self._clients:
            made = self.session.client(
                service, endpoint_url=self.server.endpoint, config=options.pop("config", ONCE), **options
            )
            if options:
                return made
            self._clients[service] = made
        return self._clients[service]

    apigateway = property(lambda self: self.client("apigateway"))
    iam = property(lambda self: self.client("iam"))
    lambda_ = property(lambda self: self.client("lambda"))
    logs = property(lambda self: self.client("logs"))
    sts = property(lambda self: self.client("sts"))

    # Identities

    def role(self, *, trusts=(GATEWAY,), policy=None, managed=(), name=None):
        """A role, and its ARN."""
        name = name or unique("role")
        made = self.iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust(*trusts))
        if policy:
            self.iam.put_role_policy(RoleName=name, PolicyName="inline", PolicyDocument=policy)
        for arn in managed:
            self.iam.attach_role_policy(RoleName=name, PolicyArn=arn)
        return made["Role"]["Arn"]

    def worker(self):
        """The execution role of functions that need nothing but logs."""
        self._worker = self._worker or self.role(trusts=("lambda.amazonaws.com",), managed=(BASIC,))
        return self._worker

    def user(self, policy=None):
        """A user of this account, with keys of its own."""
        name = unique("user")
        self.iam.create_user(UserName=name)
        if policy:
            self.iam.put_user_policy(UserName=name, PolicyName="inline", PolicyDocument=policy)
        key = self.iam.create_access_key(UserName=name)["AccessKey"]
        member = House(self.server, Credentials(key["AccessKeyId"], key["SecretAccessKey"]), self.account)
        member.name = name
        return member

    # Functions

    def function(
        self, code=ECHO, *, name=None, runtime=PYTHON, handler="main.handler", role=None, bundle=None, **more
    ):
        """A function that is ready to be invoked; its ARN."""
        made = self.lambda_.create_function(
            FunctionName=name or unique("function"),
            Runtime=runtime,
            Handler=handler,
            Role=role or self.worker(),
            Code={"ZipFile": bundle or zipped(main__py=code)},
            **more,
        )
        self.lambda_.get_waiter("function_active_v2").wait(
            FunctionName=made["FunctionArn"], WaiterConfig={"Delay": 0.05, "MaxAttempts": 200}
        )
        return made["FunctionArn"]

    def invoke(self, function, event=None, **more):
        answer = self.lambda_.invoke(FunctionName=function, Payload=json.dumps(event), **more)
        answer["Body"] = answer["Payload"].read()
        return answer

    def grant(self, function, source=None, *, principal=GATEWAY, qualifier=None, account=None):
        """A statement of the function's resource policy; its id."""
        more = {"SourceArn": source, "Qualifier": qualifier, "SourceAccount": account}
        sid = unique("grant")
        self.lambda_.add_permission(
            FunctionName=function,
            StatementId=sid,
            Action="lambda:InvokeFunction",
            Principal=principal,
            **{name: value for name, value in more.items() if value},
        )
        return sid

    def log(self, function, marker):
        """The function's lines, once one of them holds the marker."""
        group = "/aws/lambda/" + function.rsplit(":", 1)[1]
        lines = []

        def arrived():
            try:
                events = self.logs.filter_log_events(logGroupName=group)["events"]
            except self.logs.exceptions.ResourceNotFoundException:
                return False
            lines[:] = [event["message"] for event in events]
            return any(marker in line for line in lines)

        assert wait_until(arrived), f"{marker!r} is not among {lines}"
        return lines

    # APIs

    def api(self, definition, *, stage="prod", variables=None):
        """An imported and deployed API; its id."""
        made = self.apigateway.import_rest_api(body=json.dumps(definition).encode())
        self.deploy(made["id"], stage, variables)
        return made["id"]

    def deploy(self, api, stage="prod", variables=None):
        self.apigateway.create_deployment(restApiId=api, stageName=stage, variables=variables or {})

    def arn_of(self, api, rest):
        """A SourceArn: what follows the API's id in it is the test's."""
        return f"arn:aws:execute-api:{REGION}:{self.account}:{api}/{rest}"

    def call(self, api, path="/pets", **more):
        return http.call(self.server, api, path, **more)

    def press_test_button(self, api, path="/pets", method="GET", **more):
        """TestInvokeMethod on the resource whose template the path is."""
        items = self.apigateway.get_resources(restApiId=api, limit=500)["items"]
        resource = next(item["id"] for item in items if item["path"] == path)
        return self.apigateway.test_invoke_method(
            restApiId=api, resourceId=resource, httpMethod=method, **more
        )

    def journal(self, request="last"):
        """The journal's record of a request."""
        address = f"{self.server.endpoint}/_portcullis/journal{request and '/' + request}"
        headers = http.signed(self.keys, "portcullis", "GET", address)
        answer = http.requests.get(address, headers=headers, timeout=http.PATIENCE)
        assert answer.status_code == 200, answer.text
        return answer.json()


def root_keys(server):
    keys = server.keys()
    return Credentials(keys["AWS_ACCESS_KEY_ID"], keys["AWS_SECRET_ACCESS_KEY"])
