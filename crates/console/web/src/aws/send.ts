// Carries out a call: encodes it as its protocol wants, signs it, reads the answer.
import { credentials, forgetCredentials, region } from "../session";
import { Failure, Unreachable } from "./failure";
import type { Call, Operation, Place } from "./operation";
import { bytes, encode, sign, type Unsigned } from "./sign";
import { readError, readResult, readRoot, xmlOf } from "./xml";

type Members = Record<string, unknown>;

export async function send<Input extends object, Output>(
  operation: Operation<Input, Output>,
  input: Input,
): Promise<Output> {
  const request = encodeCall(operation, input as Members);
  const response = await signed(request, operation.service);
  if (operation.kinds !== undefined) {
    if (response.ok && operation.version === undefined) {
      return (await decode(operation, response)) as Output;
    }
    const text = await response.text();
    if (!response.ok) {
      throw readError(text, response.status);
    }
    return readResult(text, operation.name, operation.kinds) as Output;
  }
  if (!response.ok) {
    throw await jsonFailure(response);
  }
  return (await decode(operation, response)) as Output;
}

export function perform({ operation, input }: Call): Promise<unknown> {
  return send(operation as unknown as Operation<object, unknown>, input);
}

/** Sends a signed request; credentials that ended meanwhile are renewed once. */
export async function signed(request: Unsigned, service: string): Promise<Response> {
  const response = await attempt(request, service);
  if (response.status !== 403) {
    return response;
  }
  const text = await response.clone().text();
  if (!/ExpiredToken|InvalidClientTokenId|UnrecognizedClient|security token/.test(text)) {
    return response;
  }
  forgetCredentials();
  return attempt(request, service);
}

async function attempt(request: Unsigned, service: string): Promise<Response> {
  const keys = await credentials();
  const scope = service === "iam" ? "us-east-1" : region();
  const headers = await sign(request, keys, service, scope, new Date());
  const query = request.query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&");
  const address = query === "" ? request.path : `${request.path}?${query}`;
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  try {
    return await fetch(address, {
      method: request.method,
      headers,
      cache: "no-store",
      credentials: "omit",
      ...(hasBody ? { body: request.body } : {}),
    });
  } catch {
    throw new Unreachable();
  }
}

function encodeCall<I, O>(operation: Operation<I, O>, input: Members): Unsigned {
  if (operation.version !== undefined) {
    return encodeQuery(operation.name, operation.version, input);
  }
  if (operation.target !== undefined) {
    return {
      method: "POST",
      path: "/",
      query: [],
      headers: {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": operation.target,
      },
      body: bytes(JSON.stringify(input)),
    };
  }
  return encodeRest(operation, input);
}

function encodeQuery(name: string, version: string, input: Members): Unsigned {
  const form: string[] = [`Action=${name}`, `Version=${version}`];
  const flatten = (prefix: string, value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach((one, index) => flatten(`${prefix}.member.${index + 1}`, one));
    } else if (typeof value === "object" && value !== null) {
      Object.entries(value).forEach(([key, one]) => flatten(`${prefix}.${key}`, one));
    } else if (value !== undefined) {
      form.push(`${encode(prefix)}=${encode(String(value))}`);
    }
  };
  Object.entries(input).forEach(([key, value]) => flatten(key, value));
  return {
    method: "POST",
    path: "/",
    query: [],
    headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" },
    body: bytes(form.join("&")),
  };
}

function encodeRest<I, O>(operation: Operation<I, O>, input: Members): Unsigned {
  const [template = "", fixed = ""] = operation.uri.split("?");
  let path = template;
  const query: Array<[string, string]> = fixed === "" ? [] : [pair(fixed)];
  const headers: Record<string, string> = {};
  const members: Members = {};
  let payload: Uint8Array<ArrayBuffer> | undefined;
  for (const [member, value] of Object.entries(input)) {
    if (value === undefined) {
      continue;
    }
    const [place, name]: Place = operation.places?.[member] ?? ["body", member];
    switch (place) {
      case "uri":
        path = path
          .replace(`{${name}}`, () => encode(String(value)))
          .replace(`{${name}+}`, () => String(value).split("/").map(encode).join("/"));
        break;
      case "querystring":
        query.push(...queryOf(name, value));
        break;
      case "header":
        headers[name.toLowerCase()] = String(value);
        break;
      case "payload":
        payload = toBytes(value, member);
        break;
      default:
        members[name] = value;
    }
  }
  const empty = operation.method === "GET" || operation.method === "DELETE";
  const isXml = operation.kinds !== undefined;
  const body = payload ?? bytes(empty || isXml ? "" : JSON.stringify(members, blobs));
  if (!empty && !isXml) {
    headers["content-type"] ??= "application/json";
  }
  return { method: operation.method, path, query, headers, body };
}

function pair(text: string): [string, string] {
  const [name = "", value = ""] = text.split("=");
  return [name, value];
}

function queryOf(name: string, value: unknown): Array<[string, string]> {
  if (Array.isArray(value)) {
    return value.map((one) => [name, String(one)]);
  }
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).map(([key, one]) => [key, String(one)]);
  }
  return [[name, String(value)]];
}

/** A blob inside a JSON body is base64. */
function blobs(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? base64(value) : value;
}

export function base64(data: Uint8Array): string {
  let text = "";
  const step = 0x8000;
  for (let at = 0; at < data.length; at += step) {
    text += String.fromCharCode(...data.subarray(at, at + step));
  }
  return btoa(text);
}

/** A structure is a payload of S3 only, which speaks XML. */
function toBytes(value: unknown, member: string): Uint8Array<ArrayBuffer> {
  if (value instanceof Uint8Array) {
    return new Uint8Array(value);
  }
  return bytes(typeof value === "object" ? xmlOf(member, value) : String(value));
}

async function decode<I, O>(operation: Operation<I, O>, response: Response): Promise<Members> {
  const answers = Object.entries(operation.answers ?? {});
  const payload = answers.find(([, [place]]) => place === "payload");
  const members: Members = {};
  if (payload !== undefined && operation.kinds !== undefined) {
    members[payload[0]] = new Uint8Array(await response.arrayBuffer());
  }
  const text = payload !== undefined && operation.kinds !== undefined ? "" : await response.text();
  if (operation.kinds !== undefined) {
    Object.assign(members, readRoot(text, operation.kinds));
  } else if (payload !== undefined) {
    members[payload[0]] = text;
  } else if (text !== "") {
    Object.assign(members, JSON.parse(text));
  }
  for (const [member, [place, name]] of answers) {
    if (place === "header") {
      members[member] = response.headers.get(name) ?? undefined;
    } else if (place === "statusCode") {
      members[member] = response.status;
    }
  }
  return members;
}

async function jsonFailure(response: Response): Promise<Failure> {
  const text = await response.text();
  let body: Members = {};
  try {
    body = JSON.parse(text) as Members;
  } catch {
    body = { message: text };
  }
  const kind = response.headers.get("x-amzn-errortype") ?? String(body["__type"] ?? "Unknown");
  const code = kind.split(":")[0]?.split("#").pop() ?? kind;
  const message = body["message"] ?? body["Message"] ?? "";
  return new Failure(code, String(message), response.status);
}
