//! What makes an integration impossible, whoever asks for it.

use std::sync::atomic::{AtomicU32, Ordering};

use model::{ConnectionType, Integration, IntegrationKind, MethodVerb, ResponseTransferMode};

use super::{is_status, mappings};

pub const DEFAULT_TIMEOUT_MILLIS: u32 = 29_000;
/// Where the answer is streamed ("Stream the integration response for your proxy integrations").
const MOST_STREAMED_MILLIS: u32 = 900_000;

/// How long an integration may take: a quota that AWS raises for regional APIs on request, and that
/// whoever runs the server sets once, when it starts.
static MOST_MILLIS: AtomicU32 = AtomicU32::new(DEFAULT_TIMEOUT_MILLIS);

/// Raises the quota of time-outs.
pub fn raise_timeout_quota(millis: u32) {
    MOST_MILLIS.store(millis.max(DEFAULT_TIMEOUT_MILLIS), Ordering::Relaxed);
}

/// AWS's text for a time-out out of bounds.
pub fn invalid_timeout() -> String {
    out_of(MOST_MILLIS.load(Ordering::Relaxed))
}

fn out_of(most: u32) -> String {
    format!("Timeout should be between 50 ms and {most} ms")
}

fn timeout(integration: &Integration) -> Result<(), String> {
    let most = match integration.response_transfer_mode {
        Some(ResponseTransferMode::Stream) => MOST_STREAMED_MILLIS,
        Some(ResponseTransferMode::Buffered) | None => MOST_MILLIS.load(Ordering::Relaxed),
    };
    if (50..=most).contains(&integration.timeout_millis) {
        return Ok(());
    }
    Err(out_of(most))
}

/// "You can only use response payload streaming for HTTP_PROXY or AWS_PROXY integration types", and
/// a function is streamed by a URI of its own. AWS's texts are not known.
fn transfer(integration: &Integration) -> Result<(), String> {
    let is_streamed = integration.response_transfer_mode == Some(ResponseTransferMode::Stream);
    let uri = integration.uri.as_deref().unwrap_or_default();
    let is_streaming_uri = uri.ends_with(INVOCATIONS[1].1);
    match integration.kind {
        IntegrationKind::AwsProxy if is_streamed != is_streaming_uri => Err(
            "The response transfer mode STREAM and a response-streaming-invocations URI need each \
             other"
                .to_owned(),
        ),
        IntegrationKind::Aws | IntegrationKind::Http | IntegrationKind::Mock if is_streamed => Err(
            "Response transfer mode STREAM is only supported for HTTP_PROXY and AWS_PROXY \
             integrations"
                .to_owned(),
        ),
        IntegrationKind::Aws
        | IntegrationKind::AwsProxy
        | IntegrationKind::Http
        | IntegrationKind::HttpProxy
        | IntegrationKind::Mock => Ok(()),
    }
}

const INVALID_ARN: &str = "Invalid ARN specified in the request";
/// The path of an asynchronous or synchronous invocation, and that of a streamed one.
const INVOCATIONS: [(&str, &str); 2] = [
    ("path/2015-03-31/functions/", "/invocations"),
    (
        "path/2021-11-15/functions/",
        "/response-streaming-invocations",
    ),
];

/// AWS's text for the first thing that is wrong with an integration by itself; [`super::validate_mappings`] knows what
/// its method has to declare for it.
pub fn validate_integration(integration: &Integration) -> Result<(), String> {
    match integration.kind {
        IntegrationKind::Aws | IntegrationKind::AwsProxy => aws(integration)?,
        IntegrationKind::Http | IntegrationKind::HttpProxy => http(integration)?,
        IntegrationKind::Mock => verb(integration.http_method.as_deref())?,
    }
    credentials(integration)?;
    connection(integration)?;
    timeout(integration)?;
    transfer(integration)?;
    if let Some(status) = integration
        .responses
        .keys()
        .find(|status| !is_status(status))
    {
        return Err(format!("Invalid status code specified: {status}"));
    }
    mappings::validate_expressions(integration)
}

fn needed_verb(integration: &Integration) -> Result<(), String> {
    match integration.http_method.as_deref() {
        None | Some("") => Err("Enumeration value for HttpMethod must be non-empty".to_owned()),
        method => verb(method),
    }
}

fn verb(method: Option<&str>) -> Result<(), String> {
    match method {
        Some(method) if method.parse::<MethodVerb>().is_err() => {
            Err("Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY".to_owned())
        }
        _ => Ok(()),
    }
}

