// The edges of the permission map, from the public APIs and the server's own decisions.
import { href } from "../router";
import { t } from "../text/en";
import { lastPart, nameOf } from "./arns";
import { type Caller, readCallers } from "./coverage";
import { ANY_STAGE, rowsOf } from "./gate";
import { mayInvoke } from "../portcullis";

export interface Edge {
  api: { id: string; name: string };
  label: string;
  stage: string;
  /** The resource policy, or a role. */
  way: string;
  role: string | undefined;
  function: string;
  allowed: boolean;
  why: string;
  href: string;
}

export async function readEdges(): Promise<Edge[]> {
  const callers = await readCallers();
  const asked = callers.flatMap((caller) => {
    const rows = rowsOf(caller.origin, caller.uri, caller.credentials, caller.stages);
    return rows.flatMap((row) => [
      // An authorizer's grant holds for every stage.
      ...(caller.origin.kind === "authorizer" ? row.stages.slice(0, 1) : row.stages).map((judged) => ({
        caller,
        fn: row.function,
        stage: judged.stage,
        question: judged.question,
        missing: [] as string[],
      })),
      ...row.unresolved.map(({ stage, missing }) => ({
        caller,
        fn: row.function,
        stage,
        question: undefined,
        missing,
      })),
    ]);
  });
  const questions = asked.flatMap(({ question }) => (question === undefined ? [] : [question]));
  const answers = await mayInvoke(questions);
  let next = 0;
  return asked.map(({ caller, fn, stage, question, missing }) => {
    const answer = question === undefined ? undefined : answers[next++];
    const why = answer?.sentence ?? t.permission.unresolved(stage, missing.join(", "));
    return edge(caller, fn, stage, answer?.allowed ?? false, why);
  });
}

function edge(caller: Caller, fn: string, stage: string, allowed: boolean, why: string): Edge {
  const authorizer = caller.origin.kind === "authorizer";
  const every = authorizer || stage === ANY_STAGE;
  return {
    api: caller.api,
    label: authorizer ? t.map.authorizer(caller.label) : caller.label,
    stage: every ? t.permission.anyStage : stage,
    way: caller.credentials === undefined ? t.map.resourcePolicy : lastPart(caller.credentials),
    role: caller.credentials,
    function: fn,
    allowed,
    why,
    href: placeOf(caller),
  };
}

function placeOf(caller: Caller): string {
  const { origin } = caller;
  return origin.kind === "authorizer"
    ? href("apis", origin.api, "authorizers")
    : href("apis", origin.api, "resources", caller.resourceId ?? "", origin.method);
}

export function shortName(arn: string): string {
  const { name, qualifier } = nameOf(arn);
  return qualifier === undefined ? name : `${name}:${qualifier}`;
}
