//! Why a request is nobody's, in AWS's words.
//!
//! Sources: the "Common errors" pages of the API references of STS, IAM and Lambda, and the IAM
//! user guide, "Troubleshoot Signature Version 4 signing".

/// The families of wording: the query protocol, the JSON protocols, and S3 (S3 API reference, "Error
/// responses").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    Query,
    Json,
    S3,
}

/// Nothing here tells a stranger more than AWS would; secrets never stand in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AuthenticationFailure {
    #[error("the request is not signed")]
    MissingToken,
    /// The text says what is missing or misshapen.
    #[error("the signature is incomplete: {0}")]
    Incomplete(String),
    /// The access key is unknown or inactive, or the session token was altered or is not for it.
    #[error("the access key is not known")]
    UnknownKey,
    /// The session is over.
    #[error("the session has expired")]
    SessionExpired,
    /// Signed for another region, service or day.
    #[error("the signature is for another scope: {0}")]
    WrongScope(String),
    /// Signed too long ago; all three in the form `20150830T123600Z`, the tolerance in minutes.
    #[error("the signature has expired")]
    Expired {
        signed: String,
        oldest: String,
        now: String,
        minutes: i64,
    },
    /// Signed in the future.
    #[error("the signature is not yet current")]
    NotYetCurrent {
        signed: String,
        newest: String,
        now: String,
        minutes: i64,
    },
    /// Carries what should have been signed, as AWS shows it.
    #[error("the signature does not match")]
    Mismatch {
        canonical_request: String,
        string_to_sign: String,
    },
    /// Headers of AWS's own that anybody could have added to a signed request; S3 takes none.
    #[error("headers were not signed: {0}")]
    UnsignedHeaders(String),
    /// A way to sign that is not served, by name.
    #[error("signing the payload as {0} is not supported")]
    Unsupported(String),
}

const UNSIGNED_HEADERS: &str = "There were headers present in the request which were not signed";
const MISMATCH: &str = "The request signature we calculated does not match the signature you \
    provided. Check your AWS Secret Access Key and signing method. Consult the service \
    documentation for details.";

impl AuthenticationFailure {
    /// AWS's error code.
    pub fn code(&self, dialect: Dialect) -> &'static str {
        let (query, json, s3) = match self {
            Self::MissingToken => (
                "MissingAuthenticationToken",
                "MissingAuthenticationTokenException",
                "AccessDenied",
            ),
            Self::Incomplete(_) => (
                "IncompleteSignature",
                "IncompleteSignatureException",
                "AuthorizationHeaderMalformed",
            ),
            Self::UnsignedHeaders(_) => (
                "IncompleteSignature",
                "IncompleteSignatureException",
                "AccessDenied",
            ),
            Self::Unsupported(_) => (
                "IncompleteSignature",
                "IncompleteSignatureException",
                "InvalidRequest",
            ),
            Self::UnknownKey => (
                "InvalidClientTokenId",
                "UnrecognizedClientException",
                "InvalidAccessKeyId",
            ),
            Self::SessionExpired => ("ExpiredToken", "ExpiredTokenException", "ExpiredToken"),
            Self::WrongScope(_) => (
                "SignatureDoesNotMatch",
                "InvalidSignatureException",
                "AuthorizationHeaderMalformed",
            ),
            Self::Expired { .. } | Self::NotYetCurrent { .. } => (
                "SignatureDoesNotMatch",
                "InvalidSignatureException",
                "RequestTimeTooSkewed",
            ),
            Self::Mismatch { .. } => (
                "SignatureDoesNotMatch",
                "InvalidSignatureException",
                "SignatureDoesNotMatch",
            ),
        };
        match dialect {
            Dialect::Query => query,
            Dialect::Json => json,
            Dialect::S3 => s3,
        }
    }

    /// AWS's message.
    pub fn message(&self, dialect: Dialect) -> String {
        if let (Dialect::S3, Some(message)) = (dialect, self.message_of_s3()) {
            return message.to_owned();
        }
        match self {
            Self::MissingToken => match dialect {
                Dialect::Query => "Request is missing Authentication Token".into(),
                Dialect::Json | Dialect::S3 => "Missing Authentication Token".into(),
            },
            Self::Incomplete(text) | Self::WrongScope(text) => text.clone(),
            Self::UnknownKey => "The security token included in the request is invalid.".into(),
            Self::SessionExpired => "The security token included in the request is expired".into(),
            Self::Expired {
                signed,
                oldest,
                now,
                minutes,
            } => format!(
                "Signature expired: {signed} is now earlier than {oldest} ({now} - {minutes} min.)"
            ),
            Self::NotYetCurrent {
                signed,
                newest,
                now,
                minutes,
            } => format!(
                "Signature not yet current: {signed} is still later than {newest} ({now} + {minutes} min.)"
            ),
            Self::Mismatch {
                canonical_request,
                string_to_sign,
            } => match dialect {
                Dialect::Query => format!(
                    "{MISMATCH}\n\nThe Canonical String for this request should have been\n\
                     '{canonical_request}'\n\nThe String-to-Sign should have been\n\
                     '{string_to_sign}'\n"
                ),
                Dialect::Json | Dialect::S3 => MISMATCH.into(),
            },
            Self::UnsignedHeaders(_) => UNSIGNED_HEADERS.into(),
            Self::Unsupported(name) => {
                format!("The payload signing option '{name}' is not supported by this service.")
            }
        }
    }
}

