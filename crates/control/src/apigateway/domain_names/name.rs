//! Which names a custom domain can have.

use std::net::IpAddr;

use super::super::failures::bad_request;
use crate::refused::Refused;

/// What this server is reached by, beside addresses.
const OWN: [&str; 2] = ["localhost", "localhost.localstack.cloud"];
/// Labels in front of those that lead to a service.
const SERVICES: [&str; 3] = ["execute-api", "lambda-url", "s3"];

/// A host name of two labels or more, in lower case; a leading `*` stands for one label.
///
/// Whoever has a name takes the requests to it, so that what others are reached by is nobody's:
/// addresses, the bare names of machines, AWS's own hosts and the hosts of APIs.
pub(super) fn read(given: &str) -> Result<String, Refused> {
    let name = given.to_ascii_lowercase();
    let mut labels = name.strip_prefix("*.").unwrap_or(&name).split('.');
    let sound = labels.clone().count() >= 2 && labels.all(is_label);
    let reserved = name.parse::<IpAddr>().is_ok()
        || name.ends_with(".amazonaws.com")
        || name.split('.').nth(1) == Some("execute-api")
        || OWN.iter().any(|own| takes_over(&name, own));
    if sound && !reserved && name.len() <= 255 {
        return Ok(name);
    }
    Err(bad_request(format!(
        "Invalid domain name specified: {given}"
    )))
}

/// Whether somebody who calls the server itself, or one of its services, would be led to this name. The
/// cookie of the console and addresses that S3 presigned are sent to such hosts.
fn takes_over(name: &str, own: &str) -> bool {
    let Some(rest) = name.strip_suffix(own) else {
        return false;
    };
    let mut labels = rest.split('.');
    matches!(rest, "" | "*.")
        || rest.ends_with('.') && labels.any(|label| SERVICES.contains(&label))
}

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_host_that_nobody_else_is_reached_by() {
        for (given, expected) in [
            ("api.example.com", Some("api.example.com")),
            ("API.Example.com", Some("api.example.com")),
            ("*.example.com", Some("*.example.com")),
            ("api.localhost", Some("api.localhost")),
            ("localhost", None),
            ("127.0.0.1", None),
            ("*.com", None),
            ("a..com", None),
            ("-a.com", None),
            ("a_b.example.com", None),
            ("iam.amazonaws.com", None),
            ("x.execute-api.localhost", None),
            ("*.execute-api.us-east-1.localhost", None),
            ("api.example.com:443", None),
            ("*.localhost", None),
            ("localhost.localstack.cloud", None),
            ("*.localhost.localstack.cloud", None),
            (
                "api.localhost.localstack.cloud",
                Some("api.localhost.localstack.cloud"),
            ),
            ("s3.localhost", None),
            ("bucket.s3.localhost", None),
            ("*.s3.localhost.localstack.cloud", None),
            ("*.lambda-url.us-east-1.localhost", None),
            ("s3.example.com", Some("s3.example.com")),
            ("", None),
        ] {
            assert_eq!(read(given).ok().as_deref(), expected, "{given}");
        }
    }
}
