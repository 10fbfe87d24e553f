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
            headers[name.strip().lower()] = value.strip()
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


class CognitoIdentity:
    __slots__ = ("cognito_identity_id", "cognito_identity_pool_id")


class Client:
    __slots__ = ("installation_id", "app_title", "app_version_name", "app_version_code", "app_package_name")


class ClientContext:
    __slots__ = ("custom", "env", "client")


class LambdaContext:
    """What a handler gets beside its event."""

    def __init__(self, headers):
        text = lambda name: headers.get(name, b"").decode()  # noqa: E731
        self.aws_request_id = text(b"lambda-runtime-aws-request-id")
        self.log_group_name = ENVIRON.get("AWS_LAMBDA_LOG_GROUP_NAME")
        self.log_stream_name = ENVIRON.get("AWS_LAMBDA_LOG_STREAM_NAME")
        self.function_name = ENVIRON.get("AWS_LAMBDA_FUNCTION_NAME")
        self.memory_limit_in_mb = ENVIRON.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")
        self.function_version = ENVIRON.get("AWS_LAMBDA_FUNCTION_VERSION")
        self.invoked_function_arn = text(b"lambda-runtime-invoked-function-arn")
        self.tenant_id = None
        self._deadline = int(text(b"lambda-runtime-deadline-ms") or 0)
        self.client_context = client_context(text(b"lambda-runtime-client-context"))
        self.identity = CognitoIdentity()
        self.identity.cognito_identity_id = None
        self.identity.cognito_identity_pool_id = None

    def get_remaining_time_in_millis(self):
        return max(self._deadline - int(time.time() * 1000), 0)

    def log(self, message):
        sys.stdout.write(str(message))

    def __repr__(self):
        return "LambdaContext([aws_request_id=%s,function_name=%s,function_version=%s])" % (
            self.aws_request_id, self.function_name, self.function_version)


def client_context(text):
    if not text:
        return None
    given = json.loads(text)
    context = ClientContext()
    context.custom = given.get("custom")
    context.env = given.get("env")
    client = given.get("client")
    context.client = None
    if client is not None:
        context.client = Client()
        for name in Client.__slots__:
            setattr(context.client, name, client.get(name))
    return context


class LoggingHook:
    """Gives the root logger Lambda's handler at the moment a function first imports logging."""

    def __init__(self, request):
        self.request = request

    def find_spec(self, name, path=None, target=None):
        if name != "logging":
            return None
        sys.meta_path.remove(self)
        from importlib.util import find_spec
        spec = find_spec(name)
        load = spec.loader.exec_module

        def exec_module(module):
            load(module)
            configure(module, self.request)

        spec.loader.exec_module = exec_module
        return spec


def configure(logging, request):
    json_format = ENVIRON.get("AWS_LAMBDA_LOG_FORMAT") == "JSON"

    class Handler(logging.Handler):
        def emit(self, record):
            sys.stdout.write(self.format(record))

    class Formatter(logging.Formatter):
        converter = time.gmtime

        def format(self, record):
            record.aws_request_id = request.id
            return json_line(self, record) if json_format else logging.Formatter.format(self, record)

    handler = Handler()
    handler.setFormatter(Formatter(
        "[%(levelname)s]\t%(asctime)s.%(msecs)dZ\t%(aws_request_id)s\t%(message)s\n", "%Y-%m-%dT%H:%M:%S"))
    logging.root.addHandler(handler)
    level = ENVIRON.get("AWS_LAMBDA_LOG_LEVEL", "")
    if json_format and level:
        logging.root.setLevel({"TRACE": "DEBUG", "WARN": "WARNING", "FATAL": "CRITICAL"}.get(level, level))


