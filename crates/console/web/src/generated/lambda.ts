// Written by `cargo xtask codegen`. Do not edit.
// What the console calls of lambda, as crates/wire describes it.
import type { Operation } from "../aws/operation";

export interface AcceleratorConfig {
  AcceleratorMemorySize: number;
}

export interface AddPermissionRequest {
  FunctionName: string;
  StatementId: string;
  Action: string;
  Principal: string;
  SourceArn?: string;
  FunctionUrlAuthType?: "NONE" | "AWS_IAM";
  InvokedViaFunctionUrl?: boolean;
  SourceAccount?: string;
  EventSourceToken?: string;
  Qualifier?: string;
  RevisionId?: string;
  PrincipalOrgID?: string;
}

export interface AddPermissionResponse {
  Statement?: string;
}

export interface AliasConfiguration {
  AliasArn?: string;
  Name?: string;
  FunctionVersion?: string;
  Description?: string;
  RoutingConfig?: AliasRoutingConfiguration;
  RevisionId?: string;
}

export interface AliasRoutingConfiguration {
  AdditionalVersionWeights?: Record<string, number>;
}

export interface AmazonManagedKafkaEventSourceConfig {
  ConsumerGroupId?: string;
  SchemaRegistryConfig?: KafkaSchemaRegistryConfig;
}

export interface CapacityProviderConfig {
  LambdaManagedInstancesCapacityProviderConfig: LambdaManagedInstancesCapacityProviderConfig;
}

export interface Concurrency {
  ReservedConcurrentExecutions?: number;
}

export interface CreateAliasRequest {
  FunctionName: string;
  Name: string;
  FunctionVersion: string;
  Description?: string;
  RoutingConfig?: AliasRoutingConfiguration;
}

export interface CreateEventSourceMappingRequest {
  EventSourceArn?: string;
  FunctionName: string;
  Enabled?: boolean;
  BatchSize?: number;
  FilterCriteria?: FilterCriteria;
  KMSKeyArn?: string;
  MetricsConfig?: EventSourceMappingMetricsConfig;
  LoggingConfig?: EventSourceMappingLoggingConfig;
  ScalingConfig?: ScalingConfig;
  MaximumBatchingWindowInSeconds?: number;
  ParallelizationFactor?: number;
  StartingPosition?: "LATEST" | "AT_TIMESTAMP" | "TRIM_HORIZON";
  StartingPositionTimestamp?: number;
  DestinationConfig?: DestinationConfig;
  MaximumRecordAgeInSeconds?: number;
  BisectBatchOnFunctionError?: boolean;
  MaximumRetryAttempts?: number;
  Tags?: Record<string, string>;
  TumblingWindowInSeconds?: number;
  Topics?: Array<string>;
  Queues?: Array<string>;
  SourceAccessConfigurations?: Array<SourceAccessConfiguration>;
  SelfManagedEventSource?: SelfManagedEventSource;
  FunctionResponseTypes?: Array<"ReportBatchItemFailures">;
  AmazonManagedKafkaEventSourceConfig?: AmazonManagedKafkaEventSourceConfig;
  SelfManagedKafkaEventSourceConfig?: SelfManagedKafkaEventSourceConfig;
  DocumentDBEventSourceConfig?: DocumentDBEventSourceConfig;
  ProvisionedPollerConfig?: ProvisionedPollerConfig;
}

export interface CreateFunctionRequest {
  FunctionName: string;
  Runtime?: string;
  Role: string;
  Handler?: string;
  Code: FunctionCode;
  Description?: string;
  Timeout?: number;
  MemorySize?: number;
  Publish?: boolean;
  PublishTo?: "LATEST_PUBLISHED";
  VpcConfig?: VpcConfig;
  PackageType?: "Zip" | "Image";
  DeadLetterConfig?: DeadLetterConfig;
  Environment?: Environment;
  KMSKeyArn?: string;
  TracingConfig?: TracingConfig;
  Tags?: Record<string, string>;
  Layers?: Array<string>;
  FileSystemConfigs?: Array<FileSystemConfig>;
  CodeSigningConfigArn?: string;
  ImageConfig?: ImageConfig;
  Architectures?: Array<"x86_64" | "arm64">;
  EphemeralStorage?: EphemeralStorage;
  SnapStart?: SnapStart;
  LoggingConfig?: LoggingConfig;
  TenancyConfig?: TenancyConfig;
  CapacityProviderConfig?: CapacityProviderConfig;
  DurableConfig?: DurableConfig;
  RuntimeConfig?: FunctionRuntimeConfig;
  AcceleratorConfig?: AcceleratorConfig;
}

