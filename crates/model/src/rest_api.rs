//! API Gateway REST APIs: the definition that a deployment freezes, and the stored aggregates.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::invalid::checked_name;
use crate::{AccountId, Documentation, Invalid, Kind, Record, Region, Timestamp};

/// The stage in the SourceArn of a call that TestInvokeMethod makes.
pub const TEST_INVOKE_STAGE: &str = "test-invoke-stage";

checked_name!(
    /// Ten lower-case letters and digits as AWS makes them, or what a `_custom_id_` tag asks for.
    ApiId,
    "REST API id",
    "it must be 1 to 64 letters, digits or dashes",
    |value| (1..=64).contains(&value.len())
        && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
);

checked_name!(
    /// One to 128 letters, digits, `-` and `_`.
    StageName,
    "stage name",
    "it must be 1 to 128 letters, digits, - or _",
    |value| (1..=128).contains(&value.len())
        && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
);

/// An enum that AWS closed, spelled as AWS spells it, in the store as on the wire.
macro_rules! closed {
    ($(#[$doc:meta])* $name:ident, $what:literal { $($variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $(#[serde(rename = $text)] $variant),+ }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name as AWS spells it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = Invalid;
            fn from_str(text: &str) -> Result<Self, Invalid> {
                match text {
                    $($text => Ok(Self::$variant),)+
                    _ => Err(Invalid::new($what, text, concat!("it must be one of: ", $($text, " "),+))),
                }
            }
        }
    };
}

pub(crate) use closed;

closed!(
    /// What an integration talks to.
    IntegrationKind, "integration type" {
        Http = "HTTP",
        HttpProxy = "HTTP_PROXY",
        Aws = "AWS",
        AwsProxy = "AWS_PROXY",
        Mock = "MOCK",
    }
);

closed!(
    /// How a method learns who is asking.
    AuthorizationType, "authorization type" {
        None = "NONE",
        Custom = "CUSTOM",
        Iam = "AWS_IAM",
        Cognito = "COGNITO_USER_POOLS",
    }
);

closed!(
    AuthorizerKind, "authorizer type" {
        Token = "TOKEN",
        Request = "REQUEST",
        Cognito = "COGNITO_USER_POOLS",
    }
);

closed!(
    /// What happens to a body whose content type has no request template.
    PassthroughBehavior, "passthrough behavior" {
        WhenNoMatch = "WHEN_NO_MATCH",
        WhenNoTemplates = "WHEN_NO_TEMPLATES",
        Never = "NEVER",
    }
);

closed!(
    /// When the answer of a proxy integration goes on to the caller.
    ResponseTransferMode, "response transfer mode" {
        Buffered = "BUFFERED",
        Stream = "STREAM",
    }
);

closed!(
    ContentHandling, "content handling" {
        ConvertToBinary = "CONVERT_TO_BINARY",
        ConvertToText = "CONVERT_TO_TEXT",
    }
);

closed!(
    ConnectionType, "connection type" {
        Internet = "INTERNET",
        VpcLink = "VPC_LINK",
    }
);

closed!(
    ApiKeySource, "API key source" {
        Header = "HEADER",
        Authorizer = "AUTHORIZER",
    }
);

closed!(
    /// The HTTP methods a resource can have; `ANY` is one of them, and its own name in a SourceArn.
    MethodVerb, "HTTP method" {
        Any = "ANY",
        Delete = "DELETE",
        Get = "GET",
        Head = "HEAD",
        Options = "OPTIONS",
        Patch = "PATCH",
        Post = "POST",
        Put = "PUT",
    }
);

closed!(
    /// The 21 gateway response types.
    GatewayResponseType, "gateway response type" {
        AccessDenied = "ACCESS_DENIED",
        ApiConfigurationError = "API_CONFIGURATION_ERROR",
        AuthorizerConfigurationError = "AUTHORIZER_CONFIGURATION_ERROR",
        AuthorizerFailure = "AUTHORIZER_FAILURE",
        BadRequestBody = "BAD_REQUEST_BODY",
        BadRequestParameters = "BAD_REQUEST_PARAMETERS",
        Default4xx = "DEFAULT_4XX",
        Default5xx = "DEFAULT_5XX",
        ExpiredToken = "EXPIRED_TOKEN",
        IntegrationFailure = "INTEGRATION_FAILURE",
        IntegrationTimeout = "INTEGRATION_TIMEOUT",
        InvalidApiKey = "INVALID_API_KEY",
        InvalidSignature = "INVALID_SIGNATURE",
        MissingAuthenticationToken = "MISSING_AUTHENTICATION_TOKEN",
        QuotaExceeded = "QUOTA_EXCEEDED",
        RequestTooLarge = "REQUEST_TOO_LARGE",
        ResourceNotFound = "RESOURCE_NOT_FOUND",
        Throttled = "THROTTLED",
        Unauthorized = "UNAUTHORIZED",
        UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE",
        WafFiltered = "WAF_FILTERED",
    }
);

