// What is beside the AWS APIs on the same port: health, the journal, questions.
import { Failure } from "./aws/failure";
import { bytes } from "./aws/sign";
import { signed } from "./aws/send";
import { region } from "./session";

const SIGNING_NAME = "portcullis";

export interface Health {
  status: string;
  version: string;
  account: string;
  region: string;
  auth: "strict" | "open";
  permissions: "enforce" | "report";
  isolation: { level: string; whole: boolean; missing: string[] };
  functionNetwork: string;
  durable: boolean;
  /** Where calls of services go that are not here. */
  upstream: string[];
  organization: { id: string; serviceControlPolicies: unknown; resourceControlPolicies: unknown } | null;
  services: Record<string, string>;
}

export type LaneName = "client" | "gateway" | "authorizer" | "policy" | "backend" | "logs";

export interface Step {
  at_micros: number;
  took_micros?: number;
  from: LaneName;
  to: LaneName;
  kind: string;
  mark: "plain" | "permitted" | "refused" | "reported";
  text: string;
  decision?: Decision;
}

export interface Decision {
  allowed?: boolean;
  sentence?: string;
  principal?: string;
  action?: string;
  resource?: string;
  nearest?: unknown;
  [other: string]: unknown;
}

export interface Refusal {
  layer: string;
  kind: string;
  cause: string;
  fix: string | null;
}

export interface Entry {
  request_id: string;
  api_id: string;
  stage: string;
  method: string;
  path: string;
  started: number;
  duration_micros: number;
  status: number;
  outcome: "answered" | { refused: Refusal };
  source_ip: string | null;
  caller: string | null;
  permissions_mode: "enforce" | "report";
  steps: Step[];
  steps_left_out: number;
  [other: string]: unknown;
}

/** May API Gateway invoke a function, on its own behalf or in a role? */
export interface Question {
  function: string;
  sourceArn?: string;
  roleArn?: string;
}

export interface Answer {
  allowed: boolean;
  /** Whoever is signed in may not ask: then nothing is known. */
  unasked?: boolean;
  sentence?: string;
  explanation?: Decision;
  fix?: string;
}

export interface Rendering {
  template: string;
  body: string;
  path?: Record<string, string>;
  querystring?: Record<string, string>;
  header?: Record<string, string>;
  context?: unknown;
  stageVariables?: Record<string, string>;
}

export interface Rendered {
  text?: string;
  error?: string;
  requestOverride?: Record<string, unknown>;
  responseOverride?: Record<string, unknown>;
}

export async function health(): Promise<Health> {
  return get<Health>("health");
}

/** Requests without their steps, the newest first: all that are kept, or what came after one. */
export async function rows(since?: string): Promise<Entry[]> {
  const query: Array<[string, string]> = since === undefined ? [] : [["since", since]];
  const answer = await get<{ entries: Entry[] }>("rows", query);
  return answer.entries;
}

export async function entry(id: string): Promise<Entry> {
  return get<Entry>(`journal/${encodeURIComponent(id)}`);
}

export async function diagram(id: string): Promise<string> {
  const answer = await get<{ diagram: string }>(`journal/${encodeURIComponent(id)}/diagram`);
  return answer.diagram;
}

/** One element of a statement beside what was asked; what differs, in bytes. */
export interface Compared {
  element: string;
  pattern: string;
  value: string | null;
  patternDiffers: [number, number] | null;
  valueDiffers: [number, number] | null;
  otherPatterns: number;
}

export interface NearMiss {
  policy: string;
  sid: string | null;
  sentence: string;
  compared: Compared[];
}

export interface Fixes {
  cli?: string | null;
  swagger?: string | null;
  cloudformation?: string | null;
  sam?: string | null;
  terraform?: string | null;
}

export interface Report {
  what: string;
  because: string | null;
  nearest: NearMiss | null;
  needed: string[];
  notes: string[];
  fix: Fixes;
}

export async function why(id: string): Promise<Report> {
  return get<Report>(`journal/${encodeURIComponent(id)}/why`);
}

/**
 * In the order of the questions. To somebody who may not ask, every answer is no, with the reason:
 * then the dialog is shown rather than left out.
 */
export async function mayInvoke(questions: Question[]): Promise<Answer[]> {
  try {
    return await askAll(questions);
  } catch (error) {
    if (error instanceof Failure && error.status === 403) {
      return questions.map(() => ({ allowed: false, unasked: true, sentence: error.message }));
    }
    throw error;
  }
}

async function askAll(questions: Question[]): Promise<Answer[]> {
  if (questions.length === 0) {
    return [];
  }
  const answers: Answer[] = [];
  const atOnce = 2000;
  for (let at = 0; at < questions.length; at += atOnce) {
    const asked = { questions: questions.slice(at, at + atOnce) };
    const answer = await post<{ answers: Answer[] }>("invocations", asked);
    answers.push(...answer.answers);
  }
  return answers;
}

export type CallState =
  | "granted"
  | "wider-than-needed"
  | "missing"
  | "denied"
  | "per-caller"
  | "unknown";

