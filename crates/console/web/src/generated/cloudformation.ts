// Written by `cargo xtask codegen`. Do not edit.
// What the console calls of cloudformation, as crates/wire describes it.
import type { Kind, Operation } from "../aws/operation";

export interface Change {
  Type?: "Resource";
  HookInvocationCount?: number;
  ResourceChange?: ResourceChange;
}

export interface CreateChangeSetInput {
  StackName: string;
  TemplateBody?: string;
  TemplateURL?: string;
  UsePreviousTemplate?: boolean;
  Parameters?: Array<Parameter>;
  Capabilities?: Array<"CAPABILITY_IAM" | "CAPABILITY_NAMED_IAM" | "CAPABILITY_AUTO_EXPAND">;
  ResourceTypes?: Array<string>;
  RoleARN?: string;
  RollbackConfiguration?: RollbackConfiguration;
  NotificationARNs?: Array<string>;
  Tags?: Array<Tag>;
  ChangeSetName: string;
  ClientToken?: string;
  Description?: string;
  ChangeSetType?: "CREATE" | "UPDATE" | "IMPORT";
  ResourcesToImport?: Array<ResourceToImport>;
  IncludeNestedStacks?: boolean;
  OnStackFailure?: "DO_NOTHING" | "ROLLBACK" | "DELETE";
  ImportExistingResources?: boolean;
  DeploymentMode?: "REVERT_DRIFT";
  DeploymentConfig?: DeploymentConfig;
  DisableValidation?: boolean;
}

export interface CreateChangeSetOutput {
  Id?: string;
  StackId?: string;
}

export interface CreateStackInput {
  StackName: string;
  TemplateBody?: string;
  TemplateURL?: string;
  Parameters?: Array<Parameter>;
  DisableRollback?: boolean;
  RollbackConfiguration?: RollbackConfiguration;
  TimeoutInMinutes?: number;
  NotificationARNs?: Array<string>;
  Capabilities?: Array<"CAPABILITY_IAM" | "CAPABILITY_NAMED_IAM" | "CAPABILITY_AUTO_EXPAND">;
  ResourceTypes?: Array<string>;
  RoleARN?: string;
  OnFailure?: "DO_NOTHING" | "ROLLBACK" | "DELETE";
  StackPolicyBody?: string;
  StackPolicyURL?: string;
  Tags?: Array<Tag>;
  ClientRequestToken?: string;
  EnableTerminationProtection?: boolean;
  RetainExceptOnCreate?: boolean;
  DeploymentConfig?: DeploymentConfig;
  DisableValidation?: boolean;
}

export interface CreateStackOutput {
  StackId?: string;
  OperationId?: string;
}

export interface DeleteChangeSetInput {
  ChangeSetName: string;
  StackName?: string;
}

export interface DeleteChangeSetOutput {
}

export interface DeleteStackInput {
  StackName: string;
  RetainResources?: Array<string>;
  RoleARN?: string;
  ClientRequestToken?: string;
  DeletionMode?: "STANDARD" | "FORCE_DELETE_STACK";
  DeploymentConfig?: DeploymentConfig;
}

export interface DeploymentConfig {
  Mode?: "STANDARD" | "EXPRESS";
  DisableRollback?: boolean;
}

export interface DescribeChangeSetInput {
  ChangeSetName: string;
  StackName?: string;
  NextToken?: string;
  IncludePropertyValues?: boolean;
}

