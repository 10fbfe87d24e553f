// @ts-check
// What goes wrong is said, and nothing is lost or overwritten by it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { byTest, client, newLink, signedIn, startBrowser, startServer, visit, watch } from "./kit.mjs";

const MARKUP = `<img src=x onerror="alert(1)"><script>alert(2)</script>`;

let server;
let browser;
let page;
let context;
let trouble;

before(async () => {
  server = await startServer();
  browser = await startBrowser();
  ({ page, context, trouble } = await signedIn(browser, server));
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function createApi(name) {
  await visit(page, "#/apis");
  await byTest(page, "create-api").first().click();
  await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill(name);
  await byTest(page, "confirm").click();
  await page.waitForURL(/apis\/[a-z0-9]+$/);
  return /apis\/([a-z0-9]+)/.exec(page.url())?.[1] ?? "";
}

async function createFunction(name) {
  await visit(page, "#/functions");
  await byTest(page, "create-function").first().click();
  await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill(name);
  await byTest(page, "confirm").click();
  await page.getByRole("heading", { name, exact: true }).waitFor();
}

test("a name with markup is a name", async () => {
  let alerted = false;
  page.once("dialog", (dialog) => {
    alerted = true;
    void dialog.dismiss();
  });
  await createApi(MARKUP);
  await page.getByRole("heading", { name: MARKUP }).waitFor();
  await visit(page, "#/apis");
  await page.getByRole("link", { name: MARKUP }).waitFor();
  assert.equal(await page.locator("main img, main script").count(), 0);
  assert.equal(alerted, false);
});

test("broken Swagger is refused in the server's words, and stays in the editor", async () => {
  await visit(page, "#/apis");
  await page.getByRole("button", { name: "Import" }).click();
  const editor = page.getByRole("textbox", { name: "Document (JSON or YAML)" });
  for (const broken of ['{"swagger":', "- just\n- a list", '{"swagger":"2.0","paths":{"/a":{"get":7}}}']) {
    await editor.fill(broken);
    await byTest(page, "confirm").click();
    await byTest(page, "problem").waitFor();
    assert.equal(await editor.inputValue(), broken);
  }
  await page.getByRole("button", { name: "Cancel" }).click();
});

test("a Swagger file that is dropped is imported, with its warnings", async () => {
  await visit(page, "#/apis");
  await page.getByRole("button", { name: "Import" }).click();
  const swagger = JSON.stringify({
    swagger: "2.0",
    info: { title: "dropped", version: "1" },
    securityDefinitions: {
      unconfigured: {
        type: "apiKey",
        name: "key",
        in: "header",
        "x-amazon-apigateway-authtype": "custom",
      },
    },
    paths: {
      "/a": {
        get: {
          responses: { 200: { description: "ok" } },
          "x-amazon-apigateway-integration": {
            type: "mock",
            requestTemplates: { "application/json": '{"statusCode":200}' },
            responses: { default: { statusCode: "200" } },
          },
        },
      },
    },
  });
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "api.json", { type: "application/json" }));
    return data;
  }, swagger);
  await byTest(page, "dropzone").dispatchEvent("drop", { dataTransfer: transfer });
  const editor = page.getByRole("textbox", { name: "Document (JSON or YAML)" });
  await page.waitForFunction(() => document.querySelector("textarea")?.value.includes("dropped"));
  assert.equal(await editor.inputValue(), swagger);
  await byTest(page, "confirm").click();
  await page.getByText("Imported with warnings").waitFor();
  await page.getByRole("listitem").filter({ hasText: "unconfigured" }).waitFor();
  await byTest(page, "confirm").click();
  await page.getByRole("heading", { name: "dropped" }).waitFor();
});

