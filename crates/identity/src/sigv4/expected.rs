//! The credential scope: what a request claims, and what its receiver expects.

use http::HeaderMap;

use super::uri::parameters;
use super::{ALGORITHM, AuthenticationFailure};

/// Who receives the request, and so for whom it must have been signed.
#[derive(Debug, Clone, Copy)]
pub struct Expected<'a> {
    /// The signing name, such as `lambda` or `execute-api`.
    pub service: &'a str,
    /// Any region when absent.
    pub region: Option<&'a str>,
}

/// `KEY/DATE/REGION/SERVICE/aws4_request`
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Credential {
    pub(crate) access_key_id: String,
    pub(crate) date: String,
    pub(crate) region: String,
    pub(crate) service: String,
    terminator: String,
}

impl Credential {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('/').map(str::to_owned);
        let credential = Self {
            access_key_id: parts.next().filter(|id| !id.is_empty())?,
            date: parts.next()?,
            region: parts.next()?,
            service: parts.next()?,
            terminator: parts.next()?,
        };
        parts.next().is_none().then_some(credential)
    }

    pub(super) fn scope(&self) -> String {
        format!(
            "{}/{}/{}/{}",
            self.date, self.region, self.service, self.terminator
        )
    }

    /// Every complaint at once, in AWS's words.
    pub(crate) fn check(
        &self,
        expected: &Expected<'_>,
        date: &str,
    ) -> Result<(), AuthenticationFailure> {
        let mut complaints = Vec::new();
        if expected.region.is_some_and(|region| region != self.region) {
            complaints.push(format!(
                "Credential should be scoped to a valid region, not '{}'.",
                self.region
            ));
        }
        if expected.service != self.service {
            complaints.push(format!(
                "Credential should be scoped to correct service: '{}'.",
                expected.service
            ));
        }
        if self.terminator != "aws4_request" {
            complaints.push(format!(
                "Credential should be scoped with a valid terminator: 'aws4_request', not '{}'.",
                self.terminator
            ));
        }
        let day = date.get(..8).unwrap_or_default();
        if day != self.date {
            complaints.push(format!(
                "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date \
                 from HTTP: '{}' != '{day}', from '{date}'.",
                self.date
            ));
        }
        if complaints.is_empty() {
            return Ok(());
        }
        Err(AuthenticationFailure::WrongScope(complaints.join(" ")))
    }
}

/// What a request says of itself before anything is verified; good for routing and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimedScope {
    pub access_key_id: String,
    pub region: String,
    pub service: String,
}

/// Reads the claim from the `Authorization` header or the query string.
pub fn claimed_scope(headers: &HeaderMap, query: &str) -> Option<ClaimedScope> {
    let from_header = headers
        .get(http::header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(credential_of_header)
        .map(str::to_owned);
    let text = from_header.or_else(|| {
        parameters(query)
            .find(|(name, _)| &**name == "X-Amz-Credential")
            .map(|(_, value)| value.into_text())
    })?;
    let credential = Credential::parse(&text)?;
    Some(ClaimedScope {
        access_key_id: credential.access_key_id,
        region: credential.region,
        service: credential.service,
    })
}

fn credential_of_header(value: &str) -> Option<&str> {
    value
        .strip_prefix(ALGORITHM)?
        .split(',')
        .find_map(|part| part.trim().strip_prefix("Credential="))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(credential: &str, region: Option<&str>, date: &str, expected: Result<(), &str>) {
        let credential = Credential::parse(credential).unwrap();
        let receiver = Expected {
            service: "lambda",
            region,
        };
        let outcome = credential.check(&receiver, date);
        let said = outcome.map_err(|failure| match failure {
            AuthenticationFailure::WrongScope(text) => text,
            other => panic!("{other:?}"),
        });
        assert_eq!(said, expected.map_err(str::to_owned));
    }

    const DATE: &str = "20150830T123600Z";

    #[test]
    fn a_scope_must_be_that_of_the_receiver() {
        let good = "AKID/20150830/us-east-1/lambda/aws4_request";
        check(good, Some("us-east-1"), DATE, Ok(()));
        check(good, None, DATE, Ok(()));
        check(
            good,
            Some("eu-west-1"),
            DATE,
            Err("Credential should be scoped to a valid region, not 'us-east-1'."),
        );
        check(
            "AKID/20150830/us-east-1/iam/aws4_request",
            None,
            DATE,
            Err("Credential should be scoped to correct service: 'lambda'."),
        );
        check(
            "AKID/20150829/us-east-1/lambda/aws3_request",
            None,
            DATE,
            Err(
                "Credential should be scoped with a valid terminator: 'aws4_request', not \
                 'aws3_request'. Date in Credential scope does not match YYYYMMDD from ISO-8601 \
                 version of date from HTTP: '20150829' != '20150830', from '20150830T123600Z'.",
            ),
        );
    }

    #[test]
    fn a_credential_has_five_parts() {
        for text in ["", "AKID", "AKID/1/2/3", "AKID/1/2/3/4/5", "/1/2/3/4"] {
            assert_eq!(Credential::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_claim_is_read_from_header_or_query() {
        let mut headers = HeaderMap::new();
        let query = "X-Amz-Credential=AKID%2F20150830%2Feu-west-1%2Fsts%2Faws4_request";
        let claim = claimed_scope(&headers, query).unwrap();
        assert_eq!(
            (claim.service.as_str(), claim.region.as_str()),
            ("sts", "eu-west-1")
        );
        let value =
            "AWS4-HMAC-SHA256 Credential=A/20150830/us-east-1/iam/aws4_request, Signature=1";
        headers.insert("authorization", value.parse().unwrap());
        let claim = claimed_scope(&headers, query).unwrap();
        assert_eq!(
            (claim.access_key_id.as_str(), claim.service.as_str()),
            ("A", "iam")
        );
        assert_eq!(claimed_scope(&HeaderMap::new(), "a=b"), None);
    }
}
