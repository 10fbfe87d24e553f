//! A certificate authority of this machine alone, and a certificate for each name it is asked for.
//!
//! API endpoints have the API's id in their host name, so the names cannot be known beforehand; a
//! certificate is made when a client first asks for one of our names or for a custom domain that
//! somebody made here, and for no other. A domain that came with a certificate and its key is served
//! with that.

use std::collections::HashMap;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context as _;
use gateway::Gateway;
use model::UploadedCertificate;
use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa,
    Issuer, KeyPair, KeyUsagePurpose, SanType,
};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use time::{Duration, OffsetDateTime};

use crate::data_dir::{DataDir, read_secret, write_secret};

/// Certificates that are kept; a stranger who asks for more only makes us work.
const MAX_KEPT: usize = 1024;
/// Browsers refuse server certificates that are valid for longer than 398 days.
const LEAF_DAYS: i64 = 397;
const AUTHORITY_DAYS: i64 = 3650;

/// The names that may be asked for, and everything below them.
const OWN_DOMAINS: [&str; 2] = ["localhost", "localhost.localstack.cloud"];

pub(crate) struct Authority {
    issuer: Issuer<'static, KeyPair>,
    /// For clients that name no host, as those do that connect to an address.
    unnamed: Arc<CertifiedKey>,
    kept: Mutex<HashMap<String, Arc<CertifiedKey>>>,
    /// Further names that are served here: those of custom domains.
    also: Box<dyn Fn(&str) -> Served + Send + Sync>,
    /// Certificates that came with their domains, as the handshake uses them.
    uploaded: Mutex<HashMap<String, Uploaded>>,
    /// What a client must trust.
    pub(crate) certificate: PathBuf,
}

impl fmt::Debug for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Authority")
            .field("certificate", &self.certificate)
            .finish_non_exhaustive()
    }
}

impl Authority {
    /// The authority of a data directory; made on the first start.
    pub(crate) fn open(data: &DataDir) -> anyhow::Result<Self> {
        let (certificate, key) = (data.authority(), data.authority_key());
        let pem = stored_or_new(&certificate, &key).context("the local certificate authority")?;
        let issuer = Issuer::new(authority_params(), KeyPair::from_pem(&pem)?);
        let unnamed = issue(&issuer, None)?;
        Ok(Self {
            issuer,
            unnamed,
            kept: Mutex::default(),
            also: Box::new(|_| Served::Not),
            uploaded: Mutex::default(),
            certificate,
        })
    }

    /// Names that get a certificate beside this machine's own.
    pub(crate) fn serving(mut self, also: impl Fn(&str) -> Served + Send + Sync + 'static) -> Self {
        self.also = Box::new(also);
        self
    }

    fn named(&self, name: &str) -> Option<Arc<CertifiedKey>> {
        let name = name.to_ascii_lowercase();
        if !is_own(&name) {
            match (self.also)(&name) {
                Served::Not => return None,
                Served::WithOurs => {}
                Served::With(certificate) => return self.of_domain(name, certificate),
            }
        }
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = kept.get(&name) {
            return Some(Arc::clone(found));
        }
        let made = issue(&self.issuer, Some(&name));
        let made =
            made.inspect_err(|error| tracing::warn!(name, %error, "no certificate was made"));
        let made = made.ok()?;
        if kept.len() >= MAX_KEPT {
            kept.clear();
        }
        kept.insert(name, Arc::clone(&made));
        Some(made)
    }
}

impl Authority {
    /// The certificate that a domain brought itself. What can't be used is no reason to show another.
    fn of_domain(
        &self,
        name: String,
        certificate: Arc<UploadedCertificate>,
    ) -> Option<Arc<CertifiedKey>> {
        let mut all = self.uploaded.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = all.get(&name).filter(|known| known.from == certificate) {
            return Some(Arc::clone(&known.key));
        }
        let key = certified(&certificate);
        let key =
            key.inspect_err(|error| tracing::warn!(name, %error, "a certificate is of no use"));
        let key = Arc::new(key.ok()?);
        if all.len() >= MAX_KEPT {
            all.clear();
        }
        let kept = Uploaded {
            from: certificate,
            key: Arc::clone(&key),
        };
        all.insert(name, kept);
        Some(key)
    }
}

fn certified(certificate: &UploadedCertificate) -> anyhow::Result<CertifiedKey> {
    let chain = certificate.chain.as_deref().unwrap_or_default();
    let both = [certificate.body.as_str(), chain];
    let certificates = both
        .iter()
        .flat_map(|pem| CertificateDer::pem_slice_iter(pem.as_bytes()))
        .collect::<Result<Vec<_>, _>>()?;
    let key = PrivateKeyDer::from_pem_slice(certificate.private_key.as_bytes())?;
    let provider = rustls::crypto::ring::default_provider();
    Ok(CertifiedKey::from_der(certificates, key, &provider)?)
}

/// How a name is served that is not this machine's own.
#[derive(Debug)]
pub(crate) enum Served {
    Not,
    /// With a certificate of this authority.
    WithOurs,
    With(Arc<UploadedCertificate>),
}