export interface DescribeChangeSetOutput {
  ChangeSetName?: string;
  ChangeSetId?: string;
  StackId?: string;
  StackName?: string;
  Description?: string;
  Parameters?: Array<Parameter>;
  CreationTime?: string;
  ExecutionStatus?: "UNAVAILABLE" | "AVAILABLE" | "EXECUTE_IN_PROGRESS" | "EXECUTE_COMPLETE" | "EXECUTE_FAILED" | "OBSOLETE";
  Status?: "CREATE_PENDING" | "CREATE_IN_PROGRESS" | "CREATE_COMPLETE" | "DELETE_PENDING" | "DELETE_IN_PROGRESS" | "DELETE_COMPLETE" | "DELETE_FAILED" | "FAILED";
  StatusReason?: string;
  StackDriftStatus?: "DRIFTED" | "IN_SYNC" | "UNKNOWN" | "NOT_CHECKED";
  NotificationARNs?: Array<string>;
  RollbackConfiguration?: RollbackConfiguration;
  Capabilities?: Array<"CAPABILITY_IAM" | "CAPABILITY_NAMED_IAM" | "CAPABILITY_AUTO_EXPAND">;
  Tags?: Array<Tag>;
  Changes?: Array<Change>;
  NextToken?: string;
  IncludeNestedStacks?: boolean;
  ParentChangeSetId?: string;
  RootChangeSetId?: string;
  OnStackFailure?: "DO_NOTHING" | "ROLLBACK" | "DELETE";
  ImportExistingResources?: boolean;
  DeploymentMode?: "REVERT_DRIFT";
  DeploymentConfig?: DeploymentConfig;
}

export interface DescribeStackEventsInput {
  StackName: string;
  NextToken?: string;
}

export interface DescribeStackEventsOutput {
  StackEvents?: Array<StackEvent>;
  NextToken?: string;
}

export interface DescribeStackResourcesInput {
  StackName?: string;
  LogicalResourceId?: string;
  PhysicalResourceId?: string;
}

export interface DescribeStackResourcesOutput {
  StackResources?: Array<StackResource>;
}

export interface DescribeStacksInput {
  StackName?: string;
  NextToken?: string;
}

export interface DescribeStacksOutput {
  Stacks?: Array<Stack>;
  NextToken?: string;
}

export interface GetTemplateInput {
  StackName?: string;
  ChangeSetName?: string;
  TemplateStage?: "Original" | "Processed";
}

export interface GetTemplateOutput {
  TemplateBody?: string;
  StagesAvailable?: Array<"Original" | "Processed">;
}

export interface ListStacksInput {
  NextToken?: string;
  StackStatusFilter?: Array<"CREATE_IN_PROGRESS" | "CREATE_FAILED" | "CREATE_COMPLETE" | "ROLLBACK_IN_PROGRESS" | "ROLLBACK_FAILED" | "ROLLBACK_COMPLETE" | "DELETE_IN_PROGRESS" | "DELETE_FAILED" | "DELETE_COMPLETE" | "UPDATE_IN_PROGRESS" | "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS" | "UPDATE_COMPLETE" | "UPDATE_FAILED" | "UPDATE_ROLLBACK_IN_PROGRESS" | "UPDATE_ROLLBACK_FAILED" | "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS" | "UPDATE_ROLLBACK_COMPLETE" | "REVIEW_IN_PROGRESS" | "IMPORT_IN_PROGRESS" | "IMPORT_COMPLETE" | "IMPORT_ROLLBACK_IN_PROGRESS" | "IMPORT_ROLLBACK_FAILED" | "IMPORT_ROLLBACK_COMPLETE">;
}

export interface ListStacksOutput {
  StackSummaries?: Array<StackSummary>;
  NextToken?: string;
}

export interface LiveResourceDrift {
  PreviousValue?: string;
  ActualValue?: string;
  DriftDetectionTimestamp?: string;
}

export interface ModuleInfo {
  TypeHierarchy?: string;
  LogicalIdHierarchy?: string;
}

export interface OperationEntry {
  OperationType?: "CREATE_STACK" | "UPDATE_STACK" | "DELETE_STACK" | "CONTINUE_ROLLBACK" | "ROLLBACK" | "CREATE_CHANGESET";
  OperationId?: string;
}

export interface Output {
  OutputKey?: string;
  OutputValue?: string;
  Description?: string;
  ExportName?: string;
}

export interface Parameter {
  ParameterKey?: string;
  ParameterValue?: string;
  UsePreviousValue?: boolean;
  ResolvedValue?: string;
}

