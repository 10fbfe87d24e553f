// @ts-check
// What else people do: stage variables, a role instead of a grant, templates, tests, logs, IAM.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { byTest, client, shot, signedIn, startBrowser, startServer, until, visit } from "./kit.mjs";

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

async function call(api, stage, path, headers = {}) {
  const url = `${server.endpoint}/restapis/${api}/${stage}/_user_request_${path}`;
  const response = await fetch(url, { headers });
  return { status: response.status, body: await response.text() };
}

async function createFunction(name) {
  await visit(page, "#/functions");
  await byTest(page, "create-function").first().click();
  await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill(name);
  await byTest(page, "confirm").click();
  await page.getByRole("heading", { name, exact: true }).waitFor();
}

async function createApi(name) {
  await visit(page, "#/apis");
  await byTest(page, "create-api").first().click();
  await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill(name);
  await byTest(page, "confirm").click();
  await page.waitForURL(/apis\/[a-z0-9]+$/);
  return /apis\/([a-z0-9]+)/.exec(page.url())?.[1] ?? "";
}

async function mockMethod(verb) {
  await byTest(page, "create-method").click();
  const dialog = page.getByRole("dialog").first();
  await dialog.getByRole("button", { name: /^Method/ }).click();
  await page.getByRole("option", { name: verb, exact: true }).click();
  await dialog.getByRole("button", { name: /Integration type/ }).click();
  await page.getByRole("option", { name: /Mock/ }).click();
  await byTest(page, "confirm").click();
  await byTest(page, "save-integration").waitFor();
}

async function deploy(stage) {
  await byTest(page, "deploy").click();
  const dialog = page.getByRole("dialog");
  const choose = dialog.getByRole("button", { name: /^Stage/ });
  if (!(await dialog.getByLabel("Name of the new stage").isVisible())) {
    await choose.click();
    const known = page.getByRole("option", { name: stage, exact: true });
    await ((await known.count()) > 0 ? known : page.getByRole("option", { name: "New stage" })).click();
  }
  if (await dialog.getByLabel("Name of the new stage").isVisible()) {
    await dialog.getByLabel("Name of the new stage").fill(stage);
  }
  await byTest(page, "confirm").click();
  await dialog.waitFor({ state: "hidden" });
}

