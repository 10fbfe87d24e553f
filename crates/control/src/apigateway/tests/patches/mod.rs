//! Every path of "Patch Operations" in the API Gateway API reference, with each operation: what the
//! reference supports is done, and what it does not is refused with words about the patch.

mod exceptions;
mod scene;

use serde_json::json;

use crate::testing::World;
use exceptions::{ACCEPTED_TOO, NOT_SERVED};
use scene::Scene;

/// What is not supported leaves everything as it was, so that the others come behind it.
const OPS: [&str; 4] = ["copy", "replace", "add", "remove"];

/// What is patched, the path, a value that it takes, and the operations that the reference supports.
type Row = (Of, &'static str, &'static str, &'static [&'static str]);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Account,
    ApiKey,
    Authorizer,
    Guard,
    BasePathMapping,
    ClientCertificate,
    Deployment,
    DocumentationPart,
    DocumentationVersion,
    DomainName,
    GatewayResponse,
    Integration,
    IntegrationResponse,
    Method,
    MethodResponse,
    Model,
    RequestValidator,
    Resource,
    RestApi,
    PrivateApi,
    Stage,
    Usage,
    UsagePlan,
    VpcLink,
}

const REPLACE: &[&str] = &["replace"];
const MAP: &[&str] = &["add", "replace", "remove"];
const SET: &[&str] = &["add", "remove"];
const GIVE: &[&str] = &["add", "replace"];
const REMOVE: &[&str] = &["remove"];

const ROLE: &str = "arn:aws:iam::111111111111:role/worker";
const URI: &str = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:g/invocations";
const CERTIFICATE: &str = "arn:aws:acm:us-east-1:111111111111:certificate/c";
const POOL: &str = "arn:aws:cognito-idp:us-east-1:111111111111:userpool/us-east-1_B";

