// Groups of IAM with their members and policies.
import { all } from "../aws/pages";
import { send } from "../aws/send";
import {
  getGroup,
  getGroupPolicy,
  type Group,
  listAttachedGroupPolicies,
  listGroupPolicies,
  listGroups,
  type User,
} from "../generated/iam";
import { type HeldPolicy, managed, shown } from "./iam";

const MARKER = { from: "Marker", to: "Marker" } as const;

export function readGroups(): Promise<Group[]> {
  return all(listGroups, {}, MARKER, (page) => page.Groups);
}

export interface WholeGroup {
  group: Group;
  members: User[];
  policies: HeldPolicy[];
}

export async function readGroup(GroupName: string): Promise<WholeGroup> {
  const [found, members, policies] = await Promise.all([
    send(getGroup, { GroupName }),
    all(getGroup, { GroupName }, MARKER, (page) => page.Users),
    readGroupPolicies(GroupName),
  ]);
  return { group: found.Group ?? {}, members, policies };
}

export async function readGroupPolicies(GroupName: string): Promise<HeldPolicy[]> {
  const of = { GroupName };
  const [names, attached] = await Promise.all([
    all(listGroupPolicies, of, MARKER, (page) => page.PolicyNames),
    all(listAttachedGroupPolicies, of, MARKER, (page) => page.AttachedPolicies),
  ]);
  const inline = await Promise.all(
    names.map(async (name) => {
      const read = await send(getGroupPolicy, { ...of, PolicyName: name });
      return { name, arn: undefined, document: shown(read.PolicyDocument) };
    }),
  );
  return [...inline, ...(await managed(attached))];
}
