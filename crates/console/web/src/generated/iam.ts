// Written by `cargo xtask codegen`. Do not edit.
// What the console calls of iam, as crates/wire describes it.
import type { Kind, Operation } from "../aws/operation";

export interface AccessKey {
  UserName?: string;
  AccessKeyId?: string;
  Status?: "Active" | "Inactive" | "Expired";
  SecretAccessKey?: string;
  CreateDate?: string;
}

export interface AccessKeyMetadata {
  UserName?: string;
  AccessKeyId?: string;
  Status?: "Active" | "Inactive" | "Expired";
  CreateDate?: string;
}

export interface AddUserToGroupRequest {
  GroupName: string;
  UserName: string;
}

export interface AttachGroupPolicyRequest {
  GroupName: string;
  PolicyArn: string;
}

export interface AttachRolePolicyRequest {
  RoleName: string;
  PolicyArn: string;
}

export interface AttachUserPolicyRequest {
  UserName: string;
  PolicyArn: string;
}

export interface AttachedPermissionsBoundary {
  PermissionsBoundaryType?: "PermissionsBoundaryPolicy";
  PermissionsBoundaryArn?: string;
}

export interface AttachedPolicy {
  PolicyName?: string;
  PolicyArn?: string;
}

export interface ContextEntry {
  ContextKeyName?: string;
  ContextKeyValues?: Array<string>;
  ContextKeyType?: "string" | "stringList" | "numeric" | "numericList" | "boolean" | "booleanList" | "ip" | "ipList" | "binary" | "binaryList" | "date" | "dateList";
}

export interface CreateAccessKeyRequest {
  UserName?: string;
}

export interface CreateAccessKeyResponse {
  AccessKey?: AccessKey;
}

export interface CreateGroupRequest {
  Path?: string;
  GroupName: string;
}

export interface CreateGroupResponse {
  Group?: Group;
}

export interface CreatePolicyRequest {
  PolicyName: string;
  Path?: string;
  PolicyDocument: string;
  Description?: string;
  Tags?: Array<Tag>;
}

export interface CreatePolicyResponse {
  Policy?: Policy;
}

export interface CreatePolicyVersionRequest {
  PolicyArn: string;
  PolicyDocument: string;
  SetAsDefault?: boolean;
}

export interface CreatePolicyVersionResponse {
  PolicyVersion?: PolicyVersion;
}

export interface CreateRoleRequest {
  Path?: string;
  RoleName: string;
  AssumeRolePolicyDocument: string;
  Description?: string;
  MaxSessionDuration?: number;
  PermissionsBoundary?: string;
  Tags?: Array<Tag>;
}

export interface CreateRoleResponse {
  Role?: Role;
}

export interface CreateUserRequest {
  Path?: string;
  UserName: string;
  PermissionsBoundary?: string;
  Tags?: Array<Tag>;
}

export interface CreateUserResponse {
  User?: User;
}

export interface DeleteAccessKeyRequest {
  UserName?: string;
  AccessKeyId: string;
}

export interface DeleteGroupPolicyRequest {
  GroupName: string;
  PolicyName: string;
}

export interface DeleteGroupRequest {
  GroupName: string;
}

export interface DeletePolicyRequest {
  PolicyArn: string;
}

export interface DeleteRolePolicyRequest {
  RoleName: string;
  PolicyName: string;
}

export interface DeleteRoleRequest {
  RoleName: string;
}

export interface DeleteUserPolicyRequest {
  UserName: string;
  PolicyName: string;
}

export interface DeleteUserRequest {
  UserName: string;
}

export interface DetachGroupPolicyRequest {
  GroupName: string;
  PolicyArn: string;
}

export interface DetachRolePolicyRequest {
  RoleName: string;
  PolicyArn: string;
}

export interface DetachUserPolicyRequest {
  UserName: string;
  PolicyArn: string;
}

export interface EvaluationResult {
  EvalActionName?: string;
  EvalResourceName?: string;
  EvalDecision?: "allowed" | "explicitDeny" | "implicitDeny";
  MatchedStatements?: Array<Statement>;
  MissingContextValues?: Array<string>;
  OrganizationsDecisionDetail?: OrganizationsDecisionDetail;
  PermissionsBoundaryDecisionDetail?: PermissionsBoundaryDecisionDetail;
  EvalDecisionDetails?: Record<string, "allowed" | "explicitDeny" | "implicitDeny">;
  ResourceSpecificResults?: Array<ResourceSpecificResult>;
}

