// Written by `cargo xtask codegen`. Do not edit.
// What the console calls of apigateway, as crates/wire describes it.
import type { Operation } from "../aws/operation";

export interface AccessLogSettings {
  format?: string;
  destinationArn?: string;
}

export interface Account {
  cloudwatchRoleArn?: string;
  throttleSettings?: ThrottleSettings;
  features?: Array<string>;
  apiKeyVersion?: string;
}

export interface ApiKey {
  id?: string;
  value?: string;
  name?: string;
  customerId?: string;
  description?: string;
  enabled?: boolean;
  createdDate?: number;
  lastUpdatedDate?: number;
  stageKeys?: Array<string>;
  tags?: Record<string, string>;
}

export interface ApiKeys {
  warnings?: Array<string>;
  position?: string;
  item?: Array<ApiKey>;
}

export interface ApiStage {
  apiId?: string;
  stage?: string;
  throttle?: Record<string, ThrottleSettings>;
}

export interface Authorizer {
  id?: string;
  name?: string;
  type?: "TOKEN" | "REQUEST" | "COGNITO_USER_POOLS" | "JWT";
  providerARNs?: Array<string>;
  authType?: string;
  authorizerUri?: string;
  authorizerCredentials?: string;
  identitySource?: string;
  identityValidationExpression?: string;
  authorizerResultTtlInSeconds?: number;
  jwtConfiguration?: JwtConfiguration;
}

export interface Authorizers {
  position?: string;
  item?: Array<Authorizer>;
}

export interface CanarySettings {
  percentTraffic?: number;
  deploymentId?: string;
  stageVariableOverrides?: Record<string, string>;
  useStageCache?: boolean;
}

export interface CreateApiKeyRequest {
  name?: string;
  description?: string;
  enabled?: boolean;
  generateDistinctId?: boolean;
  value?: string;
  stageKeys?: Array<StageKey>;
  customerId?: string;
  tags?: Record<string, string>;
}

export interface CreateAuthorizerRequest {
  restApiId: string;
  name: string;
  type: "TOKEN" | "REQUEST" | "COGNITO_USER_POOLS" | "JWT";
  providerARNs?: Array<string>;
  authType?: string;
  authorizerUri?: string;
  authorizerCredentials?: string;
  identitySource?: string;
  identityValidationExpression?: string;
  authorizerResultTtlInSeconds?: number;
  jwtConfiguration?: JwtConfigurationInput;
}

export interface CreateDeploymentRequest {
  restApiId: string;
  stageName?: string;
  stageDescription?: string;
  description?: string;
  cacheClusterEnabled?: boolean;
  cacheClusterSize?: "0.5" | "1.6" | "6.1" | "13.5" | "28.4" | "58.2" | "118" | "237";
  variables?: Record<string, string>;
  canarySettings?: DeploymentCanarySettings;
  tracingEnabled?: boolean;
}

export interface CreateModelRequest {
  restApiId: string;
  name: string;
  description?: string;
  schema?: string;
  contentType: string;
}

export interface CreateRequestValidatorRequest {
  restApiId: string;
  name?: string;
  validateRequestBody?: boolean;
  validateRequestParameters?: boolean;
}

export interface CreateResourceRequest {
  restApiId: string;
  parentId: string;
  pathPart: string;
}

export interface CreateRestApiRequest {
  name: string;
  description?: string;
  version?: string;
  cloneFrom?: string;
  binaryMediaTypes?: Array<string>;
  minimumCompressionSize?: number;
  apiKeySource?: "HEADER" | "AUTHORIZER";
  endpointConfiguration?: EndpointConfiguration;
  policy?: string;
  tags?: Record<string, string>;
  disableExecuteApiEndpoint?: boolean;
  securityPolicy?: "TLS_1_0" | "TLS_1_2" | "SecurityPolicy_TLS13_1_3_2025_09" | "SecurityPolicy_TLS13_1_3_FIPS_2025_09" | "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_Ext2_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_Ext2_FIPS_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_2021_06" | "SecurityPolicy_TLS13_2025_EDGE" | "SecurityPolicy_TLS12_PFS_2025_EDGE" | "SecurityPolicy_TLS12_2018_EDGE";
  endpointAccessMode?: "BASIC" | "STRICT";
}

export interface CreateUsagePlanKeyRequest {
  usagePlanId: string;
  keyId: string;
  keyType: string;
}

export interface CreateUsagePlanRequest {
  name: string;
  description?: string;
  apiStages?: Array<ApiStage>;
  throttle?: ThrottleSettings;
  quota?: QuotaSettings;
  tags?: Record<string, string>;
}

export interface DeleteApiKeyRequest {
  apiKey: string;
}

export interface DeleteAuthorizerRequest {
  restApiId: string;
  authorizerId: string;
}

export interface DeleteGatewayResponseRequest {
  restApiId: string;
  responseType: "REQUEST_TOO_LARGE" | "RESOURCE_NOT_FOUND" | "AUTHORIZER_CONFIGURATION_ERROR" | "MISSING_AUTHENTICATION_TOKEN" | "BAD_REQUEST_BODY" | "INVALID_SIGNATURE" | "INVALID_API_KEY" | "BAD_REQUEST_PARAMETERS" | "AUTHORIZER_FAILURE" | "UNAUTHORIZED" | "INTEGRATION_TIMEOUT" | "ACCESS_DENIED" | "DEFAULT_4XX" | "DEFAULT_5XX" | "WAF_FILTERED" | "QUOTA_EXCEEDED" | "THROTTLED" | "API_CONFIGURATION_ERROR" | "UNSUPPORTED_MEDIA_TYPE" | "INTEGRATION_FAILURE" | "EXPIRED_TOKEN";
}

