// What is beside the AWS APIs on the same port: health, the journal, questions.
import { Failure } from "./aws/failure";
import { bytes } from "./aws/sign";
import { signed } from "./aws/send";

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

/** In the order of the questions. */
export async function mayInvoke(questions: Question[]): Promise<Answer[]> {
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
