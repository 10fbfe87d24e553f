//! What a request presents: the parts of its signature, from the header or from the query string.

mod header;
mod query;

use http::header::AUTHORIZATION;
use model::Timestamp;

use super::expected::Credential;
use super::uri::parameters;
use super::{AuthenticationFailure, SignedRequest, moment};

/// How far the clocks may differ.
const SKEW_SECONDS: i64 = 300;
const MOST_SIGNED_HEADERS: usize = 200;

/// The parts of a signature, not verified.
pub(crate) struct Presented {
    form: Form,
    credential: Credential,
    signed_headers: Vec<String>,
    signature: [u8; 32],
    date: String,
    moment: Timestamp,
    token: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Header,
    Query { expires_seconds: i64 },
}

/// Clients sign a session token with the rest, or add it to the query when all is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenPlace {
    Signed,
    Appended,
}

impl Presented {
    /// Finds the signature. The header is looked at first.
    pub(crate) fn read(request: &SignedRequest<'_>) -> Result<Self, AuthenticationFailure> {
        if request.headers.contains_key(AUTHORIZATION) {
            return header::read(request.headers);
        }
        if parameters(request.query).any(|(name, _)| &*name == "X-Amz-Algorithm") {
            return query::read(request.query, request.headers);
        }
        Err(AuthenticationFailure::MissingToken)
    }

    pub(crate) fn credential(&self) -> &Credential {
        &self.credential
    }

    pub(crate) fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    /// Whether the signature stands in the query string.
    pub(super) fn is_presigned(&self) -> bool {
        matches!(self.form, Form::Query { .. })
    }

    /// As it was signed: `20150830T123600Z`.
    pub(crate) fn date(&self) -> &str {
        &self.date
    }

    /// Within five minutes of now, or within the time for which it was presigned.
    pub(crate) fn check_time(&self, now: Timestamp) -> Result<(), AuthenticationFailure> {
        let signed = self.moment.seconds();
        let now = now.seconds();
        if signed > now.saturating_add(SKEW_SECONDS) {
            return Err(AuthenticationFailure::NotYetCurrent {
                signed: self.date.clone(),
                newest: text_of(now.saturating_add(SKEW_SECONDS)),
                now: text_of(now),
                minutes: SKEW_SECONDS / 60,
            });
        }
        let tolerance = match self.form {
            Form::Header => SKEW_SECONDS,
            Form::Query { expires_seconds } => expires_seconds,
        };
        if signed < now.saturating_sub(tolerance) {
            return Err(AuthenticationFailure::Expired {
                signed: self.date.clone(),
                oldest: text_of(now.saturating_sub(tolerance)),
                now: text_of(now),
                minutes: tolerance / 60,
            });
        }
        Ok(())
    }

    /// In lower case, sorted, each once.
    pub(super) fn signed_headers(&self) -> &[String] {
        &self.signed_headers
    }

    pub(super) fn signature(&self) -> &[u8] {
        &self.signature
    }

    pub(super) fn token_places(&self) -> &'static [TokenPlace] {
        match (self.form, &self.token) {
            (Form::Query { .. }, Some(_)) => &[TokenPlace::Signed, TokenPlace::Appended],
            (Form::Query { .. }, None) | (Form::Header, _) => &[TokenPlace::Signed],
        }
    }

    /// Whether a query parameter is not part of what was signed.
    pub(super) fn leaves_out(&self, parameter: &str, token: TokenPlace) -> bool {
        match self.form {
            Form::Header => false,
            Form::Query { .. } => {
                parameter == "X-Amz-Signature"
                    || (token == TokenPlace::Appended && parameter == "X-Amz-Security-Token")
            }
        }
    }
}

fn text_of(seconds: i64) -> String {
    moment::format(Timestamp::from_seconds(seconds))
}

fn incomplete(text: impl Into<String>) -> AuthenticationFailure {
    AuthenticationFailure::Incomplete(text.into())
}

/// What both forms have, still as text.
struct Parts<'a> {
    form: Form,
    credential: &'a str,
    signature: &'a str,
    signed_headers: &'a str,
    date: &'a str,
    token: Option<&'a str>,
}

impl Presented {
    fn of(parts: &Parts<'_>) -> Result<Self, AuthenticationFailure> {
        let credential = Credential::parse(parts.credential).ok_or_else(|| {
            incomplete(format!(
                "Credential must have exactly 5 slash-delimited elements, e.g. \
                 keyid/date/region/service/term, got '{}'",
                parts.credential
            ))
        })?;
        let (moment, date) = read_date(parts.form, parts.date)?;
        Ok(Self {
            form: parts.form,
            signed_headers: read_signed_headers(parts.signed_headers)?,
            signature: read_signature(parts.signature),
            moment,
            date,
            credential,
            token: parts.token.map(str::to_owned),
        })
    }
}

fn read_date(form: Form, text: &str) -> Result<(Timestamp, String), AuthenticationFailure> {
    let moment = match form {
        Form::Header => moment::parse_date_header(text),
        Form::Query { .. } => moment::parse(text),
    };
    let moment = moment.ok_or_else(|| {
        incomplete(format!(
            "Date must be in ISO-8601 'basic format'. Got '{text}'. See \
             http://en.wikipedia.org/wiki/ISO_8601"
        ))
    })?;
    Ok((moment, moment::format(moment)))
}

fn read_signed_headers(text: &str) -> Result<Vec<String>, AuthenticationFailure> {
    let mut names: Vec<String> = text
        .split(';')
        .filter(|name| !name.is_empty())
        .take(MOST_SIGNED_HEADERS)
        .map(str::to_ascii_lowercase)
        .collect();
    names.sort_unstable();
    names.dedup();
    // Without the host, a signature would be good for every server.
    if !names.iter().any(|name| name == "host") {
        return Err(incomplete(
            "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
        ));
    }
    Ok(names)
}

/// What is not 64 hexadecimal digits matches no request; it fails like any wrong signature.
fn read_signature(text: &str) -> [u8; 32] {
    let mut signature = [0; 32];
    if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return signature;
    }
    for (byte, digits) in signature.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        let pair = std::str::from_utf8(digits).ok();
        let Some(value) = pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()) else {
            return [0; 32];
        };
        *byte = value;
    }
    signature
}