/// Names in braces are filled in by the scene.
const ROWS: &[Row] = &[
    (Of::Account, "/cloudwatchRoleArn", "{logging}", REPLACE),
    (Of::Account, "/features", "UsagePlans", &["add"]),
    (Of::ApiKey, "/customerId", "c", REPLACE),
    (Of::ApiKey, "/description", "d", REPLACE),
    (Of::ApiKey, "/enabled", "false", REPLACE),
    (Of::ApiKey, "/labels", "l", SET),
    (Of::ApiKey, "/name", "n", REPLACE),
    (Of::ApiKey, "/stages", "{api}/prod", SET),
    (Of::Guard, "/authorizerUri", URI, REPLACE),
    (Of::Guard, "/authorizerCredentials", ROLE, REPLACE),
    (Of::Guard, "/authorizerResultTtlInSeconds", "0", REPLACE),
    (Of::Authorizer, "/authType", "oauth2", REPLACE),
    (Of::Guard, "/identitySource", "method.request.header.b", MAP),
    (
        Of::Authorizer,
        "/identityValidationExpression",
        "a.*",
        REPLACE,
    ),
    (Of::Authorizer, "/name", "n", REPLACE),
    (Of::Authorizer, "/providerARNs", POOL, SET),
    (Of::Guard, "/type", "TOKEN", REPLACE),
    (Of::BasePathMapping, "/basepath", "v2", REPLACE),
    (Of::BasePathMapping, "/restapiId", "{api}", REPLACE),
    (Of::BasePathMapping, "/stage", "prod", REPLACE),
    (Of::ClientCertificate, "/description", "d", REPLACE),
    (Of::Deployment, "/description", "d", REPLACE),
    (Of::DocumentationPart, "/properties", "{\"a\": 2}", REPLACE),
    (Of::DocumentationVersion, "/description", "d", REPLACE),
    (Of::DomainName, "/regionalCertificateName", "c", MAP),
    (Of::DomainName, "/regionalCertificateArn", CERTIFICATE, MAP),
    (Of::DomainName, "/endpointConfiguration/types", "EDGE", SET),
    (
        Of::DomainName,
        "/endpointConfiguration/ipAddressType",
        "dualstack",
        REPLACE,
    ),
    (Of::DomainName, "/endpointAccessMode", "BASIC", REPLACE),
    (Of::DomainName, "/managementPolicy", "{}", REPLACE),
    (
        Of::DomainName,
        "/mutualTlsAuthentication/truststoreUri",
        "s3://b/k",
        MAP,
    ),
    (
        Of::DomainName,
        "/mutualTlsAuthentication/truststoreVersion",
        "1",
        MAP,
    ),
    (Of::DomainName, "/policy", "{}", REPLACE),
    (
        Of::DomainName,
        "/routingMode",
        "BASE_PATH_MAPPING_ONLY",
        REPLACE,
    ),
    (Of::DomainName, "/securityPolicy", "TLS_1_2", REPLACE),
    (
        Of::DomainName,
        "/ownershipVerificationCertificateArn",
        CERTIFICATE,
        MAP,
    ),
    (Of::GatewayResponse, "/statusCode", "418", REPLACE),
    (
        Of::GatewayResponse,
        "/responseParameters/gatewayresponse.header.a",
        "'a'",
        MAP,
    ),
    (
        Of::GatewayResponse,
        "/responseTemplates/application~1json",
        "{}",
        MAP,
    ),
    (
        Of::Integration,
        "/cacheKeyParameters/method.request.querystring.a",
        "method.request.querystring.a",
        MAP,
    ),
    (Of::Integration, "/cacheNamespace", "n", REPLACE),
    (Of::Integration, "/connectionId", "l", REPLACE),
    (Of::Integration, "/connectionType", "INTERNET", REPLACE),
    (
        Of::Integration,
        "/contentHandling",
        "CONVERT_TO_TEXT",
        REPLACE,
    ),
    (Of::Integration, "/httpMethod", "PUT", REPLACE),
    (
        Of::Integration,
        "/integrationTarget",
        "arn:aws:elasticloadbalancing:us-east-1:111111111111:loadbalancer/app/a/1",
        REPLACE,
    ),
    (Of::Integration, "/passthroughBehavior", "NEVER", REPLACE),
    (
        Of::Integration,
        "/requestParameters/integration.request.querystring.a",
        "method.request.querystring.a",
        MAP,
    ),
    (
        Of::Integration,
        "/requestTemplates/application~1json",
        "{}",
        MAP,
    ),
    (
        Of::Integration,
        "/responseTransferMode",
        "BUFFERED",
        REPLACE,
    ),
    (Of::Integration, "/timeoutInMillis", "50", REPLACE),
    (
        Of::Integration,
        "/tlsConfig/insecureSkipVerification",
        "true",
        REPLACE,
    ),
    (Of::Integration, "/type", "MOCK", &[]),
    (Of::Integration, "/uri", "http://example.com/b", REPLACE),
    (
        Of::IntegrationResponse,
        "/contentHandling",
        "CONVERT_TO_TEXT",
        REPLACE,
    ),
    (
        Of::IntegrationResponse,
        "/responseParameters/method.response.header.a",
        "'a'",
        MAP,
    ),
    (
        Of::IntegrationResponse,
        "/responseTemplates/application~1json",
        "{}",
        MAP,
    ),
    (Of::IntegrationResponse, "/selectionPattern", "2..", REPLACE),
    (Of::Method, "/authorizationScopes", "a", SET),
    (Of::Method, "/authorizationType", "AWS_IAM", REPLACE),
    (Of::Method, "/authorizerId", "{authorizer}", REPLACE),
    (Of::Method, "/apiKeyRequired", "true", REPLACE),
    (Of::Method, "/operationName", "n", REPLACE),
    (
        Of::Method,
        "/requestParameters/method.request.querystring.b",
        "true",
        MAP,
    ),
    (Of::Method, "/requestModels/application~1json", "Empty", MAP),
    (Of::Method, "/requestValidatorId", "{validator}", REPLACE),
    (
        Of::MethodResponse,
        "/responseModels/application~1json",
        "Empty",
        MAP,
    ),
    (
        Of::MethodResponse,
        "/responseParameters/method.response.header.b",
        "true",
        MAP,
    ),
    (Of::Model, "/description", "d", REPLACE),
    (Of::Model, "/schema", "{\"type\": \"string\"}", REPLACE),
    (Of::RequestValidator, "/name", "n", REPLACE),
    (
        Of::RequestValidator,
        "/validateRequestBody",
        "true",
        REPLACE,
    ),
    (
        Of::RequestValidator,
        "/validateRequestParameters",
        "true",
        REPLACE,
    ),
    (Of::Resource, "/parentId", "{root}", REPLACE),
    (Of::Resource, "/pathPart", "q", REPLACE),
    (Of::RestApi, "/apiKeySource", "AUTHORIZER", REPLACE),
    (Of::RestApi, "/binaryMediaTypes/a~1b", "a/c", MAP),
    (Of::RestApi, "/description", "d", MAP),
    (Of::RestApi, "/disableExecuteApiEndpoint", "true", REPLACE),
    (
        Of::RestApi,
        "/endpointConfiguration/types/EDGE",
        "REGIONAL",
        REPLACE,
    ),
    (
        Of::PrivateApi,
        "/endpointConfiguration/vpcEndpointIds",
        "vpce-1",
        SET,
    ),
    (
        Of::RestApi,
        "/endpointConfiguration/ipAddressType",
        "dualstack",
        REPLACE,
    ),
    (Of::RestApi, "/endpointAccessMode", "BASIC", REPLACE),
    (Of::RestApi, "/minimumCompressionSize", "1", REPLACE),
    (Of::RestApi, "/name", "n", REPLACE),
    (Of::RestApi, "/policy", "{policy}", REPLACE),
    (Of::RestApi, "/securityPolicy", "TLS_1_2", REPLACE),
    (Of::Stage, "/accessLogSettings", "", REMOVE),
    (
        Of::Stage,
        "/accessLogSettings/destinationArn",
        "arn:aws:logs:us-east-1:111111111111:log-group:a",
        MAP,
    ),
    (
        Of::Stage,
        "/accessLogSettings/format",
        "$context.requestId",
        MAP,
    ),
    (Of::Stage, "/cacheClusterEnabled", "false", REPLACE),
    (Of::Stage, "/cacheClusterSize", "0.5", REPLACE),
    (Of::Stage, "/canarySettings", "", REMOVE),
    (
        Of::Stage,
        "/canarySettings/deploymentId",
        "{deployment}",
        REPLACE,
    ),
    (Of::Stage, "/canarySettings/percentTraffic", "5", REPLACE),
    (
        Of::Stage,
        "/canarySettings/stageVariableOverrides/a",
        "b",
        REPLACE,
    ),
    (Of::Stage, "/canarySettings/useStageCache", "true", REPLACE),
    (Of::Stage, "/clientCertificateId", "", REPLACE),
    (Of::Stage, "/deploymentId", "{deployment}", REPLACE),
    (Of::Stage, "/description", "d", REPLACE),
    (Of::Stage, "/documentationVersion", "v1", REPLACE),
    (Of::Stage, "/variables/a", "b", &["replace", "remove"]),
    (Of::Stage, "/tracingEnabled", "true", REPLACE),
    (Of::Stage, "/~1p/GET/metrics/enabled", "true", REPLACE),
    (Of::Stage, "/~1p/GET/logging/dataTrace", "false", REPLACE),
    (Of::Stage, "/~1p/GET/logging/loglevel", "OFF", REPLACE),
    (Of::Stage, "/~1p/GET/throttling/burstLimit", "1", REPLACE),
    (Of::Stage, "/~1p/GET/throttling/rateLimit", "1.5", REPLACE),
    (Of::Stage, "/~1p/GET/caching/enabled", "false", REPLACE),
    (Of::Stage, "/~1p/GET/caching/dataEncrypted", "true", REPLACE),
    (Of::Stage, "/~1p/GET/caching/ttlInSeconds", "1", REPLACE),
    (
        Of::Stage,
        "/~1p/GET/caching/requireAuthorizationForCacheControl",
        "false",
        REPLACE,
    ),
    (
        Of::Stage,
        "/*/*/caching/unauthorizedCacheControlHeaderStrategy",
        "FAIL_WITH_403",
        REPLACE,
    ),
    (Of::Usage, "/remaining", "5", REPLACE),
    (Of::UsagePlan, "/apiStages", "{api}:prod", SET),
    (Of::UsagePlan, "/apiStages/{api}:prod/throttle", "{}", MAP),
    (
        Of::UsagePlan,
        "/apiStages/{api}:prod/throttle/~1p/GET",
        "",
        REMOVE,
    ),
    (
        Of::UsagePlan,
        "/apiStages/{api}:prod/throttle/~1p/GET/rateLimit",
        "1",
        GIVE,
    ),
    (
        Of::UsagePlan,
        "/apiStages/{api}:prod/throttle/~1p/GET/burstLimit",
        "1",
        GIVE,
    ),
    (Of::UsagePlan, "/description", "d", REPLACE),
    (Of::UsagePlan, "/name", "n", REPLACE),
    (Of::UsagePlan, "/productCode", "p", MAP),
    (Of::UsagePlan, "/quota", "", REMOVE),
    (Of::UsagePlan, "/quota/limit", "9", GIVE),
    (Of::UsagePlan, "/quota/offset", "0", GIVE),
    (Of::UsagePlan, "/quota/period", "MONTH", GIVE),
    (Of::UsagePlan, "/throttle", "", REMOVE),
    (Of::UsagePlan, "/throttle/burstLimit", "9", GIVE),
    (Of::UsagePlan, "/throttle/rateLimit", "9", GIVE),
    (Of::VpcLink, "/name", "n", REPLACE),
    (Of::VpcLink, "/description", "d", REPLACE),
];

