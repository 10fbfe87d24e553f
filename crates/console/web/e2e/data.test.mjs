// @ts-check
// Pages with what people have on them: keys and plans, models and validators, gateway responses,
// stages with settings, users and policies, functions from a zip file and from a folder, statements
// that are too many. Each is made by clicking, looked at, and seen again by another client.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import {
  byTest,
  client,
  darkTelephone,
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
let small;
let root;
let folder;
let queues;

/** A queue service in which every queue is there and empty. */
function emptyQueues() {
  const queues = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "application/x-amz-json-1.0" });
    response.end("{}");
  });
  return new Promise((resolve) => {
    queues.listen(0, "127.0.0.1", () => resolve(queues));
  });
}

before(async () => {
  queues = await emptyQueues();
  server = await startServer("--upstream", `sqs=http://127.0.0.1:${queues.address().port}`);
  browser = await startBrowser();
  ({ page, trouble } = await signedIn(browser, server));
  root = client(server);
  folder = mkdtempSync(join(tmpdir(), "console-"));
});

after(async () => {
  await browser?.close();
  await server?.stop();
  queues?.closeAllConnections();
  queues?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** An API with one method that answers by itself, deployed to `prod`. */
async function mockApi(name) {
  const api = await root.rest("apigateway", "POST", "/restapis", { name });
  const { item } = await root.rest("apigateway", "GET", `/restapis/${api.id}/resources`);
  const method = `/restapis/${api.id}/resources/${item[0].id}/methods/GET`;
  await root.rest("apigateway", "PUT", method, { authorizationType: "NONE" });
  await root.rest("apigateway", "PUT", `${method}/responses/200`, {});
  await root.rest("apigateway", "PUT", `${method}/integration`, {
    type: "MOCK",
    requestTemplates: { "application/json": '{"statusCode": 200}' },
  });
  await root.rest("apigateway", "PUT", `${method}/integration/responses/200`, {});
  await root.rest("apigateway", "POST", `/restapis/${api.id}/deployments`, { stageName: "prod" });
  return api.id;
}

async function call(api, headers = {}) {
  const url = `${server.endpoint}/restapis/${api}/prod/_user_request_/`;
  return (await fetch(url, { headers })).status;
}

/** A page as it is here, and on a dark telephone. */
async function look(place, name) {
  assert.deepEqual(await inspect(page, place, `data-${name}`), []);
  small ??= await darkTelephone(browser, page);
  // What it read before is old by now.
  await visit(small, "#/");
  assert.deepEqual(await inspect(small, place, `data-small-${name}`), []);
}

test("a usage plan with a key, from nothing to a refused call and back", async () => {
  const api = await mockApi("metered");
  const { item } = await root.rest("apigateway", "GET", `/restapis/${api}/resources`);
  await visit(page, `#/apis/${api}/resources/${item[0].id}/GET`);
  await byTest(page, "picture-method-request").click();
  await page.getByRole("checkbox", { name: "An API key is required" }).check();
  await byTest(page, "save-method").click();
  await page.getByText("The method is saved").waitFor();
  await byTest(page, "deploy").click();
  await byTest(page, "confirm").click();
  await page.getByText("The API is deployed to prod").waitFor();
  assert.equal(await call(api), 403);

  await visit(page, "#/plans");
  await page.getByRole("button", { name: "Create API key" }).click();
  await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill("partner");
  await byTest(page, "confirm").click();
  await page.getByRole("rowheader", { name: "partner" }).waitFor();
  await page.getByRole("button", { name: "Create usage plan" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill("basic");
  await dialog.getByLabel("Requests a second").fill("100");
  await dialog.getByLabel("Requests at once").fill("50");
  await dialog.getByLabel("Requests in a period").fill("1000");
  await dialog.getByRole("checkbox", { name: /metered.*prod/ }).check();
  await byTest(page, "confirm").click();
  await page.getByRole("rowheader", { name: "basic" }).waitFor();
  await page.getByRole("button", { name: "Attach key: basic" }).click();
  await byTest(page, "confirm").click();
  await page.getByRole("button", { name: "Detach: partner (basic)" }).waitFor();
  await look("#/plans", "plans");

  const [key] = (await root.rest("apigateway", "GET", "/apikeys?includeValues=true")).item;
  const plan = (await root.rest("apigateway", "GET", "/usageplans")).item[0];
  assert.deepEqual(plan.throttle, { burstLimit: 50, rateLimit: 100 });
  assert.deepEqual([plan.quota.limit, plan.quota.period], [1000, "DAY"]);
  assert.equal(await call(api, { "x-api-key": key.value }), 200);

  await page.getByRole("button", { name: "Show values" }).click();
  await page.getByText(key.value).waitFor();
  await page.getByRole("button", { name: "Disable: partner" }).click();
  await byTest(page, "confirm").click();
  await page.getByText("partner is disabled").waitFor();
  assert.equal(await call(api, { "x-api-key": key.value }), 403);
  await page.getByRole("button", { name: "Enable: partner" }).click();
  await byTest(page, "confirm").click();
  await page.getByText("partner is enabled").waitFor();

  await page.getByRole("button", { name: "Edit: basic" }).click();
  await dialog.getByLabel("Requests in a period").fill("");
  await dialog.getByRole("checkbox", { name: /metered.*prod/ }).uncheck();
  await byTest(page, "confirm").click();
  await dialog.waitFor({ state: "hidden" });
  const changed = (await root.rest("apigateway", "GET", "/usageplans")).item[0];
  assert.deepEqual([changed.quota, changed.apiStages ?? []], [undefined, []]);
  assert.equal(await call(api, { "x-api-key": key.value }), 403);
  await page.getByRole("button", { name: "Detach: partner (basic)" }).click();
  await byTest(page, "confirm").click();
  await page.getByRole("button", { name: "Delete: partner" }).click();
  await byTest(page, "confirm").click();
  await page.getByText("partner is deleted").waitFor();
  await page.getByRole("button", { name: "Delete: basic" }).click();
  await byTest(page, "confirm").click();
  await page.getByText("There is no usage plan yet").waitFor();
});

test("models, validators and gateway responses", async () => {
  const api = await mockApi("modelled");
  await visit(page, `#/apis/${api}/models`);
  await page.getByRole("button", { name: "Create model" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill("Cat");
  await byTest(page, "confirm").click();
  await page.getByRole("rowheader", { name: "Cat" }).waitFor();
  await page.getByRole("button", { name: "Edit: Cat" }).click();
  const schema = dialog.getByRole("textbox", { name: "Schema" });
  await schema.fill('{"type":"object","required":["tail"]}');
  await byTest(page, "confirm").click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Add request validator" }).click();
  await byTest(page, "confirm").click();
  await page.getByRole("rowheader", { name: "everything" }).waitFor();
  await look(`#/apis/${api}/models`, "models");
  const model = await root.rest("apigateway", "GET", `/restapis/${api}/models/Cat`);
  assert.match(model.schema, /"tail"/);

  await visit(page, `#/apis/${api}/responses`);
  await page.getByRole("button", { name: "Edit: MISSING_AUTHENTICATION_TOKEN" }).click();
  await dialog.getByLabel("Status").fill("404");
  await dialog.getByRole("button", { name: "Add header" }).click();
  await dialog.getByRole("textbox", { name: "Headers: Name" }).fill("gatewayresponse.header.x-hint");
  await dialog.getByRole("textbox", { name: "Headers: Value" }).fill("'look elsewhere'");
  await dialog.getByRole("textbox", { name: "Template" }).fill('{"no":"route"}');
  await byTest(page, "confirm").click();
  await page.getByRole("button", { name: "Delete: MISSING_AUTHENTICATION_TOKEN" }).waitFor();
  await look(`#/apis/${api}/responses`, "gateway-responses");
  await root.rest("apigateway", "POST", `/restapis/${api}/deployments`, { stageName: "prod" });
  const url = `${server.endpoint}/restapis/${api}/prod/_user_request_/nowhere`;
  const answer = await fetch(url);
  assert.deepEqual([answer.status, answer.headers.get("x-hint")], [404, "look elsewhere"]);
  assert.equal(await answer.text(), '{"no":"route"}');
});

test("a stage with variables, limits and logging", async () => {
  const api = await mockApi("staged");
  await visit(page, `#/apis/${api}/stages`);
  await page.getByRole("button", { name: "Turn the execution log on" }).click();
  await byTest(page, "confirm").click();
  await page.getByText("The execution log is on").waitFor();
  await page.getByRole("button", { name: "Settings: prod" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Description").fill("for customers");
  await dialog.getByLabel("Requests a second").fill("7");
  await dialog.getByLabel("Requests at once").fill("9");
  await dialog.getByRole("checkbox", { name: "Count each method by itself" }).check();
  await byTest(page, "confirm").click();
  await page.getByText("7 a second, 9 at once").waitFor();
  await page.getByRole("button", { name: "Add variable" }).click();
  await page.getByRole("textbox", { name: "Stage variables: Name" }).fill("colour");
  await page.getByRole("textbox", { name: "Stage variables: Value" }).fill("blue");
  await byTest(page, "stage").getByRole("button", { name: "Save" }).click();
  await until("it is saved", async () => {
    const stage = await root.rest("apigateway", "GET", `/restapis/${api}/stages/prod`);
    return stage.variables?.colour === "blue";
  });
  await look(`#/apis/${api}/stages`, "stages");
  const stage = await root.rest("apigateway", "GET", `/restapis/${api}/stages/prod`);
  const settings = stage.methodSettings["*/*"];
  assert.equal(stage.description, "for customers");
  assert.deepEqual(
    [settings.throttlingRateLimit, settings.throttlingBurstLimit, settings.loggingLevel],
    [7, 9, "INFO"],
  );
  assert.ok(settings.metricsEnabled && settings.dataTraceEnabled);
});

test("users with keys and policies, managed policies with versions, and simulations", async () => {
  await visit(page, "#/iam/users");
  await page.getByRole("button", { name: "Create user" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill("ann");
  await byTest(page, "confirm").click();
  await page.getByRole("heading", { name: "ann", exact: true }).waitFor();
  await page.getByRole("button", { name: "Create access key" }).click();
  await page.getByText("The secret is shown only now").waitFor();
  const text = (await byTest(page, "cli").first().textContent()) ?? "";
  const keys = {
    AWS_ACCESS_KEY_ID: /AWS_ACCESS_KEY_ID=(\w+)/.exec(text)?.[1] ?? "",
    AWS_SECRET_ACCESS_KEY: /AWS_SECRET_ACCESS_KEY='?([\w/+=]+?)'?(?:$|\s)/.exec(text)?.[1] ?? "",
  };
  assert.match(await client(server, keys).sts("GetCallerIdentity"), /user\/ann/);
  await page.getByRole("button", { name: "Add own policy" }).click();
  await dialog.getByLabel("Name", { exact: true }).fill("invokes");
  const editor = dialog.getByRole("textbox", { name: "Policy document" });
  const document = (action) =>
    JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: action, Resource: "*" }],
    });
  await editor.fill(document("lambda:InvokeFunktion"));
  await byTest(page, "findings").getByText("INVALID_ACTION").waitFor();
  await editor.fill(document("lambda:InvokeFunction"));
  await byTest(page, "findings").getByText("Nothing is wrong with it").waitFor();
  assert.deepEqual(await violations(page), []);
  await byTest(page, "confirm").click();
  await page.getByText('"lambda:InvokeFunction"').first().waitFor();
  await byTest(page, "simulate").click();
  await page.getByRole("cell", { name: "Allowed", exact: true }).waitFor();
  await page.getByRole("cell", { name: "Not allowed by any statement" }).waitFor();
  await settled(page);
  await shot(page, "data-iam-user");
  assert.deepEqual(await violations(page), []);
  await look("#/iam/users", "iam-users");

  await visit(page, "#/iam/policies");
  await page.getByRole("button", { name: "Create policy" }).click();
  await dialog.getByLabel("Name", { exact: true }).fill("readers");
  await editor.fill(document("lambda:GetFunction"));
  await byTest(page, "confirm").click();
  await page.getByRole("rowheader", { name: "readers" }).waitFor();
  await page.getByRole("button", { name: "Edit: readers" }).click();
  await until("it is read", async () => (await editor.inputValue()).includes("GetFunction"));
  await editor.fill(document("lambda:ListFunctions"));
  await byTest(page, "confirm").click();
  await page.getByRole("cell", { name: "v2" }).waitFor();
  await look("#/iam/policies", "iam-policies");
  await visit(page, "#/iam/users/ann");
  await page.getByRole("button", { name: "Attach managed policy" }).click();
  await dialog.getByLabel("ARN of the policy").fill("arn:aws:iam::aws:policy/ReadOnlyAccess");
  await byTest(page, "confirm").click();
  await page.getByRole("heading", { name: "ReadOnlyAccess" }).waitFor();
  await page.getByRole("button", { name: "Delete: ann" }).click();
  await byTest(page, "confirm").click();
  await page.getByText("There is no user yet").waitFor();
});

const CODE = "def handler(event, context):\n    return helper.answer()\n";

async function beginFunction(name) {
  await visit(page, "#/functions");
  await byTest(page, "create-function").first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByRole("button", { name: "Zip file or folder" }).click();
  return dialog;
}

async function answersFrom(name) {
  await byTest(page, "confirm").click();
  await page.getByRole("heading", { name, exact: true }).waitFor();
  await page.getByRole("tab", { name: "Test" }).click();
  await byTest(page, "invoke").click();
  await byTest(page, "invoke-outcome").getByText('"from the folder"').waitFor();
}

test("a function is made from a folder, and from a zip file", async () => {
  const code = join(folder, "code");
  mkdirSync(join(code, "parts"), { recursive: true });
  writeFileSync(join(code, "index.py"), `from parts import helper\n\n\n${CODE}`);
  writeFileSync(join(code, "parts/__init__.py"), "");
  writeFileSync(join(code, "parts/helper.py"), "def answer():\n    return 'from the folder'\n");
  const dialog = await beginFunction("from-folder");
  await dialog.locator("input[webkitdirectory]").setInputFiles(code);
  await dialog.getByText("3 files").waitFor();
  await answersFrom("from-folder");

  // What the server stored of it is a zip file that makes another function.
  const { Code: stored } = await root.rest("lambda", "GET", "/2015-03-31/functions/from-folder");
  const zip = join(folder, "code.zip");
  writeFileSync(zip, Buffer.from(await (await fetch(stored.Location)).arrayBuffer()));
  assert.equal(readFileSync(zip).subarray(0, 2).toString(), "PK");
  const again = await beginFunction("from-zip");
  await again.locator("input[accept='.zip']").setInputFiles(zip);
  await again.getByText(/code\.zip/).waitFor();
  await answersFrom("from-zip");

  // Dropped on the page.
  const dropped = await beginFunction("from-drop");
  const transfer = await page.evaluateHandle((base64) => {
    const raw = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([raw], "dropped.zip", { type: "application/zip" }));
    return data;
  }, readFileSync(zip).toString("base64"));
  await byTest(page, "archive-drop").dispatchEvent("drop", { dataTransfer: transfer });
  await dropped.getByText(/dropped\.zip/).waitFor();
  await answersFrom("from-drop");
});

test("provisioned concurrency of an alias, layers and event sources", async () => {
  const of = "/2015-03-31/functions/from-zip";
  await root.rest("lambda", "POST", `${of}/versions`, {});
  await root.rest("lambda", "POST", `${of}/aliases`, { Name: "live", FunctionVersion: "1" });
  await visit(page, "#/functions/from-zip/versions");
  await page.getByRole("button", { name: /^Provisioned concurrency live/ }).click();
  await page.getByRole("dialog").getByLabel("Provisioned concurrency").fill("1");
  await byTest(page, "confirm").click();
  await page.getByRole("button", { name: /live: .* of 1/ }).waitFor();
  await look("#/functions/from-zip/versions", "versions");
  const held = await root.rest("lambda", "GET", `/2019-09-30/functions/from-zip/provisioned-concurrency?Qualifier=live`);
  assert.equal(held.RequestedProvisionedConcurrentExecutions, 1);
  await page.getByRole("button", { name: /^Provisioned concurrency live/ }).click();
  await page.getByRole("dialog").getByLabel("Provisioned concurrency").fill("");
  await byTest(page, "confirm").click();
  await page.getByRole("button", { name: /live: None/ }).waitFor();

  const layer = await root.rest("lambda", "POST", "/2018-10-31/layers/tools/versions", {
    Content: { ZipFile: readFileSync(join(folder, "code.zip")).toString("base64") },
  });
  await visit(page, "#/functions/from-zip/configuration");
  await page.getByRole("textbox", { name: "Layers" }).fill(layer.LayerVersionArn);
  await byTest(page, "save-configuration").click();
  await page.getByText("The configuration is saved").waitFor();
  await look("#/functions/from-zip/configuration", "configuration");
  const now = await root.rest("lambda", "GET", `${of}/configuration`);
  assert.deepEqual(now.Layers.map((one) => one.Arn), [layer.LayerVersionArn]);

  await visit(page, "#/functions/from-zip/sources");
  await page.getByRole("button", { name: "Add event source" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("ARN of the queue").fill("arn:aws:sqs:us-east-1:000000000000:orders");
  await byTest(page, "confirm").click();
  // The role may not receive messages yet, and the server says so.
  await byTest(page, "problem").getByText(/ReceiveMessage/).waitFor();
  await root.iam("PutRolePolicy", {
    RoleName: "from-zip-execution",
    PolicyName: "queue",
    PolicyDocument: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "sqs:*", Resource: "*" }],
    }),
  });
  await byTest(page, "confirm").click();
  await page.getByRole("rowheader", { name: /orders/ }).waitFor();
  await look("#/functions/from-zip/sources", "event-sources");
  await page.getByRole("button", { name: /^Disable: .*orders/ }).click();
  await byTest(page, "confirm").click();
  await page.getByText(/orders is disabled/).waitFor();
  await page.getByRole("button", { name: /^Delete: .*orders/ }).click();
  await byTest(page, "confirm").click();
  await page.getByText("orders is deleted").waitFor();
});

test("long lists are searched, and a Swagger file is dropped on the list of APIs", async () => {
  for (let at = 0; at < 9; at += 1) {
    await root.rest("apigateway", "POST", "/restapis", { name: `api-${at}` });
  }
  await visit(page, "#/");
  await visit(page, "#/apis");
  await page.getByRole("link", { name: "api-8" }).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("api-3");
  await page.getByRole("link", { name: "api-8" }).waitFor({ state: "detached" });
  await page.getByRole("link", { name: "api-3" }).waitFor();
  await page.keyboard.type("nothing like it");
  await page.getByText("Nothing matches.").waitFor();
  await look("#/apis", "apis");
  const swagger = JSON.stringify({ swagger: "2.0", info: { title: "fallen", version: "1" }, paths: {} });
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "api.json", { type: "application/json" }));
    return data;
  }, swagger);
  await byTest(page, "apis").dispatchEvent("drop", { dataTransfer: transfer });
  await byTest(page, "confirm").click();
  await page.getByRole("heading", { name: "fallen" }).waitFor();
});

