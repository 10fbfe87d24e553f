//! Mutual TLS of a custom domain: which certificates its clients must show.
//!
//! The truststore is an object in S3 that is read when the domain is told of it, as on AWS. Where this
//! server has no such object, the domain trusts what the server was started with for it (`up
//! --truststore`); without that nobody is let in.

use model::{DomainNameRecord, MutualTls};
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use wire::apigateway::{MutualTlsAuthentication, MutualTlsAuthenticationInput};

use super::super::failures::bad_request;
use super::super::patch::Patch;
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::s3::Place;

/// What sets up mutual TLS is a permission of its own, "due to the sensitive nature" of it (Service
/// Authorization Reference).
pub(in crate::apigateway) const ADD_CERTIFICATE: &str = "apigateway:AddCertificateToDomain";
pub(in crate::apigateway) const REMOVE_CERTIFICATE: &str = "apigateway:RemoveCertificateFromDomain";
const MOST_BYTES: u64 = 1024 * 1024;

pub(in crate::apigateway) async fn read(
    rooms: &Rooms,
    call: &Call,
    given: Option<MutualTlsAuthenticationInput>,
    regional: bool,
) -> Result<Option<MutualTls>, Refused> {
    let Some(given) = given else {
        return Ok(None);
    };
    let uri = given.truststore_uri.filter(|uri| !uri.is_empty());
    let Some(truststore_uri) = uri else {
        return Ok(None);
    };
    check(&truststore_uri)?;
    if !regional {
        return Err(only_regional());
    }
    let mut mutual = MutualTls {
        truststore_uri,
        truststore_version: given.truststore_version,
        truststore: None,
    };
    fetch(rooms, call, &mut mutual).await?;
    Ok(Some(mutual))
}

/// Takes the certificates from the object, if there is one here.
pub(super) async fn fetch(
    rooms: &Rooms,
    call: &Call,
    mutual: &mut MutualTls,
) -> Result<(), Refused> {
    let place = mutual.truststore_uri.strip_prefix("s3://");
    let Some((bucket, key)) = place.and_then(|rest| rest.split_once('/')) else {
        return Ok(());
    };
    let place = Place {
        bucket,
        key,
        version: mutual.truststore_version.as_deref(),
    };
    let bytes = match rooms.read_object(call, place, MOST_BYTES).await {
        Ok(bytes) => bytes,
        Err(Refused::Failure(failure)) if failure.status == 404 => {
            mutual.truststore = None;
            return Ok(());
        }
        Err(refused) => return Err(refused),
    };
    let text = String::from_utf8(bytes.to_vec()).map_err(|_| unusable())?;
    let mut roots = RootCertStore::empty();
    let certificates = CertificateDer::pem_slice_iter(text.as_bytes()).flatten();
    let (usable, _) = roots.add_parsable_certificates(certificates);
    if usable == 0 {
        return Err(unusable());
    }
    mutual.truststore = Some(text);
    Ok(())
}

fn unusable() -> Refused {
    bad_request("The truststore has no certificates that could be read")
}

pub(super) fn shown(mutual: &MutualTls) -> MutualTlsAuthentication {
    MutualTlsAuthentication {
        truststore_uri: Some(mutual.truststore_uri.clone()),
        truststore_version: mutual.truststore_version.clone(),
        truststore_warnings: None,
    }
}

/// An empty URI ends it (developer guide, "Disable mutual TLS").
pub(super) fn apply(
    domain: &mut DomainNameRecord,
    patch: &Patch,
    rest: &[&str],
) -> Result<(), Refused> {
    match rest {
        ["truststoreUri"] => match patch.optional()? {
            None => domain.mutual_tls = None,
            Some(uri) => {
                check(&uri)?;
                if !domain.is_regional() {
                    return Err(only_regional());
                }
                domain.mutual_tls = Some(MutualTls {
                    truststore_uri: uri,
                    truststore_version: None,
                    truststore: None,
                });
            }
        },
        ["truststoreVersion"] => {
            let version = patch.optional()?;
            if let Some(mutual) = &mut domain.mutual_tls {
                mutual.truststore_version = version;
            }
        }
        _ => return Err(patch.invalid_path()),
    }
    Ok(())
}

fn check(uri: &str) -> Result<(), Refused> {
    let place = uri
        .strip_prefix("s3://")
        .and_then(|rest| rest.split_once('/'));
    match place {
        Some((bucket, key)) if !bucket.is_empty() && !key.is_empty() => Ok(()),
        Some(_) | None => Err(bad_request(format!("Invalid truststore URI: {uri}"))),
    }
}

/// "To use mutual TLS … you need a Regional custom domain name."
fn only_regional() -> Refused {
    bad_request("Mutual TLS is only supported for REGIONAL custom domain names")
}