test("a huge policy is refused in IAM's words, and a wrong one is marked while one types", async () => {
  await visit(page, "#/iam/policies");
  await page.getByRole("button", { name: "Create policy" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill("huge");
  const editor = dialog.getByRole("textbox", { name: "Policy document" });
  await editor.fill('{"Version":"2012-10-17","Statement":[{"Effect":"Permit","Action":"x"}]}');
  await byTest(page, "findings").getByText("INVALID_EFFECT").waitFor();
  const resources = Array.from({ length: 4000 }, (_none, at) => `arn:aws:s3:::bucket-${at}/*`);
  const statement = [{ Effect: "Allow", Action: "s3:GetObject", Resource: resources }];
  await editor.fill(JSON.stringify({ Version: "2012-10-17", Statement: statement }));
  await byTest(page, "confirm").click();
  await byTest(page, "problem").getByText("LimitExceeded").waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
});

test("a grant is not added beside a policy that changed after it was shown", async () => {
  await createFunction("contested");
  const api = await createApi("contested");
  await byTest(page, "create-method").click();
  await page.getByRole("dialog").getByRole("combobox", { name: "Lambda function" }).fill("contested");
  await byTest(page, "confirm").click();
  await byTest(page, "permission-row").waitFor();
  await client(server).rest("lambda", "POST", "/2015-03-31/functions/contested/policy", {
    StatementId: "somebody-else",
    Action: "lambda:InvokeFunction",
    Principal: "events.amazonaws.com",
  });
  await byTest(page, "permission-confirm").click();
  await byTest(page, "problem").getByText("Changed meanwhile").waitFor();
  // It is shown anew, and then added.
  await byTest(page, "permission-row").getByText("somebody-else").waitFor();
  await byTest(page, "permission-confirm").click();
  await byTest(page, "permission-row").waitFor({ state: "hidden" });
  assert.match(page.url(), new RegExp(api));
});

test("of two tabs that change the same integration, the second is told", async () => {
  const api = await createApi("two-tabs");
  await byTest(page, "create-method").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /Integration type/ }).click();
  await page.getByRole("option", { name: /Mock/ }).click();
  await byTest(page, "confirm").click();
  await byTest(page, "save-integration").waitFor();
  const place = new URL(page.url()).hash;
  const second = await context.newPage();
  await second.goto(`${server.endpoint}/console/${place}`);
  await byTest(second, "save-integration").waitFor();
  const change = async (tab, uri) => {
    await tab.getByRole("button", { name: /Integration type/ }).click();
    await tab.getByRole("option", { name: /^HTTP/ }).click();
    await tab.getByLabel("Endpoint URI").fill(uri);
    await byTest(tab, "save-integration").click();
  };
  await change(page, "http://127.0.0.1:1/first");
  await page.getByText("The integration is saved").waitFor();
  await change(second, "http://127.0.0.1:1/second");
  await byTest(second, "problem").getByText("Changed meanwhile").waitFor();
  await second.getByRole("button", { name: "Try again" }).click();
  await second.close();
  await page.reload();
  await page.getByLabel("Endpoint URI").waitFor();
  assert.equal(await page.getByLabel("Endpoint URI").inputValue(), "http://127.0.0.1:1/first");
  assert.match(place, new RegExp(api));
});

/** A second tab of the same browser at a place. */
async function secondTab(place, shown) {
  const second = await context.newPage();
  second.setDefaultTimeout(20_000);
  await second.goto(`${server.endpoint}/console/${place}`);
  await shown(second).waitFor();
  return second;
}

const ALLOW = (action) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: action, Resource: "*" }],
  });

test("of two tabs that change the same policy of a role, the second is told", async () => {
  const root = client(server);
  await root.iam("CreateRole", {
    RoleName: "shared",
    AssumeRolePolicyDocument: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
    }),
  });
  await root.iam("PutRolePolicy", { RoleName: "shared", PolicyName: "own", PolicyDocument: ALLOW("logs:PutLogEvents") });
  const button = (tab) => tab.getByRole("button", { name: "Edit: own" });
  await visit(page, "#/iam/roles/shared");
  await button(page).click();
  const second = await secondTab("#/iam/roles/shared", button);
  await button(second).click();
  for (const [tab, action] of [
    [page, "logs:CreateLogStream"],
    [second, "logs:CreateLogGroup"],
  ]) {
    await tab.getByRole("dialog").getByRole("textbox", { name: "Policy document" }).fill(ALLOW(action));
    await byTest(tab, "confirm").click();
    if (tab === page) {
      await page.getByText('"logs:CreateLogStream"').first().waitFor();
    }
  }
  await byTest(second, "problem").getByText("Changed meanwhile").waitFor();
  // What was typed is there still, and nothing was overwritten.
  assert.match(
    await second.getByRole("textbox", { name: "Policy document" }).inputValue(),
    /CreateLogGroup/,
  );
  const kept = decodeURIComponent(await root.iam("GetRolePolicy", { RoleName: "shared", PolicyName: "own" }));
  assert.match(kept, /CreateLogStream/);
  await second.close();
});

