// @ts-check
// A real server and a real browser: started for one test file, ended with it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash, createHmac } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
export const shots = join(here, "../screenshots");

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export function binary() {
  return process.env["PORTCULLIS_BIN"] ?? join(here, "../../../../target/debug/portcullis");
}

/** Starts a server on a free port; gives its endpoint, keys and the console's link. */
export async function startServer(...flags) {
  const child = spawn(binary(), ["up", "--ephemeral", "--listen", "127.0.0.1:0", ...flags], {
    stdio: ["ignore", "pipe", process.env["E2E_LOG"] === undefined ? "ignore" : "inherit"],
  });
  const said = {};
  await new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const [, link] = /^\s*console\s+(\S+)/.exec(line) ?? [];
      const [, name, value] = /^\s*export (\w+)='(.*)'/.exec(line) ?? [];
      if (link !== undefined) {
        said.link = link;
      }
      if (name !== undefined) {
        said[name] = value;
      }
      if (line.trim().startsWith("unset ")) {
        resolve(undefined);
      }
    });
  });
  const endpoint = said.AWS_ENDPOINT_URL;
  return {
    endpoint,
    link: said.link,
    environment: said,
    pid: child.pid,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) {
          resolve(undefined);
          return;
        }
        child.once("exit", resolve);
        child.kill("SIGTERM");
      }),
  };
}

export async function startBrowser(flags = []) {
  const executablePath = process.env["CHROMIUM"] ?? BROWSERS.find((path) => existsSync(path));
  assert.ok(executablePath, "no Chromium is installed: apt-get install chromium");
  return chromium.launch({ executablePath, args: ["--no-sandbox", ...flags] });
}

/**
 * A page that is signed in. It collects every request to another host, every error of the page and
 * every violation of its policy: a test that ends with one fails.
 */
export async function signedIn(browser, server, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const trouble = watch(page, server);
  await page.goto(server.link ?? (await newLink(server)));
  server.link = undefined;
  await page.getByRole("heading", { name: "What is running" }).waitFor();
  return { page, context, trouble };
}