export interface ResourceChange {
  PolicyAction?: "Delete" | "Retain" | "Snapshot" | "ReplaceAndDelete" | "ReplaceAndRetain" | "ReplaceAndSnapshot";
  Action?: "Add" | "Modify" | "Remove" | "Import" | "Dynamic" | "SyncWithActual";
  LogicalResourceId?: string;
  PhysicalResourceId?: string;
  ResourceType?: string;
  Replacement?: "True" | "False" | "Conditional";
  Scope?: Array<"Properties" | "Metadata" | "CreationPolicy" | "UpdatePolicy" | "DeletionPolicy" | "UpdateReplacePolicy" | "Tags">;
  ResourceDriftStatus?: "IN_SYNC" | "MODIFIED" | "DELETED" | "NOT_CHECKED" | "UNKNOWN" | "UNSUPPORTED";
  ResourceDriftIgnoredAttributes?: Array<ResourceDriftIgnoredAttribute>;
  Details?: Array<ResourceChangeDetail>;
  ChangeSetId?: string;
  ModuleInfo?: ModuleInfo;
  BeforeContext?: string;
  AfterContext?: string;
  PreviousDeploymentContext?: string;
}

export interface ResourceChangeDetail {
  Target?: ResourceTargetDefinition;
  Evaluation?: "Static" | "Dynamic";
  ChangeSource?: "ResourceReference" | "ParameterReference" | "ResourceAttribute" | "DirectModification" | "Automatic" | "NoModification";
  CausingEntity?: string;
}

export interface ResourceDriftIgnoredAttribute {
  Path?: string;
  Reason?: "MANAGED_BY_AWS" | "WRITE_ONLY_PROPERTY" | "SENSITIVE_PROPERTY";
}

export interface ResourceTargetDefinition {
  Attribute?: "Properties" | "Metadata" | "CreationPolicy" | "UpdatePolicy" | "DeletionPolicy" | "UpdateReplacePolicy" | "Tags";
  Name?: string;
  RequiresRecreation?: "Never" | "Conditionally" | "Always";
  Path?: string;
  BeforeValue?: string;
  AfterValue?: string;
  BeforeValueFrom?: "PREVIOUS_DEPLOYMENT_STATE" | "ACTUAL_STATE";
  AfterValueFrom?: "TEMPLATE";
  Drift?: LiveResourceDrift;
  AttributeChangeType?: "Add" | "Remove" | "Modify" | "SyncWithActual";
}

export interface ResourceToImport {
  ResourceType: string;
  LogicalResourceId: string;
  ResourceIdentifier: Record<string, string>;
}

export interface RollbackConfiguration {
  RollbackTriggers?: Array<RollbackTrigger>;
  MonitoringTimeInMinutes?: number;
}

export interface RollbackTrigger {
  Arn: string;
  Type: string;
}

export interface Stack {
  StackId?: string;
  StackName?: string;
  ChangeSetId?: string;
  Description?: string;
  Parameters?: Array<Parameter>;
  CreationTime?: string;
  DeletionTime?: string;
  LastUpdatedTime?: string;
  RollbackConfiguration?: RollbackConfiguration;
  StackStatus?: "CREATE_IN_PROGRESS" | "CREATE_FAILED" | "CREATE_COMPLETE" | "ROLLBACK_IN_PROGRESS" | "ROLLBACK_FAILED" | "ROLLBACK_COMPLETE" | "DELETE_IN_PROGRESS" | "DELETE_FAILED" | "DELETE_COMPLETE" | "UPDATE_IN_PROGRESS" | "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS" | "UPDATE_COMPLETE" | "UPDATE_FAILED" | "UPDATE_ROLLBACK_IN_PROGRESS" | "UPDATE_ROLLBACK_FAILED" | "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS" | "UPDATE_ROLLBACK_COMPLETE" | "REVIEW_IN_PROGRESS" | "IMPORT_IN_PROGRESS" | "IMPORT_COMPLETE" | "IMPORT_ROLLBACK_IN_PROGRESS" | "IMPORT_ROLLBACK_FAILED" | "IMPORT_ROLLBACK_COMPLETE";
  StackStatusReason?: string;
  DisableRollback?: boolean;
  DeploymentConfig?: DeploymentConfig;
  NotificationARNs?: Array<string>;
  TimeoutInMinutes?: number;
  Capabilities?: Array<"CAPABILITY_IAM" | "CAPABILITY_NAMED_IAM" | "CAPABILITY_AUTO_EXPAND">;
  Outputs?: Array<Output>;
  RoleARN?: string;
  Tags?: Array<Tag>;
  EnableTerminationProtection?: boolean;
  ParentId?: string;
  RootId?: string;
  DriftInformation?: StackDriftInformation;
  RetainExceptOnCreate?: boolean;
  DeletionMode?: "STANDARD" | "FORCE_DELETE_STACK";
  DetailedStatus?: "CONFIGURATION_COMPLETE" | "VALIDATION_FAILED";
  LastOperations?: Array<OperationEntry>;
  AliasName?: string;
}

