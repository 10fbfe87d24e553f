//! Certificates that are uploaded with their keys, which edge-optimised and private domains may have.
//!
//! AWS calls the way deprecated and still takes it. What its refusals say is not documented.

use model::{Timestamp, UploadedCertificate};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::server::ParsedCertificate;
use rustls::sign::CertifiedKey;
use wire::apigateway::CreateDomainNameRequest;

use super::super::failures::bad_request;
use crate::iam::certificates;
use crate::refused::Refused;

/// Takes the three members out of a request; `None` if it has none of them.
pub(super) fn take(
    input: &mut CreateDomainNameRequest,
) -> Result<Option<UploadedCertificate>, Refused> {
    let filled = |given: &mut Option<String>| given.take().filter(|text| !text.trim().is_empty());
    let (body, private_key, chain) = (
        filled(&mut input.certificate_body),
        filled(&mut input.certificate_private_key),
        filled(&mut input.certificate_chain),
    );
    match (body, private_key) {
        (Some(body), Some(private_key)) => Ok(Some(UploadedCertificate {
            body,
            chain,
            private_key,
        })),
        (None, None) if chain.is_none() => Ok(None),
        (None, _) => Err(invalid("certificateBody is missing")),
        (Some(_), None) => Err(invalid("certificatePrivateKey is missing")),
    }
}

/// Whether it can be used for the domain: readable, its own key, its name, not over.
pub(super) fn check(
    uploaded: &UploadedCertificate,
    domain: &str,
    now: Timestamp,
) -> Result<(), Refused> {
    let own = read(&uploaded.body)?;
    let Some(leaf) = own.first().cloned() else {
        return Err(invalid("certificateBody is no certificate in PEM form"));
    };
    read(uploaded.chain.as_deref().unwrap_or_default())?;
    let key = PrivateKeyDer::from_pem_slice(uploaded.private_key.as_bytes())
        .map_err(|_| invalid("certificatePrivateKey is no private key in PEM form"))?;
    let provider = rustls::crypto::ring::default_provider();
    CertifiedKey::from_der(own, key, &provider).map_err(|error| match error {
        rustls::Error::InconsistentKeys(_) => {
            invalid("certificatePrivateKey is not the key of the certificate")
        }
        _ => invalid("certificatePrivateKey is of a kind that TLS has no use for"),
    })?;
    if certificates::expiry(&uploaded.body).is_none_or(|end| end <= now) {
        return Err(invalid("the certificate has expired"));
    }
    covers(&leaf, domain)
}

/// A domain with a star needs a certificate for whatever stands there.
fn covers(leaf: &CertificateDer<'_>, domain: &str) -> Result<(), Refused> {
    let other = || invalid(&format!("the certificate is not for {domain}"));
    let asked = match domain.strip_prefix("*.") {
        Some(parent) => format!("any.{parent}"),
        None => domain.to_owned(),
    };
    let name = ServerName::try_from(asked).map_err(|_| other())?;
    let leaf = ParsedCertificate::try_from(leaf).map_err(|_| other())?;
    rustls::client::verify_server_name(&leaf, &name).map_err(|_| other())
}

fn read(pem: &str) -> Result<Vec<CertificateDer<'static>>, Refused> {
    let all: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem.as_bytes()).collect();
    all.map_err(|_| invalid("a certificate is not in PEM form"))
}

fn invalid(cause: &str) -> Refused {
    bad_request(format!("Invalid certificate specified: {cause}"))
}

#[cfg(test)]
mod tests {
    use rcgen::{CertificateParams, KeyPair};

    use super::*;

    fn signed(names: &[&str], end: i32) -> (String, String) {
        let key = KeyPair::generate().unwrap();
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        let mut params = CertificateParams::new(names).unwrap();
        params.not_after = rcgen::date_time_ymd(end, 1, 1);
        (params.self_signed(&key).unwrap().pem(), key.serialize_pem())
    }

    #[test]
    fn a_certificate_is_for_its_domain_and_has_its_own_key() {
        let (body, key) = signed(&["api.example.com"], 2200);
        let (wild, wild_key) = signed(&["*.example.com"], 2200);
        let (old, old_key) = signed(&["api.example.com"], 2001);
        let api = "api.example.com";
        for (body, key, domain, expected) in [
            (&body, &key, api, ""),
            (&wild, &wild_key, api, ""),
            (&wild, &wild_key, "*.example.com", ""),
            (&body, &key, "*.example.com", "is not for *.example.com"),
            (
                &body,
                &key,
                "other.example.com",
                "is not for other.example.com",
            ),
            (&body, &wild_key, api, "not the key of the certificate"),
            (&old, &old_key, api, "has expired"),
            (&key, &key, api, "no certificate in PEM form"),
            (&body, &body, api, "no private key in PEM form"),
            (&"x".to_owned(), &key, api, "no certificate in PEM form"),
        ] {
            let uploaded = UploadedCertificate {
                body: body.clone(),
                chain: None,
                private_key: key.clone(),
            };
            let now = Timestamp::from_seconds(1_800_000_000);
            let said = check(&uploaded, domain, now).err().map(|it| it.to_string());
            let said = said.unwrap_or_default();
            let as_expected = said.contains(expected) && said.is_empty() == expected.is_empty();
            assert!(as_expected, "{domain}: {said}, not {expected}");
        }
    }
}