export interface DeleteIntegrationResponseRequest {
  restApiId: string;
  resourceId: string;
  httpMethod: string;
  statusCode: string;
}

export interface DeleteMethodRequest {
  restApiId: string;
  resourceId: string;
  httpMethod: string;
}

export interface DeleteMethodResponseRequest {
  restApiId: string;
  resourceId: string;
  httpMethod: string;
  statusCode: string;
}

export interface DeleteModelRequest {
  restApiId: string;
  modelName: string;
}

export interface DeleteRequestValidatorRequest {
  restApiId: string;
  requestValidatorId: string;
}

export interface DeleteResourceRequest {
  restApiId: string;
  resourceId: string;
}

export interface DeleteRestApiRequest {
  restApiId: string;
}

export interface DeleteStageRequest {
  restApiId: string;
  stageName: string;
}

export interface DeleteUsagePlanKeyRequest {
  usagePlanId: string;
  keyId: string;
}

export interface DeleteUsagePlanRequest {
  usagePlanId: string;
}

export interface Deployment {
  id?: string;
  description?: string;
  createdDate?: number;
  apiSummary?: Record<string, Record<string, MethodSnapshot>>;
}

export interface DeploymentCanarySettings {
  percentTraffic?: number;
  stageVariableOverrides?: Record<string, string>;
  useStageCache?: boolean;
}

export interface Deployments {
  position?: string;
  item?: Array<Deployment>;
}

export interface EndpointConfiguration {
  types?: Array<"PRIVATE" | "EDGE" | "REGIONAL">;
  ipAddressType?: "ipv4" | "dualstack";
  vpcEndpointIds?: Array<string>;
}

export interface ExportResponse {
  contentType?: string;
  contentDisposition?: string;
  body?: Uint8Array | string;
}

export interface FlushStageAuthorizersCacheRequest {
  restApiId: string;
  stageName: string;
}

export interface GatewayResponse {
  responseType?: "REQUEST_TOO_LARGE" | "RESOURCE_NOT_FOUND" | "AUTHORIZER_CONFIGURATION_ERROR" | "MISSING_AUTHENTICATION_TOKEN" | "BAD_REQUEST_BODY" | "INVALID_SIGNATURE" | "INVALID_API_KEY" | "BAD_REQUEST_PARAMETERS" | "AUTHORIZER_FAILURE" | "UNAUTHORIZED" | "INTEGRATION_TIMEOUT" | "ACCESS_DENIED" | "DEFAULT_4XX" | "DEFAULT_5XX" | "WAF_FILTERED" | "QUOTA_EXCEEDED" | "THROTTLED" | "API_CONFIGURATION_ERROR" | "UNSUPPORTED_MEDIA_TYPE" | "INTEGRATION_FAILURE" | "EXPIRED_TOKEN";
  statusCode?: string;
  responseParameters?: Record<string, string>;
  responseTemplates?: Record<string, string>;
  defaultResponse?: boolean;
}

export interface GatewayResponses {
  position?: string;
  item?: Array<GatewayResponse>;
}

export interface GetAccountRequest {
}

export interface GetApiKeysRequest {
  position?: string;
  limit?: number;
  nameQuery?: string;
  customerId?: string;
  includeValues?: boolean;
}

export interface GetAuthorizersRequest {
  restApiId: string;
  position?: string;
  limit?: number;
}

export interface GetDeploymentsRequest {
  restApiId: string;
  position?: string;
  limit?: number;
}

export interface GetExportRequest {
  restApiId: string;
  stageName: string;
  exportType: string;
  parameters?: Record<string, string>;
  accepts?: string;
}

export interface GetGatewayResponseRequest {
  restApiId: string;
  responseType: "REQUEST_TOO_LARGE" | "RESOURCE_NOT_FOUND" | "AUTHORIZER_CONFIGURATION_ERROR" | "MISSING_AUTHENTICATION_TOKEN" | "BAD_REQUEST_BODY" | "INVALID_SIGNATURE" | "INVALID_API_KEY" | "BAD_REQUEST_PARAMETERS" | "AUTHORIZER_FAILURE" | "UNAUTHORIZED" | "INTEGRATION_TIMEOUT" | "ACCESS_DENIED" | "DEFAULT_4XX" | "DEFAULT_5XX" | "WAF_FILTERED" | "QUOTA_EXCEEDED" | "THROTTLED" | "API_CONFIGURATION_ERROR" | "UNSUPPORTED_MEDIA_TYPE" | "INTEGRATION_FAILURE" | "EXPIRED_TOKEN";
}

export interface GetGatewayResponsesRequest {
  restApiId: string;
  position?: string;
  limit?: number;
}

export interface GetIntegrationRequest {
  restApiId: string;
  resourceId: string;
  httpMethod: string;
}

export interface GetMethodRequest {
  restApiId: string;
  resourceId: string;
  httpMethod: string;
}

export interface GetModelRequest {
  restApiId: string;
  modelName: string;
  flatten?: boolean;
}

export interface GetModelsRequest {
  restApiId: string;
  position?: string;
  limit?: number;
}

export interface GetRequestValidatorsRequest {
  restApiId: string;
  position?: string;
  limit?: number;
}

export interface GetResourcesRequest {
  restApiId: string;
  position?: string;
  limit?: number;
  embed?: Array<string>;
}

export interface GetRestApiRequest {
  restApiId: string;
}

export interface GetRestApisRequest {
  position?: string;
  limit?: number;
}

export interface GetStagesRequest {
  restApiId: string;
  deploymentId?: string;
}

