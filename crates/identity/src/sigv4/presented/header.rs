//! The form in which the signature stands in the `Authorization` header.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::HeaderMap;
use http::header::AUTHORIZATION;
use ring::digest;

use super::{Form, Parts, Presented, incomplete};
use crate::sigv4::{ALGORITHM, AuthenticationFailure};

pub(super) fn read(headers: &HeaderMap) -> Result<Presented, AuthenticationFailure> {
    let mut values = headers.get_all(AUTHORIZATION).iter();
    let value = values.next().and_then(|value| value.to_str().ok());
    let value = value.ok_or_else(|| incomplete("Authorization header is not text."))?;
    if values.next().is_some() {
        return Err(incomplete("Authorization header stands more than once."));
    }
    let fields = HeaderFields::read(value)?;
    let date = text(headers, "x-amz-date").or_else(|| text(headers, "date"));
    let (Some(credential), Some(signature), Some(signed), Some(date)) = (
        fields.credential,
        fields.signature,
        fields.signed_headers,
        date,
    ) else {
        return Err(fields.complain(value, date));
    };
    Presented::of(&Parts {
        form: Form::Header,
        credential,
        signature,
        signed_headers: signed,
        date,
        token: text(headers, "x-amz-security-token"),
    })
}

pub(super) fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

#[derive(Default)]
struct HeaderFields<'a> {
    credential: Option<&'a str>,
    signed_headers: Option<&'a str>,
    signature: Option<&'a str>,
}

impl<'a> HeaderFields<'a> {
    /// `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`, in any order.
    fn read(value: &'a str) -> Result<Self, AuthenticationFailure> {
        let mut fields = Self::default();
        let Some(rest) = value.strip_prefix(ALGORITHM) else {
            return Ok(fields);
        };
        for part in rest
            .split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
        {
            let (name, content) = part.split_once('=').ok_or_else(|| {
                incomplete(format!(
                    "'{part}' not a valid key=value pair (missing equal-sign) in Authorization \
                     header: {}.",
                    hashed(value)
                ))
            })?;
            match name {
                "Credential" => fields.credential = Some(content),
                "SignedHeaders" => fields.signed_headers = Some(content),
                "Signature" => fields.signature = Some(content),
                _ => {}
            }
        }
        Ok(fields)
    }

    /// Names everything that is missing, as AWS does. The header itself is only hashed.
    fn complain(&self, value: &str, date: Option<&str>) -> AuthenticationFailure {
        let parameters = [
            ("Credential", self.credential),
            ("Signature", self.signature),
            ("SignedHeaders", self.signed_headers),
        ];
        let mut complaints: Vec<String> = parameters
            .iter()
            .filter(|(_, value)| value.is_none())
            .map(|(name, _)| format!("Authorization header requires '{name}' parameter."))
            .collect();
        if date.is_none() {
            complaints.push(
                "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' \
                 header."
                    .to_owned(),
            );
        }
        complaints.push(hashed(value));
        incomplete(complaints.join(" "))
    }
}

fn hashed(value: &str) -> String {
    let hash = digest::digest(&digest::SHA256, value.as_bytes());
    format!(
        "(Hashed with SHA-256 and encoded with Base64) Authorization={}",
        STANDARD.encode(hash)
    )
}
