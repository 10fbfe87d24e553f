// Runs a Node handler on the Lambda Runtime API.
//
// A raw socket stands in for the http module, which costs a third of Node's start. What a handler
// can observe (arguments, context, logging, errors) follows the official runtime client.
'use strict';
const net = require('net');
const path = require('path');
const fs = require('fs');

const env = process.env;
const PREFIX = '/2018-06-01/runtime/';
const request = { id: undefined };

class Api {
  constructor(address) {
    const at = address.lastIndexOf(':');
    this.address = address;
    this.socket = net.connect({ host: address.slice(0, at), port: Number(address.slice(at + 1)), noDelay: true });
    this.socket.on('error', () => process.exit(1));
    this.socket.on('close', () => process.exit(1));
    this.socket.on('data', (chunk) => this.feed(chunk));
    this.buffer = Buffer.alloc(0);
    this.waiting = undefined;
  }

  call(method, where, headers = '', body = '') {
    return this.open(method, where, `Content-Length: ${Buffer.byteLength(body)}\r\n${headers}`, body);
  }

  // The body may follow later, in chunks; the answer comes when it has ended.
  open(method, where, headers, body = '') {
    const head = `${method} ${PREFIX}${where} HTTP/1.1\r\nHost: ${this.address}\r\n${headers}\r\n`;
    return new Promise((resolve) => {
      this.waiting = resolve;
      this.socket.write(head + body);
    });
  }

  feed(chunk) {
    this.buffer = this.buffer.length ? Buffer.concat([this.buffer, chunk]) : chunk;
    const end = this.buffer.indexOf('\r\n\r\n');
    if (end < 0) return;
    const headers = {};
    for (const line of this.buffer.toString('latin1', 0, end).split('\r\n').slice(1)) {
      const colon = line.indexOf(':');
      headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
    }
    const length = Number(headers['content-length'] || 0);
    if (this.buffer.length < end + 4 + length) return;
    const body = this.buffer.toString('utf8', end + 4, end + 4 + length);
    this.buffer = this.buffer.subarray(end + 4 + length);
    const resolve = this.waiting;
    this.waiting = undefined;
    if (resolve) resolve({ headers, body });
  }
}

class Fault extends Error {
  constructor(kind, message) {
    super(message);
    this.name = kind;
  }
}

const RANKS = { TRACE: 0, DEBUG: 1, INFO: 2, WARN: 3, ERROR: 4, FATAL: 5 };
const JSON_LOGS = env.AWS_LAMBDA_LOG_FORMAT === 'JSON';
// What AWS's own runtime file is called: callers read it in the text of import errors.
const OFFICIAL_NAME = '/var/runtime/index.mjs';
const MAX_FRAME = 262144;

// Writes a message that may hold line breaks. As AWS's log pipe takes it, the message stands in a
// frame of a mark, its level, its length and its time; here it travels on the standard output.
function writeLog(level, message) {
  const data = Buffer.from(message);
  for (let start = 0; start === 0 || start < data.length; start += MAX_FRAME) {
    const part = data.subarray(start, start + MAX_FRAME);
    const head = Buffer.alloc(16);
    head.writeUInt32BE((0xa55a0000 | (JSON_LOGS ? 2 : 3) | ((RANKS[level] + 1) << 2)) >>> 0, 0);
    head.writeUInt32BE(part.length, 4);
    head.writeBigInt64BE(BigInt(Date.now()) * 1000n, 8);
    put(Buffer.concat([head, part]));
  }
}