export interface GetUsagePlanKeysRequest {
  usagePlanId: string;
  position?: string;
  limit?: number;
  nameQuery?: string;
}

export interface GetUsagePlanRequest {
  usagePlanId: string;
}

export interface GetUsagePlansRequest {
  position?: string;
  keyId?: string;
  limit?: number;
}

export interface ImportRestApiRequest {
  failOnWarnings?: boolean;
  parameters?: Record<string, string>;
  body: Uint8Array | string;
}

export interface Integration {
  type?: "HTTP" | "MOCK" | "AWS_PROXY" | "HTTP_PROXY" | "AWS";
  httpMethod?: string;
  uri?: string;
  connectionType?: "INTERNET" | "VPC_LINK";
  connectionId?: string;
  credentials?: string;
  requestParameters?: Record<string, string>;
  requestTemplates?: Record<string, string>;
  passthroughBehavior?: string;
  contentHandling?: "CONVERT_TO_BINARY" | "CONVERT_TO_TEXT";
  timeoutInMillis?: number;
  cacheNamespace?: string;
  cacheKeyParameters?: Array<string>;
  integrationResponses?: Record<string, IntegrationResponse>;
  tlsConfig?: TlsConfig;
  responseTransferMode?: "BUFFERED" | "STREAM";
  integrationTarget?: string;
}

export interface IntegrationResponse {
  statusCode?: string;
  selectionPattern?: string;
  responseParameters?: Record<string, string>;
  responseTemplates?: Record<string, string>;
  contentHandling?: "CONVERT_TO_BINARY" | "CONVERT_TO_TEXT";
}

export interface JwtAdditionalClaim {
  claimName: string;
  format: "SINGLE_STRING";
  required?: boolean;
  expectedValues?: Array<string>;
}

export interface JwtConfiguration {
  issuers?: Array<JwtIssuer>;
  defaultAlgorithms?: Array<"RS256" | "RS384" | "RS512" | "ES256" | "ES384" | "ES512">;
}

export interface JwtConfigurationInput {
  issuers: Array<JwtIssuerInput>;
  defaultAlgorithms: Array<"RS256" | "RS384" | "RS512" | "ES256" | "ES384" | "ES512">;
}

export interface JwtIssuer {
  issuer?: string;
  audiences?: Array<string>;
  additionalClaims?: Array<JwtAdditionalClaim>;
  jwksUri?: string;
}

export interface JwtIssuerInput {
  issuer: string;
  audiences: Array<string>;
  additionalClaims?: Array<JwtAdditionalClaim>;
}

export interface Method {
  httpMethod?: string;
  authorizationType?: string;
  authorizerId?: string;
  apiKeyRequired?: boolean;
  requestValidatorId?: string;
  operationName?: string;
  requestParameters?: Record<string, boolean>;
  requestModels?: Record<string, string>;
  methodResponses?: Record<string, MethodResponse>;
  methodIntegration?: Integration;
  authorizationScopes?: Array<string>;
}

export interface MethodResponse {
  statusCode?: string;
  responseParameters?: Record<string, boolean>;
  responseModels?: Record<string, string>;
}

export interface MethodSetting {
  metricsEnabled?: boolean;
  loggingLevel?: string;
  dataTraceEnabled?: boolean;
  throttlingBurstLimit?: number;
  throttlingRateLimit?: number;
  cachingEnabled?: boolean;
  cacheTtlInSeconds?: number;
  cacheDataEncrypted?: boolean;
  requireAuthorizationForCacheControl?: boolean;
  unauthorizedCacheControlHeaderStrategy?: "FAIL_WITH_403" | "SUCCEED_WITH_RESPONSE_HEADER" | "SUCCEED_WITHOUT_RESPONSE_HEADER";
}

export interface MethodSnapshot {
  authorizationType?: string;
  apiKeyRequired?: boolean;
}

export interface Model {
  id?: string;
  name?: string;
  description?: string;
  schema?: string;
  contentType?: string;
}

export interface Models {
  position?: string;
  item?: Array<Model>;
}

export interface PatchOperation {
  op?: "add" | "remove" | "move" | "test" | "replace" | "copy";
  path?: string;
  value?: string;
  from?: string;
}

export interface PutGatewayResponseRequest {
  restApiId: string;
  responseType: "REQUEST_TOO_LARGE" | "RESOURCE_NOT_FOUND" | "AUTHORIZER_CONFIGURATION_ERROR" | "MISSING_AUTHENTICATION_TOKEN" | "BAD_REQUEST_BODY" | "INVALID_SIGNATURE" | "INVALID_API_KEY" | "BAD_REQUEST_PARAMETERS" | "AUTHORIZER_FAILURE" | "UNAUTHORIZED" | "INTEGRATION_TIMEOUT" | "ACCESS_DENIED" | "DEFAULT_4XX" | "DEFAULT_5XX" | "WAF_FILTERED" | "QUOTA_EXCEEDED" | "THROTTLED" | "API_CONFIGURATION_ERROR" | "UNSUPPORTED_MEDIA_TYPE" | "INTEGRATION_FAILURE" | "EXPIRED_TOKEN";
  statusCode?: string;
  responseParameters?: Record<string, string>;
  responseTemplates?: Record<string, string>;
}