export interface GetGroupPolicyRequest {
  GroupName: string;
  PolicyName: string;
}

export interface GetGroupPolicyResponse {
  GroupName?: string;
  PolicyName?: string;
  PolicyDocument?: string;
}

export interface GetGroupRequest {
  GroupName: string;
  Marker?: string;
  MaxItems?: number;
}

export interface GetGroupResponse {
  Group?: Group;
  Users?: Array<User>;
  IsTruncated?: boolean;
  Marker?: string;
}

export interface GetPolicyVersionRequest {
  PolicyArn: string;
  VersionId: string;
}

export interface GetPolicyVersionResponse {
  PolicyVersion?: PolicyVersion;
}

export interface GetRolePolicyRequest {
  RoleName: string;
  PolicyName: string;
}

export interface GetRolePolicyResponse {
  RoleName?: string;
  PolicyName?: string;
  PolicyDocument?: string;
}

export interface GetRoleRequest {
  RoleName: string;
}

export interface GetRoleResponse {
  Role?: Role;
}

export interface GetUserPolicyRequest {
  UserName: string;
  PolicyName: string;
}

export interface GetUserPolicyResponse {
  UserName?: string;
  PolicyName?: string;
  PolicyDocument?: string;
}

export interface GetUserRequest {
  UserName?: string;
}

export interface GetUserResponse {
  User?: User;
}

export interface Group {
  Path?: string;
  GroupName?: string;
  GroupId?: string;
  Arn?: string;
  CreateDate?: string;
}

export interface InlinePolicyIdentifierType {
  PolicyName: string;
  AttachmentType: "user" | "group" | "role";
  AttachmentName: string;
}

export interface ListAccessKeysRequest {
  UserName?: string;
  Marker?: string;
  MaxItems?: number;
}

export interface ListAccessKeysResponse {
  AccessKeyMetadata?: Array<AccessKeyMetadata>;
  IsTruncated?: boolean;
  Marker?: string;
}

export interface ListAttachedGroupPoliciesRequest {
  GroupName: string;
  PathPrefix?: string;
  Marker?: string;
  MaxItems?: number;
}

export interface ListAttachedGroupPoliciesResponse {
  AttachedPolicies?: Array<AttachedPolicy>;
  IsTruncated?: boolean;
  Marker?: string;
}

export interface ListAttachedRolePoliciesRequest {
  RoleName: string;
  PathPrefix?: string;
  Marker?: string;
  MaxItems?: number;
}

export interface ListAttachedRolePoliciesResponse {
  AttachedPolicies?: Array<AttachedPolicy>;
  IsTruncated?: boolean;
  Marker?: string;
}

export interface ListAttachedUserPoliciesRequest {
  UserName: string;
  PathPrefix?: string;
  Marker?: string;
  MaxItems?: number;
}

export interface ListAttachedUserPoliciesResponse {
  AttachedPolicies?: Array<AttachedPolicy>;
  IsTruncated?: boolean;
  Marker?: string;
}

export interface ListGroupPoliciesRequest {
  GroupName: string;
  Marker?: string;
  MaxItems?: number;
}

export interface ListGroupPoliciesResponse {
  PolicyNames?: Array<string>;
  IsTruncated?: boolean;
  Marker?: string;
}

export interface ListGroupsForUserRequest {
  UserName: string;
  Marker?: string;
  MaxItems?: number;
}

export interface ListGroupsForUserResponse {
  Groups?: Array<Group>;
  IsTruncated?: boolean;
  Marker?: string;
}

export interface ListGroupsRequest {
  PathPrefix?: string;
  Marker?: string;
  MaxItems?: number;
}

export interface ListGroupsResponse {
  Groups?: Array<Group>;
  IsTruncated?: boolean;
  Marker?: string;
}

export interface ListPoliciesRequest {
  Scope?: "All" | "AWS" | "Local";
  OnlyAttached?: boolean;
  PathPrefix?: string;
  PolicyUsageFilter?: "PermissionsPolicy" | "PermissionsBoundary";
  Marker?: string;
  MaxItems?: number;
}

export interface ListPoliciesResponse {
  Policies?: Array<Policy>;
  IsTruncated?: boolean;
  Marker?: string;
}

export interface ListPolicyVersionsRequest {
  PolicyArn: string;
  Marker?: string;
  MaxItems?: number;
}

export interface ListPolicyVersionsResponse {
  Versions?: Array<PolicyVersion>;
  IsTruncated?: boolean;
  Marker?: string;
}