/// What Swagger describes, what a deployment freezes and what the gateway compiles.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiDefinition {
    /// By id. Exactly one has no parent: the root, `/`.
    pub resources: BTreeMap<String, Resource>,
    #[serde(default)]
    pub authorizers: BTreeMap<String, Authorizer>,
    /// By name.
    #[serde(default)]
    pub models: BTreeMap<String, Model>,
    #[serde(default)]
    pub request_validators: BTreeMap<String, RequestValidator>,
    /// Only those that were set.
    #[serde(default)]
    pub gateway_responses: BTreeMap<GatewayResponseType, GatewayResponse>,
    #[serde(default)]
    pub binary_media_types: Vec<String>,
    /// Bytes, 0 to 10,485,760; absent switches compression off.
    #[serde(default)]
    pub minimum_compression_size: Option<u32>,
    #[serde(default)]
    pub api_key_source: Option<ApiKeySource>,
    /// The API's resource policy, as it was put.
    #[serde(default)]
    pub policy: Option<String>,
}

impl ApiDefinition {
    /// The resource whose path is `/`.
    pub fn root(&self) -> Option<&Resource> {
        self.resources
            .values()
            .find(|resource| resource.parent_id.is_none())
    }

    /// The template path of a resource, such as `/pets/{id}`; `None` when a parent is missing.
    pub fn path_of(&self, resource_id: &str) -> Option<String> {
        let mut parts = Vec::new();
        let mut resource = self.resources.get(resource_id)?;
        // Bounded by the number of resources, so that a cycle can't hold us.
        for _ in 0..=self.resources.len() {
            let Some(parent) = &resource.parent_id else {
                parts.reverse();
                return Some(format!("/{}", parts.join("/")));
            };
            parts.push(resource.path_part.as_str());
            resource = self.resources.get(parent)?;
        }
        None
    }

