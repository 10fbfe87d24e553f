// @ts-check
// Buckets, parameters and groups: each empty, made, filled, looked at and deleted by clicking; and
// what the check says of a template before it is a stack.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
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
  violations,
  visit,
} from "./kit.mjs";

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
  assert.deepEqual(await inspect(page, place, `stores-${name}`), []);
  small ??= await darkTelephone(browser, page);
  await visit(small, "#/");
  assert.deepEqual(await inspect(small, place, `stores-small-${name}`), []);
}

test("without anything, the next step is said", async () => {
  for (const [place, name] of [
    ["#/buckets", "no-buckets"],
    ["#/parameters", "no-parameters"],
    ["#/iam/groups", "no-groups"],
  ]) {
    await look(place, name);
    assert.ok((await byTest(page, "empty").count()) > 0, `no next step at ${place}`);
  }
});

test("a bucket is made, filled by dropping files, read and emptied", async () => {
  await visit(page, "#/buckets");
  await byTest(page, "create-bucket").click();
  await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill("Not A Bucket");
  await byTest(page, "confirm").click();
  await byTest(page, "problem").getByText("InvalidBucketName").waitFor();
  // A name that is a place of the console, too, is a bucket all the same.
  await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill("console");
  await byTest(page, "confirm").click();
  await byTest(page, "empty").getByText("Nothing is in it").waitFor();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["<b>hello</b>"], "a b.html", { type: "text/html" }));
    data.items.add(new File([new Uint8Array([0, 255, 1])], "ünï$.bin"));
    const target = document.querySelector("[data-testid=empty]");
    target?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
  });
  await page.getByRole("dialog").getByText("2 files").waitFor();
  assert.deepEqual(await violations(page), []);
  await byTest(page, "confirm").click();
  await page.getByRole("rowheader", { name: "a b.html" }).waitFor();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download: ünï$.bin" }).click();
  const file = await readFile(await (await saved).path());
  assert.deepEqual([...file], [0, 255, 1]);
  await visit(page, `#/buckets/console/${encodeURIComponent("deep/er/")}`);
  await byTest(page, "upload").click();
  await page.setInputFiles("input[type=file]", { name: "x.txt", mimeType: "text/plain", buffer: Buffer.from("x") });
  await byTest(page, "confirm").click();
  await page.getByRole("rowheader", { name: "x.txt" }).waitFor();
  await look("#/buckets/console", "bucket");
  await page.getByRole("link", { name: "deep/" }).click();
  await page.getByRole("link", { name: "er/" }).click();
  await page.getByRole("button", { name: "Delete: deep/er/x.txt" }).click();
  await byTest(page, "confirm").click();
  await byTest(page, "empty").waitFor();
  await visit(page, "#/buckets");
  await page.getByRole("button", { name: "Delete: console" }).click();
  await byTest(page, "confirm").click();
  await byTest(page, "problem").getByText("BucketNotEmpty").waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await visit(page, "#/buckets/console");
  for (const key of ["a b.html", "ünï$.bin"]) {
    await page.getByRole("button", { name: `Delete: ${key}` }).click();
    await byTest(page, "confirm").click();
    await page.getByRole("rowheader", { name: key }).waitFor({ state: "detached" });
  }
  await byTest(page, "empty").getByText("Nothing is in it").waitFor();
  await page.getByRole("button", { name: "Delete: console" }).click();
  await byTest(page, "confirm").click();
  await byTest(page, "empty").getByText("There is no bucket yet").waitFor();
});

test("a secret is shown only when somebody asks, and a change of another tab is told", async () => {
  await visit(page, "#/parameters");
  await byTest(page, "create-parameter").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill("/pets/password");
  await dialog.getByRole("button", { name: "Type" }).click();
  await page.getByRole("option", { name: "SecureString" }).click();
  await dialog.getByLabel("Value", { exact: true }).fill("open-sesame");
  assert.deepEqual(await violations(page), []);
  await byTest(page, "confirm").click();
  await page.getByRole("heading", { name: "/pets/password" }).waitFor();
  await page.getByText("is read only when somebody asks").waitFor();
  assert.ok(!(await page.content()).includes("open-sesame"), "the secret is on the page");
  await look(`#/parameters/${encodeURIComponent("/pets/password")}`, "secret");
  await byTest(page, "turn-value").click();
  await page.getByText("open-sesame").waitFor();
  await byTest(page, "turn-value").click();
  await page.getByText("open-sesame").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Change value" }).click();
  await page.getByRole("dialog").getByLabel("Value", { exact: true }).fill("mine");
  const put = { Name: "/pets/password", Value: "theirs", Overwrite: true };
  await root.raw("ssm", "POST", "/", JSON.stringify(put), {
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": "AmazonSSM.PutParameter",
  });
  await byTest(page, "confirm").click();
  await byTest(page, "problem").getByText("Changed meanwhile").first().waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await visit(page, "#/parameters");
  await look("#/parameters", "parameters");
  await page.getByRole("button", { name: "Delete: /pets/password" }).click();
  await byTest(page, "confirm").click();
  await byTest(page, "empty").waitFor();
});

