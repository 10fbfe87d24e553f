//! Custom domain names, client certificates and VPC links: what of API Gateway stands beside APIs.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::rest_api::closed;
use crate::{AccountId, EndpointConfiguration, Invalid, Kind, Record, Region, Timestamp};

/// A host name under which APIs are served, with what its paths lead to: one aggregate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomainNameRecord {
    pub account: AccountId,
    pub region: Region,
    /// Lower case; `*.example.com` stands for every name one label longer.
    pub name: String,
    pub created: Timestamp,
    pub endpoint: EndpointConfiguration,
    #[serde(default)]
    pub certificate: Certificate,
    #[serde(default)]
    pub certificate_uploaded: Option<Timestamp>,
    /// The label before `.cloudfront.net` or `.execute-api.REGION.amazonaws.com`.
    pub target: String,
    pub security_policy: String,
    #[serde(default)]
    pub ownership_certificate_arn: Option<String>,
    /// Present where clients must show a certificate.
    #[serde(default)]
    pub mutual_tls: Option<MutualTls>,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
    /// By base path, of one level or of several (`orders/v1`); the empty one is what no other path is for.
    #[serde(default)]
    pub mappings: BTreeMap<String, BasePathMapping>,
}

/// What a domain names as its certificate. Private keys are never kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    #[serde(default)]
    pub arn: Option<String>,
    #[serde(default)]
    pub name: Option<String>,
}

/// Which certificates clients may show: those of a bundle in S3.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MutualTls {
    pub truststore_uri: String,
    #[serde(default)]
    pub truststore_version: Option<String>,
}

/// Where a base path leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BasePathMapping {
    /// As API Gateway's second API names it; of mappings that were made before it was kept, nothing.
    #[serde(default)]
    pub id: Option<String>,
    pub api_id: String,
    /// Absent when the path after the base path begins with the stage.
    #[serde(default)]
    pub stage: Option<String>,
}

impl BasePathMapping {
    /// Its own, or one that its base path always has.
    pub fn id(&self, base_path: &str) -> String {
        self.id.clone().unwrap_or_else(|| {
            let hash = base_path.bytes().fold(0_u32, |hash, byte| {
                hash.wrapping_mul(31).wrapping_add(u32::from(byte))
            });
            format!("m{hash:08x}")
        })
    }
}

impl DomainNameRecord {
    pub fn id_of(account: &AccountId, region: &Region, name: &str) -> String {
        format!("{account}/{region}/{name}")
    }

    pub fn is_regional(&self) -> bool {
        self.endpoint.types.iter().any(|kind| kind == "REGIONAL")
    }
}

impl Record for DomainNameRecord {
    const KIND: Kind = Kind::DomainName;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.name)
    }
}

/// What API Gateway shows to a backend that asks who it is. The private key never leaves the
/// store, and never shows in `Debug`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientCertificateRecord {
    pub account: AccountId,
    pub region: Region,
    pub id: String,
    #[serde(default)]
    pub description: Option<String>,
    /// PEM.
    pub certificate: String,
    /// PEM.
    pub private_key: String,
    pub created: Timestamp,
    pub expires: Timestamp,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

impl ClientCertificateRecord {
    pub fn id_of(account: &AccountId, region: &Region, id: &str) -> String {
        format!("{account}/{region}/{id}")
    }
}

impl Record for ClientCertificateRecord {
    const KIND: Kind = Kind::ClientCertificate;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.id)
    }
}

impl fmt::Debug for ClientCertificateRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientCertificateRecord")
            .field("id", &Record::id(self))
            .field("expires", &self.expires)
            .finish_non_exhaustive()
    }
}

closed!(
    VpcLinkStatus, "VPC link status" {
        Available = "AVAILABLE",
        Pending = "PENDING",
        Deleting = "DELETING",
        Failed = "FAILED",
    }
);

/// A link to a network load balancer. It is kept and shown; no integration goes through one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VpcLinkRecord {
    pub account: AccountId,
    pub region: Region,
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub description: Option<String>,
    pub target_arns: Vec<String>,
    pub status: VpcLinkStatus,
    pub created: Timestamp,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

impl VpcLinkRecord {
    pub fn id_of(account: &AccountId, region: &Region, id: &str) -> String {
        format!("{account}/{region}/{id}")
    }
}

impl Record for VpcLinkRecord {
    const KIND: Kind = Kind::VpcLink;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.id)
    }
}