/// The order of these checks is that of the recording `test_put_integration_aws_proxy_uri`.
fn aws(integration: &Integration) -> Result<(), String> {
    needed_verb(integration)?;
    let uri = integration.uri.as_deref().unwrap_or_default();
    let target = Target::parse(uri).ok_or(INVALID_ARN)?;
    if !target.names_path_or_action() {
        return Err("AWS ARN for integration must contain path or action".to_owned());
    }
    if integration.kind == IntegrationKind::AwsProxy {
        return proxy(&target);
    }
    if target.service != "lambda" && integration.credentials.is_none() {
        return Err("Role ARN must be specified for AWS integrations".to_owned());
    }
    Ok(())
}

fn proxy(target: &Target<'_>) -> Result<(), String> {
    if target.takes_proxy() {
        return Ok(());
    }
    let reason = "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.";
    Err(reason.to_owned())
}

/// `arn:PARTITION:apigateway:REGION:SERVICE:WHAT`
struct Target<'a> {
    service: &'a str,
    what: &'a str,
}

impl<'a> Target<'a> {
    fn parse(uri: &'a str) -> Option<Self> {
        let mut parts = uri.splitn(6, ':');
        let (arn, partition) = (parts.next()?, parts.next()?);
        let (service, what) = (parts.nth(2)?, parts.next()?);
        (arn == "arn" && !partition.is_empty()).then_some(Self { service, what })
    }

    fn names_path_or_action(&self) -> bool {
        self.what.starts_with("path/") || self.what.starts_with("action/")
    }

    fn takes_proxy(&self) -> bool {
        match self.service {
            "lambda" => self.invoked_function().is_some_and(is_function_arn),
            "firehose" => matches!(self.what, "action/PutRecord" | "action/PutRecordBatch"),
            _ => false,
        }
    }

    fn invoked_function(&self) -> Option<&'a str> {
        INVOCATIONS
            .iter()
            .find_map(|(start, end)| self.what.strip_prefix(start)?.strip_suffix(end))
    }
}

/// The name may come from a stage variable, the ARN around it may not.
fn is_function_arn(text: &str) -> bool {
    let parts: Vec<&str> = text.splitn(7, ':').collect();
    matches!(parts.as_slice(), ["arn", _, "lambda", _, _, "function", name] if !name.is_empty())
}

/// Whether a URI is the ARN of a Lambda function's invocation, as authorizers need it.
///
/// AWS takes blanks behind `path/` (recorded by `test_apigateway_with_custom_authorization_method`).
pub(super) fn lambda_uri(uri: &str) -> bool {
    let (start, path) = uri.split_once(":path/").unwrap_or((uri, ""));
    let uri = &format!("{start}:path/{}", path.trim_start());
    Target::parse(uri).is_some_and(|target| target.service == "lambda" && target.takes_proxy())
        && uri.split(':').nth(2) == Some("apigateway")
}

fn http(integration: &Integration) -> Result<(), String> {
    needed_verb(integration)?;
    let uri = integration.uri.as_deref().unwrap_or_default();
    let rest = uri
        .strip_prefix("https://")
        .or_else(|| uri.strip_prefix("http://"));
    // A whole URI from a stage variable can be judged at the invocation only.
    let later = uri.starts_with("${stageVariables.");
    match rest {
        Some(rest) if !rest.is_empty() && !rest.starts_with('/') => Ok(()),
        _ if later => Ok(()),
        _ => Err("Invalid HTTP endpoint specified for URI".to_owned()),
    }
}

fn credentials(integration: &Integration) -> Result<(), String> {
    match &integration.credentials {
        Some(role) if !(role.starts_with("arn:") && role.contains(":iam::")) => {
            Err(INVALID_ARN.to_owned())
        }
        _ => Ok(()),
    }
}

