// One API with everything below it, read at once.
import { all } from "../aws/pages";
import { send } from "../aws/send";
import {
  type Authorizer,
  type Deployment,
  getAuthorizers,
  getDeployments,
  getModels,
  getRequestValidators,
  getResources,
  getRestApi,
  getRestApis,
  getStages,
  type Method,
  type Model,
  type RequestValidator,
  type Resource,
  type RestApi,
  type Stage,
} from "../generated/apigateway";

export interface Api {
  api: RestApi;
  id: string;
  resources: Resource[];
  stages: Stage[];
  authorizers: Authorizer[];
  deployments: Deployment[];
  models: Model[];
  validators: RequestValidator[];
}

const POSITION = { from: "position", to: "position" } as const;

export function readApis(): Promise<RestApi[]> {
  return all(getRestApis, { limit: 500 }, POSITION, (page) => page.item);
}

export function readResources(id: string): Promise<Resource[]> {
  const input = { restApiId: id, limit: 500, embed: ["methods"] };
  return all(getResources, input, POSITION, (page) => page.item);
}

export async function readStages(id: string): Promise<Stage[]> {
  const answer = await send(getStages, { restApiId: id });
  return answer.item ?? [];
}

export function readAuthorizers(id: string): Promise<Authorizer[]> {
  return all(getAuthorizers, { restApiId: id, limit: 500 }, POSITION, (page) => page.item);
}

export async function readApi(id: string): Promise<Api> {
  const of = { restApiId: id, limit: 500 };
  const [api, resources, stages, authorizers, deployments, models, validators] = await Promise.all([
    send(getRestApi, { restApiId: id }),
    readResources(id),
    readStages(id),
    readAuthorizers(id),
    all(getDeployments, of, POSITION, (page) => page.item),
    all(getModels, of, POSITION, (page) => page.item),
    all(getRequestValidators, of, POSITION, (page) => page.item),
  ]);
  const inOrder = resources.toSorted((one, other) => compare(one.path, other.path));
  return { api, id, resources: inOrder, stages, authorizers, deployments, models, validators };
}

export function compare(one: string | undefined, other: string | undefined): number {
  return (one ?? "").localeCompare(other ?? "");
}

export interface Located {
  resource: Resource;
  verb: string;
  method: Method;
}

export function methodsOf(resources: Resource[]): Located[] {
  return resources.flatMap((resource) =>
    Object.entries(resource.resourceMethods ?? {})
      .toSorted(([one], [other]) => compare(one, other))
      .map(([verb, method]) => ({ resource, verb, method })),
  );
}

/** Where a stage of an API is called on this server. */
export function invokeUrl(api: string, stage: string): string {
  return `${location.origin}/restapis/${api}/${stage}/_user_request_`;
}
