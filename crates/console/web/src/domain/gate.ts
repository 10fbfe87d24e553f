// Who wants to invoke which function, and may they? The server decides; here the questions are made.
import type { Stage } from "../generated/apigateway";
import { type Answer, mayInvoke, type Question } from "../portcullis";
import { executeApi, functionOf, hasStageVariable, resolve } from "./arns";

/** The stage that the test button calls from. */
export const TEST_STAGE = "test-invoke-stage";
/** Stands for a stage while there is none yet. */
export const ANY_STAGE = "*";

/** What of an API invokes. */
export type Origin =
  | { kind: "method"; api: string; method: string; path: string }
  | { kind: "authorizer"; api: string; id: string };

export interface Judged {
  stage: string;
  question: Question;
  answer: Answer;
}

/** One function that is invoked, with the stages that it is invoked from. */
export interface Row {
  /** As it is invoked, qualifier included. */
  function: string;
  stages: Judged[];
  /** What the test button would meet; only for methods. */
  test: Judged | undefined;
  /** Stage variables that a stage lacks, so that no function is found. */
  unresolved: Array<{ stage: string; missing: string[] }>;
}

export function sourceArn(origin: Origin, stage: string): string {
  return origin.kind === "authorizer"
    ? executeApi(origin.api, `authorizers/${origin.id}`)
    : executeApi(origin.api, `${stage}/${origin.method}${origin.path}`);
}

/** Whether every stage may invoke. */
export function isOpen(row: Row): boolean {
  return row.unresolved.length === 0 && row.stages.every((judged) => judged.answer.allowed);
}

/** Why nothing is known of whether a function may be invoked; none where it is. */
export function unaskedReason(rows: ReadonlyArray<Row>): string | undefined {
  const judged = rows.flatMap((row) => row.stages);
  return judged.find((one) => one.answer.unasked === true)?.answer.sentence;
}

/** One row per function that the URI comes to; none where it names no function. */
export async function judge(
  origin: Origin,
  uri: string | undefined,
  credentials: string | undefined,
  stages: ReadonlyArray<Stage>,
): Promise<Row[]> {
  const rows = rowsOf(origin, uri, credentials, stages);
  const asked = rows.flatMap((row) => [...row.stages, ...(row.test ? [row.test] : [])]);
  const answers = await mayInvoke(asked.map((one) => one.question));
  asked.forEach((one, index) => {
    one.answer = answers[index] ?? { allowed: false };
  });
  return rows;
}

/** Questions without their answers yet. */
export function rowsOf(
  origin: Origin,
  uri: string | undefined,
  credentials: string | undefined,
  stages: ReadonlyArray<Stage>,
): Row[] {
  const named = functionOf(uri);
  if (named === undefined) {
    return [];
  }
  const ask = (fn: string, stage: string): Judged => ({
    stage,
    question:
      credentials === undefined || credentials === ""
        ? { function: fn, sourceArn: sourceArn(origin, stage) }
        : { function: fn, roleArn: credentials },
    answer: { allowed: false },
  });
  const test = (fn: string) => (origin.kind === "method" ? ask(fn, TEST_STAGE) : undefined);
  if (!hasStageVariable(named)) {
    const from = stages.length > 0 ? stages.map((stage) => stage.stageName ?? "") : [ANY_STAGE];
    const judged = from.map((stage) => ask(named, stage));
    return [{ function: named, stages: judged, test: test(named), unresolved: [] }];
  }
  const rows = new Map<string, Row>();
  const unresolved: Row["unresolved"] = [];
  for (const stage of stages) {
    const name = stage.stageName ?? "";
    const { text, missing } = resolve(named, stage.variables);
    if (missing.length > 0) {
      unresolved.push({ stage: name, missing });
      continue;
    }
    const row = rows.get(text) ?? {
      function: text,
      stages: [],
      test: test(text),
      unresolved: [],
    };
    row.stages.push(ask(text, name));
    rows.set(text, row);
  }
  const found = [...rows.values()];
  if (unresolved.length > 0 || found.length === 0) {
    found.push({ function: named, stages: [], test: undefined, unresolved });
  }
  return found;
}