/** One call of a function that an API makes. */
export interface MappedCall {
  /** The ARN of the API. */
  api: string;
  from: { method: { verb: string; path: string } } | { authorizer: { id: string; name: string } };
  /** None for an authorizer that every stage asks in the same way. */
  stage: string | null;
  way: { resourcePolicy: { sourceArn: string } } | { role: { arn: string } } | "caller" | "unknown";
  function: string | null;
  state: CallState;
  why: string;
}

/** One statement of a function's resource policy, and what it is good for. */
export interface MappedStatement {
  function: string;
  sid: string;
  worth:
    | "needed"
    | "wider-than-needed"
    | "shadowed"
    | "duplicate"
    | "orphaned"
    | "for-others"
    | "unknown";
  reach: "exact" | "any-stage" | "beyond" | "whole-api" | "any-api" | "anyone" | null;
  why: string;
  /** Which of the calls it grants, by their places. */
  grants: number[];
}

export interface PermissionMap {
  apis: Array<{ arn: string; id: string; name: string }>;
  coverage: { edges: MappedCall[]; statements: MappedStatement[] };
}

/** Every call of a function that the APIs make, and every grant, as the server's analysis has it. */
export function permissionMap(): Promise<PermissionMap> {
  return get<PermissionMap>("map");
}

/** Fewer statements that grant the same, proved by the policy engine. */
export interface Compaction {
  function: string;
  keep: string[];
  remove: string[];
  add: Array<{ sid: string; sourceArn: string; statement: string }>;
  bytesBefore: number;
  bytesAfter: number;
  provedOver: number;
}

export async function compaction(functionArn: string): Promise<Compaction> {
  const answer = await get<{ compaction: Compaction }>("map/compact", [["function", functionArn]]);
  return answer.compaction;
}

/** A function that somebody may invoke, or may not. */
export interface Who {
  principal: string;
  function: string;
  state: CallState;
  why: string;
}

export async function whatCan(principal: string): Promise<Who[]> {
  const answer = await get<{ what: Who[] }>("map/what-can", [["principal", principal]]);
  return answer.what;
}

/** One action that somebody was allowed on a resource, or refused. */
export interface Done {
  action: string;
  /** Empty where it was refused. */
  resource: string;
  calls: number;
  refused: number;
  /** When it was refused last, in milliseconds since 1970. */
  last: number | null;
}

export async function did(principal: string): Promise<Done[]> {
  const answer = await get<{ done: Done[] }>("did", [["principal", principal]]);
  return answer.done;
}

export type PolicyKind = "identity" | "resource" | "trust";

/** What IAM Access Analyzer's checks find in a policy. */
export interface Finding {
  kind: "ERROR" | "SECURITY_WARNING" | "WARNING" | "SUGGESTION";
  code: string;
  details: string;
  line: number;
  column: number;
  learnMore: string;
}

export async function lint(document: string, kind: PolicyKind): Promise<Finding[]> {
  const answer = await post<{ findings: Finding[] }>("lint", { document, kind });
  return answer.findings;
}

/** What would be refused or is dangerous in a template or definition, and what ends it. */
export interface Checked {
  findings: Array<{
    rule: string;
    name: string;
    severity: "error" | "warning" | "note";
    message: string;
    place: { start: { line: number; column: number } };
    fix: { title: string; paste: string | null } | null;
    fingerprint: string;
  }>;
  notChecked: Array<{ error: string }>;
  summary: { errors: number; warnings: number; notes: number };
}

export function check(document: string, parameters: Record<string, string>): Promise<Checked> {
  return post<Checked>("check", { document, parameters, region: region() });
}

/** Whether inputs and outputs of steps are kept, and of how many requests they are. */
export interface Tracing {
  on: boolean;
  requests: number;
}

export function tracing(): Promise<Tracing> {
  return get<Tracing>("traces");
}

export function turnTraces(on: boolean): Promise<Tracing> {
  return post<Tracing>("traces", { on });
}

export interface Traced {
  on: boolean;
  /** None where the request was not traced. */
  lines: Array<{ at: number; text: string }> | null;
}

export function traced(id: string): Promise<Traced> {
  return get<Traced>(`journal/${encodeURIComponent(id)}/exchange`);
}

/** A policy that an authorizer will not be asked for again before it expires. */
export interface Remembered {
  authorizerId: string;
  principal: string;
  policy: string;
  expiresInSeconds: number;
}

export async function remembered(api: string, stage: string): Promise<Remembered[]> {
  const answer = await post<{ remembered: Remembered[] }>("authorizer-cache", { api, stage });
  return answer.remembered;
}

export async function render(asked: Rendering): Promise<Rendered> {
  return post<Rendered>("render", asked);
}

async function get<T>(path: string, query: Array<[string, string]> = []): Promise<T> {
  const empty = new Uint8Array();
  const request = { method: "GET", path: `/_portcullis/${path}`, query, headers: {}, body: empty };
  return read<T>(await signed(request, SIGNING_NAME));
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const request = {
    method: "POST",
    path: `/_portcullis/${path}`,
    query: [],
    headers: { "content-type": "application/json" },
    body: bytes(JSON.stringify(body)),
  };
  return read<T>(await signed(request, SIGNING_NAME));
}

async function read<T>(response: Response): Promise<T> {
  const answer = (await response.json().catch(() => ({}))) as { message?: string };
  if (!response.ok) {
    throw new Failure("Refused", answer.message ?? "", response.status);
  }
  return answer as T;
}
