//! `aws-sigv4`, the signer of AWS's own SDK for Rust, as the other side.

use std::time::{Duration, UNIX_EPOCH};

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{
    PayloadChecksumKind, PercentEncodingMode, SessionTokenMode, SignableBody, SignableRequest,
    SignatureLocation, SigningSettings, UriPathNormalizationMode,
};
use aws_sigv4::sign::v4;
use model::Timestamp;

#[derive(Debug, Clone)]
pub(crate) struct Signing {
    pub(crate) id: String,
    pub(crate) secret: String,
    pub(crate) token: Option<String>,
    pub(crate) at: Timestamp,
    pub(crate) region: &'static str,
    pub(crate) service: &'static str,
    /// Presigned for so many seconds; in the header when absent.
    pub(crate) presigned_seconds: Option<u64>,
    /// Whether the token is signed with the rest, or appended.
    pub(crate) token_signed: bool,
    /// Whether the hash of the body stands in a header.
    pub(crate) body_hash_sent: bool,
}

/// Adds a signature to the request.
pub(crate) fn sign(request: &mut http::Request<Vec<u8>>, signing: &Signing) {
    let token = signing.token.clone();
    let credentials = Credentials::new(&signing.id, &signing.secret, token, None, "test");
    let identity = credentials.into();
    let time = UNIX_EPOCH + Duration::from_secs(signing.at.seconds().try_into().unwrap());
    let parameters = v4::SigningParams::builder()
        .identity(&identity)
        .region(signing.region)
        .name(signing.service)
        .time(time)
        .settings(settings(signing))
        .build()
        .unwrap();
    let uri = request.uri().to_string();
    let headers: Vec<(String, String)> = request
        .headers()
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .collect();
    let pairs = headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let body = SignableBody::Bytes(request.body());
    let signable = SignableRequest::new(request.method().as_str(), uri, pairs, body).unwrap();
    let output = aws_sigv4::http_request::sign(signable, &parameters.into()).unwrap();
    let (instructions, _) = output.into_parts();
    instructions.apply_to_request_http1x(request);
}

fn settings(signing: &Signing) -> SigningSettings {
    let mut settings = SigningSettings::default();
    settings.percent_encoding_mode = PercentEncodingMode::Double;
    settings.uri_path_normalization_mode = UriPathNormalizationMode::Enabled;
    if let Some(seconds) = signing.presigned_seconds {
        settings.signature_location = SignatureLocation::QueryParams;
        settings.expires_in = Some(Duration::from_secs(seconds));
    }
    if !signing.token_signed {
        settings.session_token_mode = SessionTokenMode::Exclude;
    }
    if signing.body_hash_sent {
        settings.payload_checksum_kind = PayloadChecksumKind::XAmzSha256;
    }
    settings
}
