//! The TLS handshake: which name the client asks for, and, where a custom domain with mutual TLS is
//! asked for, which certificate it shows.
//!
//! A client that shows none ends with the handshake, as on AWS. One whose certificate is not
//! trusted is let in as far as a 403 (knowledge center, "HTTP 403 Forbidden errors from a custom
//! domain name that requires mutual TLS"); that it holds the certificate's key is proved all the
//! same.

use std::collections::HashMap;
use std::fs;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context as _;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use gateway::{Gateway, HostTerms, PeerCertificate, Validity};
use rustls::client::danger::HandshakeSignatureValid;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, UnixTime};
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::server::{Acceptor, ResolvesServerCert, WebPkiClientVerifier};
use rustls::{ConfigBuilder, SignatureScheme, SupportedProtocolVersion, WantsVerifier};
use rustls::{DigitallySignedStruct, DistinguishedName, RootCertStore, ServerConfig};
use tokio::net::TcpStream;
use tokio_rustls::LazyConfigAcceptor;
use tokio_rustls::server::TlsStream;
use x509_parser::prelude::{FromDer as _, X509Certificate};
use x509_parser::time::ASN1Time;

use crate::certificates::Authority;
use crate::settings::Truststore;

/// The sides of the handshake: without and with a client's certificate.
pub(super) struct Tls {
    plain: Arc<ServerConfig>,
    /// For hosts whose security policy takes nothing older than TLS 1.3.
    newest: Arc<ServerConfig>,
    /// Whom domains trust that the operator named a file for.
    named: HashMap<String, Arc<Demanding>>,
    /// The same for what domains brought themselves.
    brought: Mutex<HashMap<String, Brought>>,
    resolver: Arc<dyn ResolvesServerCert>,
    gateway: Arc<Gateway>,
}

/// What a domain brought, and what was made of it.
type Brought = (Arc<str>, Arc<Demanding>);

struct Demanding {
    config: Arc<ServerConfig>,
    trust: Arc<dyn ClientCertVerifier>,
}

/// A connection that was made.
pub(super) struct Accepted {
    pub(super) stream: TlsStream<TcpStream>,
    /// What the client showed, where it was asked to.
    pub(super) certificate: Option<Arc<PeerCertificate>>,
    /// The host that the client named.
    pub(super) asked_for: Option<Arc<str>>,
}

/// Truststores of domains that are kept ready.
const MOST_BROUGHT: usize = 256;

impl Tls {
    pub(super) fn new(
        authority: Authority,
        gateway: Arc<Gateway>,
        stores: &[Truststore],
    ) -> anyhow::Result<Self> {
        let resolver: Arc<dyn ResolvesServerCert> = Arc::new(authority);
        let plain = builder(ALL_VERSIONS)?.with_no_client_auth();
        let newest = builder(&[&rustls::version::TLS13])?.with_no_client_auth();
        let mut named = HashMap::new();
        for store in stores {
            let demanding = fs::read(&store.path)
                .map_err(anyhow::Error::from)
                .and_then(|pem| demanding(&pem, &resolver))
                .with_context(|| format!("the truststore in {}", store.path.display()))?;
            named.insert(store.domain.clone(), Arc::new(demanding));
        }
        Ok(Self {
            plain: finished(plain.with_cert_resolver(Arc::clone(&resolver))),
            newest: finished(newest.with_cert_resolver(Arc::clone(&resolver))),
            named,
            brought: Mutex::default(),
            resolver,
            gateway,
        })
    }

    pub(super) async fn accept(&self, stream: TcpStream) -> std::io::Result<Accepted> {
        let begun = LazyConfigAcceptor::new(Acceptor::default(), stream).await?;
        let hello = begun.client_hello();
        let asked = hello.server_name().map(str::to_ascii_lowercase);
        let asked_for: Option<Arc<str>> = asked.map(Arc::from);
        let terms = asked_for
            .as_deref()
            .and_then(|name| self.gateway.host_terms(name));
        let terms = terms.unwrap_or_default();
        let Some((domain, demanding)) = self.demanding(asked_for.as_deref(), &terms) else {
            let config = if terms.tls_13_only {
                &self.newest
            } else {
                &self.plain
            };
            return Ok(Accepted {
                stream: begun.into_stream(Arc::clone(config)).await?,
                certificate: None,
                asked_for,
            });
        };
        let stream = begun.into_stream(Arc::clone(&demanding.config)).await?;
        let (_, session) = stream.get_ref();
        let shown = session.peer_certificates().unwrap_or_default();
        let certificate = described(&domain, shown, &*demanding.trust).map(Arc::new);
        Ok(Accepted {
            stream,
            certificate,
            asked_for,
        })
    }

    /// Whom the domain of a name trusts: by the operator's word, or else by its own.
    fn demanding(&self, name: Option<&str>, terms: &HostTerms) -> Option<(String, Arc<Demanding>)> {
        if let Some((domain, demanding)) = name.and_then(|name| self.find(name)) {
            return Some((domain.to_owned(), Arc::clone(demanding)));
        }
        let domain = terms.domain.clone().filter(|_| terms.mutual)?;
        let truststore = terms.truststore.as_ref()?;
        let demanding = self.brought(&domain, truststore)?;
        Some((domain, demanding))
    }