// A function that uses process.stdout makes the pipe non-blocking; a full one is then waited for.
function put(bytes) {
  for (let sent = 0; sent < bytes.length;) {
    try {
      sent += fs.writeSync(1, bytes, sent);
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

// Lambda prefixes each message of the console with time, request and level, separated by tabs.
function patchConsole() {
  const least = JSON_LOGS ? RANKS[env.AWS_LAMBDA_LOG_LEVEL] || 0 : 0;
  const write = (level, args) => {
    if (RANKS[level] < least) return;
    writeLog(level, JSON_LOGS ? jsonLine(level, args) : textLine(level, args));
  };
  console.log = (...args) => write('INFO', args);
  console.info = (...args) => write('INFO', args);
  console.debug = (...args) => write('DEBUG', args);
  console.trace = (...args) => write('TRACE', args);
  console.warn = (...args) => write('WARN', args);
  console.error = (...args) => write('ERROR', args);
}

function textLine(level, args) {
  return `${new Date().toISOString()}\t${request.id}\t${level}\t${require('util').format(...args)}\n`;
}

function jsonLine(level, args) {
  const { format } = require('util');
  const line = { timestamp: new Date().toISOString(), level, requestId: request.id };
  if (args.length === 1) {
    line.message = args[0];
    try {
      return JSON.stringify(line, (_, value) => (value instanceof Error ? { ...errorFields(value), ...value } : value)) + '\n';
    } catch {
      line.message = format(line.message);
      return JSON.stringify(line) + '\n';
    }
  }
  line.message = format(...args);
  const error = args.find((arg) => arg instanceof Error);
  if (error) Object.assign(line, errorFields(error));
  return JSON.stringify(line) + '\n';
}

function errorFields(error) {
  return {
    errorType: (error.constructor && error.constructor.name) || 'UnknownError',
    errorMessage: error.message,
    stackTrace: typeof error.stack === 'string' ? error.stack.split('\n') : [],
  };
}

const isError = (value) => value instanceof Error ||
  Boolean(value && typeof value === 'object' && value.name && value.message && value.stack);

// What the caller reads.
function describe(error) {
  try {
    if (isError(error)) {
      return { errorType: error.name, errorMessage: error.message, trace: String(error.stack || '').split('\n') };
    }
    return { errorType: typeof error, errorMessage: String(error), trace: [] };
  } catch {
    return { errorType: 'handled', errorMessage: 'the error could not be read', trace: [] };
  }
}

// What the log shows: the error with its own properties.
function logFailure(prefix, error) {
  let line = error;
  if (isError(error)) {
    line = { errorType: error.name, errorMessage: error.message, code: error.code, ...error };
    line.stack = String(error.stack || '').split('\n');
  } else {
    line = { errorType: typeof error, errorMessage: String(error), stack: [] };
  }
  let text;
  try {
    text = JSON.stringify(line);
  } catch {
    text = JSON.stringify({ errorType: line.errorType, errorMessage: String(line.errorMessage), stack: line.stack });
  }
  const timestamp = new Date().toISOString();
  const message = JSON_LOGS
    ? `{"timestamp":"${timestamp}","level":"ERROR","requestId":${JSON.stringify(request.id) || '""'},"message":${text}}\n`
    : `${timestamp}\t${request.id}\tERROR\t${prefix} \t${text}\n`;
  writeLog('ERROR', message);
}

async function load(handler) {
  const root = env.LAMBDA_TASK_ROOT;
  const name = path.basename(handler);
  const dot = name.indexOf('.');
  if (handler.includes('..')) throw new Fault('Runtime.MalformedHandlerName', `'${handler}' is not a valid handler name. Use absolute paths when specifying root directories in handler names.`);
  if (dot < 0) throw new Fault('Runtime.MalformedHandlerName', 'Bad handler');
  const base = path.resolve(root, path.dirname(handler), name.slice(0, dot));
  const module = await loadModule(base, path.relative(root, base), root);
  let found = module;
  for (const part of name.slice(dot + 1).split('.')) found = found === undefined ? undefined : found[part];
  if (found === undefined && module.default !== undefined) {
    found = name.slice(dot + 1).split('.').reduce((value, part) => (value === undefined ? undefined : value[part]), module.default);
  }
  if (found === undefined) throw new Fault('Runtime.HandlerNotFound', `${handler} is undefined or not exported`);
  if (typeof found !== 'function') throw new Fault('Runtime.HandlerNotFound', `${handler} is not a function`);
  return found;
}

async function loadModule(base, shown, root) {
  const extension = ['', '.js', '.mjs', '.cjs'].find((end) => fs.existsSync(base + end) && fs.statSync(base + end).isFile());
  try {
    if (extension === undefined) return require(base);
    const file = base + extension;
    if (extension === '.mjs' || (extension !== '.cjs' && isEsm(file, root))) {
      return await import(require('url').pathToFileURL(file).href);
    }
    return require(file);
  } catch (error) {
    if (error instanceof SyntaxError) throw withKind('Runtime.UserCodeSyntaxError', error);
    if (error && (error.code === 'MODULE_NOT_FOUND' || error.code === 'ERR_MODULE_NOT_FOUND')) {
      const missing = extension === undefined ? `Cannot find module '${shown}'\nRequire stack:\n- ${OFFICIAL_NAME}`
        : error.message.replaceAll(__filename, OFFICIAL_NAME);
      throw new Fault('Runtime.ImportModuleError', `Error: ${missing}`);
    }
    throw error;
  }
}

function withKind(kind, error) {
  const fault = new Fault(kind, error.toString());
  fault.stack = error.stack;
  return fault;
}

function isEsm(file, root) {
  for (let folder = path.dirname(file); folder.startsWith(root); folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (fs.existsSync(manifest)) return JSON.parse(fs.readFileSync(manifest, 'utf8')).type === 'module';
    if (folder === path.dirname(folder)) break;
  }
  return false;
}

function contextOf(headers) {
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  const parsed = (name) => (headers[name] ? JSON.parse(headers[name]) : undefined);
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    clientContext: parsed('lambda-runtime-client-context'),
    identity: parsed('lambda-runtime-cognito-identity'),
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    awsRequestId: headers['lambda-runtime-aws-request-id'],
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
}

// A handler answers by its callback, by one of the context's three old functions, or by a promise.
// An answer by callback waits until nothing else is pending, and a handler that leaves nothing
// pending and never answers has answered null: both are what `beforeExit` tells, for which the
// connection to the Runtime API must not count as pending.
function invoke(api, handler, event, context) {
  return new Promise((resolve, reject) => {
    let answer = () => resolve(null);
    const idle = () => answer();
    const settle = (outcome) => {
      process.removeListener('beforeExit', idle);
      api.socket.ref();
      outcome();
    };
    answer = () => settle(() => resolve(null));
    const callback = (error, value) => {
      const failed = error !== undefined && error !== null;
      answer = () => settle(() => (failed ? reject(error) : resolve(value)));
      if (context.callbackWaitsForEmptyEventLoop === false) setImmediate(answer);
    };
    context.done = callback;
    context.succeed = (value) => callback(null, value);
    context.fail = (error) => callback(error === undefined || error === null ? 'handled' : error);
    process.on('beforeExit', idle);
    api.socket.unref();
    let returned;
    try {
      returned = handler(event, context, callback);
    } catch (error) {
      settle(() => reject(error));
      return;
    }
    if (returned && typeof returned.then === 'function') {
      returned.then((value) => settle(() => resolve(value)), (error) => settle(() => reject(error)));
    }
  });
}

const STREAMING = Symbol.for('aws.lambda.runtime.handler.streaming');

// What a function finds in the global `awslambda`.
function offerStreaming() {
  globalThis.awslambda = {
    streamifyResponse: (handler, options) => {
      handler[STREAMING] = 'response';
      const mark = options && parseInt(options.highWaterMark, 10);
      if (mark > 0) handler[Symbol.for('aws.lambda.runtime.handler.streaming.highWaterMark')] = mark;
      return handler;
    },
    HttpResponseStream: {
      from: (stream, metadata) => {
        stream.setContentType('application/vnd.awslambda.http-integration-response');
        stream._onBeforeFirstWrite = (write) => {
          write(JSON.stringify(metadata));
          write(new Uint8Array(8));
        };
        return stream;
      },
    },
  };
}

// An answer that is sent while it is written: a chunked body, whose trailers tell a late failure.
function responseStream(api, where) {
  const { Writable } = require('stream');
  class ResponseStream extends Writable {
    contentType = 'application/octet-stream';
    trailers = '';
    accepted = undefined;

    setContentType(type) {
      if (this.accepted) throw new Fault('InvalidStreamingOperation', 'Cannot set content-type, too late.');
      this.contentType = type;
    }

    write(chunk, encoding, callback) {
      const before = this._onBeforeFirstWrite;
      this._onBeforeFirstWrite = undefined;
      if (typeof before === 'function') before((part) => super.write(part));
      const isData = typeof chunk === 'string' || Buffer.isBuffer(chunk) || chunk instanceof Uint8Array;
      return super.write(isData ? chunk : JSON.stringify(chunk), encoding, callback);
    }

    _write(chunk, _, callback) {
      this.begin();
      api.socket.write(`${chunk.length.toString(16)}\r\n`);
      api.socket.write(chunk);
      api.socket.write('\r\n', callback);
    }

    _final(callback) {
      this.begin();
      api.socket.write(`0\r\n${this.trailers}\r\n`, callback);
    }

    begin() {
      this.accepted ??= api.open('POST', where, 'Lambda-Runtime-Function-Response-Mode: streaming\r\n' +
        `Content-Type: ${this.contentType}\r\nTransfer-Encoding: chunked\r\n` +
        'Trailer: Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body\r\n');
    }

    fail(error) {
      const result = describe(error);
      this.trailers = `${errorType(result)}Lambda-Runtime-Function-Error-Body: ` +
        `${Buffer.from(JSON.stringify(result)).toString('base64')}\r\n`;
      this.end();
    }
  }
  return new ResponseStream();
}

async function invokeStreaming(api, where, handler, event, context) {
  const stream = responseStream(api, where);
  const ended = new Promise((resolve) => stream.once('finish', resolve).once('close', resolve));
  try {
    const returned = handler(event, stream, context);
    if (!returned || typeof returned.then !== 'function') {
      throw new Fault('InvalidStreamingOperation', 'Streaming does not support non-async handlers.');
    }
    if (await returned !== undefined) console.warn('Streaming handlers ignore return values.');
  } catch (error) {
    logFailure('Invoke Error', error);
    if (stream.writableEnded) return;
    stream.fail(error);
  }
  await ended;
  await stream.accepted;
}

const errorType = (result) =>
  `Lambda-Runtime-Function-Error-Type: ${String(result.errorType).replace(/[^\x20-\x7e]/g, '')}\r\n`;

async function report(api, where, error, prefix) {
  logFailure(prefix, error);
  const result = describe(error);
  await api.call('POST', where, errorType(result), JSON.stringify(result));
}

// An answer up to this size asks for the next event in the same request, where the server takes that:
// one way there and back instead of two.
const MAX_TURN = 1 << 20;

async function turn(api, id, text) {
  const following = await api.call('POST', `portcullis/turn/${id}`, '', text);
  return following.headers['lambda-runtime-aws-request-id'] ? following : undefined;
}

async function main() {
  patchConsole();
  offerStreaming();
  const api = new Api(env.AWS_LAMBDA_RUNTIME_API);
  if (env._PORTCULLIS_HOLD) {
    delete env._PORTCULLIS_HOLD;
    await api.call('GET', 'portcullis/hold');
  }
  let fatal = async (error) => {
    await report(api, 'init/error', error, 'Uncaught Exception');
    process.exit(129);
  };
  process.on('uncaughtException', (error) => fatal(error));
  process.on('unhandledRejection', (error) => fatal(withRejection(error)));
  let handler;
  try {
    handler = await load(env._HANDLER);
  } catch (error) {
    await report(api, 'init/error', error, 'Uncaught Exception');
    process.exit(1);
  }
  let following;
  let takesTurns = false;
  for (;;) {
    if (!following) {
      following = await api.call('GET', 'invocation/next');
      takesTurns = 'portcullis-turns' in following.headers;
    }
    const { headers, body } = following;
    following = undefined;
    request.id = headers['lambda-runtime-aws-request-id'];
    if (headers['lambda-runtime-trace-id']) env._X_AMZN_TRACE_ID = headers['lambda-runtime-trace-id'];
    const where = `invocation/${request.id}`;
    fatal = async (error) => {
      await report(api, `${where}/error`, error, error instanceof Fault ? 'Unhandled Promise Rejection' : 'Uncaught Exception');
      process.exit(error instanceof Fault ? 128 : 129);
    };
    try {
      if (handler[STREAMING] === 'response') {
        await invokeStreaming(api, `${where}/response`, handler, JSON.parse(body), contextOf(headers));
        continue;
      }
      const answer = await invoke(api, handler, JSON.parse(body), contextOf(headers));
      const text = answer === undefined ? 'null' : JSON.stringify(answer);
      if (text === undefined) throw new Fault('Runtime.MarshalError', 'Unable to stringify response body');
      if (takesTurns && text.length <= MAX_TURN) following = await turn(api, request.id, text);
      else await api.call('POST', `${where}/response`, '', text);
    } catch (error) {
      await report(api, `${where}/error`, error, 'Invoke Error');
    }
  }
}

function withRejection(error) {
  const fault = new Fault('Runtime.UnhandledPromiseRejection', error instanceof Error ? error.toString() : String(error));
  if (error instanceof Error) fault.stack = error.stack;
  return fault;
}

main();
