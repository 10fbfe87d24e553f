  "use strict";

  const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  const crypto = root.crypto || require("node:crypto").webcrypto;
  const utf8 = new TextEncoder();

  /** Percent-encoding as Signature V4 wants it: everything but letters, digits and -._~ */
  function encode(text) {
    const rest = (letter) => "%" + letter.charCodeAt(0).toString(16).toUpperCase();
    return encodeURIComponent(text).replace(/[!'()*]/g, rest);
  }

  const bytesOf = (data) => (typeof data === "string" ? utf8.encode(data) : data);
  const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

  async function digest(data) {
    return data === undefined ? EMPTY : hex(await crypto.subtle.digest("SHA-256", bytesOf(data)));
  }

  async function hmac(key, text) {
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    const imported = await crypto.subtle.importKey("raw", bytesOf(key), algorithm, false, ["sign"]);
    return crypto.subtle.sign("HMAC", imported, utf8.encode(text));
  }

  /** The query in the order in which it is signed. */
  function query(pairs) {
    const encoded = pairs.map(([name, value]) => [encode(name), encode(value)]);
    encoded.sort(([a, x], [b, y]) => (a < b || (a === b && x < y) ? -1 : a === b && x === y ? 0 : 1));
    return encoded.map((pair) => pair.join("=")).join("&");
  }

  /** Adds the headers of Signature V4 for the service execute-api. */
  async function sign(config, verb, url, headers, body) {
    const now = new Date().toISOString().replace(/[-:]|\.\d{3}/g, "");
    const scope = [now.slice(0, 8), config.region, "execute-api", "aws4_request"].join("/");
    const signed = { host: url.host, "x-amz-date": now };
    if (config.sessionToken) signed["x-amz-security-token"] = config.sessionToken;
    const names = Object.keys(signed).sort();
    const path = url.pathname.split("/").map(encode).join("/");
    const lines = names.map((name) => `${name}:${signed[name]}\n`).join("");
    const parts = [verb, path, url.search.slice(1), lines, names.join(";"), await digest(body)];
    const text = ["AWS4-HMAC-SHA256", now, scope, await digest(parts.join("\n"))].join("\n");
    let key = "AWS4" + config.secretKey;
    for (const part of scope.split("/")) key = new Uint8Array(await hmac(key, part));
    const signature = hex(await hmac(key, text));
    delete signed.host;
    Object.assign(headers, signed, {
      authorization: `AWS4-HMAC-SHA256 Credential=${config.accessKey}/${scope}, SignedHeaders=${names.join(";")}, Signature=${signature}`,
    });
  }

  /** Puts parameters where the operation has them; one that it has not is refused. */
  function place(operation, params, additional) {
    const pairs = Object.entries(additional.queryParams || {});
    const headers = {};
    let path = operation.path;
    for (const [name, value] of Object.entries(params || {})) {
      const where = operation.parameters[name];
      if (!where) throw new TypeError(`${operation.name} has no parameter ${name}`);
      if (where === "query") for (const item of [].concat(value)) pairs.push([name, String(item)]);
      if (where === "header") headers[name.toLowerCase()] = String(value);
      const greedy = String(value).split("/").map(encode).join("/");
      path = path.replace(`{${name}+}`, () => greedy).replace(`{${name}}`, () => encode(String(value)));
    }
    const missing = operation.required.filter((name) => params == null || params[name] === undefined);
    if (missing.length) throw new TypeError(`${operation.name} needs ${missing.join(", ")}`);
    return { path, pairs, headers };
  }

  function read(type, text) {
    if (!/[/+]json\b/i.test(type || "") || text === "") return text;
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  }

  async function call(config, operation, params, body, additional = {}) {
    const { path, pairs, headers } = place(operation, params, additional);
    const url = new URL(config.invokeUrl.replace(/\/+$/, "") + path);
    url.search = query(pairs);
    const whole = typeof body === "string" || body instanceof Uint8Array;
    const sent = body == null || ["GET", "HEAD"].includes(operation.verb) ? undefined : whole ? body : JSON.stringify(body);
    headers.accept = config.defaultAcceptType;
    if (sent !== undefined) headers["content-type"] = config.defaultContentType;
    for (const [name, value] of Object.entries(additional.headers || {})) headers[name.toLowerCase()] = value;
    if (config.apiKey) headers["x-api-key"] = config.apiKey;
    if (operation.signed && config.accessKey) await sign(config, operation.verb, url, headers, sent);
    const answer = await fetch(url, { method: operation.verb, headers, body: sent });
    const result = { status: answer.status, statusText: answer.statusText, headers: Object.fromEntries(answer.headers) };
    if (additional.responseType === "arraybuffer") result.data = await answer.arrayBuffer();
    else result.data = read(answer.headers.get("content-type"), await answer.text());
    if (answer.ok) return result;
    throw Object.assign(new Error(`${operation.name} was answered with ${answer.status}`), { response: result });
  }

  /**
   * A client of the API. `config`, all of it optional: accessKey, secretKey, sessionToken and region
   * for methods that ask for a signature; apiKey; defaultContentType and defaultAcceptType; invokeUrl,
   * where the stage is served if not at its usual address.
   *
   * Each method takes its parameters by name, a body, and { headers, queryParams, responseType }. It
   * promises { status, statusText, headers, data }, or fails with an error that has it as `response`.
   */
  function newClient(given = {}) {
    const json = "application/json";
    const usual = { region: API.region, defaultContentType: json, defaultAcceptType: json, invokeUrl: API.invokeUrl };
    const config = { ...usual, ...given };
    const client = {};
    for (const operation of API.operations) {
      client[operation.name] = (params, body, additional) => call(config, operation, params, body, additional);
    }
    return client;
  }

  const apigClientFactory = { newClient };
  if (typeof module === "object" && module.exports) module.exports = apigClientFactory;
  else root.apigClientFactory = apigClientFactory;
