// Resource policies of functions, as they are read, shown and changed.
import { isMissing } from "../aws/failure";
import { call, type Call } from "../aws/operation";
import { send } from "../aws/send";
import {
  addPermission,
  type AddPermissionRequest,
  getPolicy,
  removePermission,
} from "../generated/lambda";
import { account } from "../session";
import { nameOf, unqualified } from "./arns";
import { sourceArn, type Origin } from "./gate";

/** A resource policy holds at most this (Lambda quotas). */
export const MOST_BYTES = 20_480;

export interface Statement {
  Sid?: string;
  Effect?: string;
  Principal?: unknown;
  Action?: unknown;
  Resource?: unknown;
  Condition?: Record<string, Record<string, string | string[]>>;
}

export interface Policy {
  /** The document as the server has it; empty while there is none. */
  text: string;
  statements: Statement[];
  revision: string | undefined;
}

export async function readPolicy(functionArn: string): Promise<Policy> {
  const { qualifier } = nameOf(functionArn);
  try {
    const answer = await send(getPolicy, {
      FunctionName: unqualified(functionArn),
      ...(qualifier === undefined ? {} : { Qualifier: qualifier }),
    });
    const text = answer.Policy ?? "";
    return { text, statements: statementsOf(text), revision: answer.RevisionId };
  } catch (error) {
    if (isMissing(error)) {
      return { text: "", statements: [], revision: undefined };
    }
    throw error;
  }
}

function statementsOf(text: string): Statement[] {
  const document = JSON.parse(text) as { Statement?: Statement | Statement[] };
  const found = document.Statement ?? [];
  return Array.isArray(found) ? found : [found];
}

export type Scope = "method" | "stage" | "api";

/** The source ARN that a grant of that width names. */
export function grantedArn(origin: Origin, scope: Scope, stage: string): string {
  const exact = sourceArn(origin, scope === "stage" ? stage : "*");
  const api = exact.slice(0, exact.indexOf("/"));
  return scope === "api" ? `${api}/*` : exact;
}

/** What AddPermission is asked: exactly what the dialog shows. */
export function permission(
  functionArn: string,
  source: string,
  withAccount: boolean,
  id: string,
  revision?: string,
): AddPermissionRequest {
  const { qualifier } = nameOf(functionArn);
  return {
    FunctionName: unqualified(functionArn),
    ...(qualifier === undefined || qualifier === "$LATEST" ? {} : { Qualifier: qualifier }),
    StatementId: id,
    Action: "lambda:InvokeFunction",
    Principal: "apigateway.amazonaws.com",
    SourceArn: source,
    ...(withAccount ? { SourceAccount: account() } : {}),
    // Lambda refuses when somebody changed the policy meanwhile.
    ...(revision === undefined ? {} : { RevisionId: revision }),
  };
}

/** The statement that Lambda makes of a permission. */
export function statementOf(asked: AddPermissionRequest, functionArn: string): Statement {
  return {
    Sid: asked.StatementId,
    Effect: "Allow",
    Principal: { Service: asked.Principal },
    Action: asked.Action,
    Resource: functionArn,
    Condition: {
      ...(asked.SourceAccount === undefined
        ? {}
        : { StringEquals: { "AWS:SourceAccount": asked.SourceAccount } }),
      ...(asked.SourceArn === undefined ? {} : { ArnLike: { "AWS:SourceArn": asked.SourceArn } }),
    },
  };
}

export function withStatements(policy: Policy, added: Statement[]): string {
  return pretty([...policy.statements, ...added]);
}

export function pretty(statements: Statement[]): string {
  if (statements.length === 0) {
    return "";
  }
  return JSON.stringify({ Version: "2012-10-17", Id: "default", Statement: statements }, undefined, 2);
}

export function adding(asked: AddPermissionRequest): Call {
  return call(addPermission, asked);
}

export function removing(functionArn: string, id: string): Call {
  const { qualifier } = nameOf(functionArn);
  return call(removePermission, {
    FunctionName: unqualified(functionArn),
    ...(qualifier === undefined ? {} : { Qualifier: qualifier }),
    StatementId: id,
  });
}

/** Unlike every other id, and telling where it came from. */
export function statementId(origin: Origin): string {
  const what =
    origin.kind === "authorizer"
      ? `authorizer-${origin.id}`
      : `${origin.method}${origin.path}`.replace(/[^A-Za-z0-9]+/g, "-").replace(/-$/, "");
  return `${origin.api}-${what}`.slice(0, 80) + `-${crypto.randomUUID().slice(0, 8)}`;
}