def json_line(formatter, record):
    line = {
        "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created)),
        "level": record.levelname,
        "message": record.getMessage(),
        "logger": record.name,
    }
    if record.exc_info:
        kind, error, trace = record.exc_info
        import traceback
        line["stackTrace"] = [part.rstrip("\n") for part in traceback.format_tb(trace)]
        line["errorType"] = kind.__name__
        line["errorMessage"] = str(error)
        line["location"] = "%s:%s:%d" % (record.pathname, record.funcName, record.lineno)
    line["requestId"] = record.aws_request_id
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
        own = __file__
        frames = [f for f in traceback.extract_tb(error.__traceback__)
                  if f.filename != own and not f.filename.startswith("<frozen importlib")]
        kind, message, trace = type(error).__name__, str(error), traceback.format_list(frames)
    return {"errorMessage": message, "errorType": kind, "requestId": request_id, "stackTrace": trace}


def log_failure(result):
    if ENVIRON.get("AWS_LAMBDA_LOG_FORMAT") == "JSON":
        now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        sys.stdout.write(json.dumps(dict({"timestamp": now, "level": "ERROR"}, **result)) + "\n")
        return
    lines = "[ERROR] %s: %s" % (result["errorType"], result["errorMessage"])
    lines += "\rTraceback (most recent call last):"
    for frame in result["stackTrace"]:
        for line in frame.rstrip("\n").split("\n"):
            indent = len(line) - len(line.lstrip(" "))
            lines += "\r" + "\u00a0" * indent + line[indent:]
    sys.stdout.write(lines + "\n")


def encode(value):
    """AWS's encoder writes decimals as numbers; the standard one asks for help with them."""
    if isinstance(value, bytes):
        return value
    plain = ENVIRON.get("AWS_EXECUTION_ENV", "").rpartition(".")[2]
    ascii_only = plain.isdigit() and int(plain) < 12
    if "decimal" not in sys.modules:
        return json.dumps(value, ensure_ascii=ascii_only).encode()
    from decimal import Decimal
    marks = {}

    def default(item):
        if not isinstance(item, Decimal):
            raise TypeError("Object of type %s is not JSON serializable" % type(item).__name__)
        if item.is_nan():
            return float("nan")
        mark = "decimal-%d-%d" % (id(marks), len(marks))
        marks[mark] = str(item)
        return mark

    text = json.dumps(value, ensure_ascii=ascii_only, default=default)
    for mark, number in marks.items():
        text = text.replace('"%s"' % mark, number)
    return text.encode()


def run(api, handler):
    while True:
        headers, body = api.call(b"GET", "invocation/next")
        request_id = Request.id = headers[b"lambda-runtime-aws-request-id"].decode()
        if b"lambda-runtime-trace-id" in headers:
            ENVIRON["_X_AMZN_TRACE_ID"] = headers[b"lambda-runtime-trace-id"].decode()
        try:
            try:
                event = json.loads(body)
            except Exception as error:
                raise Fault("Runtime.UnmarshalError", "Unable to unmarshal input: %s" % error)
            answer = handler(event, LambdaContext(headers))
            try:
                body = encode(answer)
            except Exception as error:
                raise Fault("Runtime.MarshalError", "Unable to marshal response: %s" % error)
            sys.stdout.flush()
            api.call(b"POST", "invocation/%s/response" % request_id, body=body)
        except Exception as error:
            report(api, "invocation/%s/error" % request_id, failure(error, request_id))


def report(api, path, result):
    log_failure(result)
    sys.stdout.flush()
    kind = b"Lambda-Runtime-Function-Error-Type: %s\r\n" % result["errorType"].encode()
    api.call(b"POST", path, kind, json.dumps(result).encode())


def main():
    sys.stdout.reconfigure(line_buffering=True)
    if "logging" in sys.modules:
        configure(sys.modules["logging"], Request)
    else:
        sys.meta_path.insert(0, LoggingHook(Request))
    api = Api(ENVIRON["AWS_LAMBDA_RUNTIME_API"])
    try:
        handler = load(ENVIRON["_HANDLER"])
    except Exception as error:
        report(api, "init/error", failure(error, ""))
        sys.exit(1)
    run(api, handler)


main()