export interface PutIntegrationRequest {
  restApiId: string;
  resourceId: string;
  httpMethod: string;
  type: "HTTP" | "MOCK" | "AWS_PROXY" | "HTTP_PROXY" | "AWS";
  integrationHttpMethod?: string;
  uri?: string;
  connectionType?: "INTERNET" | "VPC_LINK";
  connectionId?: string;
  credentials?: string;
  requestParameters?: Record<string, string>;
  requestTemplates?: Record<string, string>;
  passthroughBehavior?: string;
  cacheNamespace?: string;
  cacheKeyParameters?: Array<string>;
  contentHandling?: "CONVERT_TO_BINARY" | "CONVERT_TO_TEXT";
  timeoutInMillis?: number;
  tlsConfig?: TlsConfig;
  responseTransferMode?: "BUFFERED" | "STREAM";
  integrationTarget?: string;
}

export interface PutIntegrationResponseRequest {
  restApiId: string;
  resourceId: string;
  httpMethod: string;
  statusCode: string;
  selectionPattern?: string;
  responseParameters?: Record<string, string>;
  responseTemplates?: Record<string, string>;
  contentHandling?: "CONVERT_TO_BINARY" | "CONVERT_TO_TEXT";
}

export interface PutMethodRequest {
  restApiId: string;
  resourceId: string;
  httpMethod: string;
  authorizationType: string;
  authorizerId?: string;
  apiKeyRequired?: boolean;
  operationName?: string;
  requestParameters?: Record<string, boolean>;
  requestModels?: Record<string, string>;
  requestValidatorId?: string;
  authorizationScopes?: Array<string>;
}

export interface PutMethodResponseRequest {
  restApiId: string;
  resourceId: string;
  httpMethod: string;
  statusCode: string;
  responseParameters?: Record<string, boolean>;
  responseModels?: Record<string, string>;
}

export interface PutRestApiRequest {
  restApiId: string;
  mode?: "merge" | "overwrite";
  failOnWarnings?: boolean;
  parameters?: Record<string, string>;
  body: Uint8Array | string;
}

export interface QuotaSettings {
  limit?: number;
  offset?: number;
  period?: "DAY" | "WEEK" | "MONTH";
}

export interface RequestValidator {
  id?: string;
  name?: string;
  validateRequestBody?: boolean;
  validateRequestParameters?: boolean;
}

export interface RequestValidators {
  position?: string;
  item?: Array<RequestValidator>;
}

export interface Resource {
  id?: string;
  parentId?: string;
  pathPart?: string;
  path?: string;
  resourceMethods?: Record<string, Method>;
}

export interface Resources {
  position?: string;
  item?: Array<Resource>;
}

export interface RestApi {
  id?: string;
  name?: string;
  description?: string;
  createdDate?: number;
  version?: string;
  warnings?: Array<string>;
  binaryMediaTypes?: Array<string>;
  minimumCompressionSize?: number;
  apiKeySource?: "HEADER" | "AUTHORIZER";
  endpointConfiguration?: EndpointConfiguration;
  policy?: string;
  tags?: Record<string, string>;
  disableExecuteApiEndpoint?: boolean;
  rootResourceId?: string;
  securityPolicy?: "TLS_1_0" | "TLS_1_2" | "SecurityPolicy_TLS13_1_3_2025_09" | "SecurityPolicy_TLS13_1_3_FIPS_2025_09" | "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_Ext2_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_Ext2_FIPS_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_2021_06" | "SecurityPolicy_TLS13_2025_EDGE" | "SecurityPolicy_TLS12_PFS_2025_EDGE" | "SecurityPolicy_TLS12_2018_EDGE";
  endpointAccessMode?: "BASIC" | "STRICT";
  apiStatus?: "UPDATING" | "AVAILABLE" | "PENDING" | "FAILED";
  apiStatusMessage?: string;
}

export interface RestApis {
  position?: string;
  item?: Array<RestApi>;
}

export interface Stage {
  deploymentId?: string;
  clientCertificateId?: string;
  stageName?: string;
  description?: string;
  cacheClusterEnabled?: boolean;
  cacheClusterSize?: "0.5" | "1.6" | "6.1" | "13.5" | "28.4" | "58.2" | "118" | "237";
  cacheClusterStatus?: "CREATE_IN_PROGRESS" | "AVAILABLE" | "DELETE_IN_PROGRESS" | "NOT_AVAILABLE" | "FLUSH_IN_PROGRESS";
  methodSettings?: Record<string, MethodSetting>;
  variables?: Record<string, string>;
  documentationVersion?: string;
  accessLogSettings?: AccessLogSettings;
  canarySettings?: CanarySettings;
  tracingEnabled?: boolean;
  webAclArn?: string;
  tags?: Record<string, string>;
  createdDate?: number;
  lastUpdatedDate?: number;
}

export interface StageKey {
  restApiId?: string;
  stageName?: string;
}

export interface Stages {
  item?: Array<Stage>;
}

export interface TestInvokeAuthorizerRequest {
  restApiId: string;
  authorizerId: string;
  headers?: Record<string, string>;
  multiValueHeaders?: Record<string, Array<string>>;
  pathWithQueryString?: string;
  body?: string;
  stageVariables?: Record<string, string>;
  additionalContext?: Record<string, string>;
}

export interface TestInvokeAuthorizerResponse {
  clientStatus?: number;
  log?: string;
  latency?: number;
  principalId?: string;
  policy?: string;
  authorization?: Record<string, Array<string>>;
  claims?: Record<string, string>;
}

export interface TestInvokeMethodRequest {
  restApiId: string;
  resourceId: string;
  httpMethod: string;
  pathWithQueryString?: string;
  body?: string;
  headers?: Record<string, string>;
  multiValueHeaders?: Record<string, Array<string>>;
  clientCertificateId?: string;
  stageVariables?: Record<string, string>;
}

