import json
import sys

calls = 0


def handler(event, context):
    global calls
    calls += 1
    seen = {"calls": calls, "interpreter": sys.executable, "event": event}
    return {"statusCode": 200, "body": json.dumps(seen)}