export interface DeadLetterConfig {
  TargetArn?: string;
}

export interface DeleteAliasRequest {
  FunctionName: string;
  Name: string;
}

export interface DeleteEventSourceMappingRequest {
  UUID: string;
}

export interface DeleteFunctionConcurrencyRequest {
  FunctionName: string;
}

export interface DeleteFunctionRequest {
  FunctionName: string;
  Qualifier?: string;
}

export interface DeleteFunctionResponse {
  StatusCode?: number;
}

export interface DeleteProvisionedConcurrencyConfigRequest {
  FunctionName: string;
  Qualifier: string;
}

export interface DestinationConfig {
  OnSuccess?: OnSuccess;
  OnFailure?: OnFailure;
}

export interface DocumentDBEventSourceConfig {
  DatabaseName?: string;
  CollectionName?: string;
  FullDocument?: "UpdateLookup" | "Default";
}

export interface DurableConfig {
  KMSKeyArn?: string;
  RetentionPeriodInDays?: number;
  ExecutionTimeout?: number;
}

export interface Environment {
  Variables?: Record<string, string>;
}

export interface EnvironmentError {
  ErrorCode?: string;
  Message?: string;
}

export interface EnvironmentResponse {
  Variables?: Record<string, string>;
  Error?: EnvironmentError;
}

export interface EphemeralStorage {
  Size: number;
}

export interface EventSourceMappingConfiguration {
  UUID?: string;
  StartingPosition?: "LATEST" | "AT_TIMESTAMP" | "TRIM_HORIZON";
  StartingPositionTimestamp?: number;
  BatchSize?: number;
  MaximumBatchingWindowInSeconds?: number;
  ParallelizationFactor?: number;
  EventSourceArn?: string;
  FilterCriteria?: FilterCriteria;
  FilterCriteriaError?: FilterCriteriaError;
  KMSKeyArn?: string;
  MetricsConfig?: EventSourceMappingMetricsConfig;
  LoggingConfig?: EventSourceMappingLoggingConfig;
  ScalingConfig?: ScalingConfig;
  FunctionArn?: string;
  LastModified?: number;
  LastProcessingResult?: string;
  State?: string;
  StateTransitionReason?: string;
  DestinationConfig?: DestinationConfig;
  Topics?: Array<string>;
  Queues?: Array<string>;
  SourceAccessConfigurations?: Array<SourceAccessConfiguration>;
  SelfManagedEventSource?: SelfManagedEventSource;
  MaximumRecordAgeInSeconds?: number;
  BisectBatchOnFunctionError?: boolean;
  MaximumRetryAttempts?: number;
  TumblingWindowInSeconds?: number;
  FunctionResponseTypes?: Array<"ReportBatchItemFailures">;
  AmazonManagedKafkaEventSourceConfig?: AmazonManagedKafkaEventSourceConfig;
  SelfManagedKafkaEventSourceConfig?: SelfManagedKafkaEventSourceConfig;
  DocumentDBEventSourceConfig?: DocumentDBEventSourceConfig;
  EventSourceMappingArn?: string;
  ProvisionedPollerConfig?: ProvisionedPollerConfig;
}

export interface EventSourceMappingLoggingConfig {
  SystemLogLevel?: "DEBUG" | "INFO" | "WARN";
}

export interface EventSourceMappingMetricsConfig {
  Metrics?: Array<"EventCount" | "ErrorCount" | "KafkaMetrics">;
}

export interface FileSystemConfig {
  Arn: string;
  LocalMountPath: string;
  S3FilesConfig?: S3FilesConfig;
}

export interface Filter {
  Pattern?: string;
}

export interface FilterCriteria {
  Filters?: Array<Filter>;
}

export interface FilterCriteriaError {
  ErrorCode?: string;
  Message?: string;
}

export interface FunctionCode {
  ZipFile?: Uint8Array | string;
  S3Bucket?: string;
  S3Key?: string;
  S3ObjectVersion?: string;
  S3ObjectStorageMode?: "COPY" | "REFERENCE";
  ImageUri?: string;
  SourceKMSKeyArn?: string;
}

export interface FunctionCodeLocation {
  RepositoryType?: string;
  Location?: string;
  ImageUri?: string;
  ResolvedImageUri?: string;
  ResolvedS3Object?: ResolvedS3Object;
  SourceKMSKeyArn?: string;
  Error?: FunctionCodeLocationError;
}

