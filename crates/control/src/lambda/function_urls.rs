//! What the operations on function URLs share.

use model::{FunctionRecord, FunctionUrl, InvokeMode, Qualifier, Timestamp, UrlAuth, UrlCors};
use wire::lambda::{Cors, FunctionUrlConfig};

use super::failures::not_found;
use super::target::Target;
use crate::call::Call;
use crate::needs::Ask;
use crate::refused::Refused;
use crate::rooms::Rooms;

pub(super) fn no_function() -> Refused {
    not_found("Function does not exist")
}

pub(super) fn no_url() -> Refused {
    not_found("The resource you requested does not exist.")
}

/// The key of a URL in its function's record.
pub(super) fn key(target: &Target) -> String {
    target.qualifier.clone().unwrap_or_default()
}

/// A URL stands on the function or on one of its aliases.
pub(super) fn check_alias(target: &Target, record: &FunctionRecord) -> Result<(), Refused> {
    match target.parsed_qualifier()? {
        None => Ok(()),
        Some(Qualifier::Alias(name)) if record.aliases.contains_key(&name) => Ok(()),
        Some(_) => Err(no_function()),
    }
}

impl Rooms {
    /// With the keys that policies know of a URL; its auth type is the one asked for, or the one
    /// that it has.
    pub(super) fn ask_url(
        &self,
        action: &'static str,
        target: &Target,
        auth_type: Option<&str>,
    ) -> Ask {
        let ask = self.ask_whole_function(action, target);
        let ask = ask.key("lambda:FunctionArn", target.arn());
        let known = self.lambda.resolve(&target.unqualified()).ok();
        let url = known
            .as_ref()
            .and_then(|known| known.function.urls.get(&key(target)));
        let stored = url.map(|url| url.auth.as_str());
        match auth_type.or(stored) {
            Some(kind) => ask.key("lambda:FunctionUrlAuthType", kind),
            None => ask,
        }
    }
}

/// `wire` has checked the values.
pub(super) fn auth(text: &str) -> UrlAuth {
    match text {
        "NONE" => UrlAuth::None,
        _ => UrlAuth::AwsIam,
    }
}

pub(super) fn invoke_mode(text: &str) -> InvokeMode {
    match text {
        "RESPONSE_STREAM" => InvokeMode::ResponseStream,
        _ => InvokeMode::Buffered,
    }
}

pub(super) fn cors(given: Cors) -> UrlCors {
    UrlCors {
        allow_credentials: given.allow_credentials,
        allow_headers: given.allow_headers,
        allow_methods: given.allow_methods,
        allow_origins: given.allow_origins,
        expose_headers: given.expose_headers,
        max_age: given.max_age.and_then(|age| u32::try_from(age).ok()),
    }
}

pub(super) fn shown_cors(cors: &UrlCors) -> Cors {
    Cors {
        allow_credentials: cors.allow_credentials,
        allow_headers: cors.allow_headers.clone(),
        allow_methods: cors.allow_methods.clone(),
        allow_origins: cors.allow_origins.clone(),
        expose_headers: cors.expose_headers.clone(),
        max_age: cors.max_age.and_then(|age| i32::try_from(age).ok()),
    }
}

pub(super) fn shown(
    call: &Call,
    record: &FunctionRecord,
    alias: &str,
    url: &FunctionUrl,
) -> FunctionUrlConfig {
    let function = record.arn();
    let arn = match alias {
        "" => function.to_string(),
        alias => format!("{function}:{alias}"),
    };
    FunctionUrlConfig {
        function_url: address(call.endpoint(), &url.id, function.region.as_str()),
        function_arn: arn,
        creation_time: time_text(url.created),
        last_modified_time: time_text(url.modified),
        cors: url.cors.as_ref().map(shown_cors),
        auth_type: url.auth.as_str().to_owned(),
        invoke_mode: Some(url.invoke_mode.as_str().to_owned()),
    }
}

/// Where a client finds the URL that found this server at `endpoint`: under the server's name, with
/// the URL's id in front as on AWS. Who named an address needs no names to be resolved, which
/// resolvers often refuse for what is below `localhost`, and finds it by the path.
pub(super) fn address(endpoint: &str, id: &str, region: &str) -> String {
    let (scheme, authority) = endpoint.split_once("://").unwrap_or(("http", endpoint));
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    };
    let is_address = host.starts_with('[') || host.parse::<std::net::Ipv4Addr>().is_ok();
    if is_address {
        return format!("{scheme}://{authority}/_aws/lambda-url/{id}/");
    }
    format!("{scheme}://{id}.lambda-url.{region}.{authority}/")
}

/// `2025-11-25T02:42:56.123Z`
fn time_text(time: Timestamp) -> String {
    jiff::Timestamp::from_millisecond(time.millis())
        .unwrap_or(jiff::Timestamp::UNIX_EPOCH)
        .strftime("%Y-%m-%dT%H:%M:%S.%3fZ")
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_is_found_where_the_server_was() {
        for (endpoint, expected) in [
            (
                "http://localhost:4566",
                "http://abc.lambda-url.eu-west-1.localhost:4566/",
            ),
            (
                "https://aws.example.com",
                "https://abc.lambda-url.eu-west-1.aws.example.com/",
            ),
            (
                "http://127.0.0.1:4566",
                "http://127.0.0.1:4566/_aws/lambda-url/abc/",
            ),
            (
                "http://[::1]:4566",
                "http://[::1]:4566/_aws/lambda-url/abc/",
            ),
        ] {
            assert_eq!(address(endpoint, "abc", "eu-west-1"), expected);
        }
    }
}