export interface StackDriftInformation {
  StackDriftStatus?: "DRIFTED" | "IN_SYNC" | "UNKNOWN" | "NOT_CHECKED";
  LastCheckTimestamp?: string;
}

export interface StackDriftInformationSummary {
  StackDriftStatus?: "DRIFTED" | "IN_SYNC" | "UNKNOWN" | "NOT_CHECKED";
  LastCheckTimestamp?: string;
}

export interface StackEvent {
  StackId?: string;
  EventId?: string;
  StackName?: string;
  OperationId?: string;
  LogicalResourceId?: string;
  PhysicalResourceId?: string;
  ResourceType?: string;
  Timestamp?: string;
  ResourceStatus?: "CREATE_IN_PROGRESS" | "CREATE_FAILED" | "CREATE_COMPLETE" | "DELETE_IN_PROGRESS" | "DELETE_FAILED" | "DELETE_COMPLETE" | "DELETE_SKIPPED" | "UPDATE_IN_PROGRESS" | "UPDATE_FAILED" | "UPDATE_COMPLETE" | "IMPORT_FAILED" | "IMPORT_COMPLETE" | "IMPORT_IN_PROGRESS" | "IMPORT_ROLLBACK_IN_PROGRESS" | "IMPORT_ROLLBACK_FAILED" | "IMPORT_ROLLBACK_COMPLETE" | "EXPORT_FAILED" | "EXPORT_COMPLETE" | "EXPORT_IN_PROGRESS" | "EXPORT_ROLLBACK_IN_PROGRESS" | "EXPORT_ROLLBACK_FAILED" | "EXPORT_ROLLBACK_COMPLETE" | "UPDATE_ROLLBACK_IN_PROGRESS" | "UPDATE_ROLLBACK_COMPLETE" | "UPDATE_ROLLBACK_FAILED" | "ROLLBACK_IN_PROGRESS" | "ROLLBACK_COMPLETE" | "ROLLBACK_FAILED";
  ResourceStatusReason?: string;
  ResourceProperties?: string;
  ClientRequestToken?: string;
  HookType?: string;
  HookStatus?: "HOOK_IN_PROGRESS" | "HOOK_COMPLETE_SUCCEEDED" | "HOOK_COMPLETE_FAILED" | "HOOK_FAILED";
  HookStatusReason?: string;
  HookInvocationPoint?: "PRE_PROVISION";
  HookInvocationId?: string;
  HookFailureMode?: "FAIL" | "WARN";
  DetailedStatus?: "CONFIGURATION_COMPLETE" | "VALIDATION_FAILED";
}

