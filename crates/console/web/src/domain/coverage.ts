// Who of all APIs invokes functions, and which statement lets whom.
import type { Stage } from "../generated/apigateway";
import { functionOf, hasStageVariable, resolve } from "./arns";
import { methodsOf, readApis, readAuthorizers, readResources, readStages } from "./api";
import { type Origin, sourceArn } from "./gate";
import { arnLike, sourcesOf, type Statement } from "./policies";

/** A method or an authorizer that invokes a function. */
export interface Caller {
  api: { id: string; name: string };
  origin: Origin;
  /** What a person calls it. */
  label: string;
  uri: string;
  credentials: string | undefined;
  stages: Stage[];
  resourceId: string | undefined;
}

export async function readCallers(): Promise<Caller[]> {
  const apis = await readApis();
  const callers = await Promise.all(
    apis.map(async ({ id = "", name = "" }) => {
      const [resources, stages, authorizers] = await Promise.all([
        readResources(id),
        readStages(id),
        readAuthorizers(id),
      ]);
      const api = { id, name };
      const methods = methodsOf(resources).map(({ resource, verb, method }): Caller => {
        const path = resource.path ?? "/";
        return {
          api,
          origin: { kind: "method", api: id, method: verb, path },
          label: `${verb} ${path}`,
          uri: method.methodIntegration?.uri ?? "",
          credentials: method.methodIntegration?.credentials,
          stages,
          resourceId: resource.id,
        };
      });
      const own = authorizers.map(
        (one): Caller => ({
          api,
          origin: { kind: "authorizer", api: id, id: one.id ?? "" },
          label: one.name ?? "",
          uri: one.authorizerUri ?? "",
          credentials: one.authorizerCredentials,
          stages,
          resourceId: undefined,
        }),
      );
      return [...methods, ...own].filter((caller) => functionOf(caller.uri) !== undefined);
    }),
  );
  return callers.flat();
}

export interface Covered {
  methods: string[];
  /** Nobody that it would let in is there. */
  orphaned: boolean;
  /** It lets in the whole service, whichever account asks. */
  open: boolean;
}

export function coverage(statement: Statement, functionArn: string, callers: Caller[]): Covered {
  const patterns = sourcesOf(statement);
  const forGateway = JSON.stringify(statement.Principal ?? "").includes("apigateway.amazonaws.com");
  if (!forGateway) {
    return { methods: [], orphaned: false, open: false };
  }
  const methods = callers.flatMap((caller) => {
    const stages = stagesThatInvoke(caller, functionArn).filter(
      (stage) =>
        patterns.length === 0 ||
        patterns.some((pattern) => arnLike(pattern, sourceArn(caller.origin, stage))),
    );
    if (stages.length === 0) {
      return [];
    }
    const where = caller.origin.kind === "authorizer" ? "" : ` (${stages.join(", ")})`;
    return [`${caller.api.name}: ${caller.label}${where}`];
  });
  const conditions = JSON.stringify(statement.Condition ?? {}).toLowerCase();
  const open = patterns.length === 0 && !conditions.includes("aws:sourceaccount");
  return { methods, orphaned: methods.length === 0 && patterns.length > 0, open };
}

function stagesThatInvoke(caller: Caller, functionArn: string): string[] {
  const named = functionOf(caller.uri) ?? "";
  if (!hasStageVariable(named)) {
    const stages = caller.stages.map((stage) => stage.stageName ?? "");
    return named === functionArn ? (stages.length > 0 ? stages : ["*"]) : [];
  }
  return caller.stages
    .filter((stage) => resolve(named, stage.variables).text === functionArn)
    .map((stage) => stage.stageName ?? "");
}

/** Statements that another one makes needless: the same but for a narrower source ARN. */
export function redundant(statements: Statement[]): Statement[] {
  return statements.filter((one, index) =>
    statements.some((other, at) => {
      if (at === index || rest(one) !== rest(other)) {
        return false;
      }
      const [narrow, wide] = [sourcesOf(one), sourcesOf(other)];
      const covers = narrow.length > 0 && narrow.every((arn) => wide.some((like) => arnLike(like, arn)));
      const same = JSON.stringify(narrow) === JSON.stringify(wide);
      // Of two that are the same, the first stays.
      return covers && (!same || at < index);
    }),
  );
}

function rest(statement: Statement): string {
  const { Sid: _sid, Condition: condition = {}, ...others } = statement;
  const { ArnLike: _like, ...conditions } = condition;
  return JSON.stringify([others, conditions]);
}