export interface FunctionCodeLocationError {
  ErrorCode?: string;
  Message?: string;
}

export interface FunctionConfiguration {
  FunctionName?: string;
  FunctionArn?: string;
  Runtime?: string;
  Role?: string;
  Handler?: string;
  CodeSize?: number;
  Description?: string;
  Timeout?: number;
  MemorySize?: number;
  LastModified?: string;
  CodeSha256?: string;
  Version?: string;
  VpcConfig?: VpcConfigResponse;
  DeadLetterConfig?: DeadLetterConfig;
  Environment?: EnvironmentResponse;
  KMSKeyArn?: string;
  TracingConfig?: TracingConfigResponse;
  MasterArn?: string;
  RevisionId?: string;
  Layers?: Array<Layer>;
  State?: "Pending" | "Active" | "Inactive" | "Failed" | "Deactivating" | "Deactivated" | "ActiveNonInvocable" | "Deleting";
  StateReason?: string;
  StateReasonCode?: "Idle" | "Creating" | "Restoring" | "EniLimitExceeded" | "InsufficientRolePermissions" | "InvalidConfiguration" | "InternalError" | "SubnetOutOfIPAddresses" | "InvalidSubnet" | "InvalidSecurityGroup" | "ImageDeleted" | "ImageAccessDenied" | "InvalidImage" | "KMSKeyAccessDenied" | "KMSKeyNotFound" | "InvalidStateKMSKey" | "DisabledKMSKey" | "EFSIOError" | "EFSMountConnectivityError" | "EFSMountFailure" | "EFSMountTimeout" | "InvalidRuntime" | "InvalidZipFileException" | "FunctionError" | "ServiceQuotaExceededException" | "VcpuLimitExceeded" | "CapacityProviderScalingLimitExceeded" | "InsufficientCapacity" | "EC2RequestLimitExceeded" | "FunctionError.InitTimeout" | "FunctionError.RuntimeInitError" | "FunctionError.ExtensionInitError" | "FunctionError.InvalidEntryPoint" | "FunctionError.InvalidWorkingDirectory" | "FunctionError.PermissionDenied" | "FunctionError.TooManyExtensions" | "FunctionError.InitResourceExhausted" | "DisallowedByVpcEncryptionControl" | "DrainingDurableExecutions" | "IncompatibleAcceleratorInstanceTypes" | "DependencyError";
  LastUpdateStatus?: "Successful" | "Failed" | "InProgress";
  LastUpdateStatusReason?: string;
  LastUpdateStatusReasonCode?: "EniLimitExceeded" | "InsufficientRolePermissions" | "InvalidConfiguration" | "InternalError" | "SubnetOutOfIPAddresses" | "InvalidSubnet" | "InvalidSecurityGroup" | "ImageDeleted" | "ImageAccessDenied" | "InvalidImage" | "KMSKeyAccessDenied" | "KMSKeyNotFound" | "InvalidStateKMSKey" | "DisabledKMSKey" | "EFSIOError" | "EFSMountConnectivityError" | "EFSMountFailure" | "EFSMountTimeout" | "InvalidRuntime" | "InvalidZipFileException" | "FunctionError" | "ServiceQuotaExceededException" | "VcpuLimitExceeded" | "CapacityProviderScalingLimitExceeded" | "InsufficientCapacity" | "EC2RequestLimitExceeded" | "FunctionError.InitTimeout" | "FunctionError.RuntimeInitError" | "FunctionError.ExtensionInitError" | "FunctionError.InvalidEntryPoint" | "FunctionError.InvalidWorkingDirectory" | "FunctionError.PermissionDenied" | "FunctionError.TooManyExtensions" | "FunctionError.InitResourceExhausted" | "DisallowedByVpcEncryptionControl" | "IncompatibleAcceleratorInstanceTypes" | "DependencyError";
  FileSystemConfigs?: Array<FileSystemConfig>;
  SigningProfileVersionArn?: string;
  SigningJobArn?: string;
  PackageType?: "Zip" | "Image";
  ImageConfigResponse?: ImageConfigResponse;
  Architectures?: Array<"x86_64" | "arm64">;
  EphemeralStorage?: EphemeralStorage;
  SnapStart?: SnapStartResponse;
  RuntimeVersionConfig?: RuntimeVersionConfig;
  LoggingConfig?: LoggingConfig;
  TenancyConfig?: TenancyConfig;
  CapacityProviderConfig?: CapacityProviderConfig;
  ConfigSha256?: string;
  DurableConfig?: DurableConfig;
  RuntimeConfig?: FunctionRuntimeConfig;
  AcceleratorConfig?: AcceleratorConfig;
}

