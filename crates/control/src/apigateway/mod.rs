//! Amazon API Gateway for REST APIs.
//!
//! Each operation reads or changes the one record that its API is. Nothing here serves a request
//! of an API or asks whether a function may be invoked: definitions are checked for what makes
//! them impossible, and the rest is found out when they are called. An input that is not served is
//! refused and named.

mod asks;
mod condition_keys;

mod access_associations;
mod account;
mod api_keys;
mod authorizers;
mod base_path_mappings;
mod client_certificates;
mod deployments;
mod documentation_parts;
mod documentation_versions;
mod domain_names;
mod gateway_responses;
mod integration_responses;
mod integrations;
mod method_responses;
mod methods;
mod models;
mod request_validators;
mod resources;
mod rest_apis;
mod sdks;
mod stages;
mod tags;
mod usage;
mod usage_plan_keys;
mod usage_plans;
mod vpc_links;

pub(crate) mod v2;

mod custom_ids;
mod defaults;
mod failures;
mod ids;
mod pages;
mod patch;
mod quotas;
mod records;
mod references;
mod sizes;
mod testing;
mod times;
mod transport;

#[cfg(test)]
mod tests;

use std::str::FromStr;

use model::Invalid;
use wire::apigateway::{
    CreateApiKey, CreateAuthorizer, CreateBasePathMapping, CreateDeployment,
    CreateDocumentationPart, CreateDocumentationVersion, CreateDomainName,
    CreateDomainNameAccessAssociation, CreateModel, CreateRequestValidator, CreateResource,
    CreateRestApi, CreateStage, CreateUsagePlan, CreateUsagePlanKey, CreateVpcLink, DeleteApiKey,
    DeleteAuthorizer, DeleteBasePathMapping, DeleteClientCertificate, DeleteDeployment,
    DeleteDocumentationPart, DeleteDocumentationVersion, DeleteDomainName,
    DeleteDomainNameAccessAssociation, DeleteGatewayResponse, DeleteIntegration,
    DeleteIntegrationResponse, DeleteMethod, DeleteMethodResponse, DeleteModel,
    DeleteRequestValidator, DeleteResource, DeleteRestApi, DeleteStage, DeleteUsagePlan,
    DeleteUsagePlanKey, DeleteVpcLink, FlushStageAuthorizersCache, FlushStageCache,
    GenerateClientCertificate, GetAccount, GetApiKey, GetApiKeys, GetAuthorizer, GetAuthorizers,
    GetBasePathMapping, GetBasePathMappings, GetClientCertificate, GetClientCertificates,
    GetDeployment, GetDeployments, GetDocumentationPart, GetDocumentationParts,
    GetDocumentationVersion, GetDocumentationVersions, GetDomainName,
    GetDomainNameAccessAssociations, GetDomainNames, GetExport, GetGatewayResponse,
    GetGatewayResponses, GetIntegration, GetIntegrationResponse, GetMethod, GetMethodResponse,
    GetModel, GetModelTemplate, GetModels, GetRequestValidator, GetRequestValidators, GetResource,
    GetResources, GetRestApi, GetRestApis, GetSdk, GetSdkType, GetSdkTypes, GetStage, GetStages,
    GetTags, GetUsage, GetUsagePlan, GetUsagePlanKey, GetUsagePlanKeys, GetUsagePlans, GetVpcLink,
    GetVpcLinks, ImportApiKeys, ImportDocumentationParts, ImportRestApi, PutGatewayResponse,
    PutIntegration, PutIntegrationResponse, PutMethod, PutMethodResponse, PutRestApi,
    RejectDomainNameAccessAssociation, TagResource, TestInvokeAuthorizer, TestInvokeMethod,
    UntagResource, UpdateAccount, UpdateApiKey, UpdateAuthorizer, UpdateBasePathMapping,
    UpdateClientCertificate, UpdateDeployment, UpdateDocumentationPart, UpdateDocumentationVersion,
    UpdateDomainName, UpdateGatewayResponse, UpdateIntegration, UpdateIntegrationResponse,
    UpdateMethod, UpdateMethodResponse, UpdateModel, UpdateRequestValidator, UpdateResource,
    UpdateRestApi, UpdateStage, UpdateUsage, UpdateUsagePlan, UpdateVpcLink,
};

