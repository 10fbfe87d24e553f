//! AWS Lambda: functions, versions, aliases, permissions, invocations.
//!
//! Invoke gets its grant from `identity::invocation` like everybody else; nothing in this folder
//! may run a function in another way, and no input that is not served may be dropped in silence.

mod create_function;
mod delete_function;
mod get_function;
mod get_function_configuration;
mod list_functions;
mod update_function_code;
mod update_function_configuration;

mod list_versions_by_function;
mod publish_version;

mod create_alias;
mod delete_alias;
mod get_alias;
mod list_aliases;
mod update_alias;

mod add_permission;
mod get_policy;
mod remove_permission;

mod create_function_url_config;
mod delete_function_url_config;
mod get_function_url_config;
mod list_function_url_configs;
mod update_function_url_config;

pub(crate) mod event_sources;
mod layers;

mod invoke;
mod invoke_async;
mod invoke_with_response_stream;

mod event_invoke;
mod provisioned;
mod resource_policy;

mod code_signing;
mod get_function_recursion_config;
mod get_runtime_management_config;
mod put_function_recursion_config;
mod put_runtime_management_config;

mod list_tags;
mod tag_resource;
mod untag_resource;

mod delete_function_concurrency;
mod get_account_settings;
mod get_function_concurrency;
mod put_function_concurrency;

mod aliases;
mod checks;
mod code;
pub(crate) mod code_location;
mod concurrency;
mod configuration;
mod container;
mod failures;
mod file_systems;
mod function_urls;
mod functions;
mod paging;
mod permissions;
mod settling;
mod statement;
mod storage;
mod tags;
mod target;
mod versions;
mod vpc;

#[cfg(test)]
mod tests;

use wire::lambda::{
    AddLayerVersionPermission, AddPermission, CreateAlias, CreateCodeSigningConfig,
    CreateEventSourceMapping, CreateFunction, CreateFunctionUrlConfig, DeleteAlias,
    DeleteCodeSigningConfig, DeleteEventSourceMapping, DeleteFunction,
    DeleteFunctionCodeSigningConfig, DeleteFunctionConcurrency, DeleteFunctionEventInvokeConfig,
    DeleteFunctionUrlConfig, DeleteLayerVersion, DeleteProvisionedConcurrencyConfig,
    DeleteResourcePolicy, GetAccountSettings, GetAlias, GetCodeSigningConfig,
    GetEventSourceMapping, GetFunction, GetFunctionCodeSigningConfig, GetFunctionConcurrency,
    GetFunctionConfiguration, GetFunctionEventInvokeConfig, GetFunctionRecursionConfig,
    GetFunctionUrlConfig, GetLayerVersion, GetLayerVersionByArn, GetLayerVersionPolicy, GetPolicy,
    GetProvisionedConcurrencyConfig, GetResourcePolicy, GetRuntimeManagementConfig, Invoke,
    InvokeAsync, InvokeWithResponseStream, ListAliases, ListCodeSigningConfigs,
    ListEventSourceMappings, ListFunctionEventInvokeConfigs, ListFunctionUrlConfigs, ListFunctions,
    ListFunctionsByCodeSigningConfig, ListLayerVersions, ListLayers,
    ListProvisionedConcurrencyConfigs, ListTags, ListVersionsByFunction, PublishLayerVersion,
    PublishVersion, PutFunctionCodeSigningConfig, PutFunctionConcurrency,
    PutFunctionEventInvokeConfig, PutFunctionRecursionConfig, PutProvisionedConcurrencyConfig,
    PutResourcePolicy, PutRuntimeManagementConfig, RemoveLayerVersionPermission, RemovePermission,
    TagResource, UntagResource, UpdateAlias, UpdateCodeSigningConfig, UpdateEventSourceMapping,
    UpdateFunctionCode, UpdateFunctionConfiguration, UpdateFunctionEventInvokeConfig,
    UpdateFunctionUrlConfig,
};

use crate::operations::operations;

operations! {
    AddLayerVersionPermission,
    AddPermission,
    CreateAlias,
    CreateCodeSigningConfig,
    CreateEventSourceMapping,
    CreateFunction,
    CreateFunctionUrlConfig,
    DeleteAlias,
    DeleteCodeSigningConfig,
    DeleteEventSourceMapping,
    DeleteFunction,
    DeleteFunctionCodeSigningConfig,
    DeleteFunctionConcurrency,
    DeleteFunctionEventInvokeConfig,
    DeleteFunctionUrlConfig,
    DeleteLayerVersion,
    DeleteProvisionedConcurrencyConfig,
    DeleteResourcePolicy,
    GetAccountSettings,
    GetAlias,
    GetCodeSigningConfig,
    GetEventSourceMapping,
    GetFunction,
    GetFunctionCodeSigningConfig,
    GetFunctionConcurrency,
    GetFunctionConfiguration,
    GetFunctionEventInvokeConfig,
    GetFunctionRecursionConfig,
    GetFunctionUrlConfig,
    GetLayerVersion,
    GetLayerVersionByArn,
    GetLayerVersionPolicy,
    GetPolicy,
    GetProvisionedConcurrencyConfig,
    GetResourcePolicy,
    GetRuntimeManagementConfig,
    Invoke,
    InvokeAsync,
    ListAliases,
    ListCodeSigningConfigs,
    ListEventSourceMappings,
    ListFunctionEventInvokeConfigs,
    ListFunctionUrlConfigs,
    ListFunctions,
    ListFunctionsByCodeSigningConfig,
    ListLayerVersions,
    ListLayers,
    ListProvisionedConcurrencyConfigs,
    ListTags,
    ListVersionsByFunction,
    PublishLayerVersion,
    PublishVersion,
    PutFunctionCodeSigningConfig,
    PutFunctionConcurrency,
    PutFunctionEventInvokeConfig,
    PutFunctionRecursionConfig,
    PutProvisionedConcurrencyConfig,
    PutResourcePolicy,
    PutRuntimeManagementConfig,
    RemoveLayerVersionPermission,
    RemovePermission,
    TagResource,
    UntagResource,
    UpdateAlias,
    UpdateCodeSigningConfig,
    UpdateEventSourceMapping,
    UpdateFunctionCode,
    UpdateFunctionConfiguration,
    UpdateFunctionEventInvokeConfig,
    UpdateFunctionUrlConfig,
    @stream InvokeWithResponseStream,
}