export function watch(page, server) {
  const trouble = [];
  const { host } = new URL(server.endpoint);
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.host !== host) {
      trouble.push(`a request to ${url.host}`);
    }
  });
  page.on("pageerror", (error) => trouble.push(`page error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && /Content Security Policy|Refused to/.test(message.text())) {
      trouble.push(message.text());
    }
  });
  return trouble;
}

/** A link that the command line gives; with `--user NAME` or `--role NAME` for somebody. */
export async function newLink(server, ...flags) {
  const child = spawn(binary(), ["console", ...flags], {
    env: { ...process.env, ...server.environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  for await (const part of child.stdout) {
    text += part;
  }
  return text.trim();
}

export async function shot(page, name) {
  mkdirSync(shots, { recursive: true });
  // A page that is scrolled would have its header in the middle of the picture.
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true, animations: "disabled" });
}

export function byTest(page, id) {
  return page.getByTestId(id);
}

/** Goes to a place of the console. */
export async function visit(page, place) {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, place);
}

export async function until(what, check, patience = 15_000) {
  const end = Date.now() + patience;
  for (;;) {
    const value = await check();
    if (value) {
      return value;
    }
    assert.ok(Date.now() < end, `in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Another client of the AWS APIs: what is not what a test is about is made with it. */
export function client(server, keys = server.environment) {
  const send = async (service, method, path, body, headers = {}) => {
    const response = await fetch(server.endpoint + path, {
      method,
      headers: signed(server, keys, service, method, path, body, headers),
      ...(body === "" ? {} : { body }),
    });
    const text = await response.text();
    assert.ok(response.ok, `${method} ${path}: ${response.status} ${text}`);
    return text;
  };
  return {
    raw: send,
    rest: async (service, method, path, input) => {
      const text = await send(service, method, path, input === undefined ? "" : JSON.stringify(input));
      return text === "" ? {} : JSON.parse(text);
    },
    iam: (action, input = {}) => {
      const form = new URLSearchParams({ Action: action, Version: "2010-05-08", ...input });
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      return send("iam", "POST", "/", form.toString(), headers);
    },
    sts: (action, input = {}) => {
      const form = new URLSearchParams({ Action: action, Version: "2011-06-15", ...input });
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      return send("sts", "POST", "/", form.toString(), headers);
    },
  };
}

function signed(server, keys, service, method, path, body, extra) {
  const sha = (text) => createHash("sha256").update(text).digest("hex");
  const mac = (key, text) => createHmac("sha256", key).update(text).digest();
  const stamp = new Date().toISOString().replace(/[-:]|\.\d{3}/g, "");
  const date = stamp.slice(0, 8);
  const headers = { ...extra, host: new URL(server.endpoint).host, "x-amz-date": stamp };
  if (keys.AWS_SESSION_TOKEN !== undefined) {
    headers["x-amz-security-token"] = keys.AWS_SESSION_TOKEN;
  }
  const names = Object.keys(headers).toSorted();
  const [plain = "", query = ""] = path.split("?");
  const twice = plain.split("/").map(encodeURIComponent).join("/");
  const lines = names.map((name) => `${name}:${headers[name]}`);
  const canonical = [method, twice, query, ...lines, "", names.join(";"), sha(body)].join("\n");
  const scope = `${date}/us-east-1/${service}/aws4_request`;
  let key = `AWS4${keys.AWS_SECRET_ACCESS_KEY}`;
  for (const part of [date, "us-east-1", service, "aws4_request"]) {
    key = mac(key, part);
  }
  const text = ["AWS4-HMAC-SHA256", stamp, scope, sha(canonical)].join("\n");
  const { host: _host, ...sent } = headers;
  return {
    ...sent,
    authorization: `AWS4-HMAC-SHA256 Credential=${keys.AWS_ACCESS_KEY_ID}/${scope}, SignedHeaders=${names.join(";")}, Signature=${mac(key, text).toString("hex")}`,
  };
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core calls serious or critical. */
export async function violations(target) {
  // The page's own policy forbids scripts that are added to it; the tester's are evaluated apart.
  await target.evaluate(axe);
  return target.evaluate(async () => {
    // Texts of a dialog that is still fading in have no contrast yet. A spinner never ends.
    const passing = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(passing.map((one) => one.finished));
    // @ts-ignore axe is what was evaluated before.
    const found = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    // The narrow toolbar of Cloudscape says aria-expanded of a <nav>: not ours to mend.
    const theirs = (node) => String(node).includes("mobile-toolbar-nav");
    return found.violations
      .map((one) => ({ ...one, nodes: one.nodes.filter((node) => !theirs(node.target)) }))
      .filter((one) => one.nodes.length > 0)
      .filter((one) => one.impact === "serious" || one.impact === "critical")
      .map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join("; ")}`);
  });
}

/** Waits until a page has read what it shows. */
export async function settled(target) {
  // A page is lazy, and then reads: three times in a row nothing is awaited.
  let calm = 0;
  await until("everything is read", async () => {
    calm = (await byTest(target, "loading").count()) === 0 ? calm + 1 : 0;
    return calm > 2;
  });
}

/** What is wrong with a page; its picture is taken all the same. */
export async function inspect(target, place, name) {
  await visit(target, place);
  await settled(target);
  await shot(target, name);
  const wrong = (await violations(target)).map((one) => `${name}: ${one}`);
  if ((await byTest(target, "problem").count()) > 0) {
    wrong.push(`${name} shows a problem: ${await byTest(target, "problem").first().textContent()}`);
  }
  const wide = await target.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (wide > 0) {
    wrong.push(`${name} is ${wide} pixels too wide`);
  }
  return wrong;
}

/** The same browser's session on a dark telephone: what a page must look like there, too. */
export async function darkTelephone(browser, page) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    colorScheme: "dark",
    storageState: await page.context().storageState(),
  });
  const small = await context.newPage();
  small.setDefaultTimeout(20_000);
  await small.goto(new URL("/console/#/", page.url()).href);
  await small.getByRole("heading", { name: "What is running" }).waitFor();
  return small;
}
