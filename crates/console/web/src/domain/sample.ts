// The sample of `portcullis demo`: the same two functions, and an API with an authorizer in front.
// Nobody is granted anything, so that the first call is refused.
import authorizerCode from "../../../../portcullis/src/commands/demo/authorizer.py?raw";
import petsCode from "../../../../portcullis/src/commands/demo/pets.py?raw";
import swagger from "../../../../portcullis/src/commands/demo/pets.swagger.json?raw";
import { Failure } from "../aws/failure";
import { call, type Call } from "../aws/operation";
import { bytes } from "../aws/sign";
import { perform } from "../aws/send";
import { createDeployment, importRestApi, type RestApi } from "../generated/apigateway";
import { attachRolePolicy, createRole } from "../generated/iam";
import { createFunction } from "../generated/lambda";
import { zip } from "../parts/zip";
import { account, region } from "../session";
import { roleArn } from "./arns";
import { trustDocument } from "./roles";

const EXECUTION_ROLE = "function-execution";
const LOGS_POLICY = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";

/** What the sample is made with; the last call needs the id of the API that the one before makes. */
export function sampleCalls(api = "API"): Call[] {
  return [
    call(createRole, {
      RoleName: EXECUTION_ROLE,
      AssumeRolePolicyDocument: JSON.stringify(trustDocument("lambda.amazonaws.com")),
    }),
    call(attachRolePolicy, { RoleName: EXECUTION_ROLE, PolicyArn: LOGS_POLICY }),
    adding("authorizer", authorizerCode),
    adding("pets", petsCode),
    call(importRestApi, {
      body: swagger.replaceAll("REGION", region()).replaceAll("ACCOUNT", account()),
    }),
    call(createDeployment, { restApiId: api, stageName: "prod" }),
  ];
}

/** Gives the id of the API. What is there already, from an earlier time, stays. */
export async function loadSample(): Promise<string> {
  let id = "";
  for (let at = 0; at < sampleCalls().length; at += 1) {
    const one = sampleCalls(id)[at];
    if (one !== undefined) {
      const answer = await unlessThere(perform(one));
      id = at === API_CALL ? ((answer as RestApi | undefined)?.id ?? "") : id;
    }
  }
  return id;
}

/** Which of the calls makes the API. */
const API_CALL = 4;

function adding(name: string, code: string): Call {
  return call(createFunction, {
    FunctionName: name,
    Runtime: "python3.12",
    Handler: "index.handler",
    Role: roleArn(EXECUTION_ROLE),
    Code: { ZipFile: zip([{ name: "index.py", data: bytes(code) }]) },
  });
}

async function unlessThere(making: Promise<unknown>): Promise<unknown> {
  try {
    return await making;
  } catch (error) {
    if (error instanceof Failure && error.status === 409) {
      return undefined;
    }
    throw error;
  }
}
