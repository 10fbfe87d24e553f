"""Live Tail and Insights of CloudWatch Logs by boto3: what comes is told, what was kept is counted."""

import threading
import time

from botocore.config import Config

# SDKs put a prefix in front of the host, which nobody resolves below an address.
AT_THIS_HOST = Config(inject_host_prefix=False, retries={"total_max_attempts": 1}, read_timeout=60)


def put(logs, *messages):
    now = int(time.time() * 1000)
    events = [{"timestamp": now + at, "message": message} for at, message in enumerate(messages)]
    logs.put_log_events(logGroupName="g", logStreamName="s", logEvents=events)


def test_a_tail_tells_what_comes_and_a_query_counts_it(house):
    logs = house.client("logs", config=AT_THIS_HOST)
    logs.create_log_group(logGroupName="g")
    logs.create_log_stream(logGroupName="g", logStreamName="s")
    put(logs, "level=ERROR took=1 of before")
    tail = logs.start_live_tail(logGroupIdentifiers=["g"], logEventFilterPattern="ERROR")
    events = iter(tail["responseStream"])
    assert next(events)["sessionStart"]["logGroupIdentifiers"] == ["g"]
    writer = threading.Thread(target=put, args=(logs, "level=ERROR took=5", "level=INFO took=7"))
    writer.start()
    told = []
    for event in events:
        told += [one["message"] for one in event["sessionUpdate"]["sessionResults"]]
        if told:
            break
    writer.join()
    tail["responseStream"].close()
    assert told == ["level=ERROR took=5"]
    now = int(time.time())
    query = "parse 'level=* took=*' as level, took | stats count(*) as many by level | sort level"
    started = logs.start_query(logGroupName="g", startTime=now - 600, endTime=now + 600, queryString=query)
    results = logs.get_query_results(queryId=started["queryId"])["results"]
    rows = [{cell["field"]: cell["value"] for cell in row} for row in results]
    assert [(row["level"], row["many"]) for row in rows] == [("ERROR", "2"), ("INFO", "1")]