pub(crate) use condition_keys::{domain_keys, resource_keys, rule_keys};
pub use quotas::{QuotaSetting, Quotas};
pub use usage::UsageKeeper;

use crate::operations::operations;
use crate::refused::Refused;
use failures::bad_request;

operations! {
    CreateRestApi, ImportRestApi, PutRestApi, GetRestApi, GetRestApis, UpdateRestApi, DeleteRestApi, GetExport,
    GetSdk, GetSdkType, GetSdkTypes,
    CreateResource, GetResource, GetResources, UpdateResource, DeleteResource,
    PutMethod, GetMethod, UpdateMethod, DeleteMethod, TestInvokeMethod,
    PutMethodResponse, GetMethodResponse, UpdateMethodResponse, DeleteMethodResponse,
    PutIntegration, GetIntegration, UpdateIntegration, DeleteIntegration,
    PutIntegrationResponse, GetIntegrationResponse, UpdateIntegrationResponse, DeleteIntegrationResponse,
    CreateModel, GetModel, GetModels, GetModelTemplate, UpdateModel, DeleteModel,
    CreateRequestValidator, GetRequestValidator, GetRequestValidators, UpdateRequestValidator, DeleteRequestValidator,
    CreateAuthorizer, GetAuthorizer, GetAuthorizers, UpdateAuthorizer, DeleteAuthorizer, TestInvokeAuthorizer,
    PutGatewayResponse, GetGatewayResponse, GetGatewayResponses, UpdateGatewayResponse, DeleteGatewayResponse,
    CreateDeployment, GetDeployment, GetDeployments, UpdateDeployment, DeleteDeployment,
    CreateStage, GetStage, GetStages, UpdateStage, DeleteStage, FlushStageAuthorizersCache,
    CreateApiKey, ImportApiKeys, GetApiKey, GetApiKeys, UpdateApiKey, DeleteApiKey,
    CreateUsagePlan, GetUsagePlan, GetUsagePlans, UpdateUsagePlan, DeleteUsagePlan,
    CreateUsagePlanKey, GetUsagePlanKey, GetUsagePlanKeys, DeleteUsagePlanKey, GetUsage, UpdateUsage,
    CreateDocumentationPart, ImportDocumentationParts, GetDocumentationPart, GetDocumentationParts, UpdateDocumentationPart, DeleteDocumentationPart,
    CreateDocumentationVersion, GetDocumentationVersion, GetDocumentationVersions, UpdateDocumentationVersion, DeleteDocumentationVersion,
    CreateDomainName, GetDomainName, GetDomainNames, UpdateDomainName, DeleteDomainName,
    CreateDomainNameAccessAssociation, GetDomainNameAccessAssociations, DeleteDomainNameAccessAssociation, RejectDomainNameAccessAssociation,
    CreateBasePathMapping, GetBasePathMapping, GetBasePathMappings, UpdateBasePathMapping, DeleteBasePathMapping,
    GenerateClientCertificate, GetClientCertificate, GetClientCertificates, UpdateClientCertificate, DeleteClientCertificate,
    CreateVpcLink, GetVpcLink, GetVpcLinks, UpdateVpcLink, DeleteVpcLink, FlushStageCache,
    GetAccount, UpdateAccount, TagResource, UntagResource, GetTags,
}

/// One of a closed set of names.
fn closed<T: FromStr<Err = Invalid>>(text: &str) -> Result<T, Refused> {
    text.parse()
        .map_err(|invalid: Invalid| bad_request(invalid.to_string()))
}

fn closed_if_given<T: FromStr<Err = Invalid>>(text: Option<&str>) -> Result<Option<T>, Refused> {
    text.filter(|text| !text.is_empty()).map(closed).transpose()
}

/// For the fuzz targets: a file of API keys.
pub(crate) fn read_stranger(text: &str) {
    api_keys::read_stranger(text);
}
