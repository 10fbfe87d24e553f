// @ts-check
// A real server and a real browser: started for one test file, ended with it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
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

/** A link that the command line gives. */
export async function newLink(server) {
  const child = spawn(binary(), ["console"], {
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
