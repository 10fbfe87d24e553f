// @ts-check
// The story of the console by clicking only: an authorizer and a backend are made, the dialog shows
// the grant that each asks for, cancel leaves nothing behind, confirm opens the way, and taking the
// grant away closes it again.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { byTest, shot, signedIn, startBrowser, startServer, until, visit } from "./kit.mjs";

let server;
let browser;
let page;
let trouble;

before(async () => {
  server = await startServer();
  browser = await startBrowser();
  ({ page, trouble } = await signedIn(browser, server));
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function call(api, path, headers = {}) {
  const response = await fetch(`${server.endpoint}/restapis/${api}/prod/_user_request_${path}`, {
    headers,
  });
  return { status: response.status, body: await response.text() };
}

async function createFunction(name, sample) {
  await visit(page, "#/functions");
  await byTest(page, "create-function").first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  if (sample) {
    await dialog.getByRole("button", { name: "Sample authorizer" }).click();
  }
  await byTest(page, "confirm").click();
  await page.getByRole("heading", { name, exact: true }).waitFor();
}

async function deploy() {
  await byTest(page, "deploy").click();
  const dialog = page.getByRole("dialog");
  const name = dialog.getByLabel("Name of the new stage");
  if (await name.isVisible()) {
    await name.fill("prod");
  }
  await byTest(page, "confirm").click();
  await dialog.waitFor({ state: "hidden" });
}

/** The policy of a function, as its Permissions tab shows it. */
async function statements(name) {
  await visit(page, `#/functions/${name}/permissions`);
  await byTest(page, "budget").first().waitFor();
  return byTest(page, "statement").count();
}

test("the whole story by clicking only", async () => {
  await createFunction("gatekeeper", true);
  await createFunction("pets", false);

  // An API with one resource.
  await visit(page, "#/apis");
  await byTest(page, "create-api").first().click();
  await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill("zoo");
  await byTest(page, "confirm").click();
  await page.getByRole("heading", { name: "zoo" }).waitFor();
  const api = /apis\/([a-z0-9]+)/.exec(page.url())?.[1] ?? "";
  await byTest(page, "create-resource").click();
  await page.getByLabel("Path part").fill("pets");
  await byTest(page, "confirm").click();
  await page.getByRole("heading", { name: "/pets" }).waitFor();

  // The authorizer: cancel leaves nothing behind.
  await page.getByRole("tab", { name: "Authorizers" }).click();
  const makeAuthorizer = async () => {
    await byTest(page, "create-authorizer").click();
    const dialog = page.getByRole("dialog").first();
    await dialog.getByLabel("Name", { exact: true }).fill("tokens");
    await dialog.getByRole("combobox", { name: "Lambda function" }).fill("gatekeeper");
    await dialog.getByLabel("Seconds that a policy is cached").fill("0");
    await byTest(page, "confirm").click();
    await byTest(page, "permission-row").waitFor();
  };
  await makeAuthorizer();
  await shot(page, "permission-authorizer");
  await byTest(page, "permission-cancel").click();
  await byTest(page, "permission-row").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByText("There is no authorizer yet").waitFor();
  assert.equal(await statements("gatekeeper"), 0);

  // Again, kept without the grant for now.
  await visit(page, `#/apis/${api}/authorizers`);
  await makeAuthorizer();
  await byTest(page, "permission-without").click();
  await byTest(page, "grant-authorizer").waitFor();

  // The backend: cancel leaves nothing behind either.
  await visit(page, `#/apis/${api}/resources`);
  await page.getByRole("button", { name: "/pets", exact: true }).click();
  await byTest(page, "create-method").click();
  const dialog = page.getByRole("dialog").first();
  await dialog.getByLabel("Authorization").click();
  await page.getByRole("option", { name: /tokens/ }).click();
  await dialog.getByRole("combobox", { name: "Lambda function" }).fill("pets");
  await byTest(page, "confirm").click();
  await byTest(page, "permission-row").waitFor();
  await byTest(page, "permission-cancel").click();
  await byTest(page, "permission-row").waitFor({ state: "hidden" });
  await page.reload();
  await page.getByRole("button", { name: "/pets", exact: true }).click();
  await page.getByText("There is no method here yet").waitFor();
  assert.equal(await statements("pets"), 0);

  // Kept without the grant: the API is deployed, and its calls are refused.
  await visit(page, `#/apis/${api}/resources`);
  await page.getByRole("button", { name: "/pets", exact: true }).click();
  await byTest(page, "create-method").click();
  await dialog.getByLabel("Authorization").click();
  await page.getByRole("option", { name: /tokens/ }).click();
  await dialog.getByRole("combobox", { name: "Lambda function" }).fill("pets");
  await byTest(page, "confirm").click();
  await byTest(page, "permission-without").click();
  await byTest(page, "grant").waitFor();
  await deploy();
  assert.equal((await call(api, "/pets", { authorization: "allow" })).status, 500);
  await shot(page, "method-refused");

  // The authorizer's grant, exactly as shown.
  await page.getByRole("tab", { name: "Authorizers" }).click();
  await byTest(page, "grant-authorizer").click();
  await grantAsShown("gatekeeper");
  assert.equal((await call(api, "/pets", { authorization: "allow" })).status, 500);

  // The backend's grant, exactly as shown; bound to the stage, with the test button beside it.
  await visit(page, `#/apis/${api}/resources`);
  await page.getByRole("button", { name: "GET /pets" }).click();
  await byTest(page, "grant").click();
  await byTest(page, "permission-row").waitFor();
  await shot(page, "permission-method");
  await grantAsShown("pets");
  const open = await call(api, "/pets", { authorization: "allow" });
  assert.equal(open.status, 200);
  assert.match(open.body, /from Python/);
  assert.equal((await call(api, "/pets")).status, 401);
  assert.equal((await call(api, "/pets", { authorization: "other" })).status, 401);

  // The test button, with its log.
  await visit(page, `#/apis/${api}/resources`);
  await page.getByRole("button", { name: "GET /pets" }).click();
  await byTest(page, "open-test").click();
  await byTest(page, "run-test").click();
  await byTest(page, "test-outcome").waitFor();
  assert.match((await byTest(page, "test-outcome").textContent()) ?? "", /Execution log for request/);
  await shot(page, "method-test");

  // The export holds no grant, and says so.
  await page.getByRole("button", { name: "Actions" }).first().click();
  await page.getByRole("menuitem", { name: "Export" }).click();
  await page.getByText("never holds the grants").waitFor();
  await page.getByText("x-amazon-apigateway-integration").first().waitFor();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  assert.match((await downloading).suggestedFilename(), /swagger\.json$/);
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).last().click();

  // The grant is seen with what it covers, and taken away.
  assert.equal(await statements("pets"), 1);
  assert.match((await byTest(page, "covers").textContent()) ?? "", /zoo: GET \/pets \(prod, test button\)/);
  await shot(page, "function-permissions");
  await byTest(page, "statement").getByRole("button", { name: /^Delete/ }).click();
  await byTest(page, "confirm").click();
  await page.getByText("Nobody was granted anything").waitFor();
  assert.equal((await call(api, "/pets", { authorization: "allow" })).status, 500);

  // What happened is seen, with the reason and the fix, which leads to the same dialog.
  await visit(page, "#/requests");
  await until("the refused request is listed", () => byTest(page, "request-row").count());
  await shot(page, "requests");
  await byTest(page, "request-row").first().click();
  await byTest(page, "why").getByText("Terraform").waitFor();
  await shot(page, "request-refused");
  await byTest(page, "fix").click();
  await grantAsShown("pets");
  assert.equal((await call(api, "/pets", { authorization: "allow" })).status, 200);

  assert.deepEqual(trouble, []);
});

/** Confirms the dialog, and compares the function's policy with what the dialog showed. */
async function grantAsShown(name) {
  const row = byTest(page, "permission-row");
  await row.waitFor();
  const lines = await row.locator(".diff-added").allTextContents();
  const shown = lines.map((line) => line.replace(/^\+/, "")).join("\n");
  const sid = /"Sid": "([^"]+)"/.exec(shown)?.[1] ?? "";
  assert.match(shown, /"AWS:SourceAccount": "\d{12}"/);
  await byTest(page, "permission-confirm").click();
  await row.waitFor({ state: "hidden" });
  const place = new URL(page.url()).hash;
  await visit(page, `#/functions/${name}/permissions`);
  const held = byTest(page, "statement").filter({ hasText: sid });
  await held.waitFor();
  const text = (await held.getByRole("region").textContent()) ?? "";
  const statement = JSON.parse(text);
  const document = shown.includes('"Version"') ? JSON.parse(shown).Statement.at(-1) : undefined;
  assert.deepEqual(statement, document ?? JSON.parse(shown.replace(/,\s*$/, "")));
  await visit(page, place);
}