impl AuthenticationFailure {
    /// Where S3 has words of its own.
    fn message_of_s3(&self) -> Option<&'static str> {
        match self {
            Self::MissingToken => Some("Access Denied"),
            Self::UnknownKey => {
                Some("The AWS Access Key Id you provided does not exist in our records.")
            }
            Self::SessionExpired => Some("The provided token has expired."),
            Self::Expired { .. } | Self::NotYetCurrent { .. } => {
                Some("The difference between the request time and the current time is too large.")
            }
            Self::Mismatch { .. } => Some(
                "The request signature we calculated does not match the signature you provided. \
                 Check your key and signing method.",
            ),
            Self::Unsupported(_) => Some(
                "The authorization mechanism you have provided is not supported. Please use \
                 AWS4-HMAC-SHA256.",
            ),
            Self::Incomplete(_) | Self::WrongScope(_) | Self::UnsignedHeaders(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(failure: &AuthenticationFailure, query: (&str, &str), json: (&str, &str)) {
        for (dialect, (code, message)) in [(Dialect::Query, query), (Dialect::Json, json)] {
            assert_eq!(failure.code(dialect), code);
            assert_eq!(failure.message(dialect), message);
        }
    }

    #[test]
    fn each_family_of_protocols_has_its_words() {
        check(
            &AuthenticationFailure::MissingToken,
            (
                "MissingAuthenticationToken",
                "Request is missing Authentication Token",
            ),
            (
                "MissingAuthenticationTokenException",
                "Missing Authentication Token",
            ),
        );
        let invalid = "The security token included in the request is invalid.";
        check(
            &AuthenticationFailure::UnknownKey,
            ("InvalidClientTokenId", invalid),
            ("UnrecognizedClientException", invalid),
        );
        let expired = "The security token included in the request is expired";
        check(
            &AuthenticationFailure::SessionExpired,
            ("ExpiredToken", expired),
            ("ExpiredTokenException", expired),
        );
        let mismatch = AuthenticationFailure::Mismatch {
            canonical_request: "GET\n/".into(),
            string_to_sign: "AWS4".into(),
        };
        let long = format!(
            "{MISMATCH}\n\nThe Canonical String for this request should have been\n'GET\n/'\n\n\
             The String-to-Sign should have been\n'AWS4'\n"
        );
        check(
            &mismatch,
            ("SignatureDoesNotMatch", &long),
            ("InvalidSignatureException", MISMATCH),
        );
    }
}