test("a group is made, has members and policies, and goes with them", async () => {
  await root.iam("CreateUser", { UserName: "ann" });
  await root.iam("CreateUser", { UserName: "bob" });
  await visit(page, "#/iam/groups");
  await page.getByRole("button", { name: "Create group" }).click();
  await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill("developers");
  await byTest(page, "confirm").click();
  await page.getByRole("heading", { name: "developers" }).waitFor();
  await page.getByRole("button", { name: "Add user" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "User User" }).click();
  await page.getByRole("option", { name: "ann" }).click();
  assert.deepEqual(await violations(page), []);
  await byTest(page, "confirm").click();
  await page.getByRole("rowheader", { name: "ann" }).waitFor();
  await page.getByRole("button", { name: "Add own policy" }).click();
  await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill("invoke");
  await byTest(page, "confirm").click();
  await page.getByRole("heading", { name: "invoke", exact: true }).waitFor();
  await look("#/iam/groups/developers", "group");
  // From the other side: a user joins, and leaves.
  await visit(page, "#/iam/users/bob");
  await page.getByRole("button", { name: "Add to group" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Group Group" }).click();
  await page.getByRole("option", { name: "developers" }).click();
  await byTest(page, "confirm").click();
  await page.getByRole("link", { name: "developers" }).waitFor();
  await look("#/iam/users/bob", "member");
  await page.getByRole("button", { name: "Take out: developers" }).click();
  await byTest(page, "confirm").click();
  await page.getByRole("link", { name: "developers" }).waitFor({ state: "detached" });
  await look("#/iam/groups", "groups");
  await visit(page, "#/iam/groups/developers");
  await page.getByRole("button", { name: "Delete: developers" }).click();
  await byTest(page, "confirm").click();
  await byTest(page, "empty").getByText("There is no group yet").waitFor();
});

const URI =
  "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Backend.Arn}/invocations";
const BARE = {
  Resources: {
    Backend: {
      Type: "AWS::Lambda::Function",
      Properties: { Runtime: "python3.12", Handler: "index.handler", Role: "arn:aws:iam::000000000000:role/r", Code: { ZipFile: "def handler(e, c): return {}" } },
    },
    Api: {
      Type: "AWS::ApiGateway::RestApi",
      Properties: {
        Body: {
          swagger: "2.0",
          info: { title: "pets", version: "1" },
          paths: {
            "/pets": {
              get: {
                responses: {},
                "x-amazon-apigateway-integration": { type: "aws_proxy", httpMethod: "POST", uri: { "Fn::Sub": URI } },
              },
            },
          },
        },
      },
    },
  },
};

test("what would be refused is said before a template becomes a stack", async () => {
  await visit(page, "#/stacks");
  await byTest(page, "create-stack").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill("pets");
  const text = JSON.stringify(BARE, undefined, 2);
  await dialog.locator("[data-testid=dropzone]").evaluate((zone, dropped) => {
    const data = new DataTransfer();
    data.items.add(new File([dropped], "template.json", { type: "application/json" }));
    zone.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
  }, text);
  await byTest(page, "findings").getByText("PC001").waitFor();
  await byTest(page, "findings").getByRole("button", { name: "To do" }).first().click();
  await byTest(page, "findings").getByText("AWS::Lambda::Permission").first().waitFor();
  assert.deepEqual(await violations(page), []);
  await shot(page, "stores-findings");
  const granted = structuredClone(BARE);
  granted.Resources["Permission"] = {
    Type: "AWS::Lambda::Permission",
    Properties: {
      FunctionName: { Ref: "Backend" },
      Action: "lambda:InvokeFunction",
      Principal: "apigateway.amazonaws.com",
      SourceArn: { "Fn::Sub": "arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/GET/pets" },
    },
  };
  await dialog.getByRole("textbox", { name: "Template (JSON or YAML)" }).fill(JSON.stringify(granted));
  await dialog.getByText("The check finds nothing in it").waitFor();
  await dialog.getByRole("button", { name: "Cancel" }).click();
});

test("nothing left for another host, and nothing went wrong", () => {
  assert.deepEqual(trouble, []);
});
