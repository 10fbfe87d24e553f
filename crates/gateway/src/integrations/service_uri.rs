//! The URI of an integration with an AWS service (API Gateway API reference, PutIntegration, `uri`):
//! `arn:aws:apigateway:REGION:[SUBDOMAIN.]SERVICE:path/PATH` or `…:action/NAME&PARAMETER=VALUE`.

use model::Region;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stays as it is in a query string.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');
/// In a path that a parameter is put into, slashes stay too: a greedy parameter has them.
const PATH: &AsciiSet = &QUERY.remove(b'/').remove(b'%').remove(b':');

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ServiceUri {
    pub(super) region: Region,
    /// What stands before the service's name, such as the `runtime` of `runtime.sagemaker`.
    pub(super) subdomain: Option<String>,
    /// The signing name.
    pub(super) service: String,
    pub(super) target: Target,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// Without its first slash; may have parameters in braces.
    Path(String),
    Action {
        name: String,
        /// As they stand in the URI.
        parameters: Vec<(String, String)>,
    },
}

impl ServiceUri {
    /// `None` for what is no such URI, or names no region.
    pub(super) fn parse(uri: &str) -> Option<Self> {
        let mut parts = uri.strip_prefix("arn:aws:apigateway:")?.splitn(3, ':');
        let region = Region::new(parts.next()?).ok()?;
        let named = parts.next().filter(|name| is_host(name))?;
        let (subdomain, service) = match named.rsplit_once('.') {
            Some((subdomain, service)) => (Some(subdomain.to_owned()), service),
            None => (None, named),
        };
        let target = parts.next()?;
        let target = if let Some(path) = target.strip_prefix("path/") {
            Target::Path(path.strip_prefix('/').unwrap_or(path).to_owned())
        } else {
            let mut parts = target.strip_prefix("action/")?.split('&');
            let name = parts.next().filter(|name| !name.is_empty())?.to_owned();
            let parameters = parts.filter_map(|pair| pair.split_once('='));
            Target::Action {
                name,
                parameters: parameters
                    .map(|(name, value)| (name.to_owned(), value.to_owned()))
                    .collect(),
            }
        };
        Some(Self {
            region,
            subdomain,
            service: service.to_owned(),
            target,
        })
    }

    /// Where AWS has the service.
    pub(super) fn host(&self) -> String {
        let subdomain = self.subdomain.as_ref();
        let subdomain = subdomain.map(|name| format!("{name}.")).unwrap_or_default();
        let Self {
            service, region, ..
        } = self;
        format!("{subdomain}{service}.{region}.amazonaws.com")
    }

    /// The whole address, with parameters in their places.
    pub(super) fn address(&self, path: &[(String, String)], query: &[(String, String)]) -> String {
        let mut address = format!("https://{}/", self.host());
        if let Target::Path(own) = &self.target {
            let mut own = own.clone();
            for (name, value) in path {
                let value = utf8_percent_encode(value, PATH).to_string();
                own = own.replace(&format!("{{{name}}}"), &value);
            }
            address.push_str(&own);
        }
        for (at, (name, value)) in query.iter().enumerate() {
            let first = at == 0 && !address.contains('?');
            address.push(if first { '?' } else { '&' });
            address.extend(utf8_percent_encode(name, QUERY));
            address.push('=');
            address.extend(utf8_percent_encode(value, QUERY));
        }
        address
    }
}

fn is_host(name: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    name.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(uri: &str, expected: &str) {
        let uri = ServiceUri::parse(uri).unwrap();
        let path = [("key".to_owned(), "a b/c".to_owned())];
        let query = [("x".to_owned(), "y&z".to_owned())];
        assert_eq!(uri.address(&path, &query), expected);
    }

    #[test]
    fn a_uri_is_an_address_of_aws() {
        let arn = "arn:aws:apigateway:us-east-1:";
        check(
            &format!("{arn}sqs:path/111111111111/q"),
            "https://sqs.us-east-1.amazonaws.com/111111111111/q?x=y%26z",
        );
        check(
            &format!("{arn}s3:path/b/{{key}}"),
            "https://s3.us-east-1.amazonaws.com/b/a%20b/c?x=y%26z",
        );
        check(
            &format!("{arn}runtime.sagemaker:path//endpoints/e/invocations"),
            "https://runtime.sagemaker.us-east-1.amazonaws.com/endpoints/e/invocations?x=y%26z",
        );
        check(
            &format!("{arn}dynamodb:action/PutItem"),
            "https://dynamodb.us-east-1.amazonaws.com/?x=y%26z",
        );
    }

    #[test]
    fn an_action_may_bring_parameters() {
        let uri =
            ServiceUri::parse("arn:aws:apigateway:r-1:sns:action/Publish&TopicArn=a&Message=b");
        let uri = uri.or_else(|| {
            ServiceUri::parse(
                "arn:aws:apigateway:us-east-1:sns:action/Publish&TopicArn=a&Message=b",
            )
        });
        let Target::Action { name, parameters } = uri.unwrap().target else {
            panic!("it is an action");
        };
        assert_eq!((name.as_str(), parameters.len()), ("Publish", 2));
    }

    #[test]
    fn what_is_no_such_uri_is_none() {
        for uri in [
            "",
            "http://host",
            "arn:aws:apigateway:nowhere:sqs:path/a",
            "arn:aws:apigateway:us-east-1:s qs:path/a",
            "arn:aws:apigateway:us-east-1:sqs",
            "arn:aws:apigateway:us-east-1:sqs:action/",
        ] {
            assert_eq!(ServiceUri::parse(uri), None, "{uri}");
        }
    }
}