export interface TestInvokeMethodResponse {
  status?: number;
  body?: string;
  headers?: Record<string, string>;
  multiValueHeaders?: Record<string, Array<string>>;
  log?: string;
  latency?: number;
}

export interface ThrottleSettings {
  burstLimit?: number;
  rateLimit?: number;
}

export interface TlsConfig {
  insecureSkipVerification?: boolean;
}

export interface UpdateAccountRequest {
  patchOperations?: Array<PatchOperation>;
}

export interface UpdateApiKeyRequest {
  apiKey: string;
  patchOperations?: Array<PatchOperation>;
}

export interface UpdateAuthorizerRequest {
  restApiId: string;
  authorizerId: string;
  patchOperations?: Array<PatchOperation>;
}

export interface UpdateIntegrationRequest {
  restApiId: string;
  resourceId: string;
  httpMethod: string;
  patchOperations?: Array<PatchOperation>;
}

export interface UpdateIntegrationResponseRequest {
  restApiId: string;
  resourceId: string;
  httpMethod: string;
  statusCode: string;
  patchOperations?: Array<PatchOperation>;
}

export interface UpdateMethodRequest {
  restApiId: string;
  resourceId: string;
  httpMethod: string;
  patchOperations?: Array<PatchOperation>;
}

export interface UpdateModelRequest {
  restApiId: string;
  modelName: string;
  patchOperations?: Array<PatchOperation>;
}

export interface UpdateStageRequest {
  restApiId: string;
  stageName: string;
  patchOperations?: Array<PatchOperation>;
}

export interface UpdateUsagePlanRequest {
  usagePlanId: string;
  patchOperations?: Array<PatchOperation>;
}

export interface UsagePlan {
  id?: string;
  name?: string;
  description?: string;
  apiStages?: Array<ApiStage>;
  throttle?: ThrottleSettings;
  quota?: QuotaSettings;
  productCode?: string;
  tags?: Record<string, string>;
}

export interface UsagePlanKey {
  id?: string;
  type?: string;
  value?: string;
  name?: string;
}

export interface UsagePlanKeys {
  position?: string;
  item?: Array<UsagePlanKey>;
}

export interface UsagePlans {
  position?: string;
  item?: Array<UsagePlan>;
}

export const createApiKey: Operation<CreateApiKeyRequest, ApiKey> = {
  service: "apigateway",
  name: "CreateApiKey",
  method: "POST",
  uri: "/apikeys",
};

export const createAuthorizer: Operation<CreateAuthorizerRequest, Authorizer> = {
  service: "apigateway",
  name: "CreateAuthorizer",
  method: "POST",
  uri: "/restapis/{restapi_id}/authorizers",
  places: { restApiId: ["uri", "restapi_id"] },
};

export const createDeployment: Operation<CreateDeploymentRequest, Deployment> = {
  service: "apigateway",
  name: "CreateDeployment",
  method: "POST",
  uri: "/restapis/{restapi_id}/deployments",
  places: { restApiId: ["uri", "restapi_id"] },
};

export const createModel: Operation<CreateModelRequest, Model> = {
  service: "apigateway",
  name: "CreateModel",
  method: "POST",
  uri: "/restapis/{restapi_id}/models",
  places: { restApiId: ["uri", "restapi_id"] },
};

export const createRequestValidator: Operation<CreateRequestValidatorRequest, RequestValidator> = {
  service: "apigateway",
  name: "CreateRequestValidator",
  method: "POST",
  uri: "/restapis/{restapi_id}/requestvalidators",
  places: { restApiId: ["uri", "restapi_id"] },
};

export const createResource: Operation<CreateResourceRequest, Resource> = {
  service: "apigateway",
  name: "CreateResource",
  method: "POST",
  uri: "/restapis/{restapi_id}/resources/{parent_id}",
  places: { restApiId: ["uri", "restapi_id"], parentId: ["uri", "parent_id"] },
};

export const createRestApi: Operation<CreateRestApiRequest, RestApi> = {
  service: "apigateway",
  name: "CreateRestApi",
  method: "POST",
  uri: "/restapis",
};

export const createUsagePlan: Operation<CreateUsagePlanRequest, UsagePlan> = {
  service: "apigateway",
  name: "CreateUsagePlan",
  method: "POST",
  uri: "/usageplans",
};

export const createUsagePlanKey: Operation<CreateUsagePlanKeyRequest, UsagePlanKey> = {
  service: "apigateway",
  name: "CreateUsagePlanKey",
  method: "POST",
  uri: "/usageplans/{usageplanId}/keys",
  places: { usagePlanId: ["uri", "usageplanId"] },
};

export const deleteApiKey: Operation<DeleteApiKeyRequest, Record<string, never>> = {
  service: "apigateway",
  name: "DeleteApiKey",
  method: "DELETE",
  uri: "/apikeys/{api_Key}",
  places: { apiKey: ["uri", "api_Key"] },
};

export const deleteAuthorizer: Operation<DeleteAuthorizerRequest, Record<string, never>> = {
  service: "apigateway",
  name: "DeleteAuthorizer",
  method: "DELETE",
  uri: "/restapis/{restapi_id}/authorizers/{authorizer_id}",
  places: { restApiId: ["uri", "restapi_id"], authorizerId: ["uri", "authorizer_id"] },
};

export const deleteGatewayResponse: Operation<DeleteGatewayResponseRequest, Record<string, never>> = {
  service: "apigateway",
  name: "DeleteGatewayResponse",
  method: "DELETE",
  uri: "/restapis/{restapi_id}/gatewayresponses/{response_type}",
  places: { restApiId: ["uri", "restapi_id"], responseType: ["uri", "response_type"] },
};