    pub fn resource_at(&self, path: &str) -> Option<&Resource> {
        self.resources
            .values()
            .find(|r| self.path_of(&r.id).as_deref() == Some(path))
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resource {
    pub id: String,
    /// Absent for the root.
    #[serde(default)]
    pub parent_id: Option<String>,
    /// `pets`, `{id}`, `{proxy+}`; empty for the root.
    pub path_part: String,
    #[serde(default)]
    pub methods: BTreeMap<MethodVerb, Method>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Method {
    pub authorization_type: AuthorizationType,
    #[serde(default)]
    pub authorizer_id: Option<String>,
    #[serde(default)]
    pub authorization_scopes: Vec<String>,
    #[serde(default)]
    pub api_key_required: bool,
    #[serde(default)]
    pub operation_name: Option<String>,
    /// `method.request.{path|querystring|header}.NAME` -> required. `None` if never set, as GetMethod shows it.
    #[serde(default)]
    pub request_parameters: Option<BTreeMap<String, bool>>,
    /// Content type -> model name.
    #[serde(default)]
    pub request_models: Option<BTreeMap<String, String>>,
    #[serde(default)]
    pub request_validator_id: Option<String>,
    /// By status code.
    #[serde(default)]
    pub responses: BTreeMap<String, MethodResponse>,
    #[serde(default)]
    pub integration: Option<Integration>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MethodResponse {
    /// `method.response.header.NAME` -> required.
    #[serde(default)]
    pub response_parameters: Option<BTreeMap<String, bool>>,
    #[serde(default)]
    pub response_models: Option<BTreeMap<String, String>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Integration {
    pub kind: IntegrationKind,
    /// The verb towards the backend; Lambda takes only POST.
    #[serde(default)]
    pub http_method: Option<String>,
    /// May hold `${stageVariables.NAME}`.
    #[serde(default)]
    pub uri: Option<String>,
    /// A role's ARN, or `arn:aws:iam::*:user/*` for the caller's own identity.
    #[serde(default)]
    pub credentials: Option<String>,
    #[serde(default)]
    pub connection_type: Option<ConnectionType>,
    #[serde(default)]
    pub connection_id: Option<String>,
    /// `integration.request.{path|querystring|header}.NAME` -> source.
    #[serde(default)]
    pub request_parameters: Option<BTreeMap<String, String>>,
    /// By content type.
    #[serde(default)]
    pub request_templates: Option<BTreeMap<String, String>>,
    pub passthrough_behavior: PassthroughBehavior,
    #[serde(default)]
    pub content_handling: Option<ContentHandling>,
    /// 50 to 29,000 ms, or more where the quota was raised; 900,000 ms where it is streamed.
    pub timeout_millis: u32,
    /// Absent is `BUFFERED`.
    #[serde(default)]
    pub response_transfer_mode: Option<ResponseTransferMode>,
    #[serde(default)]
    pub cache_namespace: Option<String>,
    #[serde(default)]
    pub cache_key_parameters: Vec<String>,
    #[serde(default)]
    pub insecure_skip_verification: Option<bool>,
    /// By status code.
    #[serde(default)]
    pub responses: BTreeMap<String, IntegrationResponse>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntegrationResponse {
    /// A Java regular expression against the whole status or error message; absent is the default.
    #[serde(default)]
    pub selection_pattern: Option<String>,
    /// `method.response.header.NAME` -> source.
    #[serde(default)]
    pub response_parameters: Option<BTreeMap<String, String>>,
    #[serde(default)]
    pub response_templates: Option<BTreeMap<String, String>>,
    #[serde(default)]
    pub content_handling: Option<ContentHandling>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Authorizer {
    pub id: String,
    pub name: String,
    pub kind: AuthorizerKind,
    /// `arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/FUNCTION_ARN/invocations`
    #[serde(default)]
    pub uri: Option<String>,
    /// `authorizerCredentials`: the role that API Gateway assumes to call the authorizer.
    #[serde(default)]
    pub credentials: Option<String>,
    /// `method.request.header.NAME`, for REQUEST a comma-separated list.
    #[serde(default)]
    pub identity_source: Option<String>,
    #[serde(default)]
    pub identity_validation_expression: Option<String>,
    /// 0 to 3,600; absent means the default of 300.
    #[serde(default)]
    pub ttl_seconds: Option<u32>,
    /// `custom`, `oauth2` …, shown by exports only.
    #[serde(default)]
    pub auth_type: Option<String>,
    #[serde(default)]
    pub provider_arns: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Model {
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub description: Option<String>,
    /// JSON schema draft 4, as text.
    #[serde(default)]
    pub schema: Option<String>,
    pub content_type: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestValidator {
    pub id: String,
    pub name: String,
    pub validate_body: bool,
    pub validate_parameters: bool,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GatewayResponse {
    #[serde(default)]
    pub status_code: Option<String>,
    #[serde(default)]
    pub response_parameters: BTreeMap<String, String>,
    #[serde(default)]
    pub response_templates: BTreeMap<String, String>,
}

/// A REST API with its resources, authorizers and stages: one aggregate, one record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RestApiRecord {
    pub account: AccountId,
    pub region: Region,
    pub id: ApiId,
    pub name: String,
    #[serde(default)]
    pub description: Option<String>,
    #[serde(default)]
    pub version: Option<String>,
    pub created: Timestamp,
    #[serde(default)]
    pub endpoint: EndpointConfiguration,
    #[serde(default)]
    pub transport: Transport,
    #[serde(default)]
    pub disable_execute_api_endpoint: bool,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
    /// What an import warned about.
    #[serde(default)]
    pub warnings: Vec<String>,
    pub definition: ApiDefinition,
    #[serde(default)]
    pub documentation: Documentation,
    #[serde(default)]
    pub stages: BTreeMap<StageName, Stage>,
}

impl Eq for RestApiRecord {}

impl RestApiRecord {
    pub fn id_of(account: &AccountId, region: &Region, id: &ApiId) -> String {
        format!("{account}/{region}/{id}")
    }
}

impl Record for RestApiRecord {
    const KIND: Kind = Kind::RestApi;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.id)
    }
}

/// What an API asks of TLS at its own address; nothing where it does not say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transport {
    #[serde(default)]
    pub security_policy: Option<String>,
    #[serde(default)]
    pub endpoint_access_mode: Option<EndpointAccessMode>,
}

closed!(
    /// Whether a request must name the host for which its connection was made.
    EndpointAccessMode, "endpoint access mode" {
        Basic = "BASIC",
        Strict = "STRICT",
    }
);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndpointConfiguration {
    /// `EDGE`, `REGIONAL` or `PRIVATE`.
    pub types: Vec<String>,
    #[serde(default)]
    pub vpc_endpoint_ids: Vec<String>,
    #[serde(default)]
    pub ip_address_type: Option<String>,
}

impl EndpointConfiguration {
    pub fn is_private(&self) -> bool {
        self.types.iter().any(|kind| kind == "PRIVATE")
    }
}

impl Default for EndpointConfiguration {
    fn default() -> Self {
        Self {
            types: vec!["EDGE".to_owned()],
            vpc_endpoint_ids: Vec::new(),
            ip_address_type: None,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stage {
    pub name: StageName,
    pub deployment_id: String,
    #[serde(default)]
    pub canary: Option<Canary>,
    #[serde(default)]
    pub description: Option<String>,
    #[serde(default)]
    pub variables: BTreeMap<String, String>,
    pub created: Timestamp,
    pub updated: Timestamp,
    #[serde(default)]
    pub tracing_enabled: bool,
    #[serde(default)]
    pub cache_cluster_enabled: bool,
    #[serde(default)]
    pub cache_cluster_size: Option<String>,
    #[serde(default)]
    pub client_certificate_id: Option<String>,
    #[serde(default)]
    pub documentation_version: Option<String>,
    /// By `*/*` or `{resource path}/{verb}` as AWS spells the keys.
    #[serde(default)]
    pub method_settings: BTreeMap<String, MethodSettings>,
    #[serde(default)]
    pub access_log_destination: Option<String>,
    #[serde(default)]
    pub access_log_format: Option<String>,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

impl Stage {
    /// Whether the stage, or its canary, shows a deployment.
    pub fn shows(&self, deployment_id: &str) -> bool {
        let canary = self.canary.as_ref();
        self.deployment_id == deployment_id
            || canary.is_some_and(|canary| canary.deployment_id == deployment_id)
    }
}

/// Another deployment, which a part of a stage's requests goes to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Canary {
    pub deployment_id: String,
    /// 0 to 100.
    pub percent_traffic: f64,
    /// In the place of the stage's own, or beside them; absent when none were given.
    #[serde(default)]
    pub variables: BTreeMap<String, String>,
    #[serde(default)]
    pub use_stage_cache: bool,
}

/// Settings of one method of a stage, or of all of them.
#[expect(
    clippy::struct_excessive_bools,
    reason = "AWS made these switches independent of each other"
)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MethodSettings {
    pub metrics_enabled: bool,
    /// `OFF`, `ERROR` or `INFO`; absent is `OFF`.
    #[serde(default)]
    pub logging_level: Option<String>,
    pub data_trace_enabled: bool,
    /// Requests.
    pub throttling_burst_limit: i32,
    /// Requests per second.
    pub throttling_rate_limit: f64,
    pub caching_enabled: bool,
    pub cache_ttl_seconds: u32,
    pub cache_data_encrypted: bool,
    pub require_authorization_for_cache_control: bool,
    pub unauthorized_cache_control_header_strategy: String,
}

/// A definition frozen at a point in time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeploymentRecord {
    pub account: AccountId,
    pub region: Region,
    pub api_id: ApiId,
    pub id: String,
    #[serde(default)]
    pub description: Option<String>,
    pub created: Timestamp,
    pub definition: ApiDefinition,
}

impl DeploymentRecord {
    pub fn id_of(account: &AccountId, region: &Region, api_id: &ApiId, id: &str) -> String {
        format!("{account}/{region}/{api_id}/{id}")
    }
}

impl Record for DeploymentRecord {
    const KIND: Kind = Kind::Deployment;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.api_id, &self.id)
    }
}

/// API Gateway's settings of an account in a region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountSettingsRecord {
    pub account: AccountId,
    pub region: Region,
    /// The role with which execution logs are written.
    #[serde(default)]
    pub cloudwatch_role_arn: Option<String>,
}

impl AccountSettingsRecord {
    pub fn id_of(account: &AccountId, region: &Region) -> String {
        format!("{account}/{region}")
    }
}

impl Record for AccountSettingsRecord {
    const KIND: Kind = Kind::AccountSettings;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resource(id: &str, parent: Option<&str>, part: &str) -> (String, Resource) {
        let resource = Resource {
            id: id.to_owned(),
            parent_id: parent.map(str::to_owned),
            path_part: part.to_owned(),
            methods: BTreeMap::new(),
        };
        (id.to_owned(), resource)
    }

    #[test]
    fn a_path_is_the_parts_from_the_root() {
        let definition = ApiDefinition {
            resources: BTreeMap::from([
                resource("r", None, ""),
                resource("a", Some("r"), "pets"),
                resource("b", Some("a"), "{id}"),
                resource("lost", Some("gone"), "x"),
                resource("ring", Some("ring"), "x"),
            ]),
            ..ApiDefinition::default()
        };
        for (id, path) in [
            ("r", Some("/")),
            ("a", Some("/pets")),
            ("b", Some("/pets/{id}")),
            ("lost", None),
            ("ring", None),
            ("none", None),
        ] {
            assert_eq!(definition.path_of(id).as_deref(), path, "{id}");
        }
    }

    #[test]
    fn closed_names_are_aws_spelling_both_ways() {
        for kind in IntegrationKind::ALL {
            assert_eq!(kind.as_str().parse::<IntegrationKind>().as_ref(), Ok(kind));
        }
        assert!("aws_proxy".parse::<IntegrationKind>().is_err());
        assert_eq!(GatewayResponseType::ALL.len(), 21);
    }
}
