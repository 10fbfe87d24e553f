//! A certificate authority of this machine alone, and a certificate for each name it is asked for.
//!
//! API endpoints have the API's id in their host name, so the names cannot be known beforehand; a
//! certificate is made when a client first asks for one of our names or for a custom domain that
//! somebody made here, and for no other.

use std::collections::HashMap;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context as _;
use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa,
    Issuer, KeyPair, KeyUsagePurpose, SanType,
};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
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
    also: Box<dyn Fn(&str) -> bool + Send + Sync>,
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
            also: Box::new(|_| false),
            certificate,
        })
    }

    /// Names that get a certificate beside this machine's own.
    pub(crate) fn serving(mut self, also: impl Fn(&str) -> bool + Send + Sync + 'static) -> Self {
        self.also = Box::new(also);
        self
    }

    fn named(&self, name: &str) -> Option<Arc<CertifiedKey>> {
        let name = name.to_ascii_lowercase();
        if !is_own(&name) && !(self.also)(&name) {
            return None;
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
