// Written by `cargo xtask codegen`. Do not edit.
//! The inputs and outputs of the implemented operations.

use super::schema;
use crate::masked::Masked;
use crate::timestamp::Timestamp;
use crate::{
    document::{Document, Members, Mismatch, Shape},
    operation::Operation,
    schema::OperationSchema,
};
use bytes::Bytes;
use std::collections::BTreeMap;
use std::fmt;

#[derive(Clone, Copy, Debug)]
pub struct AddLayerVersionPermission;

impl Operation for AddLayerVersionPermission {
    type Input = AddLayerVersionPermissionRequest;
    type Output = AddLayerVersionPermissionResponse;
    const NAME: &'static str = "AddLayerVersionPermission";
    const SCHEMA: &'static OperationSchema = &schema::ADD_LAYER_VERSION_PERMISSION;
}

#[derive(Clone, Copy, Debug)]
pub struct AddPermission;

impl Operation for AddPermission {
    type Input = AddPermissionRequest;
    type Output = AddPermissionResponse;
    const NAME: &'static str = "AddPermission";
    const SCHEMA: &'static OperationSchema = &schema::ADD_PERMISSION;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateAlias;

impl Operation for CreateAlias {
    type Input = CreateAliasRequest;
    type Output = AliasConfiguration;
    const NAME: &'static str = "CreateAlias";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_ALIAS;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateCodeSigningConfig;

impl Operation for CreateCodeSigningConfig {
    type Input = CreateCodeSigningConfigRequest;
    type Output = CreateCodeSigningConfigResponse;
    const NAME: &'static str = "CreateCodeSigningConfig";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_CODE_SIGNING_CONFIG;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateEventSourceMapping;

impl Operation for CreateEventSourceMapping {
    type Input = CreateEventSourceMappingRequest;
    type Output = EventSourceMappingConfiguration;
    const NAME: &'static str = "CreateEventSourceMapping";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_EVENT_SOURCE_MAPPING;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateFunction;

impl Operation for CreateFunction {
    type Input = CreateFunctionRequest;
    type Output = FunctionConfiguration;
    const NAME: &'static str = "CreateFunction";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_FUNCTION;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateFunctionUrlConfig;

impl Operation for CreateFunctionUrlConfig {
    type Input = CreateFunctionUrlConfigRequest;
    type Output = CreateFunctionUrlConfigResponse;
    const NAME: &'static str = "CreateFunctionUrlConfig";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_FUNCTION_URL_CONFIG;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteAlias;

impl Operation for DeleteAlias {
    type Input = DeleteAliasRequest;
    type Output = ();
    const NAME: &'static str = "DeleteAlias";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_ALIAS;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteCodeSigningConfig;

impl Operation for DeleteCodeSigningConfig {
    type Input = DeleteCodeSigningConfigRequest;
    type Output = DeleteCodeSigningConfigResponse;
    const NAME: &'static str = "DeleteCodeSigningConfig";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_CODE_SIGNING_CONFIG;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteEventSourceMapping;

impl Operation for DeleteEventSourceMapping {
    type Input = DeleteEventSourceMappingRequest;
    type Output = EventSourceMappingConfiguration;
    const NAME: &'static str = "DeleteEventSourceMapping";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_EVENT_SOURCE_MAPPING;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteFunction;

impl Operation for DeleteFunction {
    type Input = DeleteFunctionRequest;
    type Output = DeleteFunctionResponse;
    const NAME: &'static str = "DeleteFunction";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_FUNCTION;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteFunctionCodeSigningConfig;

impl Operation for DeleteFunctionCodeSigningConfig {
    type Input = DeleteFunctionCodeSigningConfigRequest;
    type Output = ();
    const NAME: &'static str = "DeleteFunctionCodeSigningConfig";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_FUNCTION_CODE_SIGNING_CONFIG;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteFunctionConcurrency;

impl Operation for DeleteFunctionConcurrency {
    type Input = DeleteFunctionConcurrencyRequest;
    type Output = ();
    const NAME: &'static str = "DeleteFunctionConcurrency";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_FUNCTION_CONCURRENCY;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteFunctionEventInvokeConfig;

impl Operation for DeleteFunctionEventInvokeConfig {
    type Input = DeleteFunctionEventInvokeConfigRequest;
    type Output = ();
    const NAME: &'static str = "DeleteFunctionEventInvokeConfig";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_FUNCTION_EVENT_INVOKE_CONFIG;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteFunctionUrlConfig;

impl Operation for DeleteFunctionUrlConfig {
    type Input = DeleteFunctionUrlConfigRequest;
    type Output = ();
    const NAME: &'static str = "DeleteFunctionUrlConfig";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_FUNCTION_URL_CONFIG;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteLayerVersion;

impl Operation for DeleteLayerVersion {
    type Input = DeleteLayerVersionRequest;
    type Output = ();
    const NAME: &'static str = "DeleteLayerVersion";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_LAYER_VERSION;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteProvisionedConcurrencyConfig;

impl Operation for DeleteProvisionedConcurrencyConfig {
    type Input = DeleteProvisionedConcurrencyConfigRequest;
    type Output = ();
    const NAME: &'static str = "DeleteProvisionedConcurrencyConfig";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_PROVISIONED_CONCURRENCY_CONFIG;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteResourcePolicy;

impl Operation for DeleteResourcePolicy {
    type Input = DeleteResourcePolicyRequest;
    type Output = ();
    const NAME: &'static str = "DeleteResourcePolicy";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_RESOURCE_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct GetAccountSettings;

impl Operation for GetAccountSettings {
    type Input = GetAccountSettingsRequest;
    type Output = GetAccountSettingsResponse;
    const NAME: &'static str = "GetAccountSettings";
    const SCHEMA: &'static OperationSchema = &schema::GET_ACCOUNT_SETTINGS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetAlias;

impl Operation for GetAlias {
    type Input = GetAliasRequest;
    type Output = AliasConfiguration;
    const NAME: &'static str = "GetAlias";
    const SCHEMA: &'static OperationSchema = &schema::GET_ALIAS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetCodeSigningConfig;

impl Operation for GetCodeSigningConfig {
    type Input = GetCodeSigningConfigRequest;
    type Output = GetCodeSigningConfigResponse;
    const NAME: &'static str = "GetCodeSigningConfig";
    const SCHEMA: &'static OperationSchema = &schema::GET_CODE_SIGNING_CONFIG;
}

#[derive(Clone, Copy, Debug)]
pub struct GetEventSourceMapping;

impl Operation for GetEventSourceMapping {
    type Input = GetEventSourceMappingRequest;
    type Output = EventSourceMappingConfiguration;
    const NAME: &'static str = "GetEventSourceMapping";
    const SCHEMA: &'static OperationSchema = &schema::GET_EVENT_SOURCE_MAPPING;
}

#[derive(Clone, Copy, Debug)]
pub struct GetFunction;

impl Operation for GetFunction {
    type Input = GetFunctionRequest;
    type Output = GetFunctionResponse;
    const NAME: &'static str = "GetFunction";
    const SCHEMA: &'static OperationSchema = &schema::GET_FUNCTION;
}

#[derive(Clone, Copy, Debug)]
pub struct GetFunctionCodeSigningConfig;

impl Operation for GetFunctionCodeSigningConfig {
    type Input = GetFunctionCodeSigningConfigRequest;
    type Output = GetFunctionCodeSigningConfigResponse;
    const NAME: &'static str = "GetFunctionCodeSigningConfig";
    const SCHEMA: &'static OperationSchema = &schema::GET_FUNCTION_CODE_SIGNING_CONFIG;
}

#[derive(Clone, Copy, Debug)]
pub struct GetFunctionConcurrency;

impl Operation for GetFunctionConcurrency {
    type Input = GetFunctionConcurrencyRequest;
    type Output = GetFunctionConcurrencyResponse;
    const NAME: &'static str = "GetFunctionConcurrency";
    const SCHEMA: &'static OperationSchema = &schema::GET_FUNCTION_CONCURRENCY;
}

#[derive(Clone, Copy, Debug)]
pub struct GetFunctionConfiguration;

impl Operation for GetFunctionConfiguration {
    type Input = GetFunctionConfigurationRequest;
    type Output = FunctionConfiguration;
    const NAME: &'static str = "GetFunctionConfiguration";
    const SCHEMA: &'static OperationSchema = &schema::GET_FUNCTION_CONFIGURATION;
}

#[derive(Clone, Copy, Debug)]
pub struct GetFunctionEventInvokeConfig;

impl Operation for GetFunctionEventInvokeConfig {
    type Input = GetFunctionEventInvokeConfigRequest;
    type Output = FunctionEventInvokeConfig;
    const NAME: &'static str = "GetFunctionEventInvokeConfig";
    const SCHEMA: &'static OperationSchema = &schema::GET_FUNCTION_EVENT_INVOKE_CONFIG;
}

#[derive(Clone, Copy, Debug)]
pub struct GetFunctionRecursionConfig;

impl Operation for GetFunctionRecursionConfig {
    type Input = GetFunctionRecursionConfigRequest;
    type Output = GetFunctionRecursionConfigResponse;
    const NAME: &'static str = "GetFunctionRecursionConfig";
    const SCHEMA: &'static OperationSchema = &schema::GET_FUNCTION_RECURSION_CONFIG;
}

#[derive(Clone, Copy, Debug)]
pub struct GetFunctionUrlConfig;

impl Operation for GetFunctionUrlConfig {
    type Input = GetFunctionUrlConfigRequest;
    type Output = GetFunctionUrlConfigResponse;
    const NAME: &'static str = "GetFunctionUrlConfig";
    const SCHEMA: &'static OperationSchema = &schema::GET_FUNCTION_URL_CONFIG;
}

#[derive(Clone, Copy, Debug)]
pub struct GetLayerVersion;

impl Operation for GetLayerVersion {
    type Input = GetLayerVersionRequest;
    type Output = GetLayerVersionResponse;
    const NAME: &'static str = "GetLayerVersion";
    const SCHEMA: &'static OperationSchema = &schema::GET_LAYER_VERSION;
}

#[derive(Clone, Copy, Debug)]
pub struct GetLayerVersionByArn;

impl Operation for GetLayerVersionByArn {
    type Input = GetLayerVersionByArnRequest;
    type Output = GetLayerVersionResponse;
    const NAME: &'static str = "GetLayerVersionByArn";
    const SCHEMA: &'static OperationSchema = &schema::GET_LAYER_VERSION_BY_ARN;
}

#[derive(Clone, Copy, Debug)]
pub struct GetLayerVersionPolicy;

impl Operation for GetLayerVersionPolicy {
    type Input = GetLayerVersionPolicyRequest;
    type Output = GetLayerVersionPolicyResponse;
    const NAME: &'static str = "GetLayerVersionPolicy";
    const SCHEMA: &'static OperationSchema = &schema::GET_LAYER_VERSION_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct GetPolicy;

impl Operation for GetPolicy {
    type Input = GetPolicyRequest;
    type Output = GetPolicyResponse;
    const NAME: &'static str = "GetPolicy";
    const SCHEMA: &'static OperationSchema = &schema::GET_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct GetProvisionedConcurrencyConfig;

impl Operation for GetProvisionedConcurrencyConfig {
    type Input = GetProvisionedConcurrencyConfigRequest;
    type Output = GetProvisionedConcurrencyConfigResponse;
    const NAME: &'static str = "GetProvisionedConcurrencyConfig";
    const SCHEMA: &'static OperationSchema = &schema::GET_PROVISIONED_CONCURRENCY_CONFIG;
}

#[derive(Clone, Copy, Debug)]
pub struct GetResourcePolicy;

impl Operation for GetResourcePolicy {
    type Input = GetResourcePolicyRequest;
    type Output = GetResourcePolicyResponse;
    const NAME: &'static str = "GetResourcePolicy";
    const SCHEMA: &'static OperationSchema = &schema::GET_RESOURCE_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct GetRuntimeManagementConfig;

impl Operation for GetRuntimeManagementConfig {
    type Input = GetRuntimeManagementConfigRequest;
    type Output = GetRuntimeManagementConfigResponse;
    const NAME: &'static str = "GetRuntimeManagementConfig";
    const SCHEMA: &'static OperationSchema = &schema::GET_RUNTIME_MANAGEMENT_CONFIG;
}

#[derive(Clone, Copy, Debug)]
pub struct Invoke;

impl Operation for Invoke {
    type Input = InvocationRequest;
    type Output = InvocationResponse;
    const NAME: &'static str = "Invoke";
    const SCHEMA: &'static OperationSchema = &schema::INVOKE;
}

#[derive(Clone, Copy, Debug)]
pub struct InvokeAsync;

impl Operation for InvokeAsync {
    type Input = InvokeAsyncRequest;
    type Output = InvokeAsyncResponse;
    const NAME: &'static str = "InvokeAsync";
    const SCHEMA: &'static OperationSchema = &schema::INVOKE_ASYNC;
}

#[derive(Clone, Copy, Debug)]
pub struct InvokeWithResponseStream;

impl Operation for InvokeWithResponseStream {
    type Input = InvokeWithResponseStreamRequest;
    type Output = InvokeWithResponseStreamResponse;
    const NAME: &'static str = "InvokeWithResponseStream";
    const SCHEMA: &'static OperationSchema = &schema::INVOKE_WITH_RESPONSE_STREAM;
}

#[derive(Clone, Copy, Debug)]
pub struct ListAliases;

impl Operation for ListAliases {
    type Input = ListAliasesRequest;
    type Output = ListAliasesResponse;
    const NAME: &'static str = "ListAliases";
    const SCHEMA: &'static OperationSchema = &schema::LIST_ALIASES;
}

#[derive(Clone, Copy, Debug)]
pub struct ListCodeSigningConfigs;

impl Operation for ListCodeSigningConfigs {
    type Input = ListCodeSigningConfigsRequest;
    type Output = ListCodeSigningConfigsResponse;
    const NAME: &'static str = "ListCodeSigningConfigs";
    const SCHEMA: &'static OperationSchema = &schema::LIST_CODE_SIGNING_CONFIGS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListEventSourceMappings;

impl Operation for ListEventSourceMappings {
    type Input = ListEventSourceMappingsRequest;
    type Output = ListEventSourceMappingsResponse;
    const NAME: &'static str = "ListEventSourceMappings";
    const SCHEMA: &'static OperationSchema = &schema::LIST_EVENT_SOURCE_MAPPINGS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListFunctionEventInvokeConfigs;

impl Operation for ListFunctionEventInvokeConfigs {
    type Input = ListFunctionEventInvokeConfigsRequest;
    type Output = ListFunctionEventInvokeConfigsResponse;
    const NAME: &'static str = "ListFunctionEventInvokeConfigs";
    const SCHEMA: &'static OperationSchema = &schema::LIST_FUNCTION_EVENT_INVOKE_CONFIGS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListFunctionUrlConfigs;

impl Operation for ListFunctionUrlConfigs {
    type Input = ListFunctionUrlConfigsRequest;
    type Output = ListFunctionUrlConfigsResponse;
    const NAME: &'static str = "ListFunctionUrlConfigs";
    const SCHEMA: &'static OperationSchema = &schema::LIST_FUNCTION_URL_CONFIGS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListFunctions;

impl Operation for ListFunctions {
    type Input = ListFunctionsRequest;
    type Output = ListFunctionsResponse;
    const NAME: &'static str = "ListFunctions";
    const SCHEMA: &'static OperationSchema = &schema::LIST_FUNCTIONS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListFunctionsByCodeSigningConfig;

impl Operation for ListFunctionsByCodeSigningConfig {
    type Input = ListFunctionsByCodeSigningConfigRequest;
    type Output = ListFunctionsByCodeSigningConfigResponse;
    const NAME: &'static str = "ListFunctionsByCodeSigningConfig";
    const SCHEMA: &'static OperationSchema = &schema::LIST_FUNCTIONS_BY_CODE_SIGNING_CONFIG;
}

#[derive(Clone, Copy, Debug)]
pub struct ListLayerVersions;

impl Operation for ListLayerVersions {
    type Input = ListLayerVersionsRequest;
    type Output = ListLayerVersionsResponse;
    const NAME: &'static str = "ListLayerVersions";
    const SCHEMA: &'static OperationSchema = &schema::LIST_LAYER_VERSIONS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListLayers;

impl Operation for ListLayers {
    type Input = ListLayersRequest;
    type Output = ListLayersResponse;
    const NAME: &'static str = "ListLayers";
    const SCHEMA: &'static OperationSchema = &schema::LIST_LAYERS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListProvisionedConcurrencyConfigs;

impl Operation for ListProvisionedConcurrencyConfigs {
    type Input = ListProvisionedConcurrencyConfigsRequest;
    type Output = ListProvisionedConcurrencyConfigsResponse;
    const NAME: &'static str = "ListProvisionedConcurrencyConfigs";
    const SCHEMA: &'static OperationSchema = &schema::LIST_PROVISIONED_CONCURRENCY_CONFIGS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListTags;

impl Operation for ListTags {
    type Input = ListTagsRequest;
    type Output = ListTagsResponse;
    const NAME: &'static str = "ListTags";
    const SCHEMA: &'static OperationSchema = &schema::LIST_TAGS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListVersionsByFunction;

impl Operation for ListVersionsByFunction {
    type Input = ListVersionsByFunctionRequest;
    type Output = ListVersionsByFunctionResponse;
    const NAME: &'static str = "ListVersionsByFunction";
    const SCHEMA: &'static OperationSchema = &schema::LIST_VERSIONS_BY_FUNCTION;
}

#[derive(Clone, Copy, Debug)]
pub struct PublishLayerVersion;

impl Operation for PublishLayerVersion {
    type Input = PublishLayerVersionRequest;
    type Output = PublishLayerVersionResponse;
    const NAME: &'static str = "PublishLayerVersion";
    const SCHEMA: &'static OperationSchema = &schema::PUBLISH_LAYER_VERSION;
}

#[derive(Clone, Copy, Debug)]
pub struct PublishVersion;

impl Operation for PublishVersion {
    type Input = PublishVersionRequest;
    type Output = FunctionConfiguration;
    const NAME: &'static str = "PublishVersion";
    const SCHEMA: &'static OperationSchema = &schema::PUBLISH_VERSION;
}

#[derive(Clone, Copy, Debug)]
pub struct PutFunctionCodeSigningConfig;

impl Operation for PutFunctionCodeSigningConfig {
    type Input = PutFunctionCodeSigningConfigRequest;
    type Output = PutFunctionCodeSigningConfigResponse;
    const NAME: &'static str = "PutFunctionCodeSigningConfig";
    const SCHEMA: &'static OperationSchema = &schema::PUT_FUNCTION_CODE_SIGNING_CONFIG;
}

#[derive(Clone, Copy, Debug)]
pub struct PutFunctionConcurrency;

impl Operation for PutFunctionConcurrency {
    type Input = PutFunctionConcurrencyRequest;
    type Output = Concurrency;
    const NAME: &'static str = "PutFunctionConcurrency";
    const SCHEMA: &'static OperationSchema = &schema::PUT_FUNCTION_CONCURRENCY;
}

#[derive(Clone, Copy, Debug)]
pub struct PutFunctionEventInvokeConfig;

impl Operation for PutFunctionEventInvokeConfig {
    type Input = PutFunctionEventInvokeConfigRequest;
    type Output = FunctionEventInvokeConfig;
    const NAME: &'static str = "PutFunctionEventInvokeConfig";
    const SCHEMA: &'static OperationSchema = &schema::PUT_FUNCTION_EVENT_INVOKE_CONFIG;
}

#[derive(Clone, Copy, Debug)]
pub struct PutFunctionRecursionConfig;

impl Operation for PutFunctionRecursionConfig {
    type Input = PutFunctionRecursionConfigRequest;
    type Output = PutFunctionRecursionConfigResponse;
    const NAME: &'static str = "PutFunctionRecursionConfig";
    const SCHEMA: &'static OperationSchema = &schema::PUT_FUNCTION_RECURSION_CONFIG;
}

#[derive(Clone, Copy, Debug)]
pub struct PutProvisionedConcurrencyConfig;

impl Operation for PutProvisionedConcurrencyConfig {
    type Input = PutProvisionedConcurrencyConfigRequest;
    type Output = PutProvisionedConcurrencyConfigResponse;
    const NAME: &'static str = "PutProvisionedConcurrencyConfig";
    const SCHEMA: &'static OperationSchema = &schema::PUT_PROVISIONED_CONCURRENCY_CONFIG;
}

#[derive(Clone, Copy, Debug)]
pub struct PutResourcePolicy;

impl Operation for PutResourcePolicy {
    type Input = PutResourcePolicyRequest;
    type Output = PutResourcePolicyResponse;
    const NAME: &'static str = "PutResourcePolicy";
    const SCHEMA: &'static OperationSchema = &schema::PUT_RESOURCE_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct PutRuntimeManagementConfig;

impl Operation for PutRuntimeManagementConfig {
    type Input = PutRuntimeManagementConfigRequest;
    type Output = PutRuntimeManagementConfigResponse;
    const NAME: &'static str = "PutRuntimeManagementConfig";
    const SCHEMA: &'static OperationSchema = &schema::PUT_RUNTIME_MANAGEMENT_CONFIG;
}

#[derive(Clone, Copy, Debug)]
pub struct RemoveLayerVersionPermission;

impl Operation for RemoveLayerVersionPermission {
    type Input = RemoveLayerVersionPermissionRequest;
    type Output = ();
    const NAME: &'static str = "RemoveLayerVersionPermission";
    const SCHEMA: &'static OperationSchema = &schema::REMOVE_LAYER_VERSION_PERMISSION;
}

#[derive(Clone, Copy, Debug)]
pub struct RemovePermission;

impl Operation for RemovePermission {
    type Input = RemovePermissionRequest;
    type Output = ();
    const NAME: &'static str = "RemovePermission";
    const SCHEMA: &'static OperationSchema = &schema::REMOVE_PERMISSION;
}

#[derive(Clone, Copy, Debug)]
pub struct TagResource;

impl Operation for TagResource {
    type Input = TagResourceRequest;
    type Output = ();
    const NAME: &'static str = "TagResource";
    const SCHEMA: &'static OperationSchema = &schema::TAG_RESOURCE;
}

#[derive(Clone, Copy, Debug)]
pub struct UntagResource;

impl Operation for UntagResource {
    type Input = UntagResourceRequest;
    type Output = ();
    const NAME: &'static str = "UntagResource";
    const SCHEMA: &'static OperationSchema = &schema::UNTAG_RESOURCE;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateAlias;

impl Operation for UpdateAlias {
    type Input = UpdateAliasRequest;
    type Output = AliasConfiguration;
    const NAME: &'static str = "UpdateAlias";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_ALIAS;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateCodeSigningConfig;

impl Operation for UpdateCodeSigningConfig {
    type Input = UpdateCodeSigningConfigRequest;
    type Output = UpdateCodeSigningConfigResponse;
    const NAME: &'static str = "UpdateCodeSigningConfig";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_CODE_SIGNING_CONFIG;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateEventSourceMapping;

impl Operation for UpdateEventSourceMapping {
    type Input = UpdateEventSourceMappingRequest;
    type Output = EventSourceMappingConfiguration;
    const NAME: &'static str = "UpdateEventSourceMapping";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_EVENT_SOURCE_MAPPING;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateFunctionCode;

impl Operation for UpdateFunctionCode {
    type Input = UpdateFunctionCodeRequest;
    type Output = FunctionConfiguration;
    const NAME: &'static str = "UpdateFunctionCode";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_FUNCTION_CODE;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateFunctionConfiguration;

impl Operation for UpdateFunctionConfiguration {
    type Input = UpdateFunctionConfigurationRequest;
    type Output = FunctionConfiguration;
    const NAME: &'static str = "UpdateFunctionConfiguration";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_FUNCTION_CONFIGURATION;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateFunctionEventInvokeConfig;

impl Operation for UpdateFunctionEventInvokeConfig {
    type Input = UpdateFunctionEventInvokeConfigRequest;
    type Output = FunctionEventInvokeConfig;
    const NAME: &'static str = "UpdateFunctionEventInvokeConfig";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_FUNCTION_EVENT_INVOKE_CONFIG;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateFunctionUrlConfig;

impl Operation for UpdateFunctionUrlConfig {
    type Input = UpdateFunctionUrlConfigRequest;
    type Output = UpdateFunctionUrlConfigResponse;
    const NAME: &'static str = "UpdateFunctionUrlConfig";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_FUNCTION_URL_CONFIG;
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcceleratorConfig {
    pub accelerator_memory_size: i32,
}

impl Shape for AcceleratorConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            accelerator_memory_size: members.take("AcceleratorMemorySize")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AcceleratorMemorySize", self.accelerator_memory_size);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccountLimit {
    pub total_code_size: Option<i64>,
    pub code_size_unzipped: Option<i64>,
    pub code_size_zipped: Option<i64>,
    pub concurrent_executions: Option<i32>,
    pub unreserved_concurrent_executions: Option<i32>,
}

impl Shape for AccountLimit {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            total_code_size: members.take("TotalCodeSize")?,
            code_size_unzipped: members.take("CodeSizeUnzipped")?,
            code_size_zipped: members.take("CodeSizeZipped")?,
            concurrent_executions: members.take("ConcurrentExecutions")?,
            unreserved_concurrent_executions: members.take("UnreservedConcurrentExecutions")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("TotalCodeSize", self.total_code_size);
        members.put("CodeSizeUnzipped", self.code_size_unzipped);
        members.put("CodeSizeZipped", self.code_size_zipped);
        members.put("ConcurrentExecutions", self.concurrent_executions);
        members.put(
            "UnreservedConcurrentExecutions",
            self.unreserved_concurrent_executions,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccountUsage {
    pub total_code_size: Option<i64>,
    pub function_count: Option<i64>,
}

impl Shape for AccountUsage {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            total_code_size: members.take("TotalCodeSize")?,
            function_count: members.take("FunctionCount")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("TotalCodeSize", self.total_code_size);
        members.put("FunctionCount", self.function_count);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddLayerVersionPermissionRequest {
    pub layer_name: String,
    pub version_number: i64,
    pub statement_id: String,
    pub action: String,
    pub principal: String,
    pub organization_id: Option<String>,
    pub revision_id: Option<String>,
}

impl Shape for AddLayerVersionPermissionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            layer_name: members.take("LayerName")?,
            version_number: members.take("VersionNumber")?,
            statement_id: members.take("StatementId")?,
            action: members.take("Action")?,
            principal: members.take("Principal")?,
            organization_id: members.take("OrganizationId")?,
            revision_id: members.take("RevisionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("LayerName", self.layer_name);
        members.put("VersionNumber", self.version_number);
        members.put("StatementId", self.statement_id);
        members.put("Action", self.action);
        members.put("Principal", self.principal);
        members.put("OrganizationId", self.organization_id);
        members.put("RevisionId", self.revision_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddLayerVersionPermissionResponse {
    pub statement: Option<String>,
    pub revision_id: Option<String>,
}

impl Shape for AddLayerVersionPermissionResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            statement: members.take("Statement")?,
            revision_id: members.take("RevisionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Statement", self.statement);
        members.put("RevisionId", self.revision_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddPermissionRequest {
    pub function_name: String,
    pub statement_id: String,
    pub action: String,
    pub principal: String,
    pub source_arn: Option<String>,
    pub function_url_auth_type: Option<String>,
    pub invoked_via_function_url: Option<bool>,
    pub source_account: Option<String>,
    pub event_source_token: Option<String>,
    pub qualifier: Option<String>,
    pub revision_id: Option<String>,
    pub principal_org_id: Option<String>,
}

impl Shape for AddPermissionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            statement_id: members.take("StatementId")?,
            action: members.take("Action")?,
            principal: members.take("Principal")?,
            source_arn: members.take("SourceArn")?,
            function_url_auth_type: members.take("FunctionUrlAuthType")?,
            invoked_via_function_url: members.take("InvokedViaFunctionUrl")?,
            source_account: members.take("SourceAccount")?,
            event_source_token: members.take("EventSourceToken")?,
            qualifier: members.take("Qualifier")?,
            revision_id: members.take("RevisionId")?,
            principal_org_id: members.take("PrincipalOrgID")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("StatementId", self.statement_id);
        members.put("Action", self.action);
        members.put("Principal", self.principal);
        members.put("SourceArn", self.source_arn);
        members.put("FunctionUrlAuthType", self.function_url_auth_type);
        members.put("InvokedViaFunctionUrl", self.invoked_via_function_url);
        members.put("SourceAccount", self.source_account);
        members.put("EventSourceToken", self.event_source_token);
        members.put("Qualifier", self.qualifier);
        members.put("RevisionId", self.revision_id);
        members.put("PrincipalOrgID", self.principal_org_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddPermissionResponse {
    pub statement: Option<String>,
}

impl Shape for AddPermissionResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            statement: members.take("Statement")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Statement", self.statement);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AliasConfiguration {
    pub alias_arn: Option<String>,
    pub name: Option<String>,
    pub function_version: Option<String>,
    pub description: Option<String>,
    pub routing_config: Option<AliasRoutingConfiguration>,
    pub revision_id: Option<String>,
}

impl Shape for AliasConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            alias_arn: members.take("AliasArn")?,
            name: members.take("Name")?,
            function_version: members.take("FunctionVersion")?,
            description: members.take("Description")?,
            routing_config: members.take("RoutingConfig")?,
            revision_id: members.take("RevisionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AliasArn", self.alias_arn);
        members.put("Name", self.name);
        members.put("FunctionVersion", self.function_version);
        members.put("Description", self.description);
        members.put("RoutingConfig", self.routing_config);
        members.put("RevisionId", self.revision_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AliasRoutingConfiguration {
    pub additional_version_weights: Option<BTreeMap<String, f64>>,
}

impl Shape for AliasRoutingConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            additional_version_weights: members.take("AdditionalVersionWeights")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AdditionalVersionWeights", self.additional_version_weights);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AllowedPublishers {
    pub signing_profile_version_arns: Vec<String>,
}

impl Shape for AllowedPublishers {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            signing_profile_version_arns: members.take("SigningProfileVersionArns")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "SigningProfileVersionArns",
            self.signing_profile_version_arns,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AmazonManagedKafkaEventSourceConfig {
    pub consumer_group_id: Option<String>,
    pub schema_registry_config: Option<KafkaSchemaRegistryConfig>,
}

impl Shape for AmazonManagedKafkaEventSourceConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            consumer_group_id: members.take("ConsumerGroupId")?,
            schema_registry_config: members.take("SchemaRegistryConfig")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ConsumerGroupId", self.consumer_group_id);
        members.put("SchemaRegistryConfig", self.schema_registry_config);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CapacityProviderConfig {
    pub lambda_managed_instances_capacity_provider_config:
        LambdaManagedInstancesCapacityProviderConfig,
}

impl Shape for CapacityProviderConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            lambda_managed_instances_capacity_provider_config: members
                .take("LambdaManagedInstancesCapacityProviderConfig")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "LambdaManagedInstancesCapacityProviderConfig",
            self.lambda_managed_instances_capacity_provider_config,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CodeSigningConfig {
    pub code_signing_config_id: String,
    pub code_signing_config_arn: String,
    pub description: Option<String>,
    pub allowed_publishers: AllowedPublishers,
    pub code_signing_policies: CodeSigningPolicies,
    pub last_modified: String,
}

impl Shape for CodeSigningConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            code_signing_config_id: members.take("CodeSigningConfigId")?,
            code_signing_config_arn: members.take("CodeSigningConfigArn")?,
            description: members.take("Description")?,
            allowed_publishers: members.take("AllowedPublishers")?,
            code_signing_policies: members.take("CodeSigningPolicies")?,
            last_modified: members.take("LastModified")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("CodeSigningConfigId", self.code_signing_config_id);
        members.put("CodeSigningConfigArn", self.code_signing_config_arn);
        members.put("Description", self.description);
        members.put("AllowedPublishers", self.allowed_publishers);
        members.put("CodeSigningPolicies", self.code_signing_policies);
        members.put("LastModified", self.last_modified);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CodeSigningPolicies {
    pub untrusted_artifact_on_deployment: Option<String>,
}

impl Shape for CodeSigningPolicies {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            untrusted_artifact_on_deployment: members.take("UntrustedArtifactOnDeployment")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "UntrustedArtifactOnDeployment",
            self.untrusted_artifact_on_deployment,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Concurrency {
    pub reserved_concurrent_executions: Option<i32>,
}

impl Shape for Concurrency {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            reserved_concurrent_executions: members.take("ReservedConcurrentExecutions")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "ReservedConcurrentExecutions",
            self.reserved_concurrent_executions,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cors {
    pub allow_credentials: Option<bool>,
    pub allow_headers: Option<Vec<String>>,
    pub allow_methods: Option<Vec<String>>,
    pub allow_origins: Option<Vec<String>>,
    pub expose_headers: Option<Vec<String>>,
    pub max_age: Option<i32>,
}

impl Shape for Cors {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            allow_credentials: members.take("AllowCredentials")?,
            allow_headers: members.take("AllowHeaders")?,
            allow_methods: members.take("AllowMethods")?,
            allow_origins: members.take("AllowOrigins")?,
            expose_headers: members.take("ExposeHeaders")?,
            max_age: members.take("MaxAge")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AllowCredentials", self.allow_credentials);
        members.put("AllowHeaders", self.allow_headers);
        members.put("AllowMethods", self.allow_methods);
        members.put("AllowOrigins", self.allow_origins);
        members.put("ExposeHeaders", self.expose_headers);
        members.put("MaxAge", self.max_age);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateAliasRequest {
    pub function_name: String,
    pub name: String,
    pub function_version: String,
    pub description: Option<String>,
    pub routing_config: Option<AliasRoutingConfiguration>,
}

impl Shape for CreateAliasRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            name: members.take("Name")?,
            function_version: members.take("FunctionVersion")?,
            description: members.take("Description")?,
            routing_config: members.take("RoutingConfig")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Name", self.name);
        members.put("FunctionVersion", self.function_version);
        members.put("Description", self.description);
        members.put("RoutingConfig", self.routing_config);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateCodeSigningConfigRequest {
    pub description: Option<String>,
    pub allowed_publishers: AllowedPublishers,
    pub code_signing_policies: Option<CodeSigningPolicies>,
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for CreateCodeSigningConfigRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            description: members.take("Description")?,
            allowed_publishers: members.take("AllowedPublishers")?,
            code_signing_policies: members.take("CodeSigningPolicies")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Description", self.description);
        members.put("AllowedPublishers", self.allowed_publishers);
        members.put("CodeSigningPolicies", self.code_signing_policies);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateCodeSigningConfigResponse {
    pub code_signing_config: Option<CodeSigningConfig>,
}

impl Shape for CreateCodeSigningConfigResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            code_signing_config: members.take("CodeSigningConfig")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("CodeSigningConfig", self.code_signing_config);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateEventSourceMappingRequest {
    pub event_source_arn: Option<String>,
    pub function_name: String,
    pub enabled: Option<bool>,
    pub batch_size: Option<i32>,
    pub filter_criteria: Option<FilterCriteria>,
    pub kms_key_arn: Option<String>,
    pub metrics_config: Option<EventSourceMappingMetricsConfig>,
    pub logging_config: Option<EventSourceMappingLoggingConfig>,
    pub scaling_config: Option<ScalingConfig>,
    pub maximum_batching_window_in_seconds: Option<i32>,
    pub parallelization_factor: Option<i32>,
    pub starting_position: Option<String>,
    pub starting_position_timestamp: Option<Timestamp>,
    pub destination_config: Option<DestinationConfig>,
    pub maximum_record_age_in_seconds: Option<i32>,
    pub bisect_batch_on_function_error: Option<bool>,
    pub maximum_retry_attempts: Option<i32>,
    pub tags: Option<BTreeMap<String, String>>,
    pub tumbling_window_in_seconds: Option<i32>,
    pub topics: Option<Vec<String>>,
    pub queues: Option<Vec<String>>,
    pub source_access_configurations: Option<Vec<SourceAccessConfiguration>>,
    pub self_managed_event_source: Option<SelfManagedEventSource>,
    pub function_response_types: Option<Vec<String>>,
    pub amazon_managed_kafka_event_source_config: Option<AmazonManagedKafkaEventSourceConfig>,
    pub self_managed_kafka_event_source_config: Option<SelfManagedKafkaEventSourceConfig>,
    pub document_db_event_source_config: Option<DocumentDBEventSourceConfig>,
    pub provisioned_poller_config: Option<ProvisionedPollerConfig>,
}

impl Shape for CreateEventSourceMappingRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            event_source_arn: members.take("EventSourceArn")?,
            function_name: members.take("FunctionName")?,
            enabled: members.take("Enabled")?,
            batch_size: members.take("BatchSize")?,
            filter_criteria: members.take("FilterCriteria")?,
            kms_key_arn: members.take("KMSKeyArn")?,
            metrics_config: members.take("MetricsConfig")?,
            logging_config: members.take("LoggingConfig")?,
            scaling_config: members.take("ScalingConfig")?,
            maximum_batching_window_in_seconds: members.take("MaximumBatchingWindowInSeconds")?,
            parallelization_factor: members.take("ParallelizationFactor")?,
            starting_position: members.take("StartingPosition")?,
            starting_position_timestamp: members.take("StartingPositionTimestamp")?,
            destination_config: members.take("DestinationConfig")?,
            maximum_record_age_in_seconds: members.take("MaximumRecordAgeInSeconds")?,
            bisect_batch_on_function_error: members.take("BisectBatchOnFunctionError")?,
            maximum_retry_attempts: members.take("MaximumRetryAttempts")?,
            tags: members.take("Tags")?,
            tumbling_window_in_seconds: members.take("TumblingWindowInSeconds")?,
            topics: members.take("Topics")?,
            queues: members.take("Queues")?,
            source_access_configurations: members.take("SourceAccessConfigurations")?,
            self_managed_event_source: members.take("SelfManagedEventSource")?,
            function_response_types: members.take("FunctionResponseTypes")?,
            amazon_managed_kafka_event_source_config: members
                .take("AmazonManagedKafkaEventSourceConfig")?,
            self_managed_kafka_event_source_config: members
                .take("SelfManagedKafkaEventSourceConfig")?,
            document_db_event_source_config: members.take("DocumentDBEventSourceConfig")?,
            provisioned_poller_config: members.take("ProvisionedPollerConfig")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("EventSourceArn", self.event_source_arn);
        members.put("FunctionName", self.function_name);
        members.put("Enabled", self.enabled);
        members.put("BatchSize", self.batch_size);
        members.put("FilterCriteria", self.filter_criteria);
        members.put("KMSKeyArn", self.kms_key_arn);
        members.put("MetricsConfig", self.metrics_config);
        members.put("LoggingConfig", self.logging_config);
        members.put("ScalingConfig", self.scaling_config);
        members.put(
            "MaximumBatchingWindowInSeconds",
            self.maximum_batching_window_in_seconds,
        );
        members.put("ParallelizationFactor", self.parallelization_factor);
        members.put("StartingPosition", self.starting_position);
        members.put(
            "StartingPositionTimestamp",
            self.starting_position_timestamp,
        );
        members.put("DestinationConfig", self.destination_config);
        members.put(
            "MaximumRecordAgeInSeconds",
            self.maximum_record_age_in_seconds,
        );
        members.put(
            "BisectBatchOnFunctionError",
            self.bisect_batch_on_function_error,
        );
        members.put("MaximumRetryAttempts", self.maximum_retry_attempts);
        members.put("Tags", self.tags);
        members.put("TumblingWindowInSeconds", self.tumbling_window_in_seconds);
        members.put("Topics", self.topics);
        members.put("Queues", self.queues);
        members.put(
            "SourceAccessConfigurations",
            self.source_access_configurations,
        );
        members.put("SelfManagedEventSource", self.self_managed_event_source);
        members.put("FunctionResponseTypes", self.function_response_types);
        members.put(
            "AmazonManagedKafkaEventSourceConfig",
            self.amazon_managed_kafka_event_source_config,
        );
        members.put(
            "SelfManagedKafkaEventSourceConfig",
            self.self_managed_kafka_event_source_config,
        );
        members.put(
            "DocumentDBEventSourceConfig",
            self.document_db_event_source_config,
        );
        members.put("ProvisionedPollerConfig", self.provisioned_poller_config);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateFunctionRequest {
    pub function_name: String,
    pub runtime: Option<String>,
    pub role: String,
    pub handler: Option<String>,
    pub code: FunctionCode,
    pub description: Option<String>,
    pub timeout: Option<i32>,
    pub memory_size: Option<i32>,
    pub publish: Option<bool>,
    pub publish_to: Option<String>,
    pub vpc_config: Option<VpcConfig>,
    pub package_type: Option<String>,
    pub dead_letter_config: Option<DeadLetterConfig>,
    pub environment: Option<Environment>,
    pub kms_key_arn: Option<String>,
    pub tracing_config: Option<TracingConfig>,
    pub tags: Option<BTreeMap<String, String>>,
    pub layers: Option<Vec<String>>,
    pub file_system_configs: Option<Vec<FileSystemConfig>>,
    pub code_signing_config_arn: Option<String>,
    pub image_config: Option<ImageConfig>,
    pub architectures: Option<Vec<String>>,
    pub ephemeral_storage: Option<EphemeralStorage>,
    pub snap_start: Option<SnapStart>,
    pub logging_config: Option<LoggingConfig>,
    pub tenancy_config: Option<TenancyConfig>,
    pub capacity_provider_config: Option<CapacityProviderConfig>,
    pub durable_config: Option<DurableConfig>,
    pub runtime_config: Option<FunctionRuntimeConfig>,
    pub accelerator_config: Option<AcceleratorConfig>,
}

impl Shape for CreateFunctionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            runtime: members.take("Runtime")?,
            role: members.take("Role")?,
            handler: members.take("Handler")?,
            code: members.take("Code")?,
            description: members.take("Description")?,
            timeout: members.take("Timeout")?,
            memory_size: members.take("MemorySize")?,
            publish: members.take("Publish")?,
            publish_to: members.take("PublishTo")?,
            vpc_config: members.take("VpcConfig")?,
            package_type: members.take("PackageType")?,
            dead_letter_config: members.take("DeadLetterConfig")?,
            environment: members.take("Environment")?,
            kms_key_arn: members.take("KMSKeyArn")?,
            tracing_config: members.take("TracingConfig")?,
            tags: members.take("Tags")?,
            layers: members.take("Layers")?,
            file_system_configs: members.take("FileSystemConfigs")?,
            code_signing_config_arn: members.take("CodeSigningConfigArn")?,
            image_config: members.take("ImageConfig")?,
            architectures: members.take("Architectures")?,
            ephemeral_storage: members.take("EphemeralStorage")?,
            snap_start: members.take("SnapStart")?,
            logging_config: members.take("LoggingConfig")?,
            tenancy_config: members.take("TenancyConfig")?,
            capacity_provider_config: members.take("CapacityProviderConfig")?,
            durable_config: members.take("DurableConfig")?,
            runtime_config: members.take("RuntimeConfig")?,
            accelerator_config: members.take("AcceleratorConfig")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Runtime", self.runtime);
        members.put("Role", self.role);
        members.put("Handler", self.handler);
        members.put("Code", self.code);
        members.put("Description", self.description);
        members.put("Timeout", self.timeout);
        members.put("MemorySize", self.memory_size);
        members.put("Publish", self.publish);
        members.put("PublishTo", self.publish_to);
        members.put("VpcConfig", self.vpc_config);
        members.put("PackageType", self.package_type);
        members.put("DeadLetterConfig", self.dead_letter_config);
        members.put("Environment", self.environment);
        members.put("KMSKeyArn", self.kms_key_arn);
        members.put("TracingConfig", self.tracing_config);
        members.put("Tags", self.tags);
        members.put("Layers", self.layers);
        members.put("FileSystemConfigs", self.file_system_configs);
        members.put("CodeSigningConfigArn", self.code_signing_config_arn);
        members.put("ImageConfig", self.image_config);
        members.put("Architectures", self.architectures);
        members.put("EphemeralStorage", self.ephemeral_storage);
        members.put("SnapStart", self.snap_start);
        members.put("LoggingConfig", self.logging_config);
        members.put("TenancyConfig", self.tenancy_config);
        members.put("CapacityProviderConfig", self.capacity_provider_config);
        members.put("DurableConfig", self.durable_config);
        members.put("RuntimeConfig", self.runtime_config);
        members.put("AcceleratorConfig", self.accelerator_config);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateFunctionUrlConfigRequest {
    pub function_name: String,
    pub qualifier: Option<String>,
    pub auth_type: String,
    pub cors: Option<Cors>,
    pub invoke_mode: Option<String>,
}

impl Shape for CreateFunctionUrlConfigRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            qualifier: members.take("Qualifier")?,
            auth_type: members.take("AuthType")?,
            cors: members.take("Cors")?,
            invoke_mode: members.take("InvokeMode")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Qualifier", self.qualifier);
        members.put("AuthType", self.auth_type);
        members.put("Cors", self.cors);
        members.put("InvokeMode", self.invoke_mode);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateFunctionUrlConfigResponse {
    pub function_url: Option<String>,
    pub function_arn: Option<String>,
    pub auth_type: Option<String>,
    pub cors: Option<Cors>,
    pub creation_time: Option<String>,
    pub invoke_mode: Option<String>,
}

impl Shape for CreateFunctionUrlConfigResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_url: members.take("FunctionUrl")?,
            function_arn: members.take("FunctionArn")?,
            auth_type: members.take("AuthType")?,
            cors: members.take("Cors")?,
            creation_time: members.take("CreationTime")?,
            invoke_mode: members.take("InvokeMode")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionUrl", self.function_url);
        members.put("FunctionArn", self.function_arn);
        members.put("AuthType", self.auth_type);
        members.put("Cors", self.cors);
        members.put("CreationTime", self.creation_time);
        members.put("InvokeMode", self.invoke_mode);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeadLetterConfig {
    pub target_arn: Option<String>,
}

impl Shape for DeadLetterConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            target_arn: members.take("TargetArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("TargetArn", self.target_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteAliasRequest {
    pub function_name: String,
    pub name: String,
}

impl Shape for DeleteAliasRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            name: members.take("Name")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Name", self.name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteCodeSigningConfigRequest {
    pub code_signing_config_arn: String,
}

impl Shape for DeleteCodeSigningConfigRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            code_signing_config_arn: members.take("CodeSigningConfigArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("CodeSigningConfigArn", self.code_signing_config_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteCodeSigningConfigResponse {}

impl Shape for DeleteCodeSigningConfigResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        Members::of(document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Members(Members::new())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteEventSourceMappingRequest {
    pub uuid: String,
}

impl Shape for DeleteEventSourceMappingRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            uuid: members.take("UUID")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UUID", self.uuid);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteFunctionCodeSigningConfigRequest {
    pub function_name: String,
}

impl Shape for DeleteFunctionCodeSigningConfigRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteFunctionConcurrencyRequest {
    pub function_name: String,
}

impl Shape for DeleteFunctionConcurrencyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteFunctionEventInvokeConfigRequest {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl Shape for DeleteFunctionEventInvokeConfigRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            qualifier: members.take("Qualifier")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Qualifier", self.qualifier);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteFunctionRequest {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl Shape for DeleteFunctionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            qualifier: members.take("Qualifier")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Qualifier", self.qualifier);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteFunctionResponse {
    pub status_code: Option<i32>,
}

impl Shape for DeleteFunctionResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            status_code: members.take("StatusCode")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StatusCode", self.status_code);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteFunctionUrlConfigRequest {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl Shape for DeleteFunctionUrlConfigRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            qualifier: members.take("Qualifier")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Qualifier", self.qualifier);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteLayerVersionRequest {
    pub layer_name: String,
    pub version_number: i64,
}

impl Shape for DeleteLayerVersionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            layer_name: members.take("LayerName")?,
            version_number: members.take("VersionNumber")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("LayerName", self.layer_name);
        members.put("VersionNumber", self.version_number);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteProvisionedConcurrencyConfigRequest {
    pub function_name: String,
    pub qualifier: String,
}

impl Shape for DeleteProvisionedConcurrencyConfigRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            qualifier: members.take("Qualifier")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Qualifier", self.qualifier);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteResourcePolicyRequest {
    pub resource_arn: String,
    pub revision_id: Option<String>,
}

impl Shape for DeleteResourcePolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource_arn: members.take("ResourceArn")?,
            revision_id: members.take("RevisionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ResourceArn", self.resource_arn);
        members.put("RevisionId", self.revision_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DestinationConfig {
    pub on_success: Option<OnSuccess>,
    pub on_failure: Option<OnFailure>,
}

impl Shape for DestinationConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            on_success: members.take("OnSuccess")?,
            on_failure: members.take("OnFailure")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("OnSuccess", self.on_success);
        members.put("OnFailure", self.on_failure);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DocumentDBEventSourceConfig {
    pub database_name: Option<String>,
    pub collection_name: Option<String>,
    pub full_document: Option<String>,
}

impl Shape for DocumentDBEventSourceConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            database_name: members.take("DatabaseName")?,
            collection_name: members.take("CollectionName")?,
            full_document: members.take("FullDocument")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DatabaseName", self.database_name);
        members.put("CollectionName", self.collection_name);
        members.put("FullDocument", self.full_document);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DurableConfig {
    pub kms_key_arn: Option<String>,
    pub retention_period_in_days: Option<i32>,
    pub execution_timeout: Option<i32>,
}

impl Shape for DurableConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            kms_key_arn: members.take("KMSKeyArn")?,
            retention_period_in_days: members.take("RetentionPeriodInDays")?,
            execution_timeout: members.take("ExecutionTimeout")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("KMSKeyArn", self.kms_key_arn);
        members.put("RetentionPeriodInDays", self.retention_period_in_days);
        members.put("ExecutionTimeout", self.execution_timeout);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct Environment {
    pub variables: Option<BTreeMap<String, String>>,
}

impl fmt::Debug for Environment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Environment")
            .field("variables", &self.variables.as_ref().map(|_| Masked))
            .finish()
    }
}

impl Shape for Environment {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            variables: members.take("Variables")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Variables", self.variables);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct EnvironmentError {
    pub error_code: Option<String>,
    pub message: Option<String>,
}

impl fmt::Debug for EnvironmentError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("EnvironmentError")
            .field("error_code", &self.error_code)
            .field("message", &self.message.as_ref().map(|_| Masked))
            .finish()
    }
}

impl Shape for EnvironmentError {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            error_code: members.take("ErrorCode")?,
            message: members.take("Message")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ErrorCode", self.error_code);
        members.put("Message", self.message);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct EnvironmentResponse {
    pub variables: Option<BTreeMap<String, String>>,
    pub error: Option<EnvironmentError>,
}

impl fmt::Debug for EnvironmentResponse {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("EnvironmentResponse")
            .field("variables", &self.variables.as_ref().map(|_| Masked))
            .field("error", &self.error)
            .finish()
    }
}

impl Shape for EnvironmentResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            variables: members.take("Variables")?,
            error: members.take("Error")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Variables", self.variables);
        members.put("Error", self.error);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EphemeralStorage {
    pub size: i32,
}

impl Shape for EphemeralStorage {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            size: members.take("Size")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Size", self.size);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventSourceMappingConfiguration {
    pub uuid: Option<String>,
    pub starting_position: Option<String>,
    pub starting_position_timestamp: Option<Timestamp>,
    pub batch_size: Option<i32>,
    pub maximum_batching_window_in_seconds: Option<i32>,
    pub parallelization_factor: Option<i32>,
    pub event_source_arn: Option<String>,
    pub filter_criteria: Option<FilterCriteria>,
    pub filter_criteria_error: Option<FilterCriteriaError>,
    pub kms_key_arn: Option<String>,
    pub metrics_config: Option<EventSourceMappingMetricsConfig>,
    pub logging_config: Option<EventSourceMappingLoggingConfig>,
    pub scaling_config: Option<ScalingConfig>,
    pub function_arn: Option<String>,
    pub last_modified: Option<Timestamp>,
    pub last_processing_result: Option<String>,
    pub state: Option<String>,
    pub state_transition_reason: Option<String>,
    pub destination_config: Option<DestinationConfig>,
    pub topics: Option<Vec<String>>,
    pub queues: Option<Vec<String>>,
    pub source_access_configurations: Option<Vec<SourceAccessConfiguration>>,
    pub self_managed_event_source: Option<SelfManagedEventSource>,
    pub maximum_record_age_in_seconds: Option<i32>,
    pub bisect_batch_on_function_error: Option<bool>,
    pub maximum_retry_attempts: Option<i32>,
    pub tumbling_window_in_seconds: Option<i32>,
    pub function_response_types: Option<Vec<String>>,
    pub amazon_managed_kafka_event_source_config: Option<AmazonManagedKafkaEventSourceConfig>,
    pub self_managed_kafka_event_source_config: Option<SelfManagedKafkaEventSourceConfig>,
    pub document_db_event_source_config: Option<DocumentDBEventSourceConfig>,
    pub event_source_mapping_arn: Option<String>,
    pub provisioned_poller_config: Option<ProvisionedPollerConfig>,
}

impl Shape for EventSourceMappingConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            uuid: members.take("UUID")?,
            starting_position: members.take("StartingPosition")?,
            starting_position_timestamp: members.take("StartingPositionTimestamp")?,
            batch_size: members.take("BatchSize")?,
            maximum_batching_window_in_seconds: members.take("MaximumBatchingWindowInSeconds")?,
            parallelization_factor: members.take("ParallelizationFactor")?,
            event_source_arn: members.take("EventSourceArn")?,
            filter_criteria: members.take("FilterCriteria")?,
            filter_criteria_error: members.take("FilterCriteriaError")?,
            kms_key_arn: members.take("KMSKeyArn")?,
            metrics_config: members.take("MetricsConfig")?,
            logging_config: members.take("LoggingConfig")?,
            scaling_config: members.take("ScalingConfig")?,
            function_arn: members.take("FunctionArn")?,
            last_modified: members.take("LastModified")?,
            last_processing_result: members.take("LastProcessingResult")?,
            state: members.take("State")?,
            state_transition_reason: members.take("StateTransitionReason")?,
            destination_config: members.take("DestinationConfig")?,
            topics: members.take("Topics")?,
            queues: members.take("Queues")?,
            source_access_configurations: members.take("SourceAccessConfigurations")?,
            self_managed_event_source: members.take("SelfManagedEventSource")?,
            maximum_record_age_in_seconds: members.take("MaximumRecordAgeInSeconds")?,
            bisect_batch_on_function_error: members.take("BisectBatchOnFunctionError")?,
            maximum_retry_attempts: members.take("MaximumRetryAttempts")?,
            tumbling_window_in_seconds: members.take("TumblingWindowInSeconds")?,
            function_response_types: members.take("FunctionResponseTypes")?,
            amazon_managed_kafka_event_source_config: members
                .take("AmazonManagedKafkaEventSourceConfig")?,
            self_managed_kafka_event_source_config: members
                .take("SelfManagedKafkaEventSourceConfig")?,
            document_db_event_source_config: members.take("DocumentDBEventSourceConfig")?,
            event_source_mapping_arn: members.take("EventSourceMappingArn")?,
            provisioned_poller_config: members.take("ProvisionedPollerConfig")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UUID", self.uuid);
        members.put("StartingPosition", self.starting_position);
        members.put(
            "StartingPositionTimestamp",
            self.starting_position_timestamp,
        );
        members.put("BatchSize", self.batch_size);
        members.put(
            "MaximumBatchingWindowInSeconds",
            self.maximum_batching_window_in_seconds,
        );
        members.put("ParallelizationFactor", self.parallelization_factor);
        members.put("EventSourceArn", self.event_source_arn);
        members.put("FilterCriteria", self.filter_criteria);
        members.put("FilterCriteriaError", self.filter_criteria_error);
        members.put("KMSKeyArn", self.kms_key_arn);
        members.put("MetricsConfig", self.metrics_config);
        members.put("LoggingConfig", self.logging_config);
        members.put("ScalingConfig", self.scaling_config);
        members.put("FunctionArn", self.function_arn);
        members.put("LastModified", self.last_modified);
        members.put("LastProcessingResult", self.last_processing_result);
        members.put("State", self.state);
        members.put("StateTransitionReason", self.state_transition_reason);
        members.put("DestinationConfig", self.destination_config);
        members.put("Topics", self.topics);
        members.put("Queues", self.queues);
        members.put(
            "SourceAccessConfigurations",
            self.source_access_configurations,
        );
        members.put("SelfManagedEventSource", self.self_managed_event_source);
        members.put(
            "MaximumRecordAgeInSeconds",
            self.maximum_record_age_in_seconds,
        );
        members.put(
            "BisectBatchOnFunctionError",
            self.bisect_batch_on_function_error,
        );
        members.put("MaximumRetryAttempts", self.maximum_retry_attempts);
        members.put("TumblingWindowInSeconds", self.tumbling_window_in_seconds);
        members.put("FunctionResponseTypes", self.function_response_types);
        members.put(
            "AmazonManagedKafkaEventSourceConfig",
            self.amazon_managed_kafka_event_source_config,
        );
        members.put(
            "SelfManagedKafkaEventSourceConfig",
            self.self_managed_kafka_event_source_config,
        );
        members.put(
            "DocumentDBEventSourceConfig",
            self.document_db_event_source_config,
        );
        members.put("EventSourceMappingArn", self.event_source_mapping_arn);
        members.put("ProvisionedPollerConfig", self.provisioned_poller_config);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventSourceMappingLoggingConfig {
    pub system_log_level: Option<String>,
}

impl Shape for EventSourceMappingLoggingConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            system_log_level: members.take("SystemLogLevel")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SystemLogLevel", self.system_log_level);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventSourceMappingMetricsConfig {
    pub metrics: Option<Vec<String>>,
}

impl Shape for EventSourceMappingMetricsConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            metrics: members.take("Metrics")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Metrics", self.metrics);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileSystemConfig {
    pub arn: String,
    pub local_mount_path: String,
    pub s3_files_config: Option<S3FilesConfig>,
}

impl Shape for FileSystemConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            arn: members.take("Arn")?,
            local_mount_path: members.take("LocalMountPath")?,
            s3_files_config: members.take("S3FilesConfig")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Arn", self.arn);
        members.put("LocalMountPath", self.local_mount_path);
        members.put("S3FilesConfig", self.s3_files_config);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    pub pattern: Option<String>,
}

impl Shape for Filter {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            pattern: members.take("Pattern")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Pattern", self.pattern);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilterCriteria {
    pub filters: Option<Vec<Filter>>,
}

impl Shape for FilterCriteria {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            filters: members.take("Filters")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Filters", self.filters);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilterCriteriaError {
    pub error_code: Option<String>,
    pub message: Option<String>,
}

impl Shape for FilterCriteriaError {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            error_code: members.take("ErrorCode")?,
            message: members.take("Message")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ErrorCode", self.error_code);
        members.put("Message", self.message);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct FunctionCode {
    pub zip_file: Option<Bytes>,
    pub s3_bucket: Option<String>,
    pub s3_key: Option<String>,
    pub s3_object_version: Option<String>,
    pub s3_object_storage_mode: Option<String>,
    pub image_uri: Option<String>,
    pub source_kms_key_arn: Option<String>,
}

impl fmt::Debug for FunctionCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("FunctionCode")
            .field("zip_file", &self.zip_file.as_ref().map(|_| Masked))
            .field("s3_bucket", &self.s3_bucket)
            .field("s3_key", &self.s3_key)
            .field("s3_object_version", &self.s3_object_version)
            .field("s3_object_storage_mode", &self.s3_object_storage_mode)
            .field("image_uri", &self.image_uri)
            .field("source_kms_key_arn", &self.source_kms_key_arn)
            .finish()
    }
}

impl Shape for FunctionCode {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            zip_file: members.take("ZipFile")?,
            s3_bucket: members.take("S3Bucket")?,
            s3_key: members.take("S3Key")?,
            s3_object_version: members.take("S3ObjectVersion")?,
            s3_object_storage_mode: members.take("S3ObjectStorageMode")?,
            image_uri: members.take("ImageUri")?,
            source_kms_key_arn: members.take("SourceKMSKeyArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ZipFile", self.zip_file);
        members.put("S3Bucket", self.s3_bucket);
        members.put("S3Key", self.s3_key);
        members.put("S3ObjectVersion", self.s3_object_version);
        members.put("S3ObjectStorageMode", self.s3_object_storage_mode);
        members.put("ImageUri", self.image_uri);
        members.put("SourceKMSKeyArn", self.source_kms_key_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunctionCodeLocation {
    pub repository_type: Option<String>,
    pub location: Option<String>,
    pub image_uri: Option<String>,
    pub resolved_image_uri: Option<String>,
    pub resolved_s3_object: Option<ResolvedS3Object>,
    pub source_kms_key_arn: Option<String>,
    pub error: Option<FunctionCodeLocationError>,
}

impl Shape for FunctionCodeLocation {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            repository_type: members.take("RepositoryType")?,
            location: members.take("Location")?,
            image_uri: members.take("ImageUri")?,
            resolved_image_uri: members.take("ResolvedImageUri")?,
            resolved_s3_object: members.take("ResolvedS3Object")?,
            source_kms_key_arn: members.take("SourceKMSKeyArn")?,
            error: members.take("Error")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RepositoryType", self.repository_type);
        members.put("Location", self.location);
        members.put("ImageUri", self.image_uri);
        members.put("ResolvedImageUri", self.resolved_image_uri);
        members.put("ResolvedS3Object", self.resolved_s3_object);
        members.put("SourceKMSKeyArn", self.source_kms_key_arn);
        members.put("Error", self.error);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct FunctionCodeLocationError {
    pub error_code: Option<String>,
    pub message: Option<String>,
}

impl fmt::Debug for FunctionCodeLocationError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("FunctionCodeLocationError")
            .field("error_code", &self.error_code)
            .field("message", &self.message.as_ref().map(|_| Masked))
            .finish()
    }
}

impl Shape for FunctionCodeLocationError {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            error_code: members.take("ErrorCode")?,
            message: members.take("Message")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ErrorCode", self.error_code);
        members.put("Message", self.message);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunctionConfiguration {
    pub function_name: Option<String>,
    pub function_arn: Option<String>,
    pub runtime: Option<String>,
    pub role: Option<String>,
    pub handler: Option<String>,
    pub code_size: Option<i64>,
    pub description: Option<String>,
    pub timeout: Option<i32>,
    pub memory_size: Option<i32>,
    pub last_modified: Option<String>,
    pub code_sha256: Option<String>,
    pub version: Option<String>,
    pub vpc_config: Option<VpcConfigResponse>,
    pub dead_letter_config: Option<DeadLetterConfig>,
    pub environment: Option<EnvironmentResponse>,
    pub kms_key_arn: Option<String>,
    pub tracing_config: Option<TracingConfigResponse>,
    pub master_arn: Option<String>,
    pub revision_id: Option<String>,
    pub layers: Option<Vec<Layer>>,
    pub state: Option<String>,
    pub state_reason: Option<String>,
    pub state_reason_code: Option<String>,
    pub last_update_status: Option<String>,
    pub last_update_status_reason: Option<String>,
    pub last_update_status_reason_code: Option<String>,
    pub file_system_configs: Option<Vec<FileSystemConfig>>,
    pub signing_profile_version_arn: Option<String>,
    pub signing_job_arn: Option<String>,
    pub package_type: Option<String>,
    pub image_config_response: Option<ImageConfigResponse>,
    pub architectures: Option<Vec<String>>,
    pub ephemeral_storage: Option<EphemeralStorage>,
    pub snap_start: Option<SnapStartResponse>,
    pub runtime_version_config: Option<RuntimeVersionConfig>,
    pub logging_config: Option<LoggingConfig>,
    pub tenancy_config: Option<TenancyConfig>,
    pub capacity_provider_config: Option<CapacityProviderConfig>,
    pub config_sha256: Option<String>,
    pub durable_config: Option<DurableConfig>,
    pub runtime_config: Option<FunctionRuntimeConfig>,
    pub accelerator_config: Option<AcceleratorConfig>,
}

impl Shape for FunctionConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            function_arn: members.take("FunctionArn")?,
            runtime: members.take("Runtime")?,
            role: members.take("Role")?,
            handler: members.take("Handler")?,
            code_size: members.take("CodeSize")?,
            description: members.take("Description")?,
            timeout: members.take("Timeout")?,
            memory_size: members.take("MemorySize")?,
            last_modified: members.take("LastModified")?,
            code_sha256: members.take("CodeSha256")?,
            version: members.take("Version")?,
            vpc_config: members.take("VpcConfig")?,
            dead_letter_config: members.take("DeadLetterConfig")?,
            environment: members.take("Environment")?,
            kms_key_arn: members.take("KMSKeyArn")?,
            tracing_config: members.take("TracingConfig")?,
            master_arn: members.take("MasterArn")?,
            revision_id: members.take("RevisionId")?,
            layers: members.take("Layers")?,
            state: members.take("State")?,
            state_reason: members.take("StateReason")?,
            state_reason_code: members.take("StateReasonCode")?,
            last_update_status: members.take("LastUpdateStatus")?,
            last_update_status_reason: members.take("LastUpdateStatusReason")?,
            last_update_status_reason_code: members.take("LastUpdateStatusReasonCode")?,
            file_system_configs: members.take("FileSystemConfigs")?,
            signing_profile_version_arn: members.take("SigningProfileVersionArn")?,
            signing_job_arn: members.take("SigningJobArn")?,
            package_type: members.take("PackageType")?,
            image_config_response: members.take("ImageConfigResponse")?,
            architectures: members.take("Architectures")?,
            ephemeral_storage: members.take("EphemeralStorage")?,
            snap_start: members.take("SnapStart")?,
            runtime_version_config: members.take("RuntimeVersionConfig")?,
            logging_config: members.take("LoggingConfig")?,
            tenancy_config: members.take("TenancyConfig")?,
            capacity_provider_config: members.take("CapacityProviderConfig")?,
            config_sha256: members.take("ConfigSha256")?,
            durable_config: members.take("DurableConfig")?,
            runtime_config: members.take("RuntimeConfig")?,
            accelerator_config: members.take("AcceleratorConfig")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("FunctionArn", self.function_arn);
        members.put("Runtime", self.runtime);
        members.put("Role", self.role);
        members.put("Handler", self.handler);
        members.put("CodeSize", self.code_size);
        members.put("Description", self.description);
        members.put("Timeout", self.timeout);
        members.put("MemorySize", self.memory_size);
        members.put("LastModified", self.last_modified);
        members.put("CodeSha256", self.code_sha256);
        members.put("Version", self.version);
        members.put("VpcConfig", self.vpc_config);
        members.put("DeadLetterConfig", self.dead_letter_config);
        members.put("Environment", self.environment);
        members.put("KMSKeyArn", self.kms_key_arn);
        members.put("TracingConfig", self.tracing_config);
        members.put("MasterArn", self.master_arn);
        members.put("RevisionId", self.revision_id);
        members.put("Layers", self.layers);
        members.put("State", self.state);
        members.put("StateReason", self.state_reason);
        members.put("StateReasonCode", self.state_reason_code);
        members.put("LastUpdateStatus", self.last_update_status);
        members.put("LastUpdateStatusReason", self.last_update_status_reason);
        members.put(
            "LastUpdateStatusReasonCode",
            self.last_update_status_reason_code,
        );
        members.put("FileSystemConfigs", self.file_system_configs);
        members.put("SigningProfileVersionArn", self.signing_profile_version_arn);
        members.put("SigningJobArn", self.signing_job_arn);
        members.put("PackageType", self.package_type);
        members.put("ImageConfigResponse", self.image_config_response);
        members.put("Architectures", self.architectures);
        members.put("EphemeralStorage", self.ephemeral_storage);
        members.put("SnapStart", self.snap_start);
        members.put("RuntimeVersionConfig", self.runtime_version_config);
        members.put("LoggingConfig", self.logging_config);
        members.put("TenancyConfig", self.tenancy_config);
        members.put("CapacityProviderConfig", self.capacity_provider_config);
        members.put("ConfigSha256", self.config_sha256);
        members.put("DurableConfig", self.durable_config);
        members.put("RuntimeConfig", self.runtime_config);
        members.put("AcceleratorConfig", self.accelerator_config);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunctionEventInvokeConfig {
    pub last_modified: Option<Timestamp>,
    pub function_arn: Option<String>,
    pub maximum_retry_attempts: Option<i32>,
    pub maximum_event_age_in_seconds: Option<i32>,
    pub destination_config: Option<DestinationConfig>,
}

impl Shape for FunctionEventInvokeConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            last_modified: members.take("LastModified")?,
            function_arn: members.take("FunctionArn")?,
            maximum_retry_attempts: members.take("MaximumRetryAttempts")?,
            maximum_event_age_in_seconds: members.take("MaximumEventAgeInSeconds")?,
            destination_config: members.take("DestinationConfig")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("LastModified", self.last_modified);
        members.put("FunctionArn", self.function_arn);
        members.put("MaximumRetryAttempts", self.maximum_retry_attempts);
        members.put(
            "MaximumEventAgeInSeconds",
            self.maximum_event_age_in_seconds,
        );
        members.put("DestinationConfig", self.destination_config);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunctionRuntimeConfig {
    pub runtime_arn: String,
    pub runtime_alias: String,
}

impl Shape for FunctionRuntimeConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            runtime_arn: members.take("RuntimeArn")?,
            runtime_alias: members.take("RuntimeAlias")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RuntimeArn", self.runtime_arn);
        members.put("RuntimeAlias", self.runtime_alias);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunctionUrlConfig {
    pub function_url: String,
    pub function_arn: String,
    pub creation_time: String,
    pub last_modified_time: String,
    pub cors: Option<Cors>,
    pub auth_type: String,
    pub invoke_mode: Option<String>,
}

impl Shape for FunctionUrlConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_url: members.take("FunctionUrl")?,
            function_arn: members.take("FunctionArn")?,
            creation_time: members.take("CreationTime")?,
            last_modified_time: members.take("LastModifiedTime")?,
            cors: members.take("Cors")?,
            auth_type: members.take("AuthType")?,
            invoke_mode: members.take("InvokeMode")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionUrl", self.function_url);
        members.put("FunctionArn", self.function_arn);
        members.put("CreationTime", self.creation_time);
        members.put("LastModifiedTime", self.last_modified_time);
        members.put("Cors", self.cors);
        members.put("AuthType", self.auth_type);
        members.put("InvokeMode", self.invoke_mode);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAccountSettingsRequest {}

impl Shape for GetAccountSettingsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        Members::of(document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Members(Members::new())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAccountSettingsResponse {
    pub account_limit: Option<AccountLimit>,
    pub account_usage: Option<AccountUsage>,
}

impl Shape for GetAccountSettingsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            account_limit: members.take("AccountLimit")?,
            account_usage: members.take("AccountUsage")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AccountLimit", self.account_limit);
        members.put("AccountUsage", self.account_usage);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAliasRequest {
    pub function_name: String,
    pub name: String,
}

impl Shape for GetAliasRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            name: members.take("Name")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Name", self.name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetCodeSigningConfigRequest {
    pub code_signing_config_arn: String,
}

impl Shape for GetCodeSigningConfigRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            code_signing_config_arn: members.take("CodeSigningConfigArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("CodeSigningConfigArn", self.code_signing_config_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetCodeSigningConfigResponse {
    pub code_signing_config: Option<CodeSigningConfig>,
}

impl Shape for GetCodeSigningConfigResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            code_signing_config: members.take("CodeSigningConfig")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("CodeSigningConfig", self.code_signing_config);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetEventSourceMappingRequest {
    pub uuid: String,
}

impl Shape for GetEventSourceMappingRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            uuid: members.take("UUID")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UUID", self.uuid);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionCodeSigningConfigRequest {
    pub function_name: String,
}

impl Shape for GetFunctionCodeSigningConfigRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionCodeSigningConfigResponse {
    pub code_signing_config_arn: Option<String>,
    pub function_name: Option<String>,
}

impl Shape for GetFunctionCodeSigningConfigResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            code_signing_config_arn: members.take("CodeSigningConfigArn")?,
            function_name: members.take("FunctionName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("CodeSigningConfigArn", self.code_signing_config_arn);
        members.put("FunctionName", self.function_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionConcurrencyRequest {
    pub function_name: String,
}

impl Shape for GetFunctionConcurrencyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionConcurrencyResponse {
    pub reserved_concurrent_executions: Option<i32>,
}

impl Shape for GetFunctionConcurrencyResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            reserved_concurrent_executions: members.take("ReservedConcurrentExecutions")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "ReservedConcurrentExecutions",
            self.reserved_concurrent_executions,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionConfigurationRequest {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl Shape for GetFunctionConfigurationRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            qualifier: members.take("Qualifier")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Qualifier", self.qualifier);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionEventInvokeConfigRequest {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl Shape for GetFunctionEventInvokeConfigRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            qualifier: members.take("Qualifier")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Qualifier", self.qualifier);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionRecursionConfigRequest {
    pub function_name: String,
}

impl Shape for GetFunctionRecursionConfigRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionRecursionConfigResponse {
    pub recursive_loop: Option<String>,
}

impl Shape for GetFunctionRecursionConfigResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            recursive_loop: members.take("RecursiveLoop")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RecursiveLoop", self.recursive_loop);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionRequest {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl Shape for GetFunctionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            qualifier: members.take("Qualifier")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Qualifier", self.qualifier);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionResponse {
    pub configuration: Option<FunctionConfiguration>,
    pub code: Option<FunctionCodeLocation>,
    pub tags: Option<BTreeMap<String, String>>,
    pub tags_error: Option<TagsError>,
    pub concurrency: Option<Concurrency>,
}

impl Shape for GetFunctionResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            configuration: members.take("Configuration")?,
            code: members.take("Code")?,
            tags: members.take("Tags")?,
            tags_error: members.take("TagsError")?,
            concurrency: members.take("Concurrency")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Configuration", self.configuration);
        members.put("Code", self.code);
        members.put("Tags", self.tags);
        members.put("TagsError", self.tags_error);
        members.put("Concurrency", self.concurrency);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionUrlConfigRequest {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl Shape for GetFunctionUrlConfigRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            qualifier: members.take("Qualifier")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Qualifier", self.qualifier);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionUrlConfigResponse {
    pub function_url: Option<String>,
    pub function_arn: Option<String>,
    pub auth_type: Option<String>,
    pub cors: Option<Cors>,
    pub creation_time: Option<String>,
    pub last_modified_time: Option<String>,
    pub invoke_mode: Option<String>,
}

impl Shape for GetFunctionUrlConfigResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_url: members.take("FunctionUrl")?,
            function_arn: members.take("FunctionArn")?,
            auth_type: members.take("AuthType")?,
            cors: members.take("Cors")?,
            creation_time: members.take("CreationTime")?,
            last_modified_time: members.take("LastModifiedTime")?,
            invoke_mode: members.take("InvokeMode")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionUrl", self.function_url);
        members.put("FunctionArn", self.function_arn);
        members.put("AuthType", self.auth_type);
        members.put("Cors", self.cors);
        members.put("CreationTime", self.creation_time);
        members.put("LastModifiedTime", self.last_modified_time);
        members.put("InvokeMode", self.invoke_mode);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetLayerVersionByArnRequest {
    pub arn: String,
}

impl Shape for GetLayerVersionByArnRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            arn: members.take("Arn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Arn", self.arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetLayerVersionPolicyRequest {
    pub layer_name: String,
    pub version_number: i64,
}

impl Shape for GetLayerVersionPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            layer_name: members.take("LayerName")?,
            version_number: members.take("VersionNumber")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("LayerName", self.layer_name);
        members.put("VersionNumber", self.version_number);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetLayerVersionPolicyResponse {
    pub policy: Option<String>,
    pub revision_id: Option<String>,
}

impl Shape for GetLayerVersionPolicyResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy: members.take("Policy")?,
            revision_id: members.take("RevisionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Policy", self.policy);
        members.put("RevisionId", self.revision_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetLayerVersionRequest {
    pub layer_name: String,
    pub version_number: i64,
}

impl Shape for GetLayerVersionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            layer_name: members.take("LayerName")?,
            version_number: members.take("VersionNumber")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("LayerName", self.layer_name);
        members.put("VersionNumber", self.version_number);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetLayerVersionResponse {
    pub content: Option<LayerVersionContentOutput>,
    pub layer_arn: Option<String>,
    pub layer_version_arn: Option<String>,
    pub description: Option<String>,
    pub created_date: Option<String>,
    pub version: Option<i64>,
    pub compatible_architectures: Option<Vec<String>>,
    pub compatible_runtimes: Option<Vec<String>>,
    pub license_info: Option<String>,
}

impl Shape for GetLayerVersionResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            content: members.take("Content")?,
            layer_arn: members.take("LayerArn")?,
            layer_version_arn: members.take("LayerVersionArn")?,
            description: members.take("Description")?,
            created_date: members.take("CreatedDate")?,
            version: members.take("Version")?,
            compatible_architectures: members.take("CompatibleArchitectures")?,
            compatible_runtimes: members.take("CompatibleRuntimes")?,
            license_info: members.take("LicenseInfo")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Content", self.content);
        members.put("LayerArn", self.layer_arn);
        members.put("LayerVersionArn", self.layer_version_arn);
        members.put("Description", self.description);
        members.put("CreatedDate", self.created_date);
        members.put("Version", self.version);
        members.put("CompatibleArchitectures", self.compatible_architectures);
        members.put("CompatibleRuntimes", self.compatible_runtimes);
        members.put("LicenseInfo", self.license_info);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetPolicyRequest {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl Shape for GetPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            qualifier: members.take("Qualifier")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Qualifier", self.qualifier);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetPolicyResponse {
    pub policy: Option<String>,
    pub revision_id: Option<String>,
}

impl Shape for GetPolicyResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy: members.take("Policy")?,
            revision_id: members.take("RevisionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Policy", self.policy);
        members.put("RevisionId", self.revision_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetProvisionedConcurrencyConfigRequest {
    pub function_name: String,
    pub qualifier: String,
}

impl Shape for GetProvisionedConcurrencyConfigRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            qualifier: members.take("Qualifier")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Qualifier", self.qualifier);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetProvisionedConcurrencyConfigResponse {
    pub requested_provisioned_concurrent_executions: Option<i32>,
    pub available_provisioned_concurrent_executions: Option<i32>,
    pub allocated_provisioned_concurrent_executions: Option<i32>,
    pub status: Option<String>,
    pub status_reason: Option<String>,
    pub last_modified: Option<String>,
}

impl Shape for GetProvisionedConcurrencyConfigResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            requested_provisioned_concurrent_executions: members
                .take("RequestedProvisionedConcurrentExecutions")?,
            available_provisioned_concurrent_executions: members
                .take("AvailableProvisionedConcurrentExecutions")?,
            allocated_provisioned_concurrent_executions: members
                .take("AllocatedProvisionedConcurrentExecutions")?,
            status: members.take("Status")?,
            status_reason: members.take("StatusReason")?,
            last_modified: members.take("LastModified")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "RequestedProvisionedConcurrentExecutions",
            self.requested_provisioned_concurrent_executions,
        );
        members.put(
            "AvailableProvisionedConcurrentExecutions",
            self.available_provisioned_concurrent_executions,
        );
        members.put(
            "AllocatedProvisionedConcurrentExecutions",
            self.allocated_provisioned_concurrent_executions,
        );
        members.put("Status", self.status);
        members.put("StatusReason", self.status_reason);
        members.put("LastModified", self.last_modified);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetResourcePolicyRequest {
    pub resource_arn: String,
}

impl Shape for GetResourcePolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource_arn: members.take("ResourceArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ResourceArn", self.resource_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetResourcePolicyResponse {
    pub policy: Option<String>,
    pub revision_id: Option<String>,
}

impl Shape for GetResourcePolicyResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy: members.take("Policy")?,
            revision_id: members.take("RevisionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Policy", self.policy);
        members.put("RevisionId", self.revision_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRuntimeManagementConfigRequest {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl Shape for GetRuntimeManagementConfigRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            qualifier: members.take("Qualifier")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Qualifier", self.qualifier);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRuntimeManagementConfigResponse {
    pub update_runtime_on: Option<String>,
    pub function_arn: Option<String>,
    pub runtime_version_arn: Option<String>,
}

impl Shape for GetRuntimeManagementConfigResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            update_runtime_on: members.take("UpdateRuntimeOn")?,
            function_arn: members.take("FunctionArn")?,
            runtime_version_arn: members.take("RuntimeVersionArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UpdateRuntimeOn", self.update_runtime_on);
        members.put("FunctionArn", self.function_arn);
        members.put("RuntimeVersionArn", self.runtime_version_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageConfig {
    pub entry_point: Option<Vec<String>>,
    pub command: Option<Vec<String>>,
    pub working_directory: Option<String>,
}

impl Shape for ImageConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            entry_point: members.take("EntryPoint")?,
            command: members.take("Command")?,
            working_directory: members.take("WorkingDirectory")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("EntryPoint", self.entry_point);
        members.put("Command", self.command);
        members.put("WorkingDirectory", self.working_directory);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct ImageConfigError {
    pub error_code: Option<String>,
    pub message: Option<String>,
}

impl fmt::Debug for ImageConfigError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ImageConfigError")
            .field("error_code", &self.error_code)
            .field("message", &self.message.as_ref().map(|_| Masked))
            .finish()
    }
}

impl Shape for ImageConfigError {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            error_code: members.take("ErrorCode")?,
            message: members.take("Message")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ErrorCode", self.error_code);
        members.put("Message", self.message);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageConfigResponse {
    pub image_config: Option<ImageConfig>,
    pub error: Option<ImageConfigError>,
}

impl Shape for ImageConfigResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            image_config: members.take("ImageConfig")?,
            error: members.take("Error")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ImageConfig", self.image_config);
        members.put("Error", self.error);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct InvocationRequest {
    pub function_name: String,
    pub invocation_type: Option<String>,
    pub log_type: Option<String>,
    pub client_context: Option<String>,
    pub durable_execution_name: Option<String>,
    pub payload: Option<Bytes>,
    pub qualifier: Option<String>,
    pub tenant_id: Option<String>,
}

impl fmt::Debug for InvocationRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("InvocationRequest")
            .field("function_name", &self.function_name)
            .field("invocation_type", &self.invocation_type)
            .field("log_type", &self.log_type)
            .field("client_context", &self.client_context)
            .field("durable_execution_name", &self.durable_execution_name)
            .field("payload", &self.payload.as_ref().map(|_| Masked))
            .field("qualifier", &self.qualifier)
            .field("tenant_id", &self.tenant_id)
            .finish()
    }
}

impl Shape for InvocationRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            invocation_type: members.take("InvocationType")?,
            log_type: members.take("LogType")?,
            client_context: members.take("ClientContext")?,
            durable_execution_name: members.take("DurableExecutionName")?,
            payload: members.take("Payload")?,
            qualifier: members.take("Qualifier")?,
            tenant_id: members.take("TenantId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("InvocationType", self.invocation_type);
        members.put("LogType", self.log_type);
        members.put("ClientContext", self.client_context);
        members.put("DurableExecutionName", self.durable_execution_name);
        members.put("Payload", self.payload);
        members.put("Qualifier", self.qualifier);
        members.put("TenantId", self.tenant_id);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct InvocationResponse {
    pub status_code: Option<i32>,
    pub function_error: Option<String>,
    pub log_result: Option<String>,
    pub payload: Option<Bytes>,
    pub executed_version: Option<String>,
    pub durable_execution_arn: Option<String>,
}

impl fmt::Debug for InvocationResponse {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("InvocationResponse")
            .field("status_code", &self.status_code)
            .field("function_error", &self.function_error)
            .field("log_result", &self.log_result)
            .field("payload", &self.payload.as_ref().map(|_| Masked))
            .field("executed_version", &self.executed_version)
            .field("durable_execution_arn", &self.durable_execution_arn)
            .finish()
    }
}

impl Shape for InvocationResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            status_code: members.take("StatusCode")?,
            function_error: members.take("FunctionError")?,
            log_result: members.take("LogResult")?,
            payload: members.take("Payload")?,
            executed_version: members.take("ExecutedVersion")?,
            durable_execution_arn: members.take("DurableExecutionArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StatusCode", self.status_code);
        members.put("FunctionError", self.function_error);
        members.put("LogResult", self.log_result);
        members.put("Payload", self.payload);
        members.put("ExecutedVersion", self.executed_version);
        members.put("DurableExecutionArn", self.durable_execution_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InvokeAsyncRequest {
    pub function_name: String,
    pub invoke_args: Bytes,
}

impl Shape for InvokeAsyncRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            invoke_args: members.take("InvokeArgs")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("InvokeArgs", self.invoke_args);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InvokeAsyncResponse {
    pub status: Option<i32>,
}

impl Shape for InvokeAsyncResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            status: members.take("Status")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Status", self.status);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct InvokeResponseStreamUpdate {
    pub payload: Option<Bytes>,
}

impl fmt::Debug for InvokeResponseStreamUpdate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("InvokeResponseStreamUpdate")
            .field("payload", &self.payload.as_ref().map(|_| Masked))
            .finish()
    }
}

impl Shape for InvokeResponseStreamUpdate {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            payload: members.take("Payload")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Payload", self.payload);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InvokeWithResponseStreamCompleteEvent {
    pub error_code: Option<String>,
    pub error_details: Option<String>,
    pub log_result: Option<String>,
}

impl Shape for InvokeWithResponseStreamCompleteEvent {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            error_code: members.take("ErrorCode")?,
            error_details: members.take("ErrorDetails")?,
            log_result: members.take("LogResult")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ErrorCode", self.error_code);
        members.put("ErrorDetails", self.error_details);
        members.put("LogResult", self.log_result);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct InvokeWithResponseStreamRequest {
    pub function_name: String,
    pub log_type: Option<String>,
    pub client_context: Option<String>,
    pub qualifier: Option<String>,
    pub payload: Option<Bytes>,
    pub tenant_id: Option<String>,
    pub invocation_type: Option<String>,
}

impl fmt::Debug for InvokeWithResponseStreamRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("InvokeWithResponseStreamRequest")
            .field("function_name", &self.function_name)
            .field("log_type", &self.log_type)
            .field("client_context", &self.client_context)
            .field("qualifier", &self.qualifier)
            .field("payload", &self.payload.as_ref().map(|_| Masked))
            .field("tenant_id", &self.tenant_id)
            .field("invocation_type", &self.invocation_type)
            .finish()
    }
}

impl Shape for InvokeWithResponseStreamRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            log_type: members.take("LogType")?,
            client_context: members.take("ClientContext")?,
            qualifier: members.take("Qualifier")?,
            payload: members.take("Payload")?,
            tenant_id: members.take("TenantId")?,
            invocation_type: members.take("InvocationType")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("LogType", self.log_type);
        members.put("ClientContext", self.client_context);
        members.put("Qualifier", self.qualifier);
        members.put("Payload", self.payload);
        members.put("TenantId", self.tenant_id);
        members.put("InvocationType", self.invocation_type);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InvokeWithResponseStreamResponse {
    pub status_code: Option<i32>,
    pub executed_version: Option<String>,
    pub event_stream: Option<InvokeWithResponseStreamResponseEvent>,
    pub response_stream_content_type: Option<String>,
}

impl Shape for InvokeWithResponseStreamResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            status_code: members.take("StatusCode")?,
            executed_version: members.take("ExecutedVersion")?,
            event_stream: members.take("EventStream")?,
            response_stream_content_type: members.take("ResponseStreamContentType")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StatusCode", self.status_code);
        members.put("ExecutedVersion", self.executed_version);
        members.put("EventStream", self.event_stream);
        members.put(
            "ResponseStreamContentType",
            self.response_stream_content_type,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InvokeWithResponseStreamResponseEvent {
    pub payload_chunk: Option<InvokeResponseStreamUpdate>,
    pub invoke_complete: Option<InvokeWithResponseStreamCompleteEvent>,
}

impl Shape for InvokeWithResponseStreamResponseEvent {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            payload_chunk: members.take("PayloadChunk")?,
            invoke_complete: members.take("InvokeComplete")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PayloadChunk", self.payload_chunk);
        members.put("InvokeComplete", self.invoke_complete);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct KafkaSchemaRegistryAccessConfig {
    pub type_: Option<String>,
    pub uri: Option<String>,
}

impl Shape for KafkaSchemaRegistryAccessConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            type_: members.take("Type")?,
            uri: members.take("URI")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Type", self.type_);
        members.put("URI", self.uri);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct KafkaSchemaRegistryConfig {
    pub schema_registry_uri: Option<String>,
    pub event_record_format: Option<String>,
    pub access_configs: Option<Vec<KafkaSchemaRegistryAccessConfig>>,
    pub schema_validation_configs: Option<Vec<KafkaSchemaValidationConfig>>,
}

impl Shape for KafkaSchemaRegistryConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            schema_registry_uri: members.take("SchemaRegistryURI")?,
            event_record_format: members.take("EventRecordFormat")?,
            access_configs: members.take("AccessConfigs")?,
            schema_validation_configs: members.take("SchemaValidationConfigs")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SchemaRegistryURI", self.schema_registry_uri);
        members.put("EventRecordFormat", self.event_record_format);
        members.put("AccessConfigs", self.access_configs);
        members.put("SchemaValidationConfigs", self.schema_validation_configs);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct KafkaSchemaValidationConfig {
    pub attribute: Option<String>,
}

impl Shape for KafkaSchemaValidationConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            attribute: members.take("Attribute")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Attribute", self.attribute);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LambdaManagedInstancesCapacityProviderConfig {
    pub capacity_provider_arn: String,
    pub per_execution_environment_max_concurrency: Option<i32>,
    pub execution_environment_memory_gi_b_per_v_cpu: Option<f64>,
}

impl Shape for LambdaManagedInstancesCapacityProviderConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            capacity_provider_arn: members.take("CapacityProviderArn")?,
            per_execution_environment_max_concurrency: members
                .take("PerExecutionEnvironmentMaxConcurrency")?,
            execution_environment_memory_gi_b_per_v_cpu: members
                .take("ExecutionEnvironmentMemoryGiBPerVCpu")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("CapacityProviderArn", self.capacity_provider_arn);
        members.put(
            "PerExecutionEnvironmentMaxConcurrency",
            self.per_execution_environment_max_concurrency,
        );
        members.put(
            "ExecutionEnvironmentMemoryGiBPerVCpu",
            self.execution_environment_memory_gi_b_per_v_cpu,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layer {
    pub arn: Option<String>,
    pub code_size: Option<i64>,
    pub signing_profile_version_arn: Option<String>,
    pub signing_job_arn: Option<String>,
}

impl Shape for Layer {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            arn: members.take("Arn")?,
            code_size: members.take("CodeSize")?,
            signing_profile_version_arn: members.take("SigningProfileVersionArn")?,
            signing_job_arn: members.take("SigningJobArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Arn", self.arn);
        members.put("CodeSize", self.code_size);
        members.put("SigningProfileVersionArn", self.signing_profile_version_arn);
        members.put("SigningJobArn", self.signing_job_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct LayerVersionContentInput {
    pub s3_bucket: Option<String>,
    pub s3_key: Option<String>,
    pub s3_object_version: Option<String>,
    pub s3_object_storage_mode: Option<String>,
    pub zip_file: Option<Bytes>,
}

impl fmt::Debug for LayerVersionContentInput {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("LayerVersionContentInput")
            .field("s3_bucket", &self.s3_bucket)
            .field("s3_key", &self.s3_key)
            .field("s3_object_version", &self.s3_object_version)
            .field("s3_object_storage_mode", &self.s3_object_storage_mode)
            .field("zip_file", &self.zip_file.as_ref().map(|_| Masked))
            .finish()
    }
}

impl Shape for LayerVersionContentInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            s3_bucket: members.take("S3Bucket")?,
            s3_key: members.take("S3Key")?,
            s3_object_version: members.take("S3ObjectVersion")?,
            s3_object_storage_mode: members.take("S3ObjectStorageMode")?,
            zip_file: members.take("ZipFile")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("S3Bucket", self.s3_bucket);
        members.put("S3Key", self.s3_key);
        members.put("S3ObjectVersion", self.s3_object_version);
        members.put("S3ObjectStorageMode", self.s3_object_storage_mode);
        members.put("ZipFile", self.zip_file);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LayerVersionContentOutput {
    pub location: Option<String>,
    pub code_sha256: Option<String>,
    pub code_size: Option<i64>,
    pub signing_profile_version_arn: Option<String>,
    pub signing_job_arn: Option<String>,
    pub resolved_s3_object: Option<ResolvedS3Object>,
}

impl Shape for LayerVersionContentOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            location: members.take("Location")?,
            code_sha256: members.take("CodeSha256")?,
            code_size: members.take("CodeSize")?,
            signing_profile_version_arn: members.take("SigningProfileVersionArn")?,
            signing_job_arn: members.take("SigningJobArn")?,
            resolved_s3_object: members.take("ResolvedS3Object")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Location", self.location);
        members.put("CodeSha256", self.code_sha256);
        members.put("CodeSize", self.code_size);
        members.put("SigningProfileVersionArn", self.signing_profile_version_arn);
        members.put("SigningJobArn", self.signing_job_arn);
        members.put("ResolvedS3Object", self.resolved_s3_object);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LayerVersionsListItem {
    pub layer_version_arn: Option<String>,
    pub version: Option<i64>,
    pub description: Option<String>,
    pub created_date: Option<String>,
    pub compatible_architectures: Option<Vec<String>>,
    pub compatible_runtimes: Option<Vec<String>>,
    pub license_info: Option<String>,
}

impl Shape for LayerVersionsListItem {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            layer_version_arn: members.take("LayerVersionArn")?,
            version: members.take("Version")?,
            description: members.take("Description")?,
            created_date: members.take("CreatedDate")?,
            compatible_architectures: members.take("CompatibleArchitectures")?,
            compatible_runtimes: members.take("CompatibleRuntimes")?,
            license_info: members.take("LicenseInfo")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("LayerVersionArn", self.layer_version_arn);
        members.put("Version", self.version);
        members.put("Description", self.description);
        members.put("CreatedDate", self.created_date);
        members.put("CompatibleArchitectures", self.compatible_architectures);
        members.put("CompatibleRuntimes", self.compatible_runtimes);
        members.put("LicenseInfo", self.license_info);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LayersListItem {
    pub layer_name: Option<String>,
    pub layer_arn: Option<String>,
    pub latest_matching_version: Option<LayerVersionsListItem>,
}

impl Shape for LayersListItem {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            layer_name: members.take("LayerName")?,
            layer_arn: members.take("LayerArn")?,
            latest_matching_version: members.take("LatestMatchingVersion")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("LayerName", self.layer_name);
        members.put("LayerArn", self.layer_arn);
        members.put("LatestMatchingVersion", self.latest_matching_version);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAliasesRequest {
    pub function_name: String,
    pub function_version: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListAliasesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            function_version: members.take("FunctionVersion")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("FunctionVersion", self.function_version);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAliasesResponse {
    pub next_marker: Option<String>,
    pub aliases: Option<Vec<AliasConfiguration>>,
}

impl Shape for ListAliasesResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            next_marker: members.take("NextMarker")?,
            aliases: members.take("Aliases")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("NextMarker", self.next_marker);
        members.put("Aliases", self.aliases);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListCodeSigningConfigsRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListCodeSigningConfigsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListCodeSigningConfigsResponse {
    pub next_marker: Option<String>,
    pub code_signing_configs: Option<Vec<CodeSigningConfig>>,
}

impl Shape for ListCodeSigningConfigsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            next_marker: members.take("NextMarker")?,
            code_signing_configs: members.take("CodeSigningConfigs")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("NextMarker", self.next_marker);
        members.put("CodeSigningConfigs", self.code_signing_configs);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListEventSourceMappingsRequest {
    pub event_source_arn: Option<String>,
    pub function_name: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListEventSourceMappingsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            event_source_arn: members.take("EventSourceArn")?,
            function_name: members.take("FunctionName")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("EventSourceArn", self.event_source_arn);
        members.put("FunctionName", self.function_name);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListEventSourceMappingsResponse {
    pub next_marker: Option<String>,
    pub event_source_mappings: Option<Vec<EventSourceMappingConfiguration>>,
}

impl Shape for ListEventSourceMappingsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            next_marker: members.take("NextMarker")?,
            event_source_mappings: members.take("EventSourceMappings")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("NextMarker", self.next_marker);
        members.put("EventSourceMappings", self.event_source_mappings);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListFunctionEventInvokeConfigsRequest {
    pub function_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListFunctionEventInvokeConfigsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListFunctionEventInvokeConfigsResponse {
    pub function_event_invoke_configs: Option<Vec<FunctionEventInvokeConfig>>,
    pub next_marker: Option<String>,
}

impl Shape for ListFunctionEventInvokeConfigsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_event_invoke_configs: members.take("FunctionEventInvokeConfigs")?,
            next_marker: members.take("NextMarker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "FunctionEventInvokeConfigs",
            self.function_event_invoke_configs,
        );
        members.put("NextMarker", self.next_marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListFunctionUrlConfigsRequest {
    pub function_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListFunctionUrlConfigsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListFunctionUrlConfigsResponse {
    pub function_url_configs: Option<Vec<FunctionUrlConfig>>,
    pub next_marker: Option<String>,
}

impl Shape for ListFunctionUrlConfigsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_url_configs: members.take("FunctionUrlConfigs")?,
            next_marker: members.take("NextMarker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionUrlConfigs", self.function_url_configs);
        members.put("NextMarker", self.next_marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListFunctionsByCodeSigningConfigRequest {
    pub code_signing_config_arn: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListFunctionsByCodeSigningConfigRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            code_signing_config_arn: members.take("CodeSigningConfigArn")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("CodeSigningConfigArn", self.code_signing_config_arn);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListFunctionsByCodeSigningConfigResponse {
    pub next_marker: Option<String>,
    pub function_arns: Option<Vec<String>>,
}

impl Shape for ListFunctionsByCodeSigningConfigResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            next_marker: members.take("NextMarker")?,
            function_arns: members.take("FunctionArns")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("NextMarker", self.next_marker);
        members.put("FunctionArns", self.function_arns);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListFunctionsRequest {
    pub master_region: Option<String>,
    pub function_version: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListFunctionsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            master_region: members.take("MasterRegion")?,
            function_version: members.take("FunctionVersion")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("MasterRegion", self.master_region);
        members.put("FunctionVersion", self.function_version);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListFunctionsResponse {
    pub next_marker: Option<String>,
    pub functions: Option<Vec<FunctionConfiguration>>,
}

impl Shape for ListFunctionsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            next_marker: members.take("NextMarker")?,
            functions: members.take("Functions")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("NextMarker", self.next_marker);
        members.put("Functions", self.functions);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListLayerVersionsRequest {
    pub compatible_architecture: Option<String>,
    pub compatible_runtime: Option<String>,
    pub layer_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListLayerVersionsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            compatible_architecture: members.take("CompatibleArchitecture")?,
            compatible_runtime: members.take("CompatibleRuntime")?,
            layer_name: members.take("LayerName")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("CompatibleArchitecture", self.compatible_architecture);
        members.put("CompatibleRuntime", self.compatible_runtime);
        members.put("LayerName", self.layer_name);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListLayerVersionsResponse {
    pub next_marker: Option<String>,
    pub layer_versions: Option<Vec<LayerVersionsListItem>>,
}

impl Shape for ListLayerVersionsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            next_marker: members.take("NextMarker")?,
            layer_versions: members.take("LayerVersions")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("NextMarker", self.next_marker);
        members.put("LayerVersions", self.layer_versions);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListLayersRequest {
    pub compatible_architecture: Option<String>,
    pub compatible_runtime: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListLayersRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            compatible_architecture: members.take("CompatibleArchitecture")?,
            compatible_runtime: members.take("CompatibleRuntime")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("CompatibleArchitecture", self.compatible_architecture);
        members.put("CompatibleRuntime", self.compatible_runtime);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListLayersResponse {
    pub next_marker: Option<String>,
    pub layers: Option<Vec<LayersListItem>>,
}

impl Shape for ListLayersResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            next_marker: members.take("NextMarker")?,
            layers: members.take("Layers")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("NextMarker", self.next_marker);
        members.put("Layers", self.layers);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListProvisionedConcurrencyConfigsRequest {
    pub function_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListProvisionedConcurrencyConfigsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListProvisionedConcurrencyConfigsResponse {
    pub provisioned_concurrency_configs: Option<Vec<ProvisionedConcurrencyConfigListItem>>,
    pub next_marker: Option<String>,
}

impl Shape for ListProvisionedConcurrencyConfigsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            provisioned_concurrency_configs: members.take("ProvisionedConcurrencyConfigs")?,
            next_marker: members.take("NextMarker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "ProvisionedConcurrencyConfigs",
            self.provisioned_concurrency_configs,
        );
        members.put("NextMarker", self.next_marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsRequest {
    pub resource: String,
}

impl Shape for ListTagsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource: members.take("Resource")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Resource", self.resource);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsResponse {
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for ListTagsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListVersionsByFunctionRequest {
    pub function_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListVersionsByFunctionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListVersionsByFunctionResponse {
    pub next_marker: Option<String>,
    pub versions: Option<Vec<FunctionConfiguration>>,
}

impl Shape for ListVersionsByFunctionResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            next_marker: members.take("NextMarker")?,
            versions: members.take("Versions")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("NextMarker", self.next_marker);
        members.put("Versions", self.versions);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoggingConfig {
    pub log_format: Option<String>,
    pub application_log_level: Option<String>,
    pub system_log_level: Option<String>,
    pub log_group: Option<String>,
}

impl Shape for LoggingConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_format: members.take("LogFormat")?,
            application_log_level: members.take("ApplicationLogLevel")?,
            system_log_level: members.take("SystemLogLevel")?,
            log_group: members.take("LogGroup")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("LogFormat", self.log_format);
        members.put("ApplicationLogLevel", self.application_log_level);
        members.put("SystemLogLevel", self.system_log_level);
        members.put("LogGroup", self.log_group);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OnFailure {
    pub destination: Option<String>,
}

impl Shape for OnFailure {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            destination: members.take("Destination")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Destination", self.destination);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OnSuccess {
    pub destination: Option<String>,
}

impl Shape for OnSuccess {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            destination: members.take("Destination")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Destination", self.destination);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProvisionedConcurrencyConfigListItem {
    pub function_arn: Option<String>,
    pub requested_provisioned_concurrent_executions: Option<i32>,
    pub available_provisioned_concurrent_executions: Option<i32>,
    pub allocated_provisioned_concurrent_executions: Option<i32>,
    pub status: Option<String>,
    pub status_reason: Option<String>,
    pub last_modified: Option<String>,
}

impl Shape for ProvisionedConcurrencyConfigListItem {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_arn: members.take("FunctionArn")?,
            requested_provisioned_concurrent_executions: members
                .take("RequestedProvisionedConcurrentExecutions")?,
            available_provisioned_concurrent_executions: members
                .take("AvailableProvisionedConcurrentExecutions")?,
            allocated_provisioned_concurrent_executions: members
                .take("AllocatedProvisionedConcurrentExecutions")?,
            status: members.take("Status")?,
            status_reason: members.take("StatusReason")?,
            last_modified: members.take("LastModified")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionArn", self.function_arn);
        members.put(
            "RequestedProvisionedConcurrentExecutions",
            self.requested_provisioned_concurrent_executions,
        );
        members.put(
            "AvailableProvisionedConcurrentExecutions",
            self.available_provisioned_concurrent_executions,
        );
        members.put(
            "AllocatedProvisionedConcurrentExecutions",
            self.allocated_provisioned_concurrent_executions,
        );
        members.put("Status", self.status);
        members.put("StatusReason", self.status_reason);
        members.put("LastModified", self.last_modified);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProvisionedPollerConfig {
    pub minimum_pollers: Option<i32>,
    pub maximum_pollers: Option<i32>,
    pub poller_group_name: Option<String>,
}

impl Shape for ProvisionedPollerConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            minimum_pollers: members.take("MinimumPollers")?,
            maximum_pollers: members.take("MaximumPollers")?,
            poller_group_name: members.take("PollerGroupName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("MinimumPollers", self.minimum_pollers);
        members.put("MaximumPollers", self.maximum_pollers);
        members.put("PollerGroupName", self.poller_group_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PublishLayerVersionRequest {
    pub layer_name: String,
    pub description: Option<String>,
    pub content: LayerVersionContentInput,
    pub compatible_architectures: Option<Vec<String>>,
    pub compatible_runtimes: Option<Vec<String>>,
    pub license_info: Option<String>,
}

impl Shape for PublishLayerVersionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            layer_name: members.take("LayerName")?,
            description: members.take("Description")?,
            content: members.take("Content")?,
            compatible_architectures: members.take("CompatibleArchitectures")?,
            compatible_runtimes: members.take("CompatibleRuntimes")?,
            license_info: members.take("LicenseInfo")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("LayerName", self.layer_name);
        members.put("Description", self.description);
        members.put("Content", self.content);
        members.put("CompatibleArchitectures", self.compatible_architectures);
        members.put("CompatibleRuntimes", self.compatible_runtimes);
        members.put("LicenseInfo", self.license_info);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PublishLayerVersionResponse {
    pub content: Option<LayerVersionContentOutput>,
    pub layer_arn: Option<String>,
    pub layer_version_arn: Option<String>,
    pub description: Option<String>,
    pub created_date: Option<String>,
    pub version: Option<i64>,
    pub compatible_architectures: Option<Vec<String>>,
    pub compatible_runtimes: Option<Vec<String>>,
    pub license_info: Option<String>,
}

impl Shape for PublishLayerVersionResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            content: members.take("Content")?,
            layer_arn: members.take("LayerArn")?,
            layer_version_arn: members.take("LayerVersionArn")?,
            description: members.take("Description")?,
            created_date: members.take("CreatedDate")?,
            version: members.take("Version")?,
            compatible_architectures: members.take("CompatibleArchitectures")?,
            compatible_runtimes: members.take("CompatibleRuntimes")?,
            license_info: members.take("LicenseInfo")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Content", self.content);
        members.put("LayerArn", self.layer_arn);
        members.put("LayerVersionArn", self.layer_version_arn);
        members.put("Description", self.description);
        members.put("CreatedDate", self.created_date);
        members.put("Version", self.version);
        members.put("CompatibleArchitectures", self.compatible_architectures);
        members.put("CompatibleRuntimes", self.compatible_runtimes);
        members.put("LicenseInfo", self.license_info);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PublishVersionRequest {
    pub function_name: String,
    pub code_sha256: Option<String>,
    pub description: Option<String>,
    pub revision_id: Option<String>,
    pub publish_to: Option<String>,
}

impl Shape for PublishVersionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            code_sha256: members.take("CodeSha256")?,
            description: members.take("Description")?,
            revision_id: members.take("RevisionId")?,
            publish_to: members.take("PublishTo")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("CodeSha256", self.code_sha256);
        members.put("Description", self.description);
        members.put("RevisionId", self.revision_id);
        members.put("PublishTo", self.publish_to);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutFunctionCodeSigningConfigRequest {
    pub code_signing_config_arn: String,
    pub function_name: String,
}

impl Shape for PutFunctionCodeSigningConfigRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            code_signing_config_arn: members.take("CodeSigningConfigArn")?,
            function_name: members.take("FunctionName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("CodeSigningConfigArn", self.code_signing_config_arn);
        members.put("FunctionName", self.function_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutFunctionCodeSigningConfigResponse {
    pub code_signing_config_arn: Option<String>,
    pub function_name: Option<String>,
}

impl Shape for PutFunctionCodeSigningConfigResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            code_signing_config_arn: members.take("CodeSigningConfigArn")?,
            function_name: members.take("FunctionName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("CodeSigningConfigArn", self.code_signing_config_arn);
        members.put("FunctionName", self.function_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutFunctionConcurrencyRequest {
    pub function_name: String,
    pub reserved_concurrent_executions: i32,
}

impl Shape for PutFunctionConcurrencyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            reserved_concurrent_executions: members.take("ReservedConcurrentExecutions")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put(
            "ReservedConcurrentExecutions",
            self.reserved_concurrent_executions,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutFunctionEventInvokeConfigRequest {
    pub function_name: String,
    pub qualifier: Option<String>,
    pub maximum_retry_attempts: Option<i32>,
    pub maximum_event_age_in_seconds: Option<i32>,
    pub destination_config: Option<DestinationConfig>,
}

impl Shape for PutFunctionEventInvokeConfigRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            qualifier: members.take("Qualifier")?,
            maximum_retry_attempts: members.take("MaximumRetryAttempts")?,
            maximum_event_age_in_seconds: members.take("MaximumEventAgeInSeconds")?,
            destination_config: members.take("DestinationConfig")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Qualifier", self.qualifier);
        members.put("MaximumRetryAttempts", self.maximum_retry_attempts);
        members.put(
            "MaximumEventAgeInSeconds",
            self.maximum_event_age_in_seconds,
        );
        members.put("DestinationConfig", self.destination_config);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutFunctionRecursionConfigRequest {
    pub function_name: String,
    pub recursive_loop: String,
}

impl Shape for PutFunctionRecursionConfigRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            recursive_loop: members.take("RecursiveLoop")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("RecursiveLoop", self.recursive_loop);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutFunctionRecursionConfigResponse {
    pub recursive_loop: Option<String>,
}

impl Shape for PutFunctionRecursionConfigResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            recursive_loop: members.take("RecursiveLoop")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RecursiveLoop", self.recursive_loop);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutProvisionedConcurrencyConfigRequest {
    pub function_name: String,
    pub qualifier: String,
    pub provisioned_concurrent_executions: i32,
}

impl Shape for PutProvisionedConcurrencyConfigRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            qualifier: members.take("Qualifier")?,
            provisioned_concurrent_executions: members.take("ProvisionedConcurrentExecutions")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Qualifier", self.qualifier);
        members.put(
            "ProvisionedConcurrentExecutions",
            self.provisioned_concurrent_executions,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutProvisionedConcurrencyConfigResponse {
    pub requested_provisioned_concurrent_executions: Option<i32>,
    pub allocated_provisioned_concurrent_executions: Option<i32>,
    pub available_provisioned_concurrent_executions: Option<i32>,
    pub status: Option<String>,
    pub status_reason: Option<String>,
    pub last_modified: Option<String>,
}

impl Shape for PutProvisionedConcurrencyConfigResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            requested_provisioned_concurrent_executions: members
                .take("RequestedProvisionedConcurrentExecutions")?,
            allocated_provisioned_concurrent_executions: members
                .take("AllocatedProvisionedConcurrentExecutions")?,
            available_provisioned_concurrent_executions: members
                .take("AvailableProvisionedConcurrentExecutions")?,
            status: members.take("Status")?,
            status_reason: members.take("StatusReason")?,
            last_modified: members.take("LastModified")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "RequestedProvisionedConcurrentExecutions",
            self.requested_provisioned_concurrent_executions,
        );
        members.put(
            "AllocatedProvisionedConcurrentExecutions",
            self.allocated_provisioned_concurrent_executions,
        );
        members.put(
            "AvailableProvisionedConcurrentExecutions",
            self.available_provisioned_concurrent_executions,
        );
        members.put("Status", self.status);
        members.put("StatusReason", self.status_reason);
        members.put("LastModified", self.last_modified);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutResourcePolicyRequest {
    pub resource_arn: String,
    pub policy: String,
    pub revision_id: Option<String>,
}

impl Shape for PutResourcePolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource_arn: members.take("ResourceArn")?,
            policy: members.take("Policy")?,
            revision_id: members.take("RevisionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ResourceArn", self.resource_arn);
        members.put("Policy", self.policy);
        members.put("RevisionId", self.revision_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutResourcePolicyResponse {
    pub policy: Option<String>,
    pub revision_id: Option<String>,
}

impl Shape for PutResourcePolicyResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy: members.take("Policy")?,
            revision_id: members.take("RevisionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Policy", self.policy);
        members.put("RevisionId", self.revision_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRuntimeManagementConfigRequest {
    pub function_name: String,
    pub qualifier: Option<String>,
    pub update_runtime_on: String,
    pub runtime_version_arn: Option<String>,
}

impl Shape for PutRuntimeManagementConfigRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            qualifier: members.take("Qualifier")?,
            update_runtime_on: members.take("UpdateRuntimeOn")?,
            runtime_version_arn: members.take("RuntimeVersionArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Qualifier", self.qualifier);
        members.put("UpdateRuntimeOn", self.update_runtime_on);
        members.put("RuntimeVersionArn", self.runtime_version_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRuntimeManagementConfigResponse {
    pub update_runtime_on: Option<String>,
    pub function_arn: Option<String>,
    pub runtime_version_arn: Option<String>,
}

impl Shape for PutRuntimeManagementConfigResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            update_runtime_on: members.take("UpdateRuntimeOn")?,
            function_arn: members.take("FunctionArn")?,
            runtime_version_arn: members.take("RuntimeVersionArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UpdateRuntimeOn", self.update_runtime_on);
        members.put("FunctionArn", self.function_arn);
        members.put("RuntimeVersionArn", self.runtime_version_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemoveLayerVersionPermissionRequest {
    pub layer_name: String,
    pub version_number: i64,
    pub statement_id: String,
    pub revision_id: Option<String>,
}

impl Shape for RemoveLayerVersionPermissionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            layer_name: members.take("LayerName")?,
            version_number: members.take("VersionNumber")?,
            statement_id: members.take("StatementId")?,
            revision_id: members.take("RevisionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("LayerName", self.layer_name);
        members.put("VersionNumber", self.version_number);
        members.put("StatementId", self.statement_id);
        members.put("RevisionId", self.revision_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemovePermissionRequest {
    pub function_name: String,
    pub statement_id: String,
    pub qualifier: Option<String>,
    pub revision_id: Option<String>,
}

impl Shape for RemovePermissionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            statement_id: members.take("StatementId")?,
            qualifier: members.take("Qualifier")?,
            revision_id: members.take("RevisionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("StatementId", self.statement_id);
        members.put("Qualifier", self.qualifier);
        members.put("RevisionId", self.revision_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResolvedS3Object {
    pub s3_bucket: Option<String>,
    pub s3_key: Option<String>,
    pub s3_object_version: Option<String>,
}

impl Shape for ResolvedS3Object {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            s3_bucket: members.take("S3Bucket")?,
            s3_key: members.take("S3Key")?,
            s3_object_version: members.take("S3ObjectVersion")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("S3Bucket", self.s3_bucket);
        members.put("S3Key", self.s3_key);
        members.put("S3ObjectVersion", self.s3_object_version);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RuntimeVersionConfig {
    pub runtime_version_arn: Option<String>,
    pub error: Option<RuntimeVersionError>,
}

impl Shape for RuntimeVersionConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            runtime_version_arn: members.take("RuntimeVersionArn")?,
            error: members.take("Error")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RuntimeVersionArn", self.runtime_version_arn);
        members.put("Error", self.error);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct RuntimeVersionError {
    pub error_code: Option<String>,
    pub message: Option<String>,
}

impl fmt::Debug for RuntimeVersionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RuntimeVersionError")
            .field("error_code", &self.error_code)
            .field("message", &self.message.as_ref().map(|_| Masked))
            .finish()
    }
}

impl Shape for RuntimeVersionError {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            error_code: members.take("ErrorCode")?,
            message: members.take("Message")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ErrorCode", self.error_code);
        members.put("Message", self.message);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3FilesConfig {
    pub direct_s3_read: Option<String>,
}

impl Shape for S3FilesConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            direct_s3_read: members.take("DirectS3Read")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DirectS3Read", self.direct_s3_read);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScalingConfig {
    pub maximum_concurrency: Option<i32>,
}

impl Shape for ScalingConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            maximum_concurrency: members.take("MaximumConcurrency")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("MaximumConcurrency", self.maximum_concurrency);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SelfManagedEventSource {
    pub endpoints: Option<BTreeMap<String, Vec<String>>>,
}

impl Shape for SelfManagedEventSource {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            endpoints: members.take("Endpoints")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Endpoints", self.endpoints);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SelfManagedKafkaEventSourceConfig {
    pub consumer_group_id: Option<String>,
    pub schema_registry_config: Option<KafkaSchemaRegistryConfig>,
    pub consumption_mode: Option<String>,
}

impl Shape for SelfManagedKafkaEventSourceConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            consumer_group_id: members.take("ConsumerGroupId")?,
            schema_registry_config: members.take("SchemaRegistryConfig")?,
            consumption_mode: members.take("ConsumptionMode")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ConsumerGroupId", self.consumer_group_id);
        members.put("SchemaRegistryConfig", self.schema_registry_config);
        members.put("ConsumptionMode", self.consumption_mode);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SnapStart {
    pub apply_on: Option<String>,
}

impl Shape for SnapStart {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            apply_on: members.take("ApplyOn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ApplyOn", self.apply_on);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SnapStartResponse {
    pub apply_on: Option<String>,
    pub optimization_status: Option<String>,
}

impl Shape for SnapStartResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            apply_on: members.take("ApplyOn")?,
            optimization_status: members.take("OptimizationStatus")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ApplyOn", self.apply_on);
        members.put("OptimizationStatus", self.optimization_status);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceAccessConfiguration {
    pub type_: Option<String>,
    pub uri: Option<String>,
}

impl Shape for SourceAccessConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            type_: members.take("Type")?,
            uri: members.take("URI")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Type", self.type_);
        members.put("URI", self.uri);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagResourceRequest {
    pub resource: String,
    pub tags: BTreeMap<String, String>,
}

impl Shape for TagResourceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource: members.take("Resource")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Resource", self.resource);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagsError {
    pub error_code: String,
    pub message: String,
}

impl Shape for TagsError {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            error_code: members.take("ErrorCode")?,
            message: members.take("Message")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ErrorCode", self.error_code);
        members.put("Message", self.message);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TenancyConfig {
    pub tenant_isolation_mode: String,
}

impl Shape for TenancyConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            tenant_isolation_mode: members.take("TenantIsolationMode")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("TenantIsolationMode", self.tenant_isolation_mode);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TracingConfig {
    pub mode: Option<String>,
}

impl Shape for TracingConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            mode: members.take("Mode")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Mode", self.mode);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TracingConfigResponse {
    pub mode: Option<String>,
}

impl Shape for TracingConfigResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            mode: members.take("Mode")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Mode", self.mode);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagResourceRequest {
    pub resource: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagResourceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource: members.take("Resource")?,
            tag_keys: members.take("TagKeys")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Resource", self.resource);
        members.put("TagKeys", self.tag_keys);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateAliasRequest {
    pub function_name: String,
    pub name: String,
    pub function_version: Option<String>,
    pub description: Option<String>,
    pub routing_config: Option<AliasRoutingConfiguration>,
    pub revision_id: Option<String>,
}

impl Shape for UpdateAliasRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            name: members.take("Name")?,
            function_version: members.take("FunctionVersion")?,
            description: members.take("Description")?,
            routing_config: members.take("RoutingConfig")?,
            revision_id: members.take("RevisionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Name", self.name);
        members.put("FunctionVersion", self.function_version);
        members.put("Description", self.description);
        members.put("RoutingConfig", self.routing_config);
        members.put("RevisionId", self.revision_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateCodeSigningConfigRequest {
    pub code_signing_config_arn: String,
    pub description: Option<String>,
    pub allowed_publishers: Option<AllowedPublishers>,
    pub code_signing_policies: Option<CodeSigningPolicies>,
}

impl Shape for UpdateCodeSigningConfigRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            code_signing_config_arn: members.take("CodeSigningConfigArn")?,
            description: members.take("Description")?,
            allowed_publishers: members.take("AllowedPublishers")?,
            code_signing_policies: members.take("CodeSigningPolicies")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("CodeSigningConfigArn", self.code_signing_config_arn);
        members.put("Description", self.description);
        members.put("AllowedPublishers", self.allowed_publishers);
        members.put("CodeSigningPolicies", self.code_signing_policies);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateCodeSigningConfigResponse {
    pub code_signing_config: Option<CodeSigningConfig>,
}

impl Shape for UpdateCodeSigningConfigResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            code_signing_config: members.take("CodeSigningConfig")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("CodeSigningConfig", self.code_signing_config);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateEventSourceMappingRequest {
    pub uuid: String,
    pub function_name: Option<String>,
    pub enabled: Option<bool>,
    pub batch_size: Option<i32>,
    pub filter_criteria: Option<FilterCriteria>,
    pub kms_key_arn: Option<String>,
    pub metrics_config: Option<EventSourceMappingMetricsConfig>,
    pub logging_config: Option<EventSourceMappingLoggingConfig>,
    pub scaling_config: Option<ScalingConfig>,
    pub maximum_batching_window_in_seconds: Option<i32>,
    pub parallelization_factor: Option<i32>,
    pub destination_config: Option<DestinationConfig>,
    pub maximum_record_age_in_seconds: Option<i32>,
    pub bisect_batch_on_function_error: Option<bool>,
    pub maximum_retry_attempts: Option<i32>,
    pub tumbling_window_in_seconds: Option<i32>,
    pub source_access_configurations: Option<Vec<SourceAccessConfiguration>>,
    pub function_response_types: Option<Vec<String>>,
    pub amazon_managed_kafka_event_source_config: Option<AmazonManagedKafkaEventSourceConfig>,
    pub self_managed_kafka_event_source_config: Option<SelfManagedKafkaEventSourceConfig>,
    pub document_db_event_source_config: Option<DocumentDBEventSourceConfig>,
    pub provisioned_poller_config: Option<ProvisionedPollerConfig>,
}

impl Shape for UpdateEventSourceMappingRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            uuid: members.take("UUID")?,
            function_name: members.take("FunctionName")?,
            enabled: members.take("Enabled")?,
            batch_size: members.take("BatchSize")?,
            filter_criteria: members.take("FilterCriteria")?,
            kms_key_arn: members.take("KMSKeyArn")?,
            metrics_config: members.take("MetricsConfig")?,
            logging_config: members.take("LoggingConfig")?,
            scaling_config: members.take("ScalingConfig")?,
            maximum_batching_window_in_seconds: members.take("MaximumBatchingWindowInSeconds")?,
            parallelization_factor: members.take("ParallelizationFactor")?,
            destination_config: members.take("DestinationConfig")?,
            maximum_record_age_in_seconds: members.take("MaximumRecordAgeInSeconds")?,
            bisect_batch_on_function_error: members.take("BisectBatchOnFunctionError")?,
            maximum_retry_attempts: members.take("MaximumRetryAttempts")?,
            tumbling_window_in_seconds: members.take("TumblingWindowInSeconds")?,
            source_access_configurations: members.take("SourceAccessConfigurations")?,
            function_response_types: members.take("FunctionResponseTypes")?,
            amazon_managed_kafka_event_source_config: members
                .take("AmazonManagedKafkaEventSourceConfig")?,
            self_managed_kafka_event_source_config: members
                .take("SelfManagedKafkaEventSourceConfig")?,
            document_db_event_source_config: members.take("DocumentDBEventSourceConfig")?,
            provisioned_poller_config: members.take("ProvisionedPollerConfig")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UUID", self.uuid);
        members.put("FunctionName", self.function_name);
        members.put("Enabled", self.enabled);
        members.put("BatchSize", self.batch_size);
        members.put("FilterCriteria", self.filter_criteria);
        members.put("KMSKeyArn", self.kms_key_arn);
        members.put("MetricsConfig", self.metrics_config);
        members.put("LoggingConfig", self.logging_config);
        members.put("ScalingConfig", self.scaling_config);
        members.put(
            "MaximumBatchingWindowInSeconds",
            self.maximum_batching_window_in_seconds,
        );
        members.put("ParallelizationFactor", self.parallelization_factor);
        members.put("DestinationConfig", self.destination_config);
        members.put(
            "MaximumRecordAgeInSeconds",
            self.maximum_record_age_in_seconds,
        );
        members.put(
            "BisectBatchOnFunctionError",
            self.bisect_batch_on_function_error,
        );
        members.put("MaximumRetryAttempts", self.maximum_retry_attempts);
        members.put("TumblingWindowInSeconds", self.tumbling_window_in_seconds);
        members.put(
            "SourceAccessConfigurations",
            self.source_access_configurations,
        );
        members.put("FunctionResponseTypes", self.function_response_types);
        members.put(
            "AmazonManagedKafkaEventSourceConfig",
            self.amazon_managed_kafka_event_source_config,
        );
        members.put(
            "SelfManagedKafkaEventSourceConfig",
            self.self_managed_kafka_event_source_config,
        );
        members.put(
            "DocumentDBEventSourceConfig",
            self.document_db_event_source_config,
        );
        members.put("ProvisionedPollerConfig", self.provisioned_poller_config);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct UpdateFunctionCodeRequest {
    pub function_name: String,
    pub zip_file: Option<Bytes>,
    pub s3_bucket: Option<String>,
    pub s3_key: Option<String>,
    pub s3_object_version: Option<String>,
    pub s3_object_storage_mode: Option<String>,
    pub image_uri: Option<String>,
    pub architectures: Option<Vec<String>>,
    pub publish: Option<bool>,
    pub publish_to: Option<String>,
    pub dry_run: Option<bool>,
    pub revision_id: Option<String>,
    pub source_kms_key_arn: Option<String>,
}

impl fmt::Debug for UpdateFunctionCodeRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("UpdateFunctionCodeRequest")
            .field("function_name", &self.function_name)
            .field("zip_file", &self.zip_file.as_ref().map(|_| Masked))
            .field("s3_bucket", &self.s3_bucket)
            .field("s3_key", &self.s3_key)
            .field("s3_object_version", &self.s3_object_version)
            .field("s3_object_storage_mode", &self.s3_object_storage_mode)
            .field("image_uri", &self.image_uri)
            .field("architectures", &self.architectures)
            .field("publish", &self.publish)
            .field("publish_to", &self.publish_to)
            .field("dry_run", &self.dry_run)
            .field("revision_id", &self.revision_id)
            .field("source_kms_key_arn", &self.source_kms_key_arn)
            .finish()
    }
}

impl Shape for UpdateFunctionCodeRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            zip_file: members.take("ZipFile")?,
            s3_bucket: members.take("S3Bucket")?,
            s3_key: members.take("S3Key")?,
            s3_object_version: members.take("S3ObjectVersion")?,
            s3_object_storage_mode: members.take("S3ObjectStorageMode")?,
            image_uri: members.take("ImageUri")?,
            architectures: members.take("Architectures")?,
            publish: members.take("Publish")?,
            publish_to: members.take("PublishTo")?,
            dry_run: members.take("DryRun")?,
            revision_id: members.take("RevisionId")?,
            source_kms_key_arn: members.take("SourceKMSKeyArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("ZipFile", self.zip_file);
        members.put("S3Bucket", self.s3_bucket);
        members.put("S3Key", self.s3_key);
        members.put("S3ObjectVersion", self.s3_object_version);
        members.put("S3ObjectStorageMode", self.s3_object_storage_mode);
        members.put("ImageUri", self.image_uri);
        members.put("Architectures", self.architectures);
        members.put("Publish", self.publish);
        members.put("PublishTo", self.publish_to);
        members.put("DryRun", self.dry_run);
        members.put("RevisionId", self.revision_id);
        members.put("SourceKMSKeyArn", self.source_kms_key_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateFunctionConfigurationRequest {
    pub function_name: String,
    pub role: Option<String>,
    pub handler: Option<String>,
    pub description: Option<String>,
    pub timeout: Option<i32>,
    pub memory_size: Option<i32>,
    pub vpc_config: Option<VpcConfig>,
    pub environment: Option<Environment>,
    pub runtime: Option<String>,
    pub dead_letter_config: Option<DeadLetterConfig>,
    pub kms_key_arn: Option<String>,
    pub tracing_config: Option<TracingConfig>,
    pub revision_id: Option<String>,
    pub layers: Option<Vec<String>>,
    pub file_system_configs: Option<Vec<FileSystemConfig>>,
    pub image_config: Option<ImageConfig>,
    pub ephemeral_storage: Option<EphemeralStorage>,
    pub snap_start: Option<SnapStart>,
    pub logging_config: Option<LoggingConfig>,
    pub capacity_provider_config: Option<CapacityProviderConfig>,
    pub durable_config: Option<DurableConfig>,
    pub runtime_config: Option<FunctionRuntimeConfig>,
    pub accelerator_config: Option<AcceleratorConfig>,
}

impl Shape for UpdateFunctionConfigurationRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            role: members.take("Role")?,
            handler: members.take("Handler")?,
            description: members.take("Description")?,
            timeout: members.take("Timeout")?,
            memory_size: members.take("MemorySize")?,
            vpc_config: members.take("VpcConfig")?,
            environment: members.take("Environment")?,
            runtime: members.take("Runtime")?,
            dead_letter_config: members.take("DeadLetterConfig")?,
            kms_key_arn: members.take("KMSKeyArn")?,
            tracing_config: members.take("TracingConfig")?,
            revision_id: members.take("RevisionId")?,
            layers: members.take("Layers")?,
            file_system_configs: members.take("FileSystemConfigs")?,
            image_config: members.take("ImageConfig")?,
            ephemeral_storage: members.take("EphemeralStorage")?,
            snap_start: members.take("SnapStart")?,
            logging_config: members.take("LoggingConfig")?,
            capacity_provider_config: members.take("CapacityProviderConfig")?,
            durable_config: members.take("DurableConfig")?,
            runtime_config: members.take("RuntimeConfig")?,
            accelerator_config: members.take("AcceleratorConfig")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Role", self.role);
        members.put("Handler", self.handler);
        members.put("Description", self.description);
        members.put("Timeout", self.timeout);
        members.put("MemorySize", self.memory_size);
        members.put("VpcConfig", self.vpc_config);
        members.put("Environment", self.environment);
        members.put("Runtime", self.runtime);
        members.put("DeadLetterConfig", self.dead_letter_config);
        members.put("KMSKeyArn", self.kms_key_arn);
        members.put("TracingConfig", self.tracing_config);
        members.put("RevisionId", self.revision_id);
        members.put("Layers", self.layers);
        members.put("FileSystemConfigs", self.file_system_configs);
        members.put("ImageConfig", self.image_config);
        members.put("EphemeralStorage", self.ephemeral_storage);
        members.put("SnapStart", self.snap_start);
        members.put("LoggingConfig", self.logging_config);
        members.put("CapacityProviderConfig", self.capacity_provider_config);
        members.put("DurableConfig", self.durable_config);
        members.put("RuntimeConfig", self.runtime_config);
        members.put("AcceleratorConfig", self.accelerator_config);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateFunctionEventInvokeConfigRequest {
    pub function_name: String,
    pub qualifier: Option<String>,
    pub maximum_retry_attempts: Option<i32>,
    pub maximum_event_age_in_seconds: Option<i32>,
    pub destination_config: Option<DestinationConfig>,
}

impl Shape for UpdateFunctionEventInvokeConfigRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            qualifier: members.take("Qualifier")?,
            maximum_retry_attempts: members.take("MaximumRetryAttempts")?,
            maximum_event_age_in_seconds: members.take("MaximumEventAgeInSeconds")?,
            destination_config: members.take("DestinationConfig")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Qualifier", self.qualifier);
        members.put("MaximumRetryAttempts", self.maximum_retry_attempts);
        members.put(
            "MaximumEventAgeInSeconds",
            self.maximum_event_age_in_seconds,
        );
        members.put("DestinationConfig", self.destination_config);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateFunctionUrlConfigRequest {
    pub function_name: String,
    pub qualifier: Option<String>,
    pub auth_type: Option<String>,
    pub cors: Option<Cors>,
    pub invoke_mode: Option<String>,
}

impl Shape for UpdateFunctionUrlConfigRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_name: members.take("FunctionName")?,
            qualifier: members.take("Qualifier")?,
            auth_type: members.take("AuthType")?,
            cors: members.take("Cors")?,
            invoke_mode: members.take("InvokeMode")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionName", self.function_name);
        members.put("Qualifier", self.qualifier);
        members.put("AuthType", self.auth_type);
        members.put("Cors", self.cors);
        members.put("InvokeMode", self.invoke_mode);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateFunctionUrlConfigResponse {
    pub function_url: Option<String>,
    pub function_arn: Option<String>,
    pub auth_type: Option<String>,
    pub cors: Option<Cors>,
    pub creation_time: Option<String>,
    pub last_modified_time: Option<String>,
    pub invoke_mode: Option<String>,
}

impl Shape for UpdateFunctionUrlConfigResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            function_url: members.take("FunctionUrl")?,
            function_arn: members.take("FunctionArn")?,
            auth_type: members.take("AuthType")?,
            cors: members.take("Cors")?,
            creation_time: members.take("CreationTime")?,
            last_modified_time: members.take("LastModifiedTime")?,
            invoke_mode: members.take("InvokeMode")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FunctionUrl", self.function_url);
        members.put("FunctionArn", self.function_arn);
        members.put("AuthType", self.auth_type);
        members.put("Cors", self.cors);
        members.put("CreationTime", self.creation_time);
        members.put("LastModifiedTime", self.last_modified_time);
        members.put("InvokeMode", self.invoke_mode);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcConfig {
    pub subnet_ids: Option<Vec<String>>,
    pub security_group_ids: Option<Vec<String>>,
    pub ipv6_allowed_for_dual_stack: Option<bool>,
}

impl Shape for VpcConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            subnet_ids: members.take("SubnetIds")?,
            security_group_ids: members.take("SecurityGroupIds")?,
            ipv6_allowed_for_dual_stack: members.take("Ipv6AllowedForDualStack")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SubnetIds", self.subnet_ids);
        members.put("SecurityGroupIds", self.security_group_ids);
        members.put("Ipv6AllowedForDualStack", self.ipv6_allowed_for_dual_stack);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcConfigResponse {
    pub subnet_ids: Option<Vec<String>>,
    pub security_group_ids: Option<Vec<String>>,
    pub vpc_id: Option<String>,
    pub ipv6_allowed_for_dual_stack: Option<bool>,
}

impl Shape for VpcConfigResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            subnet_ids: members.take("SubnetIds")?,
            security_group_ids: members.take("SecurityGroupIds")?,
            vpc_id: members.take("VpcId")?,
            ipv6_allowed_for_dual_stack: members.take("Ipv6AllowedForDualStack")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SubnetIds", self.subnet_ids);
        members.put("SecurityGroupIds", self.security_group_ids);
        members.put("VpcId", self.vpc_id);
        members.put("Ipv6AllowedForDualStack", self.ipv6_allowed_for_dual_stack);
        Document::Members(members)
    }
}
