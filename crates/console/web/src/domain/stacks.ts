// CloudFormation stacks as the pages read them.
import { Failure } from "../aws/failure";
import { all } from "../aws/pages";
import { send } from "../aws/send";
import {
  createChangeSet,
  type CreateChangeSetInput,
  deleteChangeSet,
  describeChangeSet,
  describeStackEvents,
  describeStackResources,
  describeStacks,
  getTemplate,
  listStacks,
  type ResourceChange,
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

/** A template that is JSON is indented; one in YAML stays as it was written. */
function textOf(body: unknown): string {
  try {
    const document: unknown = typeof body === "string" ? JSON.parse(body) : (body ?? {});
    return JSON.stringify(document, undefined, 2);
  } catch {
    return String(body);
  }
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
  "AWS::IAM::Group": (id) => href("iam", "groups", id),
  "AWS::IAM::ManagedPolicy": () => href("iam", "policies"),
  "AWS::IAM::Role": (id) => href("iam", "roles", id),
  "AWS::IAM::User": (id) => href("iam", "users", id),
  "AWS::Lambda::Function": (id) => href("functions", id),
  "AWS::Logs::LogGroup": (id) => href("logs", id),
  "AWS::S3::Bucket": (id) => href("buckets", id),
  "AWS::SSM::Parameter": (id) => href("parameters", id),
};

export function placeOf(resource: StackResource): string | undefined {
  const id = resource.PhysicalResourceId;
  const gone = resource.ResourceStatus === "DELETE_COMPLETE";
  return id === undefined || gone ? undefined : PLACES[resource.ResourceType ?? ""]?.(id);
}

const PAUSE_MILLIS = 300;
const MOST_ATTEMPTS = 100;

/** What an update would change, by a change set that is made and thrown away. */
export async function previewOf(
  StackName: string,
  asked: Pick<CreateChangeSetInput, "TemplateBody" | "Parameters" | "Capabilities">,
): Promise<ResourceChange[]> {
  const of = { StackName, ChangeSetName: `console-${crypto.randomUUID().slice(0, 8)}` };
  await send(createChangeSet, { ...of, ...asked });
  try {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const { Status, StatusReason = "", Changes = [] } = await send(describeChangeSet, of);
      if (Status === "FAILED") {
        // AWS calls a change set that changes nothing failed.
        if (/didn't contain changes|No updates/.test(StatusReason)) {
          return [];
        }
        throw new Failure(Status, StatusReason, 400);
      }
      if (Status === "CREATE_COMPLETE") {
        return Changes.flatMap((one) => (one.ResourceChange === undefined ? [] : [one.ResourceChange]));
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
    }
    return [];
  } finally {
    await send(deleteChangeSet, of);
  }
}