impl Served {
    pub(crate) fn of(gateway: &Gateway, name: &str) -> Self {
        let terms = gateway.host_terms(name);
        match terms.filter(|terms| terms.domain.is_some()) {
            None => Self::Not,
            Some(terms) => terms.certificate.map_or(Self::WithOurs, Self::With),
        }
    }
}

struct Uploaded {
    from: Arc<UploadedCertificate>,
    key: Arc<CertifiedKey>,
}

impl ResolvesServerCert for Authority {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        match hello.server_name() {
            Some(name) => self.named(name),
            None => Some(Arc::clone(&self.unnamed)),
        }
    }
}

fn is_own(name: &str) -> bool {
    OWN_DOMAINS.iter().any(|domain| {
        name.strip_suffix(domain)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    })
}

/// The key of the authority, in PEM; its certificate stands beside it.
fn stored_or_new(certificate: &Path, key: &Path) -> anyhow::Result<String> {
    if let (Some(_), Some(key)) = (read_secret(certificate)?, read_secret(key)?) {
        return Ok(String::from_utf8(key)?);
    }
    let made = KeyPair::generate()?;
    let pem = made.serialize_pem();
    write_secret(key, pem.as_bytes())?;
    write_secret(
        certificate,
        authority_params().self_signed(&made)?.pem().as_bytes(),
    )?;
    Ok(pem)
}

/// Always the same name, so that an issuer made from the key alone is the one of the certificate.
fn authority_params() -> CertificateParams {
    let mut params = CertificateParams::default();
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.distinguished_name = named("Portcullis local authority");
    (params.not_before, params.not_after) = validity(AUTHORITY_DAYS);
    params
}

fn issue(issuer: &Issuer<'_, KeyPair>, name: Option<&str>) -> anyhow::Result<Arc<CertifiedKey>> {
    let mut params = CertificateParams::default();
    params.distinguished_name = named("Portcullis");
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    (params.not_before, params.not_after) = validity(LEAF_DAYS);
    let addresses = [
        IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(Ipv6Addr::LOCALHOST),
    ];
    params.subject_alt_names = addresses.into_iter().map(SanType::IpAddress).collect();
    params
        .subject_alt_names
        .push(SanType::DnsName(name.unwrap_or("localhost").try_into()?));
    let key = KeyPair::generate()?;
    let certificate = params.signed_by(&key, issuer)?;
    let private = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let signer = rustls::crypto::ring::sign::any_supported_type(&private)?;
    Ok(Arc::new(CertifiedKey::new(
        vec![certificate.der().clone()],
        signer,
    )))
}

fn named(common_name: &str) -> DistinguishedName {
    let mut name = DistinguishedName::new();
    name.push(DnType::CommonName, common_name);
    name
}

/// From yesterday, since clocks differ.
fn validity(days: i64) -> (OffsetDateTime, OffsetDateTime) {
    let now = OffsetDateTime::now_utc();
    (now - Duration::days(1), now + Duration::days(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_names_get_a_certificate() {
        for (name, own) in [
            ("localhost", true),
            ("abc.execute-api.us-east-1.localhost", true),
            ("abc.execute-api.localhost.localstack.cloud", true),
            ("notlocalhost", false),
            ("example.com", false),
            ("localhost.example.com", false),
        ] {
            assert_eq!(is_own(name), own, "{name}");
        }
    }

    #[test]
    fn a_domain_is_served_with_the_certificate_that_it_brought() {
        let place = tempfile::tempdir().unwrap();
        let data = DataDir::open(place.path().to_owned()).unwrap();
        let own = KeyPair::generate().unwrap();
        let params = CertificateParams::new(vec!["api.example.com".to_owned()]).unwrap();
        let signed = params.self_signed(&own).unwrap();
        let brought = Arc::new(UploadedCertificate {
            body: signed.pem(),
            chain: None,
            private_key: own.serialize_pem(),
        });
        let authority = Authority::open(&data)
            .unwrap()
            .serving(move |name| match name {
                "api.example.com" => Served::With(Arc::clone(&brought)),
                "ours.example.com" => Served::WithOurs,
                _ => Served::Not,
            });
        let shown = |name: &str| authority.named(name).map(|key| key.cert[0].clone());
        assert_eq!(shown("API.example.com").as_ref(), Some(signed.der()));
        assert_eq!(shown("api.example.com").as_ref(), Some(signed.der()));
        assert!(shown("ours.example.com").is_some_and(|it| it != *signed.der()));
        assert_eq!(shown("other.example.com"), None);
    }

    #[test]
    fn the_authority_is_kept() {
        let place = tempfile::tempdir().unwrap();
        let data = DataDir::open(place.path().to_owned()).unwrap();
        let first = Authority::open(&data).unwrap();
        assert!(first.named("abc.execute-api.us-east-1.localhost").is_some());
        assert!(first.named("example.com").is_none());
        let before = std::fs::read(&first.certificate).unwrap();
        let again = Authority::open(&data).unwrap();
        assert_eq!(std::fs::read(&again.certificate).unwrap(), before);
    }
}