export interface FunctionRuntimeConfig {
  RuntimeArn: string;
  RuntimeAlias: string;
}

export interface GetFunctionConfigurationRequest {
  FunctionName: string;
  Qualifier?: string;
}

export interface GetFunctionRequest {
  FunctionName: string;
  Qualifier?: string;
}

export interface GetFunctionResponse {
  Configuration?: FunctionConfiguration;
  Code?: FunctionCodeLocation;
  Tags?: Record<string, string>;
  TagsError?: TagsError;
  Concurrency?: Concurrency;
}

export interface GetPolicyRequest {
  FunctionName: string;
  Qualifier?: string;
}

export interface GetPolicyResponse {
  Policy?: string;
  RevisionId?: string;
}

export interface ImageConfig {
  EntryPoint?: Array<string>;
  Command?: Array<string>;
  WorkingDirectory?: string;
}

export interface ImageConfigError {
  ErrorCode?: string;
  Message?: string;
}

export interface ImageConfigResponse {
  ImageConfig?: ImageConfig;
  Error?: ImageConfigError;
}

export interface InvocationRequest {
  FunctionName: string;
  InvocationType?: "Event" | "RequestResponse" | "DryRun";
  LogType?: "None" | "Tail";
  ClientContext?: string;
  DurableExecutionName?: string;
  Payload?: Uint8Array | string;
  Qualifier?: string;
  TenantId?: string;
}

export interface InvocationResponse {
  StatusCode?: number;
  FunctionError?: string;
  LogResult?: string;
  Payload?: Uint8Array | string;
  ExecutedVersion?: string;
  DurableExecutionArn?: string;
}

export interface KafkaSchemaRegistryAccessConfig {
  Type?: "BASIC_AUTH" | "CLIENT_CERTIFICATE_TLS_AUTH" | "SERVER_ROOT_CA_CERTIFICATE" | "OAUTHBEARER_AUTH";
  URI?: string;
}

export interface KafkaSchemaRegistryConfig {
  SchemaRegistryURI?: string;
  EventRecordFormat?: "JSON" | "SOURCE";
  AccessConfigs?: Array<KafkaSchemaRegistryAccessConfig>;
  SchemaValidationConfigs?: Array<KafkaSchemaValidationConfig>;
}

export interface KafkaSchemaValidationConfig {
  Attribute?: "KEY" | "VALUE";
}

export interface LambdaManagedInstancesCapacityProviderConfig {
  CapacityProviderArn: string;
  PerExecutionEnvironmentMaxConcurrency?: number;
  ExecutionEnvironmentMemoryGiBPerVCpu?: number;
}

export interface Layer {
  Arn?: string;
  CodeSize?: number;
  SigningProfileVersionArn?: string;
  SigningJobArn?: string;
}

export interface ListAliasesRequest {
  FunctionName: string;
  FunctionVersion?: string;
  Marker?: string;
  MaxItems?: number;
}

export interface ListAliasesResponse {
  NextMarker?: string;
  Aliases?: Array<AliasConfiguration>;
}

export interface ListEventSourceMappingsRequest {
  EventSourceArn?: string;
  FunctionName?: string;
  Marker?: string;
  MaxItems?: number;
}

export interface ListEventSourceMappingsResponse {
  NextMarker?: string;
  EventSourceMappings?: Array<EventSourceMappingConfiguration>;
}

export interface ListFunctionsRequest {
  MasterRegion?: string;
  FunctionVersion?: "ALL";
  Marker?: string;
  MaxItems?: number;
}

export interface ListFunctionsResponse {
  NextMarker?: string;
  Functions?: Array<FunctionConfiguration>;
}

export interface ListProvisionedConcurrencyConfigsRequest {
  FunctionName: string;
  Marker?: string;
  MaxItems?: number;
}

export interface ListProvisionedConcurrencyConfigsResponse {
  ProvisionedConcurrencyConfigs?: Array<ProvisionedConcurrencyConfigListItem>;
  NextMarker?: string;
}

export interface ListVersionsByFunctionRequest {
  FunctionName: string;
  Marker?: string;
  MaxItems?: number;
}

export interface ListVersionsByFunctionResponse {
  NextMarker?: string;
  Versions?: Array<FunctionConfiguration>;
}

