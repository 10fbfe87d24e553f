//! The presigned form: the signature stands in the query string.

use http::HeaderMap;

use super::{Form, Parts, Presented, SKEW_SECONDS, header, incomplete};
use crate::sigv4::uri::parameters;
use crate::sigv4::{ALGORITHM, AuthenticationFailure};

/// A presigned request is good for a week at most.
const MOST_EXPIRES_SECONDS: i64 = 604_800;

pub(super) fn read(query: &str, headers: &HeaderMap) -> Result<Presented, AuthenticationFailure> {
    let fields = QueryFields::read(query)?;
    let algorithm = fields.required("X-Amz-Algorithm")?;
    if algorithm != ALGORITHM {
        return Err(incomplete(format!(
            "Unsupported AWS 'algorithm': '{algorithm}'."
        )));
    }
    let token = fields
        .find("X-Amz-Security-Token")
        .or_else(|| header::text(headers, "x-amz-security-token"));
    Presented::of(&Parts {
        form: Form::Query {
            expires_seconds: expires(fields.find("X-Amz-Expires"))?,
        },
        credential: fields.required("X-Amz-Credential")?,
        signature: fields.required("X-Amz-Signature")?,
        signed_headers: fields.required("X-Amz-SignedHeaders")?,
        date: fields.required("X-Amz-Date")?,
        token,
    })
}

/// The `X-Amz-` parameters of a presigned request.
struct QueryFields(Vec<(String, String)>);

impl QueryFields {
    /// A parameter of the signature that stands twice could mean two things.
    fn read(query: &str) -> Result<Self, AuthenticationFailure> {
        let mut fields: Vec<(String, String)> = Vec::new();
        for (name, value) in parameters(query) {
            if !name.starts_with("X-Amz-") {
                continue;
            }
            if fields.iter().any(|(known, _)| **known == *name) {
                return Err(incomplete(format!(
                    "AWS query-string parameter '{}' must stand only once.",
                    &*name
                )));
            }
            fields.push((name.into_text(), value.into_text()));
        }
        Ok(Self(fields))
    }

    fn find(&self, name: &str) -> Option<&str> {
        let (_, value) = self.0.iter().find(|(known, _)| known == name)?;
        Some(value)
    }

    fn required(&self, name: &str) -> Result<&str, AuthenticationFailure> {
        self.find(name).ok_or_else(|| {
            incomplete(format!(
                "AWS query-string parameters must include '{name}'. Re-examine the query-string \
                 parameters."
            ))
        })
    }
}

/// Absent, the five minutes of any signature hold.
fn expires(text: Option<&str>) -> Result<i64, AuthenticationFailure> {
    let Some(text) = text else {
        return Ok(SKEW_SECONDS);
    };
    let seconds: i64 = text
        .parse()
        .map_err(|_| incomplete("X-Amz-Expires should be a number"))?;
    if seconds < 0 {
        return Err(incomplete("X-Amz-Expires must be non-negative"));
    }
    if seconds > MOST_EXPIRES_SECONDS {
        return Err(incomplete(
            "X-Amz-Expires must be less than a week (in seconds); that is, the given \
             X-Amz-Expires must be less than 604800 seconds",
        ));
    }
    Ok(seconds)
}
