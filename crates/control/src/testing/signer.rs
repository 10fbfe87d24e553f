//! Requests signed by `aws-sigv4`, the signer of AWS's own SDK for Rust.

use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{
    PayloadChecksumKind, PercentEncodingMode, SignableBody, SignableRequest, SigningSettings,
    UriPathNormalizationMode,
};
use aws_sigv4::sign::v4;
use bytes::Bytes;
use http::Request;

use super::REGION;

/// S3 takes the path as it is sent, and wants to be told of the payload.
fn settings(service: &str) -> SigningSettings {
    let mut settings = SigningSettings::default();
    if service == "s3" {
        settings.percent_encoding_mode = PercentEncodingMode::Single;
        settings.uri_path_normalization_mode = UriPathNormalizationMode::Disabled;
        settings.payload_checksum_kind = PayloadChecksumKind::XAmzSha256;
    }
    settings
}

/// Signs with a key and its secret, for a service.
pub(crate) fn sign(request: &mut Request<Bytes>, (key, secret): (&str, &str), service: &str) {
    let identity = Credentials::new(key, secret, None, None, "test").into();
    let parameters = v4::SigningParams::builder()
        .identity(&identity)
        .region(REGION)
        .name(service)
        .time(SystemTime::now())
        .settings(settings(service))
        .build()
        .unwrap();
    let uri = request.uri().to_string();
    let headers: Vec<_> = request
        .headers()
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .collect();
    let pairs = headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let body = SignableBody::Bytes(request.body());
    let signable = SignableRequest::new(request.method().as_str(), uri, pairs, body).unwrap();
    let signed = aws_sigv4::http_request::sign(signable, &parameters.into()).unwrap();
    signed.into_parts().0.apply_to_request_http1x(request);
}