test("with stage variables, the dialog has one row for each function", async () => {
  await createFunction("blue");
  await createFunction("green");
  const api = await createApi("colours");
  await mockMethod("OPTIONS");
  await deploy("prod");
  await deploy("dev");
  await page.getByRole("tab", { name: "Stages" }).click();
  for (const [stage, fn] of [
    ["dev", "green"],
    ["prod", "blue"],
  ]) {
    const box = page.locator("[data-testid=stage]").filter({
      has: page.getByRole("heading", { name: stage, exact: true }),
    });
    await box.getByRole("button", { name: "Add variable" }).click();
    await box.getByRole("textbox", { name: "Stage variables: Name" }).fill("fn");
    await box.getByRole("textbox", { name: "Stage variables: Value" }).fill(fn);
    await box.getByRole("button", { name: "Save" }).click();
    await page.getByText("The stage is saved.").first().waitFor();
    await page.getByRole("button", { name: "Dismiss" }).first().click();
  }
  await visit(page, `#/apis/${api}/resources`);
  await page.getByRole("button", { name: "/", exact: true }).click();
  await byTest(page, "create-method").click();
  const dialog = page.getByRole("dialog").first();
  await dialog.getByRole("combobox", { name: "Lambda function" }).fill("${stageVariables.fn}");
  await byTest(page, "confirm").click();
  await byTest(page, "permission-row").first().waitFor();
  assert.equal(await byTest(page, "permission-row").count(), 2);
  await page.getByRole("radio", { name: /in the stages that there are/ }).check();
  await page.getByRole("checkbox", { name: /Allow the test button/ }).check();
  await shot(page, "permission-stage-variables");
  const texts = await byTest(page, "permission-row").allTextContents();
  const of = (name) => texts.find((text) => text.includes(`:function:${name}`)) ?? "";
  assert.match(of("blue"), /\/prod\/GET\//);
  assert.doesNotMatch(of("blue"), /\/dev\/GET\//);
  assert.match(of("green"), /\/dev\/GET\//);
  assert.match(of("green"), /\/test-invoke-stage\/GET\//);
  await byTest(page, "permission-confirm").click();
  await byTest(page, "permission-row").first().waitFor({ state: "hidden" });
  await byTest(page, "save-integration").waitFor();
  await deploy("prod");
  await deploy("dev");
  assert.equal((await call(api, "prod", "/")).status, 200);
  assert.equal((await call(api, "dev", "/")).status, 200);
});

test("a role instead: its trust and its policy are shown, and the function's policy stays", async () => {
  await createFunction("roled");
  const api = await createApi("roles");
  await byTest(page, "create-method").click();
  const dialog = page.getByRole("dialog").first();
  await dialog.getByRole("combobox", { name: "Lambda function" }).fill("roled");
  await byTest(page, "confirm").click();
  await byTest(page, "permission-row").waitFor();
  await page.getByRole("tab", { name: "Use a role instead" }).click();
  await page.getByLabel("Name of the role").fill("gateway-role");
  await page.getByText('"Service": "apigateway.amazonaws.com"').waitFor();
  await byTest(page, "permission-confirm").click();
  await byTest(page, "save-integration").waitFor();
  await deploy("prod");
  assert.equal((await call(api, "prod", "/")).status, 200);
  await visit(page, "#/functions/roled/permissions");
  await page.getByText("Nobody was granted anything").waitFor();
  await visit(page, "#/iam/roles/gateway-role");
  await page.getByText("lambda:InvokeFunction").first().waitFor();
  await byTest(page, "simulate").click();
  await page.getByRole("cell", { name: "Not allowed by any statement" }).first().waitFor();
  await shot(page, "iam-role-simulation");
});

test("a grant for the whole API, without the account: exactly what was shown", async () => {
  await createFunction("wide");
  const api = await createApi("wide");
  await byTest(page, "create-method").click();
  await page.getByRole("dialog").first().getByRole("combobox", { name: "Lambda function" }).fill("wide");
  await byTest(page, "confirm").click();
  const row = byTest(page, "permission-row");
  await row.waitFor();
  // There is no stage yet, so that nothing can be bound to one.
  assert.ok(await page.getByRole("radio", { name: /in the stages that there are/ }).isDisabled());
  assert.match((await row.textContent()) ?? "", /AWS:SourceAccount/);
  await page.getByRole("radio", { name: /The whole API/ }).check();
  await page.getByText("Every method and authorizer of the API").waitFor();
  await page.getByRole("checkbox", { name: /SourceAccount/ }).uncheck();
  const shown = (await row.locator(".diff-added").allTextContents()).map((line) => line.replace(/^\+/, ""));
  await byTest(page, "permission-confirm").click();
  await byTest(page, "save-integration").waitFor();
  const held = await client(server).rest("lambda", "GET", "/2015-03-31/functions/wide/policy");
  const [statement] = JSON.parse(held.Policy).Statement;
  assert.deepEqual(JSON.parse(shown.join("\n")).Statement[0], statement);
  assert.deepEqual(Object.keys(statement.Condition), ["ArnLike"]);
  assert.match(statement.Condition.ArnLike["AWS:SourceArn"], new RegExp(`:${api}/\\*$`));
});

test("a role that is there already: what changes in its trust is shown, and done", async () => {
  await createFunction("borrowed");
  const root = client(server);
  const trust = (service) =>
    JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
    });
  await root.iam("CreateRole", {
    RoleName: "known",
    AssumeRolePolicyDocument: trust("lambda.amazonaws.com"),
  });
  const api = await createApi("borrowed");
  await byTest(page, "create-method").click();
  await page.getByRole("dialog").first().getByRole("combobox", { name: "Lambda function" }).fill("borrowed");
  await byTest(page, "confirm").click();
  await byTest(page, "permission-row").waitFor();
  await page.getByRole("tab", { name: "Use a role instead" }).click();
  const choose = async () => {
    await page.getByRole("button", { name: /^Role/ }).click();
    await page.getByRole("option", { name: /known/ }).click();
  };
  await choose();
  const added = page.getByRole("region", { name: "Trust policy" }).locator(".diff-added");
  await added.filter({ hasText: "apigateway.amazonaws.com" }).waitFor();
  await shot(page, "permission-known-role");
  await byTest(page, "permission-cancel").click();
  // Cancel left nothing behind: neither in the role nor in the API.
  assert.doesNotMatch(decodeURIComponent(await root.iam("GetRole", { RoleName: "known" })), /apigateway/);
  await page.reload();
  await page.getByText("There is no method here yet").waitFor();
  await byTest(page, "create-method").click();
  await page.getByRole("dialog").first().getByRole("combobox", { name: "Lambda function" }).fill("borrowed");
  await byTest(page, "confirm").click();
  await byTest(page, "permission-row").waitFor();
  await page.getByRole("tab", { name: "Use a role instead" }).click();
  await choose();
  await byTest(page, "permission-confirm").click();
  await byTest(page, "save-integration").waitFor();
  await deploy("prod");
  assert.equal((await call(api, "prod", "/")).status, 200);
  const changed = decodeURIComponent(await root.iam("GetRole", { RoleName: "known" }));
  assert.match(changed, /lambda\.amazonaws\.com[^]*apigateway\.amazonaws\.com/);
});

test("a template is rendered while one types, and saved", async () => {
  await createApi("templates");
  await mockMethod("GET");
  const template = page.getByRole("textbox", { name: "Template", exact: true });
  await template.fill(`{"statusCode": 200, "name": "$input.path('$.name')"}`);
  await byTest(page, "rendered").getByText('"cat"').waitFor();
  await template.fill("#if($x)");
  await byTest(page, "rendered").getByText(/end/i).waitFor();
  await template.fill('{"statusCode": 200}');
  await template.fill('{"statusCode": 201}');
  await byTest(page, "save-template").click();
  await page.getByText("The template is saved").waitFor();
  await shot(page, "template-editor");
});

test("a function is tested, changed, configured and published", async () => {
  await createFunction("worker");
  await page.getByRole("tab", { name: "Test" }).click();
  await byTest(page, "invoke").click();
  await byTest(page, "invoke-outcome").getByText("Succeeded").waitFor();
  await page.getByRole("tab", { name: "Code" }).click();
  const editor = page.getByRole("textbox", { name: "Code" });
  await until("the code is read", async () => (await editor.inputValue()).includes("def handler"));
  await editor.fill("def handler(event, context):\n    print('marked line')\n    return 'changed'\n");
  // Another tab does not take away what was typed.
  await page.getByRole("tab", { name: "Configuration" }).click();
  await page.getByLabel("Timeout in seconds").waitFor();
  await page.getByRole("tab", { name: "Code" }).click();
  await byTest(page, "save-code").click();
  await page.getByText("The code is deployed").waitFor();
  await page.getByRole("tab", { name: "Configuration" }).click();
  await page.getByLabel("Timeout in seconds").fill("7");
  await byTest(page, "save-configuration").click();
  await page.getByText("The configuration is saved").waitFor();
  await page.getByRole("tab", { name: "Test" }).click();
  await byTest(page, "invoke").click();
  await byTest(page, "invoke-outcome").getByText('"changed"').waitFor();
  await page.getByRole("tab", { name: "Logs" }).click();
  await byTest(page, "log").getByText("marked line").waitFor();
  await page.getByRole("tab", { name: "Versions", exact: true }).click();
  await page.getByRole("button", { name: "Publish version" }).click();
  await byTest(page, "confirm").click();
  await page.getByRole("rowheader", { name: "1", exact: true }).first().waitFor();
  await page.getByRole("button", { name: "Create alias" }).click();
  await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill("live");
  await byTest(page, "confirm").click();
  await page.getByRole("rowheader", { name: "live" }).first().waitFor();
});

test("what went in and came out is shown from the execution log", async () => {
  await createFunction("logged");
  const api = await createApi("logged");
  await byTest(page, "create-method").click();
  await page.getByRole("dialog").first().getByRole("combobox", { name: "Lambda function" }).fill("logged");
  await byTest(page, "confirm").click();
  await byTest(page, "permission-confirm").click();
  await byTest(page, "save-integration").waitFor();
  await deploy("prod");
  await page.getByRole("tab", { name: "Stages" }).click();
  await page.getByRole("button", { name: "Turn the execution log on" }).click();
  await byTest(page, "confirm").click();
  await page.getByText("The execution log is on").waitFor();
  assert.equal((await call(api, "prod", "/?q=1")).status, 200);
  await visit(page, "#/requests");
  await byTest(page, "request-row").first().click();
  await byTest(page, "exchange").getByText("from Python").first().waitFor();
  await shot(page, "request-exchange");
});

test("inputs and outputs of each step are kept from when somebody asks for it", async () => {
  await visit(page, "#/");
  await byTest(page, "load-sample").click();
  await page.getByRole("heading", { name: "pets", exact: true }).waitFor();
  const api = /apis\/([a-z0-9]+)/.exec(page.url())?.[1] ?? "";
  const secret = "Bearer wrong-door-0123456789";
  await call(api, "prod", "/pets", { authorization: secret });
  await visit(page, "#/requests");
  await byTest(page, "request-row").first().click();
  await byTest(page, "exchange").getByText("Nothing was kept of this request").waitFor();
  await byTest(page, "turn-traces-on").click();
  await page.getByText("are kept from now on").waitFor();
  // The authorizer may not be invoked yet: what came in is kept all the same, and the answer.
  await call(api, "prod", "/pets", { authorization: secret, "x-note": "first, with a comma" });
  await visit(page, "#/requests");
  await until("the second is there", async () => (await byTest(page, "request-row").count()) > 1);
  await byTest(page, "request-row").first().click();
  const exchange = byTest(page, "exchange");
  await exchange.getByText("x-note: first, with a comma").waitFor();
  await exchange.getByText('"message": null').waitFor();
  assert.doesNotMatch((await exchange.textContent()) ?? "", /wrong-door/);
  // Allowed, with authorizer and backend: every step has its input beside its output.
  await byTest(page, "fix").click();
  for (const fn of ["authorizer", "pets"]) {
    await byTest(page, "permission-row").getByText(`function:${fn}`).first().waitFor();
    await byTest(page, "permission-confirm").click();
  }
  await page.getByText("The grant is added: replay the request.").waitFor();
  const open = await call(api, "prod", "/pets", { authorization: "Bearer open-sesame", "x-note": "second" });
  assert.equal(open.status, 200);
  await visit(page, "#/requests");
  await until("the third is there", async () => (await byTest(page, "request-row").first().textContent())?.includes("200"));
  await byTest(page, "request-row").first().click();
  const side = (name) => exchange.getByRole("region", { name, exact: true });
  await side("What the authorizer was given").getByText('"methodArn"').waitFor();
  await side("What the authorizer said").getByText('"policyDocument"').waitFor();
  await side("What the backend was given").getByText('"x-note": "second"').waitFor();
  await side("What the backend answered").getByText('"statusCode": 200').waitFor();
  await side("What the client got").getByText("pets").first().waitFor();
  assert.doesNotMatch((await exchange.textContent()) ?? "", /open-sesame/);
  assert.ok((await byTest(page, "step-exchange").count()) >= 4);
  await shot(page, "request-traced");
  // The replay knows the headers but for the secret one.
  await byTest(page, "replay").click();
  const headers = page.getByRole("textbox", { name: "Headers" });
  assert.match(await headers.inputValue(), /x-note: second\n(.*\n)*Authorization: $/);
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Share as HTML" }).click();
  const file = readFileSync(await (await downloading).path(), "utf8");
  assert.match(file, /What the authorizer was given/);
  await visit(page, "#/requests");
  await page.getByRole("checkbox", { name: "Keep inputs and outputs" }).uncheck();
});

test("a request is replayed, and shared as one file without a script", async () => {
  const api = await createApi("again");
  await mockMethod("GET");
  await deploy("prod");
  assert.equal((await call(api, "prod", "/")).status, 200);
  await visit(page, "#/requests");
  await byTest(page, "request-row").first().click();
  await byTest(page, "replay").click();
  await byTest(page, "send-replay").click();
  await byTest(page, "replay-outcome").getByText("200").first().waitFor();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Share as HTML" }).click();
  const file = readFileSync(await (await downloading).path(), "utf8");
  assert.match(file, /<svg/);
  assert.doesNotMatch(file, /<script/i);
});

test("what an authorizer remembers is seen and forgotten", async () => {
  await visit(page, "#/");
  await byTest(page, "load-sample").click();
  await page.getByRole("heading", { name: "pets", exact: true }).waitFor();
  const api = /apis\/([a-z0-9]+)/.exec(page.url())?.[1] ?? "";
  await page.getByRole("tab", { name: "Authorizers" }).click();
  await byTest(page, "grant-authorizer").click();
  await byTest(page, "permission-confirm").click();
  await byTest(page, "permission-row").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Edit: bearer" }).click();
  await page.getByLabel("Seconds that a policy is cached").fill("300");
  await byTest(page, "confirm").click();
  await page.getByText("The authorizer bearer is saved").waitFor();
  await deploy("prod");
  await call(api, "prod", "/pets", { authorization: "Bearer wrong-door" });
  await page.getByRole("tab", { name: "Stages" }).click();
  const cache = byTest(page, "authorizer-cache");
  await cache.getByText("bearer").waitFor();
  await cache.getByRole("button", { name: "Flush authorizer cache" }).click();
  await byTest(page, "confirm").click();
  await cache.getByText("No authorizer remembers a policy").waitFor();
  assert.deepEqual(trouble, []);
});
