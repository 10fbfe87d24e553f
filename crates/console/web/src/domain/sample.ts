// The sample of `portcullis demo`: the same two functions, and an API with an authorizer in front.
// Nobody is granted anything, so that the first call is refused.
import authorizerCode from "../../../../portcullis/src/commands/demo/authorizer.py?raw";
import petsCode from "../../../../portcullis/src/commands/demo/pets.py?raw";
import swagger from "../../../../portcullis/src/commands/demo/pets.swagger.json?raw";
import { Failure } from "../aws/failure";
import { bytes } from "../aws/sign";
import { send } from "../aws/send";
import { createDeployment, importRestApi } from "../generated/apigateway";
import { attachRolePolicy, createRole } from "../generated/iam";
import { createFunction } from "../generated/lambda";
import { zip } from "../parts/zip";
import { account, region } from "../session";
import { roleArn } from "./arns";
import { trustDocument } from "./roles";

const EXECUTION_ROLE = "function-execution";
const LOGS_POLICY = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";

/** Gives the id of the API. */
export async function loadSample(): Promise<string> {
  await unlessThere(
    send(createRole, {
      RoleName: EXECUTION_ROLE,
      AssumeRolePolicyDocument: JSON.stringify(trustDocument("lambda.amazonaws.com")),
    }),
  );
  await send(attachRolePolicy, { RoleName: EXECUTION_ROLE, PolicyArn: LOGS_POLICY });
  await unlessThere(addFunction("authorizer", authorizerCode));
  await unlessThere(addFunction("pets", petsCode));
  const body = swagger.replaceAll("REGION", region()).replaceAll("ACCOUNT", account());
  const api = await send(importRestApi, { body });
  const id = api.id ?? "";
  await send(createDeployment, { restApiId: id, stageName: "prod" });
  return id;
}

function addFunction(name: string, code: string): Promise<unknown> {
  return send(createFunction, {
    FunctionName: name,
    Runtime: "python3.12",
    Handler: "index.handler",
    Role: roleArn(EXECUTION_ROLE),
    Code: { ZipFile: zip([{ name: "index.py", data: bytes(code) }]) },
  });
}

async function unlessThere(making: Promise<unknown>): Promise<void> {
  try {
    await making;
  } catch (error) {
    if (!(error instanceof Failure && error.status === 409)) {
      throw error;
    }
  }
}
