// Runtimes with their first file: a function that works before a line was typed.
import type { Language } from "../parts/tokens";

export interface Runtime {
  name: string;
  file: string;
  handler: string;
  language: Language;
  code: string;
}

const PYTHON = `import json


def handler(event, context):
    return {
        "statusCode": 200,
        "headers": {"Content-Type": "application/json"},
        "body": json.dumps({"hello": "from Python"}),
    }
`;

const NODE = `export const handler = async (event) => ({
  statusCode: 200,
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ hello: "from Node.js" }),
});
`;

export const AUTHORIZER_PYTHON = `def handler(event, context):
    """Lets in whoever carries the token "allow"."""
    if event["authorizationToken"] != "allow":
        raise Exception("Unauthorized")
    return {
        "principalId": "user",
        "policyDocument": {
            "Version": "2012-10-17",
            "Statement": [
                {"Effect": "Allow", "Action": "execute-api:Invoke", "Resource": event["methodArn"]}
            ],
        },
    }
`;

const python = (version: string): Runtime => ({
  name: `python${version}`,
  file: "index.py",
  handler: "index.handler",
  language: "python",
  code: PYTHON,
});

const node = (version: string): Runtime => ({
  name: `nodejs${version}`,
  file: "index.mjs",
  handler: "index.handler",
  language: "javascript",
  code: NODE,
});

export const RUNTIMES: Runtime[] = [
  python("3.13"),
  python("3.12"),
  python("3.11"),
  python("3.10"),
  node("22.x"),
  node("20.x"),
  {
    name: "provided.al2023",
    file: "bootstrap",
    handler: "bootstrap",
    language: "text",
    code: `#!/bin/sh
while :; do
  headers=$(mktemp)
  event=$(curl -sS -LD "$headers" "http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation/next")
  id=$(grep -Fi Lambda-Runtime-Aws-Request-Id "$headers" | tr -d '[:space:]' | cut -d: -f2)
  curl -sS -d '{"statusCode":200,"body":"hello"}' "http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation/$id/response"
done
`,
  },
];
