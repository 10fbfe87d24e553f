// @ts-check
// Every page, empty and with data: no serious violation of accessibility, no request to another
// host, and a picture of each that a person can look at.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  byTest,
  inspect,
  settled,
  shot,
  signedIn,
  startBrowser,
  startServer,
  until,
  violations,
  visit,
} from "./kit.mjs";

let server;
let browser;
let page;
let trouble;
let api;

before(async () => {
  server = await startServer();
  browser = await startBrowser();
  ({ page, trouble } = await signedIn(browser, server));
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const EMPTY = [
  ["#/", "start"],
  ["#/apis", "apis"],
  ["#/plans", "plans"],
  ["#/functions", "functions"],
  ["#/iam", "iam"],
  ["#/iam/users", "iam-users"],
  ["#/iam/policies", "iam-policies"],
  ["#/iam/groups", "iam-groups"],
  ["#/buckets", "buckets"],
  ["#/parameters", "parameters"],
  ["#/map", "map"],
  ["#/requests", "requests"],
  ["#/logs", "logs"],
];

describe("an empty server", () => {
  for (const [place, name] of EMPTY) {
    test(`${place} says the next step`, async () => {
      assert.deepEqual(await inspect(page, place, `empty-${name}`), []);
      assert.ok((await byTest(page, "empty").count()) > 0, "no next step is shown");
    });
  }
});

describe("the sample", () => {
  before(async () => {
    await visit(page, "#/");
    await byTest(page, "load-sample").click();
    await page.getByRole("heading", { name: "pets", exact: true }).waitFor();
    api = /apis\/([a-z0-9]+)/.exec(page.url())?.[1] ?? "";
    const url = `${server.endpoint}/restapis/${api}/prod/_user_request_/pets`;
    const headers = { authorization: "Bearer open-sesame" };
    assert.equal((await fetch(url, { headers })).status, 500);
    await visit(page, `#/apis/${api}/authorizers`);
    await byTest(page, "grant-authorizer").click();
    await byTest(page, "permission-confirm").click();
    await byTest(page, "permission-row").waitFor({ state: "hidden" });
    assert.equal((await fetch(url, { headers })).status, 500);
  });

  const places = () => [
    ["#/", "start"],
    ["#/apis", "apis"],
    [`#/apis/${api}`, "api"],
    [`#/apis/${api}/authorizers`, "api-authorizers"],
    [`#/apis/${api}/stages`, "api-stages"],
    [`#/apis/${api}/models`, "api-models"],
    [`#/apis/${api}/responses`, "api-gateway-responses"],
    ["#/functions", "functions"],
    ["#/functions/pets/code", "function-code"],
    ["#/functions/pets/test", "function-test"],
    ["#/functions/authorizer/permissions", "function-permissions"],
    ["#/functions/pets/configuration", "function-configuration"],
    ["#/functions/pets/versions", "function-versions"],
    ["#/functions/pets/role", "function-role"],
    ["#/functions/authorizer/logs", "function-logs"],
    ["#/iam", "iam"],
    ["#/iam/roles/function-execution", "iam-role"],
    ["#/map", "map"],
    ["#/requests", "requests"],
    ["#/logs", "logs"],
  ];

  test("each page with data", async () => {
    const wrong = [];
    for (const [place, name] of places()) {
      wrong.push(...(await inspect(page, place, `sample-${name}`)));
    }
    assert.deepEqual(wrong, []);
  });

  test("a method with its picture, a refused request, and the map as a graph", async () => {
    await visit(page, `#/apis/${api}`);
    await page.getByRole("button", { name: "GET /pets" }).click();
    await byTest(page, "grant").waitFor();
    await settled(page);
    assert.deepEqual(await violations(page), []);
    await shot(page, "sample-method");
    await byTest(page, "grant").click();
    await byTest(page, "permission-row").waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByRole("tab", { name: "Use a role instead" }).click();
    await page.getByLabel("Name of the role").waitFor();
    assert.deepEqual(await violations(page), []);
    await shot(page, "permission-role");
    await byTest(page, "permission-cancel").click();
    await visit(page, "#/requests");
    await byTest(page, "request-row").first().click();
    await byTest(page, "refusal").waitFor();
    await byTest(page, "replay").click();
    await byTest(page, "replay-form").waitFor();
    assert.deepEqual(await violations(page), []);
    await shot(page, "sample-request");
    await visit(page, "#/map");
    await page.getByRole("button", { name: "Graph" }).click();
    await page.locator(".map .missing").first().waitFor({ state: "attached" });
    assert.deepEqual(await violations(page), []);
    await shot(page, "sample-map-graph");
    // A missing grant leads to where it is given.
    await page.getByRole("button", { name: "Table" }).click();
    await page.getByRole("link", { name: "Go to the fix" }).first().click();
    await page.getByRole("heading", { name: "GET /pets" }).waitFor();
    await byTest(page, "grant").waitFor();
  });

  test("dark, and on a telephone", async () => {
    const state = await page.context().storageState();
    const wrong = [];
    for (const [name, options] of [
      ["dark", { colorScheme: "dark" }],
      ["narrow", { viewport: { width: 390, height: 844 } }],
    ]) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        storageState: state,
        ...options,
      });
      const other = await context.newPage();
      await other.goto(`${server.endpoint}/console/#/`);
      await other.getByRole("heading", { name: "What is running" }).waitFor();
      for (const [place, title] of [
        ...places(),
        [`#/apis/${api}/resources/${await methodPlace()}`, "method"],
      ]) {
        wrong.push(...(await inspect(other, place, `${name}-${title}`)));
      }
      await context.close();
    }
    assert.deepEqual(wrong, []);
  });

  test("the navigation is open where there is room, and stays as somebody left it", async () => {
    await visit(page, "#/");
    const start = page.getByRole("link", { name: "Requests", exact: true });
    await start.first().waitFor();
    await page.getByRole("button", { name: "Close navigation" }).click();
    await start.first().waitFor({ state: "hidden" });
    await page.reload();
    await page.getByRole("heading", { name: "What is running" }).waitFor();
    assert.equal(await start.first().isVisible(), false);
    await page.getByRole("button", { name: "Open navigation" }).click();
    await start.first().waitFor();
    await page.setViewportSize({ width: 700, height: 900 });
    await start.first().waitFor({ state: "hidden" });
    await page.setViewportSize({ width: 1280, height: 900 });
    await start.first().waitFor();
  });

  test("the keyboard", async () => {
    await visit(page, "#/requests");
    await byTest(page, "request-row").first().waitFor();
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "INPUT");
    await page.keyboard.type("refused");
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await page.keyboard.press("j");
    const selected = page.locator(".list-row[aria-selected=true]");
    await selected.waitFor();
    const first = await selected.getAttribute("href");
    await page.keyboard.press("j");
    await until("the next is chosen", async () => (await selected.getAttribute("href")) !== first);
    await page.keyboard.press("k");
    await until("the first is chosen", async () => (await selected.getAttribute("href")) === first);
    await page.keyboard.press("r");
    await byTest(page, "replay-form").waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog").getByText("Next request").waitFor();
    await page.getByRole("button", { name: "Close" }).last().click();
  });

  test("nothing left for another host", () => {
    assert.deepEqual(trouble, []);
  });
});

async function methodPlace() {
  await visit(page, `#/apis/${api}`);
  await page.getByRole("button", { name: "GET /pets" }).click();
  await page.waitForURL(/resources\/[a-z0-9]+\/GET/);
  return /resources\/(.+)$/.exec(page.url())?.[1] ?? "";
}