export interface LoggingConfig {
  LogFormat?: "JSON" | "Text";
  ApplicationLogLevel?: "TRACE" | "DEBUG" | "INFO" | "WARN" | "ERROR" | "FATAL";
  SystemLogLevel?: "DEBUG" | "INFO" | "WARN";
  LogGroup?: string;
}

export interface OnFailure {
  Destination?: string;
}

export interface OnSuccess {
  Destination?: string;
}

export interface ProvisionedConcurrencyConfigListItem {
  FunctionArn?: string;
  RequestedProvisionedConcurrentExecutions?: number;
  AvailableProvisionedConcurrentExecutions?: number;
  AllocatedProvisionedConcurrentExecutions?: number;
  Status?: "IN_PROGRESS" | "READY" | "FAILED";
  StatusReason?: string;
  LastModified?: string;
}

export interface ProvisionedPollerConfig {
  MinimumPollers?: number;
  MaximumPollers?: number;
  PollerGroupName?: string;
}

export interface PublishVersionRequest {
  FunctionName: string;
  CodeSha256?: string;
  Description?: string;
  RevisionId?: string;
  PublishTo?: "LATEST_PUBLISHED";
}

export interface PutFunctionConcurrencyRequest {
  FunctionName: string;
  ReservedConcurrentExecutions: number;
}

export interface PutProvisionedConcurrencyConfigRequest {
  FunctionName: string;
  Qualifier: string;
  ProvisionedConcurrentExecutions: number;
}

export interface PutProvisionedConcurrencyConfigResponse {
  RequestedProvisionedConcurrentExecutions?: number;
  AllocatedProvisionedConcurrentExecutions?: number;
  AvailableProvisionedConcurrentExecutions?: number;
  Status?: "IN_PROGRESS" | "READY" | "FAILED";
  StatusReason?: string;
  LastModified?: string;
}

export interface RemovePermissionRequest {
  FunctionName: string;
  StatementId: string;
  Qualifier?: string;
  RevisionId?: string;
}

export interface ResolvedS3Object {
  S3Bucket?: string;
  S3Key?: string;
  S3ObjectVersion?: string;
}

export interface RuntimeVersionConfig {
  RuntimeVersionArn?: string;
  Error?: RuntimeVersionError;
}

export interface RuntimeVersionError {
  ErrorCode?: string;
  Message?: string;
}

export interface S3FilesConfig {
  DirectS3Read?: "ENABLED" | "DISABLED" | "AUTO";
}

export interface ScalingConfig {
  MaximumConcurrency?: number;
}

export interface SelfManagedEventSource {
  Endpoints?: Record<string, Array<string>>;
}

export interface SelfManagedKafkaEventSourceConfig {
  ConsumerGroupId?: string;
  SchemaRegistryConfig?: KafkaSchemaRegistryConfig;
  ConsumptionMode?: "Stream" | "Queue";
}

export interface SnapStart {
  ApplyOn?: "PublishedVersions" | "None";
}

export interface SnapStartResponse {
  ApplyOn?: "PublishedVersions" | "None";
  OptimizationStatus?: "On" | "Off";
}

export interface SourceAccessConfiguration {
  Type?: "BASIC_AUTH" | "VPC_SUBNET" | "VPC_SECURITY_GROUP" | "SASL_SCRAM_512_AUTH" | "SASL_SCRAM_256_AUTH" | "VIRTUAL_HOST" | "CLIENT_CERTIFICATE_TLS_AUTH" | "SERVER_ROOT_CA_CERTIFICATE" | "OAUTHBEARER_AUTH" | "OAUTHBEARER_SCOPE" | "OAUTHBEARER_AUDIENCE" | "OAUTHBEARER_LOGICAL_CLUSTER" | "OAUTHBEARER_IDENTITY_POOL" | "IAM_AUTH" | "IAM_OAUTHBEARER_AUTH";
  URI?: string;
}

export interface TagsError {
  ErrorCode?: string;
  Message?: string;
}

export interface TenancyConfig {
  TenantIsolationMode: "PER_TENANT";
}

export interface TracingConfig {
  Mode?: "Active" | "PassThrough";
}

export interface TracingConfigResponse {
  Mode?: "Active" | "PassThrough";
}

export interface UpdateAliasRequest {
  FunctionName: string;
  Name: string;
  FunctionVersion?: string;
  Description?: string;
  RoutingConfig?: AliasRoutingConfiguration;
  RevisionId?: string;
}

