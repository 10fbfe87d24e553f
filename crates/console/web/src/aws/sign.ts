// Signature Version 4, made by the browser's own cryptography.

export interface Keys {
  accessKeyId: string;
  secretAccessKey: string;
  /** None of a long-lived key. */
  sessionToken: string | undefined;
}

export interface Unsigned {
  method: string;
  /** Percent-encoded once. */
  path: string;
  query: ReadonlyArray<readonly [string, string]>;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

const encoder = new TextEncoder();
const ALGORITHM = "AWS4-HMAC-SHA256";

/** Headers that make the request one of `keys`. */
export async function sign(
  request: Unsigned,
  keys: Keys,
  service: string,
  region: string,
  now: Date,
): Promise<Record<string, string>> {
  const stamp = now.toISOString().replace(/[-:]|\.\d{3}/g, "");
  const date = stamp.slice(0, 8);
  const hash = hex(await digest(request.body));
  const signed: Record<string, string> = {
    ...request.headers,
    host: location.host,
    "x-amz-date": stamp,
    ...(service === "s3" ? { "x-amz-content-sha256": hash } : {}),
    ...(keys.sessionToken === undefined ? {} : { "x-amz-security-token": keys.sessionToken }),
  };
  const names = Object.keys(signed).toSorted();
  const canonical = [
    request.method,
    // S3 alone takes the path as it is sent.
    service === "s3" ? request.path : request.path.split("/").map(encode).join("/"),
    canonicalQuery(request.query),
    ...names.map((name) => `${name}:${(signed[name] ?? "").trim()}`),
    "",
    names.join(";"),
    hash,
  ].join("\n");
  const scope = `${date}/${region}/${service}/aws4_request`;
  const toSign = [ALGORITHM, stamp, scope, hex(await digest(bytes(canonical)))].join("\n");
  let key = bytes(`AWS4${keys.secretAccessKey}`);
  for (const part of [date, region, service, "aws4_request"]) {
    key = await hmac(key, part);
  }
  const signature = hex(await hmac(key, toSign));
  const { host: _host, ...sent } = signed;
  return {
    ...sent,
    authorization: `${ALGORITHM} Credential=${keys.accessKeyId}/${scope}, SignedHeaders=${names.join(";")}, Signature=${signature}`,
  };
}

function canonicalQuery(query: Unsigned["query"]): string {
  return query
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join("&");
}

/** As RFC 3986 has it, which is what Signature Version 4 asks for. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export function bytes(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

async function digest(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", data));
}

async function hmac(key: Uint8Array<ArrayBuffer>, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("raw", key, algorithm, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, bytes(text)));
}

function hex(data: Uint8Array): string {
  return Array.from(data, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
