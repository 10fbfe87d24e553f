// The ARNs that permissions are about, made and taken apart.
import { account, region } from "../session";

const INVOCATIONS = /^arn:([^:]+):apigateway:([^:]+):lambda:path\/2015-03-31\/functions\/(.+)\/invocations$/;

/** The function in the URI of an integration or authorizer; stage variables still in it. */
export function functionOf(uri: string | undefined): string | undefined {
  return INVOCATIONS.exec(uri ?? "")?.[3];
}

export function invocationUri(functionArn: string): string {
  return `arn:aws:apigateway:${region()}:lambda:path/2015-03-31/functions/${functionArn}/invocations`;
}

/** A name, perhaps with `:alias` behind it, or an ARN, as an ARN. */
export function functionArn(nameOrArn: string): string {
  const text = nameOrArn.trim();
  return text.startsWith("arn:")
    ? text
    : `arn:aws:lambda:${region()}:${account()}:function:${text}`;
}

export interface Named {
  name: string;
  qualifier: string | undefined;
}

/** The name and the qualifier in a function's ARN. */
export function nameOf(arn: string): Named {
  const parts = arn.split(":");
  return { name: parts[6] ?? arn, qualifier: parts[7] };
}

/** `name`, or `name:qualifier`. */
export function shortName(arn: string): string {
  const { name, qualifier } = nameOf(arn);
  return qualifier === undefined ? name : `${name}:${qualifier}`;
}

export function unqualified(arn: string): string {
  return arn.split(":").slice(0, 7).join(":");
}

export function roleArn(name: string): string {
  return `arn:aws:iam::${account()}:role/${name}`;
}

export function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}

export function executeApi(api: string, rest: string): string {
  return `arn:aws:execute-api:${region()}:${account()}:${api}/${rest}`;
}

export const STAGE_VARIABLE = /\$\{stageVariables\.([A-Za-z0-9_]+)\}/g;

/** Puts a stage's variables in; names those that the stage does not have. */
export function resolve(
  text: string,
  variables: Record<string, string> | undefined,
): { text: string; missing: string[] } {
  const missing: string[] = [];
  const resolved = text.replace(STAGE_VARIABLE, (whole, name: string) => {
    const value = variables?.[name];
    if (value === undefined) {
      missing.push(name);
      return whole;
    }
    return value;
  });
  return { text: resolved, missing };
}

export function hasStageVariable(text: string): boolean {
  return text.includes("${stageVariables.");
}