test("what the statements of a policy are worth, and fewer that say the same", async () => {
  const api = await root.rest("apigateway", "POST", "/restapis", { name: "many" });
  const of = `/restapis/${api.id}`;
  const { item } = await root.rest("apigateway", "GET", `${of}/resources`);
  const account = /<Account>(\d+)</.exec(await root.sts("GetCallerIdentity"))?.[1] ?? "";
  const arn = `arn:aws:lambda:us-east-1:${account}:function:from-zip`;
  for (const verb of ["GET", "POST"]) {
    const method = `${of}/resources/${item[0].id}/methods/${verb}`;
    await root.rest("apigateway", "PUT", method, { authorizationType: "NONE" });
    await root.rest("apigateway", "PUT", `${method}/integration`, {
      type: "AWS_PROXY",
      httpMethod: "POST",
      uri: `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`,
    });
  }
  await root.rest("apigateway", "POST", `${of}/deployments`, { stageName: "prod" });
  const source = `arn:aws:execute-api:us-east-1:${account}`;
  for (const [id, principal, sourceArn] of [
    ["narrow", "apigateway.amazonaws.com", `${source}:${api.id}/prod/GET/`],
    ["method", "apigateway.amazonaws.com", `${source}:${api.id}/*/GET/`],
    ["again", "apigateway.amazonaws.com", `${source}:${api.id}/*/GET/`],
    ["post", "apigateway.amazonaws.com", `${source}:${api.id}/*/POST/`],
    ["gone", "apigateway.amazonaws.com", `${source}:aaaaaaaaaa/*/GET/`],
    ["everybody", "apigateway.amazonaws.com", undefined],
    ["queue", "events.amazonaws.com", `arn:aws:events:us-east-1:${account}:rule/r`],
  ]) {
    await root.rest("lambda", "POST", "/2015-03-31/functions/from-zip/policy", {
      StatementId: id,
      Action: "lambda:InvokeFunction",
      Principal: principal,
      ...(sourceArn === undefined ? {} : { SourceArn: sourceArn }),
    });
  }
  await look("#/functions/from-zip/permissions", "permissions");
  const worth = async (id) =>
    byTest(page, "statement").filter({ hasText: `"Sid": "${id}"` }).getByTestId("worth").textContent();
  assert.match((await worth("narrow")) ?? "", /another statement|covers|grants all/i);
  assert.match((await worth("gone")) ?? "", /gone|not declared|no /i);
  assert.match((await worth("everybody")) ?? "", /every account/i);
  await page.getByRole("button", { name: "Delete: everybody" }).click();
  await byTest(page, "confirm").click();
  await page.getByText("everybody is deleted").waitFor();
  await byTest(page, "statement").filter({ hasText: '"Sid": "everybody"' }).waitFor({ state: "detached" });
  await settled(page);
  await byTest(page, "compact").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/the policy engine decided/).waitFor();
  await shot(page, "data-compact");
  assert.deepEqual(await violations(page), []);
  await byTest(page, "confirm").click();
  await page.getByText("The policy is compact").waitFor();
  await settled(page);
  const read = await root.rest("lambda", "GET", "/2015-03-31/functions/from-zip/policy");
  const sids = JSON.parse(read.Policy).Statement.map((one) => one.Sid);
  assert.ok(sids.length < 6 && !sids.includes("narrow"), sids.join(" "));
  await look("#/map", "map");
  await page.getByText("Every grant is there").waitFor();
});