export interface UpdateEventSourceMappingRequest {
  UUID: string;
  FunctionName?: string;
  Enabled?: boolean;
  BatchSize?: number;
  FilterCriteria?: FilterCriteria;
  KMSKeyArn?: string;
  MetricsConfig?: EventSourceMappingMetricsConfig;
  LoggingConfig?: EventSourceMappingLoggingConfig;
  ScalingConfig?: ScalingConfig;
  MaximumBatchingWindowInSeconds?: number;
  ParallelizationFactor?: number;
  DestinationConfig?: DestinationConfig;
  MaximumRecordAgeInSeconds?: number;
  BisectBatchOnFunctionError?: boolean;
  MaximumRetryAttempts?: number;
  TumblingWindowInSeconds?: number;
  SourceAccessConfigurations?: Array<SourceAccessConfiguration>;
  FunctionResponseTypes?: Array<"ReportBatchItemFailures">;
  AmazonManagedKafkaEventSourceConfig?: AmazonManagedKafkaEventSourceConfig;
  SelfManagedKafkaEventSourceConfig?: SelfManagedKafkaEventSourceConfig;
  DocumentDBEventSourceConfig?: DocumentDBEventSourceConfig;
  ProvisionedPollerConfig?: ProvisionedPollerConfig;
}

export interface UpdateFunctionCodeRequest {
  FunctionName: string;
  ZipFile?: Uint8Array | string;
  S3Bucket?: string;
  S3Key?: string;
  S3ObjectVersion?: string;
  S3ObjectStorageMode?: "COPY" | "REFERENCE";
  ImageUri?: string;
  Architectures?: Array<"x86_64" | "arm64">;
  Publish?: boolean;
  PublishTo?: "LATEST_PUBLISHED";
  DryRun?: boolean;
  RevisionId?: string;
  SourceKMSKeyArn?: string;
}

export interface UpdateFunctionConfigurationRequest {
  FunctionName: string;
  Role?: string;
  Handler?: string;
  Description?: string;
  Timeout?: number;
  MemorySize?: number;
  VpcConfig?: VpcConfig;
  Environment?: Environment;
  Runtime?: string;
  DeadLetterConfig?: DeadLetterConfig;
  KMSKeyArn?: string;
  TracingConfig?: TracingConfig;
  RevisionId?: string;
  Layers?: Array<string>;
  FileSystemConfigs?: Array<FileSystemConfig>;
  ImageConfig?: ImageConfig;
  EphemeralStorage?: EphemeralStorage;
  SnapStart?: SnapStart;
  LoggingConfig?: LoggingConfig;
  CapacityProviderConfig?: CapacityProviderConfig;
  DurableConfig?: DurableConfig;
  RuntimeConfig?: FunctionRuntimeConfig;
  AcceleratorConfig?: AcceleratorConfig;
}

export interface VpcConfig {
  SubnetIds?: Array<string>;
  SecurityGroupIds?: Array<string>;
  Ipv6AllowedForDualStack?: boolean;
}

export interface VpcConfigResponse {
  SubnetIds?: Array<string>;
  SecurityGroupIds?: Array<string>;
  VpcId?: string;
  Ipv6AllowedForDualStack?: boolean;
}

export const addPermission: Operation<AddPermissionRequest, AddPermissionResponse> = {
  service: "lambda",
  name: "AddPermission",
  method: "POST",
  uri: "/2015-03-31/functions/{FunctionName}/policy",
  places: { FunctionName: ["uri", "FunctionName"], Qualifier: ["querystring", "Qualifier"] },
};

export const createAlias: Operation<CreateAliasRequest, AliasConfiguration> = {
  service: "lambda",
  name: "CreateAlias",
  method: "POST",
  uri: "/2015-03-31/functions/{FunctionName}/aliases",
  places: { FunctionName: ["uri", "FunctionName"] },
};

export const createEventSourceMapping: Operation<CreateEventSourceMappingRequest, EventSourceMappingConfiguration> = {
  service: "lambda",
  name: "CreateEventSourceMapping",
  method: "POST",
  uri: "/2015-03-31/event-source-mappings",
};

export const createFunction: Operation<CreateFunctionRequest, FunctionConfiguration> = {
  service: "lambda",
  name: "CreateFunction",
  method: "POST",
  uri: "/2015-03-31/functions",
};

export const deleteAlias: Operation<DeleteAliasRequest, Record<string, never>> = {
  service: "lambda",
  name: "DeleteAlias",
  method: "DELETE",
  uri: "/2015-03-31/functions/{FunctionName}/aliases/{Name}",
  places: { FunctionName: ["uri", "FunctionName"], Name: ["uri", "Name"] },
};

