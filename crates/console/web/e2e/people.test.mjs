// @ts-check
// Signed in as a user or as the session of a role: the page may do what they may do, says why where
// it may not, and does not break.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  byTest,
  client,
  inspect,
  newLink,
  settled,
  shot,
  startBrowser,
  startServer,
  violations,
  visit,
  watch,
} from "./kit.mjs";

const TRUST = (arn) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { AWS: arn }, Action: "sts:AssumeRole" }],
  });
const ALLOW = (...actions) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }],
  });

let server;
let browser;
let root;
let account;
const keys = {};

before(async () => {
  server = await startServer();
  browser = await startBrowser();
  root = client(server);
  account = /<Account>(\d+)</.exec(await root.sts("GetCallerIdentity"))?.[1] ?? "";
  for (const [name, policy] of [
    ["nobody", undefined],
    ["reader", ALLOW("lambda:List*", "lambda:Get*", "iam:List*", "iam:Get*")],
    ["admin", ALLOW("*")],
    ["mover", ALLOW("sts:AssumeRole")],
  ]) {
    await root.iam("CreateUser", { UserName: name });
    if (policy !== undefined) {
      await root.iam("PutUserPolicy", { UserName: name, PolicyName: "own", PolicyDocument: policy });
    }
    const made = await root.iam("CreateAccessKey", { UserName: name });
    keys[name] = {
      AWS_ACCESS_KEY_ID: /<AccessKeyId>(.*?)</.exec(made)?.[1] ?? "",
      AWS_SECRET_ACCESS_KEY: /<SecretAccessKey>(.*?)</.exec(made)?.[1] ?? "",
    };
  }
  await root.iam("CreateRole", {
    RoleName: "deployer",
    AssumeRolePolicyDocument: TRUST(`arn:aws:iam::${account}:user/mover`),
  });
  const only = ALLOW("apigateway:*");
  await root.iam("PutRolePolicy", { RoleName: "deployer", PolicyName: "own", PolicyDocument: only });
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** A browser of its own, at the console's first page. */
async function open(place) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const trouble = watch(page, server);
  await page.goto(place);
  return { context, page, trouble };
}

async function withKeys({ AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token }) {
  const opened = await open(`${server.endpoint}/console/`);
  const { page } = opened;
  await page.getByRole("button", { name: /with an access key/ }).click();
  await page.getByLabel("Access key id").fill(id);
  await page.getByLabel("Secret access key").fill(secret);
  if (token !== undefined) {
    await page.getByLabel("Session token").fill(token);
  }
  await byTest(page, "sign-in").click();
  return opened;
}

async function isAt(page, who) {
  await page.getByRole("heading", { name: "What is running" }).waitFor();
  await page.getByRole("button", { name: who, exact: true }).first().waitFor();
}

test("a user without permissions sees on each page what is not allowed, and why", async () => {
  const { context, page, trouble } = await open(await newLink(server, "--user", "nobody"));
  await isAt(page, "nobody");
  await settled(page);
  assert.deepEqual(await violations(page), []);
  await page.getByText(/user\/nobody is not authorized to perform: lambda:ListFunctions/).waitFor();
  await shot(page, "nobody-start");
  for (const [place, action] of [
    ["#/apis", "apigateway:GET"],
    ["#/plans", "apigateway:GET"],
    ["#/functions", "lambda:ListFunctions"],
    // Three calls read a function; whichever is refused first is shown.
    ["#/functions/pets", "lambda:(GetFunction|ListAliases|ListVersionsByFunction)"],
    ["#/iam", "iam:ListRoles"],
    ["#/iam/users", "iam:ListUsers"],
    ["#/iam/policies", "iam:ListPolicies"],
    ["#/stacks", "cloudformation:DescribeStacks"],
    ["#/map", "portcullis:Read"],
    ["#/requests", "portcullis:Read"],
    ["#/logs", "logs:DescribeLogGroups"],
    ["#/buckets", "s3:ListAllMyBuckets"],
    ["#/parameters", "ssm:DescribeParameters"],
    ["#/iam/groups", "iam:ListGroups"],
  ]) {
    await visit(page, place);
    await settled(page);
    const said = (await byTest(page, "problem").allTextContents()).join("\n");
    assert.match(said, new RegExp(`user/nobody is not authorized to perform: ${action}`), place);
    assert.deepEqual(await violations(page), [], place);
  }
  await visit(page, "#/functions");
  await byTest(page, "problem").first().waitFor();
  await shot(page, "nobody-functions");
  assert.deepEqual(trouble, []);
  await context.close();
});

test("a user may do what its policies allow, and nothing else", async () => {
  const { context, page } = await open(await newLink(server, "--user", "reader"));
  await isAt(page, "reader");
  await visit(page, "#/iam/users");
  await page.getByRole("link", { name: "reader" }).waitFor();
  await visit(page, "#/iam/users/reader");
  await page.getByText("lambda:List*").first().waitFor();
  await page.getByRole("button", { name: "Create access key" }).click();
  await page.getByText(/not authorized to perform: iam:CreateAccessKey/).waitFor();
  await context.close();
});

test("an access key signs in, and is kept nowhere", async () => {
  const { context, page, trouble } = await withKeys(keys.admin);
  await isAt(page, "admin");
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie]));
  assert.ok(!kept.includes(keys.admin.AWS_SECRET_ACCESS_KEY) && !kept.includes(keys.admin.AWS_ACCESS_KEY_ID));
  // Who is allowed everything sees the journal, too; the page survives a reload by its cookie.
  assert.deepEqual(await inspect(page, "#/requests", "admin-requests"), []);
  await page.reload();
  await page.getByRole("heading", { name: "Requests" }).waitFor();
  await visit(page, "#/");
  await isAt(page, "admin");
  await page.getByRole("button", { name: "admin", exact: true }).first().click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Sign in to Portcullis" }).waitFor();
  assert.deepEqual(trouble, []);
  await context.close();
});