export const deleteIntegrationResponse: Operation<DeleteIntegrationResponseRequest, Record<string, never>> = {
  service: "apigateway",
  name: "DeleteIntegrationResponse",
  method: "DELETE",
  uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration/responses/{status_code}",
  places: { restApiId: ["uri", "restapi_id"], resourceId: ["uri", "resource_id"], httpMethod: ["uri", "http_method"], statusCode: ["uri", "status_code"] },
};

export const deleteMethod: Operation<DeleteMethodRequest, Record<string, never>> = {
  service: "apigateway",
  name: "DeleteMethod",
  method: "DELETE",
  uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}",
  places: { restApiId: ["uri", "restapi_id"], resourceId: ["uri", "resource_id"], httpMethod: ["uri", "http_method"] },
};

export const deleteMethodResponse: Operation<DeleteMethodResponseRequest, Record<string, never>> = {
  service: "apigateway",
  name: "DeleteMethodResponse",
  method: "DELETE",
  uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/responses/{status_code}",
  places: { restApiId: ["uri", "restapi_id"], resourceId: ["uri", "resource_id"], httpMethod: ["uri", "http_method"], statusCode: ["uri", "status_code"] },
};

export const deleteModel: Operation<DeleteModelRequest, Record<string, never>> = {
  service: "apigateway",
  name: "DeleteModel",
  method: "DELETE",
  uri: "/restapis/{restapi_id}/models/{model_name}",
  places: { restApiId: ["uri", "restapi_id"], modelName: ["uri", "model_name"] },
};

export const deleteRequestValidator: Operation<DeleteRequestValidatorRequest, Record<string, never>> = {
  service: "apigateway",
  name: "DeleteRequestValidator",
  method: "DELETE",
  uri: "/restapis/{restapi_id}/requestvalidators/{requestvalidator_id}",
  places: { restApiId: ["uri", "restapi_id"], requestValidatorId: ["uri", "requestvalidator_id"] },
};

export const deleteResource: Operation<DeleteResourceRequest, Record<string, never>> = {
  service: "apigateway",
  name: "DeleteResource",
  method: "DELETE",
  uri: "/restapis/{restapi_id}/resources/{resource_id}",
  places: { restApiId: ["uri", "restapi_id"], resourceId: ["uri", "resource_id"] },
};

export const deleteRestApi: Operation<DeleteRestApiRequest, Record<string, never>> = {
  service: "apigateway",
  name: "DeleteRestApi",
  method: "DELETE",
  uri: "/restapis/{restapi_id}",
  places: { restApiId: ["uri", "restapi_id"] },
};

export const deleteStage: Operation<DeleteStageRequest, Record<string, never>> = {
  service: "apigateway",
  name: "DeleteStage",
  method: "DELETE",
  uri: "/restapis/{restapi_id}/stages/{stage_name}",
  places: { restApiId: ["uri", "restapi_id"], stageName: ["uri", "stage_name"] },
};

export const deleteUsagePlan: Operation<DeleteUsagePlanRequest, Record<string, never>> = {
  service: "apigateway",
  name: "DeleteUsagePlan",
  method: "DELETE",
  uri: "/usageplans/{usageplanId}",
  places: { usagePlanId: ["uri", "usageplanId"] },
};

export const deleteUsagePlanKey: Operation<DeleteUsagePlanKeyRequest, Record<string, never>> = {
  service: "apigateway",
  name: "DeleteUsagePlanKey",
  method: "DELETE",
  uri: "/usageplans/{usageplanId}/keys/{keyId}",
  places: { usagePlanId: ["uri", "usageplanId"], keyId: ["uri", "keyId"] },
};

export const flushStageAuthorizersCache: Operation<FlushStageAuthorizersCacheRequest, Record<string, never>> = {
  service: "apigateway",
  name: "FlushStageAuthorizersCache",
  method: "DELETE",
  uri: "/restapis/{restapi_id}/stages/{stage_name}/cache/authorizers",
  places: { restApiId: ["uri", "restapi_id"], stageName: ["uri", "stage_name"] },
};

export const getAccount: Operation<GetAccountRequest, Account> = {
  service: "apigateway",
  name: "GetAccount",
  method: "GET",
  uri: "/account",
};

export const getApiKeys: Operation<GetApiKeysRequest, ApiKeys> = {
  service: "apigateway",
  name: "GetApiKeys",
  method: "GET",
  uri: "/apikeys",
  places: { position: ["querystring", "position"], limit: ["querystring", "limit"], nameQuery: ["querystring", "name"], customerId: ["querystring", "customerId"], includeValues: ["querystring", "includeValues"] },
};

export const getAuthorizers: Operation<GetAuthorizersRequest, Authorizers> = {
  service: "apigateway",
  name: "GetAuthorizers",
  method: "GET",
  uri: "/restapis/{restapi_id}/authorizers",
  places: { restApiId: ["uri", "restapi_id"], position: ["querystring", "position"], limit: ["querystring", "limit"] },
};

export const getDeployments: Operation<GetDeploymentsRequest, Deployments> = {
  service: "apigateway",
  name: "GetDeployments",
  method: "GET",
  uri: "/restapis/{restapi_id}/deployments",
  places: { restApiId: ["uri", "restapi_id"], position: ["querystring", "position"], limit: ["querystring", "limit"] },
};

export const getExport: Operation<GetExportRequest, ExportResponse> = {
  service: "apigateway",
  name: "GetExport",
  method: "GET",
  uri: "/restapis/{restapi_id}/stages/{stage_name}/exports/{export_type}",
  places: { restApiId: ["uri", "restapi_id"], stageName: ["uri", "stage_name"], exportType: ["uri", "export_type"], parameters: ["querystring", "parameters"], accepts: ["header", "Accept"] },
  answers: { contentType: ["header", "Content-Type"], contentDisposition: ["header", "Content-Disposition"], body: ["payload", ""] },
};

