// The permission map as the server drew it, with a place in the console for each of its calls.
import { type MappedCall, type PermissionMap, permissionMap } from "../portcullis";
import { href } from "../router";
import { t } from "../text/en";
import { lastPart } from "./arns";
import { TEST_STAGE } from "./gate";

export interface Edge {
  api: { id: string; name: string };
  label: string;
  stage: string;
  isTest: boolean;
  /** The resource policy, a role, or the caller itself. */
  way: string;
  role: string | undefined;
  function: string;
  verdict: Verdict;
  why: string;
  href: string;
}

/** `unsure` is what each caller decides for itself, or what could not be made out. */
export type Verdict = "allowed" | "refused" | "unsure";

export async function readEdges(): Promise<Edge[]> {
  return edgesOf(await permissionMap());
}

export function edgesOf(map: PermissionMap): Edge[] {
  const apis = new Map(map.apis.map((api) => [api.arn, api]));
  return map.coverage.edges.map((call) => {
    const { id, name } = apis.get(call.api) ?? { id: "", name: call.api };
    const role = typeof call.way === "object" && "role" in call.way ? call.way.role.arn : undefined;
    return {
      api: { id, name },
      label: labelOf(call),
      stage: call.stage ?? t.permission.anyStage,
      isTest: call.stage === TEST_STAGE,
      way: wayOf(call),
      role,
      function: call.function ?? t.map.unknownFunction,
      verdict: verdictOf(call),
      why: call.why,
      href: placeOf(call, id),
    };
  });
}

export function labelOf({ from }: MappedCall): string {
  return "method" in from
    ? `${from.method.verb} ${from.method.path}`
    : t.map.authorizer(from.authorizer.name);
}

function wayOf({ way }: MappedCall): string {
  if (typeof way === "string") {
    return t.map.ways[way];
  }
  return "role" in way ? lastPart(way.role.arn) : t.map.resourcePolicy;
}

function verdictOf({ state }: MappedCall): Verdict {
  switch (state) {
    case "granted":
    case "wider-than-needed":
      return "allowed";
    case "missing":
    case "denied":
      return "refused";
    case "per-caller":
    case "unknown":
      return "unsure";
  }
}

function placeOf({ from }: MappedCall, api: string): string {
  return "method" in from
    ? href("apis", api, "resources", from.method.path, from.method.verb)
    : href("apis", api, "authorizers");
}

/** What a statement lets in, one line for each method or authorizer, with the stages. */
export function letsIn(map: PermissionMap, grants: number[]): string[] {
  const names = new Map(map.apis.map((api) => [api.arn, api.name]));
  const stages = new Map<string, string[]>();
  for (const index of grants) {
    const call = map.coverage.edges[index];
    if (call !== undefined) {
      const label = `${names.get(call.api) ?? call.api}: ${labelOf(call)}`;
      const stage = call.stage === TEST_STAGE ? t.map.testButton : call.stage;
      stages.set(label, [...(stages.get(label) ?? []), ...(stage === null ? [] : [stage])]);
    }
  }
  return [...stages].map(([label, from]) => (from.length === 0 ? label : `${label} (${from.join(", ")})`));
}