export const deleteEventSourceMapping: Operation<DeleteEventSourceMappingRequest, EventSourceMappingConfiguration> = {
  service: "lambda",
  name: "DeleteEventSourceMapping",
  method: "DELETE",
  uri: "/2015-03-31/event-source-mappings/{UUID}",
  places: { UUID: ["uri", "UUID"] },
};

export const deleteFunction: Operation<DeleteFunctionRequest, DeleteFunctionResponse> = {
  service: "lambda",
  name: "DeleteFunction",
  method: "DELETE",
  uri: "/2015-03-31/functions/{FunctionName}",
  places: { FunctionName: ["uri", "FunctionName"], Qualifier: ["querystring", "Qualifier"] },
  answers: { StatusCode: ["statusCode", "StatusCode"] },
};

export const deleteFunctionConcurrency: Operation<DeleteFunctionConcurrencyRequest, Record<string, never>> = {
  service: "lambda",
  name: "DeleteFunctionConcurrency",
  method: "DELETE",
  uri: "/2017-10-31/functions/{FunctionName}/concurrency",
  places: { FunctionName: ["uri", "FunctionName"] },
};

export const deleteProvisionedConcurrencyConfig: Operation<DeleteProvisionedConcurrencyConfigRequest, Record<string, never>> = {
  service: "lambda",
  name: "DeleteProvisionedConcurrencyConfig",
  method: "DELETE",
  uri: "/2019-09-30/functions/{FunctionName}/provisioned-concurrency",
  places: { FunctionName: ["uri", "FunctionName"], Qualifier: ["querystring", "Qualifier"] },
};

export const getFunction: Operation<GetFunctionRequest, GetFunctionResponse> = {
  service: "lambda",
  name: "GetFunction",
  method: "GET",
  uri: "/2015-03-31/functions/{FunctionName}",
  places: { FunctionName: ["uri", "FunctionName"], Qualifier: ["querystring", "Qualifier"] },
};

export const getFunctionConfiguration: Operation<GetFunctionConfigurationRequest, FunctionConfiguration> = {
  service: "lambda",
  name: "GetFunctionConfiguration",
  method: "GET",
  uri: "/2015-03-31/functions/{FunctionName}/configuration",
  places: { FunctionName: ["uri", "FunctionName"], Qualifier: ["querystring", "Qualifier"] },
};

export const getPolicy: Operation<GetPolicyRequest, GetPolicyResponse> = {
  service: "lambda",
  name: "GetPolicy",
  method: "GET",
  uri: "/2015-03-31/functions/{FunctionName}/policy",
  places: { FunctionName: ["uri", "FunctionName"], Qualifier: ["querystring", "Qualifier"] },
};

export const invoke: Operation<InvocationRequest, InvocationResponse> = {
  service: "lambda",
  name: "Invoke",
  method: "POST",
  uri: "/2015-03-31/functions/{FunctionName}/invocations",
  places: { FunctionName: ["uri", "FunctionName"], InvocationType: ["header", "X-Amz-Invocation-Type"], LogType: ["header", "X-Amz-Log-Type"], ClientContext: ["header", "X-Amz-Client-Context"], DurableExecutionName: ["header", "X-Amz-Durable-Execution-Name"], Payload: ["payload", ""], Qualifier: ["querystring", "Qualifier"], TenantId: ["header", "X-Amz-Tenant-Id"] },
  answers: { StatusCode: ["statusCode", "StatusCode"], FunctionError: ["header", "X-Amz-Function-Error"], LogResult: ["header", "X-Amz-Log-Result"], Payload: ["payload", ""], ExecutedVersion: ["header", "X-Amz-Executed-Version"], DurableExecutionArn: ["header", "X-Amz-Durable-Execution-Arn"] },
};

export const listAliases: Operation<ListAliasesRequest, ListAliasesResponse> = {
  service: "lambda",
  name: "ListAliases",
  method: "GET",
  uri: "/2015-03-31/functions/{FunctionName}/aliases",
  places: { FunctionName: ["uri", "FunctionName"], FunctionVersion: ["querystring", "FunctionVersion"], Marker: ["querystring", "Marker"], MaxItems: ["querystring", "MaxItems"] },
};

export const listEventSourceMappings: Operation<ListEventSourceMappingsRequest, ListEventSourceMappingsResponse> = {
  service: "lambda",
  name: "ListEventSourceMappings",
  method: "GET",
  uri: "/2015-03-31/event-source-mappings",
  places: { EventSourceArn: ["querystring", "EventSourceArn"], FunctionName: ["querystring", "FunctionName"], Marker: ["querystring", "Marker"], MaxItems: ["querystring", "MaxItems"] },
};

