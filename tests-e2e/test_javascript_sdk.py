"""The AWS SDK for JavaScript, unchanged: another reading of AWS's models than boto3's, with checksums,
trailers and event streams of its own."""

import json
import subprocess

import pytest

from kit.clients import JAVASCRIPT, modules
from kit.functions import NODE, need_node, zipped
from kit.house import unique
from kit.shell import Shell
from kit.swagger import definition, method, proxy

BEGINNING = """
import { APIGatewayClient, CreateDeploymentCommand, GetExportCommand, ImportRestApiCommand } from "@aws-sdk/client-api-gateway";
import { CloudFormationClient, CreateStackCommand, DeleteStackCommand, DescribeStacksCommand,
  waitUntilStackCreateComplete, waitUntilStackDeleteComplete } from "@aws-sdk/client-cloudformation";
import { IAMClient, GetRoleCommand } from "@aws-sdk/client-iam";
import { LambdaClient, AddPermissionCommand, InvokeCommand, InvokeWithResponseStreamCommand,
  paginateListVersionsByFunction, waitUntilFunctionActiveV2 } from "@aws-sdk/client-lambda";
import { CloudWatchLogsClient, DescribeLogGroupsCommand, StartLiveTailCommand } from "@aws-sdk/client-cloudwatch-logs";
import { S3Client, CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { Readable } from "node:stream";

const text = (bytes) => Buffer.from(bytes).toString();
const [given] = process.argv.slice(2).map((each) => JSON.parse(each));
const show = (answer) => { console.log(JSON.stringify(answer)); process.exit(0); };
"""
STREAM = """
exports.handler = awslambda.streamifyResponse(async (event, out) => {
  for (const part of ["a", "b", "c"]) {
    out.write(part);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  out.end();
});
"""


