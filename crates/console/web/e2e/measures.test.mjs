// @ts-check
// What the console costs: the first paint, what is transferred, and a list of ten thousand requests
// to which two hundred a second are added.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { byTest, signedIn, startBrowser, startServer, until, visit } from "./kit.mjs";

const PAINT_MILLIS = 1_000;
const TRANSFERRED_BYTES = 450_000;
const HELD = 10_000;
const A_SECOND = 200;
/** Longer, and a person notices. */
const ANSWER_MILLIS = 200;

let server;
let browser;
let page;
let context;

before(async () => {
  server = await startServer();
  browser = await startBrowser();
  ({ page, context } = await signedIn(browser, server));
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

function row(name, value, limit) {
  console.log(`measure: ${name}: ${value} (limit ${limit})`);
}

/** Opens the start page with nothing cached. */
async function cold() {
  const other = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    storageState: await context.storageState(),
  });
  const first = await other.newPage();
  const session = await other.newCDPSession(first);
  await session.send("Network.enable");
  let transferred = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    transferred += encodedDataLength;
  });
  await first.goto(`${server.endpoint}/console/`);
  await first.getByRole("heading", { name: "What is enforced" }).waitFor();
  await first.waitForLoadState("networkidle");
  const paint = await first.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
  );
  await other.close();
  return { paint: Math.round(paint), transferred };
}

test("the first paint and the transfer of the start page", async () => {
  const runs = [await cold(), await cold(), await cold()];
  const paint = Math.min(...runs.map((run) => run.paint));
  const transferred = Math.max(...runs.map((run) => run.transferred));
  row("first contentful paint, ms", paint, PAINT_MILLIS);
  row("transferred, bytes", transferred, TRANSFERRED_BYTES);
  assert.ok(paint < PAINT_MILLIS);
  assert.ok(transferred < TRANSFERRED_BYTES);
});

test("ten thousand requests, and two hundred more each second", async () => {
  const call = await mock();
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      for (let at = 0; at < HELD / 20; at += 1) {
        await call();
      }
    }),
  );
  await visit(page, "#/requests");
  await until("all are held", async () => (await page.getByText("10000 requests held").count()) > 0);
  const drawn = await byTest(page, "request-row").count();
  assert.ok(drawn < 100, `${drawn} rows are drawn`);
  let sent = 0;
  const stream = setInterval(() => {
    for (let at = 0; at < A_SECOND / 20; at += 1) {
      sent += 1;
      void call().catch(() => undefined);
    }
  }, 50);
  const slowest = await page.evaluate(measureKeys);
  clearInterval(stream);
  assert.ok(sent > A_SECOND * 2, `only ${sent} requests were sent`);
  row("slowest answer to a key, ms", slowest, ANSWER_MILLIS);
  assert.ok(slowest < ANSWER_MILLIS);
});

/** Runs in the page: presses `j` for some seconds, and gives the longest time until it was drawn. */
async function measureKeys() {
  let slowest = 0;
  for (let press = 0; press < 50; press += 1) {
    const begun = performance.now();
    dispatchEvent(new KeyboardEvent("keydown", { key: "j" }));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    slowest = Math.max(slowest, performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 80));
  }
  return Math.round(slowest);
}

/** An API that answers by itself; gives what calls it. */
async function mock() {
  await visit(page, "#/apis");
  await byTest(page, "create-api").first().click();
  await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill("mock");
  await byTest(page, "confirm").click();
  await page.waitForURL(/apis\/[a-z0-9]+$/);
  const api = /apis\/([a-z0-9]+)/.exec(page.url())?.[1] ?? "";
  await byTest(page, "create-method").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /Integration type/ }).click();
  await page.getByRole("option", { name: /Mock/ }).click();
  await byTest(page, "confirm").click();
  await byTest(page, "save-integration").waitFor();
  await byTest(page, "deploy").click();
  await page.getByLabel("Name of the new stage").fill("prod");
  await byTest(page, "confirm").click();
  await dialog.waitFor({ state: "hidden" });
  const url = `${server.endpoint}/restapis/${api}/prod/_user_request_/`;
  assert.equal((await fetch(url)).status, 200);
  return async () => (await fetch(url)).text();
}
