//! Mutual TLS of a custom domain: which certificates its clients must show.
//!
//! The truststore is named as on AWS, by a URI in S3. What stands in it is what the server was
//! started with for the domain (`up --truststore`); without that nobody is let in.

use model::{DomainNameRecord, MutualTls};
use wire::apigateway::{MutualTlsAuthentication, MutualTlsAuthenticationInput};

use super::super::failures::bad_request;
use super::super::patch::Patch;
use crate::refused::Refused;

pub(in crate::apigateway) fn read(
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
    Ok(Some(MutualTls {
        truststore_uri,
        truststore_version: given.truststore_version,
    }))
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