test("of two tabs that change the same managed policy, trust, model or plan, the second is told", async () => {
  const root = client(server);
  const made = await root.iam("CreatePolicy", { PolicyName: "both", PolicyDocument: ALLOW("logs:PutLogEvents") });
  const arn = /<Arn>(.*?)</.exec(made)?.[1] ?? "";
  const api = await root.rest("apigateway", "POST", "/restapis", { name: "both" });
  await root.rest("apigateway", "POST", `/restapis/${api.id}/models`, {
    name: "Both",
    contentType: "application/json",
    schema: "{}",
  });
  const plan = await root.rest("apigateway", "POST", "/usageplans", { name: "both" });
  const rows = [
    {
      place: "#/iam/policies",
      edit: "Edit: both",
      fill: (dialog) => dialog.getByRole("textbox", { name: "Policy document" }).fill(ALLOW("logs:CreateLogGroup")),
      other: () =>
        root.iam("CreatePolicyVersion", {
          PolicyArn: arn,
          PolicyDocument: ALLOW("logs:CreateLogStream"),
          SetAsDefault: "true",
        }),
    },
    {
      place: "#/iam/roles/shared",
      edit: "Edit",
      fill: (dialog) =>
        dialog.getByRole("textbox", { name: "Trust policy" }).fill('{"Version":"2012-10-17","Statement":[]}'),
      other: () =>
        root.iam("UpdateAssumeRolePolicy", {
          RoleName: "shared",
          PolicyDocument: JSON.stringify({
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Principal: { Service: "apigateway.amazonaws.com" }, Action: "sts:AssumeRole" }],
          }),
        }),
    },
    {
      place: `#/apis/${api.id}/models`,
      edit: "Edit: Both",
      fill: (dialog) => dialog.getByRole("textbox", { name: "Schema" }).fill('{"type":"string"}'),
      other: () =>
        root.rest("apigateway", "PATCH", `/restapis/${api.id}/models/Both`, {
          patchOperations: [{ op: "replace", path: "/schema", value: '{"type":"object"}' }],
        }),
    },
    {
      place: "#/plans",
      edit: "Edit: both",
      fill: (dialog) => dialog.getByLabel("Name", { exact: true }).fill("mine"),
      other: () =>
        root.rest("apigateway", "PATCH", `/usageplans/${plan.id}`, {
          patchOperations: [{ op: "replace", path: "/name", value: "theirs" }],
        }),
    },
  ];
  for (const { place, edit, fill, other } of rows) {
    await visit(page, place);
    await page.getByRole("button", { name: edit, exact: true }).first().click();
    const dialog = page.getByRole("dialog");
    // What is edited is read first.
    await byTest(page, "loading").waitFor({ state: "detached" });
    await fill(dialog);
    await other();
    await byTest(page, "confirm").click();
    await byTest(page, "problem").getByText("Changed meanwhile").waitFor();
    await dialog.getByRole("button", { name: "Cancel" }).click();
  }
});

test("a page of another origin, and a page of an API, can do nothing", async () => {
  const other = await startServer();
  const foreign = await context.newPage();
  await foreign.goto(`${other.endpoint}/_portcullis/health`);
  const attempt = (address) =>
    foreign.evaluate(async (url) => {
      try {
        const answer = await fetch(url, { method: "POST", credentials: "include", body: "{}" });
        return answer.status;
      } catch {
        return "refused";
      }
    }, address);
  assert.equal(await attempt(`${server.endpoint}/console/credentials`), "refused");
  assert.equal(await attempt(`${server.endpoint}/_portcullis/reset`), "refused");
  await foreign.close();
  await other.stop();
  // An API on the console's own origin is shown in an origin of its own.
  const apiPage = await context.newPage();
  const answer = await apiPage.goto(`${server.endpoint}/restapis/none/prod/_user_request_/`);
  assert.match(answer?.headers()["content-security-policy"] ?? "", /^sandbox/);
  assert.equal(await apiPage.evaluate(() => globalThis.origin), "null");
  await apiPage.close();
});

test("a name that strangers could point at this machine is refused", async () => {
  const { port } = new URL(server.endpoint);
  const rebound = await startBrowser(["--host-resolver-rules=MAP evil.example 127.0.0.1"]);
  const victim = await rebound.newPage();
  const answer = await victim.goto(`http://evil.example:${port}/console/`);
  assert.equal(answer?.status(), 403);
  await rebound.close();
});

test("no key is kept where another page could read it", async () => {
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie]));
  assert.doesNotMatch(kept, /ASIA|AKIA|portcullis-console/);
});

test("a session that ends is told, and a new link goes on in the same place", async () => {
  await visit(page, "#/functions");
  await page.getByRole("heading", { name: "Functions" }).waitFor();
  await context.clearCookies();
  await page.reload();
  await page.getByRole("heading", { name: "Sign in to Portcullis" }).waitFor();
  const link = await newLink(server);
  await page.goto(link);
  await page.getByRole("heading", { name: "Functions" }).waitFor();
  // A link works once.
  const again = await browser.newContext();
  const late = await again.newPage();
  watch(late, server);
  await late.goto(link);
  await late.getByText("the link was used already").waitFor();
  await again.close();
});

test("a server that stops meanwhile is told, and nothing typed is lost", async () => {
  await visit(page, "#/apis");
  await byTest(page, "create-api").first().click();
  const name = page.getByRole("dialog").getByLabel("Name", { exact: true });
  await name.fill("typed before");
  await server.stop();
  await byTest(page, "confirm").click();
  await byTest(page, "problem").getByText("The server does not answer").waitFor();
  assert.equal(await name.inputValue(), "typed before");
  assert.deepEqual(trouble, []);
});
