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
pub struct CreateApiKey;

impl Operation for CreateApiKey {
    type Input = CreateApiKeyRequest;
    type Output = ApiKey;
    const NAME: &'static str = "CreateApiKey";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_API_KEY;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateAuthorizer;

impl Operation for CreateAuthorizer {
    type Input = CreateAuthorizerRequest;
    type Output = Authorizer;
    const NAME: &'static str = "CreateAuthorizer";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_AUTHORIZER;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateBasePathMapping;

impl Operation for CreateBasePathMapping {
    type Input = CreateBasePathMappingRequest;
    type Output = BasePathMapping;
    const NAME: &'static str = "CreateBasePathMapping";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_BASE_PATH_MAPPING;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateDeployment;

impl Operation for CreateDeployment {
    type Input = CreateDeploymentRequest;
    type Output = Deployment;
    const NAME: &'static str = "CreateDeployment";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_DEPLOYMENT;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateDocumentationPart;

impl Operation for CreateDocumentationPart {
    type Input = CreateDocumentationPartRequest;
    type Output = DocumentationPart;
    const NAME: &'static str = "CreateDocumentationPart";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_DOCUMENTATION_PART;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateDocumentationVersion;

impl Operation for CreateDocumentationVersion {
    type Input = CreateDocumentationVersionRequest;
    type Output = DocumentationVersion;
    const NAME: &'static str = "CreateDocumentationVersion";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_DOCUMENTATION_VERSION;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateDomainName;

impl Operation for CreateDomainName {
    type Input = CreateDomainNameRequest;
    type Output = DomainName;
    const NAME: &'static str = "CreateDomainName";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_DOMAIN_NAME;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateDomainNameAccessAssociation;

impl Operation for CreateDomainNameAccessAssociation {
    type Input = CreateDomainNameAccessAssociationRequest;
    type Output = DomainNameAccessAssociation;
    const NAME: &'static str = "CreateDomainNameAccessAssociation";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_DOMAIN_NAME_ACCESS_ASSOCIATION;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateModel;

impl Operation for CreateModel {
    type Input = CreateModelRequest;
    type Output = Model;
    const NAME: &'static str = "CreateModel";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_MODEL;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateRequestValidator;

impl Operation for CreateRequestValidator {
    type Input = CreateRequestValidatorRequest;
    type Output = RequestValidator;
    const NAME: &'static str = "CreateRequestValidator";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_REQUEST_VALIDATOR;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateResource;

impl Operation for CreateResource {
    type Input = CreateResourceRequest;
    type Output = Resource;
    const NAME: &'static str = "CreateResource";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_RESOURCE;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateRestApi;

impl Operation for CreateRestApi {
    type Input = CreateRestApiRequest;
    type Output = RestApi;
    const NAME: &'static str = "CreateRestApi";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_REST_API;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateStage;

impl Operation for CreateStage {
    type Input = CreateStageRequest;
    type Output = Stage;
    const NAME: &'static str = "CreateStage";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_STAGE;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateUsagePlan;

impl Operation for CreateUsagePlan {
    type Input = CreateUsagePlanRequest;
    type Output = UsagePlan;
    const NAME: &'static str = "CreateUsagePlan";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_USAGE_PLAN;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateUsagePlanKey;

impl Operation for CreateUsagePlanKey {
    type Input = CreateUsagePlanKeyRequest;
    type Output = UsagePlanKey;
    const NAME: &'static str = "CreateUsagePlanKey";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_USAGE_PLAN_KEY;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateVpcLink;

impl Operation for CreateVpcLink {
    type Input = CreateVpcLinkRequest;
    type Output = VpcLink;
    const NAME: &'static str = "CreateVpcLink";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_VPC_LINK;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteApiKey;

impl Operation for DeleteApiKey {
    type Input = DeleteApiKeyRequest;
    type Output = ();
    const NAME: &'static str = "DeleteApiKey";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_API_KEY;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteAuthorizer;

impl Operation for DeleteAuthorizer {
    type Input = DeleteAuthorizerRequest;
    type Output = ();
    const NAME: &'static str = "DeleteAuthorizer";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_AUTHORIZER;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteBasePathMapping;

impl Operation for DeleteBasePathMapping {
    type Input = DeleteBasePathMappingRequest;
    type Output = ();
    const NAME: &'static str = "DeleteBasePathMapping";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_BASE_PATH_MAPPING;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteClientCertificate;

impl Operation for DeleteClientCertificate {
    type Input = DeleteClientCertificateRequest;
    type Output = ();
    const NAME: &'static str = "DeleteClientCertificate";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_CLIENT_CERTIFICATE;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteDeployment;

impl Operation for DeleteDeployment {
    type Input = DeleteDeploymentRequest;
    type Output = ();
    const NAME: &'static str = "DeleteDeployment";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_DEPLOYMENT;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteDocumentationPart;

impl Operation for DeleteDocumentationPart {
    type Input = DeleteDocumentationPartRequest;
    type Output = ();
    const NAME: &'static str = "DeleteDocumentationPart";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_DOCUMENTATION_PART;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteDocumentationVersion;

impl Operation for DeleteDocumentationVersion {
    type Input = DeleteDocumentationVersionRequest;
    type Output = ();
    const NAME: &'static str = "DeleteDocumentationVersion";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_DOCUMENTATION_VERSION;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteDomainName;

impl Operation for DeleteDomainName {
    type Input = DeleteDomainNameRequest;
    type Output = ();
    const NAME: &'static str = "DeleteDomainName";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_DOMAIN_NAME;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteDomainNameAccessAssociation;

impl Operation for DeleteDomainNameAccessAssociation {
    type Input = DeleteDomainNameAccessAssociationRequest;
    type Output = ();
    const NAME: &'static str = "DeleteDomainNameAccessAssociation";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_DOMAIN_NAME_ACCESS_ASSOCIATION;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteGatewayResponse;

impl Operation for DeleteGatewayResponse {
    type Input = DeleteGatewayResponseRequest;
    type Output = ();
    const NAME: &'static str = "DeleteGatewayResponse";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_GATEWAY_RESPONSE;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteIntegration;

impl Operation for DeleteIntegration {
    type Input = DeleteIntegrationRequest;
    type Output = ();
    const NAME: &'static str = "DeleteIntegration";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_INTEGRATION;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteIntegrationResponse;

impl Operation for DeleteIntegrationResponse {
    type Input = DeleteIntegrationResponseRequest;
    type Output = ();
    const NAME: &'static str = "DeleteIntegrationResponse";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_INTEGRATION_RESPONSE;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteMethod;

impl Operation for DeleteMethod {
    type Input = DeleteMethodRequest;
    type Output = ();
    const NAME: &'static str = "DeleteMethod";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_METHOD;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteMethodResponse;

impl Operation for DeleteMethodResponse {
    type Input = DeleteMethodResponseRequest;
    type Output = ();
    const NAME: &'static str = "DeleteMethodResponse";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_METHOD_RESPONSE;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteModel;

impl Operation for DeleteModel {
    type Input = DeleteModelRequest;
    type Output = ();
    const NAME: &'static str = "DeleteModel";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_MODEL;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteRequestValidator;

impl Operation for DeleteRequestValidator {
    type Input = DeleteRequestValidatorRequest;
    type Output = ();
    const NAME: &'static str = "DeleteRequestValidator";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_REQUEST_VALIDATOR;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteResource;

impl Operation for DeleteResource {
    type Input = DeleteResourceRequest;
    type Output = ();
    const NAME: &'static str = "DeleteResource";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_RESOURCE;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteRestApi;

impl Operation for DeleteRestApi {
    type Input = DeleteRestApiRequest;
    type Output = ();
    const NAME: &'static str = "DeleteRestApi";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_REST_API;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteStage;

impl Operation for DeleteStage {
    type Input = DeleteStageRequest;
    type Output = ();
    const NAME: &'static str = "DeleteStage";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_STAGE;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteUsagePlan;

impl Operation for DeleteUsagePlan {
    type Input = DeleteUsagePlanRequest;
    type Output = ();
    const NAME: &'static str = "DeleteUsagePlan";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_USAGE_PLAN;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteUsagePlanKey;

impl Operation for DeleteUsagePlanKey {
    type Input = DeleteUsagePlanKeyRequest;
    type Output = ();
    const NAME: &'static str = "DeleteUsagePlanKey";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_USAGE_PLAN_KEY;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteVpcLink;

impl Operation for DeleteVpcLink {
    type Input = DeleteVpcLinkRequest;
    type Output = ();
    const NAME: &'static str = "DeleteVpcLink";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_VPC_LINK;
}

#[derive(Clone, Copy, Debug)]
pub struct FlushStageAuthorizersCache;

impl Operation for FlushStageAuthorizersCache {
    type Input = FlushStageAuthorizersCacheRequest;
    type Output = ();
    const NAME: &'static str = "FlushStageAuthorizersCache";
    const SCHEMA: &'static OperationSchema = &schema::FLUSH_STAGE_AUTHORIZERS_CACHE;
}

#[derive(Clone, Copy, Debug)]
pub struct FlushStageCache;

impl Operation for FlushStageCache {
    type Input = FlushStageCacheRequest;
    type Output = ();
    const NAME: &'static str = "FlushStageCache";
    const SCHEMA: &'static OperationSchema = &schema::FLUSH_STAGE_CACHE;
}

#[derive(Clone, Copy, Debug)]
pub struct GenerateClientCertificate;

impl Operation for GenerateClientCertificate {
    type Input = GenerateClientCertificateRequest;
    type Output = ClientCertificate;
    const NAME: &'static str = "GenerateClientCertificate";
    const SCHEMA: &'static OperationSchema = &schema::GENERATE_CLIENT_CERTIFICATE;
}

#[derive(Clone, Copy, Debug)]
pub struct GetAccount;

impl Operation for GetAccount {
    type Input = GetAccountRequest;
    type Output = Account;
    const NAME: &'static str = "GetAccount";
    const SCHEMA: &'static OperationSchema = &schema::GET_ACCOUNT;
}

#[derive(Clone, Copy, Debug)]
pub struct GetApiKey;

impl Operation for GetApiKey {
    type Input = GetApiKeyRequest;
    type Output = ApiKey;
    const NAME: &'static str = "GetApiKey";
    const SCHEMA: &'static OperationSchema = &schema::GET_API_KEY;
}

#[derive(Clone, Copy, Debug)]
pub struct GetApiKeys;

impl Operation for GetApiKeys {
    type Input = GetApiKeysRequest;
    type Output = ApiKeys;
    const NAME: &'static str = "GetApiKeys";
    const SCHEMA: &'static OperationSchema = &schema::GET_API_KEYS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetAuthorizer;

impl Operation for GetAuthorizer {
    type Input = GetAuthorizerRequest;
    type Output = Authorizer;
    const NAME: &'static str = "GetAuthorizer";
    const SCHEMA: &'static OperationSchema = &schema::GET_AUTHORIZER;
}

#[derive(Clone, Copy, Debug)]
pub struct GetAuthorizers;

impl Operation for GetAuthorizers {
    type Input = GetAuthorizersRequest;
    type Output = Authorizers;
    const NAME: &'static str = "GetAuthorizers";
    const SCHEMA: &'static OperationSchema = &schema::GET_AUTHORIZERS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetBasePathMapping;

impl Operation for GetBasePathMapping {
    type Input = GetBasePathMappingRequest;
    type Output = BasePathMapping;
    const NAME: &'static str = "GetBasePathMapping";
    const SCHEMA: &'static OperationSchema = &schema::GET_BASE_PATH_MAPPING;
}

#[derive(Clone, Copy, Debug)]
pub struct GetBasePathMappings;

impl Operation for GetBasePathMappings {
    type Input = GetBasePathMappingsRequest;
    type Output = BasePathMappings;
    const NAME: &'static str = "GetBasePathMappings";
    const SCHEMA: &'static OperationSchema = &schema::GET_BASE_PATH_MAPPINGS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetClientCertificate;

impl Operation for GetClientCertificate {
    type Input = GetClientCertificateRequest;
    type Output = ClientCertificate;
    const NAME: &'static str = "GetClientCertificate";
    const SCHEMA: &'static OperationSchema = &schema::GET_CLIENT_CERTIFICATE;
}

#[derive(Clone, Copy, Debug)]
pub struct GetClientCertificates;

impl Operation for GetClientCertificates {
    type Input = GetClientCertificatesRequest;
    type Output = ClientCertificates;
    const NAME: &'static str = "GetClientCertificates";
    const SCHEMA: &'static OperationSchema = &schema::GET_CLIENT_CERTIFICATES;
}

#[derive(Clone, Copy, Debug)]
pub struct GetDeployment;

impl Operation for GetDeployment {
    type Input = GetDeploymentRequest;
    type Output = Deployment;
    const NAME: &'static str = "GetDeployment";
    const SCHEMA: &'static OperationSchema = &schema::GET_DEPLOYMENT;
}

#[derive(Clone, Copy, Debug)]
pub struct GetDeployments;

impl Operation for GetDeployments {
    type Input = GetDeploymentsRequest;
    type Output = Deployments;
    const NAME: &'static str = "GetDeployments";
    const SCHEMA: &'static OperationSchema = &schema::GET_DEPLOYMENTS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetDocumentationPart;

impl Operation for GetDocumentationPart {
    type Input = GetDocumentationPartRequest;
    type Output = DocumentationPart;
    const NAME: &'static str = "GetDocumentationPart";
    const SCHEMA: &'static OperationSchema = &schema::GET_DOCUMENTATION_PART;
}

#[derive(Clone, Copy, Debug)]
pub struct GetDocumentationParts;

impl Operation for GetDocumentationParts {
    type Input = GetDocumentationPartsRequest;
    type Output = DocumentationParts;
    const NAME: &'static str = "GetDocumentationParts";
    const SCHEMA: &'static OperationSchema = &schema::GET_DOCUMENTATION_PARTS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetDocumentationVersion;

impl Operation for GetDocumentationVersion {
    type Input = GetDocumentationVersionRequest;
    type Output = DocumentationVersion;
    const NAME: &'static str = "GetDocumentationVersion";
    const SCHEMA: &'static OperationSchema = &schema::GET_DOCUMENTATION_VERSION;
}

#[derive(Clone, Copy, Debug)]
pub struct GetDocumentationVersions;

impl Operation for GetDocumentationVersions {
    type Input = GetDocumentationVersionsRequest;
    type Output = DocumentationVersions;
    const NAME: &'static str = "GetDocumentationVersions";
    const SCHEMA: &'static OperationSchema = &schema::GET_DOCUMENTATION_VERSIONS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetDomainName;

impl Operation for GetDomainName {
    type Input = GetDomainNameRequest;
    type Output = DomainName;
    const NAME: &'static str = "GetDomainName";
    const SCHEMA: &'static OperationSchema = &schema::GET_DOMAIN_NAME;
}

#[derive(Clone, Copy, Debug)]
pub struct GetDomainNameAccessAssociations;

impl Operation for GetDomainNameAccessAssociations {
    type Input = GetDomainNameAccessAssociationsRequest;
    type Output = DomainNameAccessAssociations;
    const NAME: &'static str = "GetDomainNameAccessAssociations";
    const SCHEMA: &'static OperationSchema = &schema::GET_DOMAIN_NAME_ACCESS_ASSOCIATIONS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetDomainNames;

impl Operation for GetDomainNames {
    type Input = GetDomainNamesRequest;
    type Output = DomainNames;
    const NAME: &'static str = "GetDomainNames";
    const SCHEMA: &'static OperationSchema = &schema::GET_DOMAIN_NAMES;
}

#[derive(Clone, Copy, Debug)]
pub struct GetExport;

impl Operation for GetExport {
    type Input = GetExportRequest;
    type Output = ExportResponse;
    const NAME: &'static str = "GetExport";
    const SCHEMA: &'static OperationSchema = &schema::GET_EXPORT;
}

#[derive(Clone, Copy, Debug)]
pub struct GetGatewayResponse;

impl Operation for GetGatewayResponse {
    type Input = GetGatewayResponseRequest;
    type Output = GatewayResponse;
    const NAME: &'static str = "GetGatewayResponse";
    const SCHEMA: &'static OperationSchema = &schema::GET_GATEWAY_RESPONSE;
}

#[derive(Clone, Copy, Debug)]
pub struct GetGatewayResponses;

impl Operation for GetGatewayResponses {
    type Input = GetGatewayResponsesRequest;
    type Output = GatewayResponses;
    const NAME: &'static str = "GetGatewayResponses";
    const SCHEMA: &'static OperationSchema = &schema::GET_GATEWAY_RESPONSES;
}

#[derive(Clone, Copy, Debug)]
pub struct GetIntegration;

impl Operation for GetIntegration {
    type Input = GetIntegrationRequest;
    type Output = Integration;
    const NAME: &'static str = "GetIntegration";
    const SCHEMA: &'static OperationSchema = &schema::GET_INTEGRATION;
}

#[derive(Clone, Copy, Debug)]
pub struct GetIntegrationResponse;

impl Operation for GetIntegrationResponse {
    type Input = GetIntegrationResponseRequest;
    type Output = IntegrationResponse;
    const NAME: &'static str = "GetIntegrationResponse";
    const SCHEMA: &'static OperationSchema = &schema::GET_INTEGRATION_RESPONSE;
}

#[derive(Clone, Copy, Debug)]
pub struct GetMethod;

impl Operation for GetMethod {
    type Input = GetMethodRequest;
    type Output = Method;
    const NAME: &'static str = "GetMethod";
    const SCHEMA: &'static OperationSchema = &schema::GET_METHOD;
}

#[derive(Clone, Copy, Debug)]
pub struct GetMethodResponse;

impl Operation for GetMethodResponse {
    type Input = GetMethodResponseRequest;
    type Output = MethodResponse;
    const NAME: &'static str = "GetMethodResponse";
    const SCHEMA: &'static OperationSchema = &schema::GET_METHOD_RESPONSE;
}

#[derive(Clone, Copy, Debug)]
pub struct GetModel;

impl Operation for GetModel {
    type Input = GetModelRequest;
    type Output = Model;
    const NAME: &'static str = "GetModel";
    const SCHEMA: &'static OperationSchema = &schema::GET_MODEL;
}

#[derive(Clone, Copy, Debug)]
pub struct GetModelTemplate;

impl Operation for GetModelTemplate {
    type Input = GetModelTemplateRequest;
    type Output = Template;
    const NAME: &'static str = "GetModelTemplate";
    const SCHEMA: &'static OperationSchema = &schema::GET_MODEL_TEMPLATE;
}

#[derive(Clone, Copy, Debug)]
pub struct GetModels;

impl Operation for GetModels {
    type Input = GetModelsRequest;
    type Output = Models;
    const NAME: &'static str = "GetModels";
    const SCHEMA: &'static OperationSchema = &schema::GET_MODELS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetRequestValidator;

impl Operation for GetRequestValidator {
    type Input = GetRequestValidatorRequest;
    type Output = RequestValidator;
    const NAME: &'static str = "GetRequestValidator";
    const SCHEMA: &'static OperationSchema = &schema::GET_REQUEST_VALIDATOR;
}

#[derive(Clone, Copy, Debug)]
pub struct GetRequestValidators;

impl Operation for GetRequestValidators {
    type Input = GetRequestValidatorsRequest;
    type Output = RequestValidators;
    const NAME: &'static str = "GetRequestValidators";
    const SCHEMA: &'static OperationSchema = &schema::GET_REQUEST_VALIDATORS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetResource;

impl Operation for GetResource {
    type Input = GetResourceRequest;
    type Output = Resource;
    const NAME: &'static str = "GetResource";
    const SCHEMA: &'static OperationSchema = &schema::GET_RESOURCE;
}

#[derive(Clone, Copy, Debug)]
pub struct GetResources;

impl Operation for GetResources {
    type Input = GetResourcesRequest;
    type Output = Resources;
    const NAME: &'static str = "GetResources";
    const SCHEMA: &'static OperationSchema = &schema::GET_RESOURCES;
}

#[derive(Clone, Copy, Debug)]
pub struct GetRestApi;

impl Operation for GetRestApi {
    type Input = GetRestApiRequest;
    type Output = RestApi;
    const NAME: &'static str = "GetRestApi";
    const SCHEMA: &'static OperationSchema = &schema::GET_REST_API;
}

#[derive(Clone, Copy, Debug)]
pub struct GetRestApis;

impl Operation for GetRestApis {
    type Input = GetRestApisRequest;
    type Output = RestApis;
    const NAME: &'static str = "GetRestApis";
    const SCHEMA: &'static OperationSchema = &schema::GET_REST_APIS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetSdk;

impl Operation for GetSdk {
    type Input = GetSdkRequest;
    type Output = SdkResponse;
    const NAME: &'static str = "GetSdk";
    const SCHEMA: &'static OperationSchema = &schema::GET_SDK;
}

#[derive(Clone, Copy, Debug)]
pub struct GetSdkType;

impl Operation for GetSdkType {
    type Input = GetSdkTypeRequest;
    type Output = SdkType;
    const NAME: &'static str = "GetSdkType";
    const SCHEMA: &'static OperationSchema = &schema::GET_SDK_TYPE;
}

#[derive(Clone, Copy, Debug)]
pub struct GetSdkTypes;

impl Operation for GetSdkTypes {
    type Input = GetSdkTypesRequest;
    type Output = SdkTypes;
    const NAME: &'static str = "GetSdkTypes";
    const SCHEMA: &'static OperationSchema = &schema::GET_SDK_TYPES;
}

#[derive(Clone, Copy, Debug)]
pub struct GetStage;

impl Operation for GetStage {
    type Input = GetStageRequest;
    type Output = Stage;
    const NAME: &'static str = "GetStage";
    const SCHEMA: &'static OperationSchema = &schema::GET_STAGE;
}

#[derive(Clone, Copy, Debug)]
pub struct GetStages;

impl Operation for GetStages {
    type Input = GetStagesRequest;
    type Output = Stages;
    const NAME: &'static str = "GetStages";
    const SCHEMA: &'static OperationSchema = &schema::GET_STAGES;
}

#[derive(Clone, Copy, Debug)]
pub struct GetTags;

impl Operation for GetTags {
    type Input = GetTagsRequest;
    type Output = Tags;
    const NAME: &'static str = "GetTags";
    const SCHEMA: &'static OperationSchema = &schema::GET_TAGS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetUsage;

impl Operation for GetUsage {
    type Input = GetUsageRequest;
    type Output = Usage;
    const NAME: &'static str = "GetUsage";
    const SCHEMA: &'static OperationSchema = &schema::GET_USAGE;
}

#[derive(Clone, Copy, Debug)]
pub struct GetUsagePlan;

impl Operation for GetUsagePlan {
    type Input = GetUsagePlanRequest;
    type Output = UsagePlan;
    const NAME: &'static str = "GetUsagePlan";
    const SCHEMA: &'static OperationSchema = &schema::GET_USAGE_PLAN;
}

#[derive(Clone, Copy, Debug)]
pub struct GetUsagePlanKey;

impl Operation for GetUsagePlanKey {
    type Input = GetUsagePlanKeyRequest;
    type Output = UsagePlanKey;
    const NAME: &'static str = "GetUsagePlanKey";
    const SCHEMA: &'static OperationSchema = &schema::GET_USAGE_PLAN_KEY;
}

#[derive(Clone, Copy, Debug)]
pub struct GetUsagePlanKeys;

impl Operation for GetUsagePlanKeys {
    type Input = GetUsagePlanKeysRequest;
    type Output = UsagePlanKeys;
    const NAME: &'static str = "GetUsagePlanKeys";
    const SCHEMA: &'static OperationSchema = &schema::GET_USAGE_PLAN_KEYS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetUsagePlans;

impl Operation for GetUsagePlans {
    type Input = GetUsagePlansRequest;
    type Output = UsagePlans;
    const NAME: &'static str = "GetUsagePlans";
    const SCHEMA: &'static OperationSchema = &schema::GET_USAGE_PLANS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetVpcLink;

impl Operation for GetVpcLink {
    type Input = GetVpcLinkRequest;
    type Output = VpcLink;
    const NAME: &'static str = "GetVpcLink";
    const SCHEMA: &'static OperationSchema = &schema::GET_VPC_LINK;
}

#[derive(Clone, Copy, Debug)]
pub struct GetVpcLinks;

impl Operation for GetVpcLinks {
    type Input = GetVpcLinksRequest;
    type Output = VpcLinks;
    const NAME: &'static str = "GetVpcLinks";
    const SCHEMA: &'static OperationSchema = &schema::GET_VPC_LINKS;
}

#[derive(Clone, Copy, Debug)]
pub struct ImportApiKeys;

impl Operation for ImportApiKeys {
    type Input = ImportApiKeysRequest;
    type Output = ApiKeyIds;
    const NAME: &'static str = "ImportApiKeys";
    const SCHEMA: &'static OperationSchema = &schema::IMPORT_API_KEYS;
}

#[derive(Clone, Copy, Debug)]
pub struct ImportDocumentationParts;

impl Operation for ImportDocumentationParts {
    type Input = ImportDocumentationPartsRequest;
    type Output = DocumentationPartIds;
    const NAME: &'static str = "ImportDocumentationParts";
    const SCHEMA: &'static OperationSchema = &schema::IMPORT_DOCUMENTATION_PARTS;
}

#[derive(Clone, Copy, Debug)]
pub struct ImportRestApi;

impl Operation for ImportRestApi {
    type Input = ImportRestApiRequest;
    type Output = RestApi;
    const NAME: &'static str = "ImportRestApi";
    const SCHEMA: &'static OperationSchema = &schema::IMPORT_REST_API;
}

#[derive(Clone, Copy, Debug)]
pub struct PutGatewayResponse;

impl Operation for PutGatewayResponse {
    type Input = PutGatewayResponseRequest;
    type Output = GatewayResponse;
    const NAME: &'static str = "PutGatewayResponse";
    const SCHEMA: &'static OperationSchema = &schema::PUT_GATEWAY_RESPONSE;
}

#[derive(Clone, Copy, Debug)]
pub struct PutIntegration;

impl Operation for PutIntegration {
    type Input = PutIntegrationRequest;
    type Output = Integration;
    const NAME: &'static str = "PutIntegration";
    const SCHEMA: &'static OperationSchema = &schema::PUT_INTEGRATION;
}

#[derive(Clone, Copy, Debug)]
pub struct PutIntegrationResponse;

impl Operation for PutIntegrationResponse {
    type Input = PutIntegrationResponseRequest;
    type Output = IntegrationResponse;
    const NAME: &'static str = "PutIntegrationResponse";
    const SCHEMA: &'static OperationSchema = &schema::PUT_INTEGRATION_RESPONSE;
}

#[derive(Clone, Copy, Debug)]
pub struct PutMethod;

impl Operation for PutMethod {
    type Input = PutMethodRequest;
    type Output = Method;
    const NAME: &'static str = "PutMethod";
    const SCHEMA: &'static OperationSchema = &schema::PUT_METHOD;
}

#[derive(Clone, Copy, Debug)]
pub struct PutMethodResponse;

impl Operation for PutMethodResponse {
    type Input = PutMethodResponseRequest;
    type Output = MethodResponse;
    const NAME: &'static str = "PutMethodResponse";
    const SCHEMA: &'static OperationSchema = &schema::PUT_METHOD_RESPONSE;
}

#[derive(Clone, Copy, Debug)]
pub struct PutRestApi;

impl Operation for PutRestApi {
    type Input = PutRestApiRequest;
    type Output = RestApi;
    const NAME: &'static str = "PutRestApi";
    const SCHEMA: &'static OperationSchema = &schema::PUT_REST_API;
}

#[derive(Clone, Copy, Debug)]
pub struct RejectDomainNameAccessAssociation;

impl Operation for RejectDomainNameAccessAssociation {
    type Input = RejectDomainNameAccessAssociationRequest;
    type Output = ();
    const NAME: &'static str = "RejectDomainNameAccessAssociation";
    const SCHEMA: &'static OperationSchema = &schema::REJECT_DOMAIN_NAME_ACCESS_ASSOCIATION;
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
pub struct TestInvokeAuthorizer;

impl Operation for TestInvokeAuthorizer {
    type Input = TestInvokeAuthorizerRequest;
    type Output = TestInvokeAuthorizerResponse;
    const NAME: &'static str = "TestInvokeAuthorizer";
    const SCHEMA: &'static OperationSchema = &schema::TEST_INVOKE_AUTHORIZER;
}

#[derive(Clone, Copy, Debug)]
pub struct TestInvokeMethod;

impl Operation for TestInvokeMethod {
    type Input = TestInvokeMethodRequest;
    type Output = TestInvokeMethodResponse;
    const NAME: &'static str = "TestInvokeMethod";
    const SCHEMA: &'static OperationSchema = &schema::TEST_INVOKE_METHOD;
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
pub struct UpdateAccount;

impl Operation for UpdateAccount {
    type Input = UpdateAccountRequest;
    type Output = Account;
    const NAME: &'static str = "UpdateAccount";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_ACCOUNT;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateApiKey;

impl Operation for UpdateApiKey {
    type Input = UpdateApiKeyRequest;
    type Output = ApiKey;
    const NAME: &'static str = "UpdateApiKey";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_API_KEY;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateAuthorizer;

impl Operation for UpdateAuthorizer {
    type Input = UpdateAuthorizerRequest;
    type Output = Authorizer;
    const NAME: &'static str = "UpdateAuthorizer";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_AUTHORIZER;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateBasePathMapping;

impl Operation for UpdateBasePathMapping {
    type Input = UpdateBasePathMappingRequest;
    type Output = BasePathMapping;
    const NAME: &'static str = "UpdateBasePathMapping";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_BASE_PATH_MAPPING;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateClientCertificate;

impl Operation for UpdateClientCertificate {
    type Input = UpdateClientCertificateRequest;
    type Output = ClientCertificate;
    const NAME: &'static str = "UpdateClientCertificate";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_CLIENT_CERTIFICATE;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateDeployment;

impl Operation for UpdateDeployment {
    type Input = UpdateDeploymentRequest;
    type Output = Deployment;
    const NAME: &'static str = "UpdateDeployment";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_DEPLOYMENT;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateDocumentationPart;

impl Operation for UpdateDocumentationPart {
    type Input = UpdateDocumentationPartRequest;
    type Output = DocumentationPart;
    const NAME: &'static str = "UpdateDocumentationPart";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_DOCUMENTATION_PART;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateDocumentationVersion;

impl Operation for UpdateDocumentationVersion {
    type Input = UpdateDocumentationVersionRequest;
    type Output = DocumentationVersion;
    const NAME: &'static str = "UpdateDocumentationVersion";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_DOCUMENTATION_VERSION;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateDomainName;

impl Operation for UpdateDomainName {
    type Input = UpdateDomainNameRequest;
    type Output = DomainName;
    const NAME: &'static str = "UpdateDomainName";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_DOMAIN_NAME;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateGatewayResponse;

impl Operation for UpdateGatewayResponse {
    type Input = UpdateGatewayResponseRequest;
    type Output = GatewayResponse;
    const NAME: &'static str = "UpdateGatewayResponse";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_GATEWAY_RESPONSE;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateIntegration;

impl Operation for UpdateIntegration {
    type Input = UpdateIntegrationRequest;
    type Output = Integration;
    const NAME: &'static str = "UpdateIntegration";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_INTEGRATION;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateIntegrationResponse;

impl Operation for UpdateIntegrationResponse {
    type Input = UpdateIntegrationResponseRequest;
    type Output = IntegrationResponse;
    const NAME: &'static str = "UpdateIntegrationResponse";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_INTEGRATION_RESPONSE;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateMethod;

impl Operation for UpdateMethod {
    type Input = UpdateMethodRequest;
    type Output = Method;
    const NAME: &'static str = "UpdateMethod";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_METHOD;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateMethodResponse;

impl Operation for UpdateMethodResponse {
    type Input = UpdateMethodResponseRequest;
    type Output = MethodResponse;
    const NAME: &'static str = "UpdateMethodResponse";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_METHOD_RESPONSE;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateModel;

impl Operation for UpdateModel {
    type Input = UpdateModelRequest;
    type Output = Model;
    const NAME: &'static str = "UpdateModel";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_MODEL;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateRequestValidator;

impl Operation for UpdateRequestValidator {
    type Input = UpdateRequestValidatorRequest;
    type Output = RequestValidator;
    const NAME: &'static str = "UpdateRequestValidator";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_REQUEST_VALIDATOR;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateResource;

impl Operation for UpdateResource {
    type Input = UpdateResourceRequest;
    type Output = Resource;
    const NAME: &'static str = "UpdateResource";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_RESOURCE;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateRestApi;

impl Operation for UpdateRestApi {
    type Input = UpdateRestApiRequest;
    type Output = RestApi;
    const NAME: &'static str = "UpdateRestApi";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_REST_API;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateStage;

impl Operation for UpdateStage {
    type Input = UpdateStageRequest;
    type Output = Stage;
    const NAME: &'static str = "UpdateStage";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_STAGE;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateUsage;

impl Operation for UpdateUsage {
    type Input = UpdateUsageRequest;
    type Output = Usage;
    const NAME: &'static str = "UpdateUsage";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_USAGE;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateUsagePlan;

impl Operation for UpdateUsagePlan {
    type Input = UpdateUsagePlanRequest;
    type Output = UsagePlan;
    const NAME: &'static str = "UpdateUsagePlan";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_USAGE_PLAN;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateVpcLink;

impl Operation for UpdateVpcLink {
    type Input = UpdateVpcLinkRequest;
    type Output = VpcLink;
    const NAME: &'static str = "UpdateVpcLink";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_VPC_LINK;
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccessLogSettings {
    pub format: Option<String>,
    pub destination_arn: Option<String>,
}

impl Shape for AccessLogSettings {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            format: members.take("format")?,
            destination_arn: members.take("destinationArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("format", self.format);
        members.put("destinationArn", self.destination_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Account {
    pub cloudwatch_role_arn: Option<String>,
    pub throttle_settings: Option<ThrottleSettings>,
    pub features: Option<Vec<String>>,
    pub api_key_version: Option<String>,
}

impl Shape for Account {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            cloudwatch_role_arn: members.take("cloudwatchRoleArn")?,
            throttle_settings: members.take("throttleSettings")?,
            features: members.take("features")?,
            api_key_version: members.take("apiKeyVersion")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("cloudwatchRoleArn", self.cloudwatch_role_arn);
        members.put("throttleSettings", self.throttle_settings);
        members.put("features", self.features);
        members.put("apiKeyVersion", self.api_key_version);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct ApiKey {
    pub id: Option<String>,
    pub value: Option<String>,
    pub name: Option<String>,
    pub customer_id: Option<String>,
    pub description: Option<String>,
    pub enabled: Option<bool>,
    pub created_date: Option<Timestamp>,
    pub last_updated_date: Option<Timestamp>,
    pub stage_keys: Option<Vec<String>>,
    pub tags: Option<BTreeMap<String, String>>,
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ApiKey")
            .field("id", &self.id)
            .field("value", &self.value.as_ref().map(|_| Masked))
            .field("name", &self.name)
            .field("customer_id", &self.customer_id)
            .field("description", &self.description)
            .field("enabled", &self.enabled)
            .field("created_date", &self.created_date)
            .field("last_updated_date", &self.last_updated_date)
            .field("stage_keys", &self.stage_keys)
            .field("tags", &self.tags)
            .finish()
    }
}

impl Shape for ApiKey {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("id")?,
            value: members.take("value")?,
            name: members.take("name")?,
            customer_id: members.take("customerId")?,
            description: members.take("description")?,
            enabled: members.take("enabled")?,
            created_date: members.take("createdDate")?,
            last_updated_date: members.take("lastUpdatedDate")?,
            stage_keys: members.take("stageKeys")?,
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("id", self.id);
        members.put("value", self.value);
        members.put("name", self.name);
        members.put("customerId", self.customer_id);
        members.put("description", self.description);
        members.put("enabled", self.enabled);
        members.put("createdDate", self.created_date);
        members.put("lastUpdatedDate", self.last_updated_date);
        members.put("stageKeys", self.stage_keys);
        members.put("tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ApiKeyIds {
    pub ids: Option<Vec<String>>,
    pub warnings: Option<Vec<String>>,
}

impl Shape for ApiKeyIds {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            ids: members.take("ids")?,
            warnings: members.take("warnings")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ids", self.ids);
        members.put("warnings", self.warnings);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ApiKeys {
    pub warnings: Option<Vec<String>>,
    pub position: Option<String>,
    pub items: Option<Vec<ApiKey>>,
}

impl Shape for ApiKeys {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            warnings: members.take("warnings")?,
            position: members.take("position")?,
            items: members.take("items")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("warnings", self.warnings);
        members.put("position", self.position);
        members.put("items", self.items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ApiStage {
    pub api_id: Option<String>,
    pub stage: Option<String>,
    pub throttle: Option<BTreeMap<String, ThrottleSettings>>,
}

impl Shape for ApiStage {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            api_id: members.take("apiId")?,
            stage: members.take("stage")?,
            throttle: members.take("throttle")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("apiId", self.api_id);
        members.put("stage", self.stage);
        members.put("throttle", self.throttle);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Authorizer {
    pub id: Option<String>,
    pub name: Option<String>,
    pub type_: Option<String>,
    pub provider_ar_ns: Option<Vec<String>>,
    pub auth_type: Option<String>,
    pub authorizer_uri: Option<String>,
    pub authorizer_credentials: Option<String>,
    pub identity_source: Option<String>,
    pub identity_validation_expression: Option<String>,
    pub authorizer_result_ttl_in_seconds: Option<i32>,
    pub jwt_configuration: Option<JwtConfiguration>,
}

impl Shape for Authorizer {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("id")?,
            name: members.take("name")?,
            type_: members.take("type")?,
            provider_ar_ns: members.take("providerARNs")?,
            auth_type: members.take("authType")?,
            authorizer_uri: members.take("authorizerUri")?,
            authorizer_credentials: members.take("authorizerCredentials")?,
            identity_source: members.take("identitySource")?,
            identity_validation_expression: members.take("identityValidationExpression")?,
            authorizer_result_ttl_in_seconds: members.take("authorizerResultTtlInSeconds")?,
            jwt_configuration: members.take("jwtConfiguration")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("id", self.id);
        members.put("name", self.name);
        members.put("type", self.type_);
        members.put("providerARNs", self.provider_ar_ns);
        members.put("authType", self.auth_type);
        members.put("authorizerUri", self.authorizer_uri);
        members.put("authorizerCredentials", self.authorizer_credentials);
        members.put("identitySource", self.identity_source);
        members.put(
            "identityValidationExpression",
            self.identity_validation_expression,
        );
        members.put(
            "authorizerResultTtlInSeconds",
            self.authorizer_result_ttl_in_seconds,
        );
        members.put("jwtConfiguration", self.jwt_configuration);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Authorizers {
    pub position: Option<String>,
    pub items: Option<Vec<Authorizer>>,
}

impl Shape for Authorizers {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            items: members.take("items")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("items", self.items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BasePathMapping {
    pub base_path: Option<String>,
    pub rest_api_id: Option<String>,
    pub stage: Option<String>,
}

impl Shape for BasePathMapping {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            base_path: members.take("basePath")?,
            rest_api_id: members.take("restApiId")?,
            stage: members.take("stage")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("basePath", self.base_path);
        members.put("restApiId", self.rest_api_id);
        members.put("stage", self.stage);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BasePathMappings {
    pub position: Option<String>,
    pub items: Option<Vec<BasePathMapping>>,
}

impl Shape for BasePathMappings {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            items: members.take("items")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("items", self.items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CanarySettings {
    pub percent_traffic: Option<f64>,
    pub deployment_id: Option<String>,
    pub stage_variable_overrides: Option<BTreeMap<String, String>>,
    pub use_stage_cache: Option<bool>,
}

impl Shape for CanarySettings {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            percent_traffic: members.take("percentTraffic")?,
            deployment_id: members.take("deploymentId")?,
            stage_variable_overrides: members.take("stageVariableOverrides")?,
            use_stage_cache: members.take("useStageCache")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("percentTraffic", self.percent_traffic);
        members.put("deploymentId", self.deployment_id);
        members.put("stageVariableOverrides", self.stage_variable_overrides);
        members.put("useStageCache", self.use_stage_cache);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClientCertificate {
    pub client_certificate_id: Option<String>,
    pub description: Option<String>,
    pub pem_encoded_certificate: Option<String>,
    pub created_date: Option<Timestamp>,
    pub expiration_date: Option<Timestamp>,
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for ClientCertificate {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            client_certificate_id: members.take("clientCertificateId")?,
            description: members.take("description")?,
            pem_encoded_certificate: members.take("pemEncodedCertificate")?,
            created_date: members.take("createdDate")?,
            expiration_date: members.take("expirationDate")?,
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("clientCertificateId", self.client_certificate_id);
        members.put("description", self.description);
        members.put("pemEncodedCertificate", self.pem_encoded_certificate);
        members.put("createdDate", self.created_date);
        members.put("expirationDate", self.expiration_date);
        members.put("tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClientCertificates {
    pub position: Option<String>,
    pub items: Option<Vec<ClientCertificate>>,
}

impl Shape for ClientCertificates {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            items: members.take("items")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("items", self.items);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct CreateApiKeyRequest {
    pub name: Option<String>,
    pub description: Option<String>,
    pub enabled: Option<bool>,
    pub generate_distinct_id: Option<bool>,
    pub value: Option<String>,
    pub stage_keys: Option<Vec<StageKey>>,
    pub customer_id: Option<String>,
    pub tags: Option<BTreeMap<String, String>>,
}

impl fmt::Debug for CreateApiKeyRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CreateApiKeyRequest")
            .field("name", &self.name)
            .field("description", &self.description)
            .field("enabled", &self.enabled)
            .field("generate_distinct_id", &self.generate_distinct_id)
            .field("value", &self.value.as_ref().map(|_| Masked))
            .field("stage_keys", &self.stage_keys)
            .field("customer_id", &self.customer_id)
            .field("tags", &self.tags)
            .finish()
    }
}

impl Shape for CreateApiKeyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("name")?,
            description: members.take("description")?,
            enabled: members.take("enabled")?,
            generate_distinct_id: members.take("generateDistinctId")?,
            value: members.take("value")?,
            stage_keys: members.take("stageKeys")?,
            customer_id: members.take("customerId")?,
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("name", self.name);
        members.put("description", self.description);
        members.put("enabled", self.enabled);
        members.put("generateDistinctId", self.generate_distinct_id);
        members.put("value", self.value);
        members.put("stageKeys", self.stage_keys);
        members.put("customerId", self.customer_id);
        members.put("tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateAuthorizerRequest {
    pub rest_api_id: String,
    pub name: String,
    pub type_: String,
    pub provider_ar_ns: Option<Vec<String>>,
    pub auth_type: Option<String>,
    pub authorizer_uri: Option<String>,
    pub authorizer_credentials: Option<String>,
    pub identity_source: Option<String>,
    pub identity_validation_expression: Option<String>,
    pub authorizer_result_ttl_in_seconds: Option<i32>,
    pub jwt_configuration: Option<JwtConfigurationInput>,
}

impl Shape for CreateAuthorizerRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            name: members.take("name")?,
            type_: members.take("type")?,
            provider_ar_ns: members.take("providerARNs")?,
            auth_type: members.take("authType")?,
            authorizer_uri: members.take("authorizerUri")?,
            authorizer_credentials: members.take("authorizerCredentials")?,
            identity_source: members.take("identitySource")?,
            identity_validation_expression: members.take("identityValidationExpression")?,
            authorizer_result_ttl_in_seconds: members.take("authorizerResultTtlInSeconds")?,
            jwt_configuration: members.take("jwtConfiguration")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("name", self.name);
        members.put("type", self.type_);
        members.put("providerARNs", self.provider_ar_ns);
        members.put("authType", self.auth_type);
        members.put("authorizerUri", self.authorizer_uri);
        members.put("authorizerCredentials", self.authorizer_credentials);
        members.put("identitySource", self.identity_source);
        members.put(
            "identityValidationExpression",
            self.identity_validation_expression,
        );
        members.put(
            "authorizerResultTtlInSeconds",
            self.authorizer_result_ttl_in_seconds,
        );
        members.put("jwtConfiguration", self.jwt_configuration);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateBasePathMappingRequest {
    pub domain_name: String,
    pub domain_name_id: Option<String>,
    pub base_path: Option<String>,
    pub rest_api_id: String,
    pub stage: Option<String>,
}

impl Shape for CreateBasePathMappingRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            domain_name: members.take("domainName")?,
            domain_name_id: members.take("domainNameId")?,
            base_path: members.take("basePath")?,
            rest_api_id: members.take("restApiId")?,
            stage: members.take("stage")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("domainName", self.domain_name);
        members.put("domainNameId", self.domain_name_id);
        members.put("basePath", self.base_path);
        members.put("restApiId", self.rest_api_id);
        members.put("stage", self.stage);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateDeploymentRequest {
    pub rest_api_id: String,
    pub stage_name: Option<String>,
    pub stage_description: Option<String>,
    pub description: Option<String>,
    pub cache_cluster_enabled: Option<bool>,
    pub cache_cluster_size: Option<String>,
    pub variables: Option<BTreeMap<String, String>>,
    pub canary_settings: Option<DeploymentCanarySettings>,
    pub tracing_enabled: Option<bool>,
}

impl Shape for CreateDeploymentRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            stage_name: members.take("stageName")?,
            stage_description: members.take("stageDescription")?,
            description: members.take("description")?,
            cache_cluster_enabled: members.take("cacheClusterEnabled")?,
            cache_cluster_size: members.take("cacheClusterSize")?,
            variables: members.take("variables")?,
            canary_settings: members.take("canarySettings")?,
            tracing_enabled: members.take("tracingEnabled")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("stageName", self.stage_name);
        members.put("stageDescription", self.stage_description);
        members.put("description", self.description);
        members.put("cacheClusterEnabled", self.cache_cluster_enabled);
        members.put("cacheClusterSize", self.cache_cluster_size);
        members.put("variables", self.variables);
        members.put("canarySettings", self.canary_settings);
        members.put("tracingEnabled", self.tracing_enabled);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateDocumentationPartRequest {
    pub rest_api_id: String,
    pub location: DocumentationPartLocation,
    pub properties: String,
}

impl Shape for CreateDocumentationPartRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            location: members.take("location")?,
            properties: members.take("properties")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("location", self.location);
        members.put("properties", self.properties);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateDocumentationVersionRequest {
    pub rest_api_id: String,
    pub documentation_version: String,
    pub stage_name: Option<String>,
    pub description: Option<String>,
}

impl Shape for CreateDocumentationVersionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            documentation_version: members.take("documentationVersion")?,
            stage_name: members.take("stageName")?,
            description: members.take("description")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("documentationVersion", self.documentation_version);
        members.put("stageName", self.stage_name);
        members.put("description", self.description);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateDomainNameAccessAssociationRequest {
    pub domain_name_arn: String,
    pub access_association_source_type: String,
    pub access_association_source: String,
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for CreateDomainNameAccessAssociationRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            domain_name_arn: members.take("domainNameArn")?,
            access_association_source_type: members.take("accessAssociationSourceType")?,
            access_association_source: members.take("accessAssociationSource")?,
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("domainNameArn", self.domain_name_arn);
        members.put(
            "accessAssociationSourceType",
            self.access_association_source_type,
        );
        members.put("accessAssociationSource", self.access_association_source);
        members.put("tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct CreateDomainNameRequest {
    pub domain_name: String,
    pub certificate_name: Option<String>,
    pub certificate_body: Option<String>,
    pub certificate_private_key: Option<String>,
    pub certificate_chain: Option<String>,
    pub certificate_arn: Option<String>,
    pub regional_certificate_name: Option<String>,
    pub regional_certificate_arn: Option<String>,
    pub endpoint_configuration: Option<EndpointConfiguration>,
    pub tags: Option<BTreeMap<String, String>>,
    pub security_policy: Option<String>,
    pub endpoint_access_mode: Option<String>,
    pub mutual_tls_authentication: Option<MutualTlsAuthenticationInput>,
    pub ownership_verification_certificate_arn: Option<String>,
    pub policy: Option<String>,
    pub routing_mode: Option<String>,
}

impl fmt::Debug for CreateDomainNameRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CreateDomainNameRequest")
            .field("domain_name", &self.domain_name)
            .field("certificate_name", &self.certificate_name)
            .field("certificate_body", &self.certificate_body)
            .field(
                "certificate_private_key",
                &self.certificate_private_key.as_ref().map(|_| Masked),
            )
            .field("certificate_chain", &self.certificate_chain)
            .field("certificate_arn", &self.certificate_arn)
            .field("regional_certificate_name", &self.regional_certificate_name)
            .field("regional_certificate_arn", &self.regional_certificate_arn)
            .field("endpoint_configuration", &self.endpoint_configuration)
            .field("tags", &self.tags)
            .field("security_policy", &self.security_policy)
            .field("endpoint_access_mode", &self.endpoint_access_mode)
            .field("mutual_tls_authentication", &self.mutual_tls_authentication)
            .field(
                "ownership_verification_certificate_arn",
                &self.ownership_verification_certificate_arn,
            )
            .field("policy", &self.policy)
            .field("routing_mode", &self.routing_mode)
            .finish()
    }
}

impl Shape for CreateDomainNameRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            domain_name: members.take("domainName")?,
            certificate_name: members.take("certificateName")?,
            certificate_body: members.take("certificateBody")?,
            certificate_private_key: members.take("certificatePrivateKey")?,
            certificate_chain: members.take("certificateChain")?,
            certificate_arn: members.take("certificateArn")?,
            regional_certificate_name: members.take("regionalCertificateName")?,
            regional_certificate_arn: members.take("regionalCertificateArn")?,
            endpoint_configuration: members.take("endpointConfiguration")?,
            tags: members.take("tags")?,
            security_policy: members.take("securityPolicy")?,
            endpoint_access_mode: members.take("endpointAccessMode")?,
            mutual_tls_authentication: members.take("mutualTlsAuthentication")?,
            ownership_verification_certificate_arn: members
                .take("ownershipVerificationCertificateArn")?,
            policy: members.take("policy")?,
            routing_mode: members.take("routingMode")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("domainName", self.domain_name);
        members.put("certificateName", self.certificate_name);
        members.put("certificateBody", self.certificate_body);
        members.put("certificatePrivateKey", self.certificate_private_key);
        members.put("certificateChain", self.certificate_chain);
        members.put("certificateArn", self.certificate_arn);
        members.put("regionalCertificateName", self.regional_certificate_name);
        members.put("regionalCertificateArn", self.regional_certificate_arn);
        members.put("endpointConfiguration", self.endpoint_configuration);
        members.put("tags", self.tags);
        members.put("securityPolicy", self.security_policy);
        members.put("endpointAccessMode", self.endpoint_access_mode);
        members.put("mutualTlsAuthentication", self.mutual_tls_authentication);
        members.put(
            "ownershipVerificationCertificateArn",
            self.ownership_verification_certificate_arn,
        );
        members.put("policy", self.policy);
        members.put("routingMode", self.routing_mode);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateModelRequest {
    pub rest_api_id: String,
    pub name: String,
    pub description: Option<String>,
    pub schema: Option<String>,
    pub content_type: String,
}

impl Shape for CreateModelRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            name: members.take("name")?,
            description: members.take("description")?,
            schema: members.take("schema")?,
            content_type: members.take("contentType")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("name", self.name);
        members.put("description", self.description);
        members.put("schema", self.schema);
        members.put("contentType", self.content_type);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateRequestValidatorRequest {
    pub rest_api_id: String,
    pub name: Option<String>,
    pub validate_request_body: Option<bool>,
    pub validate_request_parameters: Option<bool>,
}

impl Shape for CreateRequestValidatorRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            name: members.take("name")?,
            validate_request_body: members.take("validateRequestBody")?,
            validate_request_parameters: members.take("validateRequestParameters")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("name", self.name);
        members.put("validateRequestBody", self.validate_request_body);
        members.put(
            "validateRequestParameters",
            self.validate_request_parameters,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateResourceRequest {
    pub rest_api_id: String,
    pub parent_id: String,
    pub path_part: String,
}

impl Shape for CreateResourceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            parent_id: members.take("parentId")?,
            path_part: members.take("pathPart")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("parentId", self.parent_id);
        members.put("pathPart", self.path_part);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateRestApiRequest {
    pub name: String,
    pub description: Option<String>,
    pub version: Option<String>,
    pub clone_from: Option<String>,
    pub binary_media_types: Option<Vec<String>>,
    pub minimum_compression_size: Option<i32>,
    pub api_key_source: Option<String>,
    pub endpoint_configuration: Option<EndpointConfiguration>,
    pub policy: Option<String>,
    pub tags: Option<BTreeMap<String, String>>,
    pub disable_execute_api_endpoint: Option<bool>,
    pub security_policy: Option<String>,
    pub endpoint_access_mode: Option<String>,
}

impl Shape for CreateRestApiRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("name")?,
            description: members.take("description")?,
            version: members.take("version")?,
            clone_from: members.take("cloneFrom")?,
            binary_media_types: members.take("binaryMediaTypes")?,
            minimum_compression_size: members.take("minimumCompressionSize")?,
            api_key_source: members.take("apiKeySource")?,
            endpoint_configuration: members.take("endpointConfiguration")?,
            policy: members.take("policy")?,
            tags: members.take("tags")?,
            disable_execute_api_endpoint: members.take("disableExecuteApiEndpoint")?,
            security_policy: members.take("securityPolicy")?,
            endpoint_access_mode: members.take("endpointAccessMode")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("name", self.name);
        members.put("description", self.description);
        members.put("version", self.version);
        members.put("cloneFrom", self.clone_from);
        members.put("binaryMediaTypes", self.binary_media_types);
        members.put("minimumCompressionSize", self.minimum_compression_size);
        members.put("apiKeySource", self.api_key_source);
        members.put("endpointConfiguration", self.endpoint_configuration);
        members.put("policy", self.policy);
        members.put("tags", self.tags);
        members.put(
            "disableExecuteApiEndpoint",
            self.disable_execute_api_endpoint,
        );
        members.put("securityPolicy", self.security_policy);
        members.put("endpointAccessMode", self.endpoint_access_mode);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateStageRequest {
    pub rest_api_id: String,
    pub stage_name: String,
    pub deployment_id: String,
    pub description: Option<String>,
    pub cache_cluster_enabled: Option<bool>,
    pub cache_cluster_size: Option<String>,
    pub variables: Option<BTreeMap<String, String>>,
    pub documentation_version: Option<String>,
    pub canary_settings: Option<CanarySettings>,
    pub tracing_enabled: Option<bool>,
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for CreateStageRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            stage_name: members.take("stageName")?,
            deployment_id: members.take("deploymentId")?,
            description: members.take("description")?,
            cache_cluster_enabled: members.take("cacheClusterEnabled")?,
            cache_cluster_size: members.take("cacheClusterSize")?,
            variables: members.take("variables")?,
            documentation_version: members.take("documentationVersion")?,
            canary_settings: members.take("canarySettings")?,
            tracing_enabled: members.take("tracingEnabled")?,
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("stageName", self.stage_name);
        members.put("deploymentId", self.deployment_id);
        members.put("description", self.description);
        members.put("cacheClusterEnabled", self.cache_cluster_enabled);
        members.put("cacheClusterSize", self.cache_cluster_size);
        members.put("variables", self.variables);
        members.put("documentationVersion", self.documentation_version);
        members.put("canarySettings", self.canary_settings);
        members.put("tracingEnabled", self.tracing_enabled);
        members.put("tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateUsagePlanKeyRequest {
    pub usage_plan_id: String,
    pub key_id: String,
    pub key_type: String,
}

impl Shape for CreateUsagePlanKeyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            usage_plan_id: members.take("usagePlanId")?,
            key_id: members.take("keyId")?,
            key_type: members.take("keyType")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("usagePlanId", self.usage_plan_id);
        members.put("keyId", self.key_id);
        members.put("keyType", self.key_type);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateUsagePlanRequest {
    pub name: String,
    pub description: Option<String>,
    pub api_stages: Option<Vec<ApiStage>>,
    pub throttle: Option<ThrottleSettings>,
    pub quota: Option<QuotaSettings>,
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for CreateUsagePlanRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("name")?,
            description: members.take("description")?,
            api_stages: members.take("apiStages")?,
            throttle: members.take("throttle")?,
            quota: members.take("quota")?,
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("name", self.name);
        members.put("description", self.description);
        members.put("apiStages", self.api_stages);
        members.put("throttle", self.throttle);
        members.put("quota", self.quota);
        members.put("tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateVpcLinkRequest {
    pub name: String,
    pub description: Option<String>,
    pub target_arns: Vec<String>,
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for CreateVpcLinkRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("name")?,
            description: members.take("description")?,
            target_arns: members.take("targetArns")?,
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("name", self.name);
        members.put("description", self.description);
        members.put("targetArns", self.target_arns);
        members.put("tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteApiKeyRequest {
    pub api_key: String,
}

impl Shape for DeleteApiKeyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            api_key: members.take("apiKey")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("apiKey", self.api_key);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteAuthorizerRequest {
    pub rest_api_id: String,
    pub authorizer_id: String,
}

impl Shape for DeleteAuthorizerRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            authorizer_id: members.take("authorizerId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("authorizerId", self.authorizer_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBasePathMappingRequest {
    pub domain_name: String,
    pub domain_name_id: Option<String>,
    pub base_path: String,
}

impl Shape for DeleteBasePathMappingRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            domain_name: members.take("domainName")?,
            domain_name_id: members.take("domainNameId")?,
            base_path: members.take("basePath")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("domainName", self.domain_name);
        members.put("domainNameId", self.domain_name_id);
        members.put("basePath", self.base_path);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteClientCertificateRequest {
    pub client_certificate_id: String,
}

impl Shape for DeleteClientCertificateRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            client_certificate_id: members.take("clientCertificateId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("clientCertificateId", self.client_certificate_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteDeploymentRequest {
    pub rest_api_id: String,
    pub deployment_id: String,
}

impl Shape for DeleteDeploymentRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            deployment_id: members.take("deploymentId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("deploymentId", self.deployment_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteDocumentationPartRequest {
    pub rest_api_id: String,
    pub documentation_part_id: String,
}

impl Shape for DeleteDocumentationPartRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            documentation_part_id: members.take("documentationPartId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("documentationPartId", self.documentation_part_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteDocumentationVersionRequest {
    pub rest_api_id: String,
    pub documentation_version: String,
}

impl Shape for DeleteDocumentationVersionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            documentation_version: members.take("documentationVersion")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("documentationVersion", self.documentation_version);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteDomainNameAccessAssociationRequest {
    pub domain_name_access_association_arn: String,
}

impl Shape for DeleteDomainNameAccessAssociationRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            domain_name_access_association_arn: members.take("domainNameAccessAssociationArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "domainNameAccessAssociationArn",
            self.domain_name_access_association_arn,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteDomainNameRequest {
    pub domain_name: String,
    pub domain_name_id: Option<String>,
}

impl Shape for DeleteDomainNameRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            domain_name: members.take("domainName")?,
            domain_name_id: members.take("domainNameId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("domainName", self.domain_name);
        members.put("domainNameId", self.domain_name_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteGatewayResponseRequest {
    pub rest_api_id: String,
    pub response_type: String,
}

impl Shape for DeleteGatewayResponseRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            response_type: members.take("responseType")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("responseType", self.response_type);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteIntegrationRequest {
    pub rest_api_id: String,
    pub resource_id: String,
    pub http_method: String,
}

impl Shape for DeleteIntegrationRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            resource_id: members.take("resourceId")?,
            http_method: members.take("httpMethod")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("resourceId", self.resource_id);
        members.put("httpMethod", self.http_method);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteIntegrationResponseRequest {
    pub rest_api_id: String,
    pub resource_id: String,
    pub http_method: String,
    pub status_code: String,
}

impl Shape for DeleteIntegrationResponseRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            resource_id: members.take("resourceId")?,
            http_method: members.take("httpMethod")?,
            status_code: members.take("statusCode")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("resourceId", self.resource_id);
        members.put("httpMethod", self.http_method);
        members.put("statusCode", self.status_code);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteMethodRequest {
    pub rest_api_id: String,
    pub resource_id: String,
    pub http_method: String,
}

impl Shape for DeleteMethodRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            resource_id: members.take("resourceId")?,
            http_method: members.take("httpMethod")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("resourceId", self.resource_id);
        members.put("httpMethod", self.http_method);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteMethodResponseRequest {
    pub rest_api_id: String,
    pub resource_id: String,
    pub http_method: String,
    pub status_code: String,
}

impl Shape for DeleteMethodResponseRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            resource_id: members.take("resourceId")?,
            http_method: members.take("httpMethod")?,
            status_code: members.take("statusCode")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("resourceId", self.resource_id);
        members.put("httpMethod", self.http_method);
        members.put("statusCode", self.status_code);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteModelRequest {
    pub rest_api_id: String,
    pub model_name: String,
}

impl Shape for DeleteModelRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            model_name: members.take("modelName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("modelName", self.model_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteRequestValidatorRequest {
    pub rest_api_id: String,
    pub request_validator_id: String,
}

impl Shape for DeleteRequestValidatorRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            request_validator_id: members.take("requestValidatorId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("requestValidatorId", self.request_validator_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteResourceRequest {
    pub rest_api_id: String,
    pub resource_id: String,
}

impl Shape for DeleteResourceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            resource_id: members.take("resourceId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("resourceId", self.resource_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteRestApiRequest {
    pub rest_api_id: String,
}

impl Shape for DeleteRestApiRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteStageRequest {
    pub rest_api_id: String,
    pub stage_name: String,
}

impl Shape for DeleteStageRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            stage_name: members.take("stageName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("stageName", self.stage_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteUsagePlanKeyRequest {
    pub usage_plan_id: String,
    pub key_id: String,
}

impl Shape for DeleteUsagePlanKeyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            usage_plan_id: members.take("usagePlanId")?,
            key_id: members.take("keyId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("usagePlanId", self.usage_plan_id);
        members.put("keyId", self.key_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteUsagePlanRequest {
    pub usage_plan_id: String,
}

impl Shape for DeleteUsagePlanRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            usage_plan_id: members.take("usagePlanId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("usagePlanId", self.usage_plan_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteVpcLinkRequest {
    pub vpc_link_id: String,
}

impl Shape for DeleteVpcLinkRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            vpc_link_id: members.take("vpcLinkId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("vpcLinkId", self.vpc_link_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deployment {
    pub id: Option<String>,
    pub description: Option<String>,
    pub created_date: Option<Timestamp>,
    pub api_summary: Option<BTreeMap<String, BTreeMap<String, MethodSnapshot>>>,
}

impl Shape for Deployment {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("id")?,
            description: members.take("description")?,
            created_date: members.take("createdDate")?,
            api_summary: members.take("apiSummary")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("id", self.id);
        members.put("description", self.description);
        members.put("createdDate", self.created_date);
        members.put("apiSummary", self.api_summary);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeploymentCanarySettings {
    pub percent_traffic: Option<f64>,
    pub stage_variable_overrides: Option<BTreeMap<String, String>>,
    pub use_stage_cache: Option<bool>,
}

impl Shape for DeploymentCanarySettings {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            percent_traffic: members.take("percentTraffic")?,
            stage_variable_overrides: members.take("stageVariableOverrides")?,
            use_stage_cache: members.take("useStageCache")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("percentTraffic", self.percent_traffic);
        members.put("stageVariableOverrides", self.stage_variable_overrides);
        members.put("useStageCache", self.use_stage_cache);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deployments {
    pub position: Option<String>,
    pub items: Option<Vec<Deployment>>,
}

impl Shape for Deployments {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            items: members.take("items")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("items", self.items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DocumentationPart {
    pub id: Option<String>,
    pub location: Option<DocumentationPartLocation>,
    pub properties: Option<String>,
}

impl Shape for DocumentationPart {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("id")?,
            location: members.take("location")?,
            properties: members.take("properties")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("id", self.id);
        members.put("location", self.location);
        members.put("properties", self.properties);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DocumentationPartIds {
    pub ids: Option<Vec<String>>,
    pub warnings: Option<Vec<String>>,
}

impl Shape for DocumentationPartIds {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            ids: members.take("ids")?,
            warnings: members.take("warnings")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ids", self.ids);
        members.put("warnings", self.warnings);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DocumentationPartLocation {
    pub type_: String,
    pub path: Option<String>,
    pub method: Option<String>,
    pub status_code: Option<String>,
    pub name: Option<String>,
}

impl Shape for DocumentationPartLocation {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            type_: members.take("type")?,
            path: members.take("path")?,
            method: members.take("method")?,
            status_code: members.take("statusCode")?,
            name: members.take("name")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("type", self.type_);
        members.put("path", self.path);
        members.put("method", self.method);
        members.put("statusCode", self.status_code);
        members.put("name", self.name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DocumentationParts {
    pub position: Option<String>,
    pub items: Option<Vec<DocumentationPart>>,
}

impl Shape for DocumentationParts {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            items: members.take("items")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("items", self.items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DocumentationVersion {
    pub version: Option<String>,
    pub created_date: Option<Timestamp>,
    pub description: Option<String>,
}

impl Shape for DocumentationVersion {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            version: members.take("version")?,
            created_date: members.take("createdDate")?,
            description: members.take("description")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("version", self.version);
        members.put("createdDate", self.created_date);
        members.put("description", self.description);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DocumentationVersions {
    pub position: Option<String>,
    pub items: Option<Vec<DocumentationVersion>>,
}

impl Shape for DocumentationVersions {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            items: members.take("items")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("items", self.items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DomainName {
    pub domain_name: Option<String>,
    pub domain_name_id: Option<String>,
    pub domain_name_arn: Option<String>,
    pub certificate_name: Option<String>,
    pub certificate_arn: Option<String>,
    pub certificate_upload_date: Option<Timestamp>,
    pub regional_domain_name: Option<String>,
    pub regional_hosted_zone_id: Option<String>,
    pub regional_certificate_name: Option<String>,
    pub regional_certificate_arn: Option<String>,
    pub distribution_domain_name: Option<String>,
    pub distribution_hosted_zone_id: Option<String>,
    pub endpoint_configuration: Option<EndpointConfiguration>,
    pub domain_name_status: Option<String>,
    pub domain_name_status_message: Option<String>,
    pub security_policy: Option<String>,
    pub endpoint_access_mode: Option<String>,
    pub tags: Option<BTreeMap<String, String>>,
    pub mutual_tls_authentication: Option<MutualTlsAuthentication>,
    pub ownership_verification_certificate_arn: Option<String>,
    pub management_policy: Option<String>,
    pub policy: Option<String>,
    pub routing_mode: Option<String>,
}

impl Shape for DomainName {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            domain_name: members.take("domainName")?,
            domain_name_id: members.take("domainNameId")?,
            domain_name_arn: members.take("domainNameArn")?,
            certificate_name: members.take("certificateName")?,
            certificate_arn: members.take("certificateArn")?,
            certificate_upload_date: members.take("certificateUploadDate")?,
            regional_domain_name: members.take("regionalDomainName")?,
            regional_hosted_zone_id: members.take("regionalHostedZoneId")?,
            regional_certificate_name: members.take("regionalCertificateName")?,
            regional_certificate_arn: members.take("regionalCertificateArn")?,
            distribution_domain_name: members.take("distributionDomainName")?,
            distribution_hosted_zone_id: members.take("distributionHostedZoneId")?,
            endpoint_configuration: members.take("endpointConfiguration")?,
            domain_name_status: members.take("domainNameStatus")?,
            domain_name_status_message: members.take("domainNameStatusMessage")?,
            security_policy: members.take("securityPolicy")?,
            endpoint_access_mode: members.take("endpointAccessMode")?,
            tags: members.take("tags")?,
            mutual_tls_authentication: members.take("mutualTlsAuthentication")?,
            ownership_verification_certificate_arn: members
                .take("ownershipVerificationCertificateArn")?,
            management_policy: members.take("managementPolicy")?,
            policy: members.take("policy")?,
            routing_mode: members.take("routingMode")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("domainName", self.domain_name);
        members.put("domainNameId", self.domain_name_id);
        members.put("domainNameArn", self.domain_name_arn);
        members.put("certificateName", self.certificate_name);
        members.put("certificateArn", self.certificate_arn);
        members.put("certificateUploadDate", self.certificate_upload_date);
        members.put("regionalDomainName", self.regional_domain_name);
        members.put("regionalHostedZoneId", self.regional_hosted_zone_id);
        members.put("regionalCertificateName", self.regional_certificate_name);
        members.put("regionalCertificateArn", self.regional_certificate_arn);
        members.put("distributionDomainName", self.distribution_domain_name);
        members.put("distributionHostedZoneId", self.distribution_hosted_zone_id);
        members.put("endpointConfiguration", self.endpoint_configuration);
        members.put("domainNameStatus", self.domain_name_status);
        members.put("domainNameStatusMessage", self.domain_name_status_message);
        members.put("securityPolicy", self.security_policy);
        members.put("endpointAccessMode", self.endpoint_access_mode);
        members.put("tags", self.tags);
        members.put("mutualTlsAuthentication", self.mutual_tls_authentication);
        members.put(
            "ownershipVerificationCertificateArn",
            self.ownership_verification_certificate_arn,
        );
        members.put("managementPolicy", self.management_policy);
        members.put("policy", self.policy);
        members.put("routingMode", self.routing_mode);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DomainNameAccessAssociation {
    pub domain_name_access_association_arn: Option<String>,
    pub domain_name_arn: Option<String>,
    pub access_association_source_type: Option<String>,
    pub access_association_source: Option<String>,
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for DomainNameAccessAssociation {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            domain_name_access_association_arn: members.take("domainNameAccessAssociationArn")?,
            domain_name_arn: members.take("domainNameArn")?,
            access_association_source_type: members.take("accessAssociationSourceType")?,
            access_association_source: members.take("accessAssociationSource")?,
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "domainNameAccessAssociationArn",
            self.domain_name_access_association_arn,
        );
        members.put("domainNameArn", self.domain_name_arn);
        members.put(
            "accessAssociationSourceType",
            self.access_association_source_type,
        );
        members.put("accessAssociationSource", self.access_association_source);
        members.put("tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DomainNameAccessAssociations {
    pub position: Option<String>,
    pub items: Option<Vec<DomainNameAccessAssociation>>,
}

impl Shape for DomainNameAccessAssociations {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            items: members.take("items")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("items", self.items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DomainNames {
    pub position: Option<String>,
    pub items: Option<Vec<DomainName>>,
}

impl Shape for DomainNames {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            items: members.take("items")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("items", self.items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EndpointConfiguration {
    pub types: Option<Vec<String>>,
    pub ip_address_type: Option<String>,
    pub vpc_endpoint_ids: Option<Vec<String>>,
}

impl Shape for EndpointConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            types: members.take("types")?,
            ip_address_type: members.take("ipAddressType")?,
            vpc_endpoint_ids: members.take("vpcEndpointIds")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("types", self.types);
        members.put("ipAddressType", self.ip_address_type);
        members.put("vpcEndpointIds", self.vpc_endpoint_ids);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExportResponse {
    pub content_type: Option<String>,
    pub content_disposition: Option<String>,
    pub body: Option<Bytes>,
}

impl Shape for ExportResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            content_type: members.take("contentType")?,
            content_disposition: members.take("contentDisposition")?,
            body: members.take("body")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("contentType", self.content_type);
        members.put("contentDisposition", self.content_disposition);
        members.put("body", self.body);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlushStageAuthorizersCacheRequest {
    pub rest_api_id: String,
    pub stage_name: String,
}

impl Shape for FlushStageAuthorizersCacheRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            stage_name: members.take("stageName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("stageName", self.stage_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlushStageCacheRequest {
    pub rest_api_id: String,
    pub stage_name: String,
}

impl Shape for FlushStageCacheRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            stage_name: members.take("stageName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("stageName", self.stage_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GatewayResponse {
    pub response_type: Option<String>,
    pub status_code: Option<String>,
    pub response_parameters: Option<BTreeMap<String, String>>,
    pub response_templates: Option<BTreeMap<String, String>>,
    pub default_response: Option<bool>,
}

impl Shape for GatewayResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            response_type: members.take("responseType")?,
            status_code: members.take("statusCode")?,
            response_parameters: members.take("responseParameters")?,
            response_templates: members.take("responseTemplates")?,
            default_response: members.take("defaultResponse")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("responseType", self.response_type);
        members.put("statusCode", self.status_code);
        members.put("responseParameters", self.response_parameters);
        members.put("responseTemplates", self.response_templates);
        members.put("defaultResponse", self.default_response);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GatewayResponses {
    pub position: Option<String>,
    pub items: Option<Vec<GatewayResponse>>,
}

impl Shape for GatewayResponses {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            items: members.take("items")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("items", self.items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GenerateClientCertificateRequest {
    pub description: Option<String>,
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for GenerateClientCertificateRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            description: members.take("description")?,
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("description", self.description);
        members.put("tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAccountRequest {}

impl Shape for GetAccountRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        Members::of(document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Members(Members::new())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetApiKeyRequest {
    pub api_key: String,
    pub include_value: Option<bool>,
}

impl Shape for GetApiKeyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            api_key: members.take("apiKey")?,
            include_value: members.take("includeValue")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("apiKey", self.api_key);
        members.put("includeValue", self.include_value);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetApiKeysRequest {
    pub position: Option<String>,
    pub limit: Option<i32>,
    pub name_query: Option<String>,
    pub customer_id: Option<String>,
    pub include_values: Option<bool>,
}

impl Shape for GetApiKeysRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            limit: members.take("limit")?,
            name_query: members.take("nameQuery")?,
            customer_id: members.take("customerId")?,
            include_values: members.take("includeValues")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("limit", self.limit);
        members.put("nameQuery", self.name_query);
        members.put("customerId", self.customer_id);
        members.put("includeValues", self.include_values);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAuthorizerRequest {
    pub rest_api_id: String,
    pub authorizer_id: String,
}

impl Shape for GetAuthorizerRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            authorizer_id: members.take("authorizerId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("authorizerId", self.authorizer_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAuthorizersRequest {
    pub rest_api_id: String,
    pub position: Option<String>,
    pub limit: Option<i32>,
}

impl Shape for GetAuthorizersRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            position: members.take("position")?,
            limit: members.take("limit")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("position", self.position);
        members.put("limit", self.limit);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBasePathMappingRequest {
    pub domain_name: String,
    pub domain_name_id: Option<String>,
    pub base_path: String,
}

impl Shape for GetBasePathMappingRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            domain_name: members.take("domainName")?,
            domain_name_id: members.take("domainNameId")?,
            base_path: members.take("basePath")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("domainName", self.domain_name);
        members.put("domainNameId", self.domain_name_id);
        members.put("basePath", self.base_path);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBasePathMappingsRequest {
    pub domain_name: String,
    pub domain_name_id: Option<String>,
    pub position: Option<String>,
    pub limit: Option<i32>,
}

impl Shape for GetBasePathMappingsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            domain_name: members.take("domainName")?,
            domain_name_id: members.take("domainNameId")?,
            position: members.take("position")?,
            limit: members.take("limit")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("domainName", self.domain_name);
        members.put("domainNameId", self.domain_name_id);
        members.put("position", self.position);
        members.put("limit", self.limit);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetClientCertificateRequest {
    pub client_certificate_id: String,
}

impl Shape for GetClientCertificateRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            client_certificate_id: members.take("clientCertificateId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("clientCertificateId", self.client_certificate_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetClientCertificatesRequest {
    pub position: Option<String>,
    pub limit: Option<i32>,
}

impl Shape for GetClientCertificatesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            limit: members.take("limit")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("limit", self.limit);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDeploymentRequest {
    pub rest_api_id: String,
    pub deployment_id: String,
    pub embed: Option<Vec<String>>,
}

impl Shape for GetDeploymentRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            deployment_id: members.take("deploymentId")?,
            embed: members.take("embed")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("deploymentId", self.deployment_id);
        members.put("embed", self.embed);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDeploymentsRequest {
    pub rest_api_id: String,
    pub position: Option<String>,
    pub limit: Option<i32>,
}

impl Shape for GetDeploymentsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            position: members.take("position")?,
            limit: members.take("limit")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("position", self.position);
        members.put("limit", self.limit);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDocumentationPartRequest {
    pub rest_api_id: String,
    pub documentation_part_id: String,
}

impl Shape for GetDocumentationPartRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            documentation_part_id: members.take("documentationPartId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("documentationPartId", self.documentation_part_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDocumentationPartsRequest {
    pub rest_api_id: String,
    pub type_: Option<String>,
    pub name_query: Option<String>,
    pub path: Option<String>,
    pub position: Option<String>,
    pub limit: Option<i32>,
    pub location_status: Option<String>,
}

impl Shape for GetDocumentationPartsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            type_: members.take("type")?,
            name_query: members.take("nameQuery")?,
            path: members.take("path")?,
            position: members.take("position")?,
            limit: members.take("limit")?,
            location_status: members.take("locationStatus")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("type", self.type_);
        members.put("nameQuery", self.name_query);
        members.put("path", self.path);
        members.put("position", self.position);
        members.put("limit", self.limit);
        members.put("locationStatus", self.location_status);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDocumentationVersionRequest {
    pub rest_api_id: String,
    pub documentation_version: String,
}

impl Shape for GetDocumentationVersionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            documentation_version: members.take("documentationVersion")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("documentationVersion", self.documentation_version);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDocumentationVersionsRequest {
    pub rest_api_id: String,
    pub position: Option<String>,
    pub limit: Option<i32>,
}

impl Shape for GetDocumentationVersionsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            position: members.take("position")?,
            limit: members.take("limit")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("position", self.position);
        members.put("limit", self.limit);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDomainNameAccessAssociationsRequest {
    pub position: Option<String>,
    pub limit: Option<i32>,
    pub resource_owner: Option<String>,
}

impl Shape for GetDomainNameAccessAssociationsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            limit: members.take("limit")?,
            resource_owner: members.take("resourceOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("limit", self.limit);
        members.put("resourceOwner", self.resource_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDomainNameRequest {
    pub domain_name: String,
    pub domain_name_id: Option<String>,
}

impl Shape for GetDomainNameRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            domain_name: members.take("domainName")?,
            domain_name_id: members.take("domainNameId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("domainName", self.domain_name);
        members.put("domainNameId", self.domain_name_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDomainNamesRequest {
    pub position: Option<String>,
    pub limit: Option<i32>,
    pub resource_owner: Option<String>,
}

impl Shape for GetDomainNamesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            limit: members.take("limit")?,
            resource_owner: members.take("resourceOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("limit", self.limit);
        members.put("resourceOwner", self.resource_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetExportRequest {
    pub rest_api_id: String,
    pub stage_name: String,
    pub export_type: String,
    pub parameters: Option<BTreeMap<String, String>>,
    pub accepts: Option<String>,
}

impl Shape for GetExportRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            stage_name: members.take("stageName")?,
            export_type: members.take("exportType")?,
            parameters: members.take("parameters")?,
            accepts: members.take("accepts")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("stageName", self.stage_name);
        members.put("exportType", self.export_type);
        members.put("parameters", self.parameters);
        members.put("accepts", self.accepts);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetGatewayResponseRequest {
    pub rest_api_id: String,
    pub response_type: String,
}

impl Shape for GetGatewayResponseRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            response_type: members.take("responseType")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("responseType", self.response_type);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetGatewayResponsesRequest {
    pub rest_api_id: String,
    pub position: Option<String>,
    pub limit: Option<i32>,
}

impl Shape for GetGatewayResponsesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            position: members.take("position")?,
            limit: members.take("limit")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("position", self.position);
        members.put("limit", self.limit);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetIntegrationRequest {
    pub rest_api_id: String,
    pub resource_id: String,
    pub http_method: String,
}

impl Shape for GetIntegrationRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            resource_id: members.take("resourceId")?,
            http_method: members.take("httpMethod")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("resourceId", self.resource_id);
        members.put("httpMethod", self.http_method);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetIntegrationResponseRequest {
    pub rest_api_id: String,
    pub resource_id: String,
    pub http_method: String,
    pub status_code: String,
}

impl Shape for GetIntegrationResponseRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            resource_id: members.take("resourceId")?,
            http_method: members.take("httpMethod")?,
            status_code: members.take("statusCode")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("resourceId", self.resource_id);
        members.put("httpMethod", self.http_method);
        members.put("statusCode", self.status_code);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetMethodRequest {
    pub rest_api_id: String,
    pub resource_id: String,
    pub http_method: String,
}

impl Shape for GetMethodRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            resource_id: members.take("resourceId")?,
            http_method: members.take("httpMethod")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("resourceId", self.resource_id);
        members.put("httpMethod", self.http_method);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetMethodResponseRequest {
    pub rest_api_id: String,
    pub resource_id: String,
    pub http_method: String,
    pub status_code: String,
}

impl Shape for GetMethodResponseRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            resource_id: members.take("resourceId")?,
            http_method: members.take("httpMethod")?,
            status_code: members.take("statusCode")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("resourceId", self.resource_id);
        members.put("httpMethod", self.http_method);
        members.put("statusCode", self.status_code);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetModelRequest {
    pub rest_api_id: String,
    pub model_name: String,
    pub flatten: Option<bool>,
}

impl Shape for GetModelRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            model_name: members.take("modelName")?,
            flatten: members.take("flatten")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("modelName", self.model_name);
        members.put("flatten", self.flatten);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetModelTemplateRequest {
    pub rest_api_id: String,
    pub model_name: String,
}

impl Shape for GetModelTemplateRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            model_name: members.take("modelName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("modelName", self.model_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetModelsRequest {
    pub rest_api_id: String,
    pub position: Option<String>,
    pub limit: Option<i32>,
}

impl Shape for GetModelsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            position: members.take("position")?,
            limit: members.take("limit")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("position", self.position);
        members.put("limit", self.limit);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRequestValidatorRequest {
    pub rest_api_id: String,
    pub request_validator_id: String,
}

impl Shape for GetRequestValidatorRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            request_validator_id: members.take("requestValidatorId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("requestValidatorId", self.request_validator_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRequestValidatorsRequest {
    pub rest_api_id: String,
    pub position: Option<String>,
    pub limit: Option<i32>,
}

impl Shape for GetRequestValidatorsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            position: members.take("position")?,
            limit: members.take("limit")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("position", self.position);
        members.put("limit", self.limit);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetResourceRequest {
    pub rest_api_id: String,
    pub resource_id: String,
    pub embed: Option<Vec<String>>,
}

impl Shape for GetResourceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            resource_id: members.take("resourceId")?,
            embed: members.take("embed")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("resourceId", self.resource_id);
        members.put("embed", self.embed);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetResourcesRequest {
    pub rest_api_id: String,
    pub position: Option<String>,
    pub limit: Option<i32>,
    pub embed: Option<Vec<String>>,
}

impl Shape for GetResourcesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            position: members.take("position")?,
            limit: members.take("limit")?,
            embed: members.take("embed")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("position", self.position);
        members.put("limit", self.limit);
        members.put("embed", self.embed);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRestApiRequest {
    pub rest_api_id: String,
}

impl Shape for GetRestApiRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRestApisRequest {
    pub position: Option<String>,
    pub limit: Option<i32>,
}

impl Shape for GetRestApisRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            limit: members.take("limit")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("limit", self.limit);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetSdkRequest {
    pub rest_api_id: String,
    pub stage_name: String,
    pub sdk_type: String,
    pub parameters: Option<BTreeMap<String, String>>,
}

impl Shape for GetSdkRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            stage_name: members.take("stageName")?,
            sdk_type: members.take("sdkType")?,
            parameters: members.take("parameters")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("stageName", self.stage_name);
        members.put("sdkType", self.sdk_type);
        members.put("parameters", self.parameters);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetSdkTypeRequest {
    pub id: String,
}

impl Shape for GetSdkTypeRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("id")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("id", self.id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetSdkTypesRequest {
    pub position: Option<String>,
    pub limit: Option<i32>,
}

impl Shape for GetSdkTypesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            limit: members.take("limit")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("limit", self.limit);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetStageRequest {
    pub rest_api_id: String,
    pub stage_name: String,
}

impl Shape for GetStageRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            stage_name: members.take("stageName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("stageName", self.stage_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetStagesRequest {
    pub rest_api_id: String,
    pub deployment_id: Option<String>,
}

impl Shape for GetStagesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            deployment_id: members.take("deploymentId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("deploymentId", self.deployment_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetTagsRequest {
    pub resource_arn: String,
    pub position: Option<String>,
    pub limit: Option<i32>,
}

impl Shape for GetTagsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource_arn: members.take("resourceArn")?,
            position: members.take("position")?,
            limit: members.take("limit")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("resourceArn", self.resource_arn);
        members.put("position", self.position);
        members.put("limit", self.limit);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetUsagePlanKeyRequest {
    pub usage_plan_id: String,
    pub key_id: String,
}

impl Shape for GetUsagePlanKeyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            usage_plan_id: members.take("usagePlanId")?,
            key_id: members.take("keyId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("usagePlanId", self.usage_plan_id);
        members.put("keyId", self.key_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetUsagePlanKeysRequest {
    pub usage_plan_id: String,
    pub position: Option<String>,
    pub limit: Option<i32>,
    pub name_query: Option<String>,
}

impl Shape for GetUsagePlanKeysRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            usage_plan_id: members.take("usagePlanId")?,
            position: members.take("position")?,
            limit: members.take("limit")?,
            name_query: members.take("nameQuery")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("usagePlanId", self.usage_plan_id);
        members.put("position", self.position);
        members.put("limit", self.limit);
        members.put("nameQuery", self.name_query);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetUsagePlanRequest {
    pub usage_plan_id: String,
}

impl Shape for GetUsagePlanRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            usage_plan_id: members.take("usagePlanId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("usagePlanId", self.usage_plan_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetUsagePlansRequest {
    pub position: Option<String>,
    pub key_id: Option<String>,
    pub limit: Option<i32>,
}

impl Shape for GetUsagePlansRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            key_id: members.take("keyId")?,
            limit: members.take("limit")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("keyId", self.key_id);
        members.put("limit", self.limit);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetUsageRequest {
    pub usage_plan_id: String,
    pub key_id: Option<String>,
    pub start_date: String,
    pub end_date: String,
    pub position: Option<String>,
    pub limit: Option<i32>,
}

impl Shape for GetUsageRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            usage_plan_id: members.take("usagePlanId")?,
            key_id: members.take("keyId")?,
            start_date: members.take("startDate")?,
            end_date: members.take("endDate")?,
            position: members.take("position")?,
            limit: members.take("limit")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("usagePlanId", self.usage_plan_id);
        members.put("keyId", self.key_id);
        members.put("startDate", self.start_date);
        members.put("endDate", self.end_date);
        members.put("position", self.position);
        members.put("limit", self.limit);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetVpcLinkRequest {
    pub vpc_link_id: String,
}

impl Shape for GetVpcLinkRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            vpc_link_id: members.take("vpcLinkId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("vpcLinkId", self.vpc_link_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetVpcLinksRequest {
    pub position: Option<String>,
    pub limit: Option<i32>,
}

impl Shape for GetVpcLinksRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            limit: members.take("limit")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("limit", self.limit);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct ImportApiKeysRequest {
    pub body: Bytes,
    pub format: String,
    pub fail_on_warnings: Option<bool>,
}

impl fmt::Debug for ImportApiKeysRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ImportApiKeysRequest")
            .field("body", &Masked)
            .field("format", &self.format)
            .field("fail_on_warnings", &self.fail_on_warnings)
            .finish()
    }
}

impl Shape for ImportApiKeysRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            body: members.take("body")?,
            format: members.take("format")?,
            fail_on_warnings: members.take("failOnWarnings")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("body", self.body);
        members.put("format", self.format);
        members.put("failOnWarnings", self.fail_on_warnings);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportDocumentationPartsRequest {
    pub rest_api_id: String,
    pub mode: Option<String>,
    pub fail_on_warnings: Option<bool>,
    pub body: Bytes,
}

impl Shape for ImportDocumentationPartsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            mode: members.take("mode")?,
            fail_on_warnings: members.take("failOnWarnings")?,
            body: members.take("body")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("mode", self.mode);
        members.put("failOnWarnings", self.fail_on_warnings);
        members.put("body", self.body);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportRestApiRequest {
    pub fail_on_warnings: Option<bool>,
    pub parameters: Option<BTreeMap<String, String>>,
    pub body: Bytes,
}

impl Shape for ImportRestApiRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            fail_on_warnings: members.take("failOnWarnings")?,
            parameters: members.take("parameters")?,
            body: members.take("body")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("failOnWarnings", self.fail_on_warnings);
        members.put("parameters", self.parameters);
        members.put("body", self.body);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Integration {
    pub type_: Option<String>,
    pub http_method: Option<String>,
    pub uri: Option<String>,
    pub connection_type: Option<String>,
    pub connection_id: Option<String>,
    pub credentials: Option<String>,
    pub request_parameters: Option<BTreeMap<String, String>>,
    pub request_templates: Option<BTreeMap<String, String>>,
    pub passthrough_behavior: Option<String>,
    pub content_handling: Option<String>,
    pub timeout_in_millis: Option<i32>,
    pub cache_namespace: Option<String>,
    pub cache_key_parameters: Option<Vec<String>>,
    pub integration_responses: Option<BTreeMap<String, IntegrationResponse>>,
    pub tls_config: Option<TlsConfig>,
    pub response_transfer_mode: Option<String>,
    pub integration_target: Option<String>,
}

impl Shape for Integration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            type_: members.take("type")?,
            http_method: members.take("httpMethod")?,
            uri: members.take("uri")?,
            connection_type: members.take("connectionType")?,
            connection_id: members.take("connectionId")?,
            credentials: members.take("credentials")?,
            request_parameters: members.take("requestParameters")?,
            request_templates: members.take("requestTemplates")?,
            passthrough_behavior: members.take("passthroughBehavior")?,
            content_handling: members.take("contentHandling")?,
            timeout_in_millis: members.take("timeoutInMillis")?,
            cache_namespace: members.take("cacheNamespace")?,
            cache_key_parameters: members.take("cacheKeyParameters")?,
            integration_responses: members.take("integrationResponses")?,
            tls_config: members.take("tlsConfig")?,
            response_transfer_mode: members.take("responseTransferMode")?,
            integration_target: members.take("integrationTarget")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("type", self.type_);
        members.put("httpMethod", self.http_method);
        members.put("uri", self.uri);
        members.put("connectionType", self.connection_type);
        members.put("connectionId", self.connection_id);
        members.put("credentials", self.credentials);
        members.put("requestParameters", self.request_parameters);
        members.put("requestTemplates", self.request_templates);
        members.put("passthroughBehavior", self.passthrough_behavior);
        members.put("contentHandling", self.content_handling);
        members.put("timeoutInMillis", self.timeout_in_millis);
        members.put("cacheNamespace", self.cache_namespace);
        members.put("cacheKeyParameters", self.cache_key_parameters);
        members.put("integrationResponses", self.integration_responses);
        members.put("tlsConfig", self.tls_config);
        members.put("responseTransferMode", self.response_transfer_mode);
        members.put("integrationTarget", self.integration_target);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct IntegrationResponse {
    pub status_code: Option<String>,
    pub selection_pattern: Option<String>,
    pub response_parameters: Option<BTreeMap<String, String>>,
    pub response_templates: Option<BTreeMap<String, String>>,
    pub content_handling: Option<String>,
}

impl Shape for IntegrationResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            status_code: members.take("statusCode")?,
            selection_pattern: members.take("selectionPattern")?,
            response_parameters: members.take("responseParameters")?,
            response_templates: members.take("responseTemplates")?,
            content_handling: members.take("contentHandling")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("statusCode", self.status_code);
        members.put("selectionPattern", self.selection_pattern);
        members.put("responseParameters", self.response_parameters);
        members.put("responseTemplates", self.response_templates);
        members.put("contentHandling", self.content_handling);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct JwtAdditionalClaim {
    pub claim_name: String,
    pub format: String,
    pub required: Option<bool>,
    pub expected_values: Option<Vec<String>>,
}

impl Shape for JwtAdditionalClaim {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            claim_name: members.take("claimName")?,
            format: members.take("format")?,
            required: members.take("required")?,
            expected_values: members.take("expectedValues")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("claimName", self.claim_name);
        members.put("format", self.format);
        members.put("required", self.required);
        members.put("expectedValues", self.expected_values);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct JwtConfiguration {
    pub issuers: Option<Vec<JwtIssuer>>,
    pub default_algorithms: Option<Vec<String>>,
}

impl Shape for JwtConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            issuers: members.take("issuers")?,
            default_algorithms: members.take("defaultAlgorithms")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("issuers", self.issuers);
        members.put("defaultAlgorithms", self.default_algorithms);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct JwtConfigurationInput {
    pub issuers: Vec<JwtIssuerInput>,
    pub default_algorithms: Vec<String>,
}

impl Shape for JwtConfigurationInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            issuers: members.take("issuers")?,
            default_algorithms: members.take("defaultAlgorithms")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("issuers", self.issuers);
        members.put("defaultAlgorithms", self.default_algorithms);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct JwtIssuer {
    pub issuer: Option<String>,
    pub audiences: Option<Vec<String>>,
    pub additional_claims: Option<Vec<JwtAdditionalClaim>>,
    pub jwks_uri: Option<String>,
}

impl Shape for JwtIssuer {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            issuer: members.take("issuer")?,
            audiences: members.take("audiences")?,
            additional_claims: members.take("additionalClaims")?,
            jwks_uri: members.take("jwksUri")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("issuer", self.issuer);
        members.put("audiences", self.audiences);
        members.put("additionalClaims", self.additional_claims);
        members.put("jwksUri", self.jwks_uri);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct JwtIssuerInput {
    pub issuer: String,
    pub audiences: Vec<String>,
    pub additional_claims: Option<Vec<JwtAdditionalClaim>>,
}

impl Shape for JwtIssuerInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            issuer: members.take("issuer")?,
            audiences: members.take("audiences")?,
            additional_claims: members.take("additionalClaims")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("issuer", self.issuer);
        members.put("audiences", self.audiences);
        members.put("additionalClaims", self.additional_claims);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Method {
    pub http_method: Option<String>,
    pub authorization_type: Option<String>,
    pub authorizer_id: Option<String>,
    pub api_key_required: Option<bool>,
    pub request_validator_id: Option<String>,
    pub operation_name: Option<String>,
    pub request_parameters: Option<BTreeMap<String, bool>>,
    pub request_models: Option<BTreeMap<String, String>>,
    pub method_responses: Option<BTreeMap<String, MethodResponse>>,
    pub method_integration: Option<Integration>,
    pub authorization_scopes: Option<Vec<String>>,
}

impl Shape for Method {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            http_method: members.take("httpMethod")?,
            authorization_type: members.take("authorizationType")?,
            authorizer_id: members.take("authorizerId")?,
            api_key_required: members.take("apiKeyRequired")?,
            request_validator_id: members.take("requestValidatorId")?,
            operation_name: members.take("operationName")?,
            request_parameters: members.take("requestParameters")?,
            request_models: members.take("requestModels")?,
            method_responses: members.take("methodResponses")?,
            method_integration: members.take("methodIntegration")?,
            authorization_scopes: members.take("authorizationScopes")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("httpMethod", self.http_method);
        members.put("authorizationType", self.authorization_type);
        members.put("authorizerId", self.authorizer_id);
        members.put("apiKeyRequired", self.api_key_required);
        members.put("requestValidatorId", self.request_validator_id);
        members.put("operationName", self.operation_name);
        members.put("requestParameters", self.request_parameters);
        members.put("requestModels", self.request_models);
        members.put("methodResponses", self.method_responses);
        members.put("methodIntegration", self.method_integration);
        members.put("authorizationScopes", self.authorization_scopes);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MethodResponse {
    pub status_code: Option<String>,
    pub response_parameters: Option<BTreeMap<String, bool>>,
    pub response_models: Option<BTreeMap<String, String>>,
}

impl Shape for MethodResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            status_code: members.take("statusCode")?,
            response_parameters: members.take("responseParameters")?,
            response_models: members.take("responseModels")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("statusCode", self.status_code);
        members.put("responseParameters", self.response_parameters);
        members.put("responseModels", self.response_models);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MethodSetting {
    pub metrics_enabled: Option<bool>,
    pub logging_level: Option<String>,
    pub data_trace_enabled: Option<bool>,
    pub throttling_burst_limit: Option<i32>,
    pub throttling_rate_limit: Option<f64>,
    pub caching_enabled: Option<bool>,
    pub cache_ttl_in_seconds: Option<i32>,
    pub cache_data_encrypted: Option<bool>,
    pub require_authorization_for_cache_control: Option<bool>,
    pub unauthorized_cache_control_header_strategy: Option<String>,
}

impl Shape for MethodSetting {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            metrics_enabled: members.take("metricsEnabled")?,
            logging_level: members.take("loggingLevel")?,
            data_trace_enabled: members.take("dataTraceEnabled")?,
            throttling_burst_limit: members.take("throttlingBurstLimit")?,
            throttling_rate_limit: members.take("throttlingRateLimit")?,
            caching_enabled: members.take("cachingEnabled")?,
            cache_ttl_in_seconds: members.take("cacheTtlInSeconds")?,
            cache_data_encrypted: members.take("cacheDataEncrypted")?,
            require_authorization_for_cache_control: members
                .take("requireAuthorizationForCacheControl")?,
            unauthorized_cache_control_header_strategy: members
                .take("unauthorizedCacheControlHeaderStrategy")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("metricsEnabled", self.metrics_enabled);
        members.put("loggingLevel", self.logging_level);
        members.put("dataTraceEnabled", self.data_trace_enabled);
        members.put("throttlingBurstLimit", self.throttling_burst_limit);
        members.put("throttlingRateLimit", self.throttling_rate_limit);
        members.put("cachingEnabled", self.caching_enabled);
        members.put("cacheTtlInSeconds", self.cache_ttl_in_seconds);
        members.put("cacheDataEncrypted", self.cache_data_encrypted);
        members.put(
            "requireAuthorizationForCacheControl",
            self.require_authorization_for_cache_control,
        );
        members.put(
            "unauthorizedCacheControlHeaderStrategy",
            self.unauthorized_cache_control_header_strategy,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MethodSnapshot {
    pub authorization_type: Option<String>,
    pub api_key_required: Option<bool>,
}

impl Shape for MethodSnapshot {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            authorization_type: members.take("authorizationType")?,
            api_key_required: members.take("apiKeyRequired")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("authorizationType", self.authorization_type);
        members.put("apiKeyRequired", self.api_key_required);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    pub id: Option<String>,
    pub name: Option<String>,
    pub description: Option<String>,
    pub schema: Option<String>,
    pub content_type: Option<String>,
}

impl Shape for Model {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("id")?,
            name: members.take("name")?,
            description: members.take("description")?,
            schema: members.take("schema")?,
            content_type: members.take("contentType")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("id", self.id);
        members.put("name", self.name);
        members.put("description", self.description);
        members.put("schema", self.schema);
        members.put("contentType", self.content_type);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Models {
    pub position: Option<String>,
    pub items: Option<Vec<Model>>,
}

impl Shape for Models {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            items: members.take("items")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("items", self.items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MutualTlsAuthentication {
    pub truststore_uri: Option<String>,
    pub truststore_version: Option<String>,
    pub truststore_warnings: Option<Vec<String>>,
}

impl Shape for MutualTlsAuthentication {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            truststore_uri: members.take("truststoreUri")?,
            truststore_version: members.take("truststoreVersion")?,
            truststore_warnings: members.take("truststoreWarnings")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("truststoreUri", self.truststore_uri);
        members.put("truststoreVersion", self.truststore_version);
        members.put("truststoreWarnings", self.truststore_warnings);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MutualTlsAuthenticationInput {
    pub truststore_uri: Option<String>,
    pub truststore_version: Option<String>,
}

impl Shape for MutualTlsAuthenticationInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            truststore_uri: members.take("truststoreUri")?,
            truststore_version: members.take("truststoreVersion")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("truststoreUri", self.truststore_uri);
        members.put("truststoreVersion", self.truststore_version);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PatchOperation {
    pub op: Option<String>,
    pub path: Option<String>,
    pub value: Option<String>,
    pub from: Option<String>,
}

impl Shape for PatchOperation {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            op: members.take("op")?,
            path: members.take("path")?,
            value: members.take("value")?,
            from: members.take("from")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("op", self.op);
        members.put("path", self.path);
        members.put("value", self.value);
        members.put("from", self.from);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutGatewayResponseRequest {
    pub rest_api_id: String,
    pub response_type: String,
    pub status_code: Option<String>,
    pub response_parameters: Option<BTreeMap<String, String>>,
    pub response_templates: Option<BTreeMap<String, String>>,
}

impl Shape for PutGatewayResponseRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            response_type: members.take("responseType")?,
            status_code: members.take("statusCode")?,
            response_parameters: members.take("responseParameters")?,
            response_templates: members.take("responseTemplates")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("responseType", self.response_type);
        members.put("statusCode", self.status_code);
        members.put("responseParameters", self.response_parameters);
        members.put("responseTemplates", self.response_templates);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutIntegrationRequest {
    pub rest_api_id: String,
    pub resource_id: String,
    pub http_method: String,
    pub type_: String,
    pub integration_http_method: Option<String>,
    pub uri: Option<String>,
    pub connection_type: Option<String>,
    pub connection_id: Option<String>,
    pub credentials: Option<String>,
    pub request_parameters: Option<BTreeMap<String, String>>,
    pub request_templates: Option<BTreeMap<String, String>>,
    pub passthrough_behavior: Option<String>,
    pub cache_namespace: Option<String>,
    pub cache_key_parameters: Option<Vec<String>>,
    pub content_handling: Option<String>,
    pub timeout_in_millis: Option<i32>,
    pub tls_config: Option<TlsConfig>,
    pub response_transfer_mode: Option<String>,
    pub integration_target: Option<String>,
}

impl Shape for PutIntegrationRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            resource_id: members.take("resourceId")?,
            http_method: members.take("httpMethod")?,
            type_: members.take("type")?,
            integration_http_method: members.take("integrationHttpMethod")?,
            uri: members.take("uri")?,
            connection_type: members.take("connectionType")?,
            connection_id: members.take("connectionId")?,
            credentials: members.take("credentials")?,
            request_parameters: members.take("requestParameters")?,
            request_templates: members.take("requestTemplates")?,
            passthrough_behavior: members.take("passthroughBehavior")?,
            cache_namespace: members.take("cacheNamespace")?,
            cache_key_parameters: members.take("cacheKeyParameters")?,
            content_handling: members.take("contentHandling")?,
            timeout_in_millis: members.take("timeoutInMillis")?,
            tls_config: members.take("tlsConfig")?,
            response_transfer_mode: members.take("responseTransferMode")?,
            integration_target: members.take("integrationTarget")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("resourceId", self.resource_id);
        members.put("httpMethod", self.http_method);
        members.put("type", self.type_);
        members.put("integrationHttpMethod", self.integration_http_method);
        members.put("uri", self.uri);
        members.put("connectionType", self.connection_type);
        members.put("connectionId", self.connection_id);
        members.put("credentials", self.credentials);
        members.put("requestParameters", self.request_parameters);
        members.put("requestTemplates", self.request_templates);
        members.put("passthroughBehavior", self.passthrough_behavior);
        members.put("cacheNamespace", self.cache_namespace);
        members.put("cacheKeyParameters", self.cache_key_parameters);
        members.put("contentHandling", self.content_handling);
        members.put("timeoutInMillis", self.timeout_in_millis);
        members.put("tlsConfig", self.tls_config);
        members.put("responseTransferMode", self.response_transfer_mode);
        members.put("integrationTarget", self.integration_target);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutIntegrationResponseRequest {
    pub rest_api_id: String,
    pub resource_id: String,
    pub http_method: String,
    pub status_code: String,
    pub selection_pattern: Option<String>,
    pub response_parameters: Option<BTreeMap<String, String>>,
    pub response_templates: Option<BTreeMap<String, String>>,
    pub content_handling: Option<String>,
}

impl Shape for PutIntegrationResponseRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            resource_id: members.take("resourceId")?,
            http_method: members.take("httpMethod")?,
            status_code: members.take("statusCode")?,
            selection_pattern: members.take("selectionPattern")?,
            response_parameters: members.take("responseParameters")?,
            response_templates: members.take("responseTemplates")?,
            content_handling: members.take("contentHandling")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("resourceId", self.resource_id);
        members.put("httpMethod", self.http_method);
        members.put("statusCode", self.status_code);
        members.put("selectionPattern", self.selection_pattern);
        members.put("responseParameters", self.response_parameters);
        members.put("responseTemplates", self.response_templates);
        members.put("contentHandling", self.content_handling);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutMethodRequest {
    pub rest_api_id: String,
    pub resource_id: String,
    pub http_method: String,
    pub authorization_type: String,
    pub authorizer_id: Option<String>,
    pub api_key_required: Option<bool>,
    pub operation_name: Option<String>,
    pub request_parameters: Option<BTreeMap<String, bool>>,
    pub request_models: Option<BTreeMap<String, String>>,
    pub request_validator_id: Option<String>,
    pub authorization_scopes: Option<Vec<String>>,
}

impl Shape for PutMethodRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            resource_id: members.take("resourceId")?,
            http_method: members.take("httpMethod")?,
            authorization_type: members.take("authorizationType")?,
            authorizer_id: members.take("authorizerId")?,
            api_key_required: members.take("apiKeyRequired")?,
            operation_name: members.take("operationName")?,
            request_parameters: members.take("requestParameters")?,
            request_models: members.take("requestModels")?,
            request_validator_id: members.take("requestValidatorId")?,
            authorization_scopes: members.take("authorizationScopes")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("resourceId", self.resource_id);
        members.put("httpMethod", self.http_method);
        members.put("authorizationType", self.authorization_type);
        members.put("authorizerId", self.authorizer_id);
        members.put("apiKeyRequired", self.api_key_required);
        members.put("operationName", self.operation_name);
        members.put("requestParameters", self.request_parameters);
        members.put("requestModels", self.request_models);
        members.put("requestValidatorId", self.request_validator_id);
        members.put("authorizationScopes", self.authorization_scopes);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutMethodResponseRequest {
    pub rest_api_id: String,
    pub resource_id: String,
    pub http_method: String,
    pub status_code: String,
    pub response_parameters: Option<BTreeMap<String, bool>>,
    pub response_models: Option<BTreeMap<String, String>>,
}

impl Shape for PutMethodResponseRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            resource_id: members.take("resourceId")?,
            http_method: members.take("httpMethod")?,
            status_code: members.take("statusCode")?,
            response_parameters: members.take("responseParameters")?,
            response_models: members.take("responseModels")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("resourceId", self.resource_id);
        members.put("httpMethod", self.http_method);
        members.put("statusCode", self.status_code);
        members.put("responseParameters", self.response_parameters);
        members.put("responseModels", self.response_models);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRestApiRequest {
    pub rest_api_id: String,
    pub mode: Option<String>,
    pub fail_on_warnings: Option<bool>,
    pub parameters: Option<BTreeMap<String, String>>,
    pub body: Bytes,
}

impl Shape for PutRestApiRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            mode: members.take("mode")?,
            fail_on_warnings: members.take("failOnWarnings")?,
            parameters: members.take("parameters")?,
            body: members.take("body")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("mode", self.mode);
        members.put("failOnWarnings", self.fail_on_warnings);
        members.put("parameters", self.parameters);
        members.put("body", self.body);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuotaSettings {
    pub limit: Option<i32>,
    pub offset: Option<i32>,
    pub period: Option<String>,
}

impl Shape for QuotaSettings {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            limit: members.take("limit")?,
            offset: members.take("offset")?,
            period: members.take("period")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("limit", self.limit);
        members.put("offset", self.offset);
        members.put("period", self.period);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RejectDomainNameAccessAssociationRequest {
    pub domain_name_access_association_arn: String,
    pub domain_name_arn: String,
}

impl Shape for RejectDomainNameAccessAssociationRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            domain_name_access_association_arn: members.take("domainNameAccessAssociationArn")?,
            domain_name_arn: members.take("domainNameArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "domainNameAccessAssociationArn",
            self.domain_name_access_association_arn,
        );
        members.put("domainNameArn", self.domain_name_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RequestValidator {
    pub id: Option<String>,
    pub name: Option<String>,
    pub validate_request_body: Option<bool>,
    pub validate_request_parameters: Option<bool>,
}

impl Shape for RequestValidator {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("id")?,
            name: members.take("name")?,
            validate_request_body: members.take("validateRequestBody")?,
            validate_request_parameters: members.take("validateRequestParameters")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("id", self.id);
        members.put("name", self.name);
        members.put("validateRequestBody", self.validate_request_body);
        members.put(
            "validateRequestParameters",
            self.validate_request_parameters,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RequestValidators {
    pub position: Option<String>,
    pub items: Option<Vec<RequestValidator>>,
}

impl Shape for RequestValidators {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            items: members.take("items")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("items", self.items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resource {
    pub id: Option<String>,
    pub parent_id: Option<String>,
    pub path_part: Option<String>,
    pub path: Option<String>,
    pub resource_methods: Option<BTreeMap<String, Method>>,
}

impl Shape for Resource {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("id")?,
            parent_id: members.take("parentId")?,
            path_part: members.take("pathPart")?,
            path: members.take("path")?,
            resource_methods: members.take("resourceMethods")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("id", self.id);
        members.put("parentId", self.parent_id);
        members.put("pathPart", self.path_part);
        members.put("path", self.path);
        members.put("resourceMethods", self.resource_methods);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resources {
    pub position: Option<String>,
    pub items: Option<Vec<Resource>>,
}

impl Shape for Resources {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            items: members.take("items")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("items", self.items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestApi {
    pub id: Option<String>,
    pub name: Option<String>,
    pub description: Option<String>,
    pub created_date: Option<Timestamp>,
    pub version: Option<String>,
    pub warnings: Option<Vec<String>>,
    pub binary_media_types: Option<Vec<String>>,
    pub minimum_compression_size: Option<i32>,
    pub api_key_source: Option<String>,
    pub endpoint_configuration: Option<EndpointConfiguration>,
    pub policy: Option<String>,
    pub tags: Option<BTreeMap<String, String>>,
    pub disable_execute_api_endpoint: Option<bool>,
    pub root_resource_id: Option<String>,
    pub security_policy: Option<String>,
    pub endpoint_access_mode: Option<String>,
    pub api_status: Option<String>,
    pub api_status_message: Option<String>,
}

impl Shape for RestApi {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("id")?,
            name: members.take("name")?,
            description: members.take("description")?,
            created_date: members.take("createdDate")?,
            version: members.take("version")?,
            warnings: members.take("warnings")?,
            binary_media_types: members.take("binaryMediaTypes")?,
            minimum_compression_size: members.take("minimumCompressionSize")?,
            api_key_source: members.take("apiKeySource")?,
            endpoint_configuration: members.take("endpointConfiguration")?,
            policy: members.take("policy")?,
            tags: members.take("tags")?,
            disable_execute_api_endpoint: members.take("disableExecuteApiEndpoint")?,
            root_resource_id: members.take("rootResourceId")?,
            security_policy: members.take("securityPolicy")?,
            endpoint_access_mode: members.take("endpointAccessMode")?,
            api_status: members.take("apiStatus")?,
            api_status_message: members.take("apiStatusMessage")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("id", self.id);
        members.put("name", self.name);
        members.put("description", self.description);
        members.put("createdDate", self.created_date);
        members.put("version", self.version);
        members.put("warnings", self.warnings);
        members.put("binaryMediaTypes", self.binary_media_types);
        members.put("minimumCompressionSize", self.minimum_compression_size);
        members.put("apiKeySource", self.api_key_source);
        members.put("endpointConfiguration", self.endpoint_configuration);
        members.put("policy", self.policy);
        members.put("tags", self.tags);
        members.put(
            "disableExecuteApiEndpoint",
            self.disable_execute_api_endpoint,
        );
        members.put("rootResourceId", self.root_resource_id);
        members.put("securityPolicy", self.security_policy);
        members.put("endpointAccessMode", self.endpoint_access_mode);
        members.put("apiStatus", self.api_status);
        members.put("apiStatusMessage", self.api_status_message);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestApis {
    pub position: Option<String>,
    pub items: Option<Vec<RestApi>>,
}

impl Shape for RestApis {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            items: members.take("items")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("items", self.items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SdkConfigurationProperty {
    pub name: Option<String>,
    pub friendly_name: Option<String>,
    pub description: Option<String>,
    pub required: Option<bool>,
    pub default_value: Option<String>,
}

impl Shape for SdkConfigurationProperty {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("name")?,
            friendly_name: members.take("friendlyName")?,
            description: members.take("description")?,
            required: members.take("required")?,
            default_value: members.take("defaultValue")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("name", self.name);
        members.put("friendlyName", self.friendly_name);
        members.put("description", self.description);
        members.put("required", self.required);
        members.put("defaultValue", self.default_value);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SdkResponse {
    pub content_type: Option<String>,
    pub content_disposition: Option<String>,
    pub body: Option<Bytes>,
}

impl Shape for SdkResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            content_type: members.take("contentType")?,
            content_disposition: members.take("contentDisposition")?,
            body: members.take("body")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("contentType", self.content_type);
        members.put("contentDisposition", self.content_disposition);
        members.put("body", self.body);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SdkType {
    pub id: Option<String>,
    pub friendly_name: Option<String>,
    pub description: Option<String>,
    pub configuration_properties: Option<Vec<SdkConfigurationProperty>>,
}

impl Shape for SdkType {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("id")?,
            friendly_name: members.take("friendlyName")?,
            description: members.take("description")?,
            configuration_properties: members.take("configurationProperties")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("id", self.id);
        members.put("friendlyName", self.friendly_name);
        members.put("description", self.description);
        members.put("configurationProperties", self.configuration_properties);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SdkTypes {
    pub position: Option<String>,
    pub items: Option<Vec<SdkType>>,
}

impl Shape for SdkTypes {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            items: members.take("items")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("items", self.items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stage {
    pub deployment_id: Option<String>,
    pub client_certificate_id: Option<String>,
    pub stage_name: Option<String>,
    pub description: Option<String>,
    pub cache_cluster_enabled: Option<bool>,
    pub cache_cluster_size: Option<String>,
    pub cache_cluster_status: Option<String>,
    pub method_settings: Option<BTreeMap<String, MethodSetting>>,
    pub variables: Option<BTreeMap<String, String>>,
    pub documentation_version: Option<String>,
    pub access_log_settings: Option<AccessLogSettings>,
    pub canary_settings: Option<CanarySettings>,
    pub tracing_enabled: Option<bool>,
    pub web_acl_arn: Option<String>,
    pub tags: Option<BTreeMap<String, String>>,
    pub created_date: Option<Timestamp>,
    pub last_updated_date: Option<Timestamp>,
}

impl Shape for Stage {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            deployment_id: members.take("deploymentId")?,
            client_certificate_id: members.take("clientCertificateId")?,
            stage_name: members.take("stageName")?,
            description: members.take("description")?,
            cache_cluster_enabled: members.take("cacheClusterEnabled")?,
            cache_cluster_size: members.take("cacheClusterSize")?,
            cache_cluster_status: members.take("cacheClusterStatus")?,
            method_settings: members.take("methodSettings")?,
            variables: members.take("variables")?,
            documentation_version: members.take("documentationVersion")?,
            access_log_settings: members.take("accessLogSettings")?,
            canary_settings: members.take("canarySettings")?,
            tracing_enabled: members.take("tracingEnabled")?,
            web_acl_arn: members.take("webAclArn")?,
            tags: members.take("tags")?,
            created_date: members.take("createdDate")?,
            last_updated_date: members.take("lastUpdatedDate")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("deploymentId", self.deployment_id);
        members.put("clientCertificateId", self.client_certificate_id);
        members.put("stageName", self.stage_name);
        members.put("description", self.description);
        members.put("cacheClusterEnabled", self.cache_cluster_enabled);
        members.put("cacheClusterSize", self.cache_cluster_size);
        members.put("cacheClusterStatus", self.cache_cluster_status);
        members.put("methodSettings", self.method_settings);
        members.put("variables", self.variables);
        members.put("documentationVersion", self.documentation_version);
        members.put("accessLogSettings", self.access_log_settings);
        members.put("canarySettings", self.canary_settings);
        members.put("tracingEnabled", self.tracing_enabled);
        members.put("webAclArn", self.web_acl_arn);
        members.put("tags", self.tags);
        members.put("createdDate", self.created_date);
        members.put("lastUpdatedDate", self.last_updated_date);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StageKey {
    pub rest_api_id: Option<String>,
    pub stage_name: Option<String>,
}

impl Shape for StageKey {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            stage_name: members.take("stageName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("stageName", self.stage_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stages {
    pub item: Option<Vec<Stage>>,
}

impl Shape for Stages {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            item: members.take("item")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("item", self.item);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagResourceRequest {
    pub resource_arn: String,
    pub tags: BTreeMap<String, String>,
}

impl Shape for TagResourceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource_arn: members.take("resourceArn")?,
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("resourceArn", self.resource_arn);
        members.put("tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tags {
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for Tags {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Template {
    pub value: Option<String>,
}

impl Shape for Template {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            value: members.take("value")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("value", self.value);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TestInvokeAuthorizerRequest {
    pub rest_api_id: String,
    pub authorizer_id: String,
    pub headers: Option<BTreeMap<String, String>>,
    pub multi_value_headers: Option<BTreeMap<String, Vec<String>>>,
    pub path_with_query_string: Option<String>,
    pub body: Option<String>,
    pub stage_variables: Option<BTreeMap<String, String>>,
    pub additional_context: Option<BTreeMap<String, String>>,
}

impl Shape for TestInvokeAuthorizerRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            authorizer_id: members.take("authorizerId")?,
            headers: members.take("headers")?,
            multi_value_headers: members.take("multiValueHeaders")?,
            path_with_query_string: members.take("pathWithQueryString")?,
            body: members.take("body")?,
            stage_variables: members.take("stageVariables")?,
            additional_context: members.take("additionalContext")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("authorizerId", self.authorizer_id);
        members.put("headers", self.headers);
        members.put("multiValueHeaders", self.multi_value_headers);
        members.put("pathWithQueryString", self.path_with_query_string);
        members.put("body", self.body);
        members.put("stageVariables", self.stage_variables);
        members.put("additionalContext", self.additional_context);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TestInvokeAuthorizerResponse {
    pub client_status: Option<i32>,
    pub log: Option<String>,
    pub latency: Option<i64>,
    pub principal_id: Option<String>,
    pub policy: Option<String>,
    pub authorization: Option<BTreeMap<String, Vec<String>>>,
    pub claims: Option<BTreeMap<String, String>>,
}

impl Shape for TestInvokeAuthorizerResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            client_status: members.take("clientStatus")?,
            log: members.take("log")?,
            latency: members.take("latency")?,
            principal_id: members.take("principalId")?,
            policy: members.take("policy")?,
            authorization: members.take("authorization")?,
            claims: members.take("claims")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("clientStatus", self.client_status);
        members.put("log", self.log);
        members.put("latency", self.latency);
        members.put("principalId", self.principal_id);
        members.put("policy", self.policy);
        members.put("authorization", self.authorization);
        members.put("claims", self.claims);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TestInvokeMethodRequest {
    pub rest_api_id: String,
    pub resource_id: String,
    pub http_method: String,
    pub path_with_query_string: Option<String>,
    pub body: Option<String>,
    pub headers: Option<BTreeMap<String, String>>,
    pub multi_value_headers: Option<BTreeMap<String, Vec<String>>>,
    pub client_certificate_id: Option<String>,
    pub stage_variables: Option<BTreeMap<String, String>>,
}

impl Shape for TestInvokeMethodRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            resource_id: members.take("resourceId")?,
            http_method: members.take("httpMethod")?,
            path_with_query_string: members.take("pathWithQueryString")?,
            body: members.take("body")?,
            headers: members.take("headers")?,
            multi_value_headers: members.take("multiValueHeaders")?,
            client_certificate_id: members.take("clientCertificateId")?,
            stage_variables: members.take("stageVariables")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("resourceId", self.resource_id);
        members.put("httpMethod", self.http_method);
        members.put("pathWithQueryString", self.path_with_query_string);
        members.put("body", self.body);
        members.put("headers", self.headers);
        members.put("multiValueHeaders", self.multi_value_headers);
        members.put("clientCertificateId", self.client_certificate_id);
        members.put("stageVariables", self.stage_variables);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TestInvokeMethodResponse {
    pub status: Option<i32>,
    pub body: Option<String>,
    pub headers: Option<BTreeMap<String, String>>,
    pub multi_value_headers: Option<BTreeMap<String, Vec<String>>>,
    pub log: Option<String>,
    pub latency: Option<i64>,
}

impl Shape for TestInvokeMethodResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            status: members.take("status")?,
            body: members.take("body")?,
            headers: members.take("headers")?,
            multi_value_headers: members.take("multiValueHeaders")?,
            log: members.take("log")?,
            latency: members.take("latency")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("status", self.status);
        members.put("body", self.body);
        members.put("headers", self.headers);
        members.put("multiValueHeaders", self.multi_value_headers);
        members.put("log", self.log);
        members.put("latency", self.latency);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ThrottleSettings {
    pub burst_limit: Option<i32>,
    pub rate_limit: Option<f64>,
}

impl Shape for ThrottleSettings {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            burst_limit: members.take("burstLimit")?,
            rate_limit: members.take("rateLimit")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("burstLimit", self.burst_limit);
        members.put("rateLimit", self.rate_limit);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TlsConfig {
    pub insecure_skip_verification: Option<bool>,
}

impl Shape for TlsConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            insecure_skip_verification: members.take("insecureSkipVerification")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("insecureSkipVerification", self.insecure_skip_verification);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagResourceRequest {
    pub resource_arn: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagResourceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource_arn: members.take("resourceArn")?,
            tag_keys: members.take("tagKeys")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("resourceArn", self.resource_arn);
        members.put("tagKeys", self.tag_keys);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateAccountRequest {
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shape for UpdateAccountRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            patch_operations: members.take("patchOperations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("patchOperations", self.patch_operations);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateApiKeyRequest {
    pub api_key: String,
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shape for UpdateApiKeyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            api_key: members.take("apiKey")?,
            patch_operations: members.take("patchOperations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("apiKey", self.api_key);
        members.put("patchOperations", self.patch_operations);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateAuthorizerRequest {
    pub rest_api_id: String,
    pub authorizer_id: String,
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shape for UpdateAuthorizerRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            authorizer_id: members.take("authorizerId")?,
            patch_operations: members.take("patchOperations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("authorizerId", self.authorizer_id);
        members.put("patchOperations", self.patch_operations);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateBasePathMappingRequest {
    pub domain_name: String,
    pub domain_name_id: Option<String>,
    pub base_path: String,
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shape for UpdateBasePathMappingRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            domain_name: members.take("domainName")?,
            domain_name_id: members.take("domainNameId")?,
            base_path: members.take("basePath")?,
            patch_operations: members.take("patchOperations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("domainName", self.domain_name);
        members.put("domainNameId", self.domain_name_id);
        members.put("basePath", self.base_path);
        members.put("patchOperations", self.patch_operations);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateClientCertificateRequest {
    pub client_certificate_id: String,
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shape for UpdateClientCertificateRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            client_certificate_id: members.take("clientCertificateId")?,
            patch_operations: members.take("patchOperations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("clientCertificateId", self.client_certificate_id);
        members.put("patchOperations", self.patch_operations);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateDeploymentRequest {
    pub rest_api_id: String,
    pub deployment_id: String,
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shape for UpdateDeploymentRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            deployment_id: members.take("deploymentId")?,
            patch_operations: members.take("patchOperations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("deploymentId", self.deployment_id);
        members.put("patchOperations", self.patch_operations);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateDocumentationPartRequest {
    pub rest_api_id: String,
    pub documentation_part_id: String,
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shape for UpdateDocumentationPartRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            documentation_part_id: members.take("documentationPartId")?,
            patch_operations: members.take("patchOperations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("documentationPartId", self.documentation_part_id);
        members.put("patchOperations", self.patch_operations);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateDocumentationVersionRequest {
    pub rest_api_id: String,
    pub documentation_version: String,
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shape for UpdateDocumentationVersionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            documentation_version: members.take("documentationVersion")?,
            patch_operations: members.take("patchOperations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("documentationVersion", self.documentation_version);
        members.put("patchOperations", self.patch_operations);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateDomainNameRequest {
    pub domain_name: String,
    pub domain_name_id: Option<String>,
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shape for UpdateDomainNameRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            domain_name: members.take("domainName")?,
            domain_name_id: members.take("domainNameId")?,
            patch_operations: members.take("patchOperations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("domainName", self.domain_name);
        members.put("domainNameId", self.domain_name_id);
        members.put("patchOperations", self.patch_operations);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateGatewayResponseRequest {
    pub rest_api_id: String,
    pub response_type: String,
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shape for UpdateGatewayResponseRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            response_type: members.take("responseType")?,
            patch_operations: members.take("patchOperations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("responseType", self.response_type);
        members.put("patchOperations", self.patch_operations);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateIntegrationRequest {
    pub rest_api_id: String,
    pub resource_id: String,
    pub http_method: String,
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shape for UpdateIntegrationRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            resource_id: members.take("resourceId")?,
            http_method: members.take("httpMethod")?,
            patch_operations: members.take("patchOperations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("resourceId", self.resource_id);
        members.put("httpMethod", self.http_method);
        members.put("patchOperations", self.patch_operations);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateIntegrationResponseRequest {
    pub rest_api_id: String,
    pub resource_id: String,
    pub http_method: String,
    pub status_code: String,
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shape for UpdateIntegrationResponseRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            resource_id: members.take("resourceId")?,
            http_method: members.take("httpMethod")?,
            status_code: members.take("statusCode")?,
            patch_operations: members.take("patchOperations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("resourceId", self.resource_id);
        members.put("httpMethod", self.http_method);
        members.put("statusCode", self.status_code);
        members.put("patchOperations", self.patch_operations);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateMethodRequest {
    pub rest_api_id: String,
    pub resource_id: String,
    pub http_method: String,
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shape for UpdateMethodRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            resource_id: members.take("resourceId")?,
            http_method: members.take("httpMethod")?,
            patch_operations: members.take("patchOperations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("resourceId", self.resource_id);
        members.put("httpMethod", self.http_method);
        members.put("patchOperations", self.patch_operations);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateMethodResponseRequest {
    pub rest_api_id: String,
    pub resource_id: String,
    pub http_method: String,
    pub status_code: String,
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shape for UpdateMethodResponseRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            resource_id: members.take("resourceId")?,
            http_method: members.take("httpMethod")?,
            status_code: members.take("statusCode")?,
            patch_operations: members.take("patchOperations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("resourceId", self.resource_id);
        members.put("httpMethod", self.http_method);
        members.put("statusCode", self.status_code);
        members.put("patchOperations", self.patch_operations);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateModelRequest {
    pub rest_api_id: String,
    pub model_name: String,
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shape for UpdateModelRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            model_name: members.take("modelName")?,
            patch_operations: members.take("patchOperations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("modelName", self.model_name);
        members.put("patchOperations", self.patch_operations);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateRequestValidatorRequest {
    pub rest_api_id: String,
    pub request_validator_id: String,
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shape for UpdateRequestValidatorRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            request_validator_id: members.take("requestValidatorId")?,
            patch_operations: members.take("patchOperations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("requestValidatorId", self.request_validator_id);
        members.put("patchOperations", self.patch_operations);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateResourceRequest {
    pub rest_api_id: String,
    pub resource_id: String,
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shape for UpdateResourceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            resource_id: members.take("resourceId")?,
            patch_operations: members.take("patchOperations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("resourceId", self.resource_id);
        members.put("patchOperations", self.patch_operations);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateRestApiRequest {
    pub rest_api_id: String,
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shape for UpdateRestApiRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            patch_operations: members.take("patchOperations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("patchOperations", self.patch_operations);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateStageRequest {
    pub rest_api_id: String,
    pub stage_name: String,
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shape for UpdateStageRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rest_api_id: members.take("restApiId")?,
            stage_name: members.take("stageName")?,
            patch_operations: members.take("patchOperations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("restApiId", self.rest_api_id);
        members.put("stageName", self.stage_name);
        members.put("patchOperations", self.patch_operations);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateUsagePlanRequest {
    pub usage_plan_id: String,
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shape for UpdateUsagePlanRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            usage_plan_id: members.take("usagePlanId")?,
            patch_operations: members.take("patchOperations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("usagePlanId", self.usage_plan_id);
        members.put("patchOperations", self.patch_operations);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateUsageRequest {
    pub usage_plan_id: String,
    pub key_id: String,
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shape for UpdateUsageRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            usage_plan_id: members.take("usagePlanId")?,
            key_id: members.take("keyId")?,
            patch_operations: members.take("patchOperations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("usagePlanId", self.usage_plan_id);
        members.put("keyId", self.key_id);
        members.put("patchOperations", self.patch_operations);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateVpcLinkRequest {
    pub vpc_link_id: String,
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shape for UpdateVpcLinkRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            vpc_link_id: members.take("vpcLinkId")?,
            patch_operations: members.take("patchOperations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("vpcLinkId", self.vpc_link_id);
        members.put("patchOperations", self.patch_operations);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Usage {
    pub usage_plan_id: Option<String>,
    pub start_date: Option<String>,
    pub end_date: Option<String>,
    pub position: Option<String>,
    pub items: Option<BTreeMap<String, Vec<Vec<i64>>>>,
}

impl Shape for Usage {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            usage_plan_id: members.take("usagePlanId")?,
            start_date: members.take("startDate")?,
            end_date: members.take("endDate")?,
            position: members.take("position")?,
            items: members.take("items")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("usagePlanId", self.usage_plan_id);
        members.put("startDate", self.start_date);
        members.put("endDate", self.end_date);
        members.put("position", self.position);
        members.put("items", self.items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UsagePlan {
    pub id: Option<String>,
    pub name: Option<String>,
    pub description: Option<String>,
    pub api_stages: Option<Vec<ApiStage>>,
    pub throttle: Option<ThrottleSettings>,
    pub quota: Option<QuotaSettings>,
    pub product_code: Option<String>,
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for UsagePlan {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("id")?,
            name: members.take("name")?,
            description: members.take("description")?,
            api_stages: members.take("apiStages")?,
            throttle: members.take("throttle")?,
            quota: members.take("quota")?,
            product_code: members.take("productCode")?,
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("id", self.id);
        members.put("name", self.name);
        members.put("description", self.description);
        members.put("apiStages", self.api_stages);
        members.put("throttle", self.throttle);
        members.put("quota", self.quota);
        members.put("productCode", self.product_code);
        members.put("tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct UsagePlanKey {
    pub id: Option<String>,
    pub type_: Option<String>,
    pub value: Option<String>,
    pub name: Option<String>,
}

impl fmt::Debug for UsagePlanKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("UsagePlanKey")
            .field("id", &self.id)
            .field("type_", &self.type_)
            .field("value", &self.value.as_ref().map(|_| Masked))
            .field("name", &self.name)
            .finish()
    }
}

impl Shape for UsagePlanKey {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("id")?,
            type_: members.take("type")?,
            value: members.take("value")?,
            name: members.take("name")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("id", self.id);
        members.put("type", self.type_);
        members.put("value", self.value);
        members.put("name", self.name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UsagePlanKeys {
    pub position: Option<String>,
    pub items: Option<Vec<UsagePlanKey>>,
}

impl Shape for UsagePlanKeys {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            items: members.take("items")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("items", self.items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UsagePlans {
    pub position: Option<String>,
    pub items: Option<Vec<UsagePlan>>,
}

impl Shape for UsagePlans {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            items: members.take("items")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("items", self.items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcLink {
    pub id: Option<String>,
    pub name: Option<String>,
    pub description: Option<String>,
    pub target_arns: Option<Vec<String>>,
    pub status: Option<String>,
    pub status_message: Option<String>,
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for VpcLink {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("id")?,
            name: members.take("name")?,
            description: members.take("description")?,
            target_arns: members.take("targetArns")?,
            status: members.take("status")?,
            status_message: members.take("statusMessage")?,
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("id", self.id);
        members.put("name", self.name);
        members.put("description", self.description);
        members.put("targetArns", self.target_arns);
        members.put("status", self.status);
        members.put("statusMessage", self.status_message);
        members.put("tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcLinks {
    pub position: Option<String>,
    pub items: Option<Vec<VpcLink>>,
}

impl Shape for VpcLinks {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            position: members.take("position")?,
            items: members.take("items")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("position", self.position);
        members.put("items", self.items);
        Document::Members(members)
    }
}
