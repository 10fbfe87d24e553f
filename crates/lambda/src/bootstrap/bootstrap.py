"""Runs a Python handler on the Lambda Runtime API.

Everything here is chosen for a quick start: the interpreter is run with -I -S, the raw socket module
stands in for http.client, and logging and traceback are loaded only by functions that need them.
What a handler can observe follows the official runtime client, which the tests use as their oracle.
"""
import sys
import os
import time
from _socket import socket as Socket, AF_INET, SOCK_STREAM, IPPROTO_TCP, TCP_NODELAY

ENVIRON = os.environ
TASK_ROOT = ENVIRON["LAMBDA_TASK_ROOT"]
PREFIX = "/2018-06-01/runtime/"


def search_path():
    """The function's own code first, then its layers, then the interpreter's packages."""
    version = "python%d.%d" % sys.version_info[:2]
    places = [TASK_ROOT, "/opt/python/lib/%s/site-packages" % version, "/opt/python"]
    for prefix in (sys.prefix, "/usr", "/usr/local"):
        for packages in (version + "/site-packages", version + "/dist-packages", "python3/dist-packages"):
            place = "%s/lib/%s" % (prefix, packages)
            if place not in places and os.path.isdir(place):
                places.append(place)
    sys.path[:] = places[:1] + [p for p in places[1:3] if os.path.isdir(p)] + sys.path + places[3:]


search_path()
import json  # noqa: E402  (after the search path, so that a function may bring its own)


class Api:
    """One kept-alive HTTP connection to the Runtime API."""

    def __init__(self, address):
        host, _, port = address.rpartition(":")
        self.address = (host, int(port))
        self.host = address.encode()
        self.socket = None
        self.pending = b""

    def connect(self):
        self.socket = Socket(AF_INET, SOCK_STREAM)
        self.socket.connect(self.address)
        self.socket.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)

    def call(self, method, path, headers=b"", body=b""):
        if self.socket is None:
            self.connect()
        head = b"%s %s HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n%s\r\n" % (
            method, (PREFIX + path).encode(), self.host, len(body), headers)
        self.socket.sendall(head + body)
        return self.answer()

    def answer(self):
        data = self.pending
        while True:
            end = data.find(b"\r\n\r\n")
            if end >= 0:
                break
            data += self.receive(65536)
        headers = {}
        for line in data[:end].split(b"\r\n")[1:]:
            name, _, value = line.partition(b":")
            headers[name.lower()] = value.strip()
        length = int(headers.get(b"content-length", 0))
        body = data[end + 4:]
        if len(body) < length:
            parts = [body]
            missing = length - len(body)
            while missing > 0:
                part = self.receive(min(missing, 1 << 20))
                parts.append(part)
                missing -= len(part)
            body = b"".join(parts)
        self.pending = body[length:]
        return headers, body[:length]

    def receive(self, size):
        part = self.socket.recv(size)
        if not part:
            raise SystemExit(1)
        return part


class Fault(Exception):
    """A failure that is reported in the words of the runtime, not of the handler."""

    def __init__(self, kind, message, trace=None):
        Exception.__init__(self, message)
        self.kind = kind
        self.message = message
        self.trace = trace


class Attributes:
    """Values under fixed names; those that were not given are None."""

    __slots__ = ()

    def __init__(self, given):
        for name in self.__slots__:
            setattr(self, name, given.get(name))


class CognitoIdentity(Attributes):
    __slots__ = ("cognito_identity_id", "cognito_identity_pool_id")

    def __repr__(self):
        return "CognitoIdentity([cognito_identity_id=%s,cognito_identity_pool_id=%s])" % (
            self.cognito_identity_id, self.cognito_identity_pool_id)


class Client(Attributes):
    __slots__ = ("installation_id", "app_title", "app_version_name", "app_version_code", "app_package_name")


class ClientContext(Attributes):
    __slots__ = ("custom", "env", "client")


# What is the same for every invocation of an environment.
ALWAYS = {
    "log_group_name": ENVIRON.get("AWS_LAMBDA_LOG_GROUP_NAME"),
    "log_stream_name": ENVIRON.get("AWS_LAMBDA_LOG_STREAM_NAME"),
    "function_name": ENVIRON.get("AWS_LAMBDA_FUNCTION_NAME"),
    "memory_limit_in_mb": ENVIRON.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"),
    "function_version": ENVIRON.get("AWS_LAMBDA_FUNCTION_VERSION"),
}