export const listFunctions: Operation<ListFunctionsRequest, ListFunctionsResponse> = {
  service: "lambda",
  name: "ListFunctions",
  method: "GET",
  uri: "/2015-03-31/functions",
  places: { MasterRegion: ["querystring", "MasterRegion"], FunctionVersion: ["querystring", "FunctionVersion"], Marker: ["querystring", "Marker"], MaxItems: ["querystring", "MaxItems"] },
};

export const listProvisionedConcurrencyConfigs: Operation<ListProvisionedConcurrencyConfigsRequest, ListProvisionedConcurrencyConfigsResponse> = {
  service: "lambda",
  name: "ListProvisionedConcurrencyConfigs",
  method: "GET",
  uri: "/2019-09-30/functions/{FunctionName}/provisioned-concurrency?List=ALL",
  places: { FunctionName: ["uri", "FunctionName"], Marker: ["querystring", "Marker"], MaxItems: ["querystring", "MaxItems"] },
};

export const listVersionsByFunction: Operation<ListVersionsByFunctionRequest, ListVersionsByFunctionResponse> = {
  service: "lambda",
  name: "ListVersionsByFunction",
  method: "GET",
  uri: "/2015-03-31/functions/{FunctionName}/versions",
  places: { FunctionName: ["uri", "FunctionName"], Marker: ["querystring", "Marker"], MaxItems: ["querystring", "MaxItems"] },
};

export const publishVersion: Operation<PublishVersionRequest, FunctionConfiguration> = {
  service: "lambda",
  name: "PublishVersion",
  method: "POST",
  uri: "/2015-03-31/functions/{FunctionName}/versions",
  places: { FunctionName: ["uri", "FunctionName"] },
};

export const putFunctionConcurrency: Operation<PutFunctionConcurrencyRequest, Concurrency> = {
  service: "lambda",
  name: "PutFunctionConcurrency",
  method: "PUT",
  uri: "/2017-10-31/functions/{FunctionName}/concurrency",
  places: { FunctionName: ["uri", "FunctionName"] },
};

export const putProvisionedConcurrencyConfig: Operation<PutProvisionedConcurrencyConfigRequest, PutProvisionedConcurrencyConfigResponse> = {
  service: "lambda",
  name: "PutProvisionedConcurrencyConfig",
  method: "PUT",
  uri: "/2019-09-30/functions/{FunctionName}/provisioned-concurrency",
  places: { FunctionName: ["uri", "FunctionName"], Qualifier: ["querystring", "Qualifier"] },
};

export const removePermission: Operation<RemovePermissionRequest, Record<string, never>> = {
  service: "lambda",
  name: "RemovePermission",
  method: "DELETE",
  uri: "/2015-03-31/functions/{FunctionName}/policy/{StatementId}",
  places: { FunctionName: ["uri", "FunctionName"], StatementId: ["uri", "StatementId"], Qualifier: ["querystring", "Qualifier"], RevisionId: ["querystring", "RevisionId"] },
};

export const updateAlias: Operation<UpdateAliasRequest, AliasConfiguration> = {
  service: "lambda",
  name: "UpdateAlias",
  method: "PUT",
  uri: "/2015-03-31/functions/{FunctionName}/aliases/{Name}",
  places: { FunctionName: ["uri", "FunctionName"], Name: ["uri", "Name"] },
};

export const updateEventSourceMapping: Operation<UpdateEventSourceMappingRequest, EventSourceMappingConfiguration> = {
  service: "lambda",
  name: "UpdateEventSourceMapping",
  method: "PUT",
  uri: "/2015-03-31/event-source-mappings/{UUID}",
  places: { UUID: ["uri", "UUID"] },
};

export const updateFunctionCode: Operation<UpdateFunctionCodeRequest, FunctionConfiguration> = {
  service: "lambda",
  name: "UpdateFunctionCode",
  method: "PUT",
  uri: "/2015-03-31/functions/{FunctionName}/code",
  places: { FunctionName: ["uri", "FunctionName"] },
};

export const updateFunctionConfiguration: Operation<UpdateFunctionConfigurationRequest, FunctionConfiguration> = {
  service: "lambda",
  name: "UpdateFunctionConfiguration",
  method: "PUT",
  uri: "/2015-03-31/functions/{FunctionName}/configuration",
  places: { FunctionName: ["uri", "FunctionName"] },
};