export const getGatewayResponse: Operation<GetGatewayResponseRequest, GatewayResponse> = {
  service: "apigateway",
  name: "GetGatewayResponse",
  method: "GET",
  uri: "/restapis/{restapi_id}/gatewayresponses/{response_type}",
  places: { restApiId: ["uri", "restapi_id"], responseType: ["uri", "response_type"] },
};

export const getGatewayResponses: Operation<GetGatewayResponsesRequest, GatewayResponses> = {
  service: "apigateway",
  name: "GetGatewayResponses",
  method: "GET",
  uri: "/restapis/{restapi_id}/gatewayresponses",
  places: { restApiId: ["uri", "restapi_id"], position: ["querystring", "position"], limit: ["querystring", "limit"] },
};

export const getIntegration: Operation<GetIntegrationRequest, Integration> = {
  service: "apigateway",
  name: "GetIntegration",
  method: "GET",
  uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration",
  places: { restApiId: ["uri", "restapi_id"], resourceId: ["uri", "resource_id"], httpMethod: ["uri", "http_method"] },
};

export const getMethod: Operation<GetMethodRequest, Method> = {
  service: "apigateway",
  name: "GetMethod",
  method: "GET",
  uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}",
  places: { restApiId: ["uri", "restapi_id"], resourceId: ["uri", "resource_id"], httpMethod: ["uri", "http_method"] },
};

export const getModel: Operation<GetModelRequest, Model> = {
  service: "apigateway",
  name: "GetModel",
  method: "GET",
  uri: "/restapis/{restapi_id}/models/{model_name}",
  places: { restApiId: ["uri", "restapi_id"], modelName: ["uri", "model_name"], flatten: ["querystring", "flatten"] },
};

export const getModels: Operation<GetModelsRequest, Models> = {
  service: "apigateway",
  name: "GetModels",
  method: "GET",
  uri: "/restapis/{restapi_id}/models",
  places: { restApiId: ["uri", "restapi_id"], position: ["querystring", "position"], limit: ["querystring", "limit"] },
};

export const getRequestValidators: Operation<GetRequestValidatorsRequest, RequestValidators> = {
  service: "apigateway",
  name: "GetRequestValidators",
  method: "GET",
  uri: "/restapis/{restapi_id}/requestvalidators",
  places: { restApiId: ["uri", "restapi_id"], position: ["querystring", "position"], limit: ["querystring", "limit"] },
};

export const getResources: Operation<GetResourcesRequest, Resources> = {
  service: "apigateway",
  name: "GetResources",
  method: "GET",
  uri: "/restapis/{restapi_id}/resources",
  places: { restApiId: ["uri", "restapi_id"], position: ["querystring", "position"], limit: ["querystring", "limit"], embed: ["querystring", "embed"] },
};

export const getRestApi: Operation<GetRestApiRequest, RestApi> = {
  service: "apigateway",
  name: "GetRestApi",
  method: "GET",
  uri: "/restapis/{restapi_id}",
  places: { restApiId: ["uri", "restapi_id"] },
};

export const getRestApis: Operation<GetRestApisRequest, RestApis> = {
  service: "apigateway",
  name: "GetRestApis",
  method: "GET",
  uri: "/restapis",
  places: { position: ["querystring", "position"], limit: ["querystring", "limit"] },
};

export const getStages: Operation<GetStagesRequest, Stages> = {
  service: "apigateway",
  name: "GetStages",
  method: "GET",
  uri: "/restapis/{restapi_id}/stages",
  places: { restApiId: ["uri", "restapi_id"], deploymentId: ["querystring", "deploymentId"] },
};

export const getUsagePlan: Operation<GetUsagePlanRequest, UsagePlan> = {
  service: "apigateway",
  name: "GetUsagePlan",
  method: "GET",
  uri: "/usageplans/{usageplanId}",
  places: { usagePlanId: ["uri", "usageplanId"] },
};

export const getUsagePlanKeys: Operation<GetUsagePlanKeysRequest, UsagePlanKeys> = {
  service: "apigateway",
  name: "GetUsagePlanKeys",
  method: "GET",
  uri: "/usageplans/{usageplanId}/keys",
  places: { usagePlanId: ["uri", "usageplanId"], position: ["querystring", "position"], limit: ["querystring", "limit"], nameQuery: ["querystring", "name"] },
};

export const getUsagePlans: Operation<GetUsagePlansRequest, UsagePlans> = {
  service: "apigateway",
  name: "GetUsagePlans",
  method: "GET",
  uri: "/usageplans",
  places: { position: ["querystring", "position"], keyId: ["querystring", "keyId"], limit: ["querystring", "limit"] },
};

export const importRestApi: Operation<ImportRestApiRequest, RestApi> = {
  service: "apigateway",
  name: "ImportRestApi",
  method: "POST",
  uri: "/restapis?mode=import",
  places: { failOnWarnings: ["querystring", "failonwarnings"], parameters: ["querystring", "parameters"], body: ["payload", ""] },
};

export const putGatewayResponse: Operation<PutGatewayResponseRequest, GatewayResponse> = {
  service: "apigateway",
  name: "PutGatewayResponse",
  method: "PUT",
  uri: "/restapis/{restapi_id}/gatewayresponses/{response_type}",
  places: { restApiId: ["uri", "restapi_id"], responseType: ["uri", "response_type"] },
};