class LambdaContext:
    """What a handler gets beside its event."""

    def __init__(self, headers):
        text = lambda name: headers.get(name, b"").decode()  # noqa: E731
        self.aws_request_id = text(b"lambda-runtime-aws-request-id")
        self.__dict__.update(ALWAYS)
        self.invoked_function_arn = text(b"lambda-runtime-invoked-function-arn")
        self.tenant_id = None
        given = parse_header(text(b"lambda-runtime-client-context"), "Client Context")
        self._w3c_fields = take_w3c(given)
        self.client_context = None if given is None else ClientContext(given)
        if given is not None and self.client_context.client is not None:
            self.client_context.client = Client(self.client_context.client)
        identity = parse_header(text(b"lambda-runtime-cognito-identity"), "Cognito Identity") or {}
        self.identity = CognitoIdentity({
            "cognito_identity_id": identity.get("cognitoIdentityId"),
            "cognito_identity_pool_id": identity.get("cognitoIdentityPoolId"),
        })
        self._epoch_deadline_time_in_ms = int(text(b"lambda-runtime-deadline-ms") or 0)

    def get_remaining_time_in_millis(self):
        return max(self._epoch_deadline_time_in_ms - int(time.time() * 1000), 0)

    def w3c(self):
        return dict(self._w3c_fields)

    def log(self, message):
        write_log(str(message))

    def __repr__(self):
        shown = ("aws_request_id", "log_group_name", "log_stream_name", "function_name", "memory_limit_in_mb",
                 "function_version", "invoked_function_arn", "client_context", "identity", "tenant_id")
        return "LambdaContext([%s])" % ",".join("%s=%s" % (name, getattr(self, name)) for name in shown)


def parse_header(text, name):
    if not text:
        return None
    try:
        return json.loads(text)
    except Exception as error:
        raise Fault("Runtime.LambdaContextUnmarshalError", "Unable to parse %s JSON: %s" % (name, error))


def take_w3c(given):
    """Trace fields travel in the client context and are shown apart from it."""
    fields = given.pop("w3c", None) if isinstance(given, dict) else None
    if not isinstance(fields, dict):
        return {}
    known = ("traceparent", "tracestate", "baggage")
    return {name: fields[name] for name in known if isinstance(fields.get(name), str)}


def write_log(message, level=0):
    """Writes a message that may hold line breaks. As AWS's log pipe takes it, the message stands in a
    frame of a mark, its level, its length and its time; here it travels on the standard output."""
    sys.stdout.flush()
    data = message.encode("utf-8", "surrogatepass")
    for start in range(0, len(data) or 1, MAX_FRAME):
        part = data[start:start + MAX_FRAME]
        micros = int(time.time() * 1000000)
        mark = b"\xa5\x5a\x00" + bytes((3 | level << 2,))
        os.write(1, mark + len(part).to_bytes(4, "big") + micros.to_bytes(8, "big") + part)


MAX_FRAME = 262144
ERROR = 5


class LoggingHook:
    """Gives the root logger Lambda's handler at the moment a function first imports logging."""

    def find_spec(self, name, path=None, target=None):
        if name != "logging":
            return None
        sys.meta_path.remove(self)
        from importlib.util import find_spec
        spec = find_spec(name)
        load = spec.loader.exec_module

        def exec_module(module):
            load(module)
            configure(module)

        spec.loader.exec_module = exec_module
        return spec


