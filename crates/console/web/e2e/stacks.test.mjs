// @ts-check
// CloudFormation stacks: made from a template that asks for something, looked at, one that fails with
// its reason, and deleted.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  byTest,
  client,
  darkTelephone,
  inspect,
  shot,
  signedIn,
  startBrowser,
  startServer,
  until,
  violations,
  visit,
} from "./kit.mjs";

const TRUST = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
};

const TEMPLATE = {
  Description: "A function with its role",
  Parameters: { Greeting: { Type: "String", Default: "hello", Description: "What it says" } },
  Resources: {
    Role: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: TRUST } },
    Greeter: {
      Type: "AWS::Lambda::Function",
      Properties: {
        FunctionName: "greeter",
        Runtime: "python3.12",
        Handler: "index.handler",
        Role: { "Fn::GetAtt": ["Role", "Arn"] },
        Code: { ZipFile: "def handler(event, context):\n    return 'hi'\n" },
        Environment: { Variables: { GREETING: { Ref: "Greeting" } } },
      },
    },
  },
  Outputs: { Name: { Description: "Its name", Value: { Ref: "Greeter" } } },
};

let server;
let browser;
let page;
let trouble;
let small;
let root;

before(async () => {
  server = await startServer();
  browser = await startBrowser();
  ({ page, trouble } = await signedIn(browser, server));
  root = client(server);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** A page as it is here, and on a dark telephone. */
async function look(place, name) {
  assert.deepEqual(await inspect(page, place, `stacks-${name}`), []);
  small ??= await darkTelephone(browser, page);
  // What it read before is old by now.
  await visit(small, "#/");
  assert.deepEqual(await inspect(small, place, `stacks-small-${name}`), []);
}

async function begin(name, template) {
  await visit(page, "#/stacks");
  await byTest(page, "create-stack").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByRole("textbox", { name: "Template (JSON or YAML)" }).fill(template);
  return dialog;
}

test("without a stack, the next step is said", async () => {
  await look("#/stacks", "empty");
  await byTest(page, "empty").getByText("There is no stack yet").waitFor();
});

test("a template that can't be read is refused while one types", async () => {
  const dialog = await begin("broken", '{"Resources": {');
  await byTest(page, "template-verdict").locator("[class*=error]").first().waitFor();
  assert.ok(await byTest(page, "confirm").isDisabled());
  await dialog.getByRole("button", { name: "Cancel" }).click();
});

test("a stack asks for its parameters and for consent, is made, and shows what it made", async () => {
  const dialog = await begin("greeting", JSON.stringify(TEMPLATE));
  await dialog.getByText("The template can be read").waitFor();
  assert.ok(await byTest(page, "confirm").isDisabled(), "roles are made without consent");
  await dialog.getByLabel("Greeting").fill("good morning");
  await dialog.getByRole("checkbox", { name: /I agree: CAPABILITY_/ }).check();
  assert.deepEqual(await violations(page), []);
  await byTest(page, "confirm").click();
  await page.getByRole("heading", { name: "greeting", exact: true }).waitFor();
  await page.getByText("CREATE_COMPLETE").first().waitFor();
  await page.getByRole("rowheader", { name: "Name", exact: true }).waitFor();
  await page.getByRole("cell", { name: "good morning" }).waitFor();
  await look("#/stacks/greeting", "overview");
  await look("#/stacks/greeting/events", "events");
  await page.getByRole("cell", { name: "AWS::Lambda::Function" }).first().waitFor();
  await look("#/stacks/greeting/template", "template");
  await page.getByText('"Fn::GetAtt"').waitFor();
  await look("#/stacks/greeting/resources", "resources");
  await page.getByRole("link", { name: "greeter" }).click();
  await page.getByRole("heading", { name: "greeter", exact: true }).waitFor();
  const made = await root.rest("lambda", "GET", "/2015-03-31/functions/greeter/configuration");
  assert.equal(made.Environment.Variables.GREETING, "good morning");
  await look("#/stacks", "list");
});

test("what an update would change is shown before it does", async () => {
  await visit(page, "#/stacks/greeting");
  await byTest(page, "update-stack").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("The template can be read").waitFor();
  assert.equal(await dialog.getByLabel("Greeting").inputValue(), "good morning");
  await dialog.getByRole("checkbox", { name: /I agree/ }).check();
  await byTest(page, "preview-changes").click();
  await byTest(page, "changes").getByText("Nothing would change").waitFor();
  await dialog.getByLabel("Greeting").fill("good evening");
  await byTest(page, "preview-changes").click();
  await byTest(page, "changes").getByRole("rowheader", { name: "Greeter" }).waitFor();
  await byTest(page, "changes").getByText("Modify").waitFor();
  assert.deepEqual(await violations(page), []);
  await shot(page, "stacks-update");
  await byTest(page, "confirm").click();
  await page.getByText("UPDATE_COMPLETE").first().waitFor();
  const made = await root.rest("lambda", "GET", "/2015-03-31/functions/greeter/configuration");
  assert.equal(made.Environment.Variables.GREETING, "good evening");
});

test("a stack that fails says which resource, and why", async () => {
  const template = structuredClone(TEMPLATE);
  template.Resources.Greeter.Properties.FunctionName = "failing";
  template.Resources.Greeter.Properties.Runtime = "cobol85";
  const dialog = await begin("failing", JSON.stringify(template));
  await dialog.getByRole("checkbox", { name: /I agree/ }).check();
  await byTest(page, "confirm").click();
  await byTest(page, "stack-failure").getByText(/Greeter \(AWS::Lambda::Function\).*ZipFile can only be used/).waitFor();
  await page.getByText("ROLLBACK_COMPLETE").first().waitFor();
  await look("#/stacks/failing", "failed");
});

test("a stack is deleted with what it made, and can still be read", async () => {
  await visit(page, "#/stacks");
  await page.getByRole("button", { name: "Delete: greeting" }).click();
  await byTest(page, "confirm").click();
  await page.getByRole("link", { name: "greeting" }).waitFor({ state: "detached" });
  await until("the function is gone", async () => {
    const { Functions } = await root.rest("lambda", "GET", "/2015-03-31/functions");
    return Functions.length === 0;
  });
  await page.getByRole("checkbox", { name: "Deleted ones, too" }).check();
  await page.getByRole("link", { name: "greeting" }).click();
  await page.getByText("DELETE_COMPLETE").first().waitFor();
  assert.deepEqual(trouble, []);
});
