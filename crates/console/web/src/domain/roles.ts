// Roles that API Gateway may become, and what such a role needs.
import { call, type Call } from "../aws/operation";
import { all } from "../aws/pages";
import {
  createRole,
  listRoles,
  putRolePolicy,
  type Role,
  updateAssumeRolePolicy,
} from "../generated/iam";

export const GATEWAY = "apigateway.amazonaws.com";

export function readRoles(): Promise<Role[]> {
  return all(listRoles, {}, { from: "Marker", to: "Marker" }, (page) => page.Roles);
}

interface Document {
  Version?: string;
  Statement?: unknown;
}

export function trustOf(role: Role): Document {
  const text = role.AssumeRolePolicyDocument ?? "{}";
  return JSON.parse(decoded(text)) as Document;
}

/** IAM answers documents percent-encoded. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function trusts(role: Role, service: string): boolean {
  return JSON.stringify(trustOf(role)).includes(`"${service}"`);
}

export const TRUST_STATEMENT = {
  Effect: "Allow",
  Principal: { Service: GATEWAY },
  Action: "sts:AssumeRole",
};

export function trustDocument(service: string): Document {
  const statement = { ...TRUST_STATEMENT, Principal: { Service: service } };
  return { Version: "2012-10-17", Statement: [statement] };
}

/** A trust policy with one statement more. */
export function trustingToo(role: Role): Document {
  const trust = trustOf(role);
  const statements = Array.isArray(trust.Statement) ? trust.Statement : [trust.Statement];
  return { ...trust, Statement: [...statements.filter(Boolean), TRUST_STATEMENT] };
}

export function invokePolicy(functions: string[]): Document {
  const statement = { Effect: "Allow", Action: "lambda:InvokeFunction", Resource: functions };
  return { Version: "2012-10-17", Statement: [statement] };
}

export function json(document: unknown): string {
  return JSON.stringify(document, undefined, 2);
}

export function creating(name: string, functions: string[]): Call[] {
  const document = JSON.stringify(trustDocument(GATEWAY));
  return [
    call(createRole, { RoleName: name, AssumeRolePolicyDocument: document }),
    allowing(name, functions),
  ];
}

export function allowing(name: string, functions: string[]): Call {
  return call(putRolePolicy, {
    RoleName: name,
    PolicyName: `invoke-${functions[0]?.split(":")[6] ?? "functions"}`.slice(0, 128),
    PolicyDocument: JSON.stringify(invokePolicy(functions)),
  });
}

export function extendingTrust(role: Role): Call {
  return call(updateAssumeRolePolicy, {
    RoleName: role.RoleName ?? "",
    PolicyDocument: JSON.stringify(trustingToo(role)),
  });
}
