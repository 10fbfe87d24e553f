"""Stacks of one account through boto3: submitted, waited for, and looked at."""

import json

from botocore.exceptions import ClientError

from kit.server import wait_until

CAPABILITIES = ["CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"]
TRUST = {
    "Version": "2012-10-17",
    "Statement": [
        {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}
    ],
}
BASIC = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"


class Stacks:
    """CloudFormation as one identity sees it."""

    def __init__(self, house):
        self.client = house.client("cloudformation")

    def create(self, name, template, **more):
        """Submits a stack, and gives its status once nothing is under way."""
        self.submit(name, template, **more)
        return self.settled(name)

    def submit(self, name, template, **more):
        return self.client.create_stack(
            StackName=name, TemplateBody=text(template), Capabilities=CAPABILITIES, **more
        )

    def update(self, name, template, **more):
        self.client.update_stack(
            StackName=name, TemplateBody=text(template), Capabilities=CAPABILITIES, **more
        )
        return self.settled(name)

    def delete(self, name):
        self.client.delete_stack(StackName=name)
        return self.settled(name)

    def status(self, name):
        try:
            return self.client.describe_stacks(StackName=name)["Stacks"][0]["StackStatus"]
        except ClientError as error:
            if "does not exist" not in str(error):
                raise
            return "DELETE_COMPLETE"

    def settled(self, name, within=60):
        found = []

        def is_settled():
            found[:] = [self.status(name)]
            return not found[0].endswith("_IN_PROGRESS")

        assert wait_until(is_settled, within), f"{name} is still {found}"
        return found[0]

    def events(self, name):
        pages = self.client.get_paginator("describe_stack_events").paginate(StackName=name)
        return [event for page in pages for event in page["StackEvents"]][::-1]

    def reason(self, name, logical, status="CREATE_FAILED"):
        """Why a resource failed."""
        events = self.events(name)
        reasons = [
            event.get("ResourceStatusReason", "")
            for event in events
            if event["LogicalResourceId"] == logical and event["ResourceStatus"] == status
        ]
        assert reasons, [(e["LogicalResourceId"], e["ResourceStatus"]) for e in events]
        return reasons[0]

    def outputs(self, name):
        stack = self.client.describe_stacks(StackName=name)["Stacks"][0]
        return {output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", [])}


def text(template):
    return template if isinstance(template, str) else json.dumps(template)


def role(**more):
    return {
        "Type": "AWS::IAM::Role",
        "Properties": {"AssumeRolePolicyDocument": TRUST, "ManagedPolicyArns": [BASIC], **more},
    }


def function(source, **more):
    return {
        "Type": "AWS::Lambda::Function",
        "Properties": {
            "Runtime": "python3.12",
            "Handler": "index.handler",
            "Role": {"Fn::GetAtt": ["Role", "Arn"]},
            "Code": {"ZipFile": source},
            **more,
        },
    }


def resources(**resources):
    return {"Resources": resources}