export interface ListRolePoliciesRequest {
  RoleName: string;
  Marker?: string;
  MaxItems?: number;
}

export interface ListRolePoliciesResponse {
  PolicyNames?: Array<string>;
  IsTruncated?: boolean;
  Marker?: string;
}

export interface ListRolesRequest {
  PathPrefix?: string;
  Marker?: string;
  MaxItems?: number;
}

export interface ListRolesResponse {
  Roles?: Array<Role>;
  IsTruncated?: boolean;
  Marker?: string;
}

export interface ListUserPoliciesRequest {
  UserName: string;
  Marker?: string;
  MaxItems?: number;
}

export interface ListUserPoliciesResponse {
  PolicyNames?: Array<string>;
  IsTruncated?: boolean;
  Marker?: string;
}

export interface ListUsersRequest {
  PathPrefix?: string;
  Marker?: string;
  MaxItems?: number;
}

export interface ListUsersResponse {
  Users?: Array<User>;
  IsTruncated?: boolean;
  Marker?: string;
}

export interface OrganizationsDecisionDetail {
  AllowedByOrganizations?: boolean;
}

export interface PermissionsBoundaryDecisionDetail {
  AllowedByPermissionsBoundary?: boolean;
}

export interface Policy {
  PolicyName?: string;
  PolicyId?: string;
  Arn?: string;
  Path?: string;
  DefaultVersionId?: string;
  AttachmentCount?: number;
  PermissionsBoundaryUsageCount?: number;
  IsAttachable?: boolean;
  Description?: string;
  CreateDate?: string;
  UpdateDate?: string;
  Tags?: Array<Tag>;
}

export interface PolicyIdentifier {
  PolicyType?: "inline" | "aws-managed" | "user-managed" | "permission-boundary" | "scp" | "rcp";
  PolicyArn?: string;
  InlinePolicyIdentifier?: InlinePolicyIdentifierType;
}

export interface PolicyVersion {
  Document?: string;
  VersionId?: string;
  IsDefaultVersion?: boolean;
  CreateDate?: string;
}

export interface Position {
  Line?: number;
  Column?: number;
}

export interface PutGroupPolicyRequest {
  GroupName: string;
  PolicyName: string;
  PolicyDocument: string;
}

export interface PutRolePolicyRequest {
  RoleName: string;
  PolicyName: string;
  PolicyDocument: string;
}

export interface PutUserPolicyRequest {
  UserName: string;
  PolicyName: string;
  PolicyDocument: string;
}

export interface RemoveUserFromGroupRequest {
  GroupName: string;
  UserName: string;
}

export interface ResourceSpecificResult {
  EvalResourceName?: string;
  EvalResourceDecision?: "allowed" | "explicitDeny" | "implicitDeny";
  MatchedStatements?: Array<Statement>;
  MissingContextValues?: Array<string>;
  EvalDecisionDetails?: Record<string, "allowed" | "explicitDeny" | "implicitDeny">;
  PermissionsBoundaryDecisionDetail?: PermissionsBoundaryDecisionDetail;
}

export interface Role {
  Path?: string;
  RoleName?: string;
  RoleId?: string;
  Arn?: string;
  CreateDate?: string;
  AssumeRolePolicyDocument?: string;
  Description?: string;
  MaxSessionDuration?: number;
  PermissionsBoundary?: AttachedPermissionsBoundary;
  Tags?: Array<Tag>;
  RoleLastUsed?: RoleLastUsed;
  SourceRoleTemplate?: SourceRoleTemplate;
}

export interface RoleLastUsed {
  LastUsedDate?: string;
  Region?: string;
}

export interface SimulatePolicyResponse {
  EvaluationResults?: Array<EvaluationResult>;
  IsTruncated?: boolean;
  Marker?: string;
}

export interface SimulatePrincipalPolicyRequest {
  PolicySourceArn: string;
  PolicyInputList?: Array<string>;
  PermissionsBoundaryPolicyInputList?: Array<string>;
  PolicyExclusionList?: Array<PolicyIdentifier>;
  ActionNames: Array<string>;
  ResourceArns?: Array<string>;
  ResourcePolicy?: string;
  ResourceOwner?: string;
  CallerArn?: string;
  ContextEntries?: Array<ContextEntry>;
  ResourceHandlingOption?: string;
  MaxItems?: number;
  Marker?: string;
}

export interface SourceRoleTemplate {
  TemplateArn?: string;
  TemplateMinorVersion?: number;
}

