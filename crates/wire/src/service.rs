//! The services that are served, and which of them a request is for.

use http::{HeaderMap, request::Parts};

use crate::{
    generated::{
        apigateway, apigatewayv2, cloudformation, ecr, events, iam, lambda, logs, s3, scheduler,
        ssm, sts,
    },
    rest_json,
    schema::{Protocol, ServiceSchema},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Service {
    ApiGateway,
    /// Custom domain names by their second API; signed for as the first one.
    ApiGatewayV2,
    CloudFormation,
    /// Repositories without images.
    Ecr,
    /// EventBridge, as far as its rules have schedules.
    Events,
    Iam,
    Lambda,
    Logs,
    S3,
    Scheduler,
    Ssm,
    Sts,
}

impl Service {
    pub const ALL: [Self; 12] = [
        Self::ApiGateway,
        Self::ApiGatewayV2,
        Self::CloudFormation,
        Self::Ecr,
        Self::Events,
        Self::Iam,
        Self::Lambda,
        Self::Logs,
        Self::S3,
        Self::Scheduler,
        Self::Ssm,
        Self::Sts,
    ];

    pub fn schema(self) -> &'static ServiceSchema {
        match self {
            Self::ApiGateway => &apigateway::schema::SERVICE,
            Self::ApiGatewayV2 => &apigatewayv2::schema::SERVICE,
            Self::CloudFormation => &cloudformation::schema::SERVICE,
            Self::Ecr => &ecr::schema::SERVICE,
            Self::Events => &events::schema::SERVICE,
            Self::Iam => &iam::schema::SERVICE,
            Self::Lambda => &lambda::schema::SERVICE,
            Self::Logs => &logs::schema::SERVICE,
            Self::S3 => &s3::schema::SERVICE,
            Self::Scheduler => &scheduler::schema::SERVICE,
            Self::Ssm => &ssm::schema::SERVICE,
            Self::Sts => &sts::schema::SERVICE,
        }
    }

    /// The name in a signature's credential scope.
    pub fn name(self) -> &'static str {
        self.schema().info.name
    }

    /// Of two with one name, the first.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|service| service.name() == name)
    }
}

/// What the paths of API Gateway's second API begin with; none of the first one's does.
const SECOND: &str = "/v2/";

/// Which service a request is for. The signature's scope decides where there is one, so that a
/// request for a service that is not served is never taken for another; then the target, the
/// version of the query protocol, and the path.
pub fn detect(parts: &Parts, body: &[u8]) -> Option<Service> {
    if let Some(scope) = scope_of(parts) {
        return match Service::from_name(&scope)? {
            Service::ApiGateway if parts.uri.path().starts_with(SECOND) => {
                Some(Service::ApiGatewayV2)
            }
            service => Some(service),
        };
    }
    by_target(&parts.headers)
        .or_else(|| by_version(parts, body))
        .or_else(|| by_path(parts))
}

/// The service in `Credential=AKID/date/region/service/aws4_request`.
fn scope_of(parts: &Parts) -> Option<String> {
    let header = parts
        .headers
        .get(http::header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok());
    let signed = header.filter(|header| header.starts_with("AWS4-"));
    let credential = signed
        .and_then(|header| header.split_once("Credential="))
        .map(|(_, rest)| rest.split([',', ' ']).next().unwrap_or(rest).to_owned());
    let credential = credential.or_else(|| query_parameter(parts, "X-Amz-Credential"))?;
    credential.rsplit('/').nth(1).map(str::to_owned)
}

fn by_target(headers: &HeaderMap) -> Option<Service> {
    let target = headers.get("x-amz-target")?.to_str().ok()?;
    let (prefix, _) = target.split_once('.')?;
    let matches = |service: &Service| service.schema().info.target_prefix == prefix;
    Service::ALL
        .into_iter()
        .find(|service| !prefix.is_empty() && matches(service))
}

/// Only calls without a signature or target are looked at this way, and no further than this.
const MOST_FORM_BYTES: usize = 64 * 1024;

fn form_version(parts: &Parts, body: &[u8]) -> Option<String> {
    let form = parts
        .headers
        .get(http::header::CONTENT_TYPE)?
        .to_str()
        .ok()?;
    if !form.starts_with("application/x-www-form-urlencoded") || body.len() > MOST_FORM_BYTES {
        return None;
    }
    let text = std::str::from_utf8(body).ok()?;
    let version = text
        .split('&')
        .find_map(|pair| pair.strip_prefix("Version="))?;
    Some(version.to_owned())
}

/// The query protocol names its version, in the query string or in the form.
fn by_version(parts: &Parts, body: &[u8]) -> Option<Service> {
    let version = query_parameter(parts, "Version").or_else(|| form_version(parts, body))?;
    let speaks = |service: &Service| {
        let info = service.schema().info;
        info.protocol == Protocol::Query && info.api_version == version
    };
    Service::ALL.into_iter().find(speaks)
}

fn by_path(parts: &Parts) -> Option<Service> {
    let rest = |service: &Service| service.schema().info.protocol == Protocol::RestJson;
    let routes = |service: &Service| {
        rest_json::find(
            service.schema(),
            &parts.method,
            parts.uri.path(),
            parts.uri.query(),
        )
        .is_some()
    };
    Service::ALL.into_iter().filter(rest).find(routes)
}

fn query_parameter(parts: &Parts, name: &str) -> Option<String> {
    let mut pairs = crate::text::query_pairs(parts.uri.query().unwrap_or(""));
    pairs.find_map(|(key, value)| (key == name).then_some(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(request: http::request::Builder, expected: Option<Service>) {
        let (parts, ()) = request.body(()).expect("a request").into_parts();
        assert_eq!(detect(&parts, b""), expected);
    }

    fn signed(service: &str) -> http::request::Builder {
        let credential = format!(
            "AWS4-HMAC-SHA256 Credential=AKID/20261122/eu-west-1/{service}/aws4_request, SignedHeaders=host, Signature=00"
        );
        http::Request::post("/").header("authorization", credential)
    }

    #[test]
    fn the_scope_of_the_signature_decides() {
        check(signed("iam"), Some(Service::Iam));
        check(signed("apigateway"), Some(Service::ApiGateway));
        check(
            signed("apigateway").uri("/v2/apis"),
            Some(Service::ApiGatewayV2),
        );
        check(signed("lambda"), Some(Service::Lambda));
        check(
            signed("sqs").header("x-amz-target", "Logs_20140328.PutLogEvents"),
            None,
        );
        check(
            http::Request::get(
                "/?X-Amz-Credential=AKID%2F20261122%2Fus-east-1%2Fsts%2Faws4_request",
            ),
            Some(Service::Sts),
        );
    }

    #[test]
    fn an_unsigned_request_is_known_by_target_version_or_path() {
        let target = http::Request::post("/").header("x-amz-target", "Logs_20140328.PutLogEvents");
        check(target, Some(Service::Logs));
        check(
            http::Request::get("/?Action=X&Version=2011-06-15"),
            Some(Service::Sts),
        );
        check(
            http::Request::get("/restapis/abc/stages"),
            Some(Service::ApiGateway),
        );
        check(
            http::Request::get("/2015-03-31/functions/"),
            Some(Service::Lambda),
        );
        check(
            http::Request::get("/v2/domainnames"),
            Some(Service::ApiGatewayV2),
        );
        check(http::Request::get("/nothing/like/this"), None);
    }
}
