import json

calls = 0


def handler(event, context):
    global calls
    calls += 1
    seen = {"calls": calls, "event": event}
    return {"statusCode": 200, "body": json.dumps(seen)}
