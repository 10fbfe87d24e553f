"""A backend behind an AWS_PROXY integration: answers with what it was given."""
import json


def handler(event, context):
    caller = event["requestContext"]["authorizer"]
    print("pets for", caller["principalId"])
    body = {"pets": ["cat", "dog"], "for": caller["principalId"], "team": caller["team"]}
    return {"statusCode": 200, "headers": {"Content-Type": "application/json"}, "body": json.dumps(body)}
