//! The parts of an event that functions get for a request: headers, query, path, stage variables.
//!
//! The shape is that of the developer guide, "Input format of a Lambda function for proxy
//! integration", and of the recording `test_lambda_aws_proxy_integration`.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::exchange::{Exchange, Peer};

/// What stands where a request has nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Absent {
    /// For backends.
    Null,
    /// For authorizers.
    Empty,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Parameters<'a> {
    headers: Option<Pairs<Cow<'a, str>>>,
    multi_value_headers: Option<Pairs<Vec<Cow<'a, str>>>>,
    query_string_parameters: Option<Pairs<&'a str>>,
    multi_value_query_string_parameters: Option<Pairs<Vec<&'a str>>>,
    path_parameters: Option<Pairs<&'a str>>,
    stage_variables: Option<Pairs<&'a str>>,
}

/// A map in the order of its making.
#[derive(Debug)]
pub(crate) struct Pairs<V>(Vec<(String, V)>);

impl<V: Serialize> Serialize for Pairs<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl<V> Pairs<V> {
    fn or(self, absent: Absent) -> Option<Self> {
        match absent {
            Absent::Null if self.0.is_empty() => None,
            Absent::Null | Absent::Empty => Some(self),
        }
    }
}

pub(crate) fn parameters(exchange: &Exchange, absent: Absent) -> Parameters<'_> {
    let headers = headers(exchange);
    let last = headers
        .iter()
        .filter_map(|(name, values)| Some((name.clone(), values.last()?.clone())))
        .collect();
    let query = exchange.request.query.grouped();
    let single = query
        .iter()
        .filter_map(|(name, values)| Some(((*name).to_owned(), *values.last()?)))
        .collect();
    let multi = query
        .into_iter()
        .map(|(name, values)| (name.to_owned(), values))
        .collect();
    let path = exchange.path_parameters.iter();
    let path = path
        .map(|(name, value)| (name.to_string(), value.as_str()))
        .collect();
    Parameters {
        headers: Pairs(last).or(absent),
        multi_value_headers: Pairs(headers).or(absent),
        query_string_parameters: Pairs(single).or(absent),
        multi_value_query_string_parameters: Pairs(multi).or(absent),
        path_parameters: Pairs(path).or(absent),
        stage_variables: stage_variables(exchange).or(absent),
    }
}

fn stage_variables(exchange: &Exchange) -> Pairs<&str> {
    let stage = exchange.stage.as_deref().into_iter();
    let variables = stage.flat_map(|stage| &stage.place.variables);
    Pairs(
        variables
            .map(|(name, value)| (name.clone(), value.as_str()))
            .collect(),
    )
}

/// What the method sees, and what API Gateway tells about the connection.
fn headers(exchange: &Exchange) -> Vec<(String, Vec<Cow<'_, str>>)> {
    let mut headers: Vec<(String, Vec<Cow<'_, str>>)> = exchange
        .request
        .headers
        .seen_by_method()
        .map(|(name, values)| (name.to_owned(), values))
        .collect();
    let Some(peer) = exchange.request.peer() else {
        return headers;
    };
    let is_edge = exchange.stage.as_deref().is_some_and(|stage| stage.is_edge);
    let edge = is_edge.then(|| cloudfront(exchange));
    for (name, value) in edge.into_iter().flatten().chain(forwarded(exchange, peer)) {
        headers.retain(|(own, _)| !own.eq_ignore_ascii_case(name));
        headers.push((name.to_owned(), vec![value]));
    }
    headers
}

fn forwarded<'a>(exchange: &'a Exchange, peer: &Peer) -> [(&'static str, Cow<'a, str>); 5] {
    let own = peer.ip.to_string();
    let chain = match exchange.request.headers.last("x-forwarded-for") {
        Some(before) => format!("{before}, {own}"),
        None => own,
    };
    let port = if peer.tls { "443" } else { "80" };
    let port = port_of(&exchange.request.host()).unwrap_or_else(|| port.to_owned());
    [
        ("Host", exchange.request.host().into()),
        ("X-Amzn-Trace-Id", exchange.trace().root.as_str().into()),
        ("X-Forwarded-For", chain.into()),
        ("X-Forwarded-Port", port.into()),
        ("X-Forwarded-Proto", protocol(peer).into()),
    ]
}

/// What CloudFront adds on the way to an edge-optimised API, as in the recording
/// `test_lambda_aws_proxy_integration`. Where a viewer is and what it holds in its hand is not known
/// here: they are all desktops of no country, of the network that is reserved for examples
/// (RFC 5398).
fn cloudfront(exchange: &Exchange) -> [(&'static str, Cow<'_, str>); 9] {
    let id = cloudfront_digits(&exchange.request.id);
    [
        ("CloudFront-Forwarded-Proto", "https".into()),
        ("CloudFront-Is-Desktop-Viewer", "true".into()),
        ("CloudFront-Is-Mobile-Viewer", "false".into()),
        ("CloudFront-Is-SmartTV-Viewer", "false".into()),
        ("CloudFront-Is-Tablet-Viewer", "false".into()),
        ("CloudFront-Viewer-ASN", "64496".into()),
        ("CloudFront-Viewer-Country", "ZZ".into()),
        ("Via", cloudfront_via(&id).into()),
        ("X-Amz-Cf-Id", cloudfront_id(&id).into()),
    ]
}

/// The digits of a request's id, of which the ids of CloudFront are made here.
pub(crate) fn cloudfront_digits(request_id: &str) -> String {
    let mut digits = String::with_capacity(request_id.len());
    digits.extend(request_id.split('-'));
    digits
}

pub(crate) fn cloudfront_via(digits: &str) -> String {
    let label = digits.get(..14).unwrap_or_default();
    ["1.1 ", label, ".cloudfront.net (CloudFront)"].concat()
}

pub(crate) fn cloudfront_id(digits: &str) -> String {
    [digits, digits, "=="].concat()
}

fn protocol(peer: &Peer) -> &'static str {
    if peer.tls { "https" } else { "http" }
}

fn port_of(host: &str) -> Option<String> {
    let (_, port) = host.rsplit_once(':')?;
    let is_port = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    is_port.then(|| port.to_owned())
}