fn connection(integration: &Integration) -> Result<(), String> {
    match (integration.connection_type, &integration.connection_id) {
        (Some(ConnectionType::VpcLink), None) => {
            Err("Connection ID must be specified for VPC_LINK connections".to_owned())
        }
        (Some(ConnectionType::VpcLink), Some(_)) => match integration.kind {
            IntegrationKind::Http | IntegrationKind::HttpProxy => Ok(()),
            IntegrationKind::Aws | IntegrationKind::AwsProxy | IntegrationKind::Mock => {
                Err("VPC_LINK connections are for HTTP and HTTP_PROXY integrations only".to_owned())
            }
        },
        (Some(ConnectionType::Internet) | None, Some(_)) => {
            Err("Connection ID must not be specified without a VPC_LINK connection".to_owned())
        }
        (Some(ConnectionType::Internet) | None, None) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use model::PassthroughBehavior;

    use super::*;

    fn integration(
        kind: IntegrationKind,
        http_method: &str,
        uri: &str,
        credentials: &str,
    ) -> Integration {
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Integration {
            kind,
            http_method: given(http_method),
            uri: given(uri),
            credentials: given(credentials),
            connection_type: None,
            connection_id: None,
            request_parameters: None,
            request_templates: None,
            passthrough_behavior: PassthroughBehavior::WhenNoMatch,
            content_handling: None,
            timeout_millis: DEFAULT_TIMEOUT_MILLIS,
            cache_namespace: None,
            cache_key_parameters: Vec::new(),
            insecure_skip_verification: None,
            response_transfer_mode: None,
            responses: BTreeMap::new(),
        }
    }

    fn check(integration: &Integration, expected: Result<(), &str>) {
        let expected = expected.map_err(str::to_owned);
        assert_eq!(
            validate_integration(integration),
            expected,
            "{integration:?}"
        );
    }

    const FUNCTION: &str = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:f:${stageVariables.alias}/invocations";
    const QUEUE: &str = "arn:aws:apigateway:us-east-1:sqs:path/000000000000/q";
    const ROLE: &str = "arn:aws:iam::000000000000:role/r";

    #[test]
    fn proxies_are_for_lambda_and_firehose() {
        // The texts are those of the recording `test_put_integration_aws_proxy_uri`.
        let proxy = |uri| integration(IntegrationKind::AwsProxy, "POST", uri, "");
        let unsupported = "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.";
        check(&proxy(FUNCTION), Ok(()));
        check(
            &proxy("arn:aws:lambda:us-east-1:000000000000:function:f"),
            Err("AWS ARN for integration must contain path or action"),
        );
        check(&proxy("wrong"), Err(INVALID_ARN));
        check(&proxy(""), Err(INVALID_ARN));
        check(
            &proxy(
                "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/fake/invocations",
            ),
            Err(unsupported),
        );
        check(
            &proxy("arn:aws:apigateway:us-east-1:firehose:action/PutRecord"),
            Ok(()),
        );
        check(
            &proxy("arn:aws:apigateway:us-east-1:firehose:action/Other"),
            Err(unsupported),
        );
        check(&proxy(QUEUE), Err(unsupported));
    }

    #[test]
    fn services_other_than_lambda_need_a_role() {
        let aws = |uri, role| integration(IntegrationKind::Aws, "POST", uri, role);
        check(&aws(FUNCTION, ""), Ok(()));
        check(
            &aws(QUEUE, ""),
            Err("Role ARN must be specified for AWS integrations"),
        );
        check(&aws(QUEUE, ROLE), Ok(()));
        check(&aws(QUEUE, "arn:aws:iam::*:user/*"), Ok(()));
        check(&aws(QUEUE, "role"), Err(INVALID_ARN));
        check(
            &integration(IntegrationKind::Aws, "", FUNCTION, ""),
            Err("Enumeration value for HttpMethod must be non-empty"),
        );
    }

    #[test]
    fn http_needs_a_verb_and_an_endpoint() {
        let endpoint = "Invalid HTTP endpoint specified for URI";
        let http = |uri| integration(IntegrationKind::HttpProxy, "GET", uri, "");
        check(&http("https://example.com/{proxy}"), Ok(()));
        check(&http("https://${stageVariables.host}/x"), Ok(()));
        check(&http("ftp://example.com"), Err(endpoint));
        check(&http("https://"), Err(endpoint));
        check(&http(""), Err(endpoint));
        check(
            &integration(IntegrationKind::Http, "FETCH", "http://a", ""),
            Err(
                "Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY",
            ),
        );
        check(&integration(IntegrationKind::Mock, "", "", ""), Ok(()));
    }

    #[test]
    fn timeouts_and_connections_have_their_rules() {
        let mock = integration(IntegrationKind::Mock, "", "", "");
        check(
            &Integration {
                timeout_millis: 49,
                ..mock.clone()
            },
            Err("Timeout should be between 50 ms and 29000 ms"),
        );
        check(
            &Integration {
                timeout_millis: 29_001,
                ..mock.clone()
            },
            Err("Timeout should be between 50 ms and 29000 ms"),
        );
        let linked = Integration {
            connection_type: Some(ConnectionType::VpcLink),
            ..mock
        };
        check(
            &linked,
            Err("Connection ID must be specified for VPC_LINK connections"),
        );
        let link = Some("abc".to_owned());
        check(
            &Integration {
                connection_id: link.clone(),
                ..linked.clone()
            },
            Err("VPC_LINK connections are for HTTP and HTTP_PROXY integrations only"),
        );
        let http = integration(IntegrationKind::Http, "GET", "http://a", "");
        check(
            &Integration {
                connection_id: link.clone(),
                ..http.clone()
            },
            Err("Connection ID must not be specified without a VPC_LINK connection"),
        );
        check(
            &Integration {
                connection_id: link,
                connection_type: linked.connection_type,
                ..http
            },
            Ok(()),
        );
    }
}