export interface Statement {
  SourcePolicyId?: string;
  SourcePolicyType?: "user" | "group" | "role" | "aws-managed" | "user-managed" | "resource" | "none";
  StartPosition?: Position;
  EndPosition?: Position;
}

export interface Tag {
  Key: string;
  Value: string;
}

export interface UpdateAssumeRolePolicyRequest {
  RoleName: string;
  PolicyDocument: string;
}

export interface User {
  Path?: string;
  UserName?: string;
  UserId?: string;
  Arn?: string;
  CreateDate?: string;
  PasswordLastUsed?: string;
  PermissionsBoundary?: AttachedPermissionsBoundary;
  Tags?: Array<Tag>;
}

const kinds: Record<string, Kind> = {
  AccessKeyMetadata: "list",
  AllowedByOrganizations: "boolean",
  AllowedByPermissionsBoundary: "boolean",
  AttachedPolicies: "list",
  AttachmentCount: "number",
  Column: "number",
  EvalDecisionDetails: "map",
  EvaluationResults: "list",
  Groups: "list",
  IsAttachable: "boolean",
  IsDefaultVersion: "boolean",
  IsTruncated: "boolean",
  Line: "number",
  MatchedStatements: "list",
  MaxSessionDuration: "number",
  MissingContextValues: "list",
  PermissionsBoundaryUsageCount: "number",
  Policies: "list",
  PolicyNames: "list",
  ResourceSpecificResults: "list",
  Roles: "list",
  Tags: "list",
  TemplateMinorVersion: "number",
  Users: "list",
  Versions: "list",
};