def configure(logging):
    logging.Formatter.converter = time.gmtime

    class LambdaLoggerHandler(logging.Handler):
        def emit(self, record):
            write_log(self.format(record), level_of(record) // 10)

    class JsonFormatter(logging.Formatter):
        def format(self, record):
            record.levelno = level_of(record)
            record.levelname = logging.getLevelName(record.levelno)
            return json_line(self, record)

    class LambdaLoggerFilter(logging.Filter):
        def filter(self, record):
            record.aws_request_id = Request.id or ""
            record.tenant_id = None
            return True

    handler = LambdaLoggerHandler()
    if JSON_LOGS:
        handler.setFormatter(JsonFormatter(datefmt="%Y-%m-%dT%H:%M:%SZ"))
    else:
        handler.setFormatter(logging.Formatter(
            "[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s\n", "%Y-%m-%dT%H:%M:%S"))
    level = ENVIRON.get("AWS_LAMBDA_LOG_LEVEL", "").upper()
    level = "DEBUG" if level == "TRACE" else level
    if level in logging._nameToLevel:
        logging.root.setLevel(level)
    handler.addFilter(LambdaLoggerFilter())
    logging.root.addHandler(handler)


def level_of(record):
    """Levels between the standard ones count as the one below."""
    return min(50, max(0, record.levelno)) // 10 * 10


# What a log record always has; anything else a function has added.
OWN_FIELDS = frozenset((
    "name", "msg", "args", "levelname", "levelno", "pathname", "filename", "module", "exc_info", "exc_text",
    "stack_info", "lineno", "funcName", "created", "msecs", "relativeCreated", "thread", "threadName",
    "processName", "process", "aws_request_id", "tenant_id"))


def json_line(formatter, record):
    is_structured = isinstance(record.msg, dict) and not record.args
    line = {
        "timestamp": formatter.formatTime(record, formatter.datefmt),
        "level": record.levelname,
        "message": record.msg if is_structured else record.getMessage(),
        "logger": record.name,
    }
    if record.exc_info:
        import traceback
        kind, error, trace = record.exc_info
        line["stackTrace"] = traceback.format_tb(trace)
        line["errorType"] = kind.__name__ if kind else None
        line["errorMessage"] = str(error)
    line["requestId"] = record.aws_request_id
    if record.exc_info:
        line["location"] = "%s:%s:%d" % (record.pathname, record.funcName, record.lineno)
    for name, value in record.__dict__.items():
        if name not in OWN_FIELDS and name not in line:
            line[name] = value
    line = {name: value for name, value in line.items() if value is not None}
    return json.dumps(line, ensure_ascii=False, default=str) + "\n"


class Request:
    """The invocation that runs now, for those who log."""

    id = ""


def load(handler):
    module_name, dot, function_name = handler.rpartition(".")
    if not dot:
        raise Fault("Runtime.MalformedHandlerName",
                    "Bad handler '%s': not enough values to unpack (expected 2, got 1)" % handler)
    if module_name.split(".")[0] in sys.builtin_module_names:
        raise Fault("Runtime.BuiltInModuleConflict",
                    "Cannot use built-in module %s as a handler module" % module_name)
    try:
        from importlib import import_module
        module = import_module(module_name.replace("/", "."))
    except ImportError as error:
        raise Fault("Runtime.ImportModuleError",
                    "Unable to import module '%s': %s" % (module_name, error))
    except SyntaxError as error:
        trace = ['  File "%s" Line %s\n    %s' % (error.filename, error.lineno, error.text)]
        raise Fault("Runtime.UserCodeSyntaxError",
                    "Syntax error in module '%s': %s" % (module_name, error), trace)
    try:
        return getattr(module, function_name)
    except AttributeError:
        raise Fault("Runtime.HandlerNotFound",
                    "Handler '%s' missing on module '%s'" % (function_name, module_name))


def failure(error, request_id):
    if isinstance(error, Fault):
        kind, message, trace = error.kind, error.message, error.trace or []
    else:
        import traceback
        frames = [(f.filename, f.lineno, f.name, f.line) for f in traceback.extract_tb(error.__traceback__)]
        foreign = [index for index, frame in enumerate(frames) if frame[0] != failure.__code__.co_filename]
        kind, message = type(error).__name__, str(error)
        trace = traceback.format_list(frames[foreign[0]:] if foreign else frames)
    return {"errorMessage": message, "errorType": kind, "requestId": request_id, "stackTrace": trace}


def log_failure(result):
    if JSON_LOGS:
        now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        write_log(to_json(dict({"timestamp": now, "level": "ERROR"}, **result)), ERROR)
        return
    message = result["errorMessage"]
    lines = ["[ERROR] " + result["errorType"] + (": " + message if message else "")]
    lines.append("Traceback (most recent call last):")
    for frame in result["stackTrace"]:
        for line in frame.splitlines() or [""]:
            text = line.lstrip(" ")
            lines.append("\u00a0" * (len(line) - len(text)) + text)
    write_log("\n".join(lines), ERROR)


# Python 3.12 is the first whose runtime answers in plain UTF-8.
ASCII_ONLY = ENVIRON.get("AWS_EXECUTION_ENV", "") in ["AWS_Lambda_python3.%d" % minor for minor in range(12)]
JSON_LOGS = ENVIRON.get("AWS_LAMBDA_LOG_FORMAT", "").upper() == "JSON"


def refuse(item):
    raise TypeError("Object of type %s is not JSON serializable" % type(item).__name__)


# Made once: what most answers consist of needs nothing more.
PLAIN = json.JSONEncoder(ensure_ascii=ASCII_ONLY, default=refuse)


def to_json(value):
    try:
        return PLAIN.encode(value)
    except TypeError:
        return with_numbers(value)


def with_numbers(value):
    """As the official client encodes: decimals become numbers and bytes text."""
    numbers = []

    def default(item):
        if isinstance(item, (bytes, bytearray)):
            return item.decode()
        if "decimal" not in sys.modules or not isinstance(item, sys.modules["decimal"].Decimal):
            refuse(item)
        if item.is_nan():
            return float("nan")
        numbers.append(str(item))
        return "%s%d" % (mark, len(numbers) - 1)

    mark = "decimal-%x-" % id(numbers)
    text = json.dumps(value, ensure_ascii=ASCII_ONLY, default=default)
    if numbers:
        import re
        text = re.sub('"%s([0-9]+)"' % mark, lambda found: numbers[int(found.group(1))], text)
    return text


# An answer up to this size asks for the next event in the same request, where the server takes that.
MAX_TURN = 1 << 20


def run(api, handler):
    following = None
    takes_turns = False
    while True:
        if following is None:
            following = api.call(b"GET", "invocation/next")
            takes_turns = b"portcullis-turns" in following[0]
        headers, body = following
        following = None
        request_id = Request.id = headers[b"lambda-runtime-aws-request-id"].decode()
        ENVIRON["_X_AMZN_TRACE_ID"] = headers.get(b"lambda-runtime-trace-id", b"").decode()
        try:
            context = LambdaContext(headers)
            try:
                event = json.loads(body.decode("utf-8", "surrogatepass"))
            except Exception as error:
                raise Fault("Runtime.UnmarshalError", "Unable to unmarshal input: %s" % error)
            answer = handler(event, context)
            try:
                body = answer if isinstance(answer, bytes) else to_json(answer).encode()
            except Exception as error:
                raise Fault("Runtime.MarshalError", "Unable to marshal response: %s" % error)
            sys.stdout.flush()
            if takes_turns and len(body) <= MAX_TURN:
                following = turn(api, request_id, body)
            else:
                api.call(b"POST", "invocation/%s/response" % request_id, body=body)
        except Exception as error:
            report(api, "invocation/%s/error" % request_id, failure(error, request_id))


def turn(api, request_id, body):
    """Answers, and waits for the next event at once: one way there and back instead of two."""
    following = api.call(b"POST", "portcullis/turn/%s" % request_id, body=body)
    return following if b"lambda-runtime-aws-request-id" in following[0] else None


def report(api, path, result):
    log_failure(result)
    sys.stdout.flush()
    kind = b"Lambda-Runtime-Function-Error-Type: %s\r\n" % result["errorType"].encode("ascii", "replace")
    api.call(b"POST", path, kind, to_json(result).encode())


def wait_at(port):
    """A debugger may attach from here on; nothing waits for it."""
    try:
        import debugpy
    except ImportError:
        write_log("debugpy is not installed: put it into the function, a layer or the host's Python\n")
        return
    debugpy.listen(("127.0.0.1", port))


def forget_coerced_locale():
    """An interpreter that finds no locale leaves one in the environment, which AWS's before 3.12 do not."""
    if ENVIRON.get("LC_CTYPE") != "C.UTF-8":
        return
    try:
        with open("/proc/self/environ", "rb") as given:
            if b"\0LC_CTYPE=" in b"\0" + given.read():
                return
    except OSError:
        return
    del ENVIRON["LC_CTYPE"]


def main():
    sys.stdout.reconfigure(line_buffering=True)
    if ASCII_ONLY:
        forget_coerced_locale()
    if "logging" in sys.modules:
        configure(sys.modules["logging"])
    else:
        sys.meta_path.insert(0, LoggingHook())
    api = Api(ENVIRON["AWS_LAMBDA_RUNTIME_API"])
    debug = ENVIRON.pop("_PORTCULLIS_DEBUG", None)
    if debug:
        wait_at(int(debug))
    if ENVIRON.pop("_PORTCULLIS_HOLD", None):
        api.call(b"GET", "portcullis/hold")
    try:
        handler = load(ENVIRON["_HANDLER"])
    except Exception as error:
        report(api, "init/error", failure(error, ""))
        sys.exit(1)
    run(api, handler)


main()