test("what the role of a function could do, and what it did", async () => {
  await visit(page, "#/functions/from-zip/role");
  await settled(page);
  await byTest(page, "could-and-did").getByText("logs:CreateLogStream").first().waitFor();
  // A session of the role makes a call that it may not make.
  await root.iam("CreateUser", { UserName: "mover" });
  const key = await root.iam("CreateAccessKey", { UserName: "mover" });
  const held = (text, name) => new RegExp(`<${name}>(.*?)<`).exec(text)?.[1] ?? "";
  const keysOf = (text) => ({
    AWS_ACCESS_KEY_ID: held(text, "AccessKeyId"),
    AWS_SECRET_ACCESS_KEY: held(text, "SecretAccessKey"),
    ...(text.includes("<SessionToken>") ? { AWS_SESSION_TOKEN: held(text, "SessionToken") } : {}),
  });
  const account = held(await root.sts("GetCallerIdentity"), "Account");
  await root.iam("UpdateAssumeRolePolicy", {
    RoleName: "from-zip-execution",
    PolicyDocument: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" },
        {
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${account}:user/mover` },
          Action: "sts:AssumeRole",
        },
      ],
    }),
  });
  const made = await client(server, keysOf(key)).sts("AssumeRole", {
    RoleArn: `arn:aws:iam::${account}:role/from-zip-execution`,
    RoleSessionName: "tester",
  });
  const session = client(server, keysOf(made));
  await assert.rejects(session.rest("lambda", "GET", "/2015-03-31/functions"), /AccessDenied|not authorized/);
  await visit(page, "#/");
  await visit(page, "#/functions/from-zip/role");
  const did = byTest(page, "did");
  const row = (action) => did.getByRole("row").filter({ hasText: action });
  assert.match((await row("lambda:ListFunctions").textContent()) ?? "", /1.*1/);
  // The function was invoked before: its role wrote its log.
  await row("logs:PutLogEvents").first().waitFor();
  await look("#/functions/from-zip/role", "role");
});

test("nothing left for another host, and nothing went wrong", () => {
  assert.deepEqual(trouble, []);
});
