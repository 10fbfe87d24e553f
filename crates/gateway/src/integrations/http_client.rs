//! The way out to HTTP backends: pooled connections, TLS, and an end to waiting.

use std::error::Error;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response, Uri};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper_rustls::HttpsConnectorBuilder;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use model::ClientCertificateRecord;
use rustls::client::WantsClientCert;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName, UnixTime};
use rustls::{
    ClientConfig, ConfigBuilder, DigitallySignedStruct, RootCertStore, SignatureScheme,
    WantsVerifier,
};
use tokio::time::Instant;

use super::http_lines::{Connector, Lines, MOST_HEAD_BYTES};
use super::outward::{self, Outward};
use crate::refusal::{Misconfigured, Refusal};

/// The largest answer that is taken (API Gateway quotas: payload size).
const MOST_BODY_BYTES: usize = 10 * 1024 * 1024;
const IDLE: Duration = Duration::from_mins(1);
const MOST_IDLE_PER_HOST: usize = 1024;
/// How long a backend may take to take a connection, within the integration's own time.
const CONNECT: Duration = Duration::from_secs(10);

/// The two ways to send a request to the same backends.
#[derive(Debug)]
struct Https {
    /// For answers that are read whole.
    lines: Arc<Lines>,
    /// For answers that are handed on while they come.
    streaming: Client<Connector, Full<Bytes>>,
}

/// Made when the first HTTP integration is called, since many servers have none.
#[derive(Debug, Default)]
pub(crate) struct Clients {
    verifying: OnceLock<Result<Https, String>>,
    trusting: OnceLock<Result<Https, String>>,
}

/// A client certificate, as backends are shown it.
#[derive(Debug)]
pub(crate) struct Presented {
    record: ClientCertificateRecord,
    clients: Clients,
}

impl Presented {
    pub(crate) fn new(record: ClientCertificateRecord) -> Self {
        Self {
            record,
            clients: Clients::default(),
        }
    }

    fn read(&self) -> Result<Identity, String> {
        let certificates = CertificateDer::pem_slice_iter(self.record.certificate.as_bytes())
            .collect::<Result<Vec<_>, _>>()
            .map_err(|error| error.to_string())?;
        let key = PrivateKeyDer::from_pem_slice(self.record.private_key.as_bytes());
        Ok((certificates, key.map_err(|error| error.to_string())?))
    }
}

type Identity = (Vec<CertificateDer<'static>>, PrivateKeyDer<'static>);

/// `insecureSkipVerification` of an integration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verification {
    Full,
    Skipped,
}

/// How a backend is met.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way<'a> {
    pub(super) verification: Verification,
    pub(super) presented: Option<&'a Presented>,
}

impl Clients {
    fn client<'a>(&'a self, uri: &Uri, way: Way<'a>) -> Result<&'a Https, Refusal> {
        if !outward::is_open(uri) {
            let text = format!("no integration may reach {uri}");
            return Err(Refusal::Misconfigured(Misconfigured::Endpoint(text)));
        }
        let shown = way.presented;
        let clients = shown.map_or(self, |shown| &shown.clients);
        let client = match way.verification {
            Verification::Full => clients.verifying.get_or_init(|| verifying(shown)),
            Verification::Skipped => clients.trusting.get_or_init(|| trusting(shown)),
        };
        client
            .as_ref()
            .map_err(|reason| Refusal::Defect(reason.clone()))
    }

    /// Sends the request, and gives the answer back when it begins.
    pub(super) async fn open(
        &self,
        request: Request<Full<Bytes>>,
        way: Way<'_>,
        until: Instant,
    ) -> Result<Response<Incoming>, Refusal> {
        let asked = self.client(request.uri(), way)?.streaming.request(request);
        let answer = tokio::time::timeout_at(until, asked).await;
        let answer = answer.map_err(|_elapsed| Refusal::IntegrationTimeout)?;
        final_one(answer.map_err(|error| refuse(told(&error)))?)
    }

    /// Sends the request and reads the whole answer, all within `timeout`.
    pub(super) async fn send(
        &self,
        request: Request<Full<Bytes>>,
        way: Way<'_>,
        until: Instant,
    ) -> Result<Response<Bytes>, Refusal> {
        let asked = self.client(request.uri(), way)?.lines.send(request);
        let answer = tokio::time::timeout_at(until, asked).await;
        let answer = answer.map_err(|_elapsed| Refusal::IntegrationTimeout)?;
        final_one(answer.map_err(refuse)?)
    }
}

/// A backend may not turn the connection into another protocol: nobody asked it to, and whoever stands
/// between us and the caller would take what follows for that protocol.
fn final_one<B>(answer: Response<B>) -> Result<Response<B>, Refusal> {
    match answer.status() {
        status if status.is_informational() => {
            Err(refuse(format!("the backend answered with {status}")))
        }
        _ => Ok(answer),
    }
}

/// A name that doesn't resolve is the API's own mistake, as AWS has it; the rest is the backend's.
fn refuse(text: String) -> Refusal {
    if text.contains("dns error") {
        return Refusal::Misconfigured(Misconfigured::Endpoint(text));
    }
    Refusal::IntegrationFailed(text)
}

/// An error with all its causes.
pub(super) fn told(error: &(dyn Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}

fn verifying(shown: Option<&Presented>) -> Result<Https, String> {
    let roots: RootCertStore = webpki_roots::TLS_SERVER_ROOTS.iter().cloned().collect();
    let tls = tls()?.with_root_certificates(roots);
    as_whom(tls, shown).map(pooled)
}

fn trusting(shown: Option<&Presented>) -> Result<Https, String> {
    let schemes = rustls::crypto::ring::default_provider()
        .signature_verification_algorithms
        .supported_schemes();
    let tls = tls()?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(AnyCertificate { schemes }));
    as_whom(tls, shown).map(pooled)
}

fn tls() -> Result<ConfigBuilder<ClientConfig, WantsVerifier>, String> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())
}

fn as_whom(
    tls: ConfigBuilder<ClientConfig, WantsClientCert>,
    shown: Option<&Presented>,
) -> Result<ClientConfig, String> {
    let Some(shown) = shown else {
        return Ok(tls.with_no_client_auth());
    };
    let (certificates, key) = shown.read()?;
    tls.with_client_auth_cert(certificates, key)
        .map_err(|error| error.to_string())
}

fn pooled(tls: ClientConfig) -> Https {
    let mut http = HttpConnector::new_with_resolver(Outward::new());
    http.enforce_http(false);
    http.set_nodelay(true);
    http.set_connect_timeout(Some(CONNECT));
    let connector = HttpsConnectorBuilder::new()
        .with_tls_config(tls)
        .https_or_http()
        .enable_http1()
        .wrap_connector(http);
    let streaming = Client::builder(TokioExecutor::new())
        .pool_timer(TokioTimer::new())
        .pool_idle_timeout(IDLE)
        .pool_max_idle_per_host(MOST_IDLE_PER_HOST)
        .http1_max_buf_size(MOST_HEAD_BYTES)
        .build(connector.clone());
    Https {
        lines: Lines::new(connector, MOST_BODY_BYTES),
        streaming,
    }
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
