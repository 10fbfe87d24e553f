//! Which API, which stage: read from the host's name or from the path of an execute-api address.

use std::sync::Arc;

use crate::private_domain::ThroughPrivate;

/// An execute-api address, split into its parts.
#[derive(Debug, Clone, Default)]
pub struct Addressed {
    pub api: Arc<str>,
    /// Empty when the address ends before a stage.
    pub stage: Arc<str>,
    /// The raw path after the stage, without the query; empty or with its leading slash.
    pub path: String,
    /// On a custom domain, what of the path stands before `path`: the base path, and the stage
    /// where the mapping names none.
    pub domain: Option<Arc<str>>,
    /// The custom domain whose callers must show a certificate, if it is one.
    pub mutual_tls: Option<Arc<str>>,
    /// Whether a custom domain takes only connections that were made for its host.
    pub strict: bool,
    /// The routing rule that found the API.
    pub rule: Option<Arc<str>>,
    /// The private custom domain that is asked, which has a policy of its own.
    pub private: Option<ThroughPrivate>,
}

/// Reads one of the four endpoint forms; `None` if the request is for somebody else.
///
/// - `{api}.execute-api.{anything}` as host, `/{stage}/…` as path
/// - `/_aws/execute-api/{api}/{stage}/…`
/// - `/restapis/{api}/{stage}/_user_request_/…`
///
/// The two host forms, with the region in the name or without, are told from others by their
/// second label.
pub fn address(host: &str, path_and_query: &str) -> Option<Addressed> {
    let path = path_and_query
        .split_once('?')
        .map_or(path_and_query, |(path, _)| path);
    by_host(host, path)
        .or_else(|| by_prefix(path))
        .or_else(|| by_user_request(path))
}

fn by_host(host: &str, path: &str) -> Option<Addressed> {
    let mut labels = host.split('.');
    let api = labels.next()?;
    if labels.next() != Some("execute-api") || labels.next().is_none() {
        return None;
    }
    Some(addressed(
        without_endpoint(api),
        path.strip_prefix('/').unwrap_or(path),
    ))
}

/// `API-vpce-ID` is a private API by the name that it has for one VPC endpoint (API Gateway developer
/// guide, "Invoke a private API using a Route53 alias").
fn without_endpoint(label: &str) -> &str {
    label.split_once("-vpce-").map_or(label, |(api, _)| api)
}

/// Whether a host is a VPC endpoint's own, at which `x-apigw-api-id` names the private API ("Invoke
/// private APIs using endpoint-specific public DNS hostnames").
pub(crate) fn is_of_endpoint(host: &str) -> bool {
    let mut labels = host.split('.');
    labels.next().is_some_and(|own| own.starts_with("vpce-"))
        && labels.next() == Some("execute-api")
}

/// The API that a header names, at a VPC endpoint's own host.
pub(crate) fn by_header(api: &str, path_and_query: &str) -> Addressed {
    let path = path_and_query.split('?').next().unwrap_or_default();
    addressed(api, path.strip_prefix('/').unwrap_or(path))
}

fn by_prefix(path: &str) -> Option<Addressed> {
    let rest = path.strip_prefix("/_aws/execute-api/")?;
    let (api, rest) = rest.split_once('/').unwrap_or((rest, ""));
    Some(addressed(api, rest))
}

fn by_user_request(path: &str) -> Option<Addressed> {
    let rest = path.strip_prefix("/restapis/")?;
    let (api, rest) = rest.split_once('/')?;
    let (stage, rest) = rest.split_once('/')?;
    let rest = rest.strip_prefix("_user_request_")?;
    if !rest.is_empty() && !rest.starts_with('/') {
        return None;
    }
    Some(Addressed {
        api: api.into(),
        stage: stage.into(),
        path: rest.to_owned(),
        ..Addressed::default()
    })
}

/// `rest` begins with the stage.
fn addressed(api: &str, rest: &str) -> Addressed {
    let end = rest.find('/').unwrap_or(rest.len());
    let (stage, path) = rest.split_at(end);
    Addressed {
        api: api.into(),
        stage: stage.into(),
        path: path.to_owned(),
        ..Addressed::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(host: &str, path: &str, expected: Option<(&str, &str, &str)>) {
        let found = address(host, path);
        let parts = found
            .as_ref()
            .map(|a| (&*a.api, &*a.stage, a.path.as_str()));
        assert_eq!(parts, expected, "{host} {path}");
    }

    #[test]
    fn the_host_may_name_the_api() {
        let expected = Some(("abc", "prod", "/pets/1"));
        check(
            "abc.execute-api.us-east-1.localhost:4566",
            "/prod/pets/1?a=/b",
            expected,
        );
        check(
            "abc.execute-api.localhost.localstack.cloud:4566",
            "/prod/pets/1",
            expected,
        );
        check(
            "abc.execute-api.us-east-1.amazonaws.com",
            "/prod/pets/1",
            expected,
        );
        check(
            "abc-vpce-0a1.execute-api.us-east-1.amazonaws.com",
            "/prod/pets/1",
            expected,
        );
    }

    #[test]
    fn the_path_may_name_the_api() {
        let expected = Some(("abc", "prod", "/pets/1"));
        check(
            "localhost:4566",
            "/_aws/execute-api/abc/prod/pets/1",
            expected,
        );
        check(
            "localhost:4566",
            "/restapis/abc/prod/_user_request_/pets/1",
            expected,
        );
    }

    #[test]
    fn slashes_after_the_stage_stay_as_they_came() {
        let host = "abc.execute-api.us-east-1.localhost";
        check(host, "/prod", Some(("abc", "prod", "")));
        check(host, "/prod/", Some(("abc", "prod", "/")));
        check(host, "/prod//a", Some(("abc", "prod", "//a")));
        check(host, "/", Some(("abc", "", "")));
        check(
            "localhost",
            "/restapis/abc/prod/_user_request_",
            Some(("abc", "prod", "")),
        );
    }

    #[test]
    fn other_addresses_are_for_somebody_else() {
        check("localhost:4566", "/restapis/abc/stages", None);
        check(
            "localhost:4566",
            "/restapis/abc/prod/_user_request_x/y",
            None,
        );
        check("localhost:4566", "/", None);
        check("execute-api.localhost", "/x", None);
        check("abc.execute-api", "/x", None);
        check(
            "lambda.us-east-1.amazonaws.com",
            "/2015-03-31/functions",
            None,
        );
    }
}
