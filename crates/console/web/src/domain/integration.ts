// What somebody fills in about an integration, and the calls that make it so.
import { call, type Call } from "../aws/operation";
import {
  type Integration,
  type PatchOperation,
  putIntegration,
  type PutIntegrationRequest,
  putIntegrationResponse,
  updateIntegration,
} from "../generated/apigateway";
import { functionArn, functionOf, invocationUri } from "./arns";

export type Kind = "lambda" | "http" | "mock" | "aws";

export interface Form {
  kind: Kind;
  proxy: boolean;
  /** A name or an ARN, with stage variables perhaps. */
  fn: string;
  uri: string;
  httpMethod: string;
  role: string;
  timeout: string;
}

export const BLANK: Form = {
  kind: "lambda",
  proxy: true,
  fn: "",
  uri: "",
  httpMethod: "GET",
  role: "",
  timeout: "29000",
};

export function formOf(integration: Integration | undefined): Form {
  if (integration === undefined) {
    return BLANK;
  }
  const fn = functionOf(integration.uri);
  return {
    kind: kindOf(integration, fn),
    proxy: integration.type === "AWS_PROXY" || integration.type === "HTTP_PROXY",
    fn: fn ?? "",
    uri: fn === undefined ? (integration.uri ?? "") : "",
    httpMethod: integration.httpMethod ?? "GET",
    role: integration.credentials ?? "",
    timeout: String(integration.timeoutInMillis ?? 29_000),
  };
}

function kindOf(integration: Integration, fn: string | undefined): Kind {
  switch (integration.type) {
    case "MOCK":
      return "mock";
    case "HTTP":
    case "HTTP_PROXY":
      return "http";
    default:
      return fn === undefined && integration.uri !== undefined ? "aws" : "lambda";
  }
}

export function isWhole(form: Form): boolean {
  switch (form.kind) {
    case "mock":
      return true;
    case "lambda":
      return form.fn.trim() !== "";
    default:
      return form.uri.trim() !== "";
  }
}

export function uriOf(form: Form): string | undefined {
  switch (form.kind) {
    case "lambda":
      return invocationUri(functionArn(form.fn));
    case "mock":
      return undefined;
    default:
      return form.uri.trim();
  }
}

function typeOf(form: Form): PutIntegrationRequest["type"] {
  switch (form.kind) {
    case "lambda":
      return form.proxy ? "AWS_PROXY" : "AWS";
    case "http":
      return form.proxy ? "HTTP_PROXY" : "HTTP";
    case "aws":
      return "AWS";
    case "mock":
      return "MOCK";
  }
}

export interface Where {
  restApiId: string;
  resourceId: string;
  httpMethod: string;
}

/** A role that was chosen in the permission dialog takes the place of the form's. */
export function putting(where: Where, form: Form, role: string | undefined): Call {
  const credentials = role ?? form.role.trim();
  const uri = uriOf(form);
  const timeout = Number(form.timeout);
  return call(putIntegration, {
    ...where,
    type: typeOf(form),
    ...(uri === undefined ? {} : { uri }),
    ...(form.kind === "mock"
      ? { requestTemplates: { "application/json": '{"statusCode": 200}' } }
      : // Lambda is invoked with POST, whatever the method of the API.
        { integrationHttpMethod: form.kind === "lambda" ? "POST" : form.httpMethod }),
    ...(credentials === "" ? {} : { credentials }),
    ...(timeout === 29_000 || Number.isNaN(timeout) ? {} : { timeoutInMillis: timeout }),
  });
}

/** What differs, where the type stays; else the integration is put anew with its responses. */
export function changing(
  where: Where,
  before: Integration | undefined,
  form: Form,
  role: string | undefined,
): Call[] {
  if (before === undefined || before.type !== typeOf(form)) {
    const kept = Object.values(before?.integrationResponses ?? {}).map((response) =>
      call(putIntegrationResponse, { ...where, ...response, statusCode: response.statusCode ?? "" }),
    );
    return [putting(where, form, role), ...kept];
  }
  const credentials = role ?? form.role.trim();
  const wanted: Array<[string, string | undefined, string | undefined]> = [
    ["/uri", before.uri, uriOf(form)],
    ["/credentials", before.credentials, credentials],
    ["/timeoutInMillis", String(before.timeoutInMillis ?? 29_000), form.timeout],
    [
      "/httpMethod",
      before.httpMethod,
      form.kind === "mock" ? before.httpMethod : form.kind === "lambda" ? "POST" : form.httpMethod,
    ],
  ];
  const patchOperations: PatchOperation[] = wanted
    .filter(([, old, now]) => (old ?? "") !== (now ?? ""))
    .map(([path, , now]) => ({ op: "replace", path, value: now ?? "" }));
  return patchOperations.length === 0 ? [] : [call(updateIntegration, { ...where, patchOperations })];
}
