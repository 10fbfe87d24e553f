"""Judges a bearer token and returns a policy, as API Gateway's custom authorizers do."""


def handler(event, context):
    token = event["authorizationToken"]
    if token not in ("Bearer open-sesame", "Bearer wrong-door"):
        raise Exception("Unauthorized")
    effect = "Allow" if token == "Bearer open-sesame" else "Deny"
    return {
        "principalId": "ada",
        "policyDocument": {
            "Version": "2012-10-17",
            "Statement": [{"Effect": effect, "Action": "execute-api:Invoke", "Resource": event["methodArn"]}],
        },
        "context": {"team": "engines"},
    }
