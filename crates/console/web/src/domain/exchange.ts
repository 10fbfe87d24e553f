// What went into the steps of a request and what came out: read from the lines of its trace, or of
// the stage's execution log, which are the same.

export interface Message {
  headers: string | undefined;
  body: string | undefined;
}

/** Somebody who was given something and answered something. */
export interface Party {
  input: Message;
  output: Message;
}

export interface Exchanged {
  /** What the client sent, and what it got. */
  client: Party;
  /** What the authorizer was given, and what it said; none where none was asked. */
  authorizer: Party | undefined;
  /** What the backend was given, and what it answered; none where none was reached. */
  backend: Party | undefined;
  log: string[];
}

type Side = "input" | "output";
type Part = "headers" | "body";

/** How lines begin that tell a message, whose it is, and which part of it. */
const LINES: ReadonlyArray<readonly [string, "client" | "called", Side, Part]> = [
  ["Method request headers", "client", "input", "headers"],
  ["Method request body before transformations", "client", "input", "body"],
  ["Endpoint request headers", "called", "input", "headers"],
  ["Endpoint request body after transformations", "called", "input", "body"],
  ["Authorizer result body before parsing", "called", "output", "body"],
  ["Endpoint response headers", "called", "output", "headers"],
  ["Endpoint response body before transformations", "called", "output", "body"],
  ["Method response headers", "client", "output", "headers"],
  ["Method response body after transformations", "client", "output", "body"],
];

const AUTHORIZER_BEGINS = "Starting authorizer:";
/** After it, calls are those of the backend. */
const AUTHORIZER_ENDS = /^(Successfully completed authorizer|Authorizer result body)/;

export function exchanged(lines: string[]): Exchanged {
  const client = party();
  let authorizer: Party | undefined;
  let backend: Party | undefined;
  let asking = false;
  for (const line of lines) {
    if (line.startsWith(AUTHORIZER_BEGINS)) {
      authorizer = party();
      asking = true;
    }
    const found = LINES.find(([begins]) => line.startsWith(`${begins}:`));
    if (found !== undefined) {
      const [begins, whose, side, part] = found;
      const text = line.slice(begins.length + 1).trim();
      if (whose === "client") {
        client[side][part] = text;
      } else if (asking && authorizer !== undefined) {
        authorizer[side][part] = text;
      } else {
        backend ??= party();
        backend[side][part] = text;
      }
    }
    asking &&= !AUTHORIZER_ENDS.test(line);
  }
  return { client, authorizer, backend, log: lines };
}

function party(): Party {
  const empty = (): Message => ({ headers: undefined, body: undefined });
  return { input: empty(), output: empty() };
}

/** `{a=b, c=d}`: values have commas too, so that a header begins where a name and `=` follow. */
export function headerLines(headers: string | undefined): string[] {
  const inner = (headers ?? "").replace(/^\{|\}$/g, "");
  return inner === "" ? [] : inner.split(/, (?=[\w-]+=)/);
}

/** The headers that can be sent again: no secret is known, and the browser sets some itself. */
export function sendable(message: Message): string {
  const own = /^(host|connection|content-length|user-agent|origin|referer|cookie|accept-encoding|sec-.*|x-forwarded-.*|x-amzn-trace-id|cloudfront-.*|via)=/i;
  return headerLines(message.headers)
    .filter((line) => !own.test(line) && !/=\*+/.test(line))
    .map((line) => line.replace("=", ": "))
    .join("\n");
}

/** JSON is indented; long runs of stars, which hide a secret, are not. */
export function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text.replace(/\*{12,}/g, "************");
  }
}

export function messageText(message: Message): string {
  const head = headerLines(message.headers).map((line) => line.replace("=", ": "));
  const body = message.body === undefined ? [] : [indented(message.body)];
  return [head.join("\n").replace(/\*{12,}/g, "************"), ...body]
    .filter((part) => part !== "")
    .join("\n\n");
}
