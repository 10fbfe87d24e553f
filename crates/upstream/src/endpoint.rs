//! Where services are: what the operator configured, and nothing else.

use std::fmt;
use std::str::FromStr;

use http::Uri;
use http::uri::{Authority, Scheme};
use model::Region;

/// Services that the product has itself, or whose addresses are its own.
const OURS: [&str; 7] = [
    "apigateway",
    "execute-api",
    "iam",
    "lambda",
    "logs",
    "portcullis",
    "sts",
];

/// `SERVICE=URL`, `SERVICE=aws`, `*=URL` or `*=aws`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    service: Named,
    place: Place,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Named {
    Service(String),
    Every,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    At(Base),
    /// AWS's own endpoints, `SERVICE.REGION.amazonaws.com`.
    Aws,
}

/// What a request's path is put behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Base {
    pub(crate) scheme: Scheme,
    pub(crate) authority: Authority,
    /// Empty, or a path without a slash at its end.
    pub(crate) path: String,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnusableEndpoint {
    #[error("it is not SERVICE=URL")]
    Form,
    #[error("{0} is no service's name")]
    Service(String),
    #[error("Portcullis has {0} itself")]
    Ours(String),
    #[error("{0} is no http or https URL of a host, without user, query and fragment")]
    Url(String),
}

impl FromStr for Endpoint {
    type Err = UnusableEndpoint;

    fn from_str(text: &str) -> Result<Self, UnusableEndpoint> {
        let (service, place) = text.split_once('=').ok_or(UnusableEndpoint::Form)?;
        let is_name =
            |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, b'-' | b'.');
        let service = match service {
            "*" => Named::Every,
            name if OURS.contains(&name) => return Err(UnusableEndpoint::Ours(name.to_owned())),
            name if !name.is_empty() && name.bytes().all(is_name) => {
                Named::Service(name.to_owned())
            }
            name => return Err(UnusableEndpoint::Service(name.to_owned())),
        };
        let place = match place {
            "aws" => Place::Aws,
            url => Place::At(base(url).ok_or_else(|| UnusableEndpoint::Url(url.to_owned()))?),
        };
        Ok(Self { service, place })
    }
}

impl Endpoint {
    /// Whether it is for this very service.
    pub(crate) fn is_for(&self, service: &str) -> bool {
        match &self.service {
            Named::Service(name) => name == service,
            Named::Every => false,
        }
    }

    /// Whether requests go to AWS itself, which takes no signature but a real one.
    pub fn is_aws(&self) -> bool {
        match &self.place {
            Place::Aws => true,
            Place::At(base) => base.authority.host().ends_with(".amazonaws.com"),
        }
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let service = match &self.service {
            Named::Service(name) => name,
            Named::Every => "*",
        };
        match &self.place {
            Place::Aws => write!(f, "{service}=aws"),
            Place::At(base) => write!(f, "{service}={base}"),
        }
    }
}

impl Base {
    fn of_aws(service: &str, region: &Region) -> Option<Self> {
        Some(Self {
            scheme: Scheme::HTTPS,
            authority: format!("{service}.{region}.amazonaws.com").parse().ok()?,
            path: String::new(),
        })
    }
}

impl fmt::Display for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}{}", self.scheme, self.authority, self.path)
    }
}

fn base(url: &str) -> Option<Base> {
    let uri: Uri = url.parse().ok()?;
    let parts = uri.into_parts();
    let scheme = parts.scheme?;
    let authority = parts.authority?;
    let path = parts.path_and_query?;
    let is_plain =
        !authority.as_str().contains('@') && path.query().is_none() && !url.contains('#');
    let is_http = scheme == Scheme::HTTP || scheme == Scheme::HTTPS;
    (is_plain && is_http && !authority.host().is_empty()).then(|| Base {
        scheme,
        authority,
        path: path.path().trim_end_matches('/').to_owned(),
    })
}

/// The endpoint of a service: its own, else the one for every service. A service is found by its
/// signing name or by the prefix of its actions. `host` is what AWS has before the region.
pub(crate) fn find(
    endpoints: &[Endpoint],
    (service, prefix): (&str, &str),
    host: &str,
    region: &Region,
) -> Option<Base> {
    let of = |wanted: &str| {
        let mut named = endpoints.iter();
        named.find(|endpoint| endpoint.service == Named::Service(wanted.to_owned()))
    };
    let every = || {
        endpoints
            .iter()
            .find(|endpoint| endpoint.service == Named::Every)
    };
    let endpoint = of(service).or_else(|| of(prefix)).or_else(every)?;
    match &endpoint.place {
        Place::At(base) => Some(base.clone()),
        Place::Aws => Base::of_aws(host, region),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<&str, UnusableEndpoint>) {
        let read = text
            .parse::<Endpoint>()
            .map(|endpoint| endpoint.to_string());
        assert_eq!(read, expected.map(str::to_owned), "{text}");
    }

    #[test]
    fn an_endpoint_is_a_service_and_a_url() {
        check(
            "dynamodb=http://127.0.0.1:8000",
            Ok("dynamodb=http://127.0.0.1:8000"),
        );
        check("*=https://host/base/", Ok("*=https://host/base"));
        check("sqs=aws", Ok("sqs=aws"));
        check("dynamodb", Err(UnusableEndpoint::Form));
        check("lambda=aws", Err(UnusableEndpoint::Ours("lambda".into())));
        check(
            "Dynamo DB=aws",
            Err(UnusableEndpoint::Service("Dynamo DB".into())),
        );
        for url in [
            "",
            "ftp://host",
            "127.0.0.1:8000",
            "http://u:p@host",
            "http://host?a=b",
            "http://",
            "file:///etc",
        ] {
            check(&format!("s3={url}"), Err(UnusableEndpoint::Url(url.into())));
        }
    }

    #[test]
    fn a_service_has_its_own_endpoint_or_that_of_all() {
        let endpoints: Vec<Endpoint> = ["*=http://all", "dynamodb=http://own", "cloudwatch=aws"]
            .iter()
            .map(|text| text.parse().unwrap())
            .collect();
        let region = Region::new("eu-west-1").unwrap();
        let place = |service, prefix| {
            let found = find(&endpoints, (service, prefix), service, &region);
            found.unwrap().to_string()
        };
        assert_eq!(place("dynamodb", "dynamodb"), "http://own");
        assert_eq!(place("sqs", "sqs"), "http://all");
        assert_eq!(
            place("monitoring", "cloudwatch"),
            "https://monitoring.eu-west-1.amazonaws.com"
        );
        assert!(find(&[], ("s3", "s3"), "s3", &region).is_none());
    }
}