export const addUserToGroup: Operation<AddUserToGroupRequest, Record<string, never>> = {
  service: "iam",
  name: "AddUserToGroup",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const attachGroupPolicy: Operation<AttachGroupPolicyRequest, Record<string, never>> = {
  service: "iam",
  name: "AttachGroupPolicy",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const attachRolePolicy: Operation<AttachRolePolicyRequest, Record<string, never>> = {
  service: "iam",
  name: "AttachRolePolicy",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const attachUserPolicy: Operation<AttachUserPolicyRequest, Record<string, never>> = {
  service: "iam",
  name: "AttachUserPolicy",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const createAccessKey: Operation<CreateAccessKeyRequest, CreateAccessKeyResponse> = {
  service: "iam",
  name: "CreateAccessKey",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const createGroup: Operation<CreateGroupRequest, CreateGroupResponse> = {
  service: "iam",
  name: "CreateGroup",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const createPolicy: Operation<CreatePolicyRequest, CreatePolicyResponse> = {
  service: "iam",
  name: "CreatePolicy",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const createPolicyVersion: Operation<CreatePolicyVersionRequest, CreatePolicyVersionResponse> = {
  service: "iam",
  name: "CreatePolicyVersion",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const createRole: Operation<CreateRoleRequest, CreateRoleResponse> = {
  service: "iam",
  name: "CreateRole",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const createUser: Operation<CreateUserRequest, CreateUserResponse> = {
  service: "iam",
  name: "CreateUser",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const deleteAccessKey: Operation<DeleteAccessKeyRequest, Record<string, never>> = {
  service: "iam",
  name: "DeleteAccessKey",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const deleteGroup: Operation<DeleteGroupRequest, Record<string, never>> = {
  service: "iam",
  name: "DeleteGroup",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const deleteGroupPolicy: Operation<DeleteGroupPolicyRequest, Record<string, never>> = {
  service: "iam",
  name: "DeleteGroupPolicy",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const deletePolicy: Operation<DeletePolicyRequest, Record<string, never>> = {
  service: "iam",
  name: "DeletePolicy",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const deleteRole: Operation<DeleteRoleRequest, Record<string, never>> = {
  service: "iam",
  name: "DeleteRole",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const deleteRolePolicy: Operation<DeleteRolePolicyRequest, Record<string, never>> = {
  service: "iam",
  name: "DeleteRolePolicy",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const deleteUser: Operation<DeleteUserRequest, Record<string, never>> = {
  service: "iam",
  name: "DeleteUser",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const deleteUserPolicy: Operation<DeleteUserPolicyRequest, Record<string, never>> = {
  service: "iam",
  name: "DeleteUserPolicy",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const detachGroupPolicy: Operation<DetachGroupPolicyRequest, Record<string, never>> = {
  service: "iam",
  name: "DetachGroupPolicy",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const detachRolePolicy: Operation<DetachRolePolicyRequest, Record<string, never>> = {
  service: "iam",
  name: "DetachRolePolicy",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const detachUserPolicy: Operation<DetachUserPolicyRequest, Record<string, never>> = {
  service: "iam",
  name: "DetachUserPolicy",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const getGroup: Operation<GetGroupRequest, GetGroupResponse> = {
  service: "iam",
  name: "GetGroup",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const getGroupPolicy: Operation<GetGroupPolicyRequest, GetGroupPolicyResponse> = {
  service: "iam",
  name: "GetGroupPolicy",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const getPolicyVersion: Operation<GetPolicyVersionRequest, GetPolicyVersionResponse> = {
  service: "iam",
  name: "GetPolicyVersion",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const getRole: Operation<GetRoleRequest, GetRoleResponse> = {
  service: "iam",
  name: "GetRole",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const getRolePolicy: Operation<GetRolePolicyRequest, GetRolePolicyResponse> = {
  service: "iam",
  name: "GetRolePolicy",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const getUser: Operation<GetUserRequest, GetUserResponse> = {
  service: "iam",
  name: "GetUser",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const getUserPolicy: Operation<GetUserPolicyRequest, GetUserPolicyResponse> = {
  service: "iam",
  name: "GetUserPolicy",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const listAccessKeys: Operation<ListAccessKeysRequest, ListAccessKeysResponse> = {
  service: "iam",
  name: "ListAccessKeys",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const listAttachedGroupPolicies: Operation<ListAttachedGroupPoliciesRequest, ListAttachedGroupPoliciesResponse> = {
  service: "iam",
  name: "ListAttachedGroupPolicies",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const listAttachedRolePolicies: Operation<ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse> = {
  service: "iam",
  name: "ListAttachedRolePolicies",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const listAttachedUserPolicies: Operation<ListAttachedUserPoliciesRequest, ListAttachedUserPoliciesResponse> = {
  service: "iam",
  name: "ListAttachedUserPolicies",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const listGroupPolicies: Operation<ListGroupPoliciesRequest, ListGroupPoliciesResponse> = {
  service: "iam",
  name: "ListGroupPolicies",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const listGroups: Operation<ListGroupsRequest, ListGroupsResponse> = {
  service: "iam",
  name: "ListGroups",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const listGroupsForUser: Operation<ListGroupsForUserRequest, ListGroupsForUserResponse> = {
  service: "iam",
  name: "ListGroupsForUser",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const listPolicies: Operation<ListPoliciesRequest, ListPoliciesResponse> = {
  service: "iam",
  name: "ListPolicies",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const listPolicyVersions: Operation<ListPolicyVersionsRequest, ListPolicyVersionsResponse> = {
  service: "iam",
  name: "ListPolicyVersions",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const listRolePolicies: Operation<ListRolePoliciesRequest, ListRolePoliciesResponse> = {
  service: "iam",
  name: "ListRolePolicies",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const listRoles: Operation<ListRolesRequest, ListRolesResponse> = {
  service: "iam",
  name: "ListRoles",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const listUserPolicies: Operation<ListUserPoliciesRequest, ListUserPoliciesResponse> = {
  service: "iam",
  name: "ListUserPolicies",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const listUsers: Operation<ListUsersRequest, ListUsersResponse> = {
  service: "iam",
  name: "ListUsers",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const putGroupPolicy: Operation<PutGroupPolicyRequest, Record<string, never>> = {
  service: "iam",
  name: "PutGroupPolicy",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const putRolePolicy: Operation<PutRolePolicyRequest, Record<string, never>> = {
  service: "iam",
  name: "PutRolePolicy",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const putUserPolicy: Operation<PutUserPolicyRequest, Record<string, never>> = {
  service: "iam",
  name: "PutUserPolicy",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const removeUserFromGroup: Operation<RemoveUserFromGroupRequest, Record<string, never>> = {
  service: "iam",
  name: "RemoveUserFromGroup",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const simulatePrincipalPolicy: Operation<SimulatePrincipalPolicyRequest, SimulatePolicyResponse> = {
  service: "iam",
  name: "SimulatePrincipalPolicy",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};

export const updateAssumeRolePolicy: Operation<UpdateAssumeRolePolicyRequest, Record<string, never>> = {
  service: "iam",
  name: "UpdateAssumeRolePolicy",
  method: "POST",
  uri: "/",
  version: "2010-05-08",
  kinds,
};