export const putIntegration: Operation<PutIntegrationRequest, Integration> = {
  service: "apigateway",
  name: "PutIntegration",
  method: "PUT",
  uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration",
  places: { restApiId: ["uri", "restapi_id"], resourceId: ["uri", "resource_id"], httpMethod: ["uri", "http_method"], integrationHttpMethod: ["body", "httpMethod"] },
};

export const putIntegrationResponse: Operation<PutIntegrationResponseRequest, IntegrationResponse> = {
  service: "apigateway",
  name: "PutIntegrationResponse",
  method: "PUT",
  uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration/responses/{status_code}",
  places: { restApiId: ["uri", "restapi_id"], resourceId: ["uri", "resource_id"], httpMethod: ["uri", "http_method"], statusCode: ["uri", "status_code"] },
};

export const putMethod: Operation<PutMethodRequest, Method> = {
  service: "apigateway",
  name: "PutMethod",
  method: "PUT",
  uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}",
  places: { restApiId: ["uri", "restapi_id"], resourceId: ["uri", "resource_id"], httpMethod: ["uri", "http_method"] },
};

export const putMethodResponse: Operation<PutMethodResponseRequest, MethodResponse> = {
  service: "apigateway",
  name: "PutMethodResponse",
  method: "PUT",
  uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/responses/{status_code}",
  places: { restApiId: ["uri", "restapi_id"], resourceId: ["uri", "resource_id"], httpMethod: ["uri", "http_method"], statusCode: ["uri", "status_code"] },
};

export const putRestApi: Operation<PutRestApiRequest, RestApi> = {
  service: "apigateway",
  name: "PutRestApi",
  method: "PUT",
  uri: "/restapis/{restapi_id}",
  places: { restApiId: ["uri", "restapi_id"], mode: ["querystring", "mode"], failOnWarnings: ["querystring", "failonwarnings"], parameters: ["querystring", "parameters"], body: ["payload", ""] },
};

export const testInvokeAuthorizer: Operation<TestInvokeAuthorizerRequest, TestInvokeAuthorizerResponse> = {
  service: "apigateway",
  name: "TestInvokeAuthorizer",
  method: "POST",
  uri: "/restapis/{restapi_id}/authorizers/{authorizer_id}",
  places: { restApiId: ["uri", "restapi_id"], authorizerId: ["uri", "authorizer_id"] },
};

export const testInvokeMethod: Operation<TestInvokeMethodRequest, TestInvokeMethodResponse> = {
  service: "apigateway",
  name: "TestInvokeMethod",
  method: "POST",
  uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}",
  places: { restApiId: ["uri", "restapi_id"], resourceId: ["uri", "resource_id"], httpMethod: ["uri", "http_method"] },
};

export const updateAccount: Operation<UpdateAccountRequest, Account> = {
  service: "apigateway",
  name: "UpdateAccount",
  method: "PATCH",
  uri: "/account",
};

export const updateApiKey: Operation<UpdateApiKeyRequest, ApiKey> = {
  service: "apigateway",
  name: "UpdateApiKey",
  method: "PATCH",
  uri: "/apikeys/{api_Key}",
  places: { apiKey: ["uri", "api_Key"] },
};

export const updateAuthorizer: Operation<UpdateAuthorizerRequest, Authorizer> = {
  service: "apigateway",
  name: "UpdateAuthorizer",
  method: "PATCH",
  uri: "/restapis/{restapi_id}/authorizers/{authorizer_id}",
  places: { restApiId: ["uri", "restapi_id"], authorizerId: ["uri", "authorizer_id"] },
};

export const updateIntegration: Operation<UpdateIntegrationRequest, Integration> = {
  service: "apigateway",
  name: "UpdateIntegration",
  method: "PATCH",
  uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration",
  places: { restApiId: ["uri", "restapi_id"], resourceId: ["uri", "resource_id"], httpMethod: ["uri", "http_method"] },
};

export const updateIntegrationResponse: Operation<UpdateIntegrationResponseRequest, IntegrationResponse> = {
  service: "apigateway",
  name: "UpdateIntegrationResponse",
  method: "PATCH",
  uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration/responses/{status_code}",
  places: { restApiId: ["uri", "restapi_id"], resourceId: ["uri", "resource_id"], httpMethod: ["uri", "http_method"], statusCode: ["uri", "status_code"] },
};

export const updateMethod: Operation<UpdateMethodRequest, Method> = {
  service: "apigateway",
  name: "UpdateMethod",
  method: "PATCH",
  uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}",
  places: { restApiId: ["uri", "restapi_id"], resourceId: ["uri", "resource_id"], httpMethod: ["uri", "http_method"] },
};

export const updateModel: Operation<UpdateModelRequest, Model> = {
  service: "apigateway",
  name: "UpdateModel",
  method: "PATCH",
  uri: "/restapis/{restapi_id}/models/{model_name}",
  places: { restApiId: ["uri", "restapi_id"], modelName: ["uri", "model_name"] },
};

export const updateStage: Operation<UpdateStageRequest, Stage> = {
  service: "apigateway",
  name: "UpdateStage",
  method: "PATCH",
  uri: "/restapis/{restapi_id}/stages/{stage_name}",
  places: { restApiId: ["uri", "restapi_id"], stageName: ["uri", "stage_name"] },
};

export const updateUsagePlan: Operation<UpdateUsagePlanRequest, UsagePlan> = {
  service: "apigateway",
  name: "UpdateUsagePlan",
  method: "PATCH",
  uri: "/usageplans/{usageplanId}",
  places: { usagePlanId: ["uri", "usageplanId"] },
};
