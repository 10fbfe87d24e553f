//! The way out to HTTP backends: pooled connections, TLS, and an end to waiting.

use std::error::Error;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, SignatureScheme};

use crate::refusal::{Misconfigured, Refusal};

/// The largest answer that is taken (API Gateway quotas: payload size).
const MOST_BODY_BYTES: usize = 10 * 1024 * 1024;
const IDLE: Duration = Duration::from_mins(1);
const MOST_IDLE_PER_HOST: usize = 64;

type Https = Client<HttpsConnector<HttpConnector>, Full<Bytes>>;

/// Made when the first HTTP integration is called, since many servers have none.
#[derive(Debug, Default)]
pub(crate) struct Clients {
    verifying: OnceLock<Result<Https, String>>,
    trusting: OnceLock<Result<Https, String>>,
}

/// `insecureSkipVerification` of an integration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verification {
    Full,
    Skipped,
}

impl Clients {
    fn client(&self, verification: Verification) -> Result<&Https, Refusal> {
        let client = match verification {
            Verification::Full => self.verifying.get_or_init(verifying),
            Verification::Skipped => self.trusting.get_or_init(trusting),
        };
        client
            .as_ref()
            .map_err(|reason| Refusal::Defect(reason.clone()))
    }

    /// Sends the request and reads the whole answer, all within `timeout`.
    pub(super) async fn send(
        &self,
        request: Request<Full<Bytes>>,
        verification: Verification,
        timeout: Duration,
    ) -> Result<Response<Bytes>, Refusal> {
        let client = self.client(verification)?;
        let exchange = async {
            let answer = client
                .request(request)
                .await
                .map_err(|error| refuse(&error))?;
            let (parts, body) = answer.into_parts();
            let body = Limited::new(body, MOST_BODY_BYTES)
                .collect()
                .await
                .map_err(|error| Refusal::IntegrationFailed(error.to_string()))?;
            Ok(Response::from_parts(parts, body.to_bytes()))
        };
        tokio::time::timeout(timeout, exchange)
            .await
            .map_err(|_elapsed| Refusal::IntegrationTimeout)?
    }
}

/// A name that doesn't resolve is the API's own mistake, as AWS has it; the rest is the backend's.
fn refuse(error: &hyper_util::client::legacy::Error) -> Refusal {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    if text.contains("dns error") {
        return Refusal::Misconfigured(Misconfigured::Endpoint(text));
    }
    Refusal::IntegrationFailed(text)
}

fn verifying() -> Result<Https, String> {
    let provider = rustls::crypto::ring::default_provider();
    let connector = HttpsConnectorBuilder::new()
        .with_provider_and_webpki_roots(provider)
        .map_err(|error| error.to_string())?
        .https_or_http()
        .enable_http1()
        .build();
    Ok(pooled(connector))
}

fn trusting() -> Result<Https, String> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let schemes = provider
        .signature_verification_algorithms
        .supported_schemes();
    let tls = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(AnyCertificate { schemes }))
        .with_no_client_auth();
    let connector = HttpsConnectorBuilder::new()
        .with_tls_config(tls)
        .https_or_http()
        .enable_http1()
        .build();
    Ok(pooled(connector))
}

fn pooled(connector: HttpsConnector<HttpConnector>) -> Https {
    Client::builder(TokioExecutor::new())
        .pool_timer(TokioTimer::new())
        .pool_idle_timeout(IDLE)
        .pool_max_idle_per_host(MOST_IDLE_PER_HOST)
        .build(connector)
}

/// What `insecureSkipVerification` asks for: nobody checks who the backend is.
#[derive(Debug)]
struct AnyCertificate {
    schemes: Vec<SignatureScheme>,
}

impl ServerCertVerifier for AnyCertificate {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.schemes.clone()
    }
}