export interface StackResource {
  StackName?: string;
  StackId?: string;
  LogicalResourceId?: string;
  PhysicalResourceId?: string;
  ResourceType?: string;
  Timestamp?: string;
  ResourceStatus?: "CREATE_IN_PROGRESS" | "CREATE_FAILED" | "CREATE_COMPLETE" | "DELETE_IN_PROGRESS" | "DELETE_FAILED" | "DELETE_COMPLETE" | "DELETE_SKIPPED" | "UPDATE_IN_PROGRESS" | "UPDATE_FAILED" | "UPDATE_COMPLETE" | "IMPORT_FAILED" | "IMPORT_COMPLETE" | "IMPORT_IN_PROGRESS" | "IMPORT_ROLLBACK_IN_PROGRESS" | "IMPORT_ROLLBACK_FAILED" | "IMPORT_ROLLBACK_COMPLETE" | "EXPORT_FAILED" | "EXPORT_COMPLETE" | "EXPORT_IN_PROGRESS" | "EXPORT_ROLLBACK_IN_PROGRESS" | "EXPORT_ROLLBACK_FAILED" | "EXPORT_ROLLBACK_COMPLETE" | "UPDATE_ROLLBACK_IN_PROGRESS" | "UPDATE_ROLLBACK_COMPLETE" | "UPDATE_ROLLBACK_FAILED" | "ROLLBACK_IN_PROGRESS" | "ROLLBACK_COMPLETE" | "ROLLBACK_FAILED";
  ResourceStatusReason?: string;
  Description?: string;
  DriftInformation?: StackResourceDriftInformation;
  ModuleInfo?: ModuleInfo;
}

export interface StackResourceDriftInformation {
  StackResourceDriftStatus?: "IN_SYNC" | "MODIFIED" | "DELETED" | "NOT_CHECKED" | "UNKNOWN" | "UNSUPPORTED";
  LastCheckTimestamp?: string;
}

export interface StackSummary {
  StackId?: string;
  StackName?: string;
  TemplateDescription?: string;
  CreationTime?: string;
  LastUpdatedTime?: string;
  DeletionTime?: string;
  StackStatus?: "CREATE_IN_PROGRESS" | "CREATE_FAILED" | "CREATE_COMPLETE" | "ROLLBACK_IN_PROGRESS" | "ROLLBACK_FAILED" | "ROLLBACK_COMPLETE" | "DELETE_IN_PROGRESS" | "DELETE_FAILED" | "DELETE_COMPLETE" | "UPDATE_IN_PROGRESS" | "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS" | "UPDATE_COMPLETE" | "UPDATE_FAILED" | "UPDATE_ROLLBACK_IN_PROGRESS" | "UPDATE_ROLLBACK_FAILED" | "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS" | "UPDATE_ROLLBACK_COMPLETE" | "REVIEW_IN_PROGRESS" | "IMPORT_IN_PROGRESS" | "IMPORT_COMPLETE" | "IMPORT_ROLLBACK_IN_PROGRESS" | "IMPORT_ROLLBACK_FAILED" | "IMPORT_ROLLBACK_COMPLETE";
  StackStatusReason?: string;
  ParentId?: string;
  RootId?: string;
  DriftInformation?: StackDriftInformationSummary;
  LastOperations?: Array<OperationEntry>;
}

export interface Tag {
  Key: string;
  Value: string;
}

export interface TemplateParameter {
  ParameterKey?: string;
  DefaultValue?: string;
  NoEcho?: boolean;
  Description?: string;
}

export interface UpdateStackInput {
  StackName: string;
  TemplateBody?: string;
  TemplateURL?: string;
  UsePreviousTemplate?: boolean;
  StackPolicyDuringUpdateBody?: string;
  StackPolicyDuringUpdateURL?: string;
  Parameters?: Array<Parameter>;
  Capabilities?: Array<"CAPABILITY_IAM" | "CAPABILITY_NAMED_IAM" | "CAPABILITY_AUTO_EXPAND">;
  ResourceTypes?: Array<string>;
  RoleARN?: string;
  RollbackConfiguration?: RollbackConfiguration;
  StackPolicyBody?: string;
  StackPolicyURL?: string;
  NotificationARNs?: Array<string>;
  Tags?: Array<Tag>;
  DisableRollback?: boolean;
  ClientRequestToken?: string;
  RetainExceptOnCreate?: boolean;
  DeploymentConfig?: DeploymentConfig;
  DisableValidation?: boolean;
}

export interface UpdateStackOutput {
  StackId?: string;
  OperationId?: string;
}

export interface ValidateTemplateInput {
  TemplateBody?: string;
  TemplateURL?: string;
}

