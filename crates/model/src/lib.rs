//! The nouns of the domain: identifiers with validating constructors, and the records that are stored.
//!
//! Every other room speaks in these types. This crate must never do I/O, read a clock, make up an
//! identifier or know a wire format: time and ids come in as arguments, and the serde names here
//! are those of the store, not those of AWS's protocols.

mod account;
mod arn;
mod bucket;
mod container;
mod delivery;
mod documentation;
mod domain_name;
mod event_source;
mod function;
mod function_settings;
mod iam;
mod invalid;
mod layer;
mod logs;
mod parameter;
mod record;
mod repository;
mod rest_api;
mod routing_rule;
mod schedule;
mod stack;
mod time;
mod undocumented;
mod usage;

pub use account::{AccountId, PARTITION, Region};
pub use arn::Arn;
pub use bucket::{
    BucketRecord, Encryption, Object, ObjectChecksum, ObjectHead, ObjectRecord, ObjectVersion,
    Part, PublicAccess, UploadChecksum, UploadRecord, Versioning,
};
pub use container::{ContainerImage, FileSystemUse, ImageOverrides, ImageProgram};
pub use delivery::{AsyncEventRecord, EventInvokeConfig, ProvisionedConcurrency, RecursiveLoop};
pub use documentation::{
    Documentation, DocumentationLocation, DocumentationPart, DocumentationPartType,
    DocumentationVersion,
};
pub use domain_name::{
    AccessAssociationRecord, BasePathMapping, Certificate, ClientCertificateRecord,
    DomainNameRecord, MutualTls, RoutingMode, UploadedCertificate, VpcLinkRecord, VpcLinkStatus,
};
pub use event_source::{
    EventSourceMappingRecord, EventSourcePositionRecord, StartingPosition, StreamSettings,
    StreamWindow,
};
pub use function::{
    Alias, Code, DEFAULT_MEMORY_MIB, DEFAULT_TIMEOUT_SECONDS, FunctionArn, FunctionName,
    FunctionRecord, LastUpdate, LogFormat, PermissionStatement, Qualifier, ResourcePolicy,
    RuntimeName, Version, VersionNumber, VpcAttachment,
};
pub use function_settings::{
    FunctionUrl, InvokeMode, LayerUse, RuntimeUpdates, SnapStart, UrlAuth, UrlCors,
};
pub use iam::{
    AccessKey, AttachedPolicies, GroupRecord, IamAccountRecord, InstanceProfileRecord, KeyStatus,
    LoginProfile, MfaAssignment, MfaDeviceRecord, MfaHolder, OidcProviderRecord, PasswordHash,
    PasswordPolicy, PolicyRecord, PolicyVersion, RoleRecord, SamlProviderRecord,
    ServerCertificateRecord, ServiceCredential, SigningCertificate, SshPublicKey, UserCredentials,
    UserRecord,
};
pub use invalid::Invalid;
pub use layer::{CodeSigningConfigRecord, LayerRecord, LayerVersion};
pub use logs::{
    LogChunkRecord, LogDelivery, LogDeliveryDestination, LogDeliverySource, LogDestination,
    LogEvent, LogExportTask, LogGroupRecord, LogQueryDefinition, LogQueryRecord, LogResourcePolicy,
    LogSettingsRecord, LogStreamRecord, MetricFilter, S3Delivery, SubscriptionFilter,
};
pub use parameter::{ParameterKind, ParameterRecord, ParameterVersion};
pub use record::{Kind, Record};
pub use repository::RepositoryRecord;
pub use rest_api::{
    AccountSettingsRecord, ApiDefinition, ApiId, ApiKeySource, AuthorizationType, Authorizer,
    AuthorizerKind, Canary, ConnectionType, ContentHandling, DeploymentRecord, EndpointAccessMode,
    EndpointConfiguration, GatewayResponse, GatewayResponseType, Integration, IntegrationKind,
    IntegrationResponse, Method, MethodResponse, MethodSettings, MethodVerb, Model,
    PassthroughBehavior, RequestValidator, Resource, ResponseTransferMode, RestApiRecord, Stage,
    StageName, TEST_INVOKE_STAGE, Transport,
};
pub use routing_rule::{HeaderMatch, RoutingCondition, RoutingRule};
pub use schedule::{Retries, RuleRecord, RuleTarget, ScheduleRecord};
pub use stack::{
    Before, ChangeAction, ChangeDetail, ChangeSetExecution, ChangeSetRecord, ChangeSetStatus,
    DeletionPolicy, Leftover, MadeResource, OnFailure, Replacement, ResourceChange, ResourceStatus,
    StackDesign, StackEvent, StackOperation, StackOperationKind, StackOutput, StackRecord,
    StackResourceRecord, StackSignalRecord, StackStatus,
};
pub use time::Timestamp;
pub use usage::{
    ApiKeyRecord, Day, PlanKey, PlanStage, Quota, QuotaPeriod, ThrottleLimits, UsageGrant,
    UsagePlanRecord, UsageRecord,
};