test("a key that is wrong is refused in words", async () => {
  const wrong = { ...keys.admin, AWS_SECRET_ACCESS_KEY: "wrong" };
  const { context, page } = await withKeys(wrong);
  await byTest(page, "problem").getByText(/signature/i).waitFor();
  assert.deepEqual(await violations(page), []);
  await shot(page, "sign-in-refused");
  await context.close();
});

test("the session of a role signs in with its token, or by a link of the root", async () => {
  const mover = client(server, keys.mover);
  const made = await mover.sts("AssumeRole", {
    RoleArn: `arn:aws:iam::${account}:role/deployer`,
    RoleSessionName: "release",
  });
  const of = (name) => new RegExp(`<${name}>(.*?)<`).exec(made)?.[1] ?? "";
  const session = {
    AWS_ACCESS_KEY_ID: of("AccessKeyId"),
    AWS_SECRET_ACCESS_KEY: of("SecretAccessKey"),
    AWS_SESSION_TOKEN: of("SessionToken"),
  };
  for (const [opened, who] of [
    [await withKeys(session), "deployer/release"],
    [await open(await newLink(server, "--role", "deployer")), "deployer/console"],
  ]) {
    const { page, context } = opened;
    await isAt(page, who);
    await visit(page, "#/apis");
    await byTest(page, "empty").waitFor();
    await visit(page, "#/functions");
    await byTest(page, "problem").getByText(/assumed-role\/deployer/).waitFor();
    await context.close();
  }
});

test("who may not ask about grants is told so, and may save without one", async () => {
  const api = await root.rest("apigateway", "POST", "/restapis", { name: "unasked" });
  const { item } = await root.rest("apigateway", "GET", `/restapis/${api.id}/resources`);
  const method = `/restapis/${api.id}/resources/${item[0].id}/methods/GET`;
  await root.rest("apigateway", "PUT", method, { authorizationType: "NONE" });
  await root.rest("apigateway", "PUT", `${method}/integration`, {
    type: "AWS_PROXY",
    httpMethod: "POST",
    uri: `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:${account}:function:pets/invocations`,
  });
  const { context, page } = await open(await newLink(server, "--role", "deployer"));
  await isAt(page, "deployer/console");
  await visit(page, `#/apis/${api.id}/resources/%2F/GET`);
  await page.getByText("Whether the function may be invoked could not be asked").waitFor();
  await byTest(page, "picture-integration").getByText("Not known").waitFor();
  assert.equal(await page.getByText("A grant is missing").count(), 0);
  assert.deepEqual(await violations(page), []);
  await page.getByLabel("Timeout in milliseconds").fill("5000");
  await byTest(page, "save-integration").click();
  await page.getByRole("dialog").getByText(/portcullis:Read|lambda:GetPolicy/).first().waitFor();
  await byTest(page, "permission-without").click();
  await page.getByText("The integration is saved").waitFor();
  const saved = await root.rest("apigateway", "GET", `${method}/integration`);
  assert.equal(saved.timeoutInMillis, 5000);
  await context.close();
});

test("a user that is deleted meanwhile is signed out", async () => {
  await root.iam("CreateUser", { UserName: "gone" });
  const { context, page } = await open(await newLink(server, "--user", "gone"));
  await isAt(page, "gone");
  await root.iam("DeleteUser", { UserName: "gone" });
  await visit(page, "#/functions");
  await page.getByRole("heading", { name: "Sign in to Portcullis" }).waitFor();
  await context.close();
});
