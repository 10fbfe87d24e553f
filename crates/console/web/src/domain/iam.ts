// Roles, users and policies with what hangs on them.
import { all } from "../aws/pages";
import { send } from "../aws/send";
import {
  type AttachedPolicy,
  getPolicyVersion,
  getRole,
  getRolePolicy,
  getUserPolicy,
  listAttachedRolePolicies,
  listAttachedUserPolicies,
  listPolicies,
  listPolicyVersions,
  listRolePolicies,
  listUserPolicies,
  listUsers,
  type Policy,
  type Role,
  type User,
} from "../generated/iam";
import { decoded } from "./roles";

const MARKER = { from: "Marker", to: "Marker" } as const;

export interface HeldPolicy {
  name: string;
  /** Only of a managed one. */
  arn: string | undefined;
  document: string;
}

export interface RoleWithPolicies {
  role: Role;
  policies: HeldPolicy[];
}

export async function readRole(name: string): Promise<RoleWithPolicies> {
  const of = { RoleName: name };
  const [answer, names, attached] = await Promise.all([
    send(getRole, of),
    all(listRolePolicies, of, MARKER, (page) => page.PolicyNames),
    all(listAttachedRolePolicies, of, MARKER, (page) => page.AttachedPolicies),
  ]);
  const inline = await Promise.all(
    names.map(async (policy) => {
      const read = await send(getRolePolicy, { ...of, PolicyName: policy });
      return { name: policy, arn: undefined, document: shown(read.PolicyDocument) };
    }),
  );
  return { role: answer.Role ?? {}, policies: [...inline, ...(await managed(attached))] };
}

export async function readUserPolicies(name: string): Promise<HeldPolicy[]> {
  const of = { UserName: name };
  const [names, attached] = await Promise.all([
    all(listUserPolicies, of, MARKER, (page) => page.PolicyNames),
    all(listAttachedUserPolicies, of, MARKER, (page) => page.AttachedPolicies),
  ]);
  const inline = await Promise.all(
    names.map(async (policy) => {
      const read = await send(getUserPolicy, { ...of, PolicyName: policy });
      return { name: policy, arn: undefined, document: shown(read.PolicyDocument) };
    }),
  );
  return [...inline, ...(await managed(attached))];
}

export function managed(attached: AttachedPolicy[]): Promise<HeldPolicy[]> {
  return Promise.all(
    attached.map(async ({ PolicyName: name = "", PolicyArn: arn = "" }) => ({
      name,
      arn,
      document: await readDefault(arn),
    })),
  );
}

/** The document of a managed policy's default version. */
export async function readDefault(arn: string): Promise<string> {
  const { Versions = [] } = await send(listPolicyVersions, { PolicyArn: arn });
  const version = Versions.find((one) => one.IsDefaultVersion)?.VersionId ?? "v1";
  const read = await send(getPolicyVersion, { PolicyArn: arn, VersionId: version });
  return shown(read.PolicyVersion?.Document);
}

export function readUsers(): Promise<User[]> {
  return all(listUsers, {}, MARKER, (page) => page.Users);
}

export function readPolicies(): Promise<Policy[]> {
  return all(listPolicies, { Scope: "Local" }, MARKER, (page) => page.Policies);
}

/** Indented, where it is JSON. */
export function shown(document: string | undefined): string {
  const text = decoded(document ?? "");
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}
