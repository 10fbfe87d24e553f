"""A stream of a test's own: the calls of Kinesis that reading needs, with records of any age and shards that
end when the test says so."""

import base64
import contextlib
import http.server
import json
import threading
import time

ARN = "arn:aws:kinesis:us-east-1:000000000000:stream/made"


class Stream:
    def __init__(self):
        self.shards = {}

    def shard(self, name, parent=None):
        self.shards[name] = {"parent": parent, "records": [], "closed": False}
        return name

    def put(self, shard, *bodies, at=None):
        """Records that came at this time, in seconds."""
        records = self.shards[shard]["records"]
        for body in bodies:
            records.append({"body": body, "at": time.time() if at is None else at})

    def close(self, shard):
        self.shards[shard]["closed"] = True

    # What the server asks.

    def ListShards(self, _):
        shards = [
            {
                "ShardId": name,
                **({"ParentShardId": shard["parent"]} if shard["parent"] else {}),
                "HashKeyRange": {"StartingHashKey": "0", "EndingHashKey": "1"},
                "SequenceNumberRange": {"StartingSequenceNumber": "1"},
            }
            for name, shard in list(self.shards.items())
        ]
        return {"Shards": shards}

    def GetShardIterator(self, asked):
        after = int(asked["StartingSequenceNumber"]) if "StartingSequenceNumber" in asked else 0
        return {"ShardIterator": f"{asked['ShardId']}/{after}"}

    def GetRecords(self, asked):
        name, _, start = asked["ShardIterator"].partition("/")
        shard, start = self.shards[name], int(start)
        is_closed, records = shard["closed"], shard["records"][start : start + asked["Limit"]]
        end = start + len(records)
        told = [
            {
                "SequenceNumber": str(start + number + 1),
                "PartitionKey": "one",
                "Data": base64.b64encode(record["body"].encode()).decode(),
                "ApproximateArrivalTimestamp": record["at"],
            }
            for number, record in enumerate(records)
        ]
        following = None if is_closed and end == len(shard["records"]) else f"{name}/{end}"
        return {"Records": told, "NextShardIterator": following, "MillisBehindLatest": 0}


@contextlib.contextmanager
def stream():
    """A running service with one stream, whatever ARN it is asked for."""
    made = Stream()

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_):
            pass

        def do_POST(self):
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            operation = self.headers["X-Amz-Target"].rpartition(".")[2]
            body = json.dumps(getattr(made, operation)(asked)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/x-amz-json-1.1")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    made.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
