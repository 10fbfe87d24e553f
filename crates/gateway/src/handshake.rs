//! What a host asks of whoever connects to it by TLS: its certificate, its version, its clients'
//! certificates. The handshake itself is the listener's.

use std::sync::Arc;

use model::UploadedCertificate;

use crate::address;
use crate::gateway::Gateway;

/// Of one host that is served here.
#[derive(Debug, Clone, Default)]
pub struct HostTerms {
    /// The custom domain, if it is one.
    pub domain: Option<String>,
    /// The certificate that was uploaded for it.
    pub certificate: Option<Arc<UploadedCertificate>>,
    /// Whether nothing below TLS 1.3 will do.
    pub tls_13_only: bool,
    /// Whether clients must show a certificate.
    pub mutual: bool,
    /// Whose certificates they may show, in PEM, where the domain was told itself.
    pub truststore: Option<Arc<str>>,
}

impl Gateway {
    /// `None` for hosts of nobody here.
    pub fn host_terms(&self, host: &str) -> Option<HostTerms> {
        if let Some(addressed) = address::address(host, "/") {
            let record = self.deployments.record(&addressed.api)?;
            return Some(HostTerms {
                tls_13_only: asks_for_tls_13(record.transport.security_policy.as_deref()),
                ..HostTerms::default()
            });
        }
        let domain = self.domains.find(host)?;
        Some(HostTerms {
            domain: Some(domain.record.name.clone()),
            certificate: domain.certificate.clone(),
            tls_13_only: asks_for_tls_13(Some(&domain.record.security_policy)),
            mutual: domain.record.mutual_tls.is_some(),
            truststore: domain.truststore.clone(),
        })
    }
}

/// API Gateway developer guide, "Supported security policies": the others take TLS 1.2 too, which is
/// the oldest that is spoken here.
fn asks_for_tls_13(policy: Option<&str>) -> bool {
    policy.is_some_and(|policy| {
        policy.starts_with("SecurityPolicy_TLS13_1_3_")
            || policy == "SecurityPolicy_TLS13_2025_EDGE"
    })
}