@pytest.fixture(scope="module")
def javascript(house, tmp_path_factory):
    """Runs a module of JavaScript behind the imports, and gives what it shows."""
    need_node()
    folder = tmp_path_factory.mktemp("javascript")
    modules(JAVASCRIPT, folder)
    environment = Shell(house.server, folder).environment

    def run(script, **given):
        file = folder / f"{unique('story')}.mjs"
        file.write_text(BEGINNING + script)
        done = subprocess.run(
            ["node", str(file), json.dumps(given)],
            env=environment,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


def test_an_api_needs_its_grant(house, javascript):
    function = house.function()
    shown = javascript(
        """
        const gateway = new APIGatewayClient({}), lambda = new LambdaClient({});
        const api = (await gateway.send(new ImportRestApiCommand({ body: JSON.stringify(given.swagger) }))).id;
        await gateway.send(new CreateDeploymentCommand({ restApiId: api, stageName: "prod" }));
        const call = async () => (await fetch(`${process.env.AWS_ENDPOINT_URL}/_aws/execute-api/${api}/prod/pets`)).status;
        const before = await call();
        await lambda.send(new AddPermissionCommand({
          FunctionName: given.name, StatementId: "api", Action: "lambda:InvokeFunction",
          Principal: "apigateway.amazonaws.com", SourceArn: `arn:aws:execute-api:us-east-1:000000000000:${api}/*/GET/pets`,
        }));
        const what = { restApiId: api, stageName: "prod", exportType: "oas30", accepts: "application/yaml" };
        const exported = text((await gateway.send(new GetExportCommand(what))).body);
        show({ before, after: await call(), exported: exported.split("\\n")[1] });
        """,
        swagger=definition({"/pets": {"get": method(proxy(function))}}),
        name=function.split(":")[-1],
    )
    assert shown == {"before": 500, "after": 200, "exported": 'openapi: "3.0.1"'}


def test_functions_are_called_streamed_and_listed(house, javascript):
    function = house.function(bundle=zipped(index__js=STREAM), runtime=NODE, handler="index.handler")
    shown = javascript(
        """
        const lambda = new LambdaClient({});
        const FunctionName = given.function;
        const waited = await waitUntilFunctionActiveV2({ client: lambda, maxWaitTime: 20 }, { FunctionName });
        const parts = [];
        const streamed = await lambda.send(new InvokeWithResponseStreamCommand({ FunctionName, Payload: "{}" }));
        for await (const event of streamed.EventStream)
          parts.push(event.PayloadChunk ? text(event.PayloadChunk.Payload) : Object.keys(event)[0]);
        const whole = await lambda.send(new InvokeCommand({ FunctionName, Payload: "{}", LogType: "Tail" }));
        const versions = [];
        for await (const page of paginateListVersionsByFunction({ client: lambda, pageSize: 1 }, { FunctionName }))
          versions.push(...page.Versions.map((each) => each.Version));
        show({ waited: waited.state, parts, whole: text(whole.Payload), versions });
        """,
        function=function,
    )
    assert shown["parts"][-1] == "InvokeComplete"
    assert "".join(shown["parts"][:-1]) == shown["whole"] == "abc"
    assert (shown["waited"], shown["versions"]) == ("SUCCESS", ["$LATEST"])


def test_objects_come_and_go_with_its_checksums(javascript):
    """Streams go out in chunks with a CRC32 behind them, which the SDK checks of what comes back."""
    shown = javascript(
        """
        const s3 = new S3Client({}), Bucket = given.bucket, Key = "a b/ü.txt";
        await s3.send(new CreateBucketCommand({ Bucket }));
        await s3.send(new PutObjectCommand({ Bucket, Key, Body: "hello" }));
        const stream = Readable.from([Buffer.alloc(100_000, 1)]);
        const streamed = await s3.send(new PutObjectCommand({ Bucket, Key: "stream", Body: stream, ContentLength: 100_000 }));
        const parts = Readable.from((function* () { for (let i = 0; i < 12; i++) yield Buffer.alloc(1 << 20, i); })());
        await new Upload({ client: s3, params: { Bucket, Key: "big", Body: parts } }).done();
        const big = await (await s3.send(new GetObjectCommand({ Bucket, Key: "big" }))).Body.transformToByteArray();
        const there = await getSignedUrl(s3, new PutObjectCommand({ Bucket, Key: "signed" }), { expiresIn: 60 });
        const put = await fetch(there, { method: "PUT", body: "presigned" });
        const back = await fetch(await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: "signed" }), { expiresIn: 60 }));
        const small = await (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body.transformToString();
        const keys = (await s3.send(new ListObjectsV2Command({ Bucket }))).Contents.map((each) => each.Key);
        show({ small, crc: streamed.ChecksumCRC32, big: big.length, put: put.status, back: await back.text(), keys });
        """,
        bucket=unique("javascript"),
    )
    assert shown == {
        "small": "hello",
        "crc": "OVpVdw==",
        "big": 12 << 20,
        "put": 200,
        "back": "presigned",
        "keys": ["a b/ü.txt", "big", "signed", "stream"],
    }


def test_stacks_and_errors(javascript):
    template = {
        "Resources": {"Group": {"Type": "AWS::Logs::LogGroup"}},
        "Outputs": {"Name": {"Value": {"Ref": "Group"}}},
    }
    shown = javascript(
        """
        const stacks = new CloudFormationClient({}), StackName = given.stack;
        const patience = { client: stacks, maxWaitTime: 30, minDelay: 1, maxDelay: 1 };
        await stacks.send(new CreateStackCommand({ StackName, TemplateBody: given.template }));
        const made = (await waitUntilStackCreateComplete(patience, { StackName })).state;
        const [output] = (await stacks.send(new DescribeStacksCommand({ StackName }))).Stacks[0].Outputs;
        await stacks.send(new DeleteStackCommand({ StackName }));
        const gone = (await waitUntilStackDeleteComplete(patience, { StackName })).state;
        const error = await new IAMClient({}).send(new GetRoleCommand({ RoleName: "nobody" })).catch((each) => each);
        show({ made, gone, output: output.OutputKey, error: [error.name, error.message, error.$metadata.httpStatusCode] });
        """,
        stack=unique("javascript"),
        template=json.dumps(template),
    )
    assert shown == {
        "made": "SUCCESS",
        "gone": "SUCCESS",
        "output": "Name",
        "error": ["NoSuchEntityException", "The role with name nobody cannot be found.", 404],
    }


def test_a_live_tail_is_followed(house, javascript):
    """The SDK's own switch keeps `stream-` off an address that has no names below it."""
    function = house.function()
    house.invoke(function)
    shown = javascript(
        """
        const logs = new CloudWatchLogsClient({ disableHostPrefix: true }), lambda = new LambdaClient({});
        const which = { logGroupNamePrefix: `/aws/lambda/${given.name}` };
        const [group] = (await logs.send(new DescribeLogGroupsCommand(which))).logGroups;
        const tail = await logs.send(new StartLiveTailCommand({ logGroupIdentifiers: [group.logGroupArn] }));
        for await (const event of tail.responseStream) {
          if (event.sessionStart) await lambda.send(new InvokeCommand({ FunctionName: given.name }));
          const [line] = event.sessionUpdate?.sessionResults ?? [];
          if (line) show(line.message.split(" ")[0]);
        }
        """,
        name=function.split(":")[-1],
    )
    assert shown in ("INIT_START", "START")
