// CloudFormation stacks as the pages read them.
import { all } from "../aws/pages";
import { send } from "../aws/send";
import {
  describeStackEvents,
  describeStackResources,
  describeStacks,
  getTemplate,
  listStacks,
  type Stack,
  type StackEvent,
  type StackResource,
} from "../generated/cloudformation";
import { href } from "../router";

const TOKEN = { from: "NextToken", to: "NextToken" } as const;

/** What is listed: stacks that are there, and those that were. */
export interface Listed {
  id: string;
  name: string;
  status: string;
  reason: string | undefined;
  created: string | undefined;
}

export async function readStacks(): Promise<Listed[]> {
  const found = await all(describeStacks, {}, TOKEN, (page) => page.Stacks);
  return found.map((stack) => ({
    id: stack.StackId ?? "",
    name: stack.StackName ?? "",
    status: stack.StackStatus ?? "",
    reason: stack.StackStatusReason,
    created: stack.CreationTime,
  }));
}

/** Stacks that were deleted, as long as the server remembers them. */
export async function readDeleted(): Promise<Listed[]> {
  const wanted = { StackStatusFilter: ["DELETE_COMPLETE" as const] };
  const found = await all(listStacks, wanted, TOKEN, (page) => page.StackSummaries);
  return found.map((stack) => ({
    id: stack.StackId ?? "",
    name: stack.StackName ?? "",
    status: stack.StackStatus ?? "",
    reason: stack.StackStatusReason,
    created: stack.CreationTime,
  }));
}

export interface WholeStack {
  stack: Stack;
  resources: StackResource[];
  /** The newest first. */
  events: StackEvent[];
  template: string;
}

/** By name, or by id where it is deleted. */
export async function readStack(StackName: string): Promise<WholeStack> {
  const [described, resources, events, template] = await Promise.all([
    send(describeStacks, { StackName }),
    send(describeStackResources, { StackName }),
    all(describeStackEvents, { StackName }, TOKEN, (page) => page.StackEvents),
    send(getTemplate, { StackName }),
  ]);
  return {
    stack: described.Stacks?.[0] ?? {},
    resources: resources.StackResources ?? [],
    events,
    template: textOf(template.TemplateBody),
  };
}

/** A template that is JSON comes as JSON. */
function textOf(body: unknown): string {
  return typeof body === "string" ? body : JSON.stringify(body ?? {}, undefined, 2);
}

export function isMoving(status: string | undefined): boolean {
  return status?.endsWith("_IN_PROGRESS") === true;
}

/** The events that say why it did not become what it was to be: the first failures of their kind. */
export function failures(events: StackEvent[]): StackEvent[] {
  return events
    .filter((event) => event.ResourceStatus?.endsWith("_FAILED") === true)
    .filter((event) => event.ResourceStatusReason !== "Resource creation cancelled")
    .toReversed();
}

type Place = (id: string) => string;

/** Where the console shows what a stack made. */
const PLACES: Record<string, Place> = {
  "AWS::ApiGateway::RestApi": (id) => href("apis", id),
  "AWS::IAM::ManagedPolicy": () => href("iam", "policies"),
  "AWS::IAM::Role": (id) => href("iam", "roles", id),
  "AWS::IAM::User": (id) => href("iam", "users", id),
  "AWS::Lambda::Function": (id) => href("functions", id),
  "AWS::Logs::LogGroup": (id) => href("logs", id),
};

export function placeOf(resource: StackResource): string | undefined {
  const id = resource.PhysicalResourceId;
  const gone = resource.ResourceStatus === "DELETE_COMPLETE";
  return id === undefined || gone ? undefined : PLACES[resource.ResourceType ?? ""]?.(id);
}