    fn brought(&self, domain: &str, truststore: &Arc<str>) -> Option<Arc<Demanding>> {
        let mut all = self.brought.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, known)) = all.get(domain)
            && of == truststore
        {
            return Some(Arc::clone(known));
        }
        let made = demanding(truststore.as_bytes(), &self.resolver);
        let made =
            made.inspect_err(|error| tracing::warn!(domain, %error, "a truststore is of no use"));
        let made = Arc::new(made.ok()?);
        if all.len() >= MOST_BROUGHT {
            all.clear();
        }
        let kept = (Arc::clone(truststore), Arc::clone(&made));
        all.insert(domain.to_owned(), kept);
        Some(made)
    }

    /// By the name itself, or by a star in the place of its first label.
    fn find(&self, name: &str) -> Option<(&str, &Arc<Demanding>)> {
        let by_star = || {
            let (_, parent) = name.split_once('.')?;
            self.named.get_key_value(&format!("*.{parent}"))
        };
        let found = self.named.get_key_value(name).or_else(by_star);
        found.map(|(domain, demanding)| (domain.as_str(), demanding))
    }
}

fn demanding(pem: &[u8], resolver: &Arc<dyn ResolvesServerCert>) -> anyhow::Result<Demanding> {
    let trust = trust(pem)?;
    let asks = Arc::new(Shown(Arc::clone(&trust)));
    let config = builder(ALL_VERSIONS)?.with_client_cert_verifier(asks);
    let config = finished(config.with_cert_resolver(Arc::clone(resolver)));
    Ok(Demanding { config, trust })
}

/// TLS 1.2 and 1.3.
const ALL_VERSIONS: &[&SupportedProtocolVersion] = rustls::ALL_VERSIONS;

fn builder(
    versions: &[&'static SupportedProtocolVersion],
) -> anyhow::Result<ConfigBuilder<ServerConfig, WantsVerifier>> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    Ok(ServerConfig::builder_with_provider(provider).with_protocol_versions(versions)?)
}

/// HTTP/2 and HTTP/1.1.
fn finished(mut config: ServerConfig) -> Arc<ServerConfig> {
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Arc::new(config)
}

/// What of a bundle can't be read is left out, as on AWS, whose domains then have warnings.
fn trust(pem: &[u8]) -> anyhow::Result<Arc<dyn ClientCertVerifier>> {
    let certificates: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem).collect();
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(certificates?);
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider);
    Ok(verifier.build()?)
}

/// Takes any certificate whose key the client holds; whether it is trusted is asked afterwards.
#[derive(Debug)]
struct Shown(Arc<dyn ClientCertVerifier>);

impl ClientCertVerifier for Shown {
    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        // Clients that go by the hints would show nothing where they have only others.
        &[]
    }

    fn verify_client_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: UnixTime,
    ) -> Result<ClientCertVerified, rustls::Error> {
        Ok(ClientCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.0.verify_tls12_signature(message, certificate, signed)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.0.verify_tls13_signature(message, certificate, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.supported_verify_schemes()
    }
}

/// `None` if there is none to describe.
fn described(
    domain: &str,
    shown: &[CertificateDer<'_>],
    trust: &dyn ClientCertVerifier,
) -> Option<PeerCertificate> {
    let (own, others) = shown.split_first()?;
    let verified = trust.verify_client_cert(own, others, UnixTime::now());
    let (_, read) = X509Certificate::from_der(own).ok()?;
    let is_self_signed = read.subject() == read.issuer();
    let distrusted = verified.err().map(|error| match error {
        _ if is_self_signed => "self signed certificate".to_owned(),
        rustls::Error::InvalidCertificate(rustls::CertificateError::UnknownIssuer) => {
            "Could not find issuer for certificate".to_owned()
        }
        other => other.to_string(),
    });
    Some(PeerCertificate {
        domain: domain.to_owned(),
        distrusted,
        client_cert_pem: pem(own),
        subject_dn: read.subject().to_string().replace(", ", ","),
        issuer_dn: read.issuer().to_string().replace(", ", ","),
        serial_number: read.raw_serial_as_string(),
        validity: Validity {
            not_before: time(read.validity().not_before),
            not_after: time(read.validity().not_after),
        },
    })
}

fn time(at: ASN1Time) -> String {
    jiff::Timestamp::from_second(at.timestamp())
        .map(|at| at.strftime("%b %e %H:%M:%S %Y GMT").to_string())
        .unwrap_or_default()
}

fn pem(certificate: &CertificateDer<'_>) -> String {
    let encoded = STANDARD.encode(certificate);
    let mut text = String::from("-----BEGIN CERTIFICATE-----\n");
    let mut rest = encoded.as_str();
    while !rest.is_empty() {
        let (line, after) = rest.split_at(rest.len().min(64));
        text.push_str(line);
        text.push('\n');
        rest = after;
    }
    text.push_str("-----END CERTIFICATE-----\n");
    text
}