export interface ValidateTemplateOutput {
  Parameters?: Array<TemplateParameter>;
  Description?: string;
  Capabilities?: Array<"CAPABILITY_IAM" | "CAPABILITY_NAMED_IAM" | "CAPABILITY_AUTO_EXPAND">;
  CapabilitiesReason?: string;
  DeclaredTransforms?: Array<string>;
}

const kinds: Record<string, Kind> = {
  Capabilities: "list",
  Changes: "list",
  DeclaredTransforms: "list",
  Details: "list",
  DisableRollback: "boolean",
  EnableTerminationProtection: "boolean",
  HookInvocationCount: "number",
  ImportExistingResources: "boolean",
  IncludeNestedStacks: "boolean",
  LastOperations: "list",
  MonitoringTimeInMinutes: "number",
  NoEcho: "boolean",
  NotificationARNs: "list",
  Outputs: "list",
  Parameters: "list",
  ResourceDriftIgnoredAttributes: "list",
  RetainExceptOnCreate: "boolean",
  RollbackTriggers: "list",
  Scope: "list",
  StackEvents: "list",
  StackResources: "list",
  StackSummaries: "list",
  Stacks: "list",
  StagesAvailable: "list",
  Tags: "list",
  TimeoutInMinutes: "number",
  UsePreviousValue: "boolean",
};

export const createChangeSet: Operation<CreateChangeSetInput, CreateChangeSetOutput> = {
  service: "cloudformation",
  name: "CreateChangeSet",
  method: "POST",
  uri: "/",
  version: "2010-05-15",
  kinds,
};

export const createStack: Operation<CreateStackInput, CreateStackOutput> = {
  service: "cloudformation",
  name: "CreateStack",
  method: "POST",
  uri: "/",
  version: "2010-05-15",
  kinds,
};

export const deleteChangeSet: Operation<DeleteChangeSetInput, DeleteChangeSetOutput> = {
  service: "cloudformation",
  name: "DeleteChangeSet",
  method: "POST",
  uri: "/",
  version: "2010-05-15",
  kinds,
};

export const deleteStack: Operation<DeleteStackInput, Record<string, never>> = {
  service: "cloudformation",
  name: "DeleteStack",
  method: "POST",
  uri: "/",
  version: "2010-05-15",
  kinds,
};

export const describeChangeSet: Operation<DescribeChangeSetInput, DescribeChangeSetOutput> = {
  service: "cloudformation",
  name: "DescribeChangeSet",
  method: "POST",
  uri: "/",
  version: "2010-05-15",
  kinds,
};

export const describeStackEvents: Operation<DescribeStackEventsInput, DescribeStackEventsOutput> = {
  service: "cloudformation",
  name: "DescribeStackEvents",
  method: "POST",
  uri: "/",
  version: "2010-05-15",
  kinds,
};

export const describeStackResources: Operation<DescribeStackResourcesInput, DescribeStackResourcesOutput> = {
  service: "cloudformation",
  name: "DescribeStackResources",
  method: "POST",
  uri: "/",
  version: "2010-05-15",
  kinds,
};

export const describeStacks: Operation<DescribeStacksInput, DescribeStacksOutput> = {
  service: "cloudformation",
  name: "DescribeStacks",
  method: "POST",
  uri: "/",
  version: "2010-05-15",
  kinds,
};

export const getTemplate: Operation<GetTemplateInput, GetTemplateOutput> = {
  service: "cloudformation",
  name: "GetTemplate",
  method: "POST",
  uri: "/",
  version: "2010-05-15",
  kinds,
};

export const listStacks: Operation<ListStacksInput, ListStacksOutput> = {
  service: "cloudformation",
  name: "ListStacks",
  method: "POST",
  uri: "/",
  version: "2010-05-15",
  kinds,
};

export const updateStack: Operation<UpdateStackInput, UpdateStackOutput> = {
  service: "cloudformation",
  name: "UpdateStack",
  method: "POST",
  uri: "/",
  version: "2010-05-15",
  kinds,
};

export const validateTemplate: Operation<ValidateTemplateInput, ValidateTemplateOutput> = {
  service: "cloudformation",
  name: "ValidateTemplate",
  method: "POST",
  uri: "/",
  version: "2010-05-15",
  kinds,
};