/// Words that tell of the patch itself, in one of AWS's manners.
fn is_about_the_patch(said: &str) -> bool {
    [
        "patch operation",
        "patch path",
        "Cannot remove method setting",
        "Invalid method setting path",
        "Invalid accessLogSettings path",
        "operation with path",
        "Must be one of",
        "Valid options",
        "is not supported by Portcullis",
        "is only supported for private",
        "is only available with security policies",
        "specified for throttling",
    ]
    .iter()
    .any(|words| said.contains(words))
}

#[tokio::test]
async fn every_path_takes_the_operations_that_the_reference_supports() {
    let mut problems = Vec::new();
    let mut used = Vec::new();
    for row @ (of, path, value, supported) in ROWS {
        // All the scenes in one account would go past its quotas.
        let world = World::new().await;
        world.allow("worker", "logs", "logs:*").await;
        let scene = Scene::new(&world).await;
        for op in OPS {
            let mut patch = json!({"op": op, "path": scene.filled(path)});
            if op != "remove" || supported == &SET {
                patch["value"] = json!(scene.filled(value));
            }
            if op == "copy" {
                patch["from"] = json!("/name");
            }
            let answer = scene.patch(*of, &patch).await;
            let expected = supported.contains(&op);
            let done = answer.status < 300;
            let said = answer.text();
            if done == expected && (done || is_about_the_patch(&said)) {
                continue;
            }
            let list = if expected { NOT_SERVED } else { ACCEPTED_TOO };
            let known = |(of, at, ops, _): &&exceptions::Row| {
                of == &row.0 && at == path && ops.contains(&op)
            };
            match list.iter().find(known) {
                Some(exception) => used.push(exception),
                None => problems.push(format!("{of:?} {op} {path}: {} {said}", answer.status)),
            }
        }
    }
    for exception in NOT_SERVED.iter().chain(ACCEPTED_TOO) {
        if !used.contains(&exception) {
            problems.push(format!("nothing needs the exception {exception:?}"));
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}
